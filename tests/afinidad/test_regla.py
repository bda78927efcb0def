"""The rule that says which networks and agencies suit a territory: pure, published, and the same for everybody."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redes.afinidad import Candidata, Miembro, Perfil, afines, medir, separar
from redes.afinidad.miembros import Nomenclator
from redes.afinidad.pesos import PESOS

PAMPLONA = Perfil(
    temas=frozenset({"educacion", "promocion-turismo"}),
    modalidades=frozenset({"marketing-territorial"}),
    ods=frozenset({4, 8, 11}),
    categoria="6",
    poblacion=52_318,
    codigo="54518",
    nombre="Pamplona",
    departamento="54",
    vecinos=frozenset({"54172"}),
    frontera_departamento=frozenset({"VE"}),
    pdet=False,
)


def red(slug: str = "red", **datos) -> Candidata:
    """A network that shares nothing and says nothing."""
    base = dict.fromkeys(
        (
            "tipo",
            "sigla",
            "ambito",
            "sede_ciudad",
            "sede_pais",
            "descripcion",
            "requisitos",
            "convocatorias_nota",
            "cuota",
        ),
        "",
    )
    listas = {c: [] for c in ("temas", "modalidades", "ods", "idiomas", "categorias", "miembros_colombia")}
    fijos = {
        "slug": slug, "clase": "red", "nombre": slug, "estado": "activa", "verificado": True, "es_demostracion": False,
        "clave_busqueda": slug, "poblacion_minima": None, "poblacion_maxima": None,
    }  # fmt: skip
    return Candidata(**(base | listas | fijos | {"temas": ["educacion"]} | datos))


def test_the_sum_of_a_known_case_is_the_one_a_person_adds_up():
    """Two themes 8, first theme 2, all its themes 3, modality 2, two ODS 2, neighbour 3, department 2, same category 1,
    no fee 2, Spanish 1, verified 5.
    """
    dada = red(
        temas=["educacion", "promocion-turismo"], modalidades=["marketing-territorial"], ods=[4, 11, 16],
        idiomas=["es", "en"], cuota="no",
    )  # fmt: skip
    estan = [Miembro("54172", "Chinácota", "54", "6"), Miembro("54001", "Cúcuta", "54", "1")]
    medida = medir(PAMPLONA, dada, {"educacion": "Educación", "promocion-turismo": "Turismo"}, estan)
    assert medida.puntos == 31
    assert medida.razones == (
        "comparte 2 temas: Educación, Turismo",
        "sirve para marketing-territorial",
        "apunta a 2 de sus Objetivos de Desarrollo Sostenible",
        "su vecino Chinácota ya está",
        "Cúcuta, también de su departamento, ya está",
        "ya está uno de su misma categoría",
        "no cobra cuota, según el directorio: confírmelo",
    )
    assert medida.avisos == ()


FUERA = [
    ({"temas": ["seguridad"]}, {}, None),
    ({"estado": "inactiva"}, {}, None),
    ({"categorias": ["ESP", "1"]}, {}, "admite categorías ESP, 1"),
    ({"poblacion_minima": 100_000}, {}, "pide 100.000 habitantes o más"),
    ({"requisitos": "Menos de 50.000 habitantes y evaluación"}, {}, "pide tener hasta 49.999 habitantes"),
    ({"requisitos": "Menos de 60.000 habitantes"}, {}, "entra"),
    ({"requisitos": "Grandes ciudades o áreas metropolitanas"}, {}, "es para grandes ciudades"),
    ({"requisitos": "Grandes ciudades"}, {"poblacion": 2_500_000}, "entra"),
    ({"descripcion": "Red de pueblos rurales"}, {}, "es para pueblos y municipios pequeños"),
    ({"descripcion": "Red de pueblos rurales"}, {"poblacion": 5_000}, "entra"),
    ({"requisitos": "Miembros catalanes; acceso como contraparte", "sede_pais": "ES"}, {},
     "es para quienes ya tienen una contraparte en España"),
    ({"requisitos": "Miembros catalanes", "sede_pais": "ES"}, {"hermanados": {"ES": ("Pamplona",)}}, "entra"),
    ({"requisitos": "Miembros catalanes", "sede_pais": "ES"}, {"hermanados": {"FR": ("Bayona",)}},
     "es para quienes ya tienen una contraparte en España"),
    ({"descripcion": "Colombia no puede ser miembro pleno"}, {}, "no admite municipios colombianos"),
    ({"requisitos": "Ser miembro de la Red Mundial de Ciudades"}, {}, "pide ser antes miembro de la red mundial"),
    ({"descripcion": "Coordina los PDET en 170 municipios"}, {},
     "trabaja con los municipios del Programa de Desarrollo con Enfoque Territorial (PDET)"),
    ({"descripcion": "Coordina los PDET en 170 municipios"}, {"pdet": True}, "entra"),
    ({"descripcion": "municipios de frontera con Ecuador y Perú"}, {},
     "es para municipios de frontera con Ecuador y Perú"),
    ({"descripcion": "municipios de frontera con Ecuador y Perú"}, {"frontera": frozenset({"EC"})}, "entra"),
    ({"descripcion": "Gremio al que pertenecen por derecho propio todos los municipios"}, {},
     "su territorio ya pertenece por derecho propio"),
    ({"slug": "suya"}, {"ya_tiene": frozenset({"suya"})}, None),
]  # fmt: skip


@pytest.mark.parametrize(("datos", "cambios", "razon"), FUERA)
def test_who_is_left_out_and_who_is_not(datos, cambios, razon):
    dado = separar(replace(PAMPLONA, **cambios), [red(**datos)])
    assert [f.razon for f in dado.fuera] == ([] if razon in (None, "entra") else [razon])
    assert bool(dado.afines) is (razon == "entra")


def test_a_member_is_not_offered_what_it_has_and_a_namesake_is_asked():
    suya = red("suya")
    assert separar(PAMPLONA, [suya], miembros={"suya": [Miembro("54518", "Pamplona", "54", "6")]}).ya_tiene == [suya]
    dudosa = afines(PAMPLONA, [red(miembros_colombia=["Pamplona"])])
    assert "el directorio nombra a «Pamplona»: compruebe si es usted" in dudosa[0].avisos


def test_warnings_say_what_the_entry_asks_and_what_nobody_confirmed():
    dificil = red(
        verificado=False, estado="desconocido", cuota="si", idiomas=["en"], requisitos="Por invitación",
    )  # fmt: skip
    grandes = [Miembro("05001", "Medellín", "05", "ESP"), Miembro("76001", "Cali", "76", "ESP")]
    assert set(medir(PAMPLONA, dificil, {}, grandes).avisos) == {
        "no conocemos a nadie de su departamento que esté",
        "los que conocemos son de categorías mayores que la suya",
        "cobra cuota",
        "no consta que trabaje en español",
        "se entra por invitación",
        "no consta actividad reciente",
        "sin verificar",
    }


def test_what_is_said_of_company_is_what_a_person_would_count():
    """Neighbours are told apart from the rest of the department; a name that could be a town of it is no absence."""
    lejos = [Miembro("05001", "Medellín", "05", "ESP")]
    sola = red(miembros_colombia=["Medellín"])
    assert medir(PAMPLONA, sola, {}, lejos).avisos == ("no conocemos a nadie de su departamento que esté",)
    assert medir(PAMPLONA, red(miembros_colombia=["Medellín", "San Pedro"]), {}, lejos).avisos == ()
    cerca = [Miembro(f"5400{n}", f"Villa {n}", "54", "") for n in range(1, 6)]
    assert (
        "5 municipios de su departamento ya están: Villa 1, Villa 2, Villa 3 y otros 2"
        in medir(PAMPLONA, sola, {}, cerca).razones
    )
    vecino = Miembro("54172", "Chinácota", "54", "")
    assert (
        "otros 5 municipios de su departamento ya están: Villa 1, Villa 2, Villa 3 y otros 2"
        in medir(PAMPLONA, sola, {}, [vecino, *cerca]).razones
    )


def test_a_heritage_listing_weighs_more_than_other_conditions_and_a_border_is_of_bilateral_aid():
    pide = red(requisitos="Declaratoria de bien de interés cultural")
    assert medir(PAMPLONA, red(), {}).puntos - medir(PAMPLONA, pide, {}).puntos == 8
    brasil = replace(PAMPLONA, frontera=frozenset({"BR"}))
    aporta = red(clase="agencia", tipo="bilateral", sede_pais="BR")
    assert "es la cooperación de Brasil, país con el que usted limita" in medir(brasil, aporta, {}).razones
    assert not any("limita" in r for r in medir(brasil, red(clase="agencia", sede_pais="BR"), {}).razones)


def test_an_association_is_no_town():
    """It is neither a small municipality nor surely admitted; what names it has no such doubt."""
    una = replace(PAMPLONA, es_asociacion=True, poblacion=None, codigo="ASM-X", nombre="Asociación X")
    assert [f.razon for f in separar(una, [red(descripcion="Red de pueblos rurales")]).fuera] == [
        "es para pueblos y municipios pequeños"
    ]
    duda = "su ficha no habla de asociaciones de municipios: pregunte si las admite"
    assert duda in medir(una, red(), {}).avisos
    assert duda not in medir(una, red(requisitos="Ciudades y asociaciones de municipios"), {}).avisos
    assert duda not in medir(PAMPLONA, red(), {}).avisos


def test_without_themes_only_place_and_company_speak():
    nueva = replace(PAMPLONA, temas=frozenset(), modalidades=frozenset(), ods=frozenset())
    dado = afines(nueva, [red("lejos"), red("cerca")], miembros={"cerca": [Miembro("54172", "Chinácota", "54", "6")]})
    assert [a.entrada.slug for a in dado] == ["cerca"]


TODOS = ["educacion", "seguridad", "promocion-turismo", "patrimonio-cultural", "desarrollo-urbano"]
subconjuntos = st.frozensets(st.sampled_from(TODOS))


@settings(max_examples=120, deadline=None)
@given(temas=subconjuntos, de_la_red=st.lists(st.sampled_from(TODOS), unique=True), otro=st.sampled_from(TODOS))
def test_one_shared_theme_more_never_lowers(temas, de_la_red, otro):
    dada = red(temas=de_la_red, ods=[4, 11])
    antes, despues = (replace(PAMPLONA, temas=juego) for juego in (temas, temas | {otro}))
    assert medir(despues, dada, {}).puntos >= medir(antes, dada, {}).puntos
    if otro in de_la_red and otro not in temas:
        assert medir(despues, dada, {}).puntos >= medir(antes, dada, {}).puntos + PESOS["tema"].puntos


@settings(max_examples=40, deadline=None)
@given(st.permutations([red(f"red-{n}", temas=TODOS[: 1 + n % 3], verificado=n % 2 == 0) for n in range(7)]))
def test_the_order_does_not_depend_on_how_they_arrive(barajadas):
    esperado = ["red-2", "red-0", "red-6", "red-4", "red-5", "red-3", "red-1"]
    assert [a.entrada.slug for a in afines(PAMPLONA, barajadas)] == esperado


NOMBRES = [
    ("05001", "medellin", "antioquia"), ("05368", "jerico", "antioquia"), ("15368", "jerico", "boyaca"),
    ("76001", "santiago de cali", "valle del cauca"), ("13468", "santa cruz de mompox", "bolivar"),
    ("13001", "cartagena de indias", "bolivar"), ("18150", "cartagena del chaira", "caqueta"),
    ("68755", "socorro", "santander"), ("11001", "bogota, d.c.", "bogota, d.c."), ("05380", "la estrella", "antioquia"),
    ("54398", "la playa", "norte de santander"), ("AM-C", "area metropolitana de cali", "valle del cauca"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("nombre", "codigo"),
    [
        ("Medellín", "05001"), ("Jericó", None), ("Jericó, Antioquia", "05368"), ("Jericó (Boyacá)", "15368"),
        ("Cali", "76001"), ("Mompox", "13468"), ("Cartagena", None), ("Cartagena, Bolívar", "13001"),
        ("El Socorro", "68755"), ("Bogotá", "11001"), ("Bogotá, D. C.", "11001"), ("La Estrella", "05380"),
        ("La Playa de Belén", "54398"),
        ("Área Metropolitana de Cali", "AM-C"),
        ("Medellín, Boyacá", None), ("Lima", None), ("", None),
    ],
)  # fmt: skip
def test_a_name_that_could_be_two_is_nobodys(nombre, codigo):
    assert Nomenclator(NOMBRES).codigo(nombre) == codigo
