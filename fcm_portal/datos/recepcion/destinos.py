"""Where each table that comes back is kept: its model, its key, and what its columns may point to."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.db.models import Model, QuerySet

from fcm_portal.datos.catalogo import CONJUNTOS
from fcm_portal.datos.columna import Columna, Conjunto
from fcm_portal.datos.consultas import HUELLA
from formato.paises import paises
from guia.models import Ficha, Ods
from redes.models import Convocatoria, Entrada, Hermanamiento, Membresia
from territorio.models import Territorio

CATEGORIAS = {"ESP", "1", "2", "3", "4", "5", "6"}


@dataclass(frozen=True)
class Destino:
    """``todas``: rows that a key may name. ``visibles``: those that are published; another is not touched by a file.

    ``pares``: attributes of which the first may not be greater than the second, and the sentence that says so.
    """

    conjunto: Conjunto
    modelo: type[Model]
    todas: Callable[[], QuerySet]
    visibles: Callable[[], QuerySet]
    pares: tuple[tuple[str, str, str], ...] = ()

    @property
    def columnas(self) -> list[Columna]:
        """Give the columns that are loaded."""
        return [columna for columna in self.conjunto.columnas if not columna.ayuda and columna.nombre != HUELLA]

    @property
    def clave(self) -> tuple[str, ...]:
        """Give the attributes of the key."""
        rutas = {columna.nombre: columna.ruta for columna in self.conjunto.columnas}
        return tuple(rutas[nombre] for nombre in self.conjunto.clave)

    def clave_de(self, objeto: Model) -> tuple[str, ...]:
        """Give the key of a stored row, as the file writes it."""
        return tuple(str(getattr(objeto, parte)) for parte in self.clave)


DESTINOS: dict[str, Destino] = {
    "directorio": Destino(
        CONJUNTOS["directorio"],
        Entrada,
        lambda: Entrada.objects.all(),
        lambda: Entrada.objects.all(),
        (("poblacion_minima", "poblacion_maxima", "la población mínima pasa de la máxima."),),
    ),
    "convocatorias": Destino(
        CONJUNTOS["convocatorias"],
        Convocatoria,
        lambda: Convocatoria.objects.all(),
        lambda: Convocatoria.objects.all(),
        (("abre", "cierra", "cierra antes de abrir."),),
    ),
    "hermanamientos": Destino(
        CONJUNTOS["hermanamientos"],
        Hermanamiento,
        lambda: Hermanamiento.objects.all(),
        lambda: Hermanamiento.objects.publicos(),
        (("fecha", "vigente_hasta", "termina antes de firmarse."),),
    ),
    "membresias": Destino(
        CONJUNTOS["membresias"],
        Membresia,
        lambda: Membresia.objects.filter(retirado_en__isnull=True),
        lambda: Membresia.objects.publicos(),
    ),
}


@dataclass(frozen=True)
class Vocabulario:
    """What a value may be, by attribute: the words allowed and how each is called."""

    permitidos: dict[str, tuple[str, set]]

    def ajenos(self, ruta: str, valor) -> list[str]:
        """Give a sentence for each value that is not allowed."""
        if ruta not in self.permitidos or valor in ("", None):
            return []
        que_es, conocidos = self.permitidos[ruta]
        valores: Iterable = valor if isinstance(valor, list) else [valor]
        return [f"«{uno}» no es {que_es}." for uno in valores if uno not in conocidos]


def vocabulario(destino: Destino, propias: Iterable[str]) -> Vocabulario:
    """Give what the values may be. ``propias``: keys that the file itself brings, for an entry that names another."""
    temas = set(Ficha.objects.filter(bloque__slug="temas").values_list("slug", flat=True))
    en_modalidades = Ficha.objects.filter(bloque__slug__in=("modalidades", "gobernanza"))
    entradas = set(Entrada.objects.values_list("pk", flat=True))
    territorios = Territorio.objects.values_list("pk", flat=True)
    departamentos = set(Territorio.objects.departamentos().values_list("pk", flat=True))
    if destino.modelo is Entrada:
        entradas |= set(propias)
    return Vocabulario(
        {
            "temas": ("un tema de la guía", temas),
            "modalidades": ("una modalidad de la guía", set(en_modalidades.values_list("slug", flat=True))),
            "ods": ("un ODS: van del 1 al 17", set(Ods.objects.values_list("pk", flat=True))),
            "pais": ("un código de país ISO de dos letras", set(paises())),
            "sede_pais": ("un código de país ISO de dos letras", set(paises())),
            "categorias": ("una categoría de la Ley 617: ESP o de 1 a 6", CATEGORIAS),
            "departamentos": ("un código de departamento del DANE", departamentos),
            "territorio_id": ("el código DANE de un territorio del portal", set(territorios)),
            "entrada_id": ("una entrada del directorio", entradas),
            "reemplazada_por_id": ("una entrada del directorio", entradas),
            "cuota": ("«si», «no» ni «desconocido»", {"si", "no", "desconocido"}),
        }
    )
