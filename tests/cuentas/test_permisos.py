"""Who may see and do what in a territory."""

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404

from cuentas.models import Rol
from cuentas.permisos import territorio_para, territorio_que_gestiona, territorios_de, territorios_por_revisar
from tests.cuentas.mundo import entrar, vincular

pytestmark = [pytest.mark.django_db, pytest.mark.datos("nada")]


def codigos(filas):
    return set(filas.values_list("pk", flat=True))


def test_stranger_gets_404_and_lower_role_403(pais):
    with pytest.raises(Http404):
        territorio_para(pais.extrana, "54518")
    with pytest.raises(Http404):
        territorio_para(pais.alcaldesa, "99999")
    with pytest.raises(PermissionDenied):
        territorio_para(pais.lectora, "54518", Rol.EDICION)
    with pytest.raises(PermissionDenied):
        territorio_para(pais.enlace, "54518", Rol.RESPONSABLE)
    territorio = territorio_para(pais.enlace, "54518", Rol.EDICION)
    assert (territorio.mi_rol, territorio.mi_rol_de) == ("edicion", pais.enlace.pk)


def test_a_department_is_not_a_working_territory(pais):
    with pytest.raises(Http404):
        territorio_para(pais.coordinadora, "54")


def test_advisor_reads_by_department_or_territory_and_never_writes(pais):
    assert codigos(territorios_de(pais.asesora)) == {"54518", "54520"}
    assert codigos(territorios_de(pais.otro_asesor)) == {"52001"}
    assert territorio_para(pais.asesora, "54518").mi_rol is None
    with pytest.raises(PermissionDenied):
        territorio_para(pais.asesora, "54518", Rol.EDICION)
    with pytest.raises(PermissionDenied):
        territorio_que_gestiona(pais.asesora, "54518")


def test_coordination_sees_the_country_and_manages_people_but_does_not_write(pais):
    assert codigos(territorios_de(pais.coordinadora)) == {"54518", "54520", "52001", "25483"}
    assert territorio_que_gestiona(pais.coordinadora, "54518").pk == "54518"
    with pytest.raises(PermissionDenied):
        territorio_para(pais.coordinadora, "54518", Rol.EDICION)


def test_nobody_reviews_where_they_have_a_vinculacion(pais):
    vincular(pais.asesora, pais.pamplona, Rol.LECTURA)
    vincular(pais.coordinadora, pais.pasto, Rol.EDICION)
    assert codigos(territorios_por_revisar(pais.asesora)) == {"54520"}
    assert "52001" not in codigos(territorios_por_revisar(pais.coordinadora))
    assert not territorios_por_revisar(pais.alcaldesa).exists()


def test_ended_vinculacion_and_closed_account_have_no_access(pais):
    vinculacion = pais.enlace.vinculaciones.get()
    vinculacion.hasta = vinculacion.desde
    vinculacion.save()
    with pytest.raises(Http404):
        territorio_para(pais.enlace, "54518")
    pais.alcaldesa.is_active = False
    pais.alcaldesa.save()
    assert not territorios_de(pais.alcaldesa).exists()


def test_former_advisor_sees_nothing_though_assignments_remain(pais):
    pais.asesora.rol_fcm = ""
    pais.asesora.save()
    assert not territorios_de(pais.asesora).exists()
    assert not territorios_por_revisar(pais.asesora).exists()


@pytest.mark.parametrize("ruta", ["/tablero/", "/tablero.csv", "/gente/", "/gente/solicitudes/"])
def test_coordination_pages(pais, ruta, client):
    assert entrar(pais.coordinadora).get(ruta).status_code == 200
    for otra in (pais.asesora, pais.alcaldesa, pais.nueva):
        assert entrar(otra).get(ruta).status_code == 403
    respuesta = client.get(ruta)
    assert respuesta.status_code == 302
    assert respuesta["Location"].startswith("/cuenta/entrar/?next=")


def test_admin_is_for_the_coordination(pais, client):
    assert entrar(pais.coordinadora).get("/admin/").status_code == 200
    assert entrar(pais.coordinadora).get("/admin/cuentas/usuario/").status_code == 200
    assert entrar(pais.asesora).get("/admin/").status_code == 403
    respuesta = client.get("/admin/", follow=True)
    assert respuesta.redirect_chain[-1][0].startswith("/cuenta/entrar/")
