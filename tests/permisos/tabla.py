"""What each person gets from each address, written by hand. A new address without a row here fails the tests.

One letter a person, in the order of ``PERSONAS``:
``S`` served (or its form is refused with a sentence, or it redirects inside) · ``L`` sent to the login page ·
``F`` 403 · ``N`` 404 · ``-`` nothing to do there: 405, or the same as a visit.
Who may see nothing of a territory gets 404; who may see it and not do that, 403.
The territory is Pamplona (54518): the first three are of Pamplona, the next of Pereira.
"""

PERSONAS = ["anonimo", "enlace", "responsable", "lectura", "enlace_ajeno", "asesora", "asesora_ajena", "coordinacion"]

# name: (visit, send)           A E R L P S X C
PUBLICA = ("S S S S S S S S", "- - - - - - - -")
# The people of the matrix have no second factor, and those made by a test no password.
SIN_CLAVE_NI_FACTOR = ("L F F F F F F F", "L F F F F F F F")
SIN_FACTOR = ("L N N N N N N N", "L N N N N N N N")
PUBLICA_FORMULARIO = ("S S S S S S S S", "S S S S S S S S")
PERSONAL = ("L S S S S S S S", "L S S S S S S S")
LEE = ("L S S S N S N S", "L - - - N - N -")
EDITA = ("L S S S N S N S", "L S S F N F N F")
VE_Y_EDITA = ("L S S S N S N S", "L S S F N F N F")
SOLO_EDITA = ("L S S F N F N F", "L S S F N F N F")
RESPONSABLE = ("L S S S N S N S", "L F S F N F N F")
SOLO_RESPONSABLE = ("L F S F N F N F", "L F S F N F N F")
RESPONSABLE_O_COORDINACION = ("L S S S N S N S", "L F S F N F N S")
FCM = ("L F F F F S S S", "L F F F F S S S")
REVISA = ("L F F F N S N S", "L F F F N S N S")
COORDINA = ("L F F F F F F S", "L F F F F F F S")
SOLO_ENVIA_COORDINA = ("L F F F F F F -", "L F F F F F F S")
SOLO_ENVIA_EDITA = ("L - - - N - N -", "L S S F N F N F")
SOLO_ENVIA_GESTIONA = ("L - - - - - - -", "L F S F N F N S")

TABLA = {
    # roof
    "portada": PUBLICA,
    "entrada": ("L S S S S S S S", "L - - - - - - -"),
    "panel_lista": ("L S S S S S S S", "L - - - - - - -"),
    "panel": LEE,
    "territorios": PUBLICA,
    "tablero": ("L F F F F F F S", "L F F F F F F -"),
    "tablero_csv": ("L F F F F F F S", "L F F F F F F -"),
    "territorio_publico": PUBLICA,
    "accesibilidad": PUBLICA,
    "salud": PUBLICA,
    "privacidad": PUBLICA,
    "manifiesto": PUBLICA,
    "sin_linea": PUBLICA,
    "sin_conexion": PUBLICA,
    "favicon": PUBLICA,
    "terminos": PUBLICA,
    "derechos_autor": PUBLICA,
    "buscar": PUBLICA,
    "mapa_sitio": PUBLICA,
    "robots": PUBLICA,
    "sitemap": PUBLICA,
    "sitemap_seccion": PUBLICA,
    "estilo": PUBLICA_FORMULARIO,
    # cuentas
    "account_login": PUBLICA_FORMULARIO,
    "account_logout": PUBLICA_FORMULARIO,
    "account_signup": PUBLICA_FORMULARIO,
    "account_reset_password": PUBLICA_FORMULARIO,
    "cuenta": PERSONAL,
    "solicitar_vinculacion": PERSONAL,
    # its own second factor, password and address: allauth asks again for the password
    "account_inactive": PUBLICA,
    "account_reauthenticate": SIN_CLAVE_NI_FACTOR,
    "account_email_verification_sent": PUBLICA,
    "account_confirm_email": ("S S S S S S S S", "N N N N N N N N"),
    "account_change_password": PERSONAL,
    "account_set_password": PERSONAL,
    "account_reset_password_done": PUBLICA,
    "account_reset_password_from_key_done": PUBLICA,
    "account_reset_password_from_key": PUBLICA_FORMULARIO,
    "mfa_index": ("L S S S S S S S", "L - - - - - - -"),
    "mfa_authenticate": PERSONAL,
    "mfa_reauthenticate": SIN_CLAVE_NI_FACTOR,
    "mfa_activate_totp": PERSONAL,
    "mfa_deactivate_totp": SIN_FACTOR,
    "mfa_view_recovery_codes": ("L N N N N N N N", "L - - - - - - -"),
    "mfa_generate_recovery_codes": PERSONAL,
    "mfa_download_recovery_codes": SIN_FACTOR,
    "salir_de": ("L S S S N N N N", "L S S S N N N N"),
    "persona_rol": SOLO_ENVIA_GESTIONA,
    "persona_retirar": ("L F S F N F N S", "L F S F N F N S"),
    "anular_invitacion": SOLO_ENVIA_GESTIONA,
    "responder_solicitud": SOLO_ENVIA_GESTIONA,
    "acompanamiento_fcm": ("L F F F F S N S", "L F F F F S N S"),
    "gente_solicitudes": COORDINA,
    "persona_fcm": COORDINA,
    "asignar": ("L F F F F F F -", "L F F F F F F N"),
    "desasignar": SOLO_ENVIA_COORDINA,
    "retirar_de_la_fcm": SOLO_ENVIA_COORDINA,
    "anular_invitacion_fcm": SOLO_ENVIA_COORDINA,
    "personas": RESPONSABLE_O_COORDINACION,
    "acompanamientos": EDITA,
    "acompanamientos_fcm": FCM,
    "gente": COORDINA,
    # guia, redes
    "guia": PUBLICA,
    "guia_bloque": PUBLICA,
    "glosario": PUBLICA,
    "redes": PUBLICA,
    "red": PUBLICA,
    "contrapartes": LEE,
    "contraparte_buscar": ("L S S F N F N F", "L - - F N F N F"),
    "contraparte_nueva": SOLO_EDITA,
    "contraparte": EDITA,
    "contraparte_verificar": ("L F F F N - N -", "L F F F N S N S"),
    # diagnostico
    "autodiagnostico": PUBLICA,
    "autodiagnostico_paso": PUBLICA,
    "autodiagnostico_municipio": PUBLICA,
    "autodiagnostico_resultado": PUBLICA,
    "autodiagnostico_conservar": ("- - - - - - - -", "S S S S S S S S"),
    "diagnostico": EDITA,
    "diagnostico_paso": EDITA,
    "diagnostico_modalidad": EDITA,
    "diagnostico_condiciones": EDITA,
    "diagnostico_temas": EDITA,
    "diagnostico_ruta": SOLO_EDITA,
    "diagnostico_revisar": EDITA,
    "diagnostico_resultado": LEE,
    "diagnostico_planilla": EDITA,
    "diagnostico_planilla_xlsx": LEE,
    "diagnostico_planilla_recibida": SOLO_EDITA,
    "evidencia_nueva": SOLO_EDITA,
    "evidencia_quitar": SOLO_EDITA,
    "antecedente_documento": SOLO_EDITA,
    "actor_nuevo": SOLO_EDITA,
    "actor": EDITA,
    "actor_retirar": SOLO_ENVIA_EDITA,
    "actor_restaurar": SOLO_ENVIA_EDITA,
    "antecedente_nuevo": SOLO_EDITA,
    "antecedente": EDITA,
    "antecedente_retirar": SOLO_ENVIA_EDITA,
    "antecedente_restaurar": SOLO_ENVIA_EDITA,
    "eje_plan_nuevo": SOLO_EDITA,
    "eje_plan": EDITA,
    "eje_plan_retirar": SOLO_ENVIA_EDITA,
    "eje_plan_restaurar": SOLO_ENVIA_EDITA,
    "actores": LEE,
    "memoria": LEE,
    "ejes_plan": LEE,
    # agenda
    "agenda": LEE,
    "agenda_comenzar": SOLO_ENVIA_EDITA,
    "agenda_copiar": EDITA,
    "agenda_retiradas": LEE,
    "agenda_sugerencias": LEE,
    "agenda_sugerencia": ("L - - - N - N -", "L N N F N F N F"),
    "agenda_eje_nuevo": VE_Y_EDITA,
    "agenda_eje": EDITA,
    "agenda_objetivo_nuevo": VE_Y_EDITA,
    "agenda_objetivo": EDITA,
    "agenda_accion_nueva": VE_Y_EDITA,
    # an empty form names no town, no invitation and no suggestion: 404 for who may send it, never for who may not
    "agenda_invitar": ("L S S S N S N S", "L N N F N F N F"),
    "agenda_filas": EDITA,
    "agenda_indicador": EDITA,
    "agenda_tramite_documento": SOLO_ENVIA_EDITA,
    "agenda_fila": SOLO_ENVIA_EDITA,
    "agenda_enviada": LEE,
    "agenda_planilla": VE_Y_EDITA,
    "agenda_planilla_xlsx": LEE,
    "agenda_planilla_recibida": SOLO_EDITA,  # what a colleague has not accepted yet is for who may accept it
    "agenda_seguimiento": LEE,
    "agenda_seguimiento_accion": EDITA,
    "agenda_medicion_retirar": SOLO_ENVIA_EDITA,
    "agenda_adopcion": ("L S S S N S N S", "L F S F N F N F"),
    "participaciones": ("L S S S N S N S", "L N N F N F N F"),
    "agenda_mover": SOLO_EDITA,
    "comentario_responder": EDITA,
    "revision_mover": ("L F F F N S N F", "L F F F N S N F"),
    "revision_pestana": ("L F F F N S N S", "L - - - N - N -"),
    "comentario_nuevo": REVISA,
    # only its author changes a comment, and who has the agenda decides on it: the others go back with the reason
    "comentario_cambiar": ("L F F F N F N F", "L F F F N F N F"),
    "comentario_estado": ("L F F F N - N -", "L F F F N S N S"),
    "agenda_publica_archivo": PUBLICA,
    "agenda_version_archivo": PUBLICA,
    "agenda_tarjeta": PUBLICA,
    "agenda_version_tarjeta": PUBLICA,
    "agenda_texto": EDITA,
    "accion": EDITA,
    "agregar_aliado": PERSONAL,
    "agenda_consejos": EDITA,
    "agenda_enviar": RESPONSABLE,
    "agenda_borrador": ("L S S S N S N S", "L S S S N S N S"),  # who may read it may ask for a draft of their own
    "agenda_borrador_pdf": LEE,
    "agenda_comentarios": LEE,
    "agenda_historia": LEE,
    "revision": ("L F F F F S S S", "L F F F F - - -"),
    "paquetes": FCM,
    "revision_agenda": ("L F F F N S N S", "L F F F N - N -"),
    "agendas": PUBLICA,
    "agenda_publica": PUBLICA,
    "agenda_version": PUBLICA,
    "agenda_version_plan": PUBLICA,
    "agenda_esquema": PUBLICA,
    "verificar": PUBLICA_FORMULARIO,
    "verificar_huella": PUBLICA,
}

# Addresses that belong to one record whose audience depends on it: their room tests them.
APARTE = {
    "archivo",
    "desencuentro",
    "invitacion",
    "autodiagnostico_conservado",
    "autodiagnostico_borrar",
    "paquete",
    "paquete_archivo",
}

# What goes into an address, by «name:argument» first and then by argument.
VALORES = {
    "codigo": "54518",
    "key": "llave-que-no-existe",
    "uidb36": "1",
    "periodo": "2024-2027",
    "guia_bloque:slug": "modalidades",
    "section": "paginas",
    "red:slug": "giz",
    "agregar_aliado:entrada": "giz",
    "autodiagnostico_paso:slug": "construya",
    "diagnostico_paso:slug": "construya",
    "diagnostico_modalidad:slug": "integracion",
    "diagnostico_resultado:numero": 1,
    "diagnostico_planilla:numero": 1,
    "diagnostico_planilla_xlsx:numero": 1,
    "agenda_texto:seccion": "proposito",
    "formato": "json",
    "coleccion": "hitos",
    "tipo": "accion",
    "operacion": "retirar",
    "agenda_mover:movimiento": "actualizar",
    "revision_mover:movimiento": "devolver",
    "pestana": "agenda",
    "agenda_version:numero": 2,
    "agenda_version_archivo:numero": "2",
    "agenda_version_plan:numero": 2,
    "agenda_version_tarjeta:numero": 2,
    "agenda_esquema:numero": 2,
}

# State of Pamplona's agenda while an address is tried; «borrador» when it is not here.
ESTADOS = {
    "revision_agenda": "en_revision",
    "revision_pestana": "en_revision",
    "revision_mover": "en_revision",
    "comentario_nuevo": "en_revision",
    "comentario_cambiar": "en_revision",
    "comentario_estado": "en_revision",
    "comentario_responder": "devuelta",
    "agenda_mover": "aprobada",
    "agenda_seguimiento": "aprobada",
    "agenda_seguimiento_accion": "aprobada",
    "agenda_medicion_retirar": "aprobada",
    "agenda_adopcion": "aprobada",
}
