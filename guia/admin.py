"""The guide in the admin. What is edited here is kept by the next load, which reports it."""

from django.contrib import admin

from formato.texto import sin_acentos
from guia.models import Ficha, IndicadorSugerido, MetaOds, Odm, Ods, RelacionOdmOds, Termino


@admin.register(Ficha)
class FichaAdmin(admin.ModelAdmin):
    """Blocks and cards."""

    list_display = ["nombre", "slug", "bloque", "orden", "hoy_verificado"]
    list_filter = ["hoy_verificado", ("bloque", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["bloque"]
    search_fields = ["nombre", "slug", "texto"]


@admin.register(Termino)
class TerminoAdmin(admin.ModelAdmin):
    """Glossary."""

    list_display = ["termino", "sigla", "verificado"]
    list_filter = ["verificado"]
    search_fields = ["clave_busqueda"]

    def get_search_results(self, request, queryset, search_term):
        """Search without minding accents."""
        return super().get_search_results(request, queryset, sin_acentos(search_term))


@admin.register(IndicadorSugerido)
class IndicadorSugeridoAdmin(admin.ModelAdmin):
    """Suggested indicators."""

    list_display = ["codigo", "nombre", "tipo", "unidad"]
    list_filter = ["tipo"]
    search_fields = ["codigo", "nombre"]


@admin.register(Ods)
class OdsAdmin(admin.ModelAdmin):
    """Sustainable Development Goals."""

    list_display = ["numero", "nombre", "nombre_en", "color"]


@admin.register(MetaOds)
class MetaOdsAdmin(admin.ModelAdmin):
    """Targets."""

    list_display = ["codigo", "etiqueta", "tipo"]
    list_filter = ["ods", "tipo"]
    search_fields = ["codigo", "etiqueta"]


@admin.register(Odm)
class OdmAdmin(admin.ModelAdmin):
    """Millennium Development Goals."""

    list_display = ["numero", "nombre", "verificado"]


@admin.register(RelacionOdmOds)
class RelacionOdmOdsAdmin(admin.ModelAdmin):
    """Which ODS continues which ODM."""

    list_display = ["odm", "ods", "relacion"]
    list_select_related = ["odm", "ods"]
