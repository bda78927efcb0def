"""The agenda as a workbook, from the same frozen document: each row with its ``clave``, money and dates as such.

Every item of the document that holds something has its cell; a sheet without rows is left out.
"""

from __future__ import annotations

import datetime as dt

from django.utils.translation import gettext as _
from django.utils.translation import override

from agenda.models import Version
from agenda.salidas.hoja import diagnostico, dinero, entorno, general, medida, plan
from informes.hojas.escritas import Hoja, a_xlsx


def libro(version: Version) -> bytes:
    """Give the workbook of a frozen Version."""
    return libro_de(version.contenido, sha256=version.sha256, acta=version.acta)


def libro_de(contenido: dict, *, sha256: str = "", acta: dict | None = None) -> bytes:
    """Give the workbook of a document, frozen or of the working text (no digest); same document, same bytes."""
    with override("es-co"):
        titulo = _("Agenda Estratégica %(periodo)s · %(lugar)s · versión %(n)s") % {
            "periodo": contenido["periodo"]["texto"],
            "lugar": contenido["territorio"]["nombre_completo"],
            "n": contenido["version"] if sha256 else _("en borrador"),
        }
        hojas = [general.agenda(contenido, sha256, acta), *(hoja for hoja in _hojas(contenido) if hoja.filas)]
        return a_xlsx(hojas, titulo=titulo, creado=dt.datetime.fromisoformat(contenido["compuesta_en"]))


def _hojas(c: dict) -> list[Hoja]:
    """Give the sheets in the order in which the document is read."""
    return [
        plan.ejes(c),
        plan.acciones(c),
        dinero.partidas(c),
        dinero.resumen(c),
        medida.indicadores(c),
        medida.mediciones(c),
        plan.hitos(c),
        plan.tramites(c),
        plan.aliados(c),
        entorno.ods(c),
        entorno.aportes(c),
        entorno.plan_de_desarrollo(c),
        entorno.actores(c),
        entorno.memoria(c),
        entorno.reuniones(c),
        general.territorio(c),
        general.redes(c),
        *diagnostico.hojas(c["diagnostico"]),
    ]
