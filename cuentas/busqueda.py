"""Finding a territory by what a person types: «pamplona», «Narino», «54518», «pamplona norte de santander»."""

from __future__ import annotations

import difflib

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When

from formato.texto import sin_acentos
from territorio.models import Territorio


def buscar_territorios(texto: str, base: QuerySet[Territorio] | None = None) -> QuerySet[Territorio]:
    """Give the territories where each word is in the name, the department or the code; best match first."""
    filas = Territorio.objects.con_agenda() if base is None else base
    filas = filas.select_related("departamento")
    clave = sin_acentos(texto.replace(",", " "))
    if not clave:
        return filas.none()
    for palabra in clave.split():
        filas = filas.filter(
            Q(clave_busqueda__contains=palabra)
            | Q(departamento__clave_busqueda__contains=palabra)
            | Q(codigo__startswith=palabra.upper())
        )
    cercania = Case(
        When(Q(clave_busqueda=clave) | Q(codigo=clave.upper()), then=Value(0)),
        When(clave_busqueda__startswith=clave, then=Value(1)),
        When(clave_busqueda__contains=clave, then=Value(2)),
        default=Value(3),
        output_field=IntegerField(),
    )
    return filas.order_by(cercania, "clave_busqueda", "codigo")


def parecidos(texto: str, base: QuerySet[Territorio] | None = None) -> list[Territorio]:
    """Give up to eight territories whose name resembles a mistyped one («pamlona»)."""
    filas = Territorio.objects.con_agenda() if base is None else base
    por_clave: dict[str, list[str]] = {}
    for codigo, nombre in filas.values_list("codigo", "clave_busqueda"):
        por_clave.setdefault(nombre, []).append(codigo)
    claves = difflib.get_close_matches(sin_acentos(texto), por_clave, n=4, cutoff=0.75)
    codigos = [codigo for clave in claves for codigo in por_clave[clave]]
    encontrados = {fila.codigo: fila for fila in filas.select_related("departamento").filter(codigo__in=codigos)}
    return [encontrados[codigo] for codigo in codigos][:8]
