"""Django registration of this floor."""

from django.apps import AppConfig


class InformesConfig(AppConfig):
    """Floor 1: how anything leaves: PDF, SVG charts, spreadsheets."""

    name = "informes"
    verbose_name = "Informes"
