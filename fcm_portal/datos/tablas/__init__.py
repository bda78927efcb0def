"""The published tables, one module a noun."""
