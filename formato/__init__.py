"""Floor 0: how es-CO is read and written."""
