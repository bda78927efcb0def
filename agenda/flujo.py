"""The only table of moves between states, and the only function that writes ``Agenda.estado``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agenda import correos, efectos, requisitos
from agenda.estados import ESTADOS, Dueno, etiqueta
from agenda.models import Agenda, Estado, Transicion
from agenda.papeles import DE_LA_FCM, DEL_TERRITORIO, Papel, papeles


@dataclass(frozen=True)
class Movimiento:
    """A row of the table. ``hacia`` None: the state stays, or (``vuelve``) goes back to where it came from."""

    nombre: str
    etiqueta: str
    desde: tuple[Estado, ...]
    hacia: Estado | None
    quien: frozenset[Papel]
    solo: str
    necesita: tuple[Callable[[Agenda], str | None], ...] = ()
    pide_comentario: str = ""
    vuelve: bool = False
    efecto: Callable | None = None

    @property
    def lo_ven(self) -> frozenset[Papel]:
        """Give who sees its button, enabled or not: the side that can make the move."""
        return DEL_TERRITORIO if self.quien & DEL_TERRITORIO else DE_LA_FCM

    def destino(self, agenda: Agenda) -> Estado:
        """Give the state it leads to."""
        if self.vuelve:
            return Estado(agenda.estado_previo or Estado.BORRADOR)
        return self.hacia or Estado(agenda.estado)


TODOS = tuple(Estado)
LA_TIENE = gettext_lazy("Solo puede hacerlo quien la está revisando.")
COORDINA = gettext_lazy("Solo puede hacerlo la coordinación de la Federación, y nadie en su propio territorio.")
RESPONDE = gettext_lazy("Solo puede hacerlo la persona responsable del territorio.")

MOVIMIENTOS: dict[str, Movimiento] = {
    fila.nombre: fila
    for fila in (
        Movimiento(
            "enviar",
            gettext_lazy("Enviar a la Federación"),
            (Estado.BORRADOR, Estado.DEVUELTA),
            Estado.ENVIADA,
            frozenset({Papel.RESPONSABLE}),
            gettext_lazy("Solo la persona responsable del territorio envía la agenda."),
            necesita=(
                requisitos.periodo_abierto,
                requisitos.diagnostico_cerrado,
                requisitos.nada_falta,
                requisitos.bloqueantes_atendidos,
            ),
            efecto=efectos.congelar,
        ),
        Movimiento(
            "retirar",
            gettext_lazy("Retirar el envío"),
            (Estado.ENVIADA,),
            None,
            frozenset({Papel.RESPONSABLE}),
            RESPONDE,
            vuelve=True,
            efecto=efectos.version_retirada,
        ),
        Movimiento(
            "tomar",
            gettext_lazy("Tomar para revisar"),
            (Estado.ENVIADA,),
            Estado.EN_REVISION,
            frozenset({Papel.REVISA}),
            gettext_lazy("Solo revisa una agenda la asesora o el asesor del territorio, o la coordinación."),
            efecto=efectos.tomada,
        ),
        Movimiento(
            "soltar",
            gettext_lazy("Soltar"),
            (Estado.EN_REVISION,),
            Estado.ENVIADA,
            frozenset({Papel.LA_TIENE, Papel.COORDINACION}),
            gettext_lazy("Solo la suelta quien la está revisando, o la coordinación."),
        ),
        Movimiento(
            "devolver",
            gettext_lazy("Devolver"),
            (Estado.EN_REVISION,),
            Estado.DEVUELTA,
            frozenset({Papel.LA_TIENE}),
            LA_TIENE,
            pide_comentario=gettext_lazy("Escriba por qué devuelve la agenda: es lo primero que leerá el territorio."),
            efecto=efectos.version_devuelta,
        ),
        Movimiento(
            "aprobar",
            gettext_lazy("Aprobar"),
            (Estado.EN_REVISION,),
            Estado.APROBADA,
            frozenset({Papel.LA_TIENE}),
            LA_TIENE,
            necesita=(requisitos.bloqueantes_resueltos,),
            efecto=efectos.publicar,
        ),
        Movimiento(
            "actualizar",
            gettext_lazy("Actualizar la agenda"),
            (Estado.APROBADA,),
            Estado.BORRADOR,
            frozenset({Papel.RESPONSABLE, Papel.EDICION}),
            gettext_lazy("Su rol en este territorio es de lectura."),
            necesita=(requisitos.periodo_abierto,),
        ),
        Movimiento(
            "retirar_publicacion",
            gettext_lazy("Retirar de publicación"),
            TODOS,
            None,
            frozenset({Papel.COORDINACION}),
            COORDINA,
            necesita=(requisitos.publicada,),
            pide_comentario=gettext_lazy("Escriba la razón del retiro: se muestra al público."),
            efecto=efectos.ocultar,
        ),
        Movimiento(
            "restituir_publicacion",
            gettext_lazy("Volver a publicar"),
            TODOS,
            None,
            frozenset({Papel.COORDINACION}),
            COORDINA,
            necesita=(requisitos.retirada_del_publico,),
            efecto=efectos.mostrar,
        ),
    )
}


class MovimientoNegado(Exception):
    """A move that the state or a need refuses; ``str()`` is the sentence to show."""


@dataclass(frozen=True)
class Negativa:
    """Why not, and whether it is about who asks (403) or about the agenda (a redirect with the sentence)."""

    razon: str
    por_papel: bool = False


@dataclass(frozen=True)
class Opcion:
    """A button: enabled, or disabled with its reason."""

    nombre: str
    etiqueta: str
    permitido: bool
    razon: str
    pide_comentario: str = ""


def negativa(fila: Movimiento, agenda: Agenda, suyos: frozenset[Papel]) -> Negativa | None:
    """Give why somebody cannot make a move now, or None. The button and the POST both ask here."""
    if not fila.quien & suyos:
        return Negativa(str(fila.solo), por_papel=True)
    if agenda.estado not in fila.desde:
        audiencia = "fcm" if fila.quien & DE_LA_FCM else "territorio"
        razon = _("No se puede: la agenda está en el estado «%(estado)s».")
        return Negativa(razon % {"estado": etiqueta(agenda.estado, audiencia)})
    razones = (requisito(agenda) for requisito in fila.necesita)
    razon = next((frase for frase in razones if frase), None)
    return Negativa(razon) if razon else None


def movimientos_para(agenda: Agenda, usuario) -> list[Opcion]:
    """Give the moves of this state that concern a person's side, each allowed or with the reason why not."""
    suyos = papeles(usuario, agenda)
    opciones = []
    for fila in MOVIMIENTOS.values():
        if agenda.estado not in fila.desde or not fila.lo_ven & suyos:
            continue
        if fila.quien == {Papel.COORDINACION} and negativa(fila, agenda, suyos):
            continue  # rare moves of the coordination appear only where they can be made
        motivo = negativa(fila, agenda, suyos)
        opciones.append(
            Opcion(
                fila.nombre, str(fila.etiqueta), motivo is None, motivo.razon if motivo else "", fila.pide_comentario
            )
        )
    return opciones


def _repetido(fila: Movimiento, agenda: Agenda, usuario) -> Transicion | None:
    """Give the last move when it is this one by this person: a double click is not an error."""
    ultima = agenda.transiciones.order_by("-cuando", "-pk").first()
    igual = (
        ultima and ultima.movimiento == fila.nombre and ultima.usuario_id == usuario.pk and ultima.a == agenda.estado
    )
    return ultima if igual else None


def mover(
    agenda: Agenda, movimiento: str, usuario, comentario: str = "", *, cuando=None, avisar: bool = True
) -> Transicion:
    """Make a move: locked, re-checked, logged, mailed on commit. The only writer of ``estado``.

    ``cuando``: the moment it is dated (now by default). ``avisar``: send the mails. The demonstration uses both: its
    moves are dated over some weeks and nobody is told.

    ``PermissionDenied`` when it is not the person's to make, ``MovimientoNegado`` with the sentence otherwise.
    """
    fila = MOVIMIENTOS[movimiento]
    comentario = comentario.replace("\r\n", "\n").strip()
    with transaction.atomic():
        cerrada = (
            Agenda.objects.select_for_update(of=("self",))
            .select_related("territorio__departamento", "periodo", "publicada", "revisa")
            .get(pk=agenda.pk)
        )
        motivo = negativa(fila, cerrada, papeles(usuario, cerrada))
        anterior = _repetido(fila, cerrada, usuario) if motivo else None
        if anterior is not None:
            return anterior
        if motivo and motivo.por_papel:
            raise PermissionDenied(motivo.razon)
        if motivo:
            raise MovimientoNegado(motivo.razon)
        if fila.pide_comentario and not comentario:
            raise MovimientoNegado(str(fila.pide_comentario))
        de, ahora = Estado(cerrada.estado), cuando or now()
        a = fila.destino(cerrada)
        if a != de:
            cerrada.estado, cerrada.estado_desde, cerrada.revisa = a, ahora, None
        if ESTADOS[de].dueno == Dueno.TERRITORIO:
            cerrada.estado_previo = de  # where «retirar» goes back to
        version = fila.efecto(cerrada, usuario, comentario, ahora) if fila.efecto else efectos.ultima_version(cerrada)
        cerrada.save()
        transicion = Transicion.objects.create(
            agenda=cerrada, version=version, movimiento=movimiento, de=de, a=a,
            usuario=usuario, cuando=ahora, comentario=comentario,
        )  # fmt: skip
        if avisar:
            transaction.on_commit(lambda: correos.avisar(transicion), robust=True)
    agenda.refresh_from_db()
    return transicion
