"""Every page of the portal, by the name of its address, and who looks at it in the tests of this folder."""

from __future__ import annotations

import pghistory

from agenda.models import Accion, Agenda, Comentario, Encargo, Indicador
from cuentas.models import Acompanamiento, Usuario
from diagnostico.models import Actor, Antecedente, Autodiagnostico, Diagnostico, EjePlan, Evidencia
from guardado.models import Desencuentro
from redes.models import Enlace, Entrada, Reporte
from tests.planilla.fabrica import recibida
from tests.planilla_diagnostico.recibidas import recibido

ENLACE, RESPONSABLE = "enlace@pereira.demo", "responsable@pereira.demo"
PAMPLONES, ASESORA, COORDINACION = "enlace@pamplona.demo", "asesora@fcm.demo", "coordinacion@fcm.demo"
MALAGA = "responsable@54261.demo"
EDITOR, PANEL = "/panel/66001/agenda/2024-2027/", "/panel/66001/"
REVISION = "/revision/54518/2024-2027/"
PUBLICA = "/agendas/54518/2024-2027/"
D = "/panel/54261/diagnostico/"
A = "/panel/54518/"

LISTA: dict[str, tuple[str, str]] = {
    # anybody
    "portada": ("/", ""),
    "territorios": ("/territorios/?q=san", ""),
    "estilo": ("/estilo/", ""),
    "territorio_publico": ("/territorios/54518/", ""),
    "accesibilidad": ("/accesibilidad/", ""),
    "privacidad": ("/privacidad/", ""),
    "manifiesto": ("/manifiesto.webmanifest", ""),
    "sin_linea": ("/sin-linea.js", ""),
    "sin_conexion": ("/sin-conexion/", ""),
    "terminos": ("/terminos/", ""),
    "derechos_autor": ("/derechos-de-autor/", ""),
    "buscar": ("/buscar/?q=agua", ""),
    "mapa_sitio": ("/mapa-del-sitio/", ""),
    "datos": ("/datos/", ""),
    "datos_conjunto": ("/datos/acciones/", ""),
    "datos_catalogo": ("/datos/catalogo.jsonld", ""),
    "sitemap": ("/sitemap.xml", ""),
    "sitemap_seccion": ("/sitemap-agendas.xml", ""),
    "robots": ("/robots.txt", ""),
    "account_login": ("/cuenta/entrar/", ""),
    "account_signup": ("/cuenta/crear/", ""),
    "guia": ("/guia/", ""),
    "guia_bloque": ("/guia/pasos/", ""),
    "glosario": ("/guia/glosario/", ""),
    "guia_imprimir": ("/guia/imprimir/", ""),
    "edicion_guia": ("/guia/edicion/", COORDINACION),
    "ficha_editar": ("/guia/edicion/pasos/piense/", COORDINACION),
    "termino_editar": ("/guia/edicion/glosario/ods/", COORDINACION),
    "ir": ("/ir/temas/", ASESORA),
    "redes": ("/redes/", ""),
    "redes_buscadas": ("/redes/?q=ciudades+ermanas&tema=educacion&tema=cohesion-social", ""),
    "red": ("/redes/giz/", ""),
    "afinidad": ("/redes/como-recomendamos/", ""),
    "convocatorias": ("/redes/convocatorias/", ""),
    "convocatorias_ics": ("/redes/convocatorias.ics?tema=educacion", ""),
    "convocatoria": ("/redes/convocatorias/demostracion-semillas-de-turismo/", ""),
    "agendas": ("/agendas/", ""),
    "agenda_esquema": ("/agendas/esquema/v2.json", ""),
    "agenda_publica": (PUBLICA, ""),
    "agenda_version": (f"{PUBLICA}v2/", ""),
    "agenda_version_plan": (f"{PUBLICA}v2/plan/", ""),
    "verificar": ("/verificar/", ""),
    "autodiagnostico": ("/autodiagnostico/", ""),
    "autodiagnostico_paso": ("/autodiagnostico/paso/construya/?seguir=1", ""),
    "autodiagnostico_municipio": ("/autodiagnostico/municipio/?q=san", ""),
    "autodiagnostico_resultado": ("/autodiagnostico/resultado/?r=2026-11-22.snpxsnpxsnsspnsnxspn&t=54874", ""),
    # accounts
    "cuenta": ("/cuenta/", ENLACE),
    "solicitar_vinculacion": ("/cuenta/solicitar/?q=san", ENLACE),
    "personas": (f"{PANEL}personas/", RESPONSABLE),
    "acompanamientos": (f"{PANEL}acompanamiento/", ENLACE),
    "acompanamientos_fcm": ("/revision/acompanamientos/", ASESORA),
    "acompanamiento_fcm": ("/revision/acompanamientos/{pedido}/", ASESORA),
    "gente": ("/gente/", COORDINACION),
    "gente_solicitudes": ("/gente/solicitudes/", COORDINACION),
    "persona_fcm": ("/gente/{asesora}/", COORDINACION),
    # the panel and its registers
    "panel_lista": ("/panel/", ENLACE),
    "panel": (PANEL, ENLACE),
    "panel_publicada": (A, PAMPLONES),
    "recomendadas": (f"{A}redes/", PAMPLONES),
    "hermanamientos": ("/redes/hermanamientos/?q=es", ""),
    "hermanamiento": ("/redes/hermanamientos/pamplona-pamplona-iruna-es/", ""),
    "registros": (f"{A}registros/", PAMPLONES),
    "membresia_buscar": (f"{PANEL}registros/membresias/buscar/?q=ciudad", ENLACE),
    "registro_nuevo": (f"{PANEL}registros/hermanamientos/nuevo/", ENLACE),
    "registro": (f"{A}registros/hermanamientos/demostracion-pamplona-villa-ficticia/", PAMPLONES),
    "registros_por_confirmar": ("/redes/edicion/registros/", ASESORA),
    "registro_revisar": ("/redes/edicion/registros/hermanamientos/demostracion-pamplona-villa-ficticia/", ASESORA),
    "contrapartes": (f"{PANEL}contrapartes/", ENLACE),
    "contraparte_buscar": (f"{PANEL}contrapartes/buscar/?q=ciudad", ENLACE),
    "contraparte_nueva": (f"{PANEL}contrapartes/nueva/", ENLACE),
    "actores": (f"{A}actores/", PAMPLONES),
    "actor": (f"{A}actores/{{actor}}/", PAMPLONES),
    "memoria": (f"{A}memoria/", PAMPLONES),
    "antecedente": (f"{A}memoria/{{antecedente}}/", PAMPLONES),
    "ejes_plan": (f"{A}plan-de-desarrollo/", PAMPLONES),
    "eje_plan": (f"{A}plan-de-desarrollo/{{eje_plan}}/", PAMPLONES),
    "participaciones": (f"{PANEL}participaciones/", ENLACE),
    "desencuentro": (f"{PANEL}desencuentros/{{desencuentro}}/", ENLACE),
    # the diagnostic
    "autodiagnostico_conservado": ("/autodiagnostico/conservado/{propio}/", ENLACE),
    "diagnostico": (D, MALAGA),
    "diagnostico_paso": (f"{D}paso/construya/", MALAGA),
    "diagnostico_modalidad": (f"{D}modalidad/integracion/", MALAGA),
    "diagnostico_condiciones": (f"{D}condiciones/", MALAGA),
    "diagnostico_temas": (f"{D}temas/", MALAGA),
    "diagnostico_ruta": (f"{D}ruta/", MALAGA),
    "diagnostico_revisar": (f"{D}revisar/", MALAGA),
    "evidencia_nueva": (f"{D}evidencia/nueva/{{respuesta}}/", MALAGA),
    "diagnostico_resultado": (f"{PANEL}diagnostico/resultado/1/", ENLACE),
    "diagnostico_planilla": (f"{D}1/planilla/", MALAGA),
    "diagnostico_planilla_recibida": (f"{D}1/planilla/{{recibido}}/", MALAGA),
    # the agenda
    "agenda": (EDITOR, ENLACE),
    "agenda_sugerencias": (f"{EDITOR}sugerencias/", ENLACE),
    "agenda_retiradas": (f"{EDITOR}retiradas/", ENLACE),
    "agenda_texto": (f"{EDITOR}texto/proposito/", ENLACE),
    "agenda_eje_nuevo": (f"{EDITOR}eje/nuevo/", ENLACE),
    "agenda_eje": (f"{EDITOR}eje/{{eje}}/", ENLACE),
    "agenda_objetivo": (f"{EDITOR}objetivo/{{objetivo}}/", ENLACE),
    "agenda_accion_nueva": (f"{EDITOR}accion/nueva/?objetivo={{objetivo}}", ENLACE),
    "accion": (f"{EDITOR}accion/{{accion}}/", ENLACE),
    "agenda_hitos": (f"{EDITOR}accion/{{accion}}/hitos/", ENLACE),
    "agenda_aliados": (f"{EDITOR}accion/{{accion}}/aliados/", ENLACE),
    "agenda_presupuesto": (f"{EDITOR}accion/{{accion}}/presupuesto/", ENLACE),
    "agenda_indicadores": (f"{EDITOR}accion/{{accion}}/indicadores/", ENLACE),
    "agenda_tramites": (f"{EDITOR}accion/{{accion}}/tramites/", ENLACE),
    "agenda_indicador": (f"{EDITOR}indicador/{{indicador}}/", ENLACE),
    "agenda_consejos": (f"{EDITOR}consejos/", ENLACE),
    "agenda_planilla": (f"{EDITOR}planilla/", ENLACE),
    "agenda_planilla_recibida": (f"{EDITOR}planilla/{{recepcion}}/", ENLACE),
    "agenda_enviar": (f"{EDITOR}enviar/", RESPONSABLE),
    "agenda_enviar_eje": (f"{EDITOR}enviar/?parte=eje-1", RESPONSABLE),
    "agenda_borrador": (f"{EDITOR}borrador/", ENLACE),
    "agenda_historia": (f"{A}agenda/2024-2027/historia/", PAMPLONES),
    "agenda_comentarios": (f"{A}agenda/2024-2027/comentarios/", PAMPLONES),
    "agenda_seguimiento": (f"{A}agenda/2024-2027/seguimiento/", PAMPLONES),
    "agenda_seguimiento_accion": (f"{A}agenda/2024-2027/seguimiento/{{de_pamplona}}/", PAMPLONES),
    "agenda_adopcion": (f"{A}agenda/2024-2027/adopcion/", PAMPLONES),
    # the FCM
    "revision": ("/revision/", ASESORA),
    "revision_agenda": (REVISION, ASESORA),
    "revision_completa": (f"{REVISION}agenda/", ASESORA),
    "revision_diagnostico": (f"{REVISION}diagnostico/", ASESORA),
    "revision_cambios": (f"{REVISION}cambios/", ASESORA),
    "revision_historia": (f"{REVISION}historia/", ASESORA),
    "comentario_nuevo": (f"{REVISION}comentarios/nuevo/?ancla=accion:{{de_pamplona}}", ASESORA),
    "paquetes": ("/revision/paquetes/", ASESORA),
    "paquete": ("/revision/paquetes/{paquete}/", ASESORA),
    "edicion_directorio": ("/redes/edicion/?ver=sin-verificar", ASESORA),
    "edicion_enlaces": ("/redes/edicion/?ver=enlaces", ASESORA),
    "edicion_reportes": ("/redes/edicion/?ver=reportes", ASESORA),
    "entrada_editar": ("/redes/edicion/giz/", ASESORA),
    "hermanamiento_editar": ("/redes/edicion/hermanamientos/pamplona-pamplona-iruna-es/", ASESORA),
    "reporte_atender": ("/redes/edicion/reportes/{reporte}/", ASESORA),
    "reportar": ("/redes/entrada/giz/reportar/", ""),
    "tablero": ("/tablero/", COORDINACION),
    "tablero_csv": ("/tablero.csv", COORDINACION),
}


def filas() -> dict[str, object]:
    """Give what the addresses name; makes the rows that the demonstration lacks."""
    enlace = Usuario.objects.get(email=ENLACE)
    acciones = Accion.objects.filter(retirada_en=None).select_related("objetivo__eje").order_by("pk")
    accion = acciones.filter(objetivo__eje__agenda__territorio="66001").first()
    abierto = Diagnostico.objects.get(territorio="54261", cerrado_en=None)
    respuesta = abierto.respuestas.first()
    Evidencia.objects.create(respuesta=respuesta, titulo="Acta", enlace="https://ejemplo.co/")
    pedido = Acompanamiento.objects.create(territorio_id="54518", asunto="Ayuda", texto="Ayuda")
    choque = Desencuentro.objects.create(
        territorio_id="66001", fila=accion, campo="descripcion", etiqueta="x", valor="otro", usuario=enlace
    )
    propio = Autodiagnostico.objects.create(
        persona=enlace, cuestionario=abierto.cuestionario, respuestas={p.clave: "no" for p in abierto.respuestas.all()}
    )
    reporte = Reporte.objects.create(entrada_id="giz", motivo="enlace", texto="No abre la página")
    Enlace.objects.create(url="https://roto.example/", estado="roto", fallos=2)
    giz = Entrada.objects.get(pk="giz")
    giz.nota_historica = "Cambiada"
    with pghistory.context(user=enlace.pk):
        giz.save()
    Desencuentro.objects.create(
        fila=giz, campo="requisitos", etiqueta="x", direccion="/redes/edicion/giz/", valor="otro", usuario=enlace
    )
    return {
        "reporte": reporte.clave,
        "propio": propio.clave,
        "pedido": pedido.clave,
        "asesora": Usuario.objects.get(email=ASESORA).pk,
        "actor": Actor.objects.filter(territorio="54518").first().clave,
        "antecedente": Antecedente.objects.filter(territorio="54518").first().clave,
        "eje_plan": EjePlan.objects.filter(territorio="54518").first().clave,
        "desencuentro": choque.clave,
        "respuesta": respuesta.clave,
        "accion": accion.clave,
        "objetivo": accion.objetivo.clave,
        "eje": accion.objetivo.eje.clave,
        "indicador": Indicador.objects.filter(accion=accion).first().clave,
        "paquete": Encargo.objects.create(
            usuario=Usuario.objects.get(email=ASESORA), clase="paquete", filtro={"ver": "aprobadas"}
        ).clave,
        "recibido": recibido(abierto, enlace).clave,
        "recepcion": recibida(accion.objetivo.eje.agenda, enlace, agregado=" (cambiado)").clave,
        "de_pamplona": acciones.filter(objetivo__eje__agenda__territorio="54518").first().clave,
    }


def poner_en_revision() -> None:
    """Put Pamplona's agenda in the advisor's hands, with its comments delivered."""
    Agenda.objects.filter(territorio="54518").update(
        estado="en_revision", revisa=Usuario.objects.get(email=ASESORA), estado_previo="devuelta"
    )
    Comentario.objects.filter(agenda__territorio="54518", entregado_en=None).delete()
