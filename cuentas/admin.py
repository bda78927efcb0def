"""The admin of people, for the coordination. Accounts are made by invitation and closed, never typed here."""

from django.contrib import admin

from cuentas.models import Acompanamiento, Asignacion, Consentimiento, Invitacion, Solicitud, Usuario, Vinculacion


class SoloLectura(admin.ModelAdmin):
    """Shows and changes nothing: these rows have pages of their own."""

    def has_add_permission(self, request) -> bool:
        """Refuse."""
        return False

    def has_change_permission(self, request, obj=None) -> bool:
        """Refuse."""
        return False

    def has_delete_permission(self, request, obj=None) -> bool:
        """Refuse."""
        return False


@admin.register(Usuario)
class UsuarioAdmin(SoloLectura):
    """Accounts: data may be corrected and an account closed; to blank one, ``manage.py olvidar_persona``."""

    list_display = ["email", "nombre", "cargo", "dependencia", "rol_fcm", "is_active", "es_demostracion"]
    list_filter = ["rol_fcm", "is_active", "es_demostracion"]
    search_fields = ["email", "nombre"]
    fields = ["email", "nombre", "cargo", "dependencia", "telefono", "rol_fcm", "is_active", "creado_en", "last_login"]
    readonly_fields = ["email", "rol_fcm", "creado_en", "last_login"]

    def has_change_permission(self, request, obj=None) -> bool:
        """Let the coordination correct data and close accounts."""
        return request.user.es_coordinador


@admin.register(Vinculacion)
class VinculacionAdmin(SoloLectura):
    """Who serves which territory."""

    list_display = ["usuario", "territorio", "rol", "desde", "hasta"]
    list_filter = ["rol"]
    list_select_related = ["usuario", "territorio__departamento"]
    search_fields = ["usuario__email", "usuario__nombre", "territorio__clave_busqueda", "territorio__codigo"]


@admin.register(Asignacion)
class AsignacionAdmin(SoloLectura):
    """Which advisor answers for which territory."""

    list_display = ["asesor", "territorio", "desde"]
    list_select_related = ["asesor", "territorio__departamento"]
    search_fields = ["asesor__email", "territorio__clave_busqueda"]


@admin.register(Consentimiento)
class ConsentimientoAdmin(SoloLectura):
    """Consents given."""

    list_display = ["usuario", "version_texto", "otorgado_en"]
    list_select_related = ["usuario"]
    search_fields = ["usuario__email"]


@admin.register(Invitacion)
class InvitacionAdmin(SoloLectura):
    """Invitations sent; the link itself is not stored."""

    list_display = ["email", "territorio", "rol", "rol_fcm", "creada_por", "creada_en", "usada_en", "anulada_en"]
    list_select_related = ["territorio__departamento", "creada_por"]
    search_fields = ["email"]
    exclude = ["huella"]


@admin.register(Solicitud)
class SolicitudAdmin(SoloLectura):
    """Requests to join."""

    list_display = ["usuario", "territorio", "rol", "estado", "creada_en", "resuelta_en"]
    list_filter = ["estado"]
    list_select_related = ["usuario", "territorio__departamento"]


@admin.register(Acompanamiento)
class AcompanamientoAdmin(SoloLectura):
    """Requests of step 5."""

    list_display = ["asunto", "territorio", "pedido_en", "respondido_en"]
    list_select_related = ["territorio__departamento"]
    search_fields = ["asunto", "territorio__clave_busqueda"]
