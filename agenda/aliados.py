"""A partner of an action is made once, with its counterpart when that is new or comes from the directory."""

from __future__ import annotations

from agenda.filas import filas_de, ultimo_orden
from agenda.models import Accion, Agenda, Aliado
from guardado.nuevas import crear_una_vez
from redes.contrapartes import desde_entrada
from redes.models import Contraparte, Entrada


def crear_aliado(agenda: Agenda, accion: Accion, forma):
    """Make the partner of a valid ``FormularioAliadoNuevo``; give it, and whether it was made now."""
    datos = forma.cleaned_data

    def nuevo() -> Aliado:
        return Aliado.objects.create(
            clave=datos["clave"], accion=accion, contraparte=_contraparte(agenda, datos), rol=datos["rol"],
            etapa=datos["etapa"], orden=ultimo_orden(accion, "aliado"),
        )  # fmt: skip

    return crear_una_vez(filas_de(agenda, "aliado"), datos["clave"], nuevo)


def _contraparte(agenda: Agenda, datos: dict) -> Contraparte:
    clase, _dos, clave = datos.get("quien", "").partition(":")
    if clase == "entrada":
        return desde_entrada(Entrada.objects.get(pk=clave))
    if clase == "contraparte":
        return Contraparte.objects.get(territorio=agenda.territorio_id, clave=clave)
    igual = Contraparte.objects.filter(
        territorio=agenda.territorio_id, nombre=datos["nombre"], tipo=datos["tipo"], pais=datos["pais"]
    ).first()
    return igual or Contraparte.objects.create(
        territorio=agenda.territorio, nombre=datos["nombre"], tipo=datos["tipo"], ciudad=datos["ciudad"],
        pais=datos["pais"], es_demostracion=agenda.es_demostracion,
    )  # fmt: skip
