"""The one view body of every page whose fields are kept: it serves a browser and htmx alike."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable

from django.contrib import messages
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from guardado.autoria import ultimo_cambio
from guardado.formularios import FormularioGuardado
from guardado.guardar import Estado, resolver
from guardado.huella import huella, normal
from guardado.models import Desencuentro
from guardado.sesion_vencida import recuperar


def atender(
    request: HttpRequest,
    formularios: Iterable[FormularioGuardado],
    *,
    destino: str,
    plantilla: str,
    contexto: dict | None = None,
    tras_guardar: Callable[[list[FormularioGuardado]], str | None] | None = None,
) -> HttpResponse:
    """Draw or save a page of forms that keep.

    GET draws ``plantilla`` with ``contexto``, ``formularios`` and ``recuperado`` (text that waited for a login).
    POST of a browser saves each posted field and redirects to ``destino``, or draws again with errors and clashes
    beside the fields. POST of htmx (one field) answers 200 with the foot of that field. ``tras_guardar`` runs after
    something was written and may return markup to add to an htmx answer (out-of-band fragments).
    Raises ``Http404`` when a field of no form of the page is posted by htmx.
    """
    formularios = list(formularios)
    if request.method == "POST":
        return _guardar(request, formularios, destino, plantilla, contexto or {}, tras_guardar)
    pendiente = recuperar(request)
    if pendiente is not None:
        for formulario in formularios:
            formulario.mostrar_sin_guardar(pendiente)
    return _dibujar(request, formularios, plantilla, (contexto or {}) | {"recuperado": pendiente is not None})


def _guardar(request, formularios, destino, plantilla, contexto, tras_guardar):
    atendido = _elegir(request, formularios)
    guardados = 0
    for formulario in formularios:
        elegido = atendido[1] if atendido and atendido[0] is formulario else ""
        nombres = (
            formulario.guardar_enviados(request.POST, excepto=elegido)
            if not elegido
            else (_sumar(formulario, request.POST, elegido))
        )
        _unir(formulario, request, nombres)
        guardados += len(nombres)
    extra = tras_guardar(formularios) if tras_guardar and guardados else None
    if request.headers.get("HX-Request"):
        return _fragmento(request, formularios, extra)
    if request.POST.get("_baliza"):
        return HttpResponse(status=204)
    errores = sum(len(formulario.errors) for formulario in formularios)
    choques = sum(
        resultado.estado in (Estado.DESENCUENTRO, Estado.RETIRADA)
        for formulario in formularios
        for resultado in formulario.resultados.values()
    )
    if not errores and not choques:
        messages.success(request, _("Guardado.") if guardados else _("No había cambios por guardar."))
        return redirect(destino)
    partes = []
    if guardados:
        partes.append(ngettext("Se guardó %(n)s campo.", "Se guardaron %(n)s campos.", guardados) % {"n": guardados})
    if errores:
        partes.append(ngettext("Falta corregir %(n)s campo.", "Falta corregir %(n)s campos.", errores) % {"n": errores})
    if choques:
        partes.append(
            ngettext(
                "%(n)s campo cambió mientras usted escribía: su texto está a salvo, escoja abajo.",
                "%(n)s campos cambiaron mientras usted escribía: sus textos están a salvo, escoja abajo.",
                choques,
            )
            % {"n": choques}
        )
    propio = {"recuperado": False, "aviso_guardado": " ".join(partes)}
    return _dibujar(request, formularios, plantilla, contexto | propio)


def _dibujar(request, formularios, plantilla, contexto):
    cargar_desencuentros(formularios)
    return render(request, plantilla, contexto | {"formularios": formularios})


def _fragmento(request, formularios, extra):
    for formulario in formularios:
        enviados = formulario.enviados(request.POST)
        if enviados:
            nombre = enviados[0]
            resultado = formulario.resultados.get(nombre)
            if resultado and resultado.desencuentro:
                cargar_desencuentros([formulario])
                formulario.vistos[nombre] = resultado.desencuentro.visto
            respuesta = render(request, "components/campo_pie.html", {"campo": formulario[nombre]})
            if extra:
                respuesta.write(extra)
            return respuesta
    raise Http404("campo")


def _elegir(request, formularios) -> tuple[FormularioGuardado, str] | None:
    """Handle the buttons of a clash: ``<clave>:mio:<huella>`` saves the kept text, ``<clave>:actual`` drops it."""
    partes = request.POST.get("desencuentro", "").split(":")
    if len(partes) < 2:
        return None
    try:
        desencuentro = Desencuentro.objects.abiertos().filter(clave=partes[0]).first()
    except ValidationError:
        return None
    if desencuentro is None:
        return None
    for formulario in formularios:
        if formulario.solo_lectura or not _es_de(desencuentro, formulario):
            continue
        if partes[1] == "actual":
            resolver(Desencuentro.objects.filter(pk=desencuentro.pk), request.user)
            return formulario, desencuentro.campo
        datos = QueryDict(mutable=True)
        clave = formulario.add_prefix(desencuentro.campo)
        valor = desencuentro.valor
        datos.setlist(clave, valor if isinstance(valor, list) else [valor])
        datos[f"visto-{clave}"] = partes[2] if len(partes) > 2 else ""
        formulario.guardar_valor(desencuentro.campo, datos)
        formulario.elegido = dict(formulario.resultados), dict(formulario.errors)
        resultado = formulario.resultados.get(desencuentro.campo)
        if resultado and resultado.estado in (Estado.GUARDADO, Estado.SIN_CAMBIO):
            resolver(Desencuentro.objects.filter(pk=desencuentro.pk), request.user)
        return formulario, desencuentro.campo
    return None


def _sumar(formulario, datos, elegido: str) -> list[str]:
    """Save the rest of a form whose field ``elegido`` was just settled, keeping both outcomes."""
    resultados, errores = getattr(formulario, "elegido", ({}, {}))
    nombres = formulario.guardar_enviados(datos, excepto=elegido)
    formulario.resultados = resultados | formulario.resultados
    formulario.errors.update(errores)
    return nombres + [n for n, resultado in resultados.items() if resultado.estado == Estado.GUARDADO]


def _unir(formulario, request, nombres: list[str]) -> None:
    """A save of a field whose clash was on the page is a merge: the clashes it showed are settled."""
    for nombre in nombres:
        claves = [c for c in request.POST.get(f"unido-{formulario.add_prefix(nombre)}", "").split(",") if c]
        if not claves:
            continue
        try:
            abiertos = Desencuentro.objects.filter(clave__in=claves, campo=nombre, **_fila(formulario))
        except ValidationError:
            continue
        resolver(abiertos, request.user)


def _fila(formulario) -> dict:
    return {
        "tipo_fila": ContentType.objects.get_for_model(type(formulario.instance)),
        "id_fila": str(formulario.instance.pk),
    }


def _es_de(desencuentro: Desencuentro, formulario) -> bool:
    fila = _fila(formulario)
    return (
        desencuentro.tipo_fila_id == fila["tipo_fila"].pk
        and desencuentro.id_fila == fila["id_fila"]
        and desencuentro.campo in formulario.fields
    )


def cargar_desencuentros(formularios: Iterable[FormularioGuardado]) -> None:
    """Hang the open clashes of the rows on their forms: one query, plus the audit of each field that has some."""
    por_fila = defaultdict(list)
    for formulario in formularios:
        if formulario.instance.pk is not None:
            fila = _fila(formulario)
            por_fila[fila["tipo_fila"].pk, fila["id_fila"]].append(formulario)
    if not por_fila:
        return
    abiertos = (
        Desencuentro.objects.abiertos()
        .filter(tipo_fila__in={tipo for tipo, _id in por_fila}, id_fila__in={numero for _tipo, numero in por_fila})
        .select_related("usuario")
    )
    autorias = {}
    for desencuentro in abiertos:
        for formulario in por_fila.get((desencuentro.tipo_fila_id, desencuentro.id_fila), []):
            if desencuentro.campo not in formulario.fields:
                continue
            lugar = desencuentro.tipo_fila_id, desencuentro.id_fila, desencuentro.campo
            if lugar not in autorias:
                autorias[lugar] = ultimo_cambio(formulario.instance, desencuentro.campo)
            desencuentro.texto = valor_legible(formulario, desencuentro.campo, desencuentro.valor)
            desencuentro.texto_actual = valor_legible(
                formulario, desencuentro.campo, normal(getattr(formulario.instance, desencuentro.campo))
            )
            desencuentro.huella_actual = huella(getattr(formulario.instance, desencuentro.campo))
            desencuentro.autoria = autorias[lugar]
            formulario.desencuentros.setdefault(desencuentro.campo, []).append(desencuentro)


def valor_legible(formulario, nombre: str, valor) -> str:
    """Give the text of a value with the labels of its choices."""
    opciones = getattr(formulario.fields[nombre], "choices", None)
    textos = valor if isinstance(valor, list) else [valor]
    if opciones is None:
        return ", ".join(str(texto) for texto in textos)
    etiquetas = {str(clave): str(etiqueta) for clave, etiqueta in opciones}
    return ", ".join(etiquetas.get(str(texto), str(texto)) for texto in textos)
