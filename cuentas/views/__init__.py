"""Pages of accounts, people and requests."""
