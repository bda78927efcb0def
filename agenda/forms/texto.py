"""The general text of the agenda, one section a page. A section is data: its fields, and why it matters."""

from __future__ import annotations

from dataclasses import dataclass, field

from django import forms
from django.utils.translation import gettext_lazy as _

from agenda.forms.base import FormularioDeFila, campo_es_co
from agenda.models import Agenda


@dataclass(frozen=True)
class Seccion:
    """A section: its title, a sentence that says what it is for, its fields."""

    titulo: str
    para_que: str
    campos: list[str]
    grupos: list[tuple[str, list[str]]] = field(default_factory=list)

    @property
    def todos(self) -> list[str]:
        """Give every field, those of the groups too."""
        return self.campos + [campo for _titulo, campos in self.grupos for campo in campos]


SECCIONES: dict[str, Seccion] = {
    "proposito": Seccion(
        _("Propósito y alcance"),
        _("Qué quiere lograr el territorio con su acción internacional. El objetivo general es lo único obligatorio."),
        ["objetivo_general"],
        [(_("Título, visión y alcance"), ["titulo", "vision", "alcance", "anio_horizonte"])],
    ),
    "presentacion": Seccion(
        _("Resumen, lo que ofrece y lo que busca"),
        _("La página que lee primero un socio en otro país."),
        ["resumen", "ofrecemos", "buscamos"],
        [(_("En inglés"), ["titulo_en", "resumen_en", "ofrecemos_en", "buscamos_en"])],
    ),
    "gobernanza": Seccion(
        _("Gobernanza"),
        _("Quién dirige la agenda y cada cuánto se reúne."),
        ["preside", "secretaria_tecnica", "integrantes", "frecuencia"],
    ),
    "equipo": Seccion(
        _("Equipo"),
        _("La oficina y el tiempo que de verdad le dedica. Se publican cargos, no nombres de personas."),
        ["equipo_oficina", "equipo_cargo", "equipo_horas", "equipo_idiomas"],
    ),
    "elaboracion": Seccion(
        _("Cómo se hizo"), _("Las reuniones en que se construyó la agenda, con su fecha y asistencia."), []
    ),
    "seguimiento": Seccion(
        _("Cómo se hará seguimiento"),
        _("Quién mira si se cumple, cada cuánto, y cuándo se rinde cuentas en público."),
        ["seguimiento_responsable", "seguimiento_frecuencia", "rendicion_fecha"],
    ),
    "nombres": Seccion(
        _("Nombres de los niveles"),
        _("Si su plan los llama de otra manera (línea, componente, programa), escríbalo aquí en singular."),
        ["nombre_eje", "nombre_objetivo", "nombre_accion"],
    ),
    "firmas": Seccion(
        _("Firmas"),
        _("Los cargos que aparecen al final del documento."),
        ["proyecto_cargo", "reviso_cargo", "aprobo_cargo"],
    ),
}
AYUDAS = {
    "objetivo_general": _("En una o dos frases: qué habrá cambiado en el territorio al final del período."),
    "titulo": _("Si lo deja vacío, el documento se llama «Agenda Estratégica»."),
    "vision": _("Cómo quiere verse el territorio en el mundo."),
    "alcance": _("Qué incluye la agenda y qué no."),
    "anio_horizonte": _("Hasta dónde mira; puede pasar del período."),
    "resumen": _("Una página como máximo, para quien no leerá nada más."),
    "ofrecemos": _("Lo que el territorio sabe hacer y puede compartir: un producto, una experiencia, un paisaje."),
    "buscamos": _("Qué clase de socios y para qué."),
    "titulo_en": _(
        "Va en la edición en inglés del documento. El portal no traduce lo que usted escribe: lo que deje vacío sale "
        "en español."
    ),
    "integrantes": _("Dependencias y organizaciones, una por línea."),
    "equipo_horas": _("Horas a la semana, sumando a todas las personas."),
}

EN_LA_GUIA = {
    "objetivo_general": "definicion#objetivo",
    "alcance": "agenda-estrategica#marco-de-la-agenda",
    "ofrecemos": "consejos#relacion-de-pares",
    "preside": "gobernanza#programas-de-gobernanza",
    "integrantes": "actores-locales",
    "equipo_oficina": "condiciones#voluntad-recursos-personal",
    "seguimiento_responsable": "proceso#ejecutar-evaluar",
    "rendicion_fecha": "condiciones#deliberacion-participacion",
}


class FormularioTexto(FormularioDeFila):
    """The fields of one section; ``grupos`` open on demand."""

    en_la_guia = EN_LA_GUIA

    seccion: Seccion

    @property
    def esenciales(self) -> list:
        """Give the bound fields that show at once."""
        return [self[nombre] for nombre in self.seccion.campos]

    @property
    def grupos(self) -> list[dict]:
        """Give the groups that open on demand; open when they hold an error or text that waits."""
        return [
            {
                "titulo": titulo,
                "campos": [self[nombre] for nombre in nombres],
                "llenos": sum(bool(getattr(self.instance, nombre)) for nombre in nombres),
                "abierto": any(n in self.errors or n in self.vistos or n in self.desencuentros for n in nombres),
            }
            for titulo, nombres in self.seccion.grupos
        ]


def _clase(seccion: Seccion) -> type[FormularioTexto]:
    hecha = forms.modelform_factory(
        Agenda, form=FormularioTexto, fields=seccion.todos, formfield_callback=campo_es_co, help_texts=AYUDAS
    )
    hecha.seccion = seccion
    if "equipo_horas" in seccion.todos:
        hecha.base_fields["equipo_horas"] = forms.IntegerField(
            label=_("Horas a la semana"), min_value=0, max_value=1000, required=False, help_text=AYUDAS["equipo_horas"]
        )
    return hecha


FORMULARIOS: dict[str, type[FormularioTexto]] = {slug: _clase(seccion) for slug, seccion in SECCIONES.items()}
