"""What to do after a result: suggested actions, networks and agencies that suit, neighbours on the same themes."""

from __future__ import annotations

from diagnostico.cuestionario import Alcance, contenido_de
from diagnostico.models import AccionSugerida, Diagnostico
from diagnostico.perfil import perfil
from diagnostico.sugeridas import sugerir
from diagnostico.vecinos import vecinos_por_tema
from redes.afinidad import afines, candidatas, miembros_conocidos
from redes.models import Clase
from territorio.models import Territorio

ENTRADAS, ACCIONES, VECINOS = 5, 6, 12


def siguientes(territorio: Territorio, diagnostico: Diagnostico, resultado: dict) -> dict:
    """Give the facts of «what now» for a result, in a constant number of queries.

    Networks and agencies are the first of those on the page «Redes que le convienen».
    """
    contenido = contenido_de(diagnostico)
    acciones = sugerir(resultado, contenido, AccionSugerida.objects.all(), Alcance.de(territorio))
    de_aqui = perfil(territorio, diagnostico)
    nombres = {o.slug: o.nombre for o in (*contenido.temas, *contenido.modalidades)}
    entradas = candidatas(de_aqui)
    convienen = [a for a in afines(de_aqui, entradas, nombres, miembros=miembros_conocidos(entradas)) if a.puntos > 0]
    return {
        "sugerencias": acciones[:ACCIONES],
        "mas_sugerencias": acciones[ACCIONES:],
        "redes": [a for a in convienen if a.entrada.clase == Clase.RED][:ENTRADAS],
        "agencias": [a for a in convienen if a.entrada.clase == Clase.AGENCIA][:ENTRADAS],
        "vecinos": vecinos_por_tema(territorio, resultado["temas"])[:VECINOS],
    }
