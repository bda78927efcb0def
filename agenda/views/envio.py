"""Before and after sending: everything on one page, and what happens next."""

from __future__ import annotations

from django.contrib import messages
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from agenda import lectura, vistazo
from agenda.arbol import arbol, hojas, nombres, vestir
from agenda.documento import componer_eje, componer_entorno, componer_textos
from agenda.estados import etiqueta
from agenda.faltantes import en_lineas, leer_faltantes, por_ancla
from agenda.filas import en_arbol_vivo
from agenda.flujo import MovimientoNegado, mover, movimientos_para
from agenda.models import Accion, Agenda, Eje, Estado
from agenda.views.puerta import contexto, pagina
from cuentas.models import Rol
from guia.catalogo import catalogo


def _sin_regla(usuario, agenda: Agenda) -> None:
    """The flow itself says who may send and when."""
    return


@pagina(regla=_sin_regla, minimo=Rol.RESPONSABLE)
def enviar(request: HttpRequest, agenda: Agenda) -> HttpResponse:
    """Show all that is about to be sent, what lacks and who may send; the POST sends."""
    if request.method == "POST":
        try:
            mover(agenda, "enviar", request.user)
        except MovimientoNegado as negado:
            messages.error(request, str(negado))
            return redirect(request.path)
        return redirect("agenda_enviada", agenda.territorio_id, agenda.periodo_id)
    pedida = request.GET.get("parte", "")
    if pedida:  # one reads a part whole; what lacks and the button are on the page itself
        partes = _partes(agenda, pedida)
        propio = {"aqui": _("Lo que se envía"), "partes": partes}
        return render(request, "agenda/editor/enviar_parte.html", contexto(request, agenda, **propio))
    faltas = leer_faltantes(agenda)
    troncos, guia = arbol(agenda, por_ancla(faltas)), catalogo()
    opcion = next((una for una in movimientos_para(agenda, request.user) if una.nombre == "enviar"), None)
    acciones = hojas(troncos)
    vestir(acciones, agenda, lambda slug: guia.nombre("modalidades_y_gobernanza", slug))
    textos, sin_escribir = vistazo.textos(agenda)
    propio = {
        "aqui": _("Revisar y enviar"),
        "opcion": opcion,
        "estado": etiqueta(agenda.estado),
        "bloquean": [falta for falta in faltas if falta.bloquea],
        "avisos": (avisos := [falta for falta in faltas if not falta.bloquea]),
        "lineas": en_lineas(avisos),
        "troncos": troncos,
        "textos": textos,
        "sin_escribir": ", ".join(sin_escribir),
        "entorno": vistazo.entorno(agenda),
        "totales": {
            "efectivo": sum(hoja.total for hoja in acciones),
            "especie": sum(hoja.en_especie for hoja in acciones),
        },
        "cuantas": len(acciones),
        "marcados": len(agenda.consejos),
    }
    return render(request, "agenda/editor/enviar.html", contexto(request, agenda, **propio))


def _partes(agenda: Agenda, pedida: str) -> list[dict]:
    """Give what is sent by parts; only the one asked for (or the first) is written out, the others are links."""
    nombre_eje = nombres(agenda)["eje"]
    ejes = Eje.objects.filter(agenda=agenda, retirada_en=None).order_by("orden", "pk").values_list("pk", "nombre")
    vivas = en_arbol_vivo(Accion.objects.filter(objetivo__eje__agenda=agenda)).order_by()
    cuantas = dict(vivas.values_list("objetivo__eje").annotate(Count("pk")))
    partes = [
        {"slug": "textos", "titulo": _("Textos de la agenda")},
        *(
            {
                "slug": f"eje-{numero}",
                "titulo": f"{nombre_eje} {numero} {nombre}",
                "acciones": cuantas.get(pk, 0),
            }
            for numero, (pk, nombre) in enumerate(ejes, start=1)
        ),
        {"slug": "entorno", "titulo": _("Actores, memoria y cómo se hizo")},
    ]
    abierta = next((parte for parte in partes if parte["slug"] == pedida), partes[0])
    if abierta["slug"] == "textos":
        leidos = lectura.textos(componer_textos(agenda))
    elif abierta["slug"] == "entorno":
        leidos = lectura.entorno(componer_entorno(agenda))
    else:
        leidos = lectura.plan(componer_eje(agenda, int(abierta["slug"].removeprefix("eje-"))))
    abierta["bloques"] = lectura.con_algo(leidos)
    return partes


@pagina(regla=_sin_regla, metodos=("GET",))
def enviada(request: HttpRequest, agenda: Agenda) -> HttpResponse:
    """Say that it was sent and what happens next."""
    if agenda.estado != Estado.ENVIADA:
        return redirect("agenda", agenda.territorio_id, agenda.periodo_id)
    version = agenda.versiones.defer("contenido").order_by("-numero").first()
    sigue = [
        _("La asesora o el asesor de la Federación la toma para revisarla. Recibirá un correo cuando haya respuesta."),
        _("Puede devolverla con comentarios: ustedes los atienden y la vuelven a enviar."),
        _("Cuando la apruebe, la agenda se publica con su PDF y cualquiera puede comprobar que es auténtica."),
        _("Mientras nadie la haya tomado, la persona responsable puede retirar el envío."),
    ]
    return render(request, "agenda/editor/enviada.html", contexto(request, agenda, version=version, sigue=sigue))
