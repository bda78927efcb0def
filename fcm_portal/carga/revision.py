"""Checks that every table goes through before anything is written: repeated keys, fields, references."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db.models import ForeignKey

from fcm_portal.carga.lectura import Lectura
from fcm_portal.carga.tabla import Fila, Tabla, nombre_de_clave


def revisar(lectura: Lectura, tabla: Tabla) -> None:
    """Note repeated keys and values that a field does not take (length, shape, blanks)."""
    vistas: dict = {}
    for fila in tabla.filas:
        if fila.clave in vistas:
            anterior = vistas[fila.clave]
            razon = f"«{nombre_de_clave(fila.clave)}» está repetido (ya en {anterior.archivo}, línea {anterior.linea})."
            lectura.problema(fila.archivo, fila.linea, razon)
        vistas[fila.clave] = fila
        revisar_campos(lectura, tabla, fila)


def revisar_campos(lectura: Lectura, tabla: Tabla, fila: Fila) -> None:
    """Ask each field of the model whether it takes its value."""
    claves = {
        campo: valor
        for campo, valor in zip(tabla.clave, fila.clave, strict=True)
        if campo not in tabla.campos_enlazados
    }
    for nombre, valor in (claves | fila.valores).items():
        campo = tabla.modelo._meta.get_field(nombre)
        if isinstance(campo, ForeignKey) or (valor is None and campo.null):
            continue
        try:
            campo.run_validators(campo.to_python(valor))
            campo.validate(campo.to_python(valor), None)
        except ValidationError as error:
            lectura.problema(
                fila.archivo, fila.linea, f"Campo «{nombre}» con «{str(valor)[:60]}»: {' '.join(error.messages)}"
            )


def exigir(lectura: Lectura, archivo: str, linea: int, que_es: str, valores, conocidos) -> None:
    """Note the values that are not known. Nothing is said when nothing is known: its own file already failed."""
    if not conocidos:
        return
    for valor in valores:
        if valor not in conocidos:
            lectura.problema(archivo, linea, f"{que_es} «{valor}» no existe.")
