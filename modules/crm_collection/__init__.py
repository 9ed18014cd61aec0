"""Chasing what is overdue."""
