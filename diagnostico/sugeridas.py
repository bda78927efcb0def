"""Which actions the answers suggest (rule 9 of ``guia.yaml``): what a town gets back from its diagnostic."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from diagnostico.cuestionario import Alcance, Contenido, contenido_de
from diagnostico.models import AccionSugerida, Diagnostico
from diagnostico.resultado import por_clave, resultado

NO_SUGIEREN = ("", "si", "no_aplica")


@dataclass(frozen=True)
class Origen:
    """What suggested an action. ``clave``: ``pregunta:p1-1``, ``condicion:c3`` or ``nivel:<modalidad>:0``."""

    clave: str
    texto: str
    respuesta: str


@dataclass
class Sugerencia:
    """An action and everything that suggests it, the first origin being the strongest.

    ``recomendada`` False: the guide recommends it for other Ley 617 categories; it is flagged, not hidden.
    """

    accion: AccionSugerida
    recomendada: bool
    origenes: list[Origen] = field(default_factory=list)

    @property
    def origen(self) -> str:
        """Give the key of the first origin."""
        return self.origenes[0].clave


def sugerencias(diagnostico: Diagnostico) -> list[Sugerencia]:
    """Give the actions that a diagnostic suggests, in order. One query over the templates (plus the result's own)."""
    return sugerir(
        resultado(diagnostico),
        contenido_de(diagnostico),
        AccionSugerida.objects.all(),
        Alcance.de(diagnostico.territorio),
    )


def sugerir(
    resultado_: dict, contenido: Contenido, acciones: Iterable[AccionSugerida], alcance: Alcance
) -> list[Sugerencia]:
    """Give the suggestions of a result, without repeating an action.

    First by answers that are neither «sí» nor «no aplica» (weight, then order of the guide), then by conditions
    that are not «sí», then by the level in which each modality is. What is unanswered (or has no level) suggests
    nothing while the diagnostic is open; once closed it counts as «no sabe».
    """
    por_slug = {accion.slug: accion for accion in acciones}
    activan = _activadores(por_slug.values())
    halladas: dict[str, Sugerencia] = {}

    def agregar(slug: str, origen: Origen) -> None:
        accion = por_slug.get(slug)
        if accion is None or not alcance.incluye(accion.datos.get("aplica_a") or "todos"):
            return
        sugerencia = halladas.setdefault(slug, Sugerencia(accion, _recomendada(accion, alcance)))
        if origen not in sugerencia.origenes:
            sugerencia.origenes.append(origen)

    for slugs, origen in _por_respuestas(resultado_, contenido, activan):
        for slug in slugs:
            agregar(slug, origen)
    for slugs, origen in _por_condiciones(resultado_, contenido, activan):
        for slug in slugs:
            agregar(slug, origen)
    for slugs, origen in _por_niveles(resultado_, activan):
        for slug in slugs:
            agregar(slug, origen)
    return list(halladas.values())


def _recomendada(accion: AccionSugerida, alcance: Alcance) -> bool:
    """Say whether it is recommended for the category of the territory (unknown, or an association: yes)."""
    categorias = [str(categoria) for categoria in accion.datos.get("categorias") or ()]
    return not alcance.categoria or not categorias or alcance.categoria in categorias


Activadores = Mapping[tuple, list[str]]


def _activadores(acciones: Iterable[AccionSugerida]) -> Activadores:
    """Give the slugs that each question, condition and level activates, in the order of the actions."""
    activan: dict[tuple, list[str]] = defaultdict(list)
    for accion in acciones:
        suyos = accion.datos.get("activadores") or {}
        for clase in ("preguntas", "condiciones"):
            for clave in dict.fromkeys(suyos.get(clase) or ()):
                activan[clase, clave].append(accion.slug)
        for nivel in suyos.get("niveles") or ():
            activan["niveles", nivel["modalidad"], nivel["nivel"]].append(accion.slug)
    return activan


def _activadas(activan: Activadores, clase: str, clave: str, primera: str) -> list[str]:
    """Give the slugs a key activates: that of «si_no» first, then any other that names the key."""
    return list(dict.fromkeys(filter(None, (primera, *activan.get((clase, clave), ())))))


def _por_respuestas(resultado_: dict, contenido: Contenido, activan: Activadores):
    """Give (slugs, origin) of the answers, heaviest first."""
    preguntas = [p for p in por_clave(resultado_).values() if p["valor"] not in NO_SUGIEREN]
    preguntas.sort(key=lambda pregunta: -pregunta["peso"])
    for dada in preguntas:
        pregunta = contenido.preguntas.get(dada["clave"])
        primera = pregunta.si_no if pregunta else ""
        origen = Origen(f"pregunta:{dada['clave']}", dada["texto"], dada["valor_nombre"])
        yield _activadas(activan, "preguntas", dada["clave"], primera), origen


def _por_condiciones(resultado_: dict, contenido: Contenido, activan: Activadores):
    """Give (slugs, origin) of the conditions that are not met."""
    si_no = {condicion.clave: condicion.si_no for condicion in contenido.condiciones}
    for dada in resultado_["condiciones"]["lista"]:
        if dada["valor"] not in NO_SUGIEREN:
            origen = Origen(f"condicion:{dada['clave']}", dada["texto"], dada["valor_nombre"])
            yield _activadas(activan, "condiciones", dada["clave"], si_no.get(dada["clave"], "")), origen


def _por_niveles(resultado_: dict, activan: Activadores):
    """Give (slugs, origin) of the level of each modality."""
    for dada in resultado_["modalidades"]:
        if dada["nivel"] is None:
            continue
        slugs = activan.get(("niveles", dada["slug"], dada["nivel"]), ())
        texto = _("%(modalidad)s, nivel %(nivel)d") % {"modalidad": dada["nombre"], "nivel": dada["nivel"]}
        yield slugs, Origen(f"nivel:{dada['slug']}:{dada['nivel']}", texto, dada["nivel_nombre"])
