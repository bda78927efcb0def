"""The express self-check: its questions and code, the three things to do next, keeping it for an account."""
