"""The territories as the rule needs them, in the memory of the process: read again when the guide is, once a minute."""

from __future__ import annotations

from collections import defaultdict

from formato.texto import sin_acentos
from guia.catalogo import Catalogo, catalogo
from redes.afinidad.miembros import Nomenclator
from redes.afinidad.perfil import Miembro
from territorio.models import Categoria, Territorio, Tipo


class Lugares:
    """Every territory in force: who it is as a member, what it is called, which countries its department borders."""

    def __init__(self):
        """Read them all: three queries."""
        filas = list(
            Territorio.objects.filter(vigente_hasta=None)
            .exclude(tipo=Tipo.DEPARTAMENTO)
            .values_list("codigo", "clave_busqueda", "nombre", "departamento_id", "departamento__clave_busqueda")
        )
        categorias = dict(Categoria.objects.order_by("vigencia").values_list("territorio_id", "categoria"))
        self.miembros = {
            codigo: Miembro(codigo, nombre, departamento or "", categorias.get(codigo, ""))
            for codigo, _clave, nombre, departamento, _suyo in filas
        }
        self.nomenclator = Nomenclator(
            # the key of an association carries its acronym too
            (codigo, clave if codigo.isdigit() else sin_acentos(nombre), suyo or "")
            for codigo, clave, nombre, _departamento, suyo in filas
        )
        self.fronteras: dict[str, set[str]] = defaultdict(set)
        con_limites = Territorio.objects.exclude(limita_pais=[])
        for departamento, paises in con_limites.values_list("departamento_id", "limita_pais"):
            self.fronteras[departamento].update(paises)


_guardado: tuple[Catalogo, Lugares] | None = None


def lugares() -> Lugares:
    """Give the territories as they were when the guide that is in memory was read."""
    global _guardado
    guia = catalogo()
    if _guardado is None or _guardado[0] is not guia:
        _guardado = (guia, Lugares())
    return _guardado[1]
