"""The three things of the directory, each with its groups of fields and the rules between them."""

from __future__ import annotations

from babel.numbers import is_currency
from django import forms
from django.core.exceptions import ValidationError
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from formato.campos import CampoFecha, CampoPesos
from guia.catalogo import catalogo
from redes.contrapartes import datos_de_entrada
from redes.directorio.facetas import AMBITOS, TIPOS
from redes.edicion import campos as propios
from redes.edicion.base import FormularioDirectorio
from redes.models import Contraparte, Convocatoria, Entrada, EstadoEntrada, Hermanamiento
from territorio.models import Territorio

CUOTAS = [
    ("no", gettext_lazy("No cobra")),
    ("si", gettext_lazy("Sí cobra")),
    ("desconocido", gettext_lazy("No se sabe")),
]
NOMBRES = {"nombre", "sigla", "sede_ciudad", "sede_pais", "tipo", "clase"}
SIN_DATO = gettext_lazy("Sin dato")
TITULO_TEMAS = gettext_lazy("Temas, modalidades y Objetivos de Desarrollo Sostenible (ODS)")


class EntradaGuardada(FormularioDirectorio):
    """An entry: a network, an agency or a national programme."""

    grupos = (
        (
            gettext_lazy("Qué es"),
            (
                "clase", "nombre", "sigla", "nombre_en", "otros_nombres", "tipo", "ambito", "anio_fundacion",
                "descripcion",
            ),
        ),
        (
            gettext_lazy("Cómo se llega a ella"),
            ("sitio_web", "sede_ciudad", "sede_pais", "idiomas", "convocatorias_nota"),
        ),
        (
            gettext_lazy("Quién puede entrar y cuánto cuesta"),
            (
                "requisitos", "cuota", "cuota_nota", "categorias", "poblacion_minima", "poblacion_maxima",
                "miembros_colombia",
            ),
        ),
        (TITULO_TEMAS, ("temas", "modalidades", "ods")),
        (gettext_lazy("Estado y qué la reemplazó"), ("estado", "reemplazada_por", "nota_historica")),
    )  # fmt: skip

    class Meta:
        model = Entrada
        fields = [
            "clase", "nombre", "sigla", "nombre_en", "otros_nombres", "tipo", "ambito", "anio_fundacion",
            "descripcion", "sitio_web", "sede_ciudad", "sede_pais", "idiomas", "convocatorias_nota", "requisitos",
            "cuota", "cuota_nota", "categorias", "poblacion_minima", "poblacion_maxima", "miembros_colombia", "temas",
            "modalidades", "ods", "estado", "reemplazada_por", "nota_historica", "fuente",
        ]  # fmt: skip
        labels = {
            "clase": gettext_lazy("Clase"),
            "nombre": gettext_lazy("Nombre"),
            "sigla": gettext_lazy("Sigla"),
            "nombre_en": gettext_lazy("Nombre en inglés"),
            "anio_fundacion": gettext_lazy("Año de fundación"),
            "sede_ciudad": gettext_lazy("Ciudad de la sede"),
            "estado": gettext_lazy("¿Funciona hoy?"),
            "nota_historica": gettext_lazy("Qué ha pasado"),
            "fuente": gettext_lazy("Fuente"),
        }
        help_texts = {
            "nombre": gettext_lazy("Como se llama hoy. La dirección de su página no cambia."),
            "nota_historica": gettext_lazy("Cuándo cerró o cambió de nombre, y quién hace hoy lo que hacía."),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        fila, campos = self.instance, self.fields
        campos["otros_nombres"] = propios.CampoLineas(
            largo=120,
            label=_("Otros nombres y siglas"),
            help_text=_("Uno por renglón. Con ellos también se encuentra."),
        )
        campos["tipo"] = propios.una(_("Tipo de agencia"), [*TIPOS.items()], fila.tipo, vacia=SIN_DATO)
        campos["ambito"] = propios.una(_("Ámbito"), [*AMBITOS.items()], fila.ambito, vacia=SIN_DATO)
        campos["cuota"] = propios.una(_("¿Cobra cuota?"), CUOTAS, fila.cuota, vacia=SIN_DATO)
        campos["sede_pais"] = propios.pais(fila.sede_pais, etiqueta=_("País de la sede"))
        campos["sitio_web"] = propios.enlace(_("Sitio web"))
        campos["poblacion_minima"] = propios.CampoHabitantes(label=_("Desde cuántos habitantes"))
        campos["poblacion_maxima"] = propios.CampoHabitantes(label=_("Hasta cuántos habitantes"))
        campos["miembros_colombia"] = propios.CampoLineas(
            largo=120, label=_("Miembros colombianos"), help_text=_("Uno por renglón, solo los leídos en una fuente.")
        )
        campos["reemplazada_por"] = propios.CampoEntrada(
            label=_("La reemplazó"),
            required=False,
            help_text=_("Nombre o sigla de la entrada del directorio que hace hoy lo que esta hacía."),
        )
        propios.de_la_guia(campos, fila)
        campos["clase"].choices = Entrada._meta.get_field("clase").choices
        campos["estado"].choices = EstadoEntrada.choices

    def clean_anio_fundacion(self):
        """Refuse a year that has not come."""
        anio = self.cleaned_data["anio_fundacion"]
        if anio is not None and not 1000 <= anio <= localdate().year:
            raise ValidationError(_("Escriba el año con cuatro cifras, hasta %s.") % localdate().year)
        return anio

    def clean_reemplazada_por(self):
        """Refuse itself, and a circle of entries that replace each other."""
        otra = self.cleaned_data["reemplazada_por"]
        siguiente, vistas = otra, set()
        while siguiente is not None and siguiente.pk not in vistas:
            if siguiente.pk == self.instance.pk:
                raise ValidationError(_("Una entrada no puede reemplazarse a sí misma, tampoco por medio de otra."))
            vistas.add(siguiente.pk)
            siguiente = siguiente.reemplazada_por
        return otra

    def revisar(self, valores) -> dict[str, str]:
        """Refuse limits of population the wrong way round."""
        desde, hasta = valores["poblacion_minima"], valores["poblacion_maxima"]
        if desde is not None and hasta is not None and desde > hasta:
            frase = _("«Hasta cuántos habitantes» debe ser igual o mayor que «desde cuántos».")
            return {"poblacion_minima": frase, "poblacion_maxima": frase}
        return {}

    def guardar_enviados(self, datos, *, excepto: str = "") -> list[str]:
        """Save, and let the counterpart that all the towns share have the name it has now."""
        guardados = super().guardar_enviados(datos, excepto=excepto)
        if NOMBRES & set(guardados):
            compartida = Contraparte.objects.filter(territorio=None, entrada=self.instance, verificada_en=None)
            for una in compartida:
                for campo, valor in datos_de_entrada(self.instance).items():
                    setattr(una, campo, valor)
                una.save()
        return guardados


class ConvocatoriaGuardada(FormularioDirectorio):
    """A call."""

    grupos = (
        (
            gettext_lazy("Qué ofrece y cuándo"),
            ("titulo", "entrada", "convoca", "descripcion", "abre", "cierra", "enlace"),
        ),
        (
            gettext_lazy("Quién puede presentarse"),
            ("quienes", "requisitos", "categorias", "departamentos", "poblacion_maxima"),
        ),
        (gettext_lazy("Cuánto"), ("monto", "moneda", "monto_nota")),
        (TITULO_TEMAS, ("temas", "modalidades", "ods", "idiomas")),
    )

    class Meta:
        model = Convocatoria
        fields = [
            "titulo", "entrada", "convoca", "descripcion", "abre", "cierra", "enlace", "quienes", "requisitos",
            "categorias", "departamentos", "poblacion_maxima", "monto", "moneda", "monto_nota", "temas", "modalidades",
            "ods", "idiomas", "fuente",
        ]  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        campos_de_convocatoria(self.fields, self.instance)

    def clean_moneda(self):
        """Keep the code in capitals; refuse one that no country has."""
        moneda = self.cleaned_data["moneda"].strip().upper()
        if moneda and not is_currency(moneda):
            raise ValidationError(_("Escriba las tres letras de la moneda, como COP, USD o EUR."))
        return moneda

    def revisar(self, valores) -> dict[str, str]:
        """Refuse days the wrong way round and a call that nobody makes."""
        return revisar_convocatoria(valores)


def campos_de_convocatoria(campos: dict, fila: Convocatoria) -> None:
    """Give the fields of a call their kinds and hints, those that the form has."""
    departamentos = Territorio.objects.departamentos().values_list("pk", "nombre") if "departamentos" in campos else ()
    campos["entrada"] = propios.CampoEntrada(
        label=_("Quién convoca, si está en el directorio"),
        required=False,
        help_text=_("Nombre o sigla de la entrada."),
    )
    for nombre, campo in {
        "convoca": lambda: forms.CharField(label=_("Quién convoca, si no está"), max_length=200, required=False),
        "abre": lambda: CampoFecha(label=_("Abre el"), required=False),
        "cierra": lambda: CampoFecha(
            label=_("Cierra el"), required=False, help_text=_("El último día para presentarse.")
        ),
        "enlace": lambda: propios.enlace(_("Página de la convocatoria")),
        "departamentos": lambda: propios.varias(
            _("Departamentos que admite"),
            list(departamentos),
            fila.departamentos,
            ayuda=_("Sin marcar ninguno: todos."),
        ),
        "poblacion_maxima": lambda: propios.CampoHabitantes(label=_("Hasta cuántos habitantes")),
        "monto": lambda: CampoPesos(label=_("Monto"), required=False, help_text=_("En unidades enteras de su moneda.")),
        "moneda": lambda: forms.CharField(
            label=_("Moneda"),
            max_length=3,
            required=False,
            help_text=_("Tres letras: peso colombiano (COP), dólar (USD), euro (EUR)."),
        ),
    }.items():
        if nombre in campos:
            campos[nombre] = campo()
    propios.de_la_guia(campos, fila)


def revisar_convocatoria(valores) -> dict[str, str]:
    """Give the errors between the fields of a call."""
    errores = {}
    if valores["abre"] and valores["cierra"] and valores["cierra"] < valores["abre"]:
        errores["abre"] = errores["cierra"] = _("Debe cerrar el mismo día que abre o después.")
    if not valores.get("entrada") and not valores.get("convoca"):
        errores["entrada"] = errores["convoca"] = _("Escriba quién convoca, o escójalo del directorio.")
    if valores.get("monto") is not None and not valores.get("moneda"):
        errores["monto"] = errores["moneda"] = _("Escriba en qué moneda está el monto.")
    return errores


class HermanamientoConocido(FormularioDirectorio):
    """A known twinning: those that a territory files are its own."""

    grupos = (
        (
            gettext_lazy("El acuerdo"),
            ("ciudad", "pais", "tipo_acuerdo", "anio", "fecha", "vigente_hasta", "temas", "enlace", "nota"),
        ),
    )

    class Meta:
        model = Hermanamiento
        fields = [
            "ciudad", "pais", "tipo_acuerdo", "anio", "fecha", "vigente_hasta", "temas", "enlace", "nota", "fuente",
        ]  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        campos = self.fields
        campos["pais"] = propios.pais(self.instance.pais, obligatorio=True)
        campos["fecha"] = CampoFecha(label=_("Fecha de la firma"), required=False)
        campos["vigente_hasta"] = CampoFecha(label=_("Vigente hasta"), required=False)
        campos["enlace"] = propios.enlace(_("Enlace"))
        campos["temas"] = propios.varias(_("Temas"), catalogo().opciones("temas"), self.instance.temas)

    def clean_anio(self):
        """Refuse a year that has not come."""
        anio = self.cleaned_data["anio"]
        if anio is not None and not 1900 <= anio <= localdate().year:
            raise ValidationError(_("Escriba el año con cuatro cifras, hasta %s.") % localdate().year)
        return anio

    def revisar(self, valores) -> dict[str, str]:
        """Refuse days the wrong way round."""
        if valores["fecha"] and valores["vigente_hasta"] and valores["vigente_hasta"] < valores["fecha"]:
            frase = _("«Vigente hasta» debe ser igual o posterior a la firma.")
            return {"fecha": frase, "vigente_hasta": frase}
        return {}
