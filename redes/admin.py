"""The directory, counterparts, twinnings and memberships in the admin."""

from django.contrib import admin

from formato.texto import sin_acentos
from redes.models import Contraparte, Convocatoria, Entrada, Hermanamiento, Membresia


class ConvocatoriaEnLinea(admin.TabularInline):
    """Calls of an entry."""

    model = Convocatoria
    extra = 0


@admin.register(Entrada)
class EntradaAdmin(admin.ModelAdmin):
    """Entries of the directory."""

    list_display = ["nombre", "sigla", "clase", "estado", "verificado"]
    list_filter = ["clase", "estado", "verificado", "tipo", "ambito"]
    search_fields = ["clave_busqueda", "slug"]
    inlines = [ConvocatoriaEnLinea]

    def get_search_results(self, request, queryset, search_term):
        """Search without minding accents."""
        return super().get_search_results(request, queryset, sin_acentos(search_term))


@admin.register(Contraparte)
class ContraparteAdmin(admin.ModelAdmin):
    """Counterparts of every town, and the shared ones."""

    list_display = ["nombre", "tipo", "lugar", "territorio", "verificada_en"]
    list_filter = ["tipo", ("verificada_en", admin.EmptyFieldListFilter)]
    list_select_related = ["territorio__departamento"]
    search_fields = ["nombre", "ciudad"]
    autocomplete_fields = ["territorio", "entrada"]
    raw_id_fields = ["verificada_por"]


@admin.register(Hermanamiento)
class HermanamientoAdmin(admin.ModelAdmin):
    """Twinnings."""

    list_display = ["territorio", "ciudad", "pais", "anio", "tipo_acuerdo", "verificado"]
    list_filter = ["verificado", "tipo_acuerdo"]
    list_select_related = ["territorio__departamento"]
    search_fields = ["ciudad", "territorio__clave_busqueda"]
    autocomplete_fields = ["territorio"]


@admin.register(Membresia)
class MembresiaAdmin(admin.ModelAdmin):
    """Memberships."""

    list_display = ["territorio", "entrada", "desde", "pagada_hasta"]
    list_select_related = ["territorio__departamento", "entrada"]
    search_fields = ["territorio__clave_busqueda", "entrada__clave_busqueda"]
    autocomplete_fields = ["territorio", "entrada"]
    raw_id_fields = ["archivo"]
