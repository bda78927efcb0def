"""The plan as it will be printed: ejes, objetivos and acciones with their place as number."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import QuerySet

from agenda.documento.accion import componer_accion
from agenda.documento.dinero import total
from agenda.models import (
    Accion,
    Agenda,
    Aliado,
    Eje,
    Hito,
    Indicador,
    Medicion,
    MetaAnual,
    Objetivo,
    Participacion,
    Partida,
    Tramite,
)
from agenda.preparadas import Preparada


def letras(numero: int) -> str:
    """Give the letters of a place: 1 → A, 26 → Z, 27 → AA."""
    texto = ""
    while numero:
        numero, resto = divmod(numero - 1, 26)
        texto = chr(65 + resto) + texto
    return texto


def _bajo(camino: str) -> dict[str, Preparada]:
    """Prepare what hangs from an eje (``camino``: «eje») or from those of an agenda («eje__agenda»), by relation."""

    def bajo(filas: QuerySet, hasta: str) -> Preparada:
        return Preparada(lambda raiz: filas.filter(**{f"{hasta}{camino}": raiz}))

    confirmadas = Participacion.objects.filter(confirmada_en__isnull=False).select_related("territorio__departamento")
    de_accion, de_indicador = "accion__objetivo__", "indicador__accion__objetivo__"
    acciones = Accion.objects.vigentes().select_related("eje_plan", "antecedente", "convocatoria__entrada")
    return {
        "objetivos": bajo(Objetivo.objects.vigentes(), ""),
        "acciones": bajo(acciones, "objetivo__"),
        "hitos": bajo(Hito.objects.vigentes(), de_accion),
        "tramites": bajo(Tramite.objects.vigentes(), de_accion),
        "aliados": bajo(Aliado.objects.vigentes().select_related("contraparte__entrada"), de_accion),
        "participaciones": bajo(confirmadas.order_by("territorio__clave_busqueda"), de_accion),
        "partidas": bajo(Partida.objects.vigentes(), de_accion),
        "indicadores": bajo(Indicador.objects.vigentes(), de_accion),
        "metas": bajo(MetaAnual.objects.all(), de_indicador),
        "mediciones": bajo(Medicion.objects.vigentes().order_by("fecha", "pk"), de_indicador),
    }


EJES = Preparada(lambda agenda: Eje.objects.filter(agenda=agenda).vigentes())
DE_UN_EJE, DE_LA_AGENDA = _bajo("eje"), _bajo("eje__agenda")
DE_ACCION = ("hitos", "tramites", "aliados", "participaciones", "partidas", "indicadores")


def _colgar(padres: list, campo: str, relacion: str, filas: Iterable) -> list:
    """Hang rows from their parents, as a prefetch would; give those whose parent is there."""
    por_pk = {padre.pk: padre for padre in padres}
    for padre in padres:
        padre.__dict__.setdefault("_prefetched_objects_cache", {})[relacion] = []
    suyas = [fila for fila in filas if getattr(fila, f"{campo}_id") in por_pk]
    for fila in suyas:
        padre = por_pk[getattr(fila, f"{campo}_id")]
        setattr(fila, campo, padre)
        padre._prefetched_objects_cache[relacion].append(fila)
    return suyas


def ejes_vigentes(agenda: Agenda, solo: int | None = None) -> list[Eje]:
    """Give the ejes with all that hangs from them and is not removed, in eleven queries. ``solo``: one, by place."""
    ejes = list(EJES(agenda.pk))
    if solo:
        ejes = ejes[solo - 1 : solo]
    if not ejes:
        return []
    consultas, raiz = (DE_UN_EJE, ejes[0].pk) if solo else (DE_LA_AGENDA, agenda.pk)
    objetivos = _colgar(ejes, "eje", "objetivos", consultas["objetivos"](raiz))
    acciones = _colgar(objetivos, "objetivo", "acciones", consultas["acciones"](raiz))
    colgadas = {nombre: _colgar(acciones, "accion", nombre, consultas[nombre](raiz)) for nombre in DE_ACCION}
    for nombre in ("metas", "mediciones"):
        _colgar(colgadas["indicadores"], "indicador", nombre, consultas[nombre](raiz))
    return ejes


def componer_ejes(agenda: Agenda, solo: int | None = None) -> list[dict]:
    """Give the three levels. Numbers are positions: eje ``2``, objetivo ``2A``, acción ``2.1`` (counted in the eje).

    ``solo``: only the eje in that place (1 is the first).
    """
    ejes = []
    for i, eje in enumerate(ejes_vigentes(agenda, solo), start=solo or 1):
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
