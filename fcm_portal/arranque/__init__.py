"""How the portal is installed, prepared, checked and started."""
