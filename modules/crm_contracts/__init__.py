"""Products and contracts: PDF, signing and recurring billing."""
