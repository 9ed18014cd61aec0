"""Stored value and gift cards."""
