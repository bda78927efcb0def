"""Every address of the portal. Each floor brings its own, with full paths; the roof adds what looks at several."""

from django.contrib import admin
from django.contrib.sitemaps import views as mapas
from django.urls import include, path, re_path

from fcm_portal.lugares import usos
from fcm_portal.sitio.mapa_maquinas import MAPAS
from fcm_portal.views.accesibilidad import accesibilidad
from fcm_portal.views.buscar import buscar
from fcm_portal.views.datos import datos, datos_archivo, datos_catalogo, datos_conjunto, datos_diccionario
from fcm_portal.views.entrada import entrada
from fcm_portal.views.estilo import estilo
from fcm_portal.views.instalacion import favicon, manifiesto, sin_conexion, sin_linea
from fcm_portal.views.ir import ir
from fcm_portal.views.panel import panel, panel_lista
from fcm_portal.views.politicas import derechos_autor, privacidad, terminos
from fcm_portal.views.portada import portada
from fcm_portal.views.salud import salud
from fcm_portal.views.sitio import mapa_sitio, robots
from fcm_portal.views.tablero import tablero, tablero_csv
from fcm_portal.views.territorio import territorio_publico, territorios
from fcm_portal.views.textos import edicion_guia, ficha_editar, termino_editar

# Floors with pages: each exports `urlpatterns` with its full paths. `cuentas` goes before `agenda`, whose
# /revision/<codigo>/<periodo>/ would take /revision/acompanamientos/<clave>/.
urlpatterns = [
    path("", include("guardado.urls")),
    path("", include("cuentas.urls")),
    path("", include("agenda.urls")),
    path("", include("diagnostico.urls")),
    path("", include("redes.urls")),
    path("guia/edicion/", edicion_guia, name="edicion_guia"),
    path("guia/edicion/glosario/<slug:slug>/", termino_editar, name="termino_editar"),
    path("guia/edicion/<slug:bloque>/<slug:slug>/", ficha_editar, name="ficha_editar"),
    path("ir/<slug:lugar>/", ir, name="ir"),
    path("", include("guia.urls"), {"usos": usos}),
    path("", portada, name="portada"),
    path("territorios/", territorios, name="territorios"),
    path("territorios/<str:codigo>/", territorio_publico, name="territorio_publico"),
    path("buscar/", buscar, name="buscar"),
    path("terminos/", terminos, name="terminos"),
    path("estilo/", estilo, name="estilo"),
    path("privacidad/", privacidad, name="privacidad"),
    path("derechos-de-autor/", derechos_autor, name="derechos_autor"),
    path("mapa-del-sitio/", mapa_sitio, name="mapa_sitio"),
    path("sitemap.xml", mapas.index, {"sitemaps": MAPAS, "sitemap_url_name": "sitemap_seccion"}, name="sitemap"),
    path("sitemap-<section>.xml", mapas.sitemap, {"sitemaps": MAPAS}, name="sitemap_seccion"),
    path("robots.txt", robots, name="robots"),
    path("manifiesto.webmanifest", manifiesto, name="manifiesto"),
    path("sin-linea.js", sin_linea, name="sin_linea"),
    path("sin-conexion/", sin_conexion, name="sin_conexion"),
    path("favicon.ico", favicon, name="favicon"),
    path("entrada/", entrada, name="entrada"),
    path("panel/", panel_lista, name="panel_lista"),
    path("panel/<str:codigo>/", panel, name="panel"),
    path("datos/", datos, name="datos"),
    path("datos/catalogo.jsonld", datos_catalogo, name="datos_catalogo"),
    re_path(r"^datos/diccionario\.(?P<formato>csv|json)$", datos_diccionario, name="datos_diccionario"),
    re_path(r"^datos/(?P<conjunto>[a-z-]+)\.(?P<formato>csv|excel\.csv|json)$", datos_archivo, name="datos_archivo"),
    path("datos/<slug:conjunto>/", datos_conjunto, name="datos_conjunto"),
    path("tablero/", tablero, name="tablero"),
    path("tablero.csv", tablero_csv, name="tablero_csv"),
    path("accesibilidad/", accesibilidad, name="accesibilidad"),
    path("salud/", salud, name="salud"),
    path("admin/", admin.site.urls),
]

handler400 = "fcm_portal.percances.errores.solicitud_incorrecta"
handler403 = "fcm_portal.percances.errores.sin_permiso"
handler404 = "fcm_portal.percances.errores.no_encontrada"
handler500 = "fcm_portal.percances.errores.error_interno"
