"""Forms of what lives on with the territory: actors, antecedents, axes of the development plan."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from diagnostico.models import Actor, Antecedente, EjePlan
from formato.campos import CampoFecha
from guardado.archivos import ACEPTA, revisar
from guardado.formularios import FormularioGuardado, FormularioNuevo
from guia.catalogo import catalogo
from redes.models import Contraparte

CAMPOS_ACTOR = [
    "grupo",
    "organizacion",
    "cargo",
    "rol",
    "compromiso",
    "contacto_nombre",
    "contacto_correo",
    "contacto_autorizado",
]
CAMPOS_ANTECEDENTE = [
    "tipo",
    "titulo",
    "contraparte",
    "etapa",
    "suscrito_por",
    "fecha",
    "vigente_hasta",
    "resultado",
]
EN_LA_GUIA = {
    "grupo": "actores-locales",
    "titulo": "pasos#construya",
    "eje": "pasos#coordine",
    "modalidades": "modalidades",
}
CAMPOS_EJE = ["eje", "programa", "meta", "modalidades"]


def _preparar_actor(formulario) -> None:
    """Choices and hints of an actor."""
    campos = formulario.fields
    campos["grupo"] = forms.ChoiceField(
        label=_("Grupo"), choices=[("", _("Escoja un grupo"))] + catalogo().opciones("grupos_actores")
    )
    campos["organizacion"].help_text = _("Nombre de la entidad, empresa u organización.")
    campos["rol"].help_text = _("Por ejemplo: convoca a los productores, presta el auditorio, traduce.")
    campos["compromiso"].widget.attrs["rows"] = 3
    campos["compromiso"].help_text = _("Qué aceptó hacer y desde cuándo.")
    campos["contacto_autorizado"].help_text = _("Sin esta autorización, el nombre no sale del territorio.")


def _preparar_antecedente(formulario, territorio) -> None:
    """Choices and hints of an antecedent."""
    campos = formulario.fields
    campos["titulo"].help_text = _("Por ejemplo: «Hermanamiento con Pamplona (España)».")
    campos["contraparte"] = forms.ModelChoiceField(
        label=_("Contraparte"),
        queryset=Contraparte.objects.filter(Q(territorio=territorio) | Q(territorio=None)).select_related("entrada"),
        required=False,
        empty_label=_("Sin registrar"),
        help_text=_("Si no está en la lista, agréguela primero en «Contrapartes»."),
    )
    campos["suscrito_por"].help_text = _("El cargo de quien firmó, no su nombre.")
    campos["resultado"].widget.attrs["rows"] = 4
    campos["resultado"].help_text = _("Qué se logró, qué falló y qué quedó pendiente.")
    for nombre, etiqueta in (("fecha", _("Fecha")), ("vigente_hasta", _("Vigente hasta"))):
        campos[nombre] = CampoFecha(label=etiqueta, required=False)


def _preparar_eje(formulario) -> None:
    """Choices and hints of an axis of the plan."""
    campos = formulario.fields
    campos["eje"].help_text = _("Como está escrito en el plan de desarrollo.")
    opciones = catalogo().modalidades_y_gobernanza
    campos["modalidades"] = forms.MultipleChoiceField(
        label=_("Modalidades que pueden ayudar a cumplirlo"),
        choices=[(slug, ficha.nombre) for slug, ficha in opciones.items()],
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("Marque solo las que tengan sentido: esto arma la matriz del paso 3."),
    )


class ActorNuevo(FormularioNuevo):
    """A new actor."""

    en_la_guia = EN_LA_GUIA

    class Meta:
        model = Actor
        fields = CAMPOS_ACTOR

    def __init__(self, *args, territorio, **kwargs):
        super().__init__(*args, **kwargs)
        _preparar_actor(self)


class ActorGuardado(FormularioGuardado):
    """An actor that is there."""

    en_la_guia = EN_LA_GUIA

    class Meta:
        model = Actor
        fields = CAMPOS_ACTOR

    def __init__(self, *args, territorio, **kwargs):
        super().__init__(*args, **kwargs)
        _preparar_actor(self)


class AntecedenteNuevo(FormularioNuevo):
    """A new antecedent."""

    en_la_guia = EN_LA_GUIA

    class Meta:
        model = Antecedente
        fields = CAMPOS_ANTECEDENTE

    def __init__(self, *args, territorio, **kwargs):
        super().__init__(*args, **kwargs)
        _preparar_antecedente(self, territorio)

    def clean(self):
        """Order the dates."""
        datos = super().clean()
        if frase := fechas_en_desorden(datos):
            self.add_error("vigente_hasta", frase)
        return datos


class AntecedenteGuardado(FormularioGuardado):
    """An antecedent that is there."""

    en_la_guia = EN_LA_GUIA

    class Meta:
        model = Antecedente
        fields = CAMPOS_ANTECEDENTE

    def __init__(self, *args, territorio, **kwargs):
        super().__init__(*args, **kwargs)
        _preparar_antecedente(self, territorio)

    def revisar(self, valores: dict) -> dict[str, str]:
        """Order the dates."""
        frase = fechas_en_desorden(valores)
        return {"vigente_hasta": frase, "fecha": frase} if frase else {}


def fechas_en_desorden(datos: dict) -> str:
    """Give the sentence for an end before the beginning; empty when in order."""
    desde, hasta = datos.get("fecha"), datos.get("vigente_hasta")
    if desde and hasta and hasta < desde:
        return _("La vigencia no puede terminar antes de la fecha del acuerdo.")
    return ""


class EjePlanNuevo(FormularioNuevo):
    """A new axis, programme or goal of the plan."""

    en_la_guia = EN_LA_GUIA

    class Meta:
        model = EjePlan
        fields = CAMPOS_EJE

    def __init__(self, *args, territorio, **kwargs):
        super().__init__(*args, **kwargs)
        _preparar_eje(self)


class EjePlanGuardado(FormularioGuardado):
    """An axis of the plan that is there."""

    en_la_guia = EN_LA_GUIA

    class Meta:
        model = EjePlan
        fields = CAMPOS_EJE

    def __init__(self, *args, territorio, **kwargs):
        super().__init__(*args, **kwargs)
        _preparar_eje(self)


class FormularioDocumento(forms.Form):
    """The document of an antecedent."""

    subido = forms.FileField(
        label=_("Documento"),
        help_text=_("PDF, imagen, Word, Excel u OpenDocument de hasta 10 MB."),
        widget=forms.FileInput(attrs={"accept": ACEPTA}),
    )

    def clean_subido(self):
        """Check the file by its content."""
        subido = self.cleaned_data["subido"]
        if not subido:
            raise ValidationError(_("Escoja un archivo."))
        revisar(subido)
        return subido
