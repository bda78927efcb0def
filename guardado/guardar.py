"""The only function that writes a field typed by a person, and what it answers."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.utils.timezone import now

from guardado.huella import huella, normal
from guardado.models import Desencuentro


class Estado(enum.StrEnum):
    """What became of one field."""

    SIN_CAMBIO = "sin-cambio"
    GUARDADO = "guardado"
    DESENCUENTRO = "desencuentro"
    RETIRADA = "retirada"


@dataclass(frozen=True)
class Cambio:
    """One field as posted: the clean value, the digest its writer had seen, the raw text for a Desencuentro."""

    valor: Any
    visto: str
    crudo: Any = None
    etiqueta: str = ""


@dataclass(frozen=True)
class Resultado:
    """What became of one field, and the clash that it left, if any."""

    estado: Estado
    desencuentro: Desencuentro | None = None


def guardar(fila, campo: str, valor, visto: str, usuario, *, direccion: str = "", etiqueta: str = "") -> Resultado:
    """Save one field of one row. See ``guardar_varios``."""
    cambios = {campo: Cambio(valor, visto, etiqueta=etiqueta)}
    return guardar_varios(fila, cambios, usuario, direccion=direccion)[campo]


@transaction.atomic
def guardar_varios(
    fila, cambios: dict[str, Cambio], usuario, *, direccion: str = "", de_la_federacion: bool = False
) -> dict[str, Resultado]:
    """Save fields of one row in one transaction, with the row locked; give what became of each.

    Unchanged against what its writer saw: nothing written. Stored value still as seen: written. Stored value already
    equal: saved. Otherwise the stored value stays and the text is kept in a ``Desencuentro``. A removed row keeps
    its values too: the text waits until the row is restored. ``fila`` is brought up to date. ``de_la_federacion``: a
    text that clashes waits in the worklist of the FCM and in no territory, whatever the row is about.
    Raises ``DoesNotExist`` when the row is gone for good.
    """
    actual = type(fila)._base_manager.select_for_update(of=("self",)).get(pk=fila.pk)
    retirada = getattr(actual, "retirada_en", None) is not None
    resultados: dict[str, Resultado] = {}
    territorio = None if de_la_federacion else getattr(fila, "territorio_id", None)
    lugar = {"direccion": direccion[:300], "territorio_id": territorio}
    escritos = []
    for campo, cambio in cambios.items():
        nueva, guardada = huella(cambio.valor), huella(getattr(actual, campo))
        if nueva == cambio.visto:
            resultados[campo] = Resultado(Estado.SIN_CAMBIO)
        elif retirada:
            resultados[campo] = Resultado(Estado.RETIRADA, _apartar(actual, campo, cambio, usuario, lugar))
        elif guardada == nueva:
            resultados[campo] = Resultado(Estado.GUARDADO)
        elif guardada == cambio.visto:
            setattr(actual, campo, cambio.valor)
            escritos.append(campo)
            resultados[campo] = Resultado(Estado.GUARDADO)
        else:
            resultados[campo] = Resultado(Estado.DESENCUENTRO, _apartar(actual, campo, cambio, usuario, lugar))
    if escritos:
        actual.save(update_fields=escritos)
    for campo in cambios:
        _copiar(actual, fila, campo)
    return resultados


def _copiar(origen: models.Model, destino: models.Model, campo: str) -> None:
    definicion = origen._meta.get_field(campo)
    setattr(destino, definicion.attname, getattr(origen, definicion.attname))


def _apartar(fila, campo: str, cambio: Cambio, usuario, lugar: dict) -> Desencuentro:
    """Keep the text that could not be saved; a repeated save of the same writer renews it instead of piling up."""
    crudo = cambio.crudo if cambio.crudo is not None else normal(cambio.valor)
    desencuentro, _nuevo = Desencuentro.objects.update_or_create(
        tipo_fila=ContentType.objects.get_for_model(type(fila)),
        id_fila=str(fila.pk),
        campo=campo,
        usuario=usuario,
        visto=cambio.visto[:16],
        resuelto_en=None,
        defaults={"valor": crudo, "creado_en": now()},
        create_defaults={
            "valor": crudo,
            "etiqueta": (cambio.etiqueta or str(fila._meta.get_field(campo).verbose_name))[:200],
            **lugar,
        },
    )
    return desencuentro


def resolver(desencuentros, usuario) -> int:
    """Mark clashes as settled by a person; give how many were still open."""
    return desencuentros.filter(resuelto_en=None).update(resuelto_en=now(), resuelto_por=usuario)
