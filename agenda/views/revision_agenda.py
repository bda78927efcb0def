"""One agenda under review: what changed, the whole text with its comments, the diagnostic, the history."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import render
from django.template.loader import get_template
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from agenda import cambios, comentarios, lectura
from agenda.estados import etiqueta
from agenda.flujo import movimientos_para
from agenda.historia import historia
from agenda.impresion import metodo
from agenda.models import Agenda, Estado, ResultadoVersion, Version
from agenda.papeles import Papel, papeles
from agenda.permisos import agenda_por_revisar
from agenda.recuerdo import recordar
from agenda.views.revision import TONOS
from diagnostico.models import Diagnostico
from guardado.formularios import firmar_autor
from guardado.nuevas import clave_nueva
from informes.dibujo import dibujo

COMENTARIOS = 20  # of a thread, on one page
BLOQUES = 40  # of the whole text, on one page (sixty when few are left over)
PESTANAS = ("cambios", "agenda", "diagnostico", "historia")


def versiones_por_leer(agenda: Agenda) -> tuple[Version | None, Version | None, int]:
    """Give the version to read, the one before it, and which round this is; what the town took back does not count."""
    leidas = list(agenda.versiones.exclude(resultado=ResultadoVersion.RETIRADA).defer("contenido").order_by("-numero"))
    actual, anterior = (*leidas[:2], None, None)[:2]
    return actual, anterior, len(leidas)


@login_required
@require_safe
def revision_agenda(request, codigo: str, periodo: str, pestana: str = ""):
    """Show one tab of the review of an agenda: its frozen version, never the working text."""
    if pestana and pestana not in PESTANAS:
        raise Http404(pestana)
    agenda = agenda_por_revisar(request.user, codigo, periodo)
    version, anterior, vuelta = versiones_por_leer(agenda)
    cartas = _cartas(anterior, version) if anterior else []
    elegida = pestana or ("cambios" if anterior else "agenda")
    contexto = {
        "agenda": agenda,
        "territorio": agenda.territorio,
        "version": version,
        "vuelta": vuelta,
        "etiqueta": etiqueta(agenda.estado, "fcm"),
        "tono": TONOS[agenda.estado],
        "opciones": movimientos_para(agenda, request.user),
        "pestana": elegida,
        "pestanas": _pestanas(agenda, elegida, len(cartas), bool(anterior)),
        "cuenta": comentarios.cuenta(agenda),
        "puede_comentar": agenda.estado == Estado.EN_REVISION and Papel.LA_TIENE in papeles(request.user, agenda),
        "autor_firmado": firmar_autor(request.user),
        "usuario": request.user,
    }
    if elegida == "cambios":
        contexto |= _cambios(request, agenda, version) | {"cartas": cartas, "anterior": anterior}
    elif elegida == "agenda" and version:
        contexto |= _completa(request, agenda, version)
    elif elegida == "diagnostico":
        contexto |= _diagnostico(agenda, version)
    elif elegida == "historia":
        contexto |= historia(agenda)
    return render(request, f"agenda/revision/{elegida}.html", contexto)


def _pestanas(agenda: Agenda, elegida: str, cuantos: int, con_anterior: bool) -> list[tuple[str, str, bool]]:
    """Give the tabs; the first only when there was a sending before."""
    args = [agenda.territorio_id, agenda.periodo_id]
    nombres = {
        "cambios": _("Lo que cambió (%(n)s)") % {"n": cuantos},
        "agenda": _("Agenda completa"),
        "diagnostico": _("Diagnóstico"),
        "historia": _("Historia"),
    }
    pestanas = [
        (nombre, reverse("revision_pestana", args=[*args, slug]), slug == elegida)
        for slug, nombre in nombres.items()
        if slug != "cambios" or con_anterior or elegida == "cambios"
    ]
    if agenda.estado == Estado.APROBADA:
        return [*pestanas, ("PDF", reverse("agenda_publica_archivo", args=[*args, "pdf"]), False)]
    return [*pestanas, ("PDF", reverse("agenda_borrador", args=args), False)]


def _cartas(anterior: Version, version: Version) -> list[cambios.Carta]:
    """Give what changed between two versions."""
    return recordar(
        "cartas",
        lambda: cambios.cartas(anterior.contenido, version.contenido, comentarios.nombres(version)),
        anterior,
        version,
    )


def _cambios(request, agenda: Agenda, version: Version | None) -> dict:
    """Give a page of the thread that stands beside what changed."""
    hoja = Paginator(comentarios.de_la_agenda(agenda), COMENTARIOS).get_page(request.GET.get("pagina"))
    return {"hoja": hoja, "comentarios": comentarios.situar(hoja, version)}


def _dibujados(version: Version) -> list[lectura.Bloque]:
    """Give the blocks of a version, with what each says and what its comment form asks as HTML: the same to all."""
    bloques = lectura.bloques(version.contenido)
    texto, formulario = get_template("agenda/revision/_bloque.html"), get_template("agenda/revision/_comentar.html")
    for bloque in bloques:
        bloque.dibujo = texto.render({"bloque": bloque})
        bloque.formulario = formulario.render({"bloque": bloque})
    return bloques


def _completa(request, agenda: Agenda, version: Version) -> dict:
    """Give a page of the whole text with its comments: the one asked for, or that of the ``lugar`` asked for."""
    bloques = recordar("bloques", lambda: _dibujados(version), version)
    lugar = lectura.ancla_del_bloque(request.GET.get("lugar", ""))
    donde = next((n for n, bloque in enumerate(bloques) if bloque.ancla == lugar), 0)
    paginador = Paginator(bloques, BLOQUES, orphans=BLOQUES // 2)
    hoja = paginador.get_page(request.GET.get("pagina") or min(donde // BLOQUES + 1, paginador.num_pages))
    sueltos = comentarios.repartir(agenda, bloques, hoja.object_list, lugar)
    sueltos = comentarios.situar(sueltos[-COMENTARIOS:], version) if hoja.number == 1 else []
    return {"hoja": hoja, "bloques": hoja.object_list, "sueltos": sueltos, "clave": clave_nueva}


def _diagnostico(agenda: Agenda, version: Version | None) -> dict:
    """Give the diagnostic frozen with the version, with what the town wrote for its advisor, and its charts."""
    congelado = (version.contenido.get("diagnostico") if version else None) or {}
    entero = Diagnostico.objects.filter(territorio=agenda.territorio_id, numero=congelado.get("numero")).first()
    resultado = (entero and entero.resultado) or congelado
    if not resultado.get("pasos"):
        return {}
    dibujos = metodo.diagnostico(resultado)
    por_slug = {paso["slug"]: paso for paso in resultado["pasos"]}
    return {
        "diagnostico": entero,
        "resultado": resultado,
        "regla": resultado["regla"],
        "radar": dibujo("informes/radar.svg", dibujos["radar"]),
        "escaleras": [
            (modalidad, dibujo("informes/escalera.svg", suyo["grafica"]) if modalidad["nivel"] is not None else None)
            for modalidad, suyo in zip(resultado["modalidades"], dibujos["modalidades"], strict=True)
        ],
        "mas_alto": por_slug.get(resultado["paso_mas_alto"]),
        "mas_bajo": por_slug.get(resultado["paso_mas_bajo"]),
    }
