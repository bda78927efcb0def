"""Form fields that read and show pesos, decimals and dates as people write them in Colombia."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError

from formato.numeros import leer_decimal, leer_pesos, miles, numero


class CampoPesos(forms.IntegerField):
    """Whole pesos, zero or more, up to 13 digits: ``1.250.000``, ``1250000``, ``1 250 000``."""

    def __init__(self, **opciones):
        opciones.setdefault("widget", forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}))
        super().__init__(**{"min_value": 0, **opciones})

    def to_python(self, value):
        """Read what was typed; a refusal is a sentence."""
        if value in self.empty_values or not str(value).strip():
            return None
        try:
            return leer_pesos(str(value))
        except ValueError as error:
            raise ValidationError(str(error), code="invalid") from error

    def prepare_value(self, value):
        """Show a stored amount with points; what was typed stays as typed."""
        return miles(value) if isinstance(value, int) and not isinstance(value, bool) else value


class CampoDecimal(forms.DecimalField):
    """A number with comma decimals: ``1.250,5``."""

    def __init__(self, **opciones):
        opciones.setdefault("widget", forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}))
        super().__init__(**opciones)

    def to_python(self, value):
        """Read what was typed; a refusal is a sentence."""
        if value in self.empty_values or not str(value).strip():
            return None
        try:
            return leer_decimal(str(value))
        except ValueError as error:
            raise ValidationError(str(error), code="invalid") from error

    def prepare_value(self, value):
        """Show a stored number in es-CO; what was typed stays as typed."""
        return value if value is None or isinstance(value, str) else numero(value)


class CampoFecha(forms.DateField):
    """A day, in the browser's own date control; typed by hand also as ``22/11/2026``."""

    widget = forms.DateInput

    def __init__(self, **opciones):
        opciones.setdefault("widget", forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}))
        opciones.setdefault("input_formats", ["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y"])
        super().__init__(**opciones)
