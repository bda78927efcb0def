"""What somebody accepted of a workbook, written by the same functions as every form, all of it in one transaction."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field

from django.db import transaction
from django.http import Http404
from django.utils.timezone import now
from django.utils.translation import gettext as _

from guardado.huella import huella
from guardado.models import EstadoRecepcion, Recepcion
from guardado.planilla.asuntos import Asunto, Comparacion, Suerte
from guardado.planilla.descripcion import Escrito, Planilla
from guardado.planilla.recepcion import proponer

DE_LA_PLANILLA, DEL_PORTAL = "planilla", "portal"
TEXTO_GUARDADO = 500
AL_CERRAR = ("cerrada_en", "cerrada_por", "contenido")


@dataclass
class Eleccion:
    """What somebody chose. ``aceptar``: identities of matters (None: every one that comes chosen).

    ``choques``: identity → ``planilla`` or ``portal``; ``vistos``: identity → digest of the text they were shown.
    """

    aceptar: set[str] | None = None
    choques: dict[str, str] = field(default_factory=dict)
    vistos: dict[str, str] = field(default_factory=dict)


@dataclass
class Informe:
    """What was written, by ``Suerte``; ``fallos``: place and sentence of what could not be."""

    hechos: Counter = field(default_factory=Counter)
    fallos: list[tuple[str, str]] = field(default_factory=list)
    cerrada: bool = False
    dejados: int = 0
    ya_estaban: int = 0


@transaction.atomic
def aplicar(hacer: Callable[[], Planilla], recepcion: Recepcion, eleccion: Eleccion, usuario) -> Informe:
    """Write what was accepted. The caller holds the row of the thing itself; ``hacer`` gives its workbook, afresh.

    It compares again first: what is written already is not written again, and what somebody changed since the preview
    was drawn stays as a clash. A closed reception writes nothing.
    """
    recepcion = Recepcion.objects.select_for_update(of=("self",)).get(pk=recepcion.pk)
    if not recepcion.abierta:
        return Informe(cerrada=True)
    planilla = hacer()
    obra = _Obra(planilla, proponer(planilla, recepcion), recepcion, eleccion, usuario)
    obra.hacer()
    despues = hacer()
    obra.recordar_nuevas(despues)
    recepcion.save(update_fields=["aceptado"])
    quedan = proponer(despues, recepcion).asuntos  # what was refused too: its reasons are still to be read
    _anotar_estado(recepcion, usuario, bool(quedan))
    return obra.informe


@transaction.atomic
def cerrar(recepcion: Recepcion, usuario) -> None:
    """Leave the rest as it is: nothing more of this reception can be accepted."""
    recepcion = Recepcion.objects.select_for_update(of=("self",)).get(pk=recepcion.pk)
    if recepcion.abierta:
        recepcion.estado = EstadoRecepcion.EN_PARTE if recepcion.aceptado.get("asuntos") else EstadoRecepcion.DESCARTADA
        _cerrar(recepcion, usuario)
        recepcion.save(update_fields=["estado", *AL_CERRAR])


def _cerrar(recepcion: Recepcion, usuario) -> None:
    """Close it; its cells are not kept, only what was not read and what was accepted."""
    recepcion.cerrada_en, recepcion.cerrada_por = now(), usuario
    recepcion.contenido = {"avisos": recepcion.contenido["avisos"]}


def _anotar_estado(recepcion: Recepcion, usuario, quedan: bool) -> None:
    if not quedan:
        recepcion.estado = EstadoRecepcion.APLICADA
        _cerrar(recepcion, usuario)
    elif recepcion.aceptado.get("asuntos"):
        recepcion.estado = EstadoRecepcion.EN_PARTE
    recepcion.save(update_fields=["estado", *AL_CERRAR])


class _Obra:
    """One acceptance under way."""

    def __init__(self, planilla: Planilla, propuesta: Comparacion, recepcion, eleccion: Eleccion, usuario):
        self.planilla = planilla
        self.propuesta = propuesta
        self.recepcion = recepcion
        self.eleccion = eleccion
        self.usuario = usuario
        self.informe = Informe()
        self.hechos: set[str] = set()
        recepcion.aceptado.setdefault("asuntos", {})
        recepcion.aceptado.setdefault("vistos", {})
        recepcion.aceptado.setdefault("nombres", {})
        recepcion.aceptado.setdefault("dejados", {})

    def hacer(self) -> None:
        """Give back, add, write, remove: in that order, so that what hangs from a row finds it."""
        hechos = self.recepcion.aceptado["asuntos"]
        self.informe.ya_estaban = sum(identidad in hechos for identidad in self.eleccion.aceptar or ())
        elegidos = [asunto for asunto in self.propuesta.asuntos if self._elegido(asunto)]
        for asunto in elegidos:
            if asunto.suerte == Suerte.DEVUELTA:
                self._devolver(asunto)
        for asunto in elegidos:
            if asunto.suerte == Suerte.NUEVA:
                self._crear(asunto)
        por_fila: dict[tuple[str, str], list[Asunto]] = defaultdict(list)
        for asunto in elegidos:
            if asunto.suerte in (Suerte.CAMBIA, Suerte.CHOQUE):
                por_fila[asunto.tabla, asunto.clave].append(asunto)
        for (tabla, clave), asuntos in por_fila.items():
            self._escribir(tabla, clave, asuntos)
        for asunto in elegidos:
            if asunto.suerte == Suerte.RETIRADA:
                self.planilla.tabla(asunto.tabla).retirar(asunto.clave, self.usuario)
                self._anotar(asunto)

    def recordar_nuevas(self, despues: Planilla) -> None:
        """Note what each new row holds, its blank cells too: the same workbook may go on being filled in."""
        for identidad in self.hechos:
            asunto = self.propuesta.de(identidad)
            if asunto is None or asunto.suerte != Suerte.NUEVA:
                continue
            fila = next((uno for uno in despues.tabla(asunto.tabla).filas() if uno.clave == asunto.clave), None)
            if fila is not None:
                tabla = despues.tabla(asunto.tabla)
                campos = [columna.campo for columna in tabla.columnas if not tabla.solo_al_nacer(columna)]
                vistos = {campo: huella(fila.valores.get(campo)) for campo in campos}
                self.recepcion.aceptado["vistos"].setdefault(asunto.tabla, {})[asunto.clave] = vistos
                self.recepcion.aceptado["nombres"].setdefault(asunto.tabla, {})[asunto.clave] = fila.nombre

    def _elegido(self, asunto: Asunto) -> bool:
        if asunto.suerte == Suerte.CHOQUE:
            return self._decidir(asunto)
        if asunto.suerte == Suerte.RECHAZADA:
            return False
        return asunto.marcada if self.eleccion.aceptar is None else asunto.id in self.eleccion.aceptar

    def _decidir(self, asunto: Asunto) -> bool:
        """Say whether a clash is written: its text was chosen, against the text that was shown."""
        lado = self.eleccion.choques.get(asunto.id, "")
        if not lado:
            if self.eleccion.aceptar and asunto.id in self.eleccion.aceptar:  # it was no clash when it was drawn
                self.informe.fallos.append((asunto.donde, _("Otra persona lo cambió mientras usted revisaba.")))
            return False
        if self.eleccion.vistos.get(asunto.id, "") != asunto.visto:
            self.informe.fallos.append((asunto.donde, _("El texto del portal volvió a cambiar: escoja otra vez.")))
            return False
        if lado == DEL_PORTAL:
            self.recepcion.aceptado["dejados"][asunto.id] = asunto.visto
            self.informe.dejados += 1
            return False
        return lado == DE_LA_PLANILLA

    def _devolver(self, asunto: Asunto) -> None:
        tabla = self.planilla.tabla(asunto.tabla)
        tabla.restaurar(asunto.clave)
        cambios = {campo: Escrito(crudo, asunto.huellas[campo]) for campo, crudo in asunto.crudos.items()}
        for frase in tabla.guardar(asunto.clave, cambios, self.usuario).values():
            self.informe.fallos.append((asunto.donde, frase))
        self._anotar(asunto)

    def _crear(self, asunto: Asunto) -> None:
        if asunto.padre and asunto.padre not in self.hechos:
            padre = self.propuesta.de(asunto.padre)
            falta = _("Acepte también %s: de ahí cuelga esta fila.") % (padre.donde if padre else "")
            self.informe.fallos.append((asunto.donde, falta))
            return
        try:
            fallos = self.planilla.tabla(asunto.tabla).crear(asunto.clave, asunto.crudos, self.usuario)
        except Http404:
            fallos = {"": _("Esa fila es de otra parte: borre su clave en la planilla y súbala otra vez.")}
        self.informe.fallos += [(asunto.donde, frase) for frase in fallos.values()]
        if "" not in fallos:
            self._anotar(asunto)

    def _escribir(self, tabla: str, clave: str, asuntos: list[Asunto]) -> None:
        cambios = {asunto.campo: Escrito(asunto.crudo, asunto.visto) for asunto in asuntos}
        fallos = self.planilla.tabla(tabla).guardar(clave, cambios, self.usuario)
        for asunto in asuntos:
            if asunto.campo in fallos:
                self.informe.fallos.append((asunto.donde, fallos[asunto.campo]))
            else:
                self._anotar(asunto)

    def _anotar(self, asunto: Asunto) -> None:
        """Write down that a matter is done, and what the workbook has now seen of it."""
        self.hechos.add(asunto.id)
        self.informe.hechos[asunto.suerte] += 1
        self.recepcion.aceptado["asuntos"][asunto.id] = {
            "suerte": asunto.suerte.value,
            "donde": asunto.donde,
            "fila": asunto.fila[:TEXTO_GUARDADO],
            "etiqueta": asunto.etiqueta,
            "antes": asunto.antes[:TEXTO_GUARDADO],
            "ahora": asunto.ahora[:TEXTO_GUARDADO],
            "por": self.usuario.pk,
            "en": now().isoformat(),
        }
        if asunto.campo:
            vistos = self.recepcion.aceptado["vistos"].setdefault(asunto.tabla, {})
            vistos.setdefault(asunto.clave, {})[asunto.campo] = asunto.nueva
