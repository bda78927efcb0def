"""The glossary of the guide."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from fcm_portal.datos.cambios import cambio_de
from fcm_portal.datos.columna import SI_NO, TEXTO, Columna, Conjunto
from fcm_portal.datos.consultas import de_modelo
from guia.models import Termino

COLUMNAS = (
    Columna("slug", TEXTO, _("Identificador del término.")),
    Columna("termino", TEXTO, _("Término.")),
    Columna("sigla", TEXTO, _("Sigla.")),
    Columna("definicion", TEXTO, _("Qué quiere decir, en pocas palabras.")),
    Columna("fuente", TEXTO, _("De dónde sale el término.")),
    Columna("verificado", SI_NO, _("Si el término está en la guía o en una fuente leída.")),
)


def terminos() -> QuerySet[Termino]:
    """Give the rows."""
    return Termino.objects.all()


CONJUNTO = Conjunto(
    slug="glosario",
    titulo=_("Glosario de la guía"),
    que_es=_("Las palabras de la cooperación, definidas en claro."),
    fila_es=_("un término"),
    fuente=_("Guía «¡De cara al mundo!» (Federación Colombiana de Municipios, 2009); definiciones propias."),
    claves=(_("glosario"), _("cooperación internacional")),
    columnas=COLUMNAS,
    filas=lambda: de_modelo(terminos, COLUMNAS),
    contar=lambda: Termino.objects.count(),
    cambio=lambda: cambio_de(Termino.objects.all()),
)
