"""The kinds of rows that hang from an action, as data: how one is edited, how a new one is written and made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.http import Http404
from django.utils.translation import gettext_lazy

from agenda.aliados import crear_aliado
from agenda.filas import crear, filas_de
from agenda.forms.filas import (
    FormularioAliado,
    FormularioAliadoNuevo,
    FormularioHito,
    FormularioHitoNuevo,
    FormularioTramite,
    FormularioTramiteNuevo,
)
from agenda.forms.indicador import FormularioIndicadorNuevo
from agenda.forms.presupuesto import FormularioPartida, FormularioPartidaNueva
from agenda.models import Accion, Agenda
from agenda.sugeridas import agregar_indicador
from guardado.nuevas import crear_una_vez


@dataclass(frozen=True)
class Coleccion:
    """A kind of rows of an action: how one is edited, how a new one is written, what to say when there is none."""

    tipo: str
    titulo: str
    para_que: str
    edita: type | None
    nueva: Callable
    crea: Callable
    agregar: str
    plantilla: str = "agenda/editor/filas.html"


def _sencilla(agenda: Agenda, accion: Accion, tipo: str, forma):
    return crear(agenda, tipo, forma, accion)


def _indicador(agenda: Agenda, accion: Accion, tipo: str, forma):
    datos = forma.cleaned_data
    if not datos["sugerido"]:
        return crear(agenda, tipo, forma, accion)
    return crear_una_vez(
        filas_de(agenda, tipo), datos["clave"], lambda: agregar_indicador(accion, datos["sugerido"], datos["clave"])
    )


COLECCIONES: dict[str, Coleccion] = {
    "hitos": Coleccion(
        "hito", gettext_lazy("Hitos"), gettext_lazy("Los pasos con fecha que muestran que la acción avanza."),
        FormularioHito, lambda agenda, accion, datos: FormularioHitoNuevo(datos), _sencilla,
        gettext_lazy("Agregar hito"),
    ),
    "tramites": Coleccion(
        "tramite", gettext_lazy("Trámites"),
        gettext_lazy("Permisos y avales que la acción necesita. Los de una sugerencia están por verificar."),
        FormularioTramite, lambda agenda, accion, datos: FormularioTramiteNuevo(datos), _sencilla,
        gettext_lazy("Agregar trámite"), "agenda/editor/tramites.html",
    ),
    "aliados": Coleccion(
        "aliado", gettext_lazy("Aliados"), gettext_lazy("Con quién se hace, qué pone cada uno y en qué va."),
        FormularioAliado,
        lambda agenda, accion, datos: FormularioAliadoNuevo(datos, territorio=agenda.territorio),
        lambda agenda, accion, tipo, forma: crear_aliado(agenda, accion, forma),
        gettext_lazy("Agregar aliado"), "agenda/editor/aliados.html",
    ),
    "presupuesto": Coleccion(
        "partida", gettext_lazy("Presupuesto"),
        gettext_lazy("Una fila por año y fuente. Cero pesos también es un presupuesto: no impide enviar."),
        FormularioPartida,
        lambda agenda, accion, datos: FormularioPartidaNueva(datos, initial={"anio": _anio(agenda, accion)}),
        _sencilla, gettext_lazy("Agregar fila"), "agenda/editor/presupuesto.html",
    ),
    "indicadores": Coleccion(
        "indicador", gettext_lazy("Indicadores"), gettext_lazy("Cómo se sabrá que la acción funcionó."), None,
        lambda agenda, accion, datos: FormularioIndicadorNuevo(datos, accion=accion), _indicador,
        gettext_lazy("Agregar indicador"), "agenda/editor/indicadores.html",
    ),
}  # fmt: skip


def _anio(agenda: Agenda, accion: Accion) -> int:
    return accion.inicio.year if accion.inicio else agenda.periodo.desde.year


def coleccion_de(nombre: str) -> Coleccion:
    """Give a collection by the word of its address, or a 404."""
    if nombre not in COLECCIONES:
        raise Http404(nombre)
    return COLECCIONES[nombre]
