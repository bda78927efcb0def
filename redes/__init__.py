"""Floor 4: directory of networks and agencies, counterparts, twinnings."""
