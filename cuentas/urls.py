"""Addresses of accounts, people and requests. Those of django-allauth that we use keep its names."""

from allauth.account import views as allauth
from allauth.mfa.base import views as dos_pasos
from allauth.mfa.recovery_codes import views as respaldo
from allauth.mfa.totp import views as totp
from django.urls import path, re_path

from cuentas.views import acompanamiento, cuenta, gente, invitacion, personas, solicitud

entrada = [
    path("cuenta/entrar/", allauth.login, name="account_login"),
    path("cuenta/salir/", allauth.logout, name="account_logout"),
    path("cuenta/crear/", allauth.signup, name="account_signup"),
    path("cuenta/cerrada/", allauth.account_inactive, name="account_inactive"),
    path("cuenta/confirmar/", allauth.reauthenticate, name="account_reauthenticate"),
    path("cuenta/correo/", allauth.email_verification_sent, name="account_email_verification_sent"),
    re_path(r"^cuenta/correo/(?P<key>[-:\w]+)/$", allauth.confirm_email, name="account_confirm_email"),
    path("cuenta/clave/", allauth.password_change, name="account_change_password"),
    path("cuenta/clave/poner/", allauth.password_set, name="account_set_password"),
    path("cuenta/clave/olvidada/", allauth.password_reset, name="account_reset_password"),
    path("cuenta/clave/olvidada/enviada/", allauth.password_reset_done, name="account_reset_password_done"),
    path(
        "cuenta/clave/nueva/lista/", allauth.password_reset_from_key_done, name="account_reset_password_from_key_done"
    ),
    re_path(
        r"^cuenta/clave/nueva/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        allauth.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path("cuenta/dos-pasos/", dos_pasos.index, name="mfa_index"),
    path("cuenta/dos-pasos/codigo/", dos_pasos.authenticate, name="mfa_authenticate"),
    path("cuenta/dos-pasos/confirmar/", dos_pasos.reauthenticate, name="mfa_reauthenticate"),
    path("cuenta/dos-pasos/activar/", totp.activate_totp, name="mfa_activate_totp"),
    path("cuenta/dos-pasos/desactivar/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("cuenta/dos-pasos/respaldo/", respaldo.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("cuenta/dos-pasos/respaldo/nuevos/", respaldo.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("cuenta/dos-pasos/respaldo/bajar/", respaldo.download_recovery_codes, name="mfa_download_recovery_codes"),
]

propias = [
    path("cuenta/", cuenta.cuenta, name="cuenta"),
    path("cuenta/territorios/<str:codigo>/salir/", cuenta.salir_de, name="salir_de"),
    path("cuenta/solicitar/", solicitud.solicitar_vinculacion, name="solicitar_vinculacion"),
    path("invitacion/<str:token>/", invitacion.invitacion, name="invitacion"),
]

del_territorio = [
    path("panel/<str:codigo>/personas/", personas.personas, name="personas"),
    path("panel/<str:codigo>/personas/<int:pk>/rol/", personas.cambiar, name="persona_rol"),
    path("panel/<str:codigo>/personas/<int:pk>/retirar/", personas.retirar, name="persona_retirar"),
    path(
        "panel/<str:codigo>/personas/invitaciones/<int:pk>/anular/",
        personas.anular_invitacion,
        name="anular_invitacion",
    ),
    path("panel/<str:codigo>/personas/solicitudes/<int:pk>/", personas.responder_solicitud, name="responder_solicitud"),
    path("panel/<str:codigo>/acompanamiento/", acompanamiento.acompanamientos, name="acompanamientos"),
]

de_la_fcm = [
    path("revision/acompanamientos/", acompanamiento.acompanamientos_fcm, name="acompanamientos_fcm"),
    path("revision/acompanamientos/<uuid:clave>/", acompanamiento.acompanamiento_fcm, name="acompanamiento_fcm"),
    path("gente/", gente.gente, name="gente"),
    path("gente/solicitudes/", gente.gente_solicitudes, name="gente_solicitudes"),
    path("gente/<int:pk>/", gente.persona_fcm, name="persona_fcm"),
    path("gente/<int:pk>/asignar/", gente.asignar, name="asignar"),
    path("gente/<int:pk>/asignaciones/<int:asignacion>/quitar/", gente.desasignar, name="desasignar"),
    path("gente/<int:pk>/retirar/", gente.retirar_de_la_fcm, name="retirar_de_la_fcm"),
    path("gente/invitaciones/<int:pk>/anular/", gente.anular_invitacion_fcm, name="anular_invitacion_fcm"),
]

urlpatterns = [*entrada, *propias, *del_territorio, *de_la_fcm]
