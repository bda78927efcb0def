"""Pages of the roof, one module per noun."""
