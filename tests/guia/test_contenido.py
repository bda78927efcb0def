"""Every item of the guide has its card, its figure, its place on paper and its way to the question that needs it."""

import re
from html.parser import HTMLParser

import pytest
from django.urls import reverse

from cuentas.models import Usuario
from fcm_portal.lugares import LUGARES, USOS
from guia.catalogo import al_dia, catalogo
from guia.diagrama import diagrama
from guia.models import Termino

pytestmark = [pytest.mark.django_db, pytest.mark.datos("referencia")]

# item of the guide → block, how many cards, and some of them
ALCANCE = {
    "A1 en qué estamos": ("en-que-estamos", 3, ()),
    "A1 por qué actuar": ("por-que-actuar", 3, ()),
    "A1 posible, rentable, optimizable": ("idea-central", 3, ("posible", "rentable", "optimizable")),
    "A1 qué es": ("que-es", 7, ()),
    "A1 qué no es": ("que-no-es", 7, ()),
    "A1 en qué consiste": ("definicion", 5, ("justificacion", "objetivo", "quienes", "alcances")),
    "A2 internacional": ("marco-internacional", 7, ("dudh-21", "agenda-21")),
    "A2 nacional": ("marco-nacional", 4, ("constitucion", "ley-1150-2007-art-20")),
    "A2 documentos claves": ("documentos-clave", 3, ("odm", "tlc", "integracion-binacional")),
    "A3 temas": ("temas", 13, ("promocion-turismo", "cohesion-social")),
    "A4 actores": ("actores-locales", 9, ("gobierno-municipal", "iglesias", "ong")),
    "A5 motivaciones": ("motivaciones", 5, ("humanitaria",)),
    "A6 proceso": ("proceso", 5, ("consolidar-experiencias",)),
    "A7 condiciones": ("condiciones", 5, ("voluntad-recursos-personal",)),
    "A8 resultados": ("resultados", 8, ("remesas", "premios")),
    "A8 impactos": ("impactos", 7, ("fuga-cerebros",)),
    "B modalidades": ("modalidades", 4, ("marketing-territorial", "redes-internacionales")),
    "B5 gobernanza": ("gobernanza", 1, ("programas-de-gobernanza",)),
    "B6 tenga en cuenta": ("tenga-en-cuenta", 2, ("combinar", "diagnosticar")),
    "C siete pasos": ("pasos", 7, ("construya", "institucionalice")),
    "D1 la Agenda": ("agenda-estrategica", 4, ("marco-de-la-agenda",)),
    "D2 ventajas": ("ventajas-agenda", 4, ()),
    "D3 conozca lo que se hace": ("programas-referencia", 11, ("fomipyme", "red-juntos")),
    "E1 redes": ("redes-guia", 3, ("cglu", "flacma", "art-pnud")),
    "E2 agencias": ("agencias-guia", 2, ("fcm",)),
    "E3 casos": ("casos", 3, ("rosario", "bovenistier", "pamplona")),
    "F1 consejos": ("consejos", 10, ("foco",)),
    "F2 herramientas digitales": ("invitacion", 0, ()),
}


class Titulos(HTMLParser):
    """Reads the levels of the headings, the ids and the links inside a page."""

    def __init__(self, pagina: str):
        super().__init__()
        self.niveles: list[int] = []
        self.ids: list[str] = []
        self.destinos: list[str] = []
        self.feed(pagina)

    def handle_starttag(self, tag, attrs):
        datos = dict(attrs)
        if re.fullmatch("h[1-6]", tag):
            self.niveles.append(int(tag[1]))
        if "id" in datos:
            self.ids.append(datos["id"])
        if tag == "a" and (datos.get("href") or "").startswith("#"):
            self.destinos.append(datos["href"][1:])


def test_every_item_of_the_guide_has_its_card_with_words_and_place():
    guia = catalogo()
    for item, (bloque, cuantas, algunas) in ALCANCE.items():
        fichas = {ficha.slug: ficha for ficha in guia.bloques[bloque].fichas}
        assert (item, len(fichas)) == (item, cuantas)
        assert set(algunas) <= fichas.keys(), item
        for ficha in (guia.bloques[bloque], *fichas.values()):
            assert ficha.texto, (item, ficha.slug)
            assert ficha.lugar, (item, ficha.slug)
            assert (ficha.hoy_verificado is None) is (ficha.hoy == ""), (item, ficha.slug)
    assert all(modalidad.datos["instrumentos"] for modalidad in guia.modalidades.values())


def test_the_whole_guide_is_on_one_page_for_paper(client, tope_consultas):
    al_dia()
    with tope_consultas(3):
        pagina = client.get(reverse("guia_imprimir")).content.decode()
    leida, guia = Titulos(pagina), catalogo()
    assert len(leida.ids) == len(set(leida.ids))
    assert set(leida.destinos) <= set(leida.ids)
    assert set(guia.bloques) <= set(leida.ids)
    assert all(despues - antes <= 1 for antes, despues in zip(leida.niveles, leida.niveles[1:], strict=False))
    for bloque in guia.bloques.values():
        for ficha in bloque.fichas:
            assert ficha.nombre.split("(")[0].split("&")[0].replace("'", "&#x27;") in pagina
    assert pagina.count("sin verificar") >= 40
    assert all(termino.termino in pagina for termino in Termino.objects.all())


def test_the_figure_says_all_it_draws_and_every_item_leads_to_its_card(client):
    dibujo = diagrama(catalogo())
    assert [etapa.titulo for etapa in dibujo.etapas] == [
        "Insumos", "Proceso", "Resultados", "Impactos", "Condiciones del proceso",
    ]  # fmt: skip
    for figura in (dibujo.acostado, dibujo.de_pie):
        dichos = " ".join(renglon.texto for caja in (*figura.cajas, figura.marco) for renglon in caja.renglones)
        for etapa in dibujo.etapas:
            for bloque in etapa.bloques:
                for ficha in bloque.fichas:
                    assert ficha.nombre in dichos
                    assert ficha.nombre in dibujo.descripcion
        for caja in figura.cajas:
            assert caja.x >= 0
            assert caja.x + caja.ancho <= figura.ancho
            assert all(caja.y < renglon.y < caja.y + caja.alto for renglon in caja.renglones)
    pagina = client.get(reverse("guia")).content.decode()
    assert pagina.count('<svg class="grafica') == 2
    for lugar in ("actores-locales/#iglesias", "motivaciones/#cultural", "impactos/#fuga-cerebros", "condiciones/#con"):
        assert f'href="/guia/{lugar.removesuffix("con")}' in pagina


def test_each_card_leads_to_where_it_is_asked_and_back(client):
    guia = catalogo()
    assert set(guia.pasos) <= USOS["pasos"].keys()
    assert set(guia.modalidades) <= USOS["modalidades"].keys()
    for bloque, fichas in USOS.items():
        suyas = {"", *(ficha.slug for ficha in guia.bloques[bloque].fichas)}
        assert fichas.keys() <= suyas
        pagina = client.get(reverse("guia_bloque", args=[bloque])).content.decode()
        for lugares in fichas.values():
            assert all(f'href="/ir/{lugar}/"' in pagina for lugar in lugares)
    assert {lugar for fichas in USOS.values() for lugares in fichas.values() for lugar in lugares} <= LUGARES.keys()


@pytest.mark.datos("demostracion")
def test_from_the_card_to_the_question_and_from_the_question_to_the_card(client):
    client.force_login(Usuario.objects.get(email="responsable@54261.demo"))
    for lugar, destino in LUGARES.items():
        respuesta = client.get(f"/ir/{lugar}/")
        assert respuesta.status_code == 302, lugar
        donde = LUGARES["agenda"] if destino.con_periodo else destino  # its agenda has not begun
        assert respuesta.url == donde.url("54261", "2024-2027")
        assert client.get(respuesta.url, follow=True).status_code == 200, lugar
    d = "/panel/54261/diagnostico/"
    vueltas = {
        f"{d}paso/construya/": ["pasos/#construya", "pasos/#p1-1", "pasos/#p1-2"],
        f"{d}modalidad/integracion/": ["modalidades/#integracion"],
        f"{d}modalidad/programas-de-gobernanza/": ["gobernanza/#programas-de-gobernanza"],
        f"{d}condiciones/": [f"condiciones/#c{n}" for n in range(1, 9)],
        f"{d}temas/": ["temas/", "motivaciones/#humanitaria"],
        "/panel/54261/actores/nuevo/": ["actores-locales/"],
        "/panel/54261/memoria/nuevo/": ["pasos/#construya"],
        "/panel/54261/plan-de-desarrollo/nuevo/": ["pasos/#coordine", "modalidades/"],
    }
    comprobar(client, vueltas)
    client.force_login(Usuario.objects.get(email="enlace@pereira.demo"))
    agenda = "/panel/66001/agenda/2024-2027/"
    accion = re.search(rf"{agenda}accion/[0-9a-f-]{{36}}/", client.get(agenda).content.decode())[0]
    comprobar(
        client,
        {
            accion: ["modalidades/", "gobernanza/", "temas/", "pasos/#articule", "resultados/", "impactos/"],
            f"{agenda}consejos/": ["consejos/"],
            f"{agenda}texto/gobernanza/": ["gobernanza/#programas-de-gobernanza", "actores-locales/"],
        },
    )
    client.logout()
    comprobar(client, {"/autodiagnostico/paso/construya/": ["pasos/#construya", "pasos/#p1-1"]})


def comprobar(client, vueltas: dict[str, list[str]]) -> None:
    """Check that a page links to some cards beside what is being typed, and that each card has that anchor."""
    anclas: dict[str, str] = {}
    for pagina, lugares in vueltas.items():
        html = client.get(pagina).content.decode()
        for lugar in lugares:
            assert re.search(rf'href="/guia/{lugar}[^"]*" target="_blank"', html), (pagina, lugar)
            bloque, _almohadilla, ancla = lugar.partition("#")
            if bloque not in anclas:
                anclas[bloque] = client.get(f"/guia/{bloque}").content.decode()
            assert not ancla or f'id="{ancla}"' in anclas[bloque], lugar


@pytest.mark.parametrize(
    ("busca", "halla"),
    [
        ("hermanameinto", "glosario/#hermanamiento"),
        ("ruedas de negocios", "modalidades/#ruedas-negocios"),
        ("comercio justo", "modalidades/#integracion"),
        ("conpes 3918", "marco-actualizacion/#conpes-3918-2018"),
        ("bovenistier", "casos/#bovenistier"),
        ("pueblo del pan", "casos/#bovenistier"),
        ("voluntad recursos personal", "condiciones/#voluntad-recursos-personal"),
        ("fuga de cerebros", "impactos/#fuga-cerebros"),
        ("trate de igual", "consejos/#relacion-de-pares"),
        ("innpulsa", "programas-referencia/#fomipyme"),
        ("titulo ix elecciones", "marco-nacional/#constitucion"),
        ("marketin territorial", "modalidades/#marketing-territorial"),
        ("remesas", "resultados/#remesas"),
        ("pensar en región", "pasos/#piense"),
        ("pedir acompañamiento", "pasos/#pida"),
        ("diez consejos", "consejos/"),
        ("como trabajar con municipios vecinos", "pasos/#piense"),
    ],
)
def test_the_search_of_the_guide_finds_notes_instruments_cases_and_terms(client, busca, halla):
    pagina = client.get(reverse("buscar"), {"q": busca, "en": "guia"}).content.decode()
    assert f'href="/guia/{halla}' in pagina
