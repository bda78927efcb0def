"""Django registration of this floor."""

from django.apps import AppConfig


class GuardadoConfig(AppConfig):
    """Floor 3: how nothing is lost."""

    name = "guardado"
    verbose_name = "Guardado"
