"""Forms of the diagnostic and of what belongs to the territory."""
