"""Counterparts: those a town wrote, those shared because they come from the directory."""

from __future__ import annotations

from django.db import IntegrityError, transaction
from django.utils.timezone import localdate

from redes.models import Clase, Contraparte, Entrada, TipoContraparte

TIPO_POR_CLASE = {
    Clase.RED: TipoContraparte.RED,
    Clase.AGENCIA: TipoContraparte.AGENCIA,
    Clase.PROGRAMA: TipoContraparte.GOBIERNO_NACIONAL,
}
TIPO_POR_AGENCIA = {"ong": TipoContraparte.SOCIEDAD_CIVIL, "gremio": TipoContraparte.EMPRESA}


def datos_de_entrada(entrada: Entrada) -> dict:
    """Give what a counterpart takes from an entry of the directory."""
    tipo = TIPO_POR_AGENCIA.get(entrada.tipo, TIPO_POR_CLASE[Clase(entrada.clase)])
    return {"nombre": str(entrada)[:250], "tipo": tipo, "ciudad": entrada.sede_ciudad, "pais": entrada.sede_pais[:2]}


def desde_entrada(entrada: Entrada) -> Contraparte:
    """Give the shared counterpart of an entry, made the first time that somebody needs it."""
    compartidas = Contraparte.objects.filter(territorio=None, entrada=entrada)
    existente = compartidas.first()
    if existente is not None:
        return existente
    try:
        with transaction.atomic():
            return Contraparte.objects.create(entrada=entrada, **datos_de_entrada(entrada))
    except IntegrityError:
        return compartidas.get()


def verificar(contraparte: Contraparte, usuario, como: str) -> None:
    """Record that somebody of the FCM confirmed that it exists: when, who, how."""
    contraparte.verificada_en, contraparte.verificada_por, contraparte.verificada_como = localdate(), usuario, como
    contraparte.save(update_fields=["verificada_en", "verificada_por", "verificada_como"])


def quitar_verificacion(contraparte: Contraparte) -> None:
    """Forget the confirmation: what was confirmed is no longer what is written."""
    contraparte.verificada_en, contraparte.verificada_por, contraparte.verificada_como = None, None, ""
    contraparte.save(update_fields=["verificada_en", "verificada_por", "verificada_como"])
