"""A link that moved for good: one click writes the new address wherever the old one was, as any other edit."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.db.models import Q
from django.http import QueryDict

from guardado.guardar import Estado
from guardado.huella import huella
from redes.cosas import CONVOCATORIA, ENTRADA, HERMANAMIENTO, Cosa, clase_de, pagina_de_edicion
from redes.edicion.base import FormularioDirectorio
from redes.edicion.formularios import ConvocatoriaGuardada, EntradaGuardada, HermanamientoConocido
from redes.enlaces.registro import CON_ENLACES, MOSTRADAS, cambiar_en_texto, en_texto
from redes.models import Enlace, EstadoEnlace, Hermanamiento

FORMAS: dict[str, type[FormularioDirectorio]] = {
    ENTRADA: EntradaGuardada,
    CONVOCATORIA: ConvocatoriaGuardada,
    HERMANAMIENTO: HermanamientoConocido,
}


@dataclass
class Mudanza:
    """What became of each thing that had the old address.

    ``chocadas``: somebody else wrote it meanwhile, both texts wait. ``ajenas``: a territory filed it, so only its
    people change it. ``negadas``: with the sentence that says why.
    """

    hechas: list[Cosa] = field(default_factory=list)
    chocadas: list[Cosa] = field(default_factory=list)
    ajenas: list[Cosa] = field(default_factory=list)
    negadas: list[tuple[Cosa, str]] = field(default_factory=list)


def se_puede(enlace: Enlace) -> bool:
    """Say whether an address moved for good to one that is known."""
    return enlace.estado == EstadoEnlace.REDIRIGE and enlace.permanente and bool(enlace.destino)


def mudar(enlace: Enlace, usuario) -> Mudanza:
    """Write the new address in every link and source that has the old one; forget the old one when nobody has it."""
    mudanza = Mudanza()
    for fila, campo in _quienes(enlace.url):
        if isinstance(fila, Hermanamiento) and fila.declarado_en is not None:
            mudanza.ajenas.append(fila)
        else:
            _mudar_una(mudanza, fila, campo, enlace, usuario)
    if not (mudanza.chocadas or mudanza.ajenas or mudanza.negadas):
        enlace.delete()
    return mudanza


def _quienes(url: str) -> list[tuple[Cosa, str]]:
    """Give what has an address as its link or inside its source, with the name of the field of its link."""
    filas = []
    for todas, campo in CON_ENLACES:
        suyas = todas.filter(Q(**{campo: url}) | Q(fuente__contains=url)).order_by("pk")
        suyas = suyas.select_related("territorio__departamento") if todas.model is Hermanamiento else suyas
        filas += [
            (fila, campo) for fila in suyas[:MOSTRADAS] if getattr(fila, campo) == url or url in en_texto(fila.fuente)
        ]
    return filas


def _mudar_una(mudanza: Mudanza, fila: Cosa, campo: str, enlace: Enlace, usuario) -> None:
    forma = FORMAS[clase_de(fila)](instance=fila, usuario=usuario, direccion=pagina_de_edicion(fila))
    nuevos = {"fuente": cambiar_en_texto(fila.fuente, enlace.url, enlace.destino)}
    if getattr(fila, campo) == enlace.url:
        nuevos[campo] = enlace.destino
    datos = QueryDict(mutable=True)
    for nombre, valor in nuevos.items():
        datos[nombre] = valor
        datos[f"visto-{nombre}"] = huella(getattr(fila, nombre))
    forma.guardar_enviados(datos)
    if forma.errors:
        mudanza.negadas.append((fila, " ".join(frase for frases in forma.errors.values() for frase in frases)))
    elif any(uno.estado not in (Estado.GUARDADO, Estado.SIN_CAMBIO) for uno in forma.resultados.values()):
        mudanza.chocadas.append(fila)
    else:
        mudanza.hechas.append(fila)
