"""Spreadsheets out and in: written for reading, written to be filled in, and read back without trusting them."""
