"""Pages of the Agenda."""
