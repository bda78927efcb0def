"""Every published table, in the order in which it is shown, and under which terms."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from fcm_portal.datos.columna import Conjunto
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
