"""A town with an agenda and its people, another town, and the little of the guide that the editor needs."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace

import pytest
from django.urls import reverse
from django.utils.timezone import now

from agenda.models import Accion, Agenda, Eje, Indicador, Objetivo
from cuentas.models import Asignacion, Rol, RolFcm, Usuario, Vinculacion
from diagnostico.models import AccionSugerida, Cuestionario, Diagnostico
from diagnostico.sugeridas import Origen
from diagnostico.sugeridas import Sugerencia as Sugerida
from guia.catalogo import olvidar
from guia.models import Ficha, IndicadorSugerido, MetaOds, Ods
from redes.models import Entrada
from territorio.models import Periodo, Territorio

PERIODO = "2024-2027"


def _guia() -> None:
    """Make the part of the guide that lacks, when the reference data is not loaded."""
    if not Ficha.objects.exists():
        for orden, (bloque, items) in enumerate(
            {
                "modalidades": [("redes-internacionales", "Redes internacionales")],
                "gobernanza": [("programas-de-gobernanza", "Programas de gobernanza")],
                "temas": [("medio-ambiente-sostenible", "Medio ambiente"), ("gobernabilidad", "Gobernabilidad")],
                "consejos": [("foco", "Escoja poco y cúmplalo"), ("resultados", "Mida lo que cambia")],
                "resultados": [],
                "impactos": [],
            }.items()
        ):
            padre = Ficha.objects.create(slug=bloque, orden=orden, nombre=bloque)
            for n, (slug, nombre) in enumerate(items):
                Ficha.objects.create(bloque=padre, slug=slug, orden=n, nombre=nombre)
        for numero in (11, 16):
            Ods.objects.create(numero=numero, slug=f"ods-{numero}", nombre=f"Ods {numero}", nombre_en="x", titulo="x",
                               color="#000000", texto_mayor_contraste="#ffffff")  # fmt: skip
        MetaOds.objects.create(codigo="11.6", ods_id=11, orden=1, tipo="meta", etiqueta="aire", etiqueta_en="air")
    if not IndicadorSugerido.objects.filter(codigo="IND-18").exists():
        IndicadorSugerido.objects.create(
            codigo="IND-18",
            slug="redes-activas",
            nombre="Redes activas",
            tipo="resultado",
            unidad="número",
            sentido="aumenta",
        )
    olvidar()


@pytest.fixture
def pueblo(db):
    """Give the town, its agenda with one complete action, and everybody."""
    _guia()
    periodo, _ = Periodo.objects.get_or_create(
        nombre=PERIODO, defaults={"desde": dt.date(2024, 1, 1), "hasta": dt.date(2027, 12, 31)}
    )
    departamento = Territorio.objects.create(codigo="97X", nombre="Departamento de Prueba", tipo="departamento")
    territorio = Territorio.objects.create(codigo="97X01", nombre="Pueblo", tipo="municipio", departamento=departamento)
    vecino = Territorio.objects.create(
        codigo="97X02", nombre="Vecinópolis", tipo="municipio", departamento=departamento
    )
    p = SimpleNamespace(periodo=periodo, territorio=territorio, vecino=vecino)
    for nombre, rol in (("lectora", Rol.LECTURA), ("enlace", Rol.EDICION), ("responsable", Rol.RESPONSABLE)):
        quien = Usuario.objects.create_user(f"{nombre}@pueblo.test", nombre=nombre)
        Vinculacion.objects.create(usuario=quien, territorio=territorio, rol=rol)
        setattr(p, nombre, quien)
    p.ajena = Usuario.objects.create_user("ajena@vecino.test", nombre="ajena")
    Vinculacion.objects.create(usuario=p.ajena, territorio=vecino, rol=Rol.RESPONSABLE)
    p.asesora = Usuario.objects.create_user("asesora@fcm.test", nombre="asesora", rol_fcm=RolFcm.ASESOR)
    Asignacion.objects.create(asesor=p.asesora, territorio=departamento)
    p.agenda = Agenda.objects.create(territorio=territorio, periodo=periodo, objetivo_general="Abrir el café al mundo")
    p.eje = Eje.objects.create(agenda=p.agenda, nombre="Café con destino", orden=1)
    p.objetivo = Objetivo.objects.create(eje=p.eje, nombre="Abrir mercados", orden=1)
    p.accion = Accion.objects.create(
        objetivo=p.objetivo, nombre="Misión a Trieste", modalidad="redes-internacionales", responsable="Planeación",
        inicio=dt.date(2026, 1, 1), fin=dt.date(2026, 12, 31), orden=1,
    )  # fmt: skip
    p.indicador = Indicador.objects.create(accion=p.accion, nombre="Familias", orden=1)
    cuestionario, _ = Cuestionario.objects.get_or_create(
        version="prueba", defaults={"contenido": {}, "huella": "0" * 64}
    )
    p.cuestionario = cuestionario
    p.diagnostico = Diagnostico.objects.create(
        territorio=territorio, periodo=periodo, numero=1, cuestionario=cuestionario, cerrado_en=now(), resultado={}
    )
    p.agenda_ajena = Agenda.objects.create(territorio=vecino, periodo=periodo)
    eje = Eje.objects.create(agenda=p.agenda_ajena, nombre="Eje ajeno")
    objetivo = Objetivo.objects.create(eje=eje, nombre="Objetivo ajeno")
    p.accion_ajena = Accion.objects.create(objetivo=objetivo, nombre="Acción ajena")
    p.objetivo_ajeno = objetivo
    yield p
    olvidar()


@pytest.fixture
def ir(pueblo):
    """Give a function that makes the address of a page of the town's agenda."""

    def direccion(nombre: str, *resto) -> str:
        return reverse(nombre, args=[pueblo.territorio.pk, PERIODO, *resto])

    return direccion


@pytest.fixture
def como(client, pueblo):
    """Give a function that logs a person in and gives the client."""

    def entrar(nombre: str):
        client.force_login(getattr(pueblo, nombre))
        return client

    return entrar


@pytest.fixture
def sugerencia(pueblo, monkeypatch):
    """Give a suggested action, the only one the diagnostic suggests."""
    Entrada.objects.get_or_create(slug="red-de-prueba", defaults={"clase": "red", "nombre": "Red", "estado": "activa"})
    plantilla = AccionSugerida.objects.create(
        slug="afiliarse-de-prueba", orden=900, titulo="Afiliarse a una red", objetivo="Pertenecer a una red.",
        modalidad="redes-internacionales",
        datos={
            "temas": ["medio-ambiente-sostenible", "tema-que-no-existe"],
            "ods": [11], "responsable_tipico": "Planeación",
            "aliados": ["red-de-prueba", "no-existe"], "indicador": "IND-18",
            "primeros_pasos": ["Escoger", "Escribir", "Afiliarse"],
            "advertencia_legal": {"texto": "Revise si el Concejo debe autorizar.", "por_verificar": True},
        },
    )  # fmt: skip
    sugerida = Sugerida(plantilla, True, [Origen("pregunta:p4-1", "El territorio pertenece a una red", "No")])
    monkeypatch.setattr("agenda.sugeridas.sugerencias", lambda diagnostico: [sugerida])
    return sugerida
