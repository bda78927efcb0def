"""Filing a new row once, however often its form is posted."""

from __future__ import annotations

import uuid

from django.db import IntegrityError, transaction
from django.utils.text import slugify
from django.utils.timezone import now

from formato.texto import sin_acentos
from guardado.archivos import recibir
from guardado.nuevas import crear_una_vez
from redes.models import Entrada, Hermanamiento, Membresia
from territorio.models import Territorio

LARGO = 64  # of a slug, as much as ``Desencuentro.id_fila`` holds


def slug_nuevo(territorio: Territorio, ciudad: str, pais: str, clave: uuid.UUID) -> str:
    """Give the address of a twinning: town, city and country, with a mark of the form that filed it."""
    base = slugify(sin_acentos(f"{territorio.nombre} {ciudad} {pais}"))[: LARGO - 9].strip("-")
    return f"{base}-{clave.hex[:8]}"


@transaction.atomic
def registrar_hermanamiento(territorio: Territorio, formulario, usuario) -> tuple[Hermanamiento, bool]:
    """File a twinning from a valid form and give it, and whether it was made now. A second POST finds the first."""
    bloquear_territorio(territorio)
    clave = formulario.cleaned_data["clave"]
    existente = ya_registrado(territorio, clave)
    if existente is not None:
        return existente, False
    fila = formulario.save(commit=False)
    fila.slug = slug_nuevo(territorio, fila.ciudad, fila.pais, clave)
    if fila.fecha:
        fila.anio = fila.fecha.year
    _declarar(fila, territorio, formulario, usuario)
    fila.save(force_insert=True)
    return fila, True


def ya_registrado(territorio: Territorio, clave: uuid.UUID) -> Hermanamiento | None:
    """Give the twinning that a form already filed in a territory."""
    return territorio.hermanamientos.filter(slug__endswith=f"-{clave.hex[:8]}").first()


def registrar_membresia(territorio: Territorio, entrada: Entrada, formulario, usuario) -> tuple[Membresia | None, bool]:
    """File a membership from a valid form; None when the territory already has one in force in that network."""
    clave = formulario.cleaned_data["clave"]

    def crear() -> Membresia:
        fila = formulario.save(commit=False)
        fila.clave, fila.entrada = clave, entrada
        _declarar(fila, territorio, formulario, usuario)
        fila.save()
        return fila

    try:
        return crear_una_vez(territorio.membresias.all(), clave, crear)
    except IntegrityError:
        return None, False


def bloquear_territorio(territorio: Territorio) -> None:
    """Let one filing at a time pass in a territory. Inside a transaction."""
    Territorio.objects.select_for_update(of=("self",), no_key=True).get(pk=territorio.pk)


def _declarar(fila, territorio: Territorio, formulario, usuario) -> None:
    subido = formulario.cleaned_data.get("archivo")
    fila.territorio = territorio
    fila.archivo = recibir(subido, territorio, usuario) if subido else None
    fila.declarado_por, fila.declarado_en = usuario, now()
    fila.es_demostracion = usuario.es_demostracion
