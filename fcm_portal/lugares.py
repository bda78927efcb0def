"""Where the portal asks about each thing of the guide: working places by name, and the cards that need each one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Lugar:
    """A working page of every territory: its address by name, after the code (and the term, if ``con_periodo``)."""

    texto: str | Promise
    nombre: str
    resto: tuple[str, ...] = ()
    con_periodo: bool = False

    def url(self, codigo: str, periodo: str) -> str:
        """Give the address in a territory and a term."""
        return reverse(self.nombre, args=[codigo, *([periodo] if self.con_periodo else []), *self.resto])


PASOS = ("construya", "tome", "coordine", "piense", "pida", "articule", "institucionalice")
MODALIDADES = ("marketing-territorial", "integracion", "cooperacion-descentralizada", "redes-internacionales")
GOBERNANZA = "programas-de-gobernanza"

LUGARES: dict[str, Lugar] = {
    **{paso: Lugar(_("Las preguntas de este paso, en el diagnóstico"), "diagnostico_paso", (paso,)) for paso in PASOS},
    **{
        modalidad: Lugar(_("Su nivel en esta modalidad, en el diagnóstico"), "diagnostico_modalidad", (modalidad,))
        for modalidad in (*MODALIDADES, GOBERNANZA)
    },
    "diagnostico": Lugar(_("El diagnóstico de su territorio"), "diagnostico"),
    "condiciones": Lugar(_("La lista de condiciones, en el diagnóstico"), "diagnostico_condiciones"),
    "temas": Lugar(_("Los temas que escoge su territorio, en el diagnóstico"), "diagnostico_temas"),
    "motivaciones": Lugar(_("Las motivaciones, en orden, en el diagnóstico"), "diagnostico_temas"),
    "memoria": Lugar(_("La memoria institucional de su territorio"), "memoria"),
    "actores": Lugar(_("La mesa de actores de su territorio"), "actores"),
    "plan-de-desarrollo": Lugar(_("Los ejes del plan y su matriz con las modalidades"), "ejes_plan"),
    "acompanamiento": Lugar(_("Pedir acompañamiento a la Federación"), "acompanamientos"),
    "recomendadas": Lugar(_("Las redes, agencias y convocatorias que le sirven a su territorio"), "recomendadas"),
    "agenda": Lugar(_("El plan de acción de su agenda"), "agenda", con_periodo=True),
    "accion": Lugar(_("Los resultados e impactos que espera cada acción de la agenda"), "agenda", con_periodo=True),
    "proposito": Lugar(_("Propósito y alcance de la agenda"), "agenda_texto", ("proposito",), True),
    "gobierno": Lugar(_("Quién dirige la agenda"), "agenda_texto", ("gobernanza",), True),
    "equipo": Lugar(_("El equipo de la agenda"), "agenda_texto", ("equipo",), True),
    "seguimiento": Lugar(_("El seguimiento de la agenda"), "agenda_seguimiento", con_periodo=True),
    "consejos": Lugar(_("Los diez consejos, antes de enviar la agenda"), "agenda_consejos", con_periodo=True),
    "adopcion": Lugar(_("El acto que adopta la agenda"), "agenda_adopcion", con_periodo=True),
}

# block → card (empty: the whole block) → places
USOS: dict[str, dict[str, tuple[str, ...]]] = {
    "pasos": {
        "": ("diagnostico",),
        "construya": ("construya", "memoria"),
        "tome": ("tome", "actores", "temas"),
        "coordine": ("coordine", "plan-de-desarrollo"),
        "piense": ("piense",),
        "pida": ("pida", "acompanamiento"),
        "articule": ("articule", "agenda"),
        "institucionalice": ("institucionalice", "adopcion"),
    },
    "modalidades": {"": ("agenda",), **{modalidad: (modalidad,) for modalidad in MODALIDADES}},
    "gobernanza": {GOBERNANZA: (GOBERNANZA, "gobierno")},
    "tenga-en-cuenta": {"diagnosticar": ("diagnostico",)},
    "temas": {"": ("temas", "agenda")},
    "actores-locales": {"": ("actores",)},
    "motivaciones": {"": ("motivaciones",)},
    "condiciones": {"": ("condiciones",), "voluntad-recursos-personal": ("equipo",)},
    "proceso": {
        "definir-prioridades": ("temas",),
        "consolidar-experiencias": ("memoria",),
        "planear-multiactor": ("actores",),
        "definir-agenda": ("agenda",),
        "ejecutar-evaluar": ("seguimiento",),
    },
    "resultados": {"": ("accion",)},
    "impactos": {"": ("accion",)},
    "definicion": {"objetivo": ("proposito",)},
    "agenda-estrategica": {"": ("agenda",), "marco-de-la-agenda": ("proposito",)},
    "ventajas-agenda": {"": ("agenda",)},
    "consejos": {"": ("consejos",)},
}


def usos(bloque: str) -> dict[str, Sequence[tuple[str, str]]]:
    """Give, for each card of a block, the words and the address of each place that asks about it."""
    return {
        ficha: [(str(LUGARES[lugar].texto), reverse("ir", args=[lugar])) for lugar in lugares]
        for ficha, lugares in USOS.get(bloque, {}).items()
    }
