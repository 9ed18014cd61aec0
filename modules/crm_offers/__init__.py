"""Coupons and lotteries of customers."""
