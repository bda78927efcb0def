"""Tables of the roof."""
