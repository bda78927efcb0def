"""What is recommended to real towns from the directory as it is loaded, and the page that shows it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from django.test import Client

from agenda.models import Accion, Agenda
from cuentas.models import Usuario
from diagnostico.perfil import diagnostico_vigente, perfil, perfiles
from diagnostico.recomendadas import recomendar
from diagnostico.resultado import resultado
from diagnostico.siguientes import siguientes
from redes.afinidad import candidatas, miembros_conocidos, separar
from redes.afinidad.lugares import lugares
from redes.models import Convocatoria, Membresia
from territorio.models import Territorio

HOY = dt.date(2026, 11, 23)
TURISMO, AMBIENTE = {"promocion-turismo", "patrimonio-cultural"}, {"medio-ambiente-sostenible"}
# town: its themes, what an expert expects among the first, and what would make her laugh
PUEBLOS = {
    "05364": (TURISMO, {"cittaslow", "fontur"}, {"wccf", "ocpm", "metropolis", "mejores-pueblos-turisticos"}),
    "54518": (TURISMO, {"pueblos-patrimonio", "fontur"}, {"cittaslow", "rap-eje-cafetero", "ucci", "red-magallanica"}),
    "91001": (AMBIENTE, {"otca", "wwf-colombia"}, {"c40", "biodiverciudades", "rap-eje-cafetero", "aci-medellin"}),
    "52835": (
        {"desarrollo-economico-local"},
        {"zif", "agencia-renovacion-territorio"},
        {"skew", "famsi", "riet", "fnd"},
    ),
    "66001": (TURISMO, {"paisaje-cultural-cafetero", "rap-eje-cafetero"}, {"zif", "mejores-pueblos-turisticos"}),
    "05001": ({"desarrollo-urbano"}, {"ucci", "asocapitales"}, {"c40", "metropolis", "aci-medellin", "asointermedias"}),
    "25754": ({"desarrollo-urbano"}, {"asointermedias"}, {"asocapitales", "asoareas", "platforma", "metropolis"}),
    "27001": ({"educacion"}, {"esap"}, {"ciudades-aprendizaje-unesco", "red-aprendizaje-colombia", "fcm"}),
    "15135": (AMBIENTE, {"mcr2030"}, {"cites-unies-france", "aics", "otca", "invest-in-bogota"}),
    "88001": (TURISMO, {"fontur"}, {"probarranquilla", "fons-catala", "usaid", "urb-al"}),
}


@pytest.mark.django_db
@pytest.mark.datos("referencia")
def test_ten_towns_get_what_an_expert_expects_and_nothing_to_laugh_at(django_assert_max_num_queries):
    for codigo, (temas, primeras, absurdas) in PUEBLOS.items():
        territorio = Territorio.objects.select_related("departamento").get(pk=codigo)
        suyo = replace(perfil(territorio), temas=frozenset(temas))
        with django_assert_max_num_queries(12):
            dadas = recomendar(suyo, HOY)
        mostradas = [a.entrada.slug for a in (*dadas.redes, *dadas.agencias)]
        assert primeras <= set(mostradas), (codigo, primeras - set(mostradas))
        assert not absurdas & set(mostradas), (codigo, absurdas & set(mostradas))
        # enough difference between them to choose
        assert len({a.puntos for a in dadas.redes}) >= len(dadas.redes) // 3, codigo
        assert all(a.razones for a in (*dadas.redes, *dadas.agencias)), codigo


@pytest.mark.django_db
@pytest.mark.datos("referencia")
def test_confirmed_members_count_and_those_filed_only_for_their_town():
    pamplona = Territorio.objects.get(pk="54518")
    Membresia.objects.create(
        territorio_id="54172", entrada_id="aice", verificado=True, declarado_en="2026-01-01T00:00Z"
    )
    Membresia.objects.create(territorio_id="54001", entrada_id="aice", declarado_en="2026-01-01T00:00Z")
    Membresia.objects.create(territorio_id="54518", entrada_id="uim", declarado_en="2026-01-01T00:00Z")
    Membresia.objects.create(
        territorio_id="54518", entrada_id="oidp", declarado_en="2026-01-01T00:00Z", devuelto="No hay documento."
    )
    suyo = replace(perfil(pamplona), temas=frozenset({"educacion", "democracia-participacion", "gobernabilidad"}))
    dadas = candidatas(suyo)
    conocidos = miembros_conocidos(dadas)
    assert {m.codigo for m in conocidos["aice"]} == {"54172"}
    separadas = separar(suyo, dadas, {}, conocidos)
    assert "uim" in {e.slug for e in separadas.ya_tiene}
    de_aice = next(a for a in separadas.afines if a.entrada.slug == "aice")
    assert any("Chinácota" in razon for razon in de_aice.razones)
    assert "oidp" in {a.entrada.slug for a in separadas.afines}


@pytest.mark.django_db
def test_profiles_of_many_are_those_of_each(django_assert_num_queries):
    codigos = ["54518", "66001", "05001", "99001"]  # the last has no closed diagnostic
    lugares()  # in memory with the guide, as in any request but one a minute
    with django_assert_num_queries(6):
        juntos = {t.pk: p for t, p in perfiles(Territorio.objects.filter(pk__in=codigos))}
    assert sorted(juntos) == ["05001", "54518", "66001"]
    for codigo, suyo in juntos.items():
        assert perfil(Territorio.objects.get(pk=codigo)) == suyo


@pytest.mark.django_db
def test_the_page_offers_each_with_its_step_and_says_what_is_missing():
    cliente = Client()
    cliente.force_login(Usuario.objects.get(email="enlace@pamplona.demo"))
    pagina = cliente.get("/panel/54518/redes/").content.decode()
    assert "Red Turística de Pueblos Patrimonio" in pagina
    assert 'href="/agregar-aliado/pueblos-patrimonio/"' in pagina
    assert 'href="/agregar-convocatoria/demostracion-semillas-de-turismo/"' in pagina
    assert "Agua entre vecinos" not in pagina
    Usuario.objects.get(email="enlace@pamplona.demo").vinculaciones.update(territorio="54174")
    sin_nada = cliente.get("/panel/54174/redes/").content.decode()
    assert "Todavía no hay diagnóstico" in sin_nada


@pytest.mark.django_db
def test_one_step_makes_a_call_the_answer_of_an_action_and_never_takes_its_place():
    cliente = Client()
    cliente.force_login(Usuario.objects.get(email="enlace@pereira.demo"))
    accion = Accion.objects.vigentes().filter(objetivo__eje__agenda__territorio="66001").first()
    una, otra = "demostracion-semillas-de-turismo", "demostracion-ciudades-que-aprenden"
    for slug in (una, otra):
        cliente.post(f"/agregar-convocatoria/{slug}/", {"accion": str(accion.clave)})
    accion.refresh_from_db()
    assert accion.convocatoria == Convocatoria.objects.get(slug=una)
    cliente.post("/agregar-convocatoria/demostracion-agua-entre-vecinos/", {"accion": str(accion.clave)})
    assert cliente.post(f"/agregar-convocatoria/{una}/", {"accion": "nada"}).status_code == 302
    ajena = Accion.objects.filter(objetivo__eje__agenda__territorio="05001").first()
    assert cliente.post(f"/agregar-convocatoria/{una}/", {"accion": str(ajena.clave)}).status_code == 404


@pytest.mark.django_db
def test_who_cannot_add_is_told_why_and_what_ended_is_not_added():
    """An approved agenda, a reader, a town without agenda, the Federation; a form that was open when it was sent."""

    def dice(correo: str, direccion: str) -> str:
        cliente = Client()
        cliente.force_login(Usuario.objects.get(email=correo))
        return cliente.get(direccion).content.decode()

    for direccion in ("/agregar-aliado/cglu/", "/agregar-convocatoria/demostracion-semillas-de-turismo/"):
        assert "Pamplona: La agenda está aprobada. Para cambiarla" in dice("enlace@pamplona.demo", direccion)
        assert "Pamplona: su rol es de lectura" in dice("lectura@pamplona.demo", direccion)
        assert 'href="/panel/13001/agenda/2024-2027/">Comenzar la agenda' in dice("responsable@13001.demo", direccion)
        assert "Las agendas las escribe cada territorio" in dice("coordinacion@fcm.demo", direccion)
    assert "Hoy la reemplaza" in dice("enlace@pereira.demo", "/agregar-aliado/accion-social/")
    cliente = Client()
    cliente.force_login(Usuario.objects.get(email="enlace@pereira.demo"))
    accion = Accion.objects.vigentes().filter(objetivo__eje__agenda__territorio="66001").first()
    antes = accion.aliados.count()
    cliente.post("/agregar-aliado/accion-social/", {"accion": str(accion.clave)})
    Agenda.objects.filter(territorio="66001").update(estado="enviada")
    tarde = cliente.post("/agregar-aliado/cglu/", {"accion": str(accion.clave)}, follow=True)
    assert "ya no se puede cambiar" in tarde.content.decode()
    assert accion.aliados.count() == antes


@pytest.mark.django_db
def test_the_result_and_the_page_recommend_the_same_first():
    for codigo in ("54518", "66001", "05001", "52835"):
        territorio = Territorio.objects.get(pk=codigo)
        diagnostico = diagnostico_vigente(territorio)
        ahora = siguientes(territorio, diagnostico, resultado(diagnostico))
        pagina = recomendar(perfil(territorio, diagnostico), HOY)
        for clase in ("redes", "agencias"):
            assert [a.entrada.slug for a in ahora[clase]] == [a.entrada.slug for a in getattr(pagina, clase)[:5]]
