"""The glossary of the guide."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from fcm_portal.datos.columna import SI_NO, TEXTO, Columna
from fcm_portal.datos.consultas import conjunto_de
from guia.models import Termino

COLUMNAS = (
    Columna("slug", TEXTO, _("Identificador del término.")),
    Columna("termino", TEXTO, _("Término.")),
    Columna("sigla", TEXTO, _("Sigla.")),
    Columna("definicion", TEXTO, _("Qué quiere decir, en pocas palabras.")),
    Columna("fuente", TEXTO, _("De dónde sale el término.")),
    Columna("verificado", SI_NO, _("Si el término está en la guía o en una fuente leída.")),
)


CONJUNTO = conjunto_de(
    Termino.objects.all,
    COLUMNAS,
    slug="glosario",
    titulo=_("Glosario de la guía"),
    que_es=_("Las palabras de la cooperación, definidas en claro."),
    fila_es=_("un término"),
    fuente=_("Guía «¡De cara al mundo!» (Federación Colombiana de Municipios, 2009); definiciones propias."),
    claves=(_("glosario"), _("cooperación internacional")),
)
