"""What the reference data must hold: every number here was written by hand from the sources' own notes."""

import pytest
from django.db.models import Count, Sum

from diagnostico.models import AccionSugerida, Cuestionario
from guia.models import Ficha, IndicadorSugerido, MetaOds, Odm, Ods, RelacionOdmOds, Termino
from redes.models import Clase, Entrada, Hermanamiento
from territorio.models import Categoria, Periodo, Territorio, Tipo, Vecindad

pytestmark = [pytest.mark.django_db, pytest.mark.datos("referencia")]


def test_territories_by_kind():
    cuentas = dict(Territorio.objects.values_list("tipo").annotate(n=Count("pk")).order_by())
    assert cuentas == {"departamento": 33, "municipio": 1091, "distrito": 12, "area": 18, "isla": 1, "asociacion": 34}
    assert Territorio.objects.exclude(departamento=None).exclude(tipo=Tipo.ASOCIACION).count() == 1122


def test_population_and_flags():
    assert Territorio.objects.exclude(tipo=Tipo.DEPARTAMENTO).aggregate(n=Sum("poblacion"))["n"] == 53_399_171
    assert Territorio.objects.filter(pdet=True).count() == 170
    assert Territorio.objects.exclude(subregion_pdet="").values("subregion_pdet").distinct().count() == 16
    assert Territorio.objects.exclude(limita_pais=[]).count() == 66
    assert Territorio.objects.get(pk="88001").tipo == Tipo.ISLA


def test_categories_by_year():
    cuentas = dict(Categoria.objects.values_list("vigencia").annotate(n=Count("pk")).order_by())
    assert cuentas == {2024: 1102, 2025: 1102, 2026: 125}
    assert Categoria.objects.filter(vigencia=2026, categoria="6").count() == 99


def test_neighbours_and_periods():
    assert Vecindad.objects.count() == 3196
    assert Vecindad.objects.filter(metodo="segregacion").count() == 1
    assert {"2020-2023", "2024-2027", "2028-2031"} <= set(Periodo.objects.values_list("pk", flat=True))


def test_associations_have_their_members():
    clases = dict(
        Territorio.objects.filter(tipo=Tipo.ASOCIACION)
        .values_list("clase_asociacion")
        .annotate(n=Count("pk"))
        .order_by()
    )
    assert clases["área metropolitana"] == 7
    assert clases["provincia administrativa y de planificación"] == 10
    assert set(Territorio.objects.get(pk="AM-AMB").integrantes.values_list("pk", flat=True)) == {
        "68001",
        "68276",
        "68307",
        "68547",
    }
    assert Territorio.objects.filter(asociaciones__clase_asociacion="área metropolitana").distinct().count() == 33
    assert Territorio.objects.filter(lista_completa=True).count() == 19


def test_guide_blocks_and_cards():
    assert Ficha.objects.count() == 185
    assert Ficha.objects.filter(bloque=None).count() == 30
    cuentas = dict(Ficha.objects.exclude(bloque=None).values_list("bloque__slug").annotate(n=Count("pk")).order_by())
    esperadas = {
        "pasos": 7,
        "modalidades": 4,
        "gobernanza": 1,
        "temas": 13,
        "actores-locales": 9,
        "motivaciones": 5,
        "condiciones": 5,
        "resultados": 8,
        "impactos": 7,
        "consejos": 10,
        "casos": 3,
        "marco-actualizacion": 10,
        "programas-referencia": 11,
    }
    assert {slug: cuentas[slug] for slug in esperadas} == esperadas


def test_notes_without_a_source_stay_unverified():
    assert Ficha.objects.get(bloque__slug="idea-central", slug="posible").hoy_verificado is False
    assert Ficha.objects.get(bloque__slug="documentos-clave", slug="odm").hoy_verificado is True
    assert not Ficha.objects.filter(hoy="").exclude(hoy_verificado=None).exists()
    assert Termino.objects.count() == 53
    assert Termino.objects.filter(verificado=True).count() == 30


def test_goals_targets_and_indicators():
    assert [Ods.objects.count(), MetaOds.objects.count(), Odm.objects.count(), RelacionOdmOds.objects.count()] == [
        17,
        169,
        8,
        24,
    ]
    assert Odm.objects.filter(verificado=True).count() == 7
    assert MetaOds.objects.filter(tipo="medio de implementación").count() == 62
    assert IndicadorSugerido.objects.count() == 38


def test_directory_and_twinnings():
    cuentas = dict(Entrada.objects.values_list("clase").annotate(n=Count("pk")).order_by())
    assert cuentas == {Clase.RED: 79, Clase.AGENCIA: 83, Clase.PROGRAMA: 11}
    assert Entrada.objects.filter(clase=Clase.RED, verificado=True).count() == 44
    assert Entrada.objects.filter(clase=Clase.AGENCIA, verificado=True).count() == 42
    inactivas = dict(Entrada.objects.filter(estado="inactiva").values_list("clase").annotate(n=Count("pk")).order_by())
    assert inactivas == {Clase.RED: 5, Clase.AGENCIA: 2, Clase.PROGRAMA: 7}  # programmes whose note says they ended
    assert Entrada.objects.get(pk="propiedad-intelectual").estado == "desconocido"  # its plan ended, not its policy
    cargados = Hermanamiento.objects.exclude(huella_cargada="")
    assert [cargados.count(), cargados.filter(verificado=True).count()] == [83, 54]
    assert Hermanamiento.objects.get(pk="pamplona-pamplona-iruna-es").territorio_id == "54518"


def test_questionnaire():
    cuestionario = Cuestionario.objects.get(pk="2026-11-22").contenido
    preguntas = [pregunta for paso in cuestionario["pasos"] for pregunta in paso["preguntas"]]
    assert len(preguntas) == 35
    assert sum(pregunta["ruta_corta"] for pregunta in preguntas) == 20
    assert [sum(pregunta["peso"] == peso for pregunta in preguntas) for peso in (3, 2, 1)] == [15, 13, 7]
    assert sum(pregunta["aplica_a"] == "todos" for pregunta in preguntas) == 33
    assert [modalidad["transversal"] for modalidad in cuestionario["modalidades"]] == [False, False, False, False, True]
    instrumentos = [i for modalidad in cuestionario["modalidades"] for i in modalidad["instrumentos"]]
    assert [len(instrumentos), sum(i["de_la_guia"] for i in instrumentos)] == [43, 19]
    assert [condicion["clave"] for condicion in cuestionario["condiciones"]] == [
        "c1",
        "c2",
        "c3",
        "c4",
        "c5",
        "c6",
        "c7",
        "c8",
    ]
    assert [len(cuestionario[lista]) for lista in ("temas", "motivaciones", "grupos_actores")] == [13, 5, 9]
    assert [nivel["desde"] for nivel in cuestionario["puntaje"]["niveles"]] == [0, 20, 40, 60, 80]


def test_suggested_actions():
    assert AccionSugerida.objects.count() == 69
    con_advertencia = [
        accion.datos["advertencia_legal"]
        for accion in AccionSugerida.objects.all()
        if accion.datos["advertencia_legal"]
    ]
    assert len(con_advertencia) == 24
    assert all(advertencia["por_verificar"] is True for advertencia in con_advertencia)
    baratas = [
        a
        for a in AccionSugerida.objects.all()
        if "6" in a.datos["categorias"] and a.datos["banda_de_costo"] in ("sin_costo", "baja")
    ]
    assert len(baratas) == 63
