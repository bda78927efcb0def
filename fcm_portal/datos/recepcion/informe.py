"""What the loading of a file says, in Spanish, before and after writing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fcm_portal.datos.recepcion.carga import Comparacion, Diferencia
from fcm_portal.datos.recepcion.lectura import Rechazo
from fcm_portal.datos.valores import celda

TOPE = 200  # rows told one by one


def lineas(comparacion: Comparacion) -> Iterator[str]:
    """Give the counts, then what changes and what is kept, with both values."""
    leida = comparacion.leida
    yield f"Tabla: {leida.destino.conjunto.slug}"
    yield from leida.avisos
    yield (
        f"Nuevas: {len(comparacion.nuevas)} · Cambiadas: {len(comparacion.cambiadas)} · Iguales: {comparacion.iguales}"
        f" · Conservadas: {len(comparacion.conservadas)} · Rechazadas: {len({r.linea for r in comparacion.rechazos})}"
    )
    for nueva in comparacion.nuevas[:TOPE]:
        yield f"Nueva: «{' · '.join(leida.destino.clave_de(nueva))}»"
    yield from _y_mas(len(comparacion.nuevas))
    yield from _diferencias("Cambia", comparacion.diferencias, "antes «{}»; ahora «{}»")
    yield from _diferencias("Se conserva", comparacion.conservadas, "en el portal «{}»; en el archivo «{}»")
    if comparacion.conservadas:
        yield "Las conservadas cambiaron en el portal. Descargue de nuevo y corrija, o use --sobrescribir."
    if comparacion.faltantes and not comparacion.rechazos:  # of a row that cannot be read nobody knows which it is
        yield f"{comparacion.faltantes} del portal no están en el archivo: no se borran."


def rechazos(lista: Sequence[Rechazo]) -> Iterator[str]:
    """Give why nothing was loaded."""
    yield f"No se cargó nada: hay {len(lista)} problema{'' if len(lista) == 1 else 's'} en el archivo."
    yield from (f"  {rechazo}" for rechazo in lista[:TOPE])
    yield from _y_mas(len(lista))


def _diferencias(que: str, diferencias: Sequence[Diferencia], forma: str) -> Iterator[str]:
    for una in diferencias[:TOPE]:
        yield f"{que}: «{una.clave}»"
        for campo, actual, propuesto in una.campos:
            yield f"    {campo}: {forma.format(celda(actual), celda(propuesto))}"
    yield from _y_mas(len(diferencias))


def _y_mas(cuantas: int) -> Iterator[str]:
    if cuantas > TOPE:
        yield f"… y {cuantas - TOPE} más."
