"""Forms of accounts, people and requests."""
