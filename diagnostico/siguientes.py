"""What to do after a result: suggested actions, networks and agencies that suit, neighbours on the same themes."""

from __future__ import annotations

from diagnostico.cuestionario import Alcance, contenido_de
from diagnostico.models import AccionSugerida, Diagnostico
from diagnostico.perfil import perfil
from diagnostico.sugeridas import sugerir
from diagnostico.vecinos import vecinos_por_tema
from redes.afinidad import afines, fichas
from redes.models import Clase, Entrada
from territorio.models import Territorio

ENTRADAS, ACCIONES, VECINOS = 5, 6, 12


def siguientes(territorio: Territorio, diagnostico: Diagnostico, resultado: dict) -> dict:
    """Give the facts of «what now» for a result, in a constant number of queries."""
    contenido = contenido_de(diagnostico)
    acciones = sugerir(resultado, contenido, AccionSugerida.objects.all(), Alcance.de(territorio))
    de_aqui = perfil(territorio, diagnostico)
    nombres = {o.slug: o.nombre for o in (*contenido.temas, *contenido.modalidades)}
    entradas = fichas(Entrada.objects.filter(clase__in=[Clase.RED, Clase.AGENCIA]))
    return {
        "sugerencias": acciones[:ACCIONES],
        "mas_sugerencias": acciones[ACCIONES:],
        "redes": afines(de_aqui, (e for e in entradas if e.clase == Clase.RED), nombres, ENTRADAS),
        "agencias": afines(de_aqui, (e for e in entradas if e.clase == Clase.AGENCIA), nombres, ENTRADAS),
        "vecinos": vecinos_por_tema(territorio, resultado["temas"])[:VECINOS],
    }
