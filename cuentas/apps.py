"""Django registration of this floor."""

from django.apps import AppConfig


class CuentasConfig(AppConfig):
    """Floor 2: people, their link to a territory, what they may do."""

    name = "cuentas"
    verbose_name = "Cuentas"
