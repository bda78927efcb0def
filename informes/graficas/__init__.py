"""Charts as pure functions: facts in, a dataclass out, drawn by a template of ``templates/informes/``.

Use: ``{% include "informes/radar.svg" with grafica=radar %}``. Coordinates are text, since a template writes numbers
with a comma; each chart carries its alternative text in ``titulo`` and its colours as attributes.
"""

from informes.graficas.cadena import cadena
from informes.graficas.cronograma import barra, escala
from informes.graficas.dinero import barras, filas
from informes.graficas.escalera import escalera
from informes.graficas.mapa import mapa, rumbos_a
from informes.graficas.mundo import mundo, rumbo
from informes.graficas.ods import franja_ods, rejilla_ods
from informes.graficas.radar import radar

__all__ = [
    "barra",
    "barras",
    "cadena",
    "escala",
    "escalera",
    "filas",
    "franja_ods",
    "mapa",
    "mundo",
    "radar",
    "rejilla_ods",
    "rumbo",
    "rumbos_a",
]
