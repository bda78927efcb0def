"""Is this file an .xlsx that may be opened? Everything is looked at before anything is uncompressed."""

from __future__ import annotations

import io
import zipfile

from django.utils.translation import gettext as _

from informes.hojas.entrantes.celdas import PlanillaIlegible

MAXIMO_ENTRADAS = 500
MAXIMO_DIRECTORIO = 128 * 1024
FIN_DE_DIRECTORIO = b"PK\x05\x06"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
CIFRADO = "EncryptedPackage".encode("utf-16-le")
TIPOS = "[content_types].xml"


def danada() -> PlanillaIlegible:
    """Give the refusal of a file that begins well and cannot be read."""
    return PlanillaIlegible(
        _("El archivo está dañado o incompleto. Ábralo, guárdelo otra vez como .xlsx y súbalo de nuevo.")
    )


def otra_cosa() -> PlanillaIlegible:
    """Give the refusal of a file that is not a spreadsheet."""
    return PlanillaIlegible(
        _("Ese archivo no es una hoja de cálculo .xlsx. Suba la planilla que descargó de aquí, guardada como .xlsx.")
    )


class Paquete:
    """The parts of an .xlsx by name, without regard to case. Raises ``PlanillaIlegible`` when it is something else."""

    def __init__(self, datos: bytes):
        _revisar_cabeza(datos)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(datos))
        except Exception as error:  # zipfile raises many kinds for a broken or hostile file; all mean «damaged»
            raise danada() from error
        partes = self._zip.infolist()
        if len(partes) > MAXIMO_ENTRADAS:
            raise danada()
        self._partes = {parte.filename.lower(): parte for parte in partes}
        self._revisar_partes()

    def __contains__(self, nombre: str) -> bool:
        return nombre.lower() in self._partes

    def abrir(self, nombre: str):
        """Give a part to be read in a stream. Raises ``PlanillaIlegible`` when it is not there or cannot be read."""
        parte = self._partes.get(nombre.lower())
        if parte is None or parte.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise danada()
        try:
            return self._zip.open(parte)
        except Exception as error:  # the same: a header that lies, an entry that overlaps another
            raise danada() from error

    def _revisar_partes(self) -> None:
        nombres = self._partes
        if any(parte.flag_bits & 0x1 for parte in nombres.values()):
            raise protegida()
        if any(nombre.endswith("vbaproject.bin") for nombre in nombres) or self._con_macros():
            raise PlanillaIlegible(
                _("La planilla tiene macros y no se recibe. Guárdela como «Libro de Excel (.xlsx)» y súbala de nuevo.")
            )
        if "xl/workbook.bin" in nombres:
            raise PlanillaIlegible(_("La planilla está en formato .xlsb. Guárdela como .xlsx y súbala de nuevo."))
        if "mimetype" in nombres and "content.xml" in nombres:
            raise PlanillaIlegible(
                _(
                    "El archivo está en formato OpenDocument. En LibreOffice escoja «Archivo», «Guardar como», "
                    "«Excel 2007-365 (.xlsx)», y suba ese archivo."
                )
            )
        if TIPOS not in nombres or not any(nombre.startswith("xl/") for nombre in nombres):
            raise otra_cosa()

    def _con_macros(self) -> bool:
        if TIPOS not in self._partes:
            return False
        try:
            with self.abrir(TIPOS) as flujo:
                return b"macroenabled" in flujo.read(256 * 1024).lower()
        except PlanillaIlegible:
            raise
        except Exception as error:  # broken compression
            raise danada() from error


def protegida() -> PlanillaIlegible:
    """Give the refusal of a file with a password."""
    return PlanillaIlegible(
        _("La planilla está protegida con contraseña. Quítele la contraseña para abrirla, guárdela y súbala de nuevo.")
    )


def _revisar_cabeza(datos: bytes) -> None:
    """Refuse what its first bytes, or its directory, say."""
    if datos.startswith(OLE):
        if CIFRADO in datos:
            raise protegida()
        raise PlanillaIlegible(
            _(
                "La planilla está en el formato antiguo de Excel (.xls). Ábrala, guárdela como «Libro de Excel "
                "(.xlsx)» y súbala de nuevo."
            )
        )
    if not datos.startswith(b"PK\x03\x04"):
        raise otra_cosa()
    fin = datos.rfind(FIN_DE_DIRECTORIO)
    if fin < 0 or int.from_bytes(datos[fin + 12 : fin + 16], "little") > MAXIMO_DIRECTORIO:
        raise danada()
