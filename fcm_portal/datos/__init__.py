"""Open data: what the portal publishes as tables, each described once; its dictionary, its catalogue, its way back."""
