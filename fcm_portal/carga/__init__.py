"""Loading the reference data of ``fixtures/``: read and check every file first, then write in one transaction."""
