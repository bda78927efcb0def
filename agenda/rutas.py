"""How a code and a term are written in an address; anything else is a 404 before it reaches the database."""

from django.urls import register_converter


class Codigo:
    """``54518``, ``ASM-AMA``."""

    regex = "[0-9A-Z-]{1,16}"

    def to_python(self, value: str) -> str:
        """Give it as it stands."""
        return value

    def to_url(self, value) -> str:
        """Give it as it stands."""
        return str(value)


class NombrePeriodo(Codigo):
    """``2024-2027``."""

    regex = "[0-9]{4}-[0-9]{4}"

    def to_url(self, value) -> str:
        """Give the name of a Periodo, or the name itself."""
        return str(getattr(value, "pk", value))


register_converter(Codigo, "codigo")
register_converter(NombrePeriodo, "periodo")
