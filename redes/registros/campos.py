"""What the fields of both registers are called, offer and explain: the same in a new form and in one that keeps."""

from __future__ import annotations

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from formato.campos import CampoFecha
from formato.enlaces import revisar_enlace
from formato.paises import opciones_paises
from guardado.archivos import ACEPTA
from guia.catalogo import catalogo

TIPOS_ACUERDO = (
    "hermanamiento",
    "protocolo de hermanamiento",
    "memorando de entendimiento para hermanamiento",
    "comunidad hermana",
    "acuerdo de ciudad amiga",
    "memorando de amistad",
    "protocolo de amistad y cooperación",
    "memorando de entendimiento",
    "convenio de cooperación",
    "carta de intención",
    "alianza climática",
    "asociación municipal",
)
CAMPOS_HERMANAMIENTO = ["ciudad", "pais", "tipo_acuerdo", "fecha", "anio", "vigente_hasta", "temas", "enlace", "nota"]
CAMPOS_MEMBRESIA = ["desde", "pagada_hasta", "acto"]


def campo_archivo(etiqueta: str, con_documento: bool) -> forms.FileField:
    """Give the control of the document."""
    ayuda = _("PDF, imagen, Word, Excel u OpenDocument de hasta 10 MB. Solo lo ven su territorio y la Federación.")
    if con_documento:
        ayuda = _("Ya hay un documento. Escoja otro solo si quiere cambiarlo (hasta 10 MB).")
    widget = forms.FileInput(attrs={"accept": ACEPTA})
    return forms.FileField(label=etiqueta, required=False, help_text=ayuda, widget=widget, allow_empty_file=True)


def _tipo(guardado: str) -> list[tuple[str, str]]:
    """Give the kinds of agreement, with the stored one when it is not among the known."""
    propios = [guardado] if guardado and guardado not in TIPOS_ACUERDO else []
    return [(uno, capfirst(uno)) for uno in [*TIPOS_ACUERDO, *propios]]


def preparar_hermanamiento(formulario) -> None:
    """Choices and hints of a twinning."""
    campos, fila = formulario.fields, formulario.instance
    campos["ciudad"].help_text = _("Como se escribe en su país. Por ejemplo: «Pamplona / Iruña».")
    campos["pais"] = forms.ChoiceField(
        label=_("País"),
        choices=[("", _("Escoja un país")), *(par for par in opciones_paises() if par[0] != "CO")],
        help_text=_("Compruebe que el país existe y que la ciudad queda en él."),
    )
    campos["tipo_acuerdo"] = forms.ChoiceField(
        label=_("Tipo de acuerdo"),
        choices=[("", _("Escoja el que dice el documento")), *_tipo(fila.tipo_acuerdo)],
    )
    campos["fecha"] = CampoFecha(label=_("Fecha de la firma"), required=False)
    campos["anio"] = forms.IntegerField(
        label=_("Año de la firma"),
        required=False,
        min_value=1,
        max_value=9999,
        help_text=_("Solo si no conoce el día."),
    )
    campos["vigente_hasta"] = CampoFecha(
        label=_("Vigente hasta"), required=False, help_text=_("En blanco si no tiene fecha de terminación.")
    )
    campos["temas"] = forms.MultipleChoiceField(
        label=_("Temas"),
        choices=catalogo().opciones("temas"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("Los que dice el documento o los que de verdad se trabajan."),
    )
    campos["enlace"].validators.append(revisar_enlace)
    campos["enlace"].help_text = _("Página donde cualquiera puede leer el acuerdo. Se ve en público.")
    campos["nota"] = forms.CharField(
        label=_("Nota"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Lo que ayude a entenderlo. Se ve en público: no escriba datos de personas."),
    )
    if not formulario_de_lectura(formulario):
        campos["archivo"] = campo_archivo(_("Documento"), bool(fila.archivo_id))


def preparar_membresia(formulario) -> None:
    """Choices and hints of a membership."""
    campos, fila = formulario.fields, formulario.instance
    campos["desde"] = CampoFecha(label=_("Pertenece desde"), required=False)
    campos["pagada_hasta"] = CampoFecha(
        label=_("Cuota pagada hasta"),
        required=False,
        help_text=_("En blanco si la red no cobra. Cambiarla no pide una nueva confirmación."),
    )
    campos["acto"].help_text = _("Por ejemplo: «Acuerdo 012 de 2024 del Concejo».")
    if not formulario_de_lectura(formulario):
        campos["archivo"] = campo_archivo(_("Documento de adhesión"), bool(fila.archivo_id))


def formulario_de_lectura(formulario) -> bool:
    """Say whether a form is drawn as text."""
    return getattr(formulario, "solo_lectura", False)
