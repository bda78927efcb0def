"""What a mayor's secretary types, and what has to come first: decided by reading the data, not by running it."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from guia.catalogo import catalogo
from redes.directorio import memoria
from redes.directorio.consulta import buscar
from redes.models import Convocatoria, Entrada

pytestmark = [pytest.mark.django_db, pytest.mark.datos("referencia")]

# query, how many of the first results are looked at, what must be among them
BUSQUEDAS = [
    ("giz", 1, {"giz"}),
    ("GIZ", 1, {"giz"}),
    ("gtz", 1, {"giz"}),  # its name until 2011
    ("cglu", 1, {"cglu"}),
    ("uclg", 1, {"cglu"}),
    ("Ciudades y Gobiernos Locales Unidos", 1, {"cglu"}),
    ("gobiernos ciudades unidos", 1, {"cglu"}),
    ("mercociudades", 1, {"mercociudades"}),
    ("merco ciudades", 3, {"mercociudades"}),
    ("mercosiudades", 1, {"mercociudades"}),
    ("como afiliarse a mercociudades", 1, {"mercociudades"}),
    ("unesco", 1, {"unesco"}),
    ("unesko", 1, {"unesco"}),
    ("unesco ciudades creativas", 1, {"ciudades-creativas-unesco"}),
    ("ciudades kreativas", 1, {"ciudades-creativas-unesco"}),
    ("ciudades educadoras", 1, {"aice"}),
    ("union europea", 1, {"ue-delegacion"}),
    ("banco mundial", 1, {"banco-mundial"}),
    ("banco interamericano", 1, {"bid"}),
    ("japon", 1, {"jica"}),
    ("cooperacion japonesa", 1, {"jica"}),
    ("cooperacion alemana", 1, {"giz"}),
    ("kooperacion alemana", 1, {"giz"}),
    ("agencia española", 1, {"aecid"}),
    ("usaid", 1, {"usaid"}),  # named exactly, it does not sink
    ("que paso con accion social", 1, {"accion-social"}),
    ("¿Qué pasó con la Acción Social?", 1, {"accion-social"}),
    ("proexport", 1, {"procolombia"}),
    ("fomipyme", 2, {"innpulsa", "fomipyme"}),
    ("ciudades hermanas", 1, {"sister-cities-international"}),
    ("ciudades ermanas", 1, {"sister-cities-international"}),
    ("alcaldes cambio climatico", 1, {"gcom"}),
    ("pacto de alcaldes", 1, {"gcom"}),
    ("turismo", 3, {"fontur", "mejores-pueblos-turisticos", "mincit"}),
    ("plata para acueducto", 6, {"aecid", "afd", "kfw"}),
    ("becas", 6, {"icetex", "jica", "koica", "amexcid"}),
    ("comercio justo", 3, {"fair-trade-towns", "ciudades-comercio-justo-lac", "clac-comercio-justo"}),
    ("pueblo pequeño", 3, {"cittaslow"}),
    ("adultos mayores", 1, {"ciudades-amigables-mayores"}),
    ("migrantes venezolanos", 4, {"oim", "mayors-migration-council"}),
    ("seguridad alimentaria", 6, {"fao", "pacto-milan"}),
    ("frontera", 4, {"zif", "riet"}),
    ("hermanamiento medellin barcelona", 1, {"medellin-barcelona-es"}),
    ("patzcuaro", 2, {"pueblorrico-patzcuaro-mx", "san-roque-patzcuaro-mx"}),
    ("alemanes", 2, {"giz", "skew"}),
    ("franceses", 3, {"cites-unies-france", "daect", "afd"}),
    ("italiana", 2, {"aics", "cittaslow"}),
    ("cuanto cuesta entrar a cglu", 1, {"cglu"}),
    ("red de mujeres alcaldesas", 1, {"change"}),
    ("con quien esta hermanada cali", 2, {"cali-tianjin-cn", "cali-miami-us"}),
    ("que redes son gratis", 1, {"fair-trade-towns"}),
    ("transporte", 3, {"afd"}),
    ("ODS6", 1, {"aecid"}),
    ("objetivo 6", 1, {"aecid"}),
    ("agua", 8, {"unicef", "otca"}),  # the word in the text before «Aguadas»
    ("worldbank", 1, {"banco-mundial"}),  # written together
    ("bancomundial", 1, {"banco-mundial"}),
    ("cambioclimatico", 1, {"gcom"}),
    ("onuhabitat", 1, {"onu-habitat"}),
    ("kfw", 1, {"kfw"}),
    ("aeci", 1, {"aecid"}),  # its acronym until 2007
    ("undp", 1, {"pnud"}),
    ("sister cities", 1, {"sister-cities-international"}),
    ("federacion de municipios", 1, {"fcm"}),
    ("agencia presidensial de coperacion", 1, {"apc-colombia"}),
    ("siudades educadoras", 1, {"aice"}),
    ("japon plata", 2, {"jica"}),  # the country weighs more than a fund of another one
    ("embajada de japon", 2, {"jica"}),
    ("redes de mujeres", 1, {"change"}),  # the plural of «red» is of the name too
    ("vivienda", 1, {"onu-habitat"}),  # the very word before its synonyms
    ("pueblos magicos", 3, {"pueblos-patrimonio", "mejores-pueblos-turisticos"}),
    ("convocatoria union europea", 1, {"ue-delegacion"}),  # by its name, not by its text
    ("donaciones", 2, {"iaf"}),
    ("niños", 2, {"unicef"}),
    ("cafe", 2, {"paisaje-cultural-cafetero", "rap-eje-cafetero"}),
]
# what finds the same in two ways of asking
IGUALES = [
    ("ods 6", "ODS6"),
    ("hermanamiento españa", "como me hermano con una ciudad de España"),
    ("agua", "quien me ayuda con agua"),
    ("hermanamiento españa", "hermanarnos con una ciudad de españa"),
    ("redes en ingles", "redes que hablen inglés"),
    ("hermanamiento", "hermanar mi municipio"),
]
# what /buscar/ has to find as /redes/ does: mended, with some of the words, and the directory alone with some
TAMBIEN_EN_BUSCAR = (
    "cuidades creativas",
    "unesco telarañas",
    "educacion ambiental",
    "que redes son gratis",
    "worldbank",
)


def slugs(client, **pedido) -> list[str]:
    """Give the slugs of the first page, in order."""
    return [
        linea.url.rstrip("/").rsplit("/", 1)[-1] for linea in client.get(reverse("redes"), pedido).context["pagina"]
    ]


def test_what_is_typed_finds_what_was_meant():
    malas, indice = {}, memoria.al_dia()
    for escrito, cuantas, esperadas in BUSQUEDAS:
        lugares = [lugar for nivel in buscar(indice, escrito).niveles for lugar in indice.por_orden(nivel)]
        primeras = [indice.puestos[lugar].clave for lugar in lugares[:cuantas]]
        if not esperadas <= set(primeras):
            malas[escrito] = (esperadas - set(primeras), primeras)
    assert not malas


def test_a_question_finds_what_its_words_find(client):
    for corta, larga in IGUALES:
        assert slugs(client, q=larga) == slugs(client, q=corta) != [], larga
    for escrito in TAMBIEN_EN_BUSCAR:
        grupos = {grupo.clave: grupo for grupo in client.get(reverse("buscar"), {"q": escrito}).context["grupos"]}
        hallados = [uno.url.rstrip("/").rsplit("/", 1)[-1] for uno in grupos["redes"].resultados]
        assert hallados == slugs(client, q=escrito)[:5] != [], escrito


def test_networks_by_the_language_they_work_in(client):
    for escrito, idioma in (("redes en inglés", "en"), ("red que hable español", "es"), ("redes en portugues", "pt")):
        halladas = slugs(client, q=escrito)[:8]
        filas = Entrada.objects.filter(pk__in=halladas, clase="red", idiomas__contains=[idioma])
        assert filas.count() == len(halladas) == 8, escrito
    assert "c40" in slugs(client, q="redes inglesas")[:2]  # of the country: nobody said in which language


def test_calls_that_are_open_are_asked_for_by_that_word(client):
    hoy = localdate()
    for slug, dias in (("abierta-ficticia", 9), ("cerrada-ficticia", -9)):
        Convocatoria.objects.create(slug=slug, titulo=f"Semillas {dias}", cierra=hoy + timedelta(days=dias))
    assert slugs(client, q="convocatorias abiertas")[0] == "abierta-ficticia"
    assert "cerrada-ficticia" not in slugs(client, q="convocatorias vigentes")


def test_twinned_with_spain(client):
    respuesta = client.get(reverse("redes"), {"q": "hermanamiento con españa"})
    assert respuesta.context["pagina"].paginator.count == 14  # rows of hermanamientos.csv with ES
    assert "pamplona-pamplona-iruna-es" in slugs(client, q="hermanamiento con españa")


@pytest.mark.parametrize("escrito", ["medio ambiente", "medioambiente sostenible"])
def test_a_theme_by_its_name_gives_those_that_have_it(client, escrito):
    halladas = Entrada.objects.in_bulk(slugs(client, q=escrito))
    assert len(halladas) > 5
    assert all("medio-ambiente-sostenible" in fila.temas for fila in list(halladas.values())[:10])


def test_what_ended_is_last_and_says_what_replaced_it(client):
    todas = client.get(reverse("redes"), {"q": "agencia"}).context["pagina"].paginator
    lineas = [linea for numero in todas.page_range for linea in todas.page(numero).object_list]
    terminadas = [any(texto == "ya no funciona" for texto, _tono in linea.marcas) for linea in lineas]
    assert any(terminadas)
    assert terminadas == sorted(terminadas)
    assert "APC-Colombia" in client.get(reverse("red", args=["accion-social"])).content.decode()


def test_mended_queries_say_so_and_hopeless_ones_have_a_way_out(client):
    assert "«ciudades hermanas»" in client.get(reverse("redes"), {"q": "ciudades ermanas"}).content.decode()
    assert "tiene algunas de ellas" in client.get(reverse("redes"), {"q": "unesco telarañas"}).content.decode()
    assert "Ver todo el directorio" in client.get(reverse("redes"), {"q": "zzzz"}).content.decode()


def test_facets_count_what_is_there(client):
    """Each count is compared with the table, value by value, with something chosen in two facets."""
    respuesta = client.get(reverse("redes"), {"tema": ["educacion", "seguridad"], "clase": "red"})
    facetas = {
        cuadro.nombre: {uno.valor: uno.cuantas for uno in cuadro.valores} for cuadro in respuesta.context["facetas"]
    }
    base = Entrada.objects.filter(clase="red")
    con_tema = base.filter(temas__overlap=["educacion", "seguridad"])
    assert respuesta.context["pagina"].paginator.count == con_tema.count()
    assert facetas["tema"]["patrimonio-cultural"] == base.filter(temas__contains=["patrimonio-cultural"]).count()
    assert (
        facetas["clase"]["agencia"]
        == Entrada.objects.filter(clase="agencia", temas__overlap=["educacion", "seguridad"]).count()
    )
    for faceta, columna in (("cuota", "cuota"), ("ambito", "ambito"), ("pais", "sede_pais"), ("estado", "estado")):
        esperadas = {v: con_tema.filter(**{columna: v}).count() for v in con_tema.values_list(columna, flat=True) if v}
        assert facetas[faceta] == esperadas, faceta
    assert facetas["ods"][11] == con_tema.filter(ods__contains=[11]).count()
    assert facetas["verificado"]["no"] == con_tema.filter(verificado=False).count()


def test_the_list_is_drawn_in_five_queries_and_nonsense_is_ignored(client, tope_consultas):
    catalogo()
    memoria.al_dia()
    for pedido in ({}, {"pagina": 4}, {"q": "red", "tema": "educacion"}, {"clase": "hermanamiento", "pagina": "9999"}):
        with tope_consultas(5):
            assert client.get(reverse("redes"), pedido).context["pagina"].object_list
    assert "Escriba al menos una letra" in client.get(reverse("redes"), {"q": "🙂🌎"}).content.decode()
    respuesta = client.get(
        reverse("redes"), {"ods": ["x", "9" * 5000], "clase": "<script>", "pagina": "mil", "q": "%_'"}
    )
    assert respuesta.status_code == 200
    assert "<script>alert" not in respuesta.content.decode()


def test_filters_that_exclude_everything_say_how_many_there_are_without_them(client):
    pagina = client.get(reverse("redes"), {"q": "giz", "pais": "JP"}).content.decode()
    assert "Los filtros no dejan ver nada" in pagina
    assert "Sin ellos hay 1 resultado." in pagina
    assert 'href="?q=giz"' in pagina
