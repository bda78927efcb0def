"""Which territories a person may see and what they may do there: the only place that knows."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import Http404

from cuentas.models import Rol, RolFcm, Usuario, Vinculacion
from territorio.models import Territorio


def con_agenda() -> QuerySet[Territorio]:
    """Give every territory with an agenda, its department loaded."""
    return Territorio.objects.con_agenda().select_related("departamento")


def territorios_de(usuario) -> QuerySet[Territorio]:
    """Give every territory a person may see from inside: linked, assigned, or all for the coordination."""
    if not usuario.is_authenticated or not usuario.is_active:
        return Territorio.objects.none()
    todos = con_agenda()
    if usuario.es_coordinador:
        return todos
    propios = Q(pk__in=usuario.vinculaciones.vigentes().values("territorio_id"))
    if usuario.rol_fcm == RolFcm.ASESOR:
        propios |= asignados(usuario)
    return todos.filter(propios)


def asignados(asesor: Usuario) -> Q:
    """Give the condition «is assigned to this advisor», by itself or by its department."""
    codigos = asesor.asignaciones.values("territorio_id")
    return Q(pk__in=codigos) | Q(departamento_id__in=codigos)


def territorios_por_revisar(usuario) -> QuerySet[Territorio]:
    """Give the territories a person of the FCM reviews: nobody reviews where they have a Vinculacion."""
    if not usuario.is_authenticated or not usuario.es_fcm:
        return Territorio.objects.none()
    todos = con_agenda()
    if not usuario.es_coordinador:
        todos = todos.filter(asignados(usuario))
    return todos.exclude(pk__in=usuario.vinculaciones.vigentes().values("territorio_id"))


def rol_en(usuario, territorio: Territorio | str) -> str | None:
    """Give the role of a person in a territory, or its code (``Rol``), or None. One query."""
    if not usuario.is_authenticated:
        return None
    return (
        Vinculacion.objects.vigentes()
        .filter(usuario=usuario, territorio=territorio)
        .values_list("rol", flat=True)
        .first()
    )


ORDEN = {Rol.LECTURA: 0, Rol.EDICION: 1, Rol.RESPONSABLE: 2}


def cumple(rol: str | None, minimo: Rol) -> bool:
    """Say whether a role reaches a minimum: lectura < edición < responsable."""
    return rol is not None and ORDEN[Rol(rol)] >= ORDEN[minimo]


def territorio_para(usuario, codigo: str, minimo: Rol = Rol.LECTURA) -> Territorio:
    """Fetch a territory for its working pages: to fetch is to authorise.

    ``Http404`` for a stranger, ``PermissionDenied`` for a member (or an advisor) whose role does not reach.
    The territory carries ``mi_rol`` (the person's ``Rol`` there, None for the FCM) and ``mi_rol_de`` (whose it is).
    """
    rol = rol_en(usuario, codigo) if usuario.is_active else None
    suyos = con_agenda() if rol else territorios_de(usuario)  # a link opens its territory by itself
    territorio = suyos.filter(pk=codigo).first()
    if territorio is None:
        raise Http404("territorio")
    territorio.mi_rol = rol
    territorio.mi_rol_de = usuario.pk
    if minimo != Rol.LECTURA and not cumple(territorio.mi_rol, minimo):
        raise PermissionDenied
    return territorio


def gestiona_personas(usuario, territorio: Territorio) -> bool:
    """Say whether a person admits and removes people there: its responsable, or the coordination."""
    return usuario.es_coordinador or cumple(territorio.mi_rol, Rol.RESPONSABLE)


def territorio_que_gestiona(usuario, codigo: str) -> Territorio:
    """Fetch a territory whose people one may admit and remove. 404 for a stranger, 403 for a lower role."""
    territorio = territorio_para(usuario, codigo)
    if not gestiona_personas(usuario, territorio):
        raise PermissionDenied
    return territorio


def solo_coordinacion(vista: Callable) -> Callable:
    """Open a view to the coordination: a stranger goes to the login page, anyone else gets 403."""
    return _solo(lambda usuario: usuario.es_coordinador, vista)


def solo_fcm(vista: Callable) -> Callable:
    """Open a view to the people of the FCM: a stranger goes to the login page, anyone else gets 403."""
    return _solo(lambda usuario: usuario.es_fcm, vista)


def _solo(prueba: Callable, vista: Callable) -> Callable:
    @login_required
    @wraps(vista)
    def envuelta(request, *args, **kwargs):
        if not prueba(request.user):
            raise PermissionDenied
        return vista(request, *args, **kwargs)

    return envuelta
