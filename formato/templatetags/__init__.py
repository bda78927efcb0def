"""Template filters of this floor."""
