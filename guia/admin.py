"""The guide in the admin. Texts are only looked up here: they are edited with their source in ``/guia/edicion/``."""

from django.contrib import admin
from django.urls import reverse

from formato.texto import sin_acentos
from guia.models import Ficha, IndicadorSugerido, MetaOds, Odm, Ods, RelacionOdmOds, Termino


class SoloConsulta(admin.ModelAdmin):
    """A text that is read here and edited on its own screen, where «Ver en el sitio» leads."""

    def has_add_permission(self, request) -> bool:
        """Refuse: answers hang from what there is."""
        return False

    def has_change_permission(self, request, obj=None) -> bool:
        """Refuse: here nobody would ask for the source."""
        return False

    def has_delete_permission(self, request, obj=None) -> bool:
        """Refuse: answers hang from what there is."""
        return False


@admin.register(Ficha)
class FichaAdmin(SoloConsulta):
    """Blocks and cards."""

    list_display = ["nombre", "slug", "bloque", "orden", "hoy_verificado"]
    list_filter = ["hoy_verificado", ("bloque", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["bloque"]
    search_fields = ["nombre", "slug", "texto"]

    def view_on_site(self, obj: Ficha) -> str:
        """Give where it is edited."""
        return reverse("ficha_editar", args=[obj.bloque.slug, obj.slug] if obj.bloque else [obj.slug, "presentacion"])


@admin.register(Termino)
class TerminoAdmin(SoloConsulta):
    """Glossary."""

    list_display = ["termino", "sigla", "verificado"]
    list_filter = ["verificado"]
    search_fields = ["clave_busqueda"]

    def view_on_site(self, obj: Termino) -> str:
        """Give where it is edited."""
        return reverse("termino_editar", args=[obj.pk])

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
