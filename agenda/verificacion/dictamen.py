"""What the portal says of a file: authentic, an earlier emission, altered, a mention, a draft, or unknown.

Only approved versions answer: a file of any other is as unknown as one that never existed.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext as _

from agenda.models import Impreso, Version
from agenda.publicado.publicacion import Publicacion, aprobadas, publicar
from agenda.verificacion.datos import cotejar, parece_json
from agenda.verificacion.marcas import Marcas, leer_marcas
from agenda.verificacion.parecido import el_que_fue

MAXIMO_BYTES = 15 * 1024 * 1024


class Veredicto(StrEnum):
    """What a file is to the portal."""

    AUTENTICO = "autentico"
    ALTERADO = "alterado"
    MENCION = "mencion"
    BORRADOR = "borrador"
    DESCONOCIDO = "desconocido"


@dataclass(frozen=True)
class Dictamen:
    """The answer. ``publicada``: the version it is or claims to be, and how that stands before the public.

    ``impreso``: the stored file it is or claims to be; None for data, or when only the version is known.
    ``posterior``: a later emission of it, that carries an act of adoption.
    ``frase``: why an unknown file cannot be known, when that is plain.
    """

    veredicto: Veredicto
    publicada: Publicacion | None = None
    impreso: Impreso | None = None
    posterior: Impreso | None = None
    frase: str = ""


def dictaminar(datos: bytes) -> Dictamen:
    """Say what a file is, from its bytes. At most five queries, whatever it holds."""
    impreso = _guardados().filter(sha256=hashlib.sha256(datos).hexdigest()).first()
    if impreso:
        return Dictamen(Veredicto.AUTENTICO, _publicacion(pk=impreso.version_id), impreso, _posterior(impreso))
    version, igual = cotejar(datos) if parece_json(datos) else (None, False)
    if version:
        return Dictamen(Veredicto.AUTENTICO if igual else Veredicto.ALTERADO, publicar(version))
    marcas = leer_marcas(datos)
    if impreso := _el_que_dice_ser(marcas):
        return Dictamen(Veredicto.ALTERADO, _publicacion(pk=impreso.version_id), impreso)
    if publicada := _publicacion(sha256__in=marcas.propias):
        return Dictamen(Veredicto.ALTERADO, publicada)
    if publicada := _publicacion(sha256__in=marcas.mencionadas):
        # a file of before the metadata said the digest has one mark of its own: whoever spoils it leaves only the links
        impreso = el_que_fue(datos, _guardados().filter(version=publicada.version))
        return Dictamen(Veredicto.ALTERADO if impreso else Veredicto.MENCION, publicada, impreso)
    if marcas.borrador:
        return Dictamen(Veredicto.BORRADOR)
    return Dictamen(Veredicto.DESCONOCIDO, frase=_que_es(datos))


def _guardados():
    """Give the stored files of approved versions, and of no other."""
    return Impreso.objects.guardados().filter(version__in=Version.objects.aprobadas())


def _publicacion(**filtro) -> Publicacion | None:
    """Give the newest approved version that fits, as it stands before the public."""
    if not all(filtro.values()):
        return None
    version = aprobadas().defer("contenido").filter(**filtro).order_by("-aprobada_en", "-pk").first()
    return publicar(version) if version else None


def _el_que_dice_ser(marcas: Marcas) -> Impreso | None:
    """Give the stored file whose identifier a file carries."""
    if not marcas.identificadores:
        return None
    return _guardados().filter(identificador__in=marcas.identificadores).order_by("-pk").first()


def _posterior(impreso: Impreso) -> Impreso | None:
    """Give the newest later emission of a stored file."""
    mismas = _guardados().filter(version=impreso.version_id, edicion=impreso.edicion, idioma=impreso.idioma)
    return mismas.filter(emision__gt=impreso.emision).order_by("-emision").first()


def _que_es(datos: bytes) -> str:
    """Say in a sentence why a file is not known, when its first bytes tell."""
    if b"%PDF-" in datos[:1024]:
        if b"/Encrypt" in datos:
            return _("El PDF está protegido con clave. Los de este portal no llevan clave: descargue el original.")
        return ""
    if datos.startswith(b"PK\x03\x04"):
        return _(
            "Los libros de Excel y los documentos de Word son para trabajar y no se verifican. Suba el PDF, o los "
            "datos para otros programas (JSON)."
        )
    if parece_json(datos):
        return _("Los datos no son los de una agenda aprobada, o no están completos.")
    return _("El archivo no es un PDF, ni los datos de una agenda, ni una imagen con un código QR.")
