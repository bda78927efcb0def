"""The two registers as one description: the same pages serve both."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import models
from django.http import Http404
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from redes.models import Hermanamiento, Membresia
from redes.registros import formularios
from territorio.models import Territorio


@dataclass(frozen=True)
class ClaseRegistro:
    """A register: its word in addresses, model, forms and words. ``llave``: the field that addresses a row."""

    slug: str
    modelo: type[models.Model]
    llave: str
    relacion: str
    unidas: tuple[str, ...]
    nuevo: type
    guardado: type
    titulo: str | Promise
    titulo_nuevo: str | Promise

    def filas(self, territorio: Territorio) -> models.QuerySet:
        """Give the rows of a territory, withdrawn ones included."""
        return getattr(territorio, self.relacion).select_related(*self.unidas)

    def cual(self, identidad: str) -> dict:
        """Give the condition of one row by what its address carries. Raises ``Http404`` for what is not a key."""
        try:
            return {self.llave: self.modelo._meta.get_field(self.llave).to_python(identidad)}
        except ValidationError:
            raise Http404("registro") from None


HERMANAMIENTOS = ClaseRegistro(
    slug="hermanamientos",
    modelo=Hermanamiento,
    llave="slug",
    relacion="hermanamientos",
    unidas=("archivo", "declarado_por"),
    nuevo=formularios.HermanamientoNuevo,
    guardado=formularios.HermanamientoGuardado,
    titulo=_("Hermanamientos y acuerdos"),
    titulo_nuevo=_("Registrar un hermanamiento"),
)
MEMBRESIAS = ClaseRegistro(
    slug="membresias",
    modelo=Membresia,
    llave="clave",
    relacion="membresias",
    unidas=("archivo", "declarado_por", "entrada"),
    nuevo=formularios.MembresiaNueva,
    guardado=formularios.MembresiaGuardada,
    titulo=_("Membresías en redes"),
    titulo_nuevo=_("Registrar una membresía"),
)
CLASES = {clase.slug: clase for clase in (HERMANAMIENTOS, MEMBRESIAS)}


def clase_de(slug: str) -> ClaseRegistro:
    """Give a register by its word in an address. Raises ``Http404``."""
    if slug not in CLASES:
        raise Http404("registro")
    return CLASES[slug]


def identidad(fila) -> str:
    """Give what addresses a row."""
    return fila.slug if isinstance(fila, Hermanamiento) else str(fila.clave)


def de_fila(fila) -> ClaseRegistro:
    """Give the register of a row."""
    return HERMANAMIENTOS if isinstance(fila, Hermanamiento) else MEMBRESIAS
