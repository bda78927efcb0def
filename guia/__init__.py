"""Floor 1: the guide as data."""
