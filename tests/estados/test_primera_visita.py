"""First visits, empty lists that say what to do, and lists that do not grow without end."""

import pytest
from django.utils.timezone import now

from agenda.models import Agenda, Comentario
from cuentas.models import EstadoSolicitud, Rol, Solicitud, Usuario
from diagnostico.models import Actor, Antecedente
from redes.models import Contraparte
from tests.cuentas.mundo import entrar, persona, vincular

pytestmark = [pytest.mark.django_db, pytest.mark.datos("nada")]


def leer(usuario, ruta: str) -> str:
    return entrar(usuario).get(ruta).content.decode()


def test_a_person_without_a_town_is_guided_until_she_has_one(pais):
    texto = leer(pais.nueva, "/cuenta/solicitar/")
    assert "Así se empieza" in texto
    assert 'href="/autodiagnostico/"' in texto[texto.index("Así se empieza") :]
    Solicitud.objects.create(usuario=pais.nueva, territorio=pais.pasto, estado=EstadoSolicitud.PENDIENTE)
    assert "Mientras le responden" in leer(pais.nueva, "/cuenta/solicitar/")
    vincular(pais.nueva, pais.pasto, Rol.EDICION)
    assert "inicio-titulo" not in leer(pais.nueva, "/cuenta/solicitar/")


@pytest.mark.parametrize(
    ("quien", "dice"),
    [("alcaldesa", "Invite a un colega"), ("enlace", "Mire quién más está"), ("lectora", "Mire quién está a cargo")],
)
def test_an_empty_town_tells_each_role_how_to_begin(pais, quien, dice):
    texto = leer(getattr(pais, quien), "/panel/54518/")
    assert "Así se pone Pamplona de cara al mundo" in texto
    assert dice in texto


def test_an_advisor_with_nothing_to_look_after_is_told_who_gives_it(pais):
    sola = persona("sola@fcm.co", rol_fcm="asesor")
    for ruta in ("/revision/", "/panel/"):
        assert "Todavía no tiene territorios a cargo" in leer(sola, ruta)
    assert "Nada espera revisión" in leer(pais.asesora, "/revision/")


def test_the_coordination_of_an_empty_portal_is_told_where_to_begin(pais):
    assert "Invite a su equipo" in leer(pais.coordinadora, "/tablero/")
    assert "Invite a su equipo" not in leer(pais.coordinadora, "/tablero/?q=pasto")
    from territorio.models import Periodo

    Agenda.objects.create(territorio=pais.pasto, periodo=Periodo.objects.get())
    assert "Invite a su equipo" not in leer(pais.coordinadora, "/tablero/")


@pytest.mark.parametrize(
    ("quien", "ruta", "dice", "lleva"),
    [
        ("enlace", "/panel/54518/actores/", "Todavía no hay actores", "/panel/54518/actores/nuevo/"),
        ("enlace", "/panel/54518/memoria/", "Todavía no hay antecedentes", "/panel/54518/memoria/nuevo/"),
        ("enlace", "/panel/54518/contrapartes/", "Todavía no hay contrapartes", "/panel/54518/contrapartes/buscar/"),
        ("enlace", "/panel/54518/participaciones/", "No hay invitaciones", "/panel/54518/"),
        ("coordinadora", "/gente/solicitudes/", "Nadie espera respuesta", "/gente/"),
        ("coordinadora", "/tablero/?q=zzzz", "Ningún territorio cumple esos filtros", "/tablero/"),
        ("coordinadora", "/panel/?q=zzzz", "No encontramos «zzzz»", "/panel/"),
        ("asesora", "/revision/?q=zzzz", "Ninguna agenda con ese nombre", "/revision/"),
    ],
)
def test_an_empty_list_says_what_to_do(pais, quien, ruta, dice, lleva):
    texto = leer(getattr(pais, quien), ruta)
    vacio = texto[texto.index('class="vacio') :]
    assert dice in vacio
    assert f'href="{lleva}"' in vacio.split("</div>")[0]


def test_registers_are_read_by_pages(pais):
    Actor.objects.bulk_create(
        Actor(territorio=pais.pamplona, grupo="academia", organizacion=f"Actor {n:03}") for n in range(45)
    )
    Contraparte.objects.bulk_create(
        Contraparte(territorio=pais.pamplona, nombre=f"Ciudad {n:03}", tipo="gobierno-local", pais="ES")
        for n in range(45)
    )
    Antecedente.objects.bulk_create(
        Antecedente(territorio=pais.pamplona, titulo=f"Convenio {n:03}", tipo="convenio") for n in range(45)
    )
    for ruta, palabra in (("actores", "Actor 0"), ("contrapartes", "Ciudad 0"), ("memoria", "Convenio 0")):
        primera, segunda = (leer(pais.enlace, f"/panel/54518/{ruta}/?pagina={n}") for n in (1, 2))
        assert "Página 1 de 2" in primera
        assert (primera.count(f">{palabra}"), segunda.count(f">{palabra}")) == (30, 15)


def test_people_are_read_by_pages(pais):
    for n in range(30):
        vincular(persona(f"p{n}@pamplona.co"), pais.pamplona, Rol.LECTURA)
    texto = leer(pais.alcaldesa, "/panel/54518/personas/?pagina=2")
    assert "Página 2 de 2" in texto
    assert "aún no tiene persona responsable" not in leer(pais.lectora, "/panel/54518/personas/?pagina=2")


@pytest.mark.datos("demostracion")
def test_comments_are_read_by_pages_those_of_one_place_together():
    agenda = Agenda.objects.get(territorio="54518")
    agenda.comentarios.all().delete()
    Comentario.objects.bulk_create(
        Comentario(
            agenda=agenda, version=agenda.publicada, ancla=f"texto:{n % 2}", texto=f"Nota {n:03}.", entregado_en=now()
        )
        for n in range(60)
    )
    ruta = "/panel/54518/agenda/2024-2027/comentarios/"
    enlace = Usuario.objects.get(email="enlace@pamplona.demo")
    respuesta = entrar(enlace).get(ruta)
    assert respuesta.context["por_atender"] == 60
    primera = respuesta.content.decode()
    assert primera.count("Nota 0") == 20
    assert "Nota 001." not in primera
    ultimo = Comentario.objects.get(texto="Nota 059.")
    assert "Nota 059." in leer(enlace, f"{ruta}?c={ultimo.pk}")
    assert "Página 1 de 3" in leer(enlace, f"{ruta}?c={ultimo.pk}&pagina=1")
