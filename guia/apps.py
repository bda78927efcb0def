"""Django registration of this floor."""

from django.apps import AppConfig


class GuiaConfig(AppConfig):
    """Floor 1: the guide as data."""

    name = "guia"
    verbose_name = "La guía"
