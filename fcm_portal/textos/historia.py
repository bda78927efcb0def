"""What a text of the guide said before: each change with from and to, when and which office, and the way back."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.utils.translation import gettext as _

from formato.fechas import fecha_larga
from guardado.autoria import modelo_de_eventos, oficina, personas
from guardado.guardar import Cambio
from guia.models import Ficha, Termino

EDITABLES = {
    Ficha: ("nombre", "texto", "hoy", "hoy_verificado", "hoy_fuente", "hoy_en"),
    Termino: ("termino", "sigla", "definicion", "fuente", "verificado"),
}
PASOS = 100  # changes shown of one text


@dataclass(frozen=True)
class Paso:
    """One state of a text. ``cambios``: (label, before, after); ``quien``: post and office, never a name."""

    numero: int
    cuando: dt.datetime
    quien: str
    cambios: list[tuple[str, str, str]]
    valores: dict
    actual: bool

    @property
    def primero(self) -> bool:
        """Say whether it is the text with which the history begins."""
        return not self.cambios


def historia(fila: Ficha | Termino) -> list[Paso]:
    """Give the states of a text, newest first. Three queries, however many there are."""
    campos = EDITABLES[type(fila)]
    eventos = list(
        _eventos(fila).order_by("-pgh_id").values("pgh_id", "pgh_created_at", "pgh_context_id", *campos)[: PASOS + 1]
    )[::-1]
    autores = personas({evento["pgh_context_id"] for evento in eventos} - {None})
    pasos: list[Paso] = []
    anterior: dict | None = None
    for evento in eventos:
        valores = {campo: evento[campo] for campo in campos}
        if anterior is not None and anterior == valores:  # something that is not edited here, such as its order
            continue
        cambios = [
            (str(fila._meta.get_field(campo).verbose_name), _legible(anterior[campo]), _legible(valores[campo]))
            for campo in campos
            if anterior is not None and anterior[campo] != valores[campo]
        ]
        autor = autores.get(evento["pgh_context_id"])
        quien = oficina(autor) if autor else _("Carga de los datos de la guía")
        pasos.append(Paso(evento["pgh_id"], evento["pgh_created_at"], quien, cambios, valores, False))
        anterior = valores
    hoy = {campo: getattr(fila, campo) for campo in campos}
    return [
        Paso(paso.numero, paso.cuando, paso.quien, paso.cambios, paso.valores, paso.valores == hoy)
        for paso in reversed(pasos[-PASOS:])
    ]


def vuelta(fila: Ficha | Termino, numero: str, datos) -> dict[str, Cambio]:
    """Give the changes that bring back the state ``numero`` of a text; none when it has no such state.

    ``datos`` carries the digests of what the person saw: who changed it meanwhile loses nothing.
    """
    campos = EDITABLES[type(fila)]
    cabe = numero.isdecimal() and len(numero) < 19  # as a key of PostgreSQL
    evento = _eventos(fila).filter(pgh_id=int(numero)).values(*campos).first() if cabe else None
    if evento is None:
        return {}
    return {
        campo: Cambio(
            evento[campo],
            datos.get(f"visto-{campo}", ""),
            _crudo(evento[campo]),
            str(fila._meta.get_field(campo).verbose_name),
        )
        for campo in campos
    }


def _eventos(fila: Ficha | Termino):
    return modelo_de_eventos(type(fila)).objects.filter(pgh_obj_id=fila.pk)


def _legible(valor) -> str:
    if valor is None or valor == "":
        return _("(vacío)")
    if isinstance(valor, bool):
        return _("sí") if valor else _("no")
    return fecha_larga(valor) if isinstance(valor, dt.date) else str(valor)


def _crudo(valor) -> str:
    return "" if valor is None else str(valor)
