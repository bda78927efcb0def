"""What the coordination sees of the diagnostics: everything to read, nothing to write."""

from django.contrib import admin

from diagnostico.models import AccionSugerida, Cuestionario, Diagnostico


class SoloLectura(admin.ModelAdmin):
    """Rows that are made and changed by the portal only."""

    def has_add_permission(self, request):
        """Nobody adds them here."""
        return False

    def has_change_permission(self, request, obj=None):
        """Nobody changes them here."""
        return False

    def has_delete_permission(self, request, obj=None):
        """Nobody deletes them here."""
        return False


@admin.register(Cuestionario)
class CuestionarioAdmin(SoloLectura):
    """Versions of the questionnaire."""

    list_display = ["version", "publicado_en", "huella"]


@admin.register(AccionSugerida)
class AccionSugeridaAdmin(SoloLectura):
    """Templates of actions."""

    list_display = ["slug", "titulo", "modalidad"]
    search_fields = ["titulo"]


@admin.register(Diagnostico)
class DiagnosticoAdmin(SoloLectura):
    """Diagnostics; private notes are not shown anywhere here."""

    list_display = ["territorio", "numero", "periodo", "ruta", "abierto_en", "cerrado_en"]
    list_filter = ["periodo", "ruta"]
    search_fields = ["territorio__clave_busqueda", "territorio__codigo"]
    list_select_related = ["territorio__departamento", "periodo"]
