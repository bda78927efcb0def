"""The states of a page that one address alone does not show: errors, clashes, empty, closed, long names, no line.

Each state: who, where, what is done there, and what must be seen at the end (a selector), which proves it is reached.
Steps: ``llenar`` a field · ``salir`` of it · ``marcar`` a box · ``enviar`` with a button (the browser's own validation
off) · ``abrir`` what is folded · ``ir`` to an address · ``por_detras`` a script on the database · ``sin_linea`` ·
``sin_sesion``.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.navegador.paginas import (
    ABIERTO,
    ACCION,
    AGENDA,
    ASESORA,
    COORDINACION,
    ENLACE,
    PAMPLONA,
    PEREIRA,
    PERIODO,
    RESPONSABLE,
    RESPONSABLE_ABIERTO,
)

PRINCIPAL = "main form[method=post] button[type=submit]"
CAMPO = "main form[data-guardado] :is(textarea, input[type=text])"
RESUMEN = ".resumen-errores:focus"
NUEVO, NUEVA_ALCALDIA, SIN_NADIE, ASESOR_NUEVO = "54520", "alcaldia@nuevo.co", "sola@ejemplo.co", "nuevo@fcm.co"
LARGO, ENLACE_LARGO = "66045", "responsable@66045.demo"
PROPOSITO = f"{AGENDA}texto/proposito/"
CAMBIAR_POR_DETRAS = f"""
from agenda.models import Agenda
Agenda.objects.filter(territorio_id="{PEREIRA}").update(objetivo_general="Otra persona escribió esto a la vez.")
"""
PREPARAR = f"""
from agenda.models import Accion, Agenda
from cuentas.models import Usuario, Vinculacion
alcaldia = Usuario.objects.create_user("{NUEVA_ALCALDIA}", nombre="Alcaldía", cargo="Alcaldía")
Vinculacion.objects.create(usuario=alcaldia, territorio_id="{NUEVO}", rol="responsable")
Usuario.objects.create_user("{SIN_NADIE}", nombre="Sola")
Usuario.objects.create_user("{ASESOR_NUEVO}", nombre="Nuevo", rol_fcm="asesor")
Agenda.objects.filter(territorio_id="{LARGO}").update(titulo="Internacionalización" * 9)
for numero, accion in enumerate(Accion.objects.filter(objetivo__eje__agenda__territorio_id="{LARGO}"), 100):
    Accion.objects.filter(pk=accion.pk).update(nombre=f"{{numero}}" + "Hermanamiento" * 18)
Usuario.objects.filter(email="{ENLACE_LARGO}").update(nombre="Wolfeschlegelsteinhausenbergerdorff" * 3)
"""


@dataclass(frozen=True)
class Estado:
    """One state: its name, who opens which address, what they do, and the selector seen when it is reached."""

    nombre: str
    correo: str
    ruta: str
    muestra: str
    pasos: tuple = ()


ESTADOS = [
    # forms with errors
    Estado(
        "entrada equivocada",
        "",
        "/cuenta/entrar/",
        RESUMEN,
        (("llenar", "#id_login", "nadie@ejemplo.co"), ("llenar", "#id_password", "no-es-esta"), ("enviar", PRINCIPAL)),
    ),
    Estado("cuenta sin datos", "", "/cuenta/crear/", RESUMEN, (("enviar", PRINCIPAL),)),
    Estado("clave olvidada sin correo", "", "/cuenta/clave/olvidada/", RESUMEN, (("enviar", PRINCIPAL),)),
    Estado(
        "no aplica sin razón",
        RESPONSABLE_ABIERTO,
        f"/panel/{ABIERTO}/diagnostico/paso/tome/",
        ".pregunta__razon[open] textarea",
        (("marcar", "main input[value=no_aplica] >> nth=0"), ("abrir", ".pregunta__razon")),
    ),
    Estado(
        "acción con fechas al revés",
        ENLACE,
        f"{AGENDA} → {ACCION}",
        ".resumen-errores",
        (
            ("llenar", "input[type=date] >> nth=0", "2027-06-01"),
            ("llenar", "input[type=date] >> nth=1", "2026-06-01"),
            ("enviar", "main form[data-guardado] button.boton"),
        ),
    ),
    Estado(
        "presupuesto sin plata",
        ENLACE,
        f"{AGENDA} → {ACCION} → main a[href$='/presupuesto/']",
        RESUMEN,
        (("enviar", "#agregar button[type=submit]"),),
    ),
    Estado("acción sin nombre", ENLACE, f"{AGENDA} → main a[href*='/accion/nueva']", RESUMEN, (("enviar", PRINCIPAL),)),
    Estado("contraparte sin datos", ENLACE, f"/panel/{PEREIRA}/contrapartes/nueva/", RESUMEN, (("enviar", PRINCIPAL),)),
    Estado("actor sin datos", ENLACE, f"/panel/{PEREIRA}/actores/nuevo/", RESUMEN, (("enviar", PRINCIPAL),)),
    Estado(
        "invitación sin correo",
        RESPONSABLE,
        f"/panel/{PEREIRA}/personas/",
        RESUMEN,
        (("enviar", "#invitar button[type=submit]"),),
    ),
    Estado("ayuda sin asunto", ENLACE, f"/panel/{PEREIRA}/acompanamiento/", RESUMEN, (("enviar", PRINCIPAL),)),
    Estado(
        "comentario vacío",
        ASESORA,
        "/revision/66682/2024-2027/",
        "main .aviso, .resumen-errores",
        (("abrir", "details:has(textarea[name=texto])"), ("enviar", "details[open] form button[type=submit] >> nth=0")),
    ),
    Estado(
        "devolver sin palabras",
        ASESORA,
        "/revision/66682/2024-2027/mover/devolver/",
        RESUMEN,
        (("enviar", PRINCIPAL),),
    ),
    # saving: kept, clash, no line, no session
    Estado(
        "campo guardado",
        ENLACE,
        f"{AGENDA}texto/gobernanza/",
        ".campo__estado--guardado",
        (("llenar", CAMPO, "Tres reuniones con los gremios."), ("salir", CAMPO)),
    ),
    Estado(
        "dos textos en un campo",
        ENLACE,
        PROPOSITO,
        ".desencuentro",
        (
            ("por_detras", CAMBIAR_POR_DETRAS),
            ("llenar", "[name=objetivo_general]", "Y yo escribí esto otro."),
            ("enviar", "main form[data-guardado] button.boton"),
        ),
    ),
    Estado(
        "sin línea",
        ENLACE,
        f"{AGENDA}texto/equipo/",
        ".campo__estado--sin-conexion",
        (("sin_linea",), ("llenar", CAMPO, "Se fue la luz."), ("salir", CAMPO)),
    ),
    Estado(
        "sesión vencida",
        ENLACE,
        f"{AGENDA}texto/presentacion/",
        ".campo__estado--sesion",
        (("sin_sesion",), ("llenar", CAMPO, "Volví tarde."), ("salir", CAMPO)),
    ),
    # empty
    Estado("sin territorios", SIN_NADIE, "/panel/", "h1"),
    Estado("nada por revisar", ASESOR_NUEVO, "/revision/", ".vacio"),
    Estado("primera visita", NUEVA_ALCALDIA, f"/panel/{NUEVO}/", "h1"),
    Estado("diagnóstico por comenzar", NUEVA_ALCALDIA, f"/panel/{NUEVO}/diagnostico/", "main button"),
    Estado("agenda por comenzar", NUEVA_ALCALDIA, f"/panel/{NUEVO}/agenda/{PERIODO}/", "h1"),
    Estado("sin actores", NUEVA_ALCALDIA, f"/panel/{NUEVO}/actores/", ".vacio"),
    Estado("sin memoria", NUEVA_ALCALDIA, f"/panel/{NUEVO}/memoria/", ".vacio"),
    Estado("sin contrapartes", NUEVA_ALCALDIA, f"/panel/{NUEVO}/contrapartes/", ".vacio"),
    Estado("búsqueda de agendas sin resultado", "", "/agendas/?q=zzzz", "h1"),
    Estado("búsqueda de redes sin resultado", "", "/redes/?texto=zzzz", "h1"),
    Estado("búsqueda de territorios sin resultado", "", "/territorios/?q=zzzz", "h1"),
    # closed, read only, replaced, withdrawn
    Estado("agenda en revisión", "responsable@66682.demo", f"/panel/66682/agenda/{PERIODO}/", ".etiqueta"),
    Estado("agenda que solo se lee", "lectura@pamplona.demo", f"/panel/{PAMPLONA}/agenda/{PERIODO}/", "h1"),
    Estado(
        "texto que solo se lee",
        "lectura@pamplona.demo",
        f"/panel/{PAMPLONA}/agenda/{PERIODO}/texto/proposito/",
        ".campo--lectura",
    ),
    Estado("sin permiso", "lectura@pamplona.demo", f"/panel/{PAMPLONA}/contrapartes/nueva/", ".error"),
    Estado("versión reemplazada", "", f"/agendas/{PAMPLONA}/{PERIODO}/v1/", "h1"),
    Estado(
        "agenda retirada",
        COORDINACION,
        f"/revision/52001/{PERIODO}/mover/retirar_publicacion/",
        "h1",
        (
            ("llenar", "main textarea", "La alcaldía pidió corregir una cifra."),
            ("enviar", PRINCIPAL),
            ("ir", f"/agendas/52001/{PERIODO}/"),
        ),
    ),
    # confirmations
    Estado("enlace de clave enviado", "", "/cuenta/clave/olvidada/enviada/", "h1"),
    Estado("enlace de clave vencido", "", "/cuenta/clave/olvidada/1-vencido/", "h1"),
    Estado("correo por confirmar", "", "/cuenta/correo/", "h1"),
    Estado("invitación que no sirve", "", "/invitacion/no-sirve/", "h1"),
    Estado(
        "paquete de PDF pedido",
        ASESORA,
        "/revision/?ver=aprobadas",
        "#avance",
        (("enviar", "form[action$='/paquetes/'] button"),),
    ),
    Estado("salir de la cuenta", ENLACE, "/cuenta/salir/", "main button"),
    Estado("salir de un territorio", ENLACE, f"/cuenta/territorios/{PEREIRA}/salir/", "main button"),
    Estado("dos pasos", ENLACE, "/cuenta/dos-pasos/", "h1"),
    # opened
    Estado("menú abierto", ENLACE, f"/panel/{PEREIRA}/", "h1", (("abrir", "header details"),)),
    Estado("secciones abiertas", ENLACE, f"/panel/{PEREIRA}/", "h1", (("abrir", ".territorio__menu"),)),
    Estado("acción con todo abierto", ENLACE, f"{AGENDA} → {ACCION}", "h1", (("abrir", "main details"),)),
    Estado(
        "paso con todo abierto",
        RESPONSABLE_ABIERTO,
        f"/panel/{ABIERTO}/diagnostico/paso/construya/",
        "h1",
        (("abrir", "main details"),),
    ),
    Estado("agenda pública abierta", "", f"/agendas/{PAMPLONA}/{PERIODO}/", "[lang=en]", (("abrir", "main details"),)),
    Estado("filtros abiertos", "", "/redes/", "main form", (("abrir", "main details"),)),
    # long names
    Estado("panel de nombres largos", ENLACE_LARGO, f"/panel/{LARGO}/", "h1"),
    Estado("agenda de nombres largos", ENLACE_LARGO, f"/panel/{LARGO}/agenda/{PERIODO}/", "h1"),
    Estado("acción de nombre largo", ENLACE_LARGO, f"/panel/{LARGO}/agenda/{PERIODO}/ → {ACCION}", "h1"),
    Estado("cuenta de nombre largo", ENLACE_LARGO, "/cuenta/", "h1"),
    Estado("revisión de nombres largos", ASESORA, f"/revision/{LARGO}/{PERIODO}/", "h1"),
]

DE_ERROR = sorted(ruta.name for ruta in (Path(__file__).resolve().parents[2] / "templates").glob("[45]*.html"))


def llevar(pagina: Page, portal, pasos: tuple) -> None:
    """Do the steps of a state on an open page."""
    for paso, *con in pasos:
        if paso == "llenar":
            pagina.locator(con[0]).first.fill(con[1])
        elif paso == "salir":
            pagina.locator(con[0]).first.blur()
        elif paso == "marcar":
            pagina.locator(con[0]).check()
        elif paso == "enviar":
            pagina.evaluate("document.querySelectorAll('form').forEach(f => { f.noValidate = true })")
            pagina.locator(con[0]).first.click()
            pagina.wait_for_load_state()
        elif paso == "abrir":
            pagina.evaluate("que => document.querySelectorAll(que).forEach(d => { d.open = true })", con[0])
        elif paso == "ir":
            pagina.goto(con[0])
        elif paso == "por_detras":
            portal.python(con[0])
        elif paso == "sin_linea":
            pagina.context.set_offline(True)
        elif paso == "sin_sesion":
            pagina.context.clear_cookies()
        else:
            raise ValueError(paso)


def comprobar(pagina: Page, muestra: str) -> None:
    """Demand that the state was reached."""
    expect(pagina.locator(muestra).first).to_be_visible()
