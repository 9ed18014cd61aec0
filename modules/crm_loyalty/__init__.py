"""Points, tiers and rewards of customers."""
