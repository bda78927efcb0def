"""The small country."""

from tests.cuentas.mundo import pais  # noqa: F401
