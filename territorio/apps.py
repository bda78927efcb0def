"""Django registration of this floor."""

from django.apps import AppConfig


class TerritorioConfig(AppConfig):
    """Floor 1: departments, municipalities, associations, neighbours, periods."""

    name = "territorio"
    verbose_name = "Territorio"
