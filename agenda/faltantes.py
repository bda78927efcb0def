"""What is missing before the agenda can be sent, and what is worth a look: sentences with links.

What blocks is little (a general objective, one complete action, one indicator, a closed diagnostic); money, ODS and
codes never block. ``evaluar`` is pure; ``reunir`` asks the database a constant number of times.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from functools import partial

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from agenda.filas import en_arbol_vivo
from agenda.models import Accion, Agenda, Aliado, EstadoTramite, EtapaAliado, Hito, Indicador, Tramite
from agenda.preparadas import Preparada
from diagnostico.models import Diagnostico

CLAVE = "00000000-0000-4000-8000-000000000000"
LARGO = 60


@dataclass(frozen=True)
class Falta:
    """A sentence and where to mend it. ``bloquea``: it cannot be sent; otherwise a warning. ``corto``: in a list,
    under ``sobre`` (the action)."""

    texto: str
    url: str
    bloquea: bool
    ancla: str = ""
    corto: str = ""
    sobre: str = ""


@dataclass
class DatosAccion:
    """What ``evaluar`` asks of an action in force."""

    clave: str
    nombre: str
    modalidad: str = ""
    responsable: str = ""
    inicio: dt.date | None = None
    fin: dt.date | None = None
    con_ods: bool = True
    con_plan: bool = True
    con_indicador: bool = True
    firmada_sin_verificar: bool = False
    tramite_pendiente: bool = False
    hitos_fuera: bool = False

    @property
    def completa(self) -> bool:
        """Say whether it has what an agenda needs of at least one action."""
        return bool(self.modalidad and self.responsable.strip() and self.inicio and self.fin)


@dataclass
class Datos:
    """What ``evaluar`` asks of an agenda."""

    codigo: str
    periodo: str
    desde: dt.date
    hasta: dt.date
    objetivo_general: str = ""
    resumen: str = ""
    diagnostico_cerrado: bool = False
    acciones: list[DatosAccion] = field(default_factory=list)
    moldes: dict[tuple[str, ...], str] = field(default_factory=dict)  # addresses already looked up, with ``CLAVE``


LEIDOS = ("clave", "nombre", "modalidad", "responsable", "inicio", "fin", "ods", "vinculo_plan", "eje_plan")


def _por_mirar(agenda: int) -> QuerySet:
    """Give the actions in force with what ``evaluar`` asks of each."""
    vivos = {"accion": OuterRef("pk"), "retirada_en": None}
    sin_verificar = Aliado.objects.filter(**vivos, etapa=EtapaAliado.FIRMADA, contraparte__verificada_en=None).exclude(
        contraparte__entrada__verificado=True
    )
    pendientes = Tramite.objects.filter(**vivos, estado__in=[EstadoTramite.PENDIENTE, EstadoTramite.EN_CURSO])
    hitos = Hito.objects.filter(**vivos).filter(Q(fecha__lt=OuterRef("inicio")) | Q(fecha__gt=OuterRef("fin")))
    return (
        en_arbol_vivo(Accion.objects.filter(objetivo__eje__agenda=agenda))
        .only(*LEIDOS)
        .annotate(
            con_indicador=Exists(Indicador.objects.filter(**vivos)),
            sin_verificar=Exists(sin_verificar),
            pendiente=Exists(pendientes),
            hitos_fuera=Exists(hitos),
        )
        .order_by("objetivo__eje__orden", "objetivo__eje", "objetivo__orden", "objetivo", "orden", "pk")
    )


@Preparada
def cerrados(territorio: str, periodo: str) -> QuerySet:
    """Give one row when the territory has a closed diagnostic of the Periodo."""
    de_ahora = Diagnostico.objects.filter(territorio=territorio, periodo=periodo)
    return de_ahora.cerrados().order_by().values_list("pk")[:1]


POR_MIRAR = Preparada(_por_mirar)
UNA_POR_MIRAR = Preparada(lambda agenda, accion: _por_mirar(agenda).filter(pk=accion).order_by())


def reunir(agenda: Agenda, sola=None) -> Datos:
    """Gather what ``evaluar`` needs in two queries, however many actions there are. ``sola``: only this action."""
    acciones = POR_MIRAR(agenda.pk) if sola is None else UNA_POR_MIRAR(agenda.pk, sola.pk)
    return Datos(
        codigo=agenda.territorio_id,
        periodo=agenda.periodo_id,
        desde=agenda.periodo.desde,
        hasta=agenda.periodo.hasta,
        objetivo_general=agenda.objetivo_general,
        resumen=agenda.resumen,
        diagnostico_cerrado=sola is None and bool(cerrados(agenda.territorio_id, agenda.periodo_id)),
        acciones=[
            DatosAccion(
                clave=str(accion.clave),
                nombre=accion.nombre,
                modalidad=accion.modalidad,
                responsable=accion.responsable,
                inicio=accion.inicio,
                fin=accion.fin,
                con_ods=bool(accion.ods),
                con_plan=bool(accion.vinculo_plan or accion.eje_plan_id),
                con_indicador=accion.con_indicador,
                firmada_sin_verificar=accion.sin_verificar,
                tramite_pendiente=accion.pendiente,
                hitos_fuera=accion.hitos_fuera,
            )
            for accion in acciones
        ],
    )


def evaluar(datos: Datos) -> list[Falta]:
    """Give what is missing, first what blocks. Pure but for the addresses of the links."""
    ir = partial(_url, datos)
    faltas = [*_de_la_agenda(datos, ir)]
    for accion in datos.acciones:
        faltas += _de_una_accion(accion, datos, ir)
    return sorted(faltas, key=lambda falta: not falta.bloquea)


def _url(datos: Datos, nombre: str, *resto: str) -> str:
    if not resto or not isinstance(resto[0], str) or len(resto[0]) != len(CLAVE):
        return reverse(nombre, args=[datos.codigo, datos.periodo, *resto])
    molde = datos.moldes.get((nombre, *resto[1:]))  # forty actions share their addresses but for the clave
    if molde is None:
        molde = reverse(nombre, args=[datos.codigo, datos.periodo, CLAVE, *resto[1:]])
        datos.moldes[(nombre, *resto[1:])] = molde
    return molde.replace(CLAVE, resto[0])


def _de_la_agenda(datos: Datos, ir):
    if not datos.diagnostico_cerrado:
        texto = _("Falta cerrar un diagnóstico del período %(periodo)s.") % {"periodo": datos.periodo.replace("-", "–")}
        yield Falta(texto, reverse("diagnostico", args=[datos.codigo]), True, "diagnostico")
    if not datos.objetivo_general.strip():
        yield Falta(
            _("Falta el objetivo general."), ir("agenda_texto", "proposito") + "#campo-objetivo_general", True,
            "seccion:proposito",
        )  # fmt: skip
    if not datos.acciones:
        yield Falta(_("Falta al menos una acción."), ir("agenda"), True, "acciones")
    elif not any(accion.completa for accion in datos.acciones):
        primera = datos.acciones[0].clave
        texto = _("Falta al menos una acción con responsable, fechas y modalidad.")
        yield Falta(texto, ir("accion", primera), True, "acciones")
    if not any(accion.con_indicador for accion in datos.acciones):
        url = ir("agenda_filas", datos.acciones[0].clave, "indicadores") if datos.acciones else ir("agenda")
        yield Falta(_("Falta al menos un indicador."), url, True, "indicadores")
    if not datos.resumen.strip():
        yield Falta(_("La agenda no tiene resumen."), ir("agenda_texto", "presentacion"), False, "seccion:presentacion")


def _de_una_accion(accion: DatosAccion, datos: Datos, ir):
    nombre = accion.nombre if len(accion.nombre) <= LARGO else f"{accion.nombre[: LARGO - 1].rstrip()}…"
    pagina = ir("accion", accion.clave)
    filas = partial(ir, "agenda_filas", accion.clave)

    def aviso(corto: str, frase: str, url: str) -> Falta:
        return Falta(frase % {"accion": nombre}, url, False, f"accion:{accion.clave}", corto, nombre)

    if not accion.modalidad:
        yield aviso(_("modalidad"), _("«%(accion)s» no tiene modalidad."), f"{pagina}#campo-modalidad")
    if not accion.responsable.strip():
        yield aviso(_("responsable"), _("«%(accion)s» no tiene responsable."), f"{pagina}#campo-responsable")
    if not (accion.inicio and accion.fin):
        yield aviso(_("fechas"), _("«%(accion)s» no tiene las dos fechas."), f"{pagina}#campo-inicio")
    elif accion.fin < accion.inicio:
        yield aviso(_("fechas al revés"), _("«%(accion)s» termina antes de empezar."), f"{pagina}#campo-fin")
    if accion.inicio and accion.inicio < datos.desde:
        yield aviso(
            _("empieza antes del período"), _("«%(accion)s» empieza antes del período."), f"{pagina}#campo-inicio"
        )
    if accion.fin and accion.fin > datos.hasta:
        yield aviso(
            _("termina después del período"), _("«%(accion)s» termina después del período."), f"{pagina}#campo-fin"
        )
    if accion.hitos_fuera:
        frase = _("«%(accion)s» tiene un hito fuera de las fechas de la acción.")
        yield aviso(_("hito fuera de fechas"), frase, filas("hitos"))
    if not accion.con_indicador:
        yield aviso(_("indicador"), _("«%(accion)s» no tiene indicador."), filas("indicadores"))
    if not accion.con_ods:
        frase = _("«%(accion)s» no dice a qué Objetivos de Desarrollo Sostenible (ODS) aporta.")
        yield aviso(_("ODS"), frase, f"{pagina}#campo-ods")
    if not accion.con_plan:
        frase = _("«%(accion)s» no dice cómo se relaciona con el plan de desarrollo.")
        yield aviso(_("plan de desarrollo"), frase, f"{pagina}#campo-vinculo_plan")
    if accion.firmada_sin_verificar:
        frase = _("«%(accion)s» tiene un aliado con firma que nadie ha verificado.")
        yield aviso(_("aliado sin verificar"), frase, filas("aliados"))
    if accion.tramite_pendiente:
        yield aviso(_("trámite pendiente"), _("«%(accion)s» tiene trámites pendientes."), filas("tramites"))


def faltantes(agenda: Agenda) -> list[Falta]:
    """Give what is missing and what is worth a look in an agenda, first what blocks."""
    return evaluar(reunir(agenda))


def leer_faltantes(agenda: Agenda) -> list[Falta]:
    """Give the same for a page that only reads: ``faltas_de`` of this object answers from it afterwards."""
    agenda.faltas_leidas = faltantes(agenda)
    return agenda.faltas_leidas


def faltas_de(agenda: Agenda) -> list[Falta]:
    """Give what is missing: what ``leer_faltantes`` found in this object, or worked out now."""
    leidas = getattr(agenda, "faltas_leidas", None)
    return faltantes(agenda) if leidas is None else leidas


def faltas_de_accion(agenda: Agenda, accion) -> list[Falta]:
    """Give what is missing in one action, without looking at the others."""
    datos = reunir(agenda, accion)
    ir = partial(_url, datos)
    return [falta for una in datos.acciones for falta in _de_una_accion(una, datos, ir)]


def enlazar(faltas: list[Falta]) -> SafeString:
    """Give what lacks in one action, as links in one line."""
    return format_html_join(", ", '<a href="{}">{}</a>', ((falta.url, falta.corto) for falta in faltas))


def en_lineas(faltas: list[Falta]) -> list[SafeString]:
    """Give a line each sentence, and one line each action with all it lacks."""
    lineas = []
    for juntas in por_ancla(faltas).values():
        if juntas[0].sobre:
            lineas.append(format_html("{}: {}", juntas[0].sobre, enlazar(juntas)))
        else:
            lineas += [format_html('<a href="{}">{}</a>', falta.url, falta.texto) for falta in juntas]
    return lineas


def por_ancla(faltas: list[Falta]) -> dict[str, list[Falta]]:
    """Group by what each is about (``accion:<clave>``, ``seccion:<slug>``)."""
    grupos: dict[str, list[Falta]] = {}
    for falta in faltas:
        grupos.setdefault(falta.ancla, []).append(falta)
    return grupos
