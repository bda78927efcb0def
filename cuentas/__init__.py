"""Floor 2: people, their link to a territory, what they may do."""
