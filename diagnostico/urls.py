"""Addresses of this floor."""

from django.urls import path

from diagnostico import registros
from diagnostico.views import (
    autodiagnostico,
    cierre,
    conservado,
    evidencia,
    inicio,
    paso,
    planilla,
    recomendadas,
    secciones,
    vivas,
)


def direcciones(raiz: str, registro: registros.Registro) -> list:
    """Give the five addresses of a register under ``raiz``."""
    con = {"registro": registro}
    nombre = registro.nombre
    return [
        path(raiz, vivas.lista, con, name=registro.lista),
        path(f"{raiz}nuevo/", vivas.nueva, con, name=f"{nombre}_nuevo"),
        path(f"{raiz}<uuid:clave>/", vivas.editar, con, name=nombre),
        path(f"{raiz}<uuid:clave>/retirar/", vivas.retirar, con, name=f"{nombre}_retirar"),
        path(f"{raiz}<uuid:clave>/restaurar/", vivas.restaurar, con, name=f"{nombre}_restaurar"),
    ]


A = "autodiagnostico/"
D = "panel/<str:codigo>/diagnostico/"
urlpatterns = [
    path(A, autodiagnostico.comenzar, name="autodiagnostico"),
    path(f"{A}paso/<slug:slug>/", autodiagnostico.paso, name="autodiagnostico_paso"),
    path(f"{A}municipio/", autodiagnostico.municipio, name="autodiagnostico_municipio"),
    path(f"{A}resultado/", autodiagnostico.resultado, name="autodiagnostico_resultado"),
    path(f"{A}conservar/", conservado.guardar, name="autodiagnostico_conservar"),
    path(f"{A}conservado/<uuid:clave>/", conservado.conservado, name="autodiagnostico_conservado"),
    path(f"{A}conservado/<uuid:clave>/borrar/", conservado.borrar, name="autodiagnostico_borrar"),
    path(D, inicio.diagnostico, name="diagnostico"),
    path(f"{D}ruta/", inicio.ruta, name="diagnostico_ruta"),
    path(f"{D}paso/<slug:slug>/", paso.paso, name="diagnostico_paso"),
    path(f"{D}evidencia/nueva/<str:pregunta>/", evidencia.nueva, name="evidencia_nueva"),
    path(f"{D}evidencia/<uuid:clave>/quitar/", evidencia.quitar, name="evidencia_quitar"),
    path(f"{D}modalidad/<slug:slug>/", secciones.modalidad, name="diagnostico_modalidad"),
    path(f"{D}condiciones/", secciones.condiciones, name="diagnostico_condiciones"),
    path(f"{D}temas/", secciones.temas, name="diagnostico_temas"),
    path(f"{D}revisar/", cierre.revisar, name="diagnostico_revisar"),
    path(f"{D}resultado/<int:numero>/", cierre.resultado, name="diagnostico_resultado"),
    path(f"{D}<int:numero>/planilla/", planilla.planilla, name="diagnostico_planilla"),
    path(f"{D}<int:numero>/planilla/planilla.xlsx", planilla.planilla_xlsx, name="diagnostico_planilla_xlsx"),
    path(f"{D}<int:numero>/planilla/<uuid:clave>/", planilla.planilla_recibida, name="diagnostico_planilla_recibida"),
    path("panel/<str:codigo>/redes/", recomendadas.recomendadas, name="recomendadas"),
    path("panel/<str:codigo>/memoria/<uuid:clave>/documento/", vivas.documento, name="antecedente_documento"),
    *direcciones("panel/<str:codigo>/actores/", registros.ACTORES),
    *direcciones("panel/<str:codigo>/memoria/", registros.MEMORIA),
    *direcciones("panel/<str:codigo>/plan-de-desarrollo/", registros.EJES_PLAN),
]
