"""The officer's task list, in the order of the guide's process: insumos → proceso → agenda → envío → seguimiento."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agenda.estados import etiqueta
from agenda.models import Estado
from cuentas.models import Rol
from cuentas.permisos import cumple
from diagnostico.secciones import Seccion
from fcm_portal.panel.situacion import Situacion


class Avance(StrEnum):
    """How far a task is."""

    HECHA = "hecha"
    EN_CURSO = "en-curso"
    POR_HACER = "por-hacer"
    RECOMENDADA = "recomendada"
    ESPERA = "espera"
    CERRADA = "cerrada"


PALABRAS = {
    Avance.HECHA: (lambda: _("Hecho"), "exito"),
    Avance.EN_CURSO: (lambda: _("En curso"), ""),
    Avance.POR_HACER: (lambda: _("Por hacer"), "neutra"),
    Avance.RECOMENDADA: (lambda: _("Recomendado"), "neutra"),
    Avance.ESPERA: (lambda: _("En espera"), "alerta"),
    Avance.CERRADA: (lambda: _("No disponible todavía"), "neutra"),
}


@dataclass
class Tarea:
    """A thing to do. ``quien``: the role it asks for; without ``url`` it cannot begin yet and ``ayuda`` says why."""

    texto: str
    avance: Avance
    url: str = ""
    ayuda: str = ""
    quien: Rol = Rol.EDICION
    siguiente: bool = False

    @property
    def etiqueta(self) -> str:
        """Give the word of its state."""
        return _("Siguiente") if self.siguiente else PALABRAS[self.avance][0]()

    @property
    def tono(self) -> str:
        """Give the tone of its tag."""
        return "" if self.siguiente else PALABRAS[self.avance][1]


@dataclass
class Fase:
    """A part of the process and its tasks."""

    titulo: str
    texto: str
    tareas: list[Tarea] = field(default_factory=list)

    @property
    def completa(self) -> bool:
        """Say whether everything in it is done."""
        return all(tarea.avance == Avance.HECHA for tarea in self.tareas)


def fases(situacion: Situacion) -> list[Fase]:
    """Give the process of a territory, with the task that comes next marked."""
    todas = [
        Fase(_("Insumos"), _("Lo que ya saben, a la mano."), _insumos(situacion)),
        Fase(_("Proceso"), _("El diagnóstico: siete pasos y cuatro modalidades."), _proceso(situacion)),
        Fase(_("Agenda"), _("Qué van a hacer, con quién y cómo se mide."), _agenda(situacion)),
        Fase(_("Envío"), _("La Federación la lee, comenta y aprueba."), _envio(situacion)),
        Fase(_("Seguimiento"), _("Que lo prometido se cumpla y dure."), _seguimiento(situacion)),
    ]
    pendiente = {Avance.EN_CURSO, Avance.POR_HACER}
    abiertas = [tarea for fase in todas for tarea in fase.tareas if tarea.avance in pendiente and tarea.url]
    mias = [tarea for tarea in abiertas if cumple(situacion.rol, tarea.quien)] if situacion.rol else []
    if proxima := next(iter(mias or abiertas), None):
        proxima.siguiente = True
    return todas


def siguiente(todas: list[Fase]) -> Tarea | None:
    """Give the task that comes next, or None."""
    return next((tarea for fase in todas for tarea in fase.tareas if tarea.siguiente), None)


def _insumos(s: Situacion) -> list[Tarea]:
    def registro(texto: str, nombre: str, cuantos: int, frase: str, ayuda: str) -> Tarea:
        avance = Avance.HECHA if cuantos else Avance.RECOMENDADA
        return Tarea(texto, avance, reverse(nombre, args=[s.codigo]), frase % {"n": cuantos} if cuantos else ayuda)

    lista = [
        registro(
            _("Memoria institucional"), "memoria", s.antecedentes,
            ngettext("%(n)s antecedente registrado", "%(n)s antecedentes registrados", s.antecedentes),
            _("Acuerdos, hermanamientos, misiones y proyectos que ya hubo (paso 1)."),
        ),
        _registros(s),
        registro(
            _("Mesa de actores"), "actores", s.actores,
            ngettext("%(n)s actor registrado", "%(n)s actores registrados", s.actores),
            _("Con quién cuenta el territorio (paso 2)."),
        ),
        registro(
            _("Plan de desarrollo"), "ejes_plan", s.ejes_plan,
            ngettext("%(n)s eje registrado", "%(n)s ejes registrados", s.ejes_plan),
            _("Sus ejes, programas y metas, para no inventar prioridades nuevas (paso 3)."),
        ),
    ]  # fmt: skip
    ayuda = _("Pida ayuda a la Federación cuando la necesite (paso 5).")
    avance = Avance.RECOMENDADA
    if s.pedidos_abiertos:
        ayuda, avance = _("La Federación todavía no responde su última solicitud."), Avance.ESPERA
    elif s.pedidos:
        ayuda, avance = _("La Federación respondió lo que pidieron."), Avance.HECHA
    return [*lista, Tarea(_("Acompañamiento"), avance, reverse("acompanamientos", args=[s.codigo]), ayuda)]


def _registros(s: Situacion) -> Tarea:
    """Give the task of the two-sided registers: what the FCM returned waits for the town."""
    ayuda, avance = _("Con su documento; la Federación los confirma y se ven en público."), Avance.RECOMENDADA
    if s.registros_devueltos:  # recommended: it never pushes aside what the agenda needs next
        ayuda = ngettext(
            "La Federación devolvió %(n)s: lea el motivo", "La Federación devolvió %(n)s: lea los motivos",
            s.registros_devueltos,
        ) % {"n": s.registros_devueltos}  # fmt: skip
    elif s.registros:
        avance, ayuda = (
            Avance.HECHA,
            ngettext("%(n)s registrado", "%(n)s registrados", s.registros) % {"n": s.registros},
        )
    return Tarea(_("Hermanamientos y membresías"), avance, reverse("registros", args=[s.codigo]), ayuda)


def _proceso(s: Situacion) -> list[Tarea]:
    inicio = reverse("diagnostico", args=[s.codigo])
    lista = []
    if s.cerrado:
        url = reverse("diagnostico_resultado", args=[s.codigo, s.cerrado.numero])
        lista.append(Tarea(_("Diagnóstico n.º %d cerrado: lea su resultado") % s.cerrado.numero, Avance.HECHA, url))
    if not s.abierto:
        if not s.cerrado:
            ayuda = _("La ruta corta toma unos cuarenta minutos y se puede hacer por partes.")
            lista.append(Tarea(_("Comience el diagnóstico"), Avance.POR_HACER, inicio, ayuda))
        return lista
    grupos = [
        ("pasos", _("Responda los siete pasos"), _("%(hechas)d de %(total)d respuestas")),
        ("modalidades", _("Ubique sus modalidades"), _("%(hechas)d de %(total)d")),
        ("contexto", _("Condiciones, temas, motivaciones y actores"), _("%(hechas)d de %(total)d")),
    ]
    partes = [_grupo(s.secciones, grupo, texto, frase) for grupo, texto, frase in grupos]
    listo = all(tarea.avance == Avance.HECHA for tarea in partes)
    ayuda = "" if listo else _("Puede cerrarlo incompleto: lo que falte cuenta como «no sabe».")
    cerrar = Tarea(
        _("Revise y cierre el diagnóstico"), Avance.POR_HACER, reverse("diagnostico_revisar", args=[s.codigo])
    )
    cerrar.ayuda = ayuda
    if s.cerrado:  # the new one is a repetition: it does not hold back the agenda
        for tarea in [*partes, cerrar]:
            tarea.avance = Avance.HECHA if tarea.avance == Avance.HECHA else Avance.RECOMENDADA
    return [*lista, *partes, cerrar]


def _grupo(secciones: list[Seccion], grupo: str, texto: str, frase: str) -> Tarea:
    suyas = [seccion for seccion in secciones if seccion.grupo == grupo]
    hechas, total = sum(seccion.hechas for seccion in suyas), sum(seccion.total for seccion in suyas)
    falta = next((seccion for seccion in suyas if not seccion.completa or seccion.por_confirmar), None)
    avance = Avance.HECHA if falta is None else Avance.EN_CURSO if hechas else Avance.POR_HACER
    ayuda = frase % {"hechas": hechas, "total": total}
    if copiadas := sum(seccion.por_confirmar for seccion in suyas):
        ayuda += _("; %(copiadas)d por confirmar") % {"copiadas": copiadas}
    return Tarea(texto, avance, (falta or suyas[0]).url if suyas else "", ayuda)


def _agenda(s: Situacion) -> list[Tarea]:
    if s.agenda is None:
        if s.razon_agenda:
            return [Tarea(_("Comience la agenda"), Avance.CERRADA, ayuda=s.razon_agenda)]
        ayuda = "" if s.cerrado else _("Se puede desde ya; con el diagnóstico cerrado trae acciones sugeridas.")
        avance = Avance.POR_HACER if s.cerrado else Avance.RECOMENDADA
        texto = _("Comience la agenda %(periodo)s") % {"periodo": s.periodo}
        return [Tarea(texto, avance, s.ir("agenda"), ayuda)]
    objetivo, acciones = bool(s.agenda.objetivo_general.strip()), s.acciones
    frase = ngettext("%(n)d acción", "%(n)d acciones", acciones) % {"n": acciones}
    indicadores = ngettext("%(n)d indicador", "%(n)d indicadores", s.indicadores) % {"n": s.indicadores}
    consejos = len(s.agenda.consejos)
    lista = [
        Tarea(
            _("Objetivo general"), Avance.HECHA if objetivo else Avance.POR_HACER, s.ir("agenda_texto", "proposito"),
            "" if objetivo else _("Qué quiere lograr el territorio en el mundo, en una frase."),
        ),
        Tarea(_("Ejes, objetivos y acciones"), Avance.HECHA if acciones else Avance.POR_HACER, s.ir("agenda"), frase),
        Tarea(_("Indicadores"), Avance.HECHA if s.indicadores else Avance.POR_HACER, s.ir("agenda"), indicadores),
        Tarea(
            _("Los diez consejos"),
            Avance.HECHA if consejos >= s.total_consejos else Avance.RECOMENDADA,
            s.ir("agenda_consejos"),
            _("%(n)d de %(total)d repasados") % {"n": consejos, "total": s.total_consejos},
        ),
    ]  # fmt: skip
    return lista if s.agenda.editable else [tarea for tarea in lista if tarea.avance == Avance.HECHA]


def _envio(s: Situacion) -> list[Tarea]:
    if s.agenda is None:
        return [Tarea(_("Envíe la agenda a la Federación"), Avance.CERRADA, ayuda=_("Primero hay que escribirla."))]
    estado = s.agenda.estado
    if estado in (Estado.ENVIADA, Estado.EN_REVISION):
        ayuda = _("Le avisaremos por correo cuando la Federación responda.")
        return [Tarea(etiqueta(estado), Avance.ESPERA, s.ir("agenda_historia"), ayuda)]
    if estado == Estado.APROBADA:
        return [
            Tarea(
                _("Agenda aprobada y publicada"), Avance.HECHA, reverse("agenda_publica", args=[s.codigo, s.periodo.pk])
            )
        ]
    lista = []
    if estado == Estado.DEVUELTA:
        ayuda = ngettext("%(n)d comentario por atender", "%(n)d comentarios por atender", s.comentarios_abiertos)
        avance = Avance.POR_HACER if s.comentarios_abiertos else Avance.HECHA
        atender = Tarea(_("Atienda los comentarios de la Federación"), avance, s.ir("agenda_comentarios"))
        lista.append(atender)
        atender.ayuda = ayuda % {"n": s.comentarios_abiertos} if s.comentarios_abiertos else ""
    bloquean = [falta.texto for falta in s.faltas if falta.bloquea]
    enviar = Tarea(_("Revise y envíe a la Federación"), Avance.POR_HACER, s.ir("agenda_enviar"), quien=Rol.RESPONSABLE)
    if bloquean:
        enviar.avance = Avance.CERRADA
        enviar.ayuda = " ".join(bloquean)
    elif s.rol and not cumple(s.rol, Rol.RESPONSABLE):
        enviar.avance, enviar.ayuda = Avance.ESPERA, _("Está lista. La envía la persona responsable del territorio.")
    return [*lista, enviar]


def _seguimiento(s: Situacion) -> list[Tarea]:
    if s.agenda is None or s.agenda.publicada_id is None:
        por_que = _("Se abre cuando la Federación apruebe la agenda.")
        return [
            Tarea(_("Registre avances"), Avance.CERRADA, ayuda=por_que),
            Tarea(_("Adopte la agenda por acuerdo o decreto"), Avance.CERRADA, ayuda=por_que),
        ]
    url, acto = s.ir("agenda_seguimiento"), s.ir("agenda_adopcion")
    return [
        Tarea(
            _("Adopte la agenda por acuerdo o decreto"), Avance.HECHA if s.adoptada else Avance.POR_HACER, acto,
            _("La aprobación de la Federación no es la adopción del territorio (paso 7)."),
        ),
        Tarea(_("Registre avances"), Avance.EN_CURSO, url, _("Hitos, mediciones y recursos ejecutados.")),
    ]  # fmt: skip
