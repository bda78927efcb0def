"""Floor 3: how nothing is lost."""
