"""Programs that use the API, to start from."""
