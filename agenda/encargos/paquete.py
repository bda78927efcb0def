"""The stored PDFs of what an advisor looks at, as one ZIP with a manifest: to disk, one file in memory at a time."""

from __future__ import annotations

import datetime as dt
import hashlib
import zipfile
from dataclasses import dataclass

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db.models import OuterRef, QuerySet, Subquery
from django.utils.text import slugify
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from agenda.bandeja import Filtro
from agenda.encargos.marcha import SinPermiso, latir
from agenda.models import Agenda, Edicion, Encargo, Idioma, Impreso
from informes.hojas.separadas import a_csv
from territorio.models import Territorio

SE_GUARDA = dt.timedelta(days=30)
MANIFIESTO = "manifiesto.csv"


@dataclass(frozen=True)
class Fila:
    """An agenda of the filter and the PDF of its version in force. ``archivo`` is where it is stored, or nothing."""

    codigo: str
    nombre: str
    departamento: str
    periodo: str
    version: int | None
    aprobada_en: dt.datetime | None
    retirada_en: dt.datetime | None
    archivo: str | None
    sha256: str | None

    @property
    def dentro(self) -> str:
        """Give its name inside the package: ``54518-pamplona-2024-2027-v2.pdf``."""
        return f"{self.codigo}-{slugify(self.nombre)}-{self.periodo}-v{self.version}.pdf"

    def por_que_falta(self) -> str:
        """Say why there is no PDF of it, or nothing when there should be one."""
        if self.version is None:
            return _("sin versión aprobada")
        if self.retirada_en:
            return _("retirada de publicación")
        return "" if self.archivo else _("su PDF todavía se prepara")


def filas(agendas: QuerySet[Agenda]) -> list[Fila]:
    """Give what a package of these agendas holds, by territory and period. One query, however many they are."""
    impresos = Impreso.objects.guardados().filter(
        version=OuterRef("publicada"), edicion=Edicion.COMPLETA, idioma=Idioma.ESPANOL
    )
    ultimo = impresos.order_by("-emision")
    lugar = ("territorio__departamento__clave_busqueda", "territorio__clave_busqueda", "periodo")
    datos = agendas.order_by(*lugar).values_list(
        "territorio_id",
        "territorio__nombre",
        "territorio__departamento__nombre",
        "periodo_id",
        "publicada__numero",
        "publicada__aprobada_en",
        "retirada_publico_en",
        Subquery(ultimo.values("archivo")[:1]),
        Subquery(ultimo.values("sha256")[:1]),
    )
    return [Fila(*fila) for fila in datos]


def armar(encargo: Encargo) -> dt.timedelta:
    """Write the package; give how long it is kept. ``SinPermiso`` when the person no longer reviews."""
    if not (encargo.usuario.is_active and encargo.usuario.es_fcm):
        raise SinPermiso
    contenido = filas(Filtro(**encargo.filtro).aplicar(encargo.usuario))
    encargo.archivo.save("paquete.zip", ContentFile(b""), save=False)
    latir(encargo, total=len(contenido), archivo=encargo.archivo.name)
    renglones = []
    with (
        default_storage.open(encargo.archivo.name, "wb") as salida,
        zipfile.ZipFile(salida, "w", zipfile.ZIP_STORED) as paquete,
    ):
        for hechas, fila in enumerate(contenido, start=1):
            falta = fila.por_que_falta() or _meter(paquete, fila)
            renglones.append(_renglon(fila, falta))
            latir(encargo, hechas=hechas, faltan=encargo.faltan + bool(falta))
        paquete.writestr(_entrada(MANIFIESTO, encargo.pedido_en), _manifiesto(renglones))
    return SE_GUARDA


def _meter(paquete: zipfile.ZipFile, fila: Fila) -> str:
    """Put a PDF in the package; say why not when the folder lost it or it is not the one that was stored."""
    try:
        with default_storage.open(fila.archivo, "rb") as archivo:
            datos = archivo.read()
    except FileNotFoundError:
        return _("su PDF no está en la carpeta de archivos")
    if hashlib.sha256(datos).hexdigest() != fila.sha256:
        return _("su PDF no es el que se guardó: la huella no coincide")
    paquete.writestr(_entrada(fila.dentro, fila.aprobada_en), datos)
    return ""


def _entrada(nombre: str, cuando: dt.datetime) -> zipfile.ZipInfo:
    """Give the entry of a file, dated in local time, readable by whoever unpacks it."""
    entrada = zipfile.ZipInfo(nombre, localtime(cuando).timetuple()[:6])
    entrada.external_attr = 0o644 << 16
    return entrada


def _renglon(fila: Fila, falta: str) -> tuple:
    donde = ("", "") if falta else (fila.dentro, fila.sha256)
    return (fila.codigo, fila.nombre, fila.departamento, fila.periodo, fila.version, *donde, falta)


def _manifiesto(renglones: list[tuple]) -> str:
    """Give the list of what is inside and of what is missing, with the reason."""
    encabezado = [
        _("Código"),
        _("Territorio"),
        _("Departamento"),
        _("Periodo"),
        _("Versión"),
        _("Archivo"),
        "SHA-256",
        _("Por qué falta"),
    ]
    return a_csv(encabezado, renglones)


def titular(paquetes: list[Encargo], usuario) -> None:
    """Put in each package, as ``titulo``, the words of its filter: tab, what was searched, department. One query.

    ``dentro``: how many PDFs it holds.
    """
    filtros = [Filtro(**paquete.filtro) for paquete in paquetes]
    codigos = {filtro.departamento for filtro in filtros}
    nombres = dict(Territorio.objects.filter(pk__in=codigos).values_list("pk", "nombre"))
    for paquete, filtro in zip(paquetes, filtros, strict=True):
        partes = [str(filtro.vista(usuario).nombre)]
        partes += [nombres.get(filtro.departamento, filtro.departamento)] if filtro.departamento else []
        partes += [f"«{filtro.q}»"] if filtro.q else []
        paquete.titulo = " · ".join(partes)
        paquete.dentro = paquete.hechas - paquete.faltan
