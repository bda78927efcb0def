"""Cells saved by the forms of the screen: what they would be posted, and what became of each field."""

from __future__ import annotations

from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from guardado.formularios import FormularioGuardado
from guardado.guardar import Estado
from guardado.planilla.descripcion import Crudo, Escrito


def como_enviado(valores: dict[str, Any]) -> QueryDict:
    """Give values as a browser would post them."""
    datos = QueryDict(mutable=True)
    for nombre, valor in valores.items():
        datos.setlist(nombre, [str(uno) for uno in valor] if isinstance(valor, list | tuple) else [str(valor)])
    return datos


def limpio(forma: FormularioGuardado, campo: str, crudo: Crudo) -> Any:
    """Give the clean value of a field, as it would be stored. Raises ``ValidationError``."""
    definicion = forma.fields[campo]
    valor = definicion.clean(definicion.widget.value_from_datadict(como_enviado({campo: crudo}), {}, campo))
    guardado = forma.instance._meta.get_field(campo)
    return guardado.get_default() if valor is None and not guardado.null else valor


def guardar_celdas(forma: FormularioGuardado, cambios: dict[str, Escrito]) -> dict[str, str]:
    """Save cells of one row by its form; give the sentence of each that was not saved."""
    datos = como_enviado({forma.add_prefix(campo): escrito.crudo for campo, escrito in cambios.items()})
    for campo, escrito in cambios.items():
        datos[f"visto-{forma.add_prefix(campo)}"] = escrito.visto
    forma.guardar_enviados(datos)
    fallos = {nombre: " ".join(frases) for nombre, frases in forma.errors.items()}
    for nombre, resultado in forma.resultados.items():
        if resultado.estado in (Estado.DESENCUENTRO, Estado.RETIRADA):
            fallos[nombre] = _("Otra persona lo cambió a la vez: su texto quedó guardado para que escojan.")
    return fallos
