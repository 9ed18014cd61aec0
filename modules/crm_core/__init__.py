"""Customers: the add-on that the others build on."""
