"""Floor 1: departments, municipalities, associations, neighbours, periods."""
