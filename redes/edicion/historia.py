"""What happened to a thing of the directory, read from the audit: what changed, from what, when, whose office."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from django.core.paginator import Paginator
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from formato.fechas import fecha_larga
from guardado.autoria import modelo_de_eventos, oficina, personas
from guardado.huella import huella, normal
from guardado.vistas import valor_legible
from redes.edicion.base import FormularioDirectorio

POR_PAGINA = 12
CALLADOS = {"clave_busqueda", "huella_cargada", "slug", "id", "clave", "es_demostracion"}
CARGA = gettext_lazy("Carga de datos del portal")


@dataclass(frozen=True)
class Cambio:
    """One field in one moment. ``vuelta``: what the button that puts the old value back sends, or empty."""

    etiqueta: str
    antes: str
    ahora: str
    vuelta: str = ""


@dataclass
class Paso:
    """One moment: when, whose office, who (only for the people of the FCM) and what changed."""

    cuando: dt.datetime
    oficina: str
    persona: str
    nueva: bool
    cambios: list[Cambio] = field(default_factory=list)


def historia(formulario: FormularioDirectorio, pagina) -> tuple[list[Paso], object]:
    """Give the moments of a page of the history of what a form edits, newest first, and the page itself."""
    fila = formulario.instance
    eventos = modelo_de_eventos(type(fila)).objects.filter(pgh_obj_id=fila.pk).order_by("-pgh_id")
    hoja = Paginator(eventos, POR_PAGINA).get_page(pagina)
    desde = hoja.start_index() - 1 if hoja.paginator.count else 0
    vistos = list(eventos[desde : desde + POR_PAGINA + 1])
    autores = personas({uno.pgh_context_id for uno in vistos} - {None})
    pasos = []
    for numero, evento in enumerate(vistos[:POR_PAGINA]):
        anterior = vistos[numero + 1] if numero + 1 < len(vistos) else None
        usuario = autores.get(evento.pgh_context_id)
        paso = Paso(
            evento.pgh_created_at, oficina(usuario) if usuario else str(CARGA), str(usuario or ""), anterior is None
        )
        paso.cambios = _cambios(formulario, anterior, evento) if anterior else []
        if paso.cambios or paso.nueva:
            pasos.append(paso)
    return pasos, hoja


def valor_anterior(formulario: FormularioDirectorio, pedido: str) -> tuple[str, QueryDict] | None:
    """Give the field and the data of a POST that would put an old value back, or None when there is no such value.

    ``pedido`` is ``<event>:<field>:<digest that was stored when the page was drawn>``.
    """
    partes = pedido.split(":")
    if len(partes) != 3 or partes[1] not in formulario.fields:
        return None
    numero, campo, visto = partes
    if not numero.isdecimal() or len(numero) > 18:  # as a key of PostgreSQL
        return None
    modelo = modelo_de_eventos(type(formulario.instance))
    evento = modelo.objects.filter(pgh_obj_id=formulario.instance.pk, pgh_id=int(numero)).first()
    if evento is None:
        return None
    valor = getattr(evento, formulario.instance._meta.get_field(campo).attname)
    preparado = formulario.fields[campo].prepare_value(valor)
    datos = QueryDict(mutable=True)
    clave = formulario.add_prefix(campo)
    textos = preparado if isinstance(preparado, list | tuple) else [normal(preparado)]
    datos.setlist(clave, [str(texto) for texto in textos])
    datos[f"visto-{clave}"] = visto[:16]
    return campo, datos


def _cambios(formulario, anterior, evento) -> list[Cambio]:
    hallados = []
    for definicion in type(formulario.instance)._meta.concrete_fields:
        nombre = definicion.name
        if nombre in CALLADOS or not hasattr(evento, definicion.attname):
            continue
        antes, ahora = getattr(anterior, definicion.attname), getattr(evento, definicion.attname)
        if antes == ahora or huella(antes) == huella(ahora):  # most are the same: no digest is needed to see it
            continue
        propio = formulario.fields.get(nombre)
        etiqueta = str(propio.label or definicion.verbose_name) if propio else str(definicion.verbose_name)
        vuelta = ""
        if propio and huella(getattr(formulario.instance, definicion.attname)) != huella(antes):
            vuelta = f"{anterior.pgh_id}:{nombre}:{huella(getattr(formulario.instance, definicion.attname))}"
        hallados.append(
            Cambio(
                etiqueta[:1].upper() + etiqueta[1:],
                _texto(formulario, nombre, antes),
                _texto(formulario, nombre, ahora),
                vuelta,
            )
        )
    return hallados


def _texto(formulario, nombre: str, valor) -> str:
    if isinstance(valor, bool):
        return _("sí") if valor else _("no")
    if isinstance(valor, dt.date) and not isinstance(valor, dt.datetime):
        return fecha_larga(valor)
    if nombre not in formulario.fields:
        return str(normal(valor))
    return valor_legible(formulario, nombre, normal(valor))
