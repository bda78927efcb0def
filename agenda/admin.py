"""What the coordination may look at in the admin. State, versions and the log are read-only: ``flujo`` writes them."""

from django.contrib import admin

from agenda.models import Accion, Adopcion, Agenda, Comentario, Impreso, Indicador, Transicion, Version


class SoloLectura(admin.ModelAdmin):
    """Rows that nobody writes by hand."""

    def has_add_permission(self, request):
        """Nobody adds."""
        return False

    def has_change_permission(self, request, obj=None):
        """Nobody changes."""
        return False

    def has_delete_permission(self, request, obj=None):
        """Nobody deletes."""
        return False


@admin.register(Agenda)
class AgendaAdmin(SoloLectura):
    """Agendas, to find them; they are written in the portal."""

    list_display = ["territorio", "periodo", "estado", "estado_desde", "publicada", "es_demostracion"]
    list_filter = ["estado", "periodo", "es_demostracion"]
    list_select_related = ["territorio__departamento", "periodo", "publicada__agenda"]
    search_fields = ["territorio__clave_busqueda", "territorio__codigo"]


@admin.register(Version)
class VersionAdmin(SoloLectura):
    """Versions: what was sent and what became of it."""

    list_display = ["agenda", "numero", "resultado", "enviada_en", "aprobada_en"]
    list_filter = ["resultado"]
    list_select_related = ["agenda"]
    exclude = ["contenido"]
    search_fields = ["sha256", "agenda__territorio__codigo"]

    def get_queryset(self, request):
        """Leave the frozen document out of lists."""
        return super().get_queryset(request).defer("contenido")


@admin.register(Impreso)
class ImpresoAdmin(SoloLectura):
    """Printed files, with the failure of the last attempt when there was one."""

    list_display = ["version", "edicion", "idioma", "emision", "hecho_en", "fallo"]
    list_filter = ["edicion", "idioma"]
    list_select_related = ["version__agenda__territorio__departamento"]
    search_fields = ["sha256", "identificador", "version__sha256", "version__agenda__territorio__codigo"]

    def get_queryset(self, request):
        """Leave the frozen document out of lists."""
        return super().get_queryset(request).defer("version__contenido")


@admin.register(Transicion)
class TransicionAdmin(SoloLectura):
    """The log of moves."""

    list_display = ["agenda", "movimiento", "de", "a", "usuario", "cuando"]
    list_filter = ["movimiento"]
    list_select_related = ["agenda", "usuario"]


@admin.register(Accion)
class AccionAdmin(SoloLectura):
    """Actions of every agenda, to look for one."""

    list_display = ["nombre", "modalidad", "responsable", "estado", "retirada_en"]
    list_filter = ["modalidad", "estado"]
    search_fields = ["nombre", "responsable"]


@admin.register(Comentario)
class ComentarioAdmin(SoloLectura):
    """Comments of the review."""

    list_display = ["agenda", "ancla", "bloqueante", "estado", "escrito_en"]
    list_filter = ["estado", "bloqueante"]
    list_select_related = ["agenda"]


admin.site.register(Indicador, SoloLectura)
admin.site.register(Adopcion, SoloLectura)
