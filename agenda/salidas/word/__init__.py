"""The agenda as a word processor edits it (DOCX), from the same frozen document and in the same order as the PDF.

It is a copy to work on: it says so, and where the original is verified. The same version gives the same bytes.
"""

from __future__ import annotations

import datetime as dt
import io

from django.utils.translation import gettext as _
from django.utils.translation import override

from agenda.impresion import Emision, contexto
from agenda.models import Version
from agenda.salidas.pdf import LENGUAS, acto_de, direccion_de_verificacion, texto_de_adopcion
from agenda.salidas.word import cierre, dinero, entorno, plan, portada
from agenda.salidas.word.estilos import LENGUAS as LENGUAS_DE_WORD
from agenda.salidas.word.estilos import nuevo
from agenda.salidas.word.piezas import Papel, legible
from informes.paquete import fijo

CAPITULOS = {
    "resumen": entorno.resumen,
    "presentacion": entorno.presentacion,
    "ofrecemos": entorno.ofrecemos,
    "perfil": entorno.perfil,
    "proposito": entorno.proposito,
    "actores": entorno.actores,
    "articulacion": entorno.articulacion,
    "plan": plan.plan,
    "cronograma": plan.cronograma,
    "presupuesto": dinero.presupuesto,
    "indicadores": plan.indicadores,
    "cadena": plan.cadena,
    "gobernanza": cierre.gobernanza,
    "diagnostico": cierre.diagnostico,
    "metodo": cierre.metodo,
    "cierre": cierre.cierre,
}


def documento(version: Version, idioma: str = "es") -> bytes:
    """Give the DOCX of a frozen Version, in «es» or «en»."""
    with override(LENGUAS[idioma]):
        emision = Emision(
            sha256=version.sha256,
            verificar=direccion_de_verificacion(version.sha256),
            acta=version.acta,
            adopcion=texto_de_adopcion(acto_de(version)),
            idioma=idioma,
        )
        return documento_de(version.contenido, emision)


def documento_de(contenido: dict, emision: Emision) -> bytes:
    """Give the DOCX of a document and what surrounds it, in the language in force (that of ``emision.idioma``)."""
    x = contexto(contenido, emision)
    papel = Papel(nuevo(emision.idioma), emision.idioma)
    portada.portada(papel, x)
    lugar = portada.lugar_del_indice(papel)
    for capitulo in (una for una in x["s"].values() if "." not in una.numero):
        if capitulo.clave == "presentacion" and not x["otra_lengua"]["hay"]:
            continue  # on paper it holds the summary that was shortened; here the summary is whole
        papel.titulo(capitulo.titulo, 1)
        CAPITULOS[capitulo.clave](papel, x)
    portada.indice(papel, lugar)
    portada.orillas(papel, x)
    momento = dt.datetime.fromisoformat(x["fecha_iso"])
    _propiedades(papel.documento.core_properties, x, momento)
    salida = io.BytesIO()
    papel.documento.save(salida)
    return fijo(salida.getvalue(), momento)


def _propiedades(propias, x: dict, momento: dt.datetime) -> None:
    """Say what the file is, for whoever looks for it in a folder. A property holds 255 letters at most."""
    c = x["c"]
    propias.title = legible(portada.nombre(x))[:255]
    propias.author = propias.last_modified_by = legible(c["territorio"]["nombre_completo"])[:255]
    propias.subject = legible(x["t"]["titulo"]["texto"])[:255]
    propias.keywords = _("internacionalización, agenda estratégica, cooperación")
    propias.comments = cierre.copia_editable()[:255]
    propias.category = _("DEMOSTRACIÓN") if x["demostracion"] else ""
    propias.language = LENGUAS_DE_WORD[x["e"].idioma]
    propias.version = str(c["version"])
    propias.revision = 1
    propias.created = propias.modified = momento.astimezone(dt.UTC).replace(tzinfo=None)
