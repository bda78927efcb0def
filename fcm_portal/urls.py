"""Every address of the portal. Each floor brings its own, with full paths; the roof adds what looks at several."""

from django.contrib import admin
from django.urls import include, path

from fcm_portal.salud import salud
from fcm_portal.views.entrada import entrada
from fcm_portal.views.panel import panel, panel_lista
from fcm_portal.views.portada import portada, privacidad
from fcm_portal.views.tablero import tablero, tablero_csv
from fcm_portal.views.territorio import territorio_publico, territorios

# Floors with pages: each exports `urlpatterns` with its full paths. `cuentas` goes before `agenda`, whose
# /revision/<codigo>/<periodo>/ would take /revision/acompanamientos/<clave>/.
urlpatterns = [
    path("", include("guardado.urls")),
    path("", include("cuentas.urls")),
    path("", include("agenda.urls")),
    path("", include("diagnostico.urls")),
    path("", include("redes.urls")),
    path("", include("guia.urls")),
    path("", portada, name="portada"),
    path("territorios/", territorios, name="territorios"),
    path("territorios/<str:codigo>/", territorio_publico, name="territorio_publico"),
    path("privacidad/", privacidad, name="privacidad"),
    path("entrada/", entrada, name="entrada"),
    path("panel/", panel_lista, name="panel_lista"),
    path("panel/<str:codigo>/", panel, name="panel"),
    path("tablero/", tablero, name="tablero"),
    path("tablero.csv", tablero_csv, name="tablero_csv"),
    path("salud/", salud, name="salud"),
    path("admin/", admin.site.urls),
]

handler400 = "fcm_portal.errores.solicitud_incorrecta"
handler403 = "fcm_portal.errores.sin_permiso"
handler404 = "fcm_portal.errores.no_encontrada"
handler500 = "fcm_portal.errores.error_interno"
