"""The overview of an agenda: its tree, what lacks, what was removed. And the page from which it begins."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from agenda.arbol import arbol, hojas, vestir
from agenda.comienzo import abre_en, anterior, comenzar, razon_para_no_comenzar
from agenda.copias import copiar_de_otra, por_copiar
from agenda.estados import etiqueta
from agenda.faltantes import en_lineas, leer_faltantes, por_ancla
from agenda.filas import CLASES, filas_de
from agenda.flujo import movimientos_para
from agenda.forms.texto import SECCIONES
from agenda.models import Accion, Agenda, Eje, Estado, Objetivo
from agenda.permisos import agenda_de, puede_editar
from agenda.preparadas import Preparada
from agenda.views.puerta import contexto, pagina
from cuentas.models import Rol
from cuentas.permisos import cumple, territorio_para
from diagnostico.models import Diagnostico
from formato.texto import sin_acentos
from guardado.formularios import firmar_autor
from guia.catalogo import catalogo
from territorio.models import Periodo

TONOS = {
    Estado.BORRADOR: "neutra",
    Estado.ENVIADA: "",
    Estado.EN_REVISION: "alerta",
    Estado.DEVUELTA: "alerta",
    Estado.APROBADA: "exito",
}


@Preparada
def _retiradas(agenda: int) -> QuerySet:
    """Give the agenda when something of its tree was removed."""
    quitadas = (
        modelo.objects.filter(**{camino: OuterRef("pk")}, retirada_en__isnull=False)
        for modelo, camino in ((Eje, "agenda"), (Objetivo, "eje__agenda"), (Accion, "objetivo__eje__agenda"))
    )
    primera, segunda, tercera = map(Exists, quitadas)
    return Agenda.objects.filter(primera | segunda | tercera, pk=agenda).values_list("pk")


@login_required
@require_GET
def ver(request: HttpRequest, codigo: str, periodo: str) -> HttpResponse:
    """Show the tree, or the page «Comience su Agenda» while there is none."""
    territorio = territorio_para(request.user, codigo)
    agenda = agenda_de(territorio, periodo)
    if agenda is None:
        return _sin_agenda(request, territorio, get_object_or_404(Periodo, pk=periodo))
    agenda.razon = puede_editar(request.user, agenda)
    faltas = leer_faltantes(agenda)
    troncos = arbol(agenda, por_ancla(faltas))
    todas = hojas(troncos)
    filtro = {nombre: request.GET.get(nombre, "").strip() for nombre in ("texto", "modalidad", "falta")}
    filtrado = any(filtro.values())
    guia = catalogo()
    vestir(todas, agenda, lambda slug: guia.nombre("modalidades_y_gobernanza", slug))
    visibles = [hoja for hoja in todas if _pasa(hoja, filtro)]
    secciones = [
        (slug, seccion.titulo, sum(bool(getattr(agenda, campo)) for campo in seccion.todos), len(seccion.todos))
        for slug, seccion in SECCIONES.items()
    ]
    propio = {
        "troncos": troncos,
        "acciones": todas,
        "visibles": visibles,
        "filtro": filtro,
        "filtrado": filtrado,
        "modalidades": guia.opciones("modalidades_y_gobernanza"),
        "bloquean": [falta for falta in faltas if falta.bloquea],
        "avisos": (avisos := [falta for falta in faltas if not falta.bloquea]),
        "lineas": en_lineas(avisos),
        "total": sum(hoja.total for hoja in todas),
        "en_especie": sum(hoja.en_especie for hoja in todas),
        "secciones": secciones,
        "movimientos": [uno for uno in movimientos_para(agenda, request.user) if uno.nombre != "enviar"],
        "estado": etiqueta(agenda.estado),
        "estado_tono": TONOS[Estado(agenda.estado)],
        "deshacer": _por_deshacer(agenda, request.GET.get("deshacer", "")),
        "hay_retiradas": bool(_retiradas(agenda.pk)),
        "anterior": anterior(agenda),
        "invitaciones": agenda.territorio.participaciones.filter(confirmada_en=None, rechazada_en=None).count(),
    }
    return render(request, "agenda/editor/arbol.html", contexto(request, agenda, **propio))


def _pasa(hoja, filtro: dict[str, str]) -> bool:
    """Say whether an action passes the filter of the overview."""
    if filtro["modalidad"] and hoja.accion.modalidad != filtro["modalidad"]:
        return False
    if filtro["falta"] and not hoja.faltas:
        return False
    if not filtro["texto"]:
        return True
    return sin_acentos(filtro["texto"]) in sin_acentos(f"{hoja.numero} {hoja.accion.nombre} {hoja.accion.responsable}")


def _por_deshacer(agenda: Agenda, marca: str):
    """Give the row just removed (``<tipo>:<clave>`` in the address), if it is still removed."""
    tipo, _dos, clave = marca.partition(":")
    if tipo not in CLASES:
        return None
    try:
        fila = filas_de(agenda, tipo).filter(clave=clave, retirada_en__isnull=False).first()
    except ValidationError:
        return None
    return {"tipo": tipo, "fila": fila} if fila else None


def _sin_agenda(request, territorio, periodo) -> HttpResponse:
    """Draw «Comience su Agenda»: what it is, what it starts from, and why it may not begin yet."""
    cerrados = Diagnostico.objects.filter(territorio=territorio, periodo=periodo).cerrados()
    propio = {
        "territorio": territorio,
        "periodo": periodo,
        "razon": razon_para_no_comenzar(territorio, periodo),
        "abre": abre_en(periodo),
        "puede": cumple(territorio.mi_rol, Rol.EDICION),
        "diagnostico": cerrados.first(),
        "autor_firmado": firmar_autor(request.user),
    }
    return render(request, "agenda/editor/comenzar.html", propio)


@login_required
def comenzar_agenda(request: HttpRequest, codigo: str, periodo: str) -> HttpResponse:
    """Begin the agenda, once, and go to what the diagnostic suggests."""
    if request.method != "POST":
        territorio_para(request.user, codigo)
        return redirect("agenda", codigo, periodo)
    territorio = territorio_para(request.user, codigo, Rol.EDICION)
    fila = get_object_or_404(Periodo, pk=periodo)
    razon = razon_para_no_comenzar(territorio, fila)
    if razon:
        messages.warning(request, razon)
        return redirect("agenda", codigo, periodo)
    agenda, creada = comenzar(territorio, fila, request.user)
    if creada:
        messages.success(request, _("La agenda está abierta. Empiece por lo que su diagnóstico sugiere."))
    return redirect("agenda_copiar" if anterior(agenda) else "agenda_sugerencias", codigo, periodo)


@pagina()
def copiar(request: HttpRequest, agenda: Agenda) -> HttpResponse:
    """Choose which actions of the agenda of the earlier Periodo go on."""
    origen = anterior(agenda)
    if origen is None:
        return redirect("agenda", agenda.territorio_id, agenda.periodo_id)
    if request.method == "POST":
        copias = copiar_de_otra(agenda, origen, request.POST.getlist("acciones"))
        messages.success(
            request,
            _("Acciones copiadas: %(n)s. Las fechas y el presupuesto quedan por escribir.") % {"n": len(copias)},
        )
        return redirect("agenda", agenda.territorio_id, agenda.periodo_id)
    propio = {"origen": origen, "acciones": por_copiar(agenda, origen), "aqui": _("Copiar acciones")}
    return render(request, "agenda/editor/copiar.html", contexto(request, agenda, **propio))


@pagina(metodos=("GET",))
def retiradas(request: HttpRequest, agenda: Agenda) -> HttpResponse:
    """List what was removed, to bring it back."""
    grupos = []
    for tipo, clase in CLASES.items():
        quitadas = (
            filas_de(agenda, tipo).filter(retirada_en__isnull=False).select_related(None)
        )  # the way up is not drawn
        filas = list(quitadas.select_related("retirada_por")[:100])
        if filas:
            grupos.append({"tipo": tipo, "titulo": clase.modelo._meta.verbose_name_plural, "filas": filas})
    return render(
        request, "agenda/editor/retiradas.html", contexto(request, agenda, grupos=grupos, aqui=_("Lo retirado"))
    )
