"""Django registration of this floor."""

from django.apps import AppConfig


class RedesConfig(AppConfig):
    """Floor 4: directory of networks and agencies, counterparts, twinnings."""

    name = "redes"
    verbose_name = "Redes y agencias"
