"""Forms of the Agenda, one file per noun."""
