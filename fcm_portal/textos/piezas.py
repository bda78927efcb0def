"""The list of what the FCM may edit of the guide: blocks, cards and terms, and what is to be looked at in each."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fcm_portal.carga.tabla import huella
from formato.texto import sin_acentos
from guia.models import Ficha, Termino

PRESENTACION = "presentacion"  # in the address, what heads a block; no card is called so
GLOSARIO = "glosario"
CARGADOS_DE_FICHA = ("orden", "nombre", "texto", "lugar", "hoy", "hoy_verificado", "datos")
CARGADOS_DE_TERMINO = ("termino", "sigla", "definicion", "fuente", "verificado")
ESTADOS: dict[str, str | Promise] = {
    "sin-verificar": gettext_lazy("Con nota «Hoy» o definición sin verificar"),
    "verificadas": gettext_lazy("Con nota «Hoy» o definición verificada"),
    "sin-hoy": gettext_lazy("Sin nota «Hoy»"),
    "editadas": gettext_lazy("Editadas aquí"),
}


@dataclass(frozen=True)
class Pieza:
    """A text of the guide in the list. ``verificada`` is None when it has no note; ``editada``: not as loaded."""

    nombre: str
    parte: str
    bloque: str
    url: str
    resumen: str
    verificada: bool | None
    editada: bool
    clave: str

    @property
    def es_termino(self) -> bool:
        """Say whether it is a term of the glossary, which has no note of today."""
        return self.bloque == GLOSARIO


def piezas() -> list[Pieza]:
    """Give every block with its cards, in the order of the guide, then the glossary. Two queries."""
    fichas = list(Ficha.objects.order_by("orden", "pk"))
    bloques = [ficha for ficha in fichas if ficha.bloque_id is None]
    suyas: dict[int, list[Ficha]] = {bloque.pk: [] for bloque in bloques}
    for ficha in fichas:
        if ficha.bloque_id is not None:
            suyas[ficha.bloque_id].append(ficha)
    lista = [_de_ficha(ficha, bloque) for bloque in bloques for ficha in (bloque, *suyas[bloque.pk])]
    return lista + [_de_termino(termino) for termino in Termino.objects.all()]


def _de_ficha(ficha: Ficha, bloque: Ficha) -> Pieza:
    return Pieza(
        ficha.nombre,
        _("Presentación de la parte") if ficha is bloque else bloque.nombre,
        bloque.slug,
        direccion(ficha, bloque),
        ficha.hoy or ficha.texto,
        ficha.hoy_verificado if ficha.hoy else None,
        editada(ficha, CARGADOS_DE_FICHA),
        sin_acentos(" ".join((ficha.nombre, ficha.texto, ficha.hoy, bloque.nombre))),
    )


def _de_termino(termino: Termino) -> Pieza:
    return Pieza(
        f"{termino.termino} ({termino.sigla})" if termino.sigla else termino.termino,
        _("Glosario"),
        GLOSARIO,
        reverse("termino_editar", args=[termino.pk]),
        termino.definicion,
        termino.verificado,
        editada(termino, CARGADOS_DE_TERMINO),
        sin_acentos(f"{termino.termino} {termino.sigla} {termino.definicion}"),
    )


def direccion(ficha: Ficha, bloque: Ficha) -> str:
    """Give where a card is edited."""
    return reverse("ficha_editar", args=[bloque.slug, PRESENTACION if ficha.pk == bloque.pk else ficha.slug])


def editada(fila: Ficha | Termino, campos: tuple[str, ...]) -> bool:
    """Say whether a row differs from what was last loaded; the next load keeps it and reports it."""
    return fila.huella_cargada != huella({campo: getattr(fila, campo) for campo in campos})


def filtrar(lista: list[Pieza], texto: str, bloque: str, estado: str) -> list[Pieza]:
    """Give those that say every word of ``texto``, belong to ``bloque`` and are in ``estado``; empty: all."""
    palabras = sin_acentos(texto).split()
    pruebas = {
        "sin-verificar": lambda pieza: pieza.verificada is False,
        "verificadas": lambda pieza: pieza.verificada is True,
        "sin-hoy": lambda pieza: pieza.verificada is None,
        "editadas": lambda pieza: pieza.editada,
    }
    prueba = pruebas.get(estado, lambda pieza: True)
    return [
        pieza
        for pieza in lista
        if prueba(pieza) and bloque in ("", pieza.bloque) and all(palabra in pieza.clave for palabra in palabras)
    ]
