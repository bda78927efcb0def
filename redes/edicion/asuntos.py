"""What the worklist draws of each row: what it is, where one attends it, a line that says why, a word."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from formato.fechas import fecha_larga
from guardado.huella import normal
from guardado.models import Desencuentro
from redes.cosas import CONVOCATORIA, EDICION, HERMANAMIENTO, MODELOS, nombre_de, pagina_de_edicion
from redes.edicion.mudanza import se_puede
from redes.enlaces.registro import FALLOS_PARA_ROTO, quienes
from redes.models import Clase, Convocatoria, Enlace, Entrada, EstadoEnlace, Hermanamiento, Reporte

DE_SU_NOMBRE = {Hermanamiento: ("territorio__departamento",)}
TONOS = {EstadoEnlace.ROTO: "peligro", EstadoEnlace.DUDOSO: "alerta", EstadoEnlace.REDIRIGE: "neutra"}


@dataclass(frozen=True)
class Accion:
    """A button of a line: where it is posted, what it says, and one value that goes with it."""

    url: str
    texto: str
    nombre: str
    valor: str


@dataclass(frozen=True)
class Asunto:
    """One line of the worklist (``components/tareas.html``)."""

    texto: str
    url: str
    ayuda: str = ""
    etiqueta: str = ""
    tono: str = "neutra"
    accion: Accion | None = None


def asuntos(nombre: str, filas: list) -> list[Asunto]:
    """Give the lines of a page of one list."""
    if nombre == "enlaces":
        return _de_enlaces(filas)
    if nombre == "choques":
        return _de_choques(filas)
    dibujo = {
        "reportes": _de_reporte,
        "inactivas": _de_inactiva,
        "convocatorias": _de_convocatoria,
        "vencidas": _de_vencida,
    }.get(nombre, _de_sin_verificar)
    return [dibujo(fila) for fila in filas]


def _de_reporte(reporte: Reporte) -> Asunto:
    dias = (localdate() - localdate(reporte.creado_en)).days
    espera = ngettext("hace %(n)s día", "hace %(n)s días", dias) % {"n": dias} if dias else _("hoy")
    return Asunto(
        nombre_de(reporte.sobre),
        reverse("reporte_atender", args=[reporte.clave]),
        f"{espera} · {reporte.texto[:160]}",
        reporte.get_motivo_display(),
        "alerta",
    )


def _de_choques(filas: list[Desencuentro]) -> list[Asunto]:
    """Give the lines of the clashes, each with the name of what it is about: a query for each kind of thing."""
    cosas = {}
    for modelo in MODELOS.values():
        claves = {fila.id_fila for fila in filas if fila.tipo_fila.model_class() is modelo}
        suyas = modelo.objects.select_related(*DE_SU_NOMBRE.get(modelo, ())).filter(pk__in=claves) if claves else ()
        cosas |= {(modelo, str(una.pk)): nombre_de(una) for una in suyas}
    return [_de_choque(fila, cosas.get((fila.tipo_fila.model_class(), fila.id_fila), "")) for fila in filas]


def _de_choque(choque: Desencuentro, nombre: str) -> Asunto:
    texto = normal(choque.valor)
    texto = ", ".join(texto) if isinstance(texto, list) else texto
    quien = choque.usuario or _("otra persona")
    return Asunto(
        f"{nombre}: {choque.etiqueta}" if nombre else choque.etiqueta,
        f"{choque.direccion}#campo-{choque.campo}",
        _("Espera el texto de %(quien)s del %(fecha)s: %(texto)s")
        % {"quien": quien, "fecha": fecha_larga(localdate(choque.creado_en)), "texto": texto[:160]},
        _("por escoger"),
        "peligro",
    )


def _de_enlaces(filas: list[Enlace]) -> list[Asunto]:
    suyas = quienes(fila.url for fila in filas)
    return [_de_enlace(fila, suyas[fila.url]) for fila in filas]


def _de_enlace(fila: Enlace, de: list) -> Asunto:
    partes = [fila.url]
    if fila.destino:
        partes.append(f"→ {fila.destino}")
    if fila.detalle:
        partes.append(_(fila.detalle))
    if fila.falla_desde:
        partes.append(_("Falla desde el %s.") % fecha_larga(localdate(fila.falla_desde)))
    else:
        partes.append(_("Probado el %s.") % fecha_larga(localdate(fila.probado_en)))
    etiqueta = fila.get_estado_display()
    if fila.estado == EstadoEnlace.REDIRIGE and fila.permanente:
        etiqueta = _("se mudó")
    if fila.estado == EstadoEnlace.ROTO and fila.fallos < FALLOS_PARA_ROTO:
        etiqueta = _("falló una vez")
    accion = None
    if se_puede(fila) and any(getattr(una, "declarado_en", None) is None for una in de):
        accion = Accion(reverse("enlace_mudar", args=[fila.pk]), _("Usar la dirección nueva"), "nueva", fila.destino)
    campo = "sitio_web" if de and isinstance(de[0], Entrada) else "enlace"
    return Asunto(
        " · ".join(nombre_de(una) for una in de[:3]) or fila.url,
        f"{pagina_de_edicion(de[0])}#campo-{campo}" if de else "",
        " ".join(partes),
        etiqueta,
        TONOS.get(fila.estado, "neutra") if fila.fallos != 1 else "neutra",
        accion,
    )


def _de_vencida(fila: dict) -> Asunto:
    cuando = fila["verificado_en"]
    return _de_verificacion(fila, _("verificada el %s") % fecha_larga(cuando) if cuando else _("verificada sin fecha"))


def _de_sin_verificar(fila: dict) -> Asunto:
    return _de_verificacion(fila, _("sin verificar"))


def _de_verificacion(fila: dict, etiqueta: str) -> Asunto:
    tipo, nombre, detalle = fila["que"], fila["como_se_llama"], fila["detalle"]
    clase = {CONVOCATORIA: _("convocatoria"), HERMANAMIENTO: _("hermanamiento")}.get(tipo)
    if tipo == HERMANAMIENTO:
        nombre = f"{nombre} – {detalle}"
    return Asunto(
        nombre, reverse(EDICION[tipo], args=[fila["clave"]]), str(clase or Clase(detalle).label), etiqueta, "alerta"
    )


def _de_inactiva(fila: Entrada) -> Asunto:
    return Asunto(
        str(fila),
        f"{pagina_de_edicion(fila)}#campo-reemplazada_por",
        _("No dice qué la reemplazó ni qué pasó con ella."),
        _("inactiva"),
        "alerta",
    )


def _de_convocatoria(fila: Convocatoria) -> Asunto:
    if fila.cierra is None:
        ayuda, etiqueta = _("No dice cuándo cierra: se ve abierta para siempre."), _("sin fechas")
    else:
        ayuda = _("Cerró el %s y nadie la ha mirado desde entonces.") % fecha_larga(fila.cierra)
        etiqueta = _("cerrada")
    return Asunto(fila.titulo, f"{pagina_de_edicion(fila)}#campo-cierra", f"{fila.quien} · {ayuda}", etiqueta, "alerta")
