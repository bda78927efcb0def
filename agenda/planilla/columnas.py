"""A column from a field of the form that people fill in on screen: same label, same choices, same rules."""

from __future__ import annotations

from collections.abc import Sequence

from django import forms
from django.utils.text import capfirst

from formato.campos import CampoDecimal, CampoFecha, CampoPesos
from guardado.planilla.descripcion import Clase, Columna, Opcion
from guardado.planilla.opciones import distintas

CLASES = (
    (CampoPesos, Clase.PESOS, 18),
    (CampoDecimal, Clase.NUMERO, 14),
    (CampoFecha, Clase.FECHA, 13),
    (forms.BooleanField, Clase.SI_NO, 12),
    (forms.ModelMultipleChoiceField, Clase.VARIAS, 32),
    (forms.MultipleChoiceField, Clase.VARIAS, 32),
    (forms.ChoiceField, Clase.OPCION, 24),
    (forms.ModelChoiceField, Clase.OPCION, 28),
    (forms.IntegerField, Clase.ENTERO, 11),
)
ANCHO_CORTO, ANCHO_LARGO = 30, 48


def columna_de(nombre: str, campo: forms.Field, opciones: Sequence[Opcion] | None = None, **otras) -> Columna:
    """Give the column of a form field. ``opciones``: instead of the field's own; ``otras``: attributes of Columna."""
    clase, ancho = next(
        ((clase, ancho) for tipo, clase, ancho in CLASES if isinstance(campo, tipo)),
        (Clase.TEXTO, ANCHO_LARGO if isinstance(campo.widget, forms.Textarea) else ANCHO_CORTO),
    )
    suyas: Sequence[Opcion] = () if opciones is None else opciones
    if opciones is None and clase in (Clase.OPCION, Clase.VARIAS):
        suyas = distintas(lambda: planas(campo.choices))
    limites = {}
    if clase == Clase.ENTERO:
        limites = {"minimo": getattr(campo, "min_value", None), "maximo": getattr(campo, "max_value", None)}
    elif clase == Clase.TEXTO:
        limites = {"maximo": getattr(campo, "max_length", None)}
    titulo = con_mayuscula(str(otras.pop("titulo", "") or campo.label))
    datos = {"ancho": ancho, "ayuda": campo.help_text, **limites, **otras}
    return Columna(nombre, titulo, clase, opciones=suyas, **datos)


def con_mayuscula(texto: str) -> str:
    """Give a text with its first letter in capital, behind the mark that opens a question: «¿De qué depende?»."""
    marca = texto[:1] if texto[:1] in ("¿", "¡") else ""
    return marca + capfirst(texto.removeprefix(marca))


def planas(opciones) -> list[tuple[str, str]]:
    """Give choices without groups nor the empty one."""
    lista = []
    for clave, etiqueta in opciones:
        if isinstance(etiqueta, list | tuple):
            lista += planas(etiqueta)
        elif clave not in ("", None):
            lista.append((str(clave), str(etiqueta)))
    return lista
