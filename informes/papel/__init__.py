"""The door to paper: HTML in, a tagged PDF that conforms out."""
