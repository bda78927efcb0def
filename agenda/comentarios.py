"""Comments put where they belong: beside their block, with the name of their place."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Count
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agenda.lectura import Bloque, ancla_del_bloque, fragmento, lugares
from agenda.models import Agenda, Comentario, EstadoComentario, Version
from agenda.recuerdo import recordar

A_LA_VISTA = 3  # comments shown beside a block; the rest one click away


def nombres(version: Version) -> dict[str, tuple[str, str]]:
    """Give ancla → (title, where it stands) of a frozen document."""
    return recordar("lugares", lambda: lugares(version.contenido), version)


def de_la_agenda(agenda: Agenda):
    """Give the comments of an agenda, oldest first, with who wrote each and on which version. One query."""
    return agenda.comentarios.select_related("autor", "version").defer("version__contenido")


def cuenta(agenda: Agenda) -> str:
    """Give «4 resueltos · 1 abierto». One query."""
    cuantos = dict(agenda.comentarios.order_by().values_list("estado").annotate(Count("pk")))
    partes = []
    if n := cuantos.get(EstadoComentario.RESUELTO):
        partes.append(ngettext("%(n)s resuelto", "%(n)s resueltos", n) % {"n": n})
    if n := cuantos.get(EstadoComentario.ATENDIDO):
        partes.append(ngettext("%(n)s atendido", "%(n)s atendidos", n) % {"n": n})
    if n := cuantos.get(EstadoComentario.ABIERTO):
        partes.append(ngettext("%(n)s abierto", "%(n)s abiertos", n) % {"n": n})
    return " · ".join(partes)


def situar(comentarios: Iterable[Comentario], version: Version | None) -> list[Comentario]:
    """Write on each comment ``lugar``, ``fragmento`` and ``vigente`` (is its place still in this version?).

    The place of what was removed is read in the version on which the comment was made: one query more at most.
    """
    comentarios = list(comentarios)
    actuales = nombres(version) if version else {}
    perdidos = {c.version_id for c in comentarios if ancla_del_bloque(c.ancla) not in actuales}
    viejos = {v.pk: nombres(v) for v in Version.objects.filter(pk__in=perdidos)} if perdidos else {}
    for comentario in comentarios:
        ancla = ancla_del_bloque(comentario.ancla)
        comentario.vigente, comentario.fragmento = ancla in actuales, fragmento(ancla)
        donde = actuales if comentario.vigente else viejos.get(comentario.version_id, {})
        comentario.lugar = donde.get(ancla, (_("Un lugar que ya no existe"), ""))[0]
    return comentarios


def repartir(agenda: Agenda, bloques: list[Bloque], hoja: list[Bloque], abierto: str = "") -> list[Comentario]:
    """Hang on the blocks of a page (``hoja``) their comments; give those whose place is not in the document.

    Beside a block stand the last ``A_LA_VISTA`` that wait, or the last of all; ``guardados`` counts the rest.
    ``abierto``: the ancla of the block that shows them all. Two queries: only what is drawn is read in full.
    """
    por_ancla: dict[str, list[tuple[int, str]]] = {}
    for pk, ancla, estado in agenda.comentarios.values_list("pk", "ancla", "estado"):
        por_ancla.setdefault(ancla_del_bloque(ancla), []).append((pk, estado))
    vistos: dict[int, Bloque | None] = {}
    for bloque in hoja:
        suyos = por_ancla.get(bloque.ancla, [])
        elegidos = suyos if bloque.ancla == abierto else _a_la_vista(suyos)
        bloque.guardados = len(suyos) - len(elegidos)
        vistos |= {pk: bloque for pk, _estado in elegidos}
    conocidas = {bloque.ancla for bloque in bloques}
    vistos |= {pk: None for ancla, suyos in por_ancla.items() if ancla not in conocidas for pk, _estado in suyos}
    sueltos = []
    for comentario in de_la_agenda(agenda).filter(pk__in=vistos):
        bloque = vistos[comentario.pk]
        (bloque.comentarios if bloque else sueltos).append(comentario)
    return sueltos


def _a_la_vista(suyos: list[tuple[int, str]]) -> list[tuple[int, str]]:
    if len(suyos) <= A_LA_VISTA:
        return suyos
    return ([uno for uno in suyos if uno[1] != EstadoComentario.RESUELTO] or suyos)[-A_LA_VISTA:]
