"""The machinery of the browser tests: a portal answers, sends its files, and opens sessions."""


def test_portal_answers_and_serves_static_files(portal_lectura, abrir):
    pagina = abrir(portal_lectura)
    assert pagina.goto("/salud/").status == 200
    assert pagina.goto("/static/css/portal.css").status == 200


def test_session_command_logs_in(portal, abrir):
    crear = "from cuentas.models import Usuario as U; U.objects.create_user('ana@ejemplo.co', rol_fcm='coordinador')"
    portal.python(crear)
    pagina = abrir(portal, "ana@ejemplo.co")
    assert pagina.goto("/admin/").status == 200
    assert portal.correos() == []
