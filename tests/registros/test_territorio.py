"""A town files, completes, corrects and withdraws what ties it to the world; nobody else touches it."""

import uuid

import pytest
from django.urls import reverse

from guardado.models import Archivo, Desencuentro
from redes.models import Hermanamiento, Membresia
from redes.registros.situacion import Situacion, situacion
from tests.registros.conftest import pdf

pytestmark = [pytest.mark.django_db, pytest.mark.datos("referencia")]
IRUNA = "pamplona-pamplona-iruna-es"
NUEVO = reverse("registro_nuevo", args=["54518", "hermanamientos"])
SUYO = reverse("registro", args=["54518", "hermanamientos", IRUNA])


def acuerdo(**otros):
    """Give a complete twinning as its form sends it."""
    base = {"ciudad": "Bayona", "pais": "FR", "tipo_acuerdo": "hermanamiento", "fecha": "2019-05-04"}
    return {**base, "temas": ["educacion"], "clave": str(uuid.uuid4()), "archivo": pdf(), **otros}


def vistos(cliente, direccion):
    """Give the fields of a page as drawn: what is stored, with the digests its reader has seen."""
    formulario = cliente.get(direccion).context["formularios"][0]
    datos = {}
    for nombre in formulario.fields:
        campo = formulario[nombre]
        datos[campo.nombre_visto] = campo.visto
        if nombre != "archivo" and campo.value() not in (None, ""):
            datos[nombre] = campo.value()
    return datos


def test_alicia_files_a_twinning_once_and_nobody_outside_reads_it(gente):
    datos = acuerdo()
    for _vez in range(2):
        assert gente.alicia.post(NUEVO, datos | {"archivo": pdf()}).status_code == 302
    fila = Hermanamiento.objects.get(ciudad="Bayona")
    assert [fila.territorio_id, fila.anio, fila.temas] == ["54518", 2019, ["educacion"]]
    assert situacion(fila) == Situacion.POR_CONFIRMAR
    assert fila.declarado_por == gente.alicia.usuario
    suya = reverse("registro", args=["54518", "hermanamientos", fila.slug])
    documento = reverse("archivo", args=[fila.archivo.clave])
    llegan = {
        quien: [getattr(gente, quien).get(pagina).status_code for pagina in (suya, documento)]
        for quien in ("alicia", "luz", "ana", "carlos", "dora", "nadie")
    }
    assert llegan == {
        "alicia": [200, 200], "luz": [200, 200], "ana": [200, 200],
        "carlos": [404, 404], "dora": [404, 404], "nadie": [302, 302],
    }  # fmt: skip
    assert gente.nadie.get(reverse("hermanamiento", args=[fila.slug])).status_code == 404
    for publica in (reverse("hermanamientos") + "?pais=FR", reverse("territorio_publico", args=["54518"])):
        assert "Bayona" not in gente.nadie.get(publica).content.decode()
    # In another town the same key of a form is another form.
    assert gente.carlos.post(NUEVO.replace("54518", "66001"), datos | {"archivo": pdf()}).status_code == 302
    assert Hermanamiento.objects.filter(ciudad="Bayona").count() == 2


@pytest.mark.parametrize(
    ("cambia", "campo", "dice"),
    [
        ({"archivo": pdf("acta.pdf", b"MZ\x90\x00 un programa")}, "archivo", "no es un PDF"),
        ({"archivo": pdf("vacio.pdf", b"")}, "archivo", "vacío"),
        ({"archivo": ""}, "archivo", "Adjunte el documento"),
        ({"pais": "CO"}, "pais", "CO"),
        ({"pais": "KX"}, "pais", "KX"),
        ({"tipo_acuerdo": "inventado"}, "tipo_acuerdo", "inventado"),
        ({"fecha": "", "anio": ""}, "fecha", "Escriba la fecha"),
        ({"fecha": "", "anio": "99999"}, "anio", "9999"),
        ({"ciudad": "PAMPLONA / iruna", "pais": "ES"}, "ciudad", "ya está en el registro"),
        ({"enlace": "javascript:alert(1)"}, "enlace", ""),
        ({"temas": ["inventado"]}, "temas", "inventado"),
    ],
)
def test_bad_input_is_a_sentence_and_keeps_what_was_typed(gente, cambia, campo, dice):
    respuesta = gente.alicia.post(NUEVO, acuerdo(nota="Lo que escribí") | cambia)
    assert respuesta.status_code == 200
    assert dice in " ".join(respuesta.context["formulario"].errors[campo])
    assert "Lo que escribí" in respuesta.content.decode()
    assert not Hermanamiento.objects.filter(ciudad="Bayona").exists()
    assert not Archivo.objects.exists()


def test_a_loaded_twinning_is_completed_all_or_nothing(gente):
    datos = vistos(gente.alicia, SUYO) | {"temas": ["educacion"]}
    respuesta = gente.alicia.post(SUYO, datos)  # without a document
    assert "archivo" in respuesta.context["formularios"][0].errors
    fila = Hermanamiento.objects.get(pk=IRUNA)
    assert [situacion(fila), fila.temas] == [Situacion.VERIFICADO, []]
    assert gente.alicia.post(SUYO, datos | {"archivo": pdf()}).status_code == 302
    fila.refresh_from_db()
    assert [situacion(fila), fila.temas, fila.verificado_por] == [Situacion.POR_CONFIRMAR, ["educacion"], ""]
    assert gente.nadie.get(reverse("hermanamiento", args=[IRUNA])).status_code == 404
    # What was loaded is not the town's to withdraw, but its own change is to drop.
    mover = [
        reverse("registro_mover", args=["54518", "hermanamientos", IRUNA, paso]) for paso in ("retirar", "deshacer")
    ]
    gente.alicia.post(mover[0])
    fila.refresh_from_db()
    assert situacion(fila) == Situacion.POR_CONFIRMAR
    gente.alicia.post(mover[1])
    fila.refresh_from_db()
    assert [situacion(fila), fila.temas, fila.archivo] == [Situacion.VERIFICADO, [], None]
    assert gente.nadie.get(reverse("hermanamiento", args=[IRUNA])).status_code == 200


def test_two_people_of_a_town_lose_no_text(gente):
    uno, otro = vistos(gente.alicia, SUYO), vistos(gente.alicia, SUYO)
    gente.alicia.post(SUYO, uno | {"nota": "La nota de Alicia", "archivo": pdf()})
    respuesta = gente.alicia.post(SUYO, otro | {"nota": "La nota de Beto", "archivo": pdf("otro.pdf")})
    # Its document is another by now: the second writer is told so and keeps the text.
    assert "Otra persona cambió el documento" in respuesta.content.decode()
    assert "La nota de Beto" in respuesta.content.decode()
    respuesta = gente.alicia.post(SUYO, otro | {"nota": "La nota de Beto"})
    assert Hermanamiento.objects.get(pk=IRUNA).nota == "La nota de Alicia"
    assert Desencuentro.objects.get().valor == "La nota de Beto"


def test_a_membership_needs_an_entry_and_is_one_for_each_network(gente):
    nueva = reverse("registro_nuevo", args=["54518", "membresias"])
    assert gente.alicia.get(nueva).url == reverse("membresia_buscar", args=["54518"])
    assert (
        "Mercociudades"
        in gente.alicia.get(reverse("membresia_buscar", args=["54518"]) + "?q=mercociudades").content.decode()
    )
    datos = {"desde": "2020-01-01", "pagada_hasta": "2021-01-01", "acto": "Acuerdo 1 de 2020"}
    for _vez in range(2):
        respuesta = gente.alicia.post(
            f"{nueva}?entrada=mercociudades", datos | {"clave": str(uuid.uuid4()), "archivo": pdf()}
        )
    assert "ya está registrada" in respuesta.content.decode()
    fila = Membresia.objects.get(territorio="54518")
    assert "cuota vencida" in gente.alicia.get(reverse("registros", args=["54518"])).content.decode()
    Membresia.objects.filter(pk=fila.pk).update(verificado=True)
    suya = reverse("registro", args=["54518", "membresias", fila.clave])
    gente.alicia.post(suya, vistos(gente.alicia, suya) | {"pagada_hasta": "2030-01-01"})
    fila.refresh_from_db()
    assert [situacion(fila), fila.pagada_hasta.year] == [Situacion.CONFIRMADO, 2030]  # dues ask nobody
    gente.alicia.post(suya, vistos(gente.alicia, suya) | {"acto": "Acuerdo 2 de 2020"})
    fila.refresh_from_db()
    assert situacion(fila) == Situacion.POR_CONFIRMAR
    # Withdrawn, filed again, and the first cannot come back beside the second.
    mover = reverse("registro_mover", args=["54518", "membresias", fila.clave, "retirar"])
    gente.alicia.post(mover)
    gente.alicia.post(f"{nueva}?entrada=mercociudades", datos | {"clave": str(uuid.uuid4()), "archivo": pdf()})
    respuesta = gente.alicia.post(mover.replace("retirar", "restaurar"), follow=True)
    assert "Ya hay otra membresía" in respuesta.content.decode()
    assert Membresia.objects.filter(territorio="54518", retirado_en=None).count() == 1


def test_text_for_a_withdrawn_row_waits(gente):
    gente.alicia.post(NUEVO, acuerdo())
    fila = Hermanamiento.objects.get(ciudad="Bayona")
    suya = reverse("registro", args=["54518", "hermanamientos", fila.slug])
    datos = vistos(gente.alicia, suya)
    gente.alicia.post(reverse("registro_mover", args=["54518", "hermanamientos", fila.slug, "retirar"]))
    gente.alicia.post(suya, datos | {"nota": "Escrito en otra pestaña"})
    fila.refresh_from_db()
    assert [situacion(fila), fila.nota] == [Situacion.RETIRADO, ""]
    assert Desencuentro.objects.get().valor == "Escrito en otra pestaña"


def test_only_those_who_write_in_the_town_move_its_rows(gente):
    mover = reverse("registro_mover", args=["54518", "hermanamientos", IRUNA, "retirar"])
    paginas = (NUEVO, SUYO, mover)
    manda = {
        quien: [getattr(gente, quien).post(pagina, {}).status_code for pagina in paginas]
        for quien in ("luz", "ana", "carlos", "dora")
    }
    assert manda == {"luz": [403] * 3, "ana": [403] * 3, "carlos": [404] * 3, "dora": [404] * 3}
    for mala in ("cosas/nuevo/", "hermanamientos/no-hay/", "membresias/no-es-una-clave/"):
        assert gente.alicia.get(reverse("registros", args=["54518"]) + mala).status_code == 404
