"""Floor 6: the Agenda Estratégica, its review, versions and publication."""
