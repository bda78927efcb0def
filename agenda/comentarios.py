"""Comments put where they belong: beside their block, with the name of their place."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

from agenda.lectura import Bloque, ancla_del_bloque, fragmento, lugares
from agenda.models import Agenda, Comentario, Version


def nombres(contenido: dict) -> dict[str, tuple[str, str]]:
    """Give ancla → (title, where it stands) of a frozen document."""
    return lugares(contenido)


def de_la_agenda(agenda: Agenda) -> list[Comentario]:
    """Give every comment of an agenda, oldest first, with who wrote, answered and resolved. One query."""
    return list(
        agenda.comentarios.select_related("autor", "atendido_por", "resuelto_por", "version").defer(
            "version__contenido"
        )
    )


def situar(comentarios: Iterable[Comentario], version: Version | None) -> list[Comentario]:
    """Write on each comment ``lugar``, ``fragmento`` and ``vigente`` (is its place still in this version?).

    The place of what was removed is read in the version on which the comment was made: one query more at most.
    """
    comentarios = list(comentarios)
    actuales = nombres(version.contenido) if version else {}
    perdidos = {c.version_id for c in comentarios if ancla_del_bloque(c.ancla) not in actuales}
    viejos = {v.pk: nombres(v.contenido) for v in Version.objects.filter(pk__in=perdidos)} if perdidos else {}
    for comentario in comentarios:
        ancla = ancla_del_bloque(comentario.ancla)
        comentario.vigente, comentario.fragmento = ancla in actuales, fragmento(ancla)
        donde = actuales if comentario.vigente else viejos.get(comentario.version_id, {})
        comentario.lugar = donde.get(ancla, (_("Un lugar que ya no existe"), ""))[0]
    return comentarios


def repartir(bloques_: list[Bloque], comentarios: Iterable[Comentario]) -> list[Comentario]:
    """Hang each comment on its block; give those whose place is not in this document."""
    por_ancla = {bloque.ancla: bloque for bloque in bloques_}
    sueltos = []
    for comentario in comentarios:
        bloque = por_ancla.get(ancla_del_bloque(comentario.ancla))
        (bloque.comentarios if bloque else sueltos).append(comentario)
    return sueltos
