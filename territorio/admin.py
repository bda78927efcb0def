"""Territories in the admin."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from formato.texto import sin_acentos
from territorio.models import Categoria, Periodo, Territorio, Vecindad


class CategoriaEnLinea(admin.TabularInline):
    """Categories of a municipality, by year."""

    model = Categoria
    extra = 0


class FiltroDepartamento(admin.SimpleListFilter):
    """The 33 departments, not every row of the table."""

    title = _("departamento")
    parameter_name = "departamento"

    def lookups(self, request, model_admin):
        """Give the choices."""
        return list(Territorio.objects.departamentos().values_list("codigo", "nombre"))

    def queryset(self, request, queryset):
        """Narrow the list."""
        return queryset.filter(departamento_id=self.value()) if self.value() else queryset


@admin.register(Territorio)
class TerritorioAdmin(admin.ModelAdmin):
    """The one table of territories."""

    list_display = ["codigo", "nombre_completo", "tipo", "poblacion", "vigente_hasta"]
    list_filter = ["tipo", "pdet", FiltroDepartamento]
    list_select_related = ["departamento"]
    search_fields = ["clave_busqueda", "codigo"]
    autocomplete_fields = ["departamento", "integrantes"]
    inlines = [CategoriaEnLinea]

    def get_search_results(self, request, queryset, search_term):
        """Search without minding accents."""
        return super().get_search_results(request, queryset, sin_acentos(search_term))

    def has_delete_permission(self, request, obj=None) -> bool:
        """Nothing is deleted when DANE abolishes a code: write ``vigente_hasta``."""
        return False


@admin.register(Vecindad)
class VecindadAdmin(admin.ModelAdmin):
    """Pairs of neighbours."""

    list_display = ["a", "b", "metodo", "frontera_km"]
    list_select_related = ["a__departamento", "b__departamento"]
    search_fields = ["a__clave_busqueda", "b__clave_busqueda"]
    autocomplete_fields = ["a", "b"]

    def get_search_results(self, request, queryset, search_term):
        """Search without minding accents."""
        return super().get_search_results(request, queryset, sin_acentos(search_term))


@admin.register(Periodo)
class PeriodoAdmin(admin.ModelAdmin):
    """Terms of office."""

    list_display = ["nombre", "desde", "hasta"]
