"""The FCM keeps the texts of the guide: marks need a source, two editors lose nothing, and there is a way back."""

import pytest
from django.conf import settings
from django.urls import reverse

from agenda.models import Version
from cuentas.models import RolFcm, Usuario
from diagnostico.models import Cuestionario, Diagnostico
from fcm_portal.carga.referencia import cargar
from guardado.huella import huella
from guardado.models import Desencuentro
from guia.catalogo import catalogo, olvidar
from guia.models import Ficha, Termino

pytestmark = [pytest.mark.django_db, pytest.mark.datos("referencia")]
PIENSE = "/guia/edicion/pasos/piense/"
CAMPOS = ("nombre", "texto", "hoy", "hoy_verificado", "hoy_fuente", "hoy_en")


@pytest.fixture(autouse=True)
def sin_memoria():
    """Begin and end without a kept catalogue."""
    olvidar()
    yield
    olvidar()


@pytest.fixture
def marta(client):
    """Let Marta, of the coordination, in."""
    persona = Usuario.objects.create_user(
        "marta@fcm.test",
        nombre="Marta Ruiz",
        cargo="Coordinadora",
        dependencia="Cooperación",
        rol_fcm=RolFcm.COORDINADOR,
    )
    client.force_login(persona)
    return client


def ficha(slug="piense", bloque="pasos") -> Ficha:
    """Give a card as it is stored."""
    return Ficha.objects.get(slug=slug, bloque__slug=bloque)


def enviar(client, vista: Ficha, direccion=PIENSE, boton="", **cambios):
    """Post the form of a card as a browser would, drawn when the card was ``vista``."""
    datos = {campo: getattr(vista, campo) for campo in CAMPOS}
    datos = {campo: "" if valor is None else str(valor) for campo, valor in datos.items()} | cambios
    datos |= {f"visto-{campo}": huella(getattr(vista, campo)) for campo in CAMPOS}
    return client.post(direccion, datos | ({boton: "1"} if boton else {}))


def test_an_edit_is_read_at_once_and_never_becomes_markup(marta, client):
    catalogo()
    enviar(marta, ficha(), texto="Únase con <b>vecinos</b> <script>alert(1)</script>")
    pagina = client.get("/guia/pasos/").content.decode()
    assert "Únase con &lt;b&gt;vecinos&lt;/b&gt; &lt;script&gt;" in pagina
    assert "Únase con &lt;b&gt;" in client.get("/guia/imprimir/").content.decode()
    assert catalogo().pasos["piense"].texto.startswith("Únase con <b>")


def test_an_edit_of_another_process_is_seen_by_the_pages_of_the_guide(client):
    client.get("/guia/")
    Ficha.objects.filter(slug="piense", bloque__slug="pasos").update(nombre="Con sus vecinos")
    assert "Con sus vecinos" in client.get("/guia/").content.decode()


@pytest.mark.parametrize(
    ("cambios", "campo", "dice"),
    [
        ({"hoy_verificado": "True", "hoy": "Otra."}, "hoy_fuente", "Escriba dónde se leyó"),
        ({"hoy_verificado": "True", "hoy": "Otra.", "hoy_fuente": "Ley 1"}, "hoy_en", "Escriba el día"),
        ({"hoy": "Otra.", "hoy_fuente": "Ley 1", "hoy_en": "2999-01-01"}, "hoy_en", "Ese día no ha llegado"),
        ({"hoy_verificado": "", "hoy": "Otra."}, "hoy_verificado", "Diga si alguien leyó"),
        ({"hoy": ""}, "hoy_verificado", "No hay nota que marcar"),
        ({"texto": ""}, "texto", "Complete este dato"),
        ({"texto": "a" * 2001}, "texto", "2000"),
    ],
)
def test_a_note_says_who_read_what_and_when_or_is_not_kept(marta, cambios, campo, dice):
    antes = ficha()
    respuesta = enviar(marta, antes, **cambios)
    assert respuesta.status_code == 200
    errores = respuesta.context["formulario"].errors
    assert dice in str(errores[campo])
    assert ficha().hoy == antes.hoy
    assert ficha().hoy_verificado is antes.hoy_verificado
    typed = cambios.get("hoy") or cambios.get("texto")
    assert typed is None or typed in respuesta.content.decode()


def test_a_verified_note_shows_its_source_and_an_unverified_one_says_so(marta, client):
    nota = {"hoy": "Nota nueva.", "hoy_verificado": "True", "hoy_fuente": "Ley 1454, art. 3", "hoy_en": "2026-10-01"}
    assert enviar(marta, ficha(), **nota).status_code == 302
    pagina = client.get("/guia/pasos/").content.decode()
    assert "Ley 1454, art. 3" in pagina
    assert "Leída el 1 de octubre de 2026" in pagina
    enviar(marta, ficha(), hoy_verificado="False")
    trozo = client.get("/guia/pasos/").content.decode().split('id="piense"')[1].split("</section>")[0]
    assert "sin verificar" in trozo


def test_two_editors_lose_nothing(marta, client):
    vista = ficha()
    enviar(marta, vista, texto="Lo que escribió Marta.")
    client.force_login(Usuario.objects.create_user("luis@fcm.test", cargo="Asesor", rol_fcm=RolFcm.ASESOR))
    pagina = enviar(client, vista, texto="Lo que escribió Luis.").content.decode()
    assert "Lo que escribió Marta." in pagina
    assert "Lo que escribió Luis." in pagina
    assert ficha().texto == "Lo que escribió Marta."
    choque = Desencuentro.objects.get()
    assert (choque.territorio_id, choque.valor) == (None, "Lo que escribió Luis.")
    client.post(PIENSE, {"desencuentro": f"{choque.clave}:mio:{huella(ficha().texto)}"})
    assert ficha().texto == "Lo que escribió Luis."


def test_what_a_colleague_wrote_meanwhile_is_not_the_other_ones_to_mend(marta):
    vista = ficha()  # loaded as read, without a source
    nota = {"hoy": "Nota de Marta.", "hoy_fuente": "Ley 1454", "hoy_en": "2026-10-01"}
    assert enviar(marta, vista, **nota).status_code == 302
    assert enviar(marta, vista, texto="Solo el texto.").status_code == 302
    assert (ficha().texto, ficha().hoy, ficha().hoy_fuente) == ("Solo el texto.", "Nota de Marta.", "Ley 1454")


def test_a_preview_keeps_nothing(marta):
    pagina = enviar(marta, ficha(), boton="previa", texto="Así se leería.").content.decode()
    assert pagina.count("Así se leería.") >= 2
    assert "Todavía no está guardado" in pagina
    assert ficha().texto != "Así se leería."


def test_history_says_from_to_when_and_which_office_and_leads_back(marta):
    primero = ficha()
    enviar(marta, primero, texto="Segundo texto.")
    pagina = marta.get(PIENSE)
    pasos = pagina.context["historia"]
    assert [paso.actual for paso in pasos] == [True, False]
    assert pasos[0].cambios == [("texto", primero.texto, "Segundo texto.")]
    assert pasos[0].quien == "Coordinadora, Cooperación"
    assert "Marta Ruiz" not in pagina.content.decode().split('id="historia"')[1].split("</section>")[0]
    vistos = {f"visto-{campo}": huella(getattr(ficha(), campo)) for campo in CAMPOS}
    marta.post(PIENSE, {"volver": pasos[1].numero, **vistos})
    assert ficha().texto == primero.texto
    assert len(marta.get(PIENSE).context["historia"]) == 3
    for ajeno in (str(10**9), "x"):
        assert marta.post(PIENSE, {"volver": ajeno, **vistos}).status_code == 404


def test_going_back_over_an_unseen_change_waits_for_a_choice(marta):
    vista, inicial = ficha(), marta.get(PIENSE).context["historia"][-1].numero
    enviar(marta, vista, texto="Segundo.")
    viejos = {f"visto-{campo}": huella(getattr(ficha(), campo)) for campo in CAMPOS}
    enviar(marta, ficha(), texto="Tercero.")
    marta.post(PIENSE, {"volver": inicial, **viejos})
    assert ficha().texto == "Tercero."
    assert Desencuentro.objects.get().valor == vista.texto


def test_the_list_counts_what_to_look_at(marta):
    def nombres(**filtros):
        pagina = marta.get(reverse("edicion_guia"), filtros)
        return {pieza.nombre for pieza in pagina.context["pagina"].paginator.object_list}

    todas = nombres()
    assert {"En región", "Las cuatro modalidades", "Objetivos de Desarrollo Sostenible (ODS)"} <= todas
    assert nombres(estado="editadas") == set()
    enviar(marta, ficha(), texto="Otro texto.")
    assert nombres(estado="editadas") == {"En región"}
    assert "Construya" not in nombres(estado="sin-verificar")
    assert "Posible" in nombres(estado="sin-verificar", parte="idea-central")
    assert nombres(q="REGION vecinos", parte="pasos") == set()
    assert nombres(q="otro texto", parte="pasos") == {"En región"}
    assert "Ningún texto cumple eso" in marta.get(reverse("edicion_guia"), {"q": "xyzzy"}).content.decode()


def test_a_term_is_edited_with_its_source_and_keeps_its_address(marta, client):
    termino = Termino.objects.get(pk="hermanamiento")
    datos = {
        "termino": "Hermanamiento de ciudades",
        "sigla": "",
        "definicion": "Acuerdo.",
        "fuente": "",
        "verificado": "on",
    }
    vistos = {f"visto-{campo}": huella(getattr(termino, campo)) for campo in datos}
    direccion = reverse("termino_editar", args=[termino.pk])
    assert "Escriba dónde se leyó" in marta.post(direccion, datos | vistos).content.decode()
    assert marta.post(direccion, datos | {"fuente": "OIDP, 2020"} | vistos).status_code == 302
    termino.refresh_from_db()
    assert (termino.termino, termino.verificado) == ("Hermanamiento de ciudades", True)
    assert termino.clave_busqueda == "hermanamiento de ciudades"
    assert "Hermanamiento de ciudades" in client.get("/guia/glosario/", {"q": "ciudades"}).content.decode()


def test_the_next_load_keeps_what_was_edited(marta):
    enviar(marta, ficha(), texto="Texto de la Federación.")
    cargar(settings.BASE_DIR / "fixtures")
    assert ficha().texto == "Texto de la Federación."


@pytest.mark.datos("demostracion")
def test_what_is_frozen_does_not_change_with_the_guide(client):
    publicas = ["/agendas/54518/2024-2027/", "/agendas/54518/2024-2027/v2/plan/"]
    antes = [client.get(pagina).content for pagina in publicas]
    congelado = [
        list(Version.objects.order_by("pk").values_list("sha256", "contenido")),
        list(Cuestionario.objects.order_by("pk").values_list("contenido", flat=True)),
        list(Diagnostico.objects.order_by("pk").values_list("resultado", flat=True)),
    ]
    client.force_login(Usuario.objects.get(email="enlace@pamplona.demo"))
    resultado = client.get("/panel/54518/diagnostico/resultado/2/").context["resultado"]
    Ficha.objects.exclude(bloque=None).update(nombre="Nombre de después", texto="Texto de después")
    olvidar()
    assert client.get("/panel/54518/diagnostico/resultado/2/").context["resultado"] == resultado
    client.logout()
    for pagina, contenido in zip(publicas, antes, strict=True):
        despues = client.get(pagina)
        assert b"Texto de despu" not in despues.content
        assert len(contenido) == len(despues.content)
    assert congelado == [
        list(Version.objects.order_by("pk").values_list("sha256", "contenido")),
        list(Cuestionario.objects.order_by("pk").values_list("contenido", flat=True)),
        list(Diagnostico.objects.order_by("pk").values_list("resultado", flat=True)),
    ]
