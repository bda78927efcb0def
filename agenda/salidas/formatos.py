"""The files in which an approved version leaves: how each ends, of what type it is, how it is shown."""

from __future__ import annotations

from dataclasses import dataclass

from agenda.models import Edicion, Idioma

TIPOS = {
    "pdf": "application/pdf",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
EN_LA_VENTANA = ("pdf", "json")  # what a browser opens by itself; the others are kept
TERMINACION = r"(?:(?:minima|resumen)\.)?(?:en\.)?pdf|(?:en\.)?docx|xlsx|json"


@dataclass(frozen=True)
class Formato:
    """A kind of file, from the end of its name: «pdf», «minima.en.pdf», «en.docx», «json»."""

    terminacion: str

    @property
    def clase(self) -> str:
        """Give «pdf», «docx», «xlsx» or «json»."""
        return self.terminacion.rpartition(".")[2]

    @property
    def idioma(self) -> str:
        """Give the language of what the portal writes in it."""
        return Idioma.INGLES.value if "en" in self.terminacion.split(".") else Idioma.ESPANOL.value

    @property
    def edicion(self) -> str:
        """Give how much of the agenda it prints."""
        primera = self.terminacion.partition(".")[0]
        return primera if primera in Edicion.values else Edicion.COMPLETA.value

    @property
    def tipo(self) -> str:
        """Give its type of content."""
        return TIPOS[self.clase]

    def nombre(self, version) -> str:
        """Give the name under which a person keeps it."""
        agenda = version.agenda
        return f"agenda-{agenda.territorio_id}-{agenda.periodo_id}-v{version.numero}.{self.terminacion}"


def terminacion(edicion: str, idioma: str) -> str:
    """Give how the PDF of an edition in a language ends: «pdf», «en.pdf», «minima.pdf»."""
    partes = ["" if edicion == Edicion.COMPLETA else edicion, "" if idioma == Idioma.ESPANOL else idioma, "pdf"]
    return ".".join(filter(None, partes))
