"""Where each commented place is edited: from the ``ancla`` of a comment to a page of the editor."""

from __future__ import annotations

from django.urls import reverse

from agenda.forms.texto import SECCIONES
from agenda.models import Agenda

EN_EL_TERRITORIO = {
    "actores": "actores",
    "memoria": "memoria",
    "plan_de_desarrollo": "ejes_plan",
    "diagnostico": "diagnostico",
}
DEL_PLAN = {"eje": "agenda_eje", "objetivo": "agenda_objetivo", "accion": "accion", "indicador": "agenda_indicador"}
EN_LA_AGENDA = {"ingles": "presentacion", "reuniones": "elaboracion"}


def donde_se_edita(agenda: Agenda, ancla: str) -> str:
    """Give the address of the page that edits a place; the overview when nothing is nearer."""
    args = [agenda.territorio_id, agenda.periodo_id]
    clase, _dos_puntos, clave = ancla.partition(":")
    if clase in DEL_PLAN:
        return reverse(DEL_PLAN[clase], args=[*args, clave])
    return _seccion(args, clave)


def _seccion(args: list[str], seccion: str) -> str:
    if seccion in EN_EL_TERRITORIO:
        return reverse(EN_EL_TERRITORIO[seccion], args=args[:1])
    if seccion == "consejos":
        return reverse("agenda_consejos", args=args)
    pagina = EN_LA_AGENDA.get(seccion, seccion)
    if pagina in SECCIONES:
        return reverse("agenda_texto", args=[*args, pagina])
    duena = next((slug for slug, datos in SECCIONES.items() if seccion in datos.todos), None)
    if duena:
        return f"{reverse('agenda_texto', args=[*args, duena])}#campo-{seccion}"
    return reverse("agenda", args=args)
