"""Template tags of the fields that keep."""
