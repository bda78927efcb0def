"""What the town does with each suggested action: accept (it becomes an action), refuse, take back. Once, always."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction
from django.utils.timezone import now
from django.utils.translation import gettext as _

from agenda.filas import ultimo_orden
from agenda.models import (
    Accion,
    Agenda,
    Aliado,
    DecisionSugerencia,
    Eje,
    Hito,
    Indicador,
    Objetivo,
    Sentido,
    Sugerencia,
    Tramite,
)
from agenda.orden import restaurar
from diagnostico.models import Diagnostico
from diagnostico.sugeridas import sugerencias
from guia.catalogo import catalogo
from redes.contrapartes import desde_entrada
from redes.models import Entrada


@dataclass
class Propuesta:
    """A suggested action and what the town did with it (``decision`` empty: nothing yet)."""

    sugerencia: object
    decision: str = ""
    accion: Accion | None = None
    indicador: object | None = None
    modalidad: str = ""

    @property
    def plantilla(self):
        """Give the template of the action."""
        return self.sugerencia.accion


def diagnostico_de(agenda: Agenda) -> Diagnostico | None:
    """Give the diagnostic that suggests: the newest closed one of the Periodo, or the open one."""
    propios = Diagnostico.objects.filter(territorio=agenda.territorio_id, periodo=agenda.periodo_id)
    elegido = propios.cerrados().first() or propios.abiertos().first()
    if elegido is not None:
        elegido.territorio = agenda.territorio
    return elegido


def propuestas(agenda: Agenda, diagnostico: Diagnostico | None) -> list[Propuesta]:
    """Give every suggestion of a diagnostic with its decision, in order."""
    if diagnostico is None:
        return []
    decididas = {fila.slug: fila for fila in agenda.sugerencias.select_related("accion")}
    guia, lista = catalogo(), []
    for sugerencia in sugerencias(diagnostico):
        fila = decididas.get(sugerencia.accion.slug)
        lista.append(
            Propuesta(
                sugerencia,
                decision=_decision(fila),
                accion=fila.accion if fila else None,
                indicador=guia.indicadores.get(sugerencia.accion.datos.get("indicador") or ""),
                modalidad=guia.nombre("modalidades_y_gobernanza", sugerencia.accion.modalidad),
            )
        )
    return lista


def _decision(fila: Sugerencia | None) -> str:
    """Give the decision; an accepted one whose action was removed is open again."""
    if fila is None or (fila.decision == DecisionSugerencia.ACEPTADA and (not fila.accion or fila.accion.retirada)):
        return ""
    return fila.decision


@transaction.atomic
def aceptar(agenda: Agenda, sugerencia, usuario, *, objetivo: Objetivo | None = None, con_indicador=True) -> Accion:
    """Make an action of a suggestion, under an objetivo (or one named after its modality). Said twice, it makes one.

    Its first steps become hitos without a date, its legal note a pending trámite, its allies partners.
    """
    fila = agenda.sugerencias.select_related("accion").filter(slug=sugerencia.accion.slug).first()
    if fila is not None and fila.decision == DecisionSugerencia.ACEPTADA and fila.accion:
        restaurar(fila.accion)
        return fila.accion
    accion = _crear(sugerencia, objetivo or _objetivo_de(agenda, sugerencia.accion.modalidad))
    if con_indicador:
        agregar_indicador(accion, sugerencia.accion.datos.get("indicador") or "")
    Sugerencia.objects.update_or_create(
        agenda=agenda,
        slug=sugerencia.accion.slug,
        defaults={
            "origen": sugerencia.origen[:120], "decision": DecisionSugerencia.ACEPTADA, "accion": accion,
            "decidida_en": now(), "decidida_por": usuario,
        },
    )  # fmt: skip
    return accion


def rechazar(agenda: Agenda, sugerencia, usuario) -> None:
    """Note «no por ahora»; an accepted suggestion stays accepted."""
    Sugerencia.objects.get_or_create(
        agenda=agenda,
        slug=sugerencia.accion.slug,
        defaults={
            "origen": sugerencia.origen[:120],
            "decision": DecisionSugerencia.RECHAZADA,
            "decidida_por": usuario,
        },
    )


def recuperar(agenda: Agenda, slug: str) -> None:
    """Take a refusal back."""
    agenda.sugerencias.filter(slug=slug, decision=DecisionSugerencia.RECHAZADA).delete()


def _objetivo_de(agenda: Agenda, modalidad: str) -> Objetivo:
    """Give the objetivo where a suggestion goes when nobody chose: under an eje named after its modality."""
    nombre = catalogo().nombre("modalidades_y_gobernanza", modalidad)
    eje = agenda.ejes.vigentes().filter(nombre=nombre).first()
    if eje is None:
        eje = Eje.objects.create(agenda=agenda, nombre=nombre[:200], orden=ultimo_orden(agenda, "eje"))
    primero = eje.objetivos.vigentes().first()
    return primero or Objetivo.objects.create(
        eje=eje, nombre=_("Avanzar en %(modalidad)s") % {"modalidad": nombre[:1].lower() + nombre[1:]}, orden=1
    )


def _crear(sugerencia, objetivo: Objetivo) -> Accion:
    plantilla, datos = sugerencia.accion, sugerencia.accion.datos
    guia = catalogo()
    accion = Accion.objects.create(
        objetivo=objetivo,
        orden=ultimo_orden(objetivo, "accion"),
        nombre=plantilla.titulo[:300],
        descripcion=plantilla.objetivo,
        modalidad=plantilla.modalidad,
        responsable=(datos.get("responsable_tipico") or "")[:200],
        temas=[slug for slug in datos.get("temas") or [] if slug in guia.temas],
        ods=[numero for numero in datos.get("ods") or [] if numero in guia.ods],
        sugerida_por=sugerencia.origen[:120],
        sugerida_slug=plantilla.slug,
    )
    Hito.objects.bulk_create(
        Hito(accion=accion, nombre=paso[:250], orden=n)
        for n, paso in enumerate(datos.get("primeros_pasos") or [], start=1)
    )
    advertencia = datos.get("advertencia_legal") or {}
    if advertencia.get("texto"):
        nombre = _("%(nota)s (por verificar)") if advertencia.get("por_verificar", True) else "%(nota)s"
        Tramite.objects.create(accion=accion, nombre=(nombre % {"nota": advertencia["texto"][:480]}), orden=1)
    _agregar_aliados(accion, datos.get("aliados") or [])
    return accion


def _agregar_aliados(accion: Accion, slugs: list[str]) -> None:
    entradas = Entrada.objects.in_bulk(slugs)
    Aliado.objects.bulk_create(
        Aliado(accion=accion, contraparte=desde_entrada(entradas[slug]), rol="asiste", orden=n)
        for n, slug in enumerate(slugs, start=1)
        if slug in entradas
    )


def agregar_indicador(accion: Accion, codigo: str, clave=None) -> Indicador | None:
    """Give an action an indicator of the suggested list, to be adjusted; nothing when the code is unknown."""
    sugerido = catalogo().indicadores.get(codigo)
    if sugerido is None:
        return None
    identidad = {"clave": clave} if clave else {}
    return Indicador.objects.create(
        accion=accion,
        orden=ultimo_orden(accion, "indicador"),
        nombre=sugerido.nombre,
        unidad=sugerido.unidad,
        formula=sugerido.formula,
        sentido=sugerido.sentido if sugerido.sentido in Sentido.values else Sentido.AUMENTA,
        medio_verificacion=sugerido.fuente_sugerida[:250],
        sugerido=sugerido.codigo,
        **identidad,
    )
