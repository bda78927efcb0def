"""The catalogue as machines read it: DCAT 3 (W3C, 2024) in JSON-LD."""

from __future__ import annotations

from collections.abc import Mapping

from django.conf import settings
from django.urls import reverse

from fcm_portal.datos.catalogo import CONJUNTOS, LICENCIA, QUIEN_PUBLICA
from fcm_portal.datos.columna import Cambio, Conjunto
from fcm_portal.datos.medida import Medida

ESPANOL = "http://publications.europa.eu/resource/authority/language/SPA"
COLOMBIA = "http://publications.europa.eu/resource/authority/country/COL"
PUBLICO = "http://publications.europa.eu/resource/authority/access-right/PUBLIC"
MEDIOS = {"csv": "text/csv", "json": "application/json"}
FORMATO = "http://publications.europa.eu/resource/authority/file-type/{}"
CONTEXTO = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def catalogo(cambios: Mapping[str, Cambio], medidas: Mapping[str, Medida]) -> dict:
    """Give the catalogue. ``cambios``: when each table last changed, by slug; ``medidas``: how much its files weigh."""
    inicio = settings.PORTAL_DIRECCION.rstrip("/")
    pagina = f"{inicio}{reverse('datos')}"
    modificados = [cambio.modificado for cambio in cambios.values() if cambio.modificado]
    publicados = [cambio.publicado for cambio in cambios.values() if cambio.publicado]
    return {
        "@context": CONTEXTO,
        "@id": f"{pagina}#catalogo",
        "@type": "dcat:Catalog",
        "dct:title": _es("Datos abiertos de «De cara al mundo»"),
        "dct:description": _es(
            "Directorio de redes y agencias, convocatorias, hermanamientos, membresías y agendas aprobadas de los "
            "municipios de Colombia."
        ),
        "dct:publisher": _quien(inicio),
        "dct:license": {"@id": LICENCIA},
        "dct:language": {"@id": ESPANOL},
        "dct:spatial": {"@id": COLOMBIA, "@type": "dct:Location"},
        "foaf:homepage": {"@id": pagina},
        "dct:conformsTo": {"@id": "http://www.w3.org/ns/dcat#", "@type": "dct:Standard"},
        **_dias(Cambio("", max(modificados, default=None), min(publicados, default=None))),
        "dcat:dataset": [_conjunto(uno, cambios[uno.slug], medidas[uno.slug], inicio) for uno in CONJUNTOS.values()],
    }


def _conjunto(conjunto: Conjunto, cambio: Cambio, medida: Medida, inicio: str) -> dict:
    pagina = f"{inicio}{reverse('datos_conjunto', args=[conjunto.slug])}"
    return {
        "@id": f"{pagina}#conjunto",
        "@type": "dcat:Dataset",
        "dct:identifier": conjunto.slug,
        "dct:title": _es(conjunto.titulo),
        "dct:description": _es(conjunto.que_es),
        "dct:provenance": {"@type": "dct:ProvenanceStatement", "dct:description": _es(conjunto.fuente)},
        "dcat:keyword": [_es(clave) for clave in conjunto.claves],
        "dcat:landingPage": {"@id": pagina, "@type": "foaf:Document"},
        "dct:publisher": {"@id": f"{inicio}/#publica"},
        "dcat:contactPoint": {
            "@type": "vcard:Organization",
            "vcard:fn": QUIEN_PUBLICA,
            "vcard:hasEmail": {"@id": f"mailto:{settings.PORTAL_CONTACTO}"},
        },
        "dct:license": {"@id": LICENCIA},
        "dct:accessRights": {"@id": PUBLICO, "@type": "dct:RightsStatement"},
        "dct:language": {"@id": ESPANOL},
        "dct:spatial": {"@id": COLOMBIA, "@type": "dct:Location"},
        **_dias(cambio),
        "dcat:distribution": [
            _archivo(conjunto, cambio, formato, pagina, inicio) | _peso(medida, formato) for formato in MEDIOS
        ],
    }


def _archivo(conjunto: Conjunto, cambio: Cambio, formato: str, pagina: str, inicio: str) -> dict:
    direccion = f"{inicio}{reverse('datos_archivo', args=[conjunto.slug, formato])}"
    return {
        "@id": direccion,
        "@type": "dcat:Distribution",
        "dct:title": _es(f"{conjunto.titulo} ({formato.upper()})"),
        "dcat:accessURL": {"@id": pagina},
        "dcat:downloadURL": {"@id": direccion},
        "dcat:mediaType": {"@id": f"https://www.iana.org/assignments/media-types/{MEDIOS[formato]}"},
        "dct:format": {"@id": FORMATO.format(formato.upper())},
        "dct:license": {"@id": LICENCIA},
        "dct:conformsTo": {"@id": pagina, "@type": "dct:Standard"},
        **_dias(cambio),
    }


def _peso(medida: Medida, formato: str) -> dict:
    """Give the bytes of a file; nothing of one that was only weighed by a sample."""
    tipo = {"@value": str(medida.bytes[formato]), "@type": "xsd:nonNegativeInteger"}
    return {"dcat:byteSize": tipo} if medida.exacta else {}


def _quien(inicio: str) -> dict:
    return {"@id": f"{inicio}/#publica", "@type": "foaf:Organization", "foaf:name": _es(QUIEN_PUBLICA)}


def _es(texto) -> dict:
    return {"@value": str(texto), "@language": "es"}


def _dias(cambio: Cambio) -> dict:
    """Give when it was first published and last changed, in seconds; nothing of what has no rows yet."""
    dias = {"dct:issued": cambio.publicado, "dct:modified": cambio.modificado}
    return {
        nombre: {"@value": momento.isoformat(timespec="seconds"), "@type": "xsd:dateTime"}
        for nombre, momento in dias.items()
        if momento
    }
