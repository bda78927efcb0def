"""Floor 5: the seven-step diagnostic, its score and what it suggests."""
