"""The form of an action: the essential fields first, the rest in groups that open on demand."""

from __future__ import annotations

from django import forms
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from agenda.forms.base import (
    SIN_ESCOGER,
    FormularioDeFila,
    FormularioNuevoDeFila,
    MetaEsCo,
    instrumentos_por_modalidad,
    orden_de_fechas,
    una_de,
    varias_de,
    varios_ods,
)
from agenda.models import Accion, Agenda
from diagnostico.models import Antecedente, EjePlan
from guia.catalogo import catalogo
from redes.directorio.campos import mostrar_algunas
from redes.models import Convocatoria

CONVOCATORIAS = 100  # open calls that a list shows; the rest is answered from its own page

ESENCIALES = ["nombre", "modalidad", "responsable", "inicio", "fin"]
GRUPOS = [
    (_("En qué consiste"), ["descripcion", "poblaciones", "direccion", "depende_de"]),
    (_("Instrumento y gobernanza"), ["instrumento", "gobernanza"]),
    (_("Temas y ODS"), ["temas", "ods", "metas_ods"]),
    (
        _("Plan de desarrollo"),
        ["vinculo_plan", "eje_plan", "plan_programa", "plan_meta", "plan_indicador", "bpin"],
    ),
    (_("De dónde viene"), ["antecedente", "convocatoria"]),
    (_("Resultados e impactos que espera"), ["resultados", "impactos"]),
]
AYUDAS = {
    "nombre": _("Diga qué hará, con un verbo: «Afiliarse a…», «Crear…», «Intercambiar…»."),
    "responsable": _("La oficina que responde, no el nombre de una persona."),
    "inicio": _("Puede ser anterior al período de gobierno; se dirá en la agenda."),
    "fin": _("Puede ser posterior al período de gobierno; se dirá en la agenda."),
    "descripcion": _("Dos o tres frases que entienda alguien de otro país."),
    "poblaciones": _("Por ejemplo: mujeres rurales, jóvenes, familias cafeteras."),
    "depende_de": _("Lo que tiene que pasar antes: un permiso, una visita, una respuesta."),
    "gobernanza": _("Márquelo si además fortalece cómo se gobierna la acción internacional."),
    "bpin": _("Código del banco de proyectos, si ya lo tiene. Es opcional."),
}

EN_LA_GUIA = {
    "modalidad": "modalidades",
    "instrumento": "modalidades",
    "gobernanza": "gobernanza",
    "temas": "temas",
    "ods": "pasos#articule",
    "vinculo_plan": "pasos#articule",
    "eje_plan": "pasos#coordine",
    "antecedente": "pasos#construya",
    "resultados": "resultados",
    "impactos": "impactos",
}


def modalidad():
    """Give the field of the modality: the four, or the governance programmes."""
    return una_de("modalidades_y_gobernanza", _("Modalidad"))


class FormularioAccion(FormularioDeFila):
    """Everything of an action that is text, a choice or a date. What hangs from it has pages of its own."""

    en_la_guia = EN_LA_GUIA

    class Meta(MetaEsCo):
        model = Accion
        fields = ESENCIALES + [nombre for _titulo, nombres in GRUPOS for nombre in nombres]
        help_texts = AYUDAS

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        agenda = self.instance.agenda_de_la_fila
        self.fields["modalidad"] = modalidad()
        self.fields["instrumento"] = forms.ChoiceField(
            choices=instrumentos_por_modalidad(), label=_("Instrumento"), required=False
        )
        self.fields["temas"] = varias_de("temas", _("Temas"))
        self.fields["ods"] = varios_ods(
            _("Objetivos de Desarrollo Sostenible (ODS)"), ayuda=_("Escoja los que de verdad toca: uno o dos bastan.")
        )
        self.fields["metas_ods"] = self._metas()
        self.fields["resultados"] = varias_de("resultados", _("Resultados que espera"))
        self.fields["impactos"] = varias_de("impactos", _("Impactos a los que aporta"))
        self._elegir_de("eje_plan", _ejes_plan(agenda, self.instance))
        self._elegir_de("antecedente", _antecedentes(agenda, self.instance))
        llamados = self.fields["convocatoria"]
        llamados.empty_label = SIN_ESCOGER
        mostrar_algunas(llamados, Convocatoria.objects.all(), lambda: _convocatorias(self.instance.convocatoria_id))

    def _metas(self) -> forms.MultipleChoiceField:
        """Give the targets of the goals that the action already has."""
        metas = [
            (codigo, str(meta))
            for codigo, meta in catalogo().metas_ods.items()
            if meta.ods_id in self.instance.ods or codigo in self.instance.metas_ods
        ]
        ayuda = _("Primero escoja los ODS y guarde: aquí aparecen sus metas.") if not metas else ""
        return forms.MultipleChoiceField(
            choices=metas,
            label=_("Metas de los ODS"),
            help_text=ayuda,
            required=False,
            widget=forms.CheckboxSelectMultiple,
        )

    def _elegir_de(self, nombre: str, filas) -> None:
        self.fields[nombre].queryset = filas
        self.fields[nombre].empty_label = SIN_ESCOGER

    def revisar(self, valores):
        """Refuse an end before the beginning, beside the date that changed."""
        return orden_de_fechas(self.instance, valores.get("inicio"), valores.get("fin"))

    @property
    def esenciales(self) -> list:
        """Give the bound fields that everybody fills in."""
        return [self[nombre] for nombre in ESENCIALES]

    @property
    def grupos(self) -> list[dict]:
        """Give the groups that open on demand; open when they hold an error or text that waits."""
        return [
            {
                "titulo": titulo,
                "campos": [self[nombre] for nombre in nombres],
                "llenos": sum(bool(self.instance.__dict__.get(self._columna(nombre))) for nombre in nombres),
                "abierto": any(
                    nombre in self.errors or nombre in self.vistos or nombre in self.desencuentros for nombre in nombres
                ),
            }
            for titulo, nombres in GRUPOS
        ]

    def _columna(self, nombre: str) -> str:
        return self.instance._meta.get_field(nombre).attname


def _ejes_plan(agenda: Agenda, accion: Accion):
    vivos = EjePlan.objects.filter(territorio=agenda.territorio_id, periodo=agenda.periodo_id, retirada_en=None)
    return vivos | EjePlan.objects.filter(pk=accion.eje_plan_id) if accion.eje_plan_id else vivos


def _antecedentes(agenda: Agenda, accion: Accion):
    vivos = Antecedente.objects.filter(territorio=agenda.territorio_id, retirada_en=None)
    return vivos | Antecedente.objects.filter(pk=accion.antecedente_id) if accion.antecedente_id else vivos


def _convocatorias(dada: int | None) -> list[tuple[int, str]]:
    """Give the calls to choose from: those that close first among the open ones, and the one it already answers."""
    abiertas = Convocatoria.objects.abiertas().order_by(F("cierra").asc(nulls_last=True), "titulo")
    filas = list(abiertas.values_list("pk", "titulo")[:CONVOCATORIAS])
    if dada and dada not in dict(filas):
        filas = [*Convocatoria.objects.filter(pk=dada).values_list("pk", "titulo"), *filas]
    return filas


class FormularioAccionNueva(FormularioNuevoDeFila):
    """The essential of a new action; only its name is required."""

    en_la_guia = EN_LA_GUIA

    class Meta(MetaEsCo):
        model = Accion
        fields = ESENCIALES
        help_texts = AYUDAS

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["modalidad"] = modalidad()

    def clean(self):
        """Refuse an end before the beginning."""
        datos = super().clean()
        inicio, fin = datos.get("inicio"), datos.get("fin")
        if inicio and fin and fin < inicio:
            self.add_error("fin", _("Termina antes de la fecha en que empieza: revise las dos fechas."))
        return datos
