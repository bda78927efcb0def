"""The FCM confirms what it read, or returns it with a reason; two at once, and a town that moves meanwhile."""

import datetime as dt

import pytest
from django.urls import reverse

from cuentas.models import Vinculacion
from redes.models import Hermanamiento, Membresia
from redes.registros.situacion import Situacion, huella_de, situacion

pytestmark = [pytest.mark.django_db, pytest.mark.datos("referencia")]
COLA = reverse("registros_por_confirmar")


def pendiente(codigo="54518", slug="pamplona-bayona-fr-0a1b2c3d", dias=3, **otros):
    """Give a twinning that waits since some days ago."""
    cuando = dt.datetime(2026, 11, 20, tzinfo=dt.UTC) - dt.timedelta(days=dias)
    return Hermanamiento.objects.create(
        slug=slug, territorio_id=codigo, ciudad=otros.pop("ciudad", "Bayona"), pais="FR", anio=2019,
        tipo_acuerdo="hermanamiento", enlace="https://bayonne.fr/acuerdo", declarado_en=cuando, **otros,
    )  # fmt: skip


def pagina(fila):
    """Give the page where an advisor reads a row."""
    return reverse("registro_revisar", args=["hermanamientos", fila.slug])


def decidir(cliente, fila, visto, decision="confirmar", motivo=""):
    """Give the page after a decision, with what it says."""
    datos = {"visto": visto, "decision": decision, "motivo": motivo}
    return cliente.post(pagina(fila), datos, follow=True).content.decode()


def test_the_queue_holds_both_registers_of_her_territories_oldest_first(gente):
    nuevo, viejo = pendiente(), pendiente(slug="pamplona-quebec-ca-00000001", ciudad="Quebec", dias=9)
    pendiente("66001", "pereira-lyon-fr-00000002", ciudad="Lyon")
    pendiente(slug="pamplona-pau-fr-00000003", ciudad="Pau", devuelto="No se lee.")
    membresia = Membresia.objects.create(
        territorio_id="54518", entrada_id="mercociudades", declarado_en=nuevo.declarado_en - dt.timedelta(days=1)
    )
    en_cola = [uno["id"] for uno in gente.ana.get(COLA).context["filas"]]
    assert en_cola == [viejo.slug, str(membresia.clave), nuevo.slug]
    assert [gente.dora.get(COLA).context["filas"], gente.alicia.get(COLA).status_code] == [[], 403]
    # Who belongs to the town does not confirm what it filed, and a stranger to it cannot even read it.
    Vinculacion.objects.create(usuario=gente.bea.usuario, territorio_id="54518")
    assert [gente.bea.get(COLA).context["filas"], gente.bea.get(pagina(nuevo)).status_code] == [[], 404]
    assert gente.dora.post(pagina(nuevo), {"visto": huella_de(nuevo), "decision": "confirmar"}).status_code == 404
    nuevo.refresh_from_db()
    assert situacion(nuevo) == Situacion.POR_CONFIRMAR


def test_confirmed_it_is_public_and_the_town_hears(gente, mailoutbox, django_capture_on_commit_callbacks):
    fila = pendiente()
    visto = gente.ana.get(pagina(fila)).context["visto"]
    with django_capture_on_commit_callbacks(execute=True):
        decidir(gente.ana, fila, visto)
    fila.refresh_from_db()
    assert [situacion(fila), fila.verificado_por] == [Situacion.CONFIRMADO, "Federación Colombiana de Municipios"]
    publica = gente.nadie.get(reverse("hermanamiento", args=[fila.slug])).content.decode()
    assert "Federación Colombiana de Municipios" in publica
    assert gente.ana.usuario.email not in publica
    assert [correo.to for correo in mailoutbox] == [["alicia@prueba.co"]]
    assert "Bayona, Francia" in mailoutbox[0].subject


def test_returned_the_town_reads_why_and_nobody_else(gente, mailoutbox, django_capture_on_commit_callbacks):
    fila = pendiente()
    visto = huella_de(fila)
    assert "campo__error" in decidir(gente.ana, fila, visto, "devolver")
    with django_capture_on_commit_callbacks(execute=True):
        decidir(gente.ana, fila, visto, "devolver", "La página del acuerdo no abre.")
    assert "La página del acuerdo no abre." in mailoutbox[0].body
    suya = reverse("registro", args=["54518", "hermanamientos", fila.slug])
    assert "La página del acuerdo no abre." in gente.luz.get(suya).content.decode()
    assert gente.nadie.get(reverse("hermanamiento", args=[fila.slug])).status_code == 404


@pytest.mark.parametrize(
    ("cambia", "dice"),
    [
        ({"ciudad": "Biarritz"}, "lo cambió mientras usted lo leía"),
        ({"retirado_en": dt.datetime(2026, 11, 22, tzinfo=dt.UTC)}, "lo retiró mientras usted lo leía"),
        ({"verificado": True}, "Ya estaba confirmado"),
        ({"devuelto": "Falta la firma."}, "Ya estaba devuelto"),
        ({"declarado_en": None}, None),
    ],
)
def test_only_what_was_read_is_confirmed(gente, mailoutbox, cambia, dice):
    fila = pendiente()
    visto = gente.ana.get(pagina(fila)).context["visto"]
    Hermanamiento.objects.filter(pk=fila.pk).update(**cambia)
    dicho = decidir(gente.ana, fila, visto)
    assert (dice in dicho) if dice else ("No encontramos" in dicho or "404" in dicho or "no existe" in dicho.lower())
    fila.refresh_from_db()
    assert [fila.verificado, fila.verificado_en, mailoutbox] == [cambia.get("verificado", False), None, []]
