"""Static files: how they are stored, and the rules the first screen needs."""
