"""Forms of an indicator, its yearly targets and its measurements."""

from __future__ import annotations

from django import forms
from django.forms.utils import ErrorDict, ErrorList
from django.utils.translation import gettext_lazy as _

from agenda.forms.base import FormularioDeFila, FormularioNuevoDeFila, MetaEsCo
from agenda.models import Indicador, Medicion, MetaAnual
from guardado.guardar import Estado, Resultado
from guardado.huella import huella
from guia.catalogo import catalogo

AYUDAS = {
    "nombre": _("Lo que se va a contar o medir: «Familias productoras vinculadas»."),
    "unidad": _("Por ejemplo: familias, porcentaje, convenios."),
    "linea_base": _("Cuánto es hoy. Los decimales van con coma."),
    "sin_linea_base": _("Márquelo si hoy no hay un dato del que partir."),
    "acumulacion": _("Dice cómo se leen juntos los valores de varios años."),
    "medio_verificacion": _("El registro, informe o sistema donde cualquiera puede comprobarlo."),
}
ESENCIALES = ["nombre", "unidad", "sin_linea_base", "linea_base", "linea_base_fecha", "linea_base_fuente"]


class FormularioIndicador(FormularioDeFila):
    """An indicator: the essential first, the rest on demand."""

    class Meta(MetaEsCo):
        model = Indicador
        fields = [*ESENCIALES, "sentido", "acumulacion", "formula", "medio_verificacion"]
        help_texts = AYUDAS

    @property
    def esenciales(self) -> list:
        """Give the bound fields that everybody fills in."""
        return [self[nombre] for nombre in ESENCIALES]

    @property
    def demas(self) -> list:
        """Give the other bound fields."""
        return [self[nombre] for nombre in self.fields if nombre not in ESENCIALES]

    def revisar(self, valores):
        """«Sin línea base» and a baseline exclude each other."""
        if valores.get("sin_linea_base") and valores.get("linea_base") is not None:
            frase = str(_("Hay una línea base escrita: bórrela, o quite la marca «sin línea base»."))
            cambio = "linea_base" if self.instance.linea_base != valores["linea_base"] else "sin_linea_base"
            return {cambio: frase}
        return {}


class FormularioMeta(FormularioDeFila):
    """The target of one year. The row is made with the first value and goes with an empty one."""

    class Meta(MetaEsCo):
        model = MetaAnual
        fields = ["valor"]

    def __init__(self, *args, instance, **kwargs):
        super().__init__(*args, instance=instance, prefix=f"meta-{instance.anio}", **kwargs)
        self.fields["valor"].label = _("Meta %(anio)s") % {"anio": instance.anio}
        self.fields["valor"].required = False

    def _escribir(self, cambios, errores, datos):
        cambio = cambios.get("valor")
        if cambio is None or (self.instance.pk and cambio.valor is not None):
            return super()._escribir(cambios, errores, datos)
        if cambio.valor is None:
            return self._quitar(cambio)
        fila, creada = MetaAnual.objects.get_or_create(
            indicador=self.instance.indicador, anio=self.instance.anio, defaults={"valor": cambio.valor}
        )
        self.instance = fila
        if not creada:  # somebody else wrote this year meanwhile: the usual comparison
            return super()._escribir(cambios, errores, datos)
        return self._hecho()

    def _quitar(self, cambio) -> list[str]:
        """Drop the target, unless somebody changed it since it was drawn."""
        if self.instance.pk is None or cambio.visto == huella(None):
            self._errors = ErrorDict()
            return []
        borradas = [
            fila for fila in MetaAnual.objects.select_for_update().filter(pk=self.instance.pk)
            if huella(fila.valor) == cambio.visto
        ]  # fmt: skip
        if not borradas:
            self._errors = ErrorDict(
                {"valor": ErrorList([_("Otra persona cambió esta meta: mírela antes de quitarla.")])}
            )
            return []
        borradas[0].delete()
        self.instance = MetaAnual(indicador=self.instance.indicador, anio=self.instance.anio)
        return self._hecho()

    def _hecho(self) -> list[str]:
        self._errors = ErrorDict()
        self.resultados = {"valor": Resultado(Estado.GUARDADO)}
        self.initial["valor"] = self.fields["valor"].prepare_value(self.instance.valor)
        return ["valor"]


class FormularioIndicadorNuevo(FormularioNuevoDeFila):
    """A new indicator: one of the suggested list, or one of the town's own."""

    ANCHOS = ("sugerido", "nombre")
    sugerido = forms.ChoiceField(
        label=_("Tomar uno de la lista sugerida"), required=False, help_text=_("Después lo puede ajustar.")
    )

    class Meta(MetaEsCo):
        model = Indicador
        fields = ["nombre", "unidad"]
        help_texts = AYUDAS

    def __init__(self, *args, accion, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["nombre"].required = False
        self.fields["nombre"].label = _("O escribir uno propio")
        self.fields["sugerido"].choices = [("", _("Escribo uno propio")), *sugeridos(accion)]
        self.order_fields(["clave", "sugerido", "nombre", "unidad"])

    def clean(self):
        """Ask for a suggested one or a name."""
        datos = super().clean()
        if not datos.get("sugerido") and not datos.get("nombre"):
            self.add_error("nombre", _("Escoja un indicador de la lista, o escriba el nombre de uno propio."))
        return datos


def sugeridos(accion) -> list[tuple]:
    """Give the suggested indicators, first those that share modality, themes or goals with the action."""
    cerca, lejos = [], []
    for fila in catalogo().indicadores.values():
        comun = accion.modalidad in fila.modalidades or set(accion.temas) & set(fila.temas)
        (cerca if comun else lejos).append((fila.codigo, f"{fila.nombre} ({fila.unidad})"))
    return [(_("Cercanos a esta acción"), cerca), (_("Otros"), lejos)] if cerca else lejos


class FormularioMedicion(FormularioNuevoDeFila):
    """A measured value and what backs it."""

    documento = forms.FileField(label=_("Archivo que lo respalda"), required=False)

    class Meta(MetaEsCo):
        model = Medicion
        fields = ["fecha", "valor", "evidencia"]
