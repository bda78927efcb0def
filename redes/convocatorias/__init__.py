"""Calls as anyone reads them: in which order, with what amount, and as a calendar."""
