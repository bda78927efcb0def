"""Django registration of this floor."""

from django.apps import AppConfig


class FormatoConfig(AppConfig):
    """Floor 0: how es-CO is read and written."""

    name = "formato"
    verbose_name = "Formato"
