"""Internal search: what can be found, in which order, typing errors forgiven. Only ``indice`` asks the database."""
