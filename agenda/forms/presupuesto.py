"""Forms of the budget: whole pesos, or another currency with its rate and the date of the rate."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from django import forms
from django.utils.translation import gettext_lazy as _

from agenda.forms.base import FormularioDeFila, FormularioNuevoDeFila, MetaEsCo
from agenda.models import Partida
from agenda.models.presupuesto import MAXIMO_PESOS
from formato.numeros import pesos

MONEDAS = [
    ("COP", _("pesos colombianos (COP)")),
    ("USD", _("dólares (USD)")),
    ("EUR", _("euros (EUR)")),
    ("GBP", _("libras esterlinas (GBP)")),
    ("CAD", _("dólares canadienses (CAD)")),
    ("CHF", _("francos suizos (CHF)")),
    ("JPY", _("yenes (JPY)")),
    ("KRW", _("wones (KRW)")),
    ("CNY", _("yuanes (CNY)")),
    ("BRL", _("reales (BRL)")),
    ("MXN", _("pesos mexicanos (MXN)")),
]
CAMPOS = [
    "anio",
    "fuente",
    "aportante",
    "certeza",
    "en_especie",
    "valor",
    "moneda",
    "valor_moneda",
    "tasa",
    "fecha_tasa",
]
OTRA_MONEDA = ("moneda", "valor_moneda", "tasa", "fecha_tasa")
AYUDAS = {
    "aportante": _("La entidad que pone el recurso, si ya se sabe."),
    "en_especie": _("Bienes, tiempo o espacios en vez de dinero: no se suman con el dinero."),
    "valor": _("En pesos, sin decimales: 1.250.000 o 1250000. Si no son pesos, abra «En otra moneda»."),
    "valor_moneda": _("Los decimales van con coma: 1.250,5."),
    "tasa": _("Cuántos pesos vale una unidad de esa moneda. Los decimales van con coma."),
}
ETIQUETAS = {"moneda": _("Moneda")}


def en_pesos(valor_moneda: Decimal, tasa: Decimal) -> int:
    """Give whole COP, rounded half up."""
    return int((valor_moneda * tasa).quantize(Decimal(1), rounding=ROUND_HALF_UP))


def convertir(fila: Partida) -> None:
    """Keep the pesos of a row in another currency equal to amount × rate."""
    if fila.moneda != "COP" and fila.valor_moneda is not None and fila.tasa is not None:
        valor = en_pesos(fila.valor_moneda, fila.tasa)
        if valor != fila.valor:
            fila.valor = valor
            fila.save(update_fields=["valor"])


def revisar_moneda(valores: dict) -> dict[str, str]:
    """Give what lacks for an amount in another currency, and an amount that is too large or negative."""
    if (valores.get("moneda") or "COP") == "COP":
        return {}
    faltan = {
        nombre: str(frase)
        for nombre, frase in (
            ("valor_moneda", _("Escriba el valor en esa moneda.")),
            ("tasa", _("Escriba a cuántos pesos está la moneda.")),
            ("fecha_tasa", _("Escriba de qué fecha es la tasa.")),
        )
        if valores.get(nombre) is None
    }
    if faltan:
        return faltan
    negativos = {
        nombre: str(_("Escriba un número de cero o más.")) for nombre in ("valor_moneda", "tasa") if valores[nombre] < 0
    }
    if negativos:
        return negativos
    if en_pesos(valores["valor_moneda"], valores["tasa"]) > MAXIMO_PESOS:
        return {"valor_moneda": str(_("El valor en pesos pasa de %(tope)s: revíselo.") % {"tope": pesos(MAXIMO_PESOS)})}
    return {}


class FormularioPartida(FormularioDeFila):
    """A budget row. Saved with its button: amount, currency and rate make sense together."""

    autoguardado = False
    SECUNDARIOS = OTRA_MONEDA
    secundarios_titulo = _("En otra moneda")

    class Meta(MetaEsCo):
        model = Partida
        fields = CAMPOS
        help_texts = AYUDAS

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["moneda"] = forms.ChoiceField(choices=MONEDAS, label=ETIQUETAS["moneda"])

    @property
    def secundarios_abiertos(self) -> bool:
        """Say whether they are open: also when the amount is in another currency."""
        return self.instance.moneda != "COP" or super().secundarios_abiertos

    def revisar(self, valores):
        """Ask for rate and date of another currency; all its fields stay back together."""
        errores = revisar_moneda(valores)
        return self._juntos(errores) if errores else {}

    def _juntos(self, errores: dict[str, str]) -> dict[str, str]:
        return {"moneda": str(_("No se cambió: falta un dato de la otra moneda."))} | errores


class FormularioPartidaNueva(FormularioNuevoDeFila):
    """A new budget row."""

    SECUNDARIOS = OTRA_MONEDA
    secundarios_titulo = _("En otra moneda")

    class Meta(FormularioPartida.Meta):
        pass

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["moneda"] = forms.ChoiceField(choices=MONEDAS, label=ETIQUETAS["moneda"], initial="COP")

    def clean(self):
        """Ask for rate and date of another currency."""
        datos = super().clean()
        datos["valor"] = datos.get("valor") or 0
        if not self.errors:
            for nombre, frase in revisar_moneda(datos).items():
                self.add_error(nombre, frase)
        if not self.errors and datos.get("moneda") != "COP":
            datos["valor"] = en_pesos(datos["valor_moneda"], datos["tasa"])
        return datos
