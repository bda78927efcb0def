"""The panel of a territory: where it stands, and its tasks in the order of the guide."""
