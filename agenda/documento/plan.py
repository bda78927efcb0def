"""The plan as it will be printed: ejes, objetivos and acciones with their place as number."""

from __future__ import annotations

from django.db.models import Prefetch

from agenda.documento.accion import componer_accion
from agenda.documento.dinero import total
from agenda.models import Accion, Agenda, Aliado, Hito, Indicador, Medicion, Objetivo, Participacion, Partida, Tramite


def letras(numero: int) -> str:
    """Give the letters of a place: 1 → A, 26 → Z, 27 → AA."""
    texto = ""
    while numero:
        numero, resto = divmod(numero - 1, 26)
        texto = chr(65 + resto) + texto
    return texto


def ejes_vigentes(agenda: Agenda):
    """Give the ejes with all that hangs from them and is not removed, in a constant number of queries."""
    acciones = "objetivos__acciones"
    indicadores = Indicador.objects.vigentes().prefetch_related(
        "metas", Prefetch("mediciones", Medicion.objects.vigentes().order_by("fecha", "pk"))
    )
    aliados = Aliado.objects.vigentes().select_related("contraparte__entrada")
    confirmadas = Participacion.objects.filter(confirmada_en__isnull=False).select_related("territorio__departamento")
    return agenda.ejes.vigentes().prefetch_related(
        Prefetch("objetivos", Objetivo.objects.vigentes()),
        Prefetch(
            acciones,
            Accion.objects.vigentes().select_related("eje_plan", "antecedente", "convocatoria__entrada"),
        ),
        Prefetch(f"{acciones}__hitos", Hito.objects.vigentes()),
        Prefetch(f"{acciones}__tramites", Tramite.objects.vigentes()),
        Prefetch(f"{acciones}__aliados", aliados),
        Prefetch(f"{acciones}__participaciones", confirmadas.order_by("territorio__clave_busqueda")),
        Prefetch(f"{acciones}__partidas", Partida.objects.vigentes()),
        Prefetch(f"{acciones}__indicadores", indicadores),
    )


def componer_ejes(agenda: Agenda, solo: int | None = None) -> list[dict]:
    """Give the three levels. Numbers are positions: eje ``2``, objetivo ``2A``, acción ``2.1`` (counted in the eje).

    ``solo``: only the eje in that place (1 is the first).
    """
    ejes, vigentes = [], ejes_vigentes(agenda)
    for i, eje in enumerate(vigentes[solo - 1 : solo] if solo else vigentes, start=solo or 1):
        objetivos, cuenta = [], 0
        for j, objetivo in enumerate(eje.objetivos.all(), start=1):
            acciones = []
            for accion in objetivo.acciones.all():
                cuenta += 1
                acciones.append(componer_accion(accion, f"{i}.{cuenta}"))
            objetivos.append(
                {
                    "clave": str(objetivo.clave),
                    "numero": f"{i}{letras(j)}",
                    "nombre": objetivo.nombre,
                    "situacion": objetivo.situacion,
                    "acciones": acciones,
                }
            )
        partidas = [p for objetivo in objetivos for accion in objetivo["acciones"] for p in accion["presupuesto"]]
        ejes.append(
            {
                "clave": str(eje.clave),
                "numero": str(i),
                "nombre": eje.nombre,
                "descripcion": eje.descripcion,
                "objetivos": objetivos,
                "totales": total(partidas),
            }
        )
    return ejes
