"""The directory, counterparts, twinnings and memberships in the admin.

What has a screen of its own is looked up and deleted here, never written: a change brings its source, a register is
confirmed by who may, a report is closed with an answer. «Ver en el sitio» leads to that screen.
"""

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from formato.texto import sin_acentos
from redes.models import Contraparte, Convocatoria, Enlace, Entrada, Hermanamiento, Membresia, Reporte


class ConSuPantalla(admin.ModelAdmin):
    """What is written on a screen of its own. ``pantalla``: the name of its address."""

    pantalla = ""

    def has_add_permission(self, request) -> bool:
        """Refuse: it is made on its screen."""
        return False

    def has_change_permission(self, request, obj=None) -> bool:
        """Refuse: it is written on its screen."""
        return False

    def get_view_on_site_url(self, obj=None) -> str | None:
        """Give where it is written."""
        return reverse(self.pantalla, args=[obj.slug]) if obj is not None and self.pantalla else None


@admin.register(Entrada)
class EntradaAdmin(ConSuPantalla):
    """Entries of the directory."""

    pantalla = "entrada_editar"
    list_display = ["nombre", "sigla", "clase", "estado", "verificado"]
    list_filter = ["clase", "estado", "verificado", "tipo", "ambito"]
    search_fields = ["clave_busqueda", "slug"]
    autocomplete_fields = ["reemplazada_por"]
    list_per_page = 50
    show_full_result_count = False

    def get_search_results(self, request, queryset, search_term):
        """Search without minding accents."""
        return super().get_search_results(request, queryset, sin_acentos(search_term))


@admin.register(Convocatoria)
class ConvocatoriaAdmin(ConSuPantalla):
    """Calls."""

    pantalla = "convocatoria_editar"
    list_display = ["titulo", "entrada", "abre", "cierra", "verificado"]
    list_filter = ["verificado", "es_demostracion"]
    list_select_related = ["entrada"]
    search_fields = ["clave_busqueda", "slug"]
    autocomplete_fields = ["entrada"]
    list_per_page = 50

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


class HermanamientoConocido(forms.ModelForm):
    """A twinning that the FCM knows of, with its source."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "fuente" in self.fields:
            self.fields["fuente"].required = True

    def clean(self):
        """Refuse a mark of verification without its day and its office."""
        datos = super().clean()
        if datos.get("verificado") and not (datos.get("verificado_en") and datos.get("verificado_por")):
            raise ValidationError(_("Diga qué día se verificó y qué oficina lo hizo, o quite la marca."))
        return datos


@admin.register(Hermanamiento)
class HermanamientoAdmin(ConSuPantalla):
    """Twinnings. Here the FCM adds those it knows of; what a territory filed is confirmed in its queue."""

    form = HermanamientoConocido
    exclude = ["archivo", "declarado_por", "declarado_en", "devuelto", "retirado_en", "es_demostracion"]
    list_display = ["territorio", "ciudad", "pais", "anio", "tipo_acuerdo", "verificado"]
    list_filter = ["verificado", "tipo_acuerdo"]
    list_select_related = ["territorio__departamento"]
    search_fields = ["ciudad", "territorio__clave_busqueda"]
    autocomplete_fields = ["territorio"]

    def has_add_permission(self, request) -> bool:
        """Let the coordination add a known one."""
        return admin.ModelAdmin.has_add_permission(self, request)

    def get_view_on_site_url(self, obj=None) -> str | None:
        """Give where it is edited, or confirmed when a territory filed it."""
        if obj is None or obj.declarado_en is None:
            return obj and reverse("hermanamiento_editar", args=[obj.slug])
        return reverse("registro_revisar", args=["hermanamientos", obj.slug])


@admin.register(Membresia)
class MembresiaAdmin(ConSuPantalla):
    """Memberships, filed by the territories and confirmed in the queue of the FCM."""

    list_display = ["territorio", "entrada", "desde", "pagada_hasta"]
    list_select_related = ["territorio__departamento", "entrada"]
    search_fields = ["territorio__clave_busqueda", "entrada__clave_busqueda"]

    def get_view_on_site_url(self, obj=None) -> str | None:
        """Give where it is confirmed."""
        return obj and reverse("registro_revisar", args=["membresias", obj.clave])


@admin.register(Reporte)
class ReporteAdmin(ConSuPantalla):
    """Errors that anyone reported. They are attended at /redes/edicion/; here they are only looked up."""

    list_display = ["motivo", "sobre", "estado", "creado_en", "atendido_en"]
    list_filter = ["estado", "motivo"]
    list_select_related = ["entrada", "convocatoria", "hermanamiento"]
    search_fields = ["texto"]

    def get_view_on_site_url(self, obj=None) -> str | None:
        """Give where it is attended."""
        return obj and reverse("reporte_atender", args=[obj.clave])


@admin.register(Enlace)
class EnlaceAdmin(ConSuPantalla):
    """Addresses of the directory and what answered the last time."""

    list_display = ["url", "estado", "codigo", "fallos", "probado_en"]
    list_filter = ["estado", "permanente"]
    search_fields = ["url", "destino"]
