"""A portal ten times as busy, made with bulk inserts over the demonstration: what the pages are held against."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable

import pgtrigger
from django.utils.timezone import now

from agenda.documento import componer
from agenda.models import (
    Accion,
    Agenda,
    Aliado,
    Hito,
    Indicador,
    Medicion,
    MetaAnual,
    Partida,
    Reunion,
    Tramite,
    Version,
)
from agenda.versiones import sha256
from cuentas.models import Acompanamiento, Invitacion, Rol, Solicitud, Usuario, Vinculacion
from diagnostico.models import Actor, Antecedente, Diagnostico, EjePlan, Evidencia
from guardado.models import Desencuentro
from redes.models import Contraparte, Convocatoria, Enlace, Entrada, Hermanamiento, Membresia, Reporte
from territorio.models import Territorio

PEREIRA, PAMPLONA, ABIERTO = "66001", "54518", "54261"
TERRITORIOS = (PEREIRA, PAMPLONA)


def copia(fila, **cambios):
    """Give an unsaved copy of a row, with an identity of its own."""
    nueva = type(fila)(**{campo.attname: getattr(fila, campo.attname) for campo in fila._meta.concrete_fields})
    nueva.pk = None
    if hasattr(nueva, "clave") and fila._meta.get_field("clave").unique:
        nueva.clave = uuid.uuid4()
    for campo, valor in cambios.items():
        setattr(nueva, campo, valor)
    return nueva


def hasta(cuantas: int, filas: Iterable, **cambios: Callable[[int], object]) -> None:
    """Copy rows in turn until there are ``cuantas``."""
    originales = list(filas)
    assert originales, "no row to copy"
    modelo = type(originales[0])
    modelo._base_manager.bulk_create(
        copia(originales[n % len(originales)], **{campo: valor(n) for campo, valor in cambios.items()})
        for n in range(len(originales), cuantas)
    )


def crecer_plan(codigo: str, cuantas: int = 40) -> None:
    """Give the agenda of a territory ``cuantas`` actions, each with all that hangs from its original."""
    viejas = list(Accion.objects.filter(objetivo__eje__agenda__territorio=codigo, retirada_en=None))
    nuevas = [
        copia(viejas[n % len(viejas)], orden=n + 1, nombre=f"{viejas[n % len(viejas)].nombre} {n}"[:300])
        for n in range(len(viejas), cuantas)
    ]
    Accion.objects.bulk_create(nuevas)
    origen = {nueva: viejas[(n + len(viejas)) % len(viejas)].pk for n, nueva in enumerate(nuevas)}
    for modelo in (Hito, Tramite, Aliado, Partida):
        _colgar(modelo, "accion", origen)
    _colgar(MetaAnual, "indicador", indicadores := _colgar(Indicador, "accion", origen))
    _colgar(Medicion, "indicador", indicadores)


def _colgar(modelo, padre: str, origen: dict) -> dict:
    """Copy what hangs from each original under its copy; give copy → pk of its original."""
    por_padre: dict[int, list] = {}
    for fila in modelo.objects.filter(**{f"{padre}__in": set(origen.values())}):
        por_padre.setdefault(getattr(fila, f"{padre}_id"), []).append(fila)
    pares = [(copia(fila, **{padre: nuevo}), fila.pk) for nuevo, pk in origen.items() for fila in por_padre.get(pk, [])]
    modelo.objects.bulk_create(nueva for nueva, _pk in pares)
    return dict(pares)


def crecer_publicadas(cuantas: int = 300) -> None:
    """Publish the document of Pamplona in ``cuantas`` more territories."""
    modelo = Agenda.objects.select_related("publicada").get(territorio=PAMPLONA)
    libres = Territorio.objects.filter(agendas=None, tipo=modelo.territorio.tipo)[:cuantas]
    agendas = Agenda.objects.bulk_create(
        copia(modelo, territorio=territorio, publicada=None, estado="aprobada", revisa=None) for territorio in libres
    )
    versiones = Version.objects.bulk_create(
        copia(modelo.publicada, agenda=agenda, sha256=uuid.uuid4().hex * 2) for agenda in agendas
    )
    for agenda, version in zip(agendas, versiones, strict=True):
        agenda.publicada = version
    Agenda.objects.bulk_update(agendas, ["publicada"])


def recongelar(codigo: str = PAMPLONA) -> None:
    """Write the grown plan into the frozen versions of a territory."""
    agenda = Agenda.objects.get(territorio=codigo)
    contenido = componer(agenda)
    with pgtrigger.ignore("agenda.Version:congelada"):
        for version in agenda.versiones.all():
            contenido = contenido | {"version": version.numero}
            Version.objects.filter(pk=version.pk).update(contenido=contenido, sha256=sha256(contenido))


def crecer_revision() -> None:
    """Give Pamplona four hundred comments over its forty actions."""
    agenda = Agenda.objects.get(territorio=PAMPLONA)
    claves = list(Accion.objects.filter(objetivo__eje__agenda=agenda).values_list("clave", flat=True))
    hasta(400, agenda.comentarios.all(), ancla=lambda n: f"accion:{claves[n % len(claves)]}")


def crecer_registros() -> None:
    """Fill the registers of the two territories: actors, memory, plan, meetings, counterparts, evidence, twinnings."""
    for codigo in TERRITORIOS:
        hasta(60, Actor.objects.filter(territorio=codigo))
        hasta(30, EjePlan.objects.filter(territorio=codigo))
    hasta(60, Antecedente.objects.filter(territorio=PAMPLONA))
    propias = [
        Contraparte(territorio_id=PEREIRA, nombre=f"Ciudad {n}", tipo="gobierno-local", pais="ES") for n in range(60)
    ]
    Contraparte.objects.bulk_create(propias)
    hasta(30, Reunion.objects.all()[:1], agenda=lambda n: Agenda.objects.get(territorio=PAMPLONA))
    respuestas = list(Diagnostico.objects.get(territorio=ABIERTO, cerrado_en=None).respuestas.all())
    Evidencia.objects.bulk_create(
        Evidencia(respuesta=respuestas[n % len(respuestas)], titulo=f"Acta {n}", enlace="https://ejemplo.co/")
        for n in range(100)
    )
    Hermanamiento.objects.bulk_create(
        Hermanamiento(slug=f"h-{n}", territorio_id=PAMPLONA, ciudad=f"Ciudad {n}", pais="ES", tipo_acuerdo="acuerdo")
        for n in range(30)
    )
    hasta(60, Hermanamiento.objects.filter(pk="demostracion-pamplona-villa-ficticia"), slug=lambda n: f"espera-{n}")
    Membresia.objects.bulk_create(
        Membresia(territorio_id=PAMPLONA, entrada=entrada)
        for entrada in Entrada.objects.exclude(membresias__territorio=PAMPLONA)[:30]
    )


def crecer_gente() -> None:
    """Give Pereira fifty people more, with their invitations and requests; the coordination sees them all."""
    gente = Usuario.objects.bulk_create(Usuario(email=f"p{n}@rendimiento.test", nombre=f"P {n}") for n in range(50))
    Vinculacion.objects.bulk_create(
        Vinculacion(usuario=persona, territorio_id=PEREIRA, rol=Rol.LECTURA) for persona in gente
    )
    asesores = Usuario.objects.bulk_create(
        Usuario(email=f"a{n}@rendimiento.test", nombre=f"A {n}", rol_fcm="asesor") for n in range(20)
    )
    for n, persona in enumerate(asesores):
        persona.asignaciones.create(territorio_id=f"{5001 + n:05}" if n == 0 else "05")
    Solicitud.objects.bulk_create(Solicitud(usuario=persona, territorio_id=PAMPLONA) for persona in gente[:30])
    Invitacion.objects.bulk_create(
        Invitacion(
            huella=f"r{n}",
            territorio_id=PEREIRA,
            rol=Rol.LECTURA,
            email=f"i{n}@rendimiento.test",
            vence_en=now(),
            creada_por=gente[0],
        )
        for n in range(30)
    )
    Acompanamiento.objects.bulk_create(
        Acompanamiento(territorio_id=codigo, asunto=f"Ayuda {n}", texto="Ayuda")
        for codigo in TERRITORIOS
        for n in range(30)
    )


def crecer_vecindario() -> None:
    """Give one person forty territories, the directory ten times its entries, and the panel its open clashes."""
    enlace = Usuario.objects.get(email="enlace@pereira.demo")
    Vinculacion.objects.bulk_create(
        Vinculacion(usuario=enlace, territorio=territorio, rol=Rol.EDICION)
        for territorio in Territorio.objects.filter(departamento="05").exclude(vinculaciones__usuario=enlace)[:40]
    )
    entrada = Entrada.objects.get(pk="giz")
    Entrada.objects.bulk_create(copia_de_entrada(entrada, n) for n in range(800))
    Convocatoria.objects.bulk_create(
        Convocatoria(slug=f"c-{n}", entrada=entrada, titulo=f"Convocatoria {n}", temas=["promocion-turismo"])
        for n in range(30)
    )
    accion = Accion.objects.filter(objetivo__eje__agenda__territorio=PEREIRA).first()
    for n in range(10):
        Desencuentro.objects.create(
            territorio_id=PEREIRA, fila=accion, campo="descripcion", etiqueta="x", valor=f"texto {n}", usuario=enlace
        )


def crecer_vigilancia() -> None:
    """Give the directory sixty broken links, sixty reports and ten texts that clash, and one entry a history."""
    Enlace.objects.bulk_create(
        Enlace(url=f"https://roto-{n}.example/", estado="roto", fallos=2 + n % 3, falla_desde=now()) for n in range(60)
    )
    Reporte.objects.bulk_create(Reporte(entrada_id="giz", motivo="otro", texto=f"Error {n}") for n in range(60))
    giz = Entrada.objects.get(pk="giz")
    for n in range(11):
        giz.nota_historica = f"Nota {n}"
        giz.save()
    choque = {"fila": giz, "campo": "requisitos", "etiqueta": "x", "direccion": "/redes/edicion/giz/"}
    for n in range(10):
        Desencuentro.objects.create(**choque, valor=f"texto {n}", visto=f"{n:016}")


def copia_de_entrada(entrada: Entrada, n: int) -> Entrada:
    """Give one more entry of the directory."""
    nueva = copia(entrada)
    nueva.pk, nueva.nombre = f"entrada-{n}", f"{entrada.nombre} {n}"
    return nueva


def crecer() -> None:
    """Make everything grow at once. The three hundred copies come first: they carry the short document."""
    crecer_publicadas()
    for codigo in TERRITORIOS:
        crecer_plan(codigo)
    crecer_registros()
    recongelar()
    crecer_revision()
    crecer_gente()
    crecer_vecindario()
    crecer_vigilancia()
