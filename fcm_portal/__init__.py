"""The roof: settings, addresses, and the pages that look at several floors at once."""
