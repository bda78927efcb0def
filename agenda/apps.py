"""Django registration of this floor."""

from django.apps import AppConfig


class AgendaConfig(AppConfig):
    """Floor 6: the Agenda Estratégica, its review, versions and publication."""

    name = "agenda"
    verbose_name = "Agenda Estratégica"
