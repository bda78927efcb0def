"""Every published table, in the order in which it is shown, and under which terms."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from fcm_portal.datos.columna import Cambio, Conjunto
from fcm_portal.datos.tablas import agendas, convocatorias, directorio, glosario, registros

CONJUNTOS: dict[str, Conjunto] = {
    uno.slug: uno
    for uno in (
        directorio.CONJUNTO,
        convocatorias.CONJUNTO,
        registros.DE_HERMANAMIENTOS,
        registros.DE_MEMBRESIAS,
        *agendas.CONJUNTOS,
        glosario.CONJUNTO,
    )
}
LICENCIA = "https://creativecommons.org/licenses/by/4.0/"
LICENCIA_LEGIBLE = "https://creativecommons.org/licenses/by/4.0/deed.es"
LICENCIA_NOMBRE = _("Creative Commons Atribución 4.0 (CC BY 4.0)")
QUIEN_PUBLICA = "Federación Colombiana de Municipios"


def ultimos_cambios() -> dict[str, Cambio]:
    """Give the last change of every table by its slug; those that come from the same documents ask once."""
    dados = {pregunta: pregunta() for pregunta in {uno.cambio for uno in CONJUNTOS.values()}}
    return {uno.slug: dados[uno.cambio] for uno in CONJUNTOS.values()}
