"""A row that somebody added to the workbook: what it would hold, and why it cannot be added. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from guardado.huella import huella
from guardado.planilla.asuntos import Asunto, Suerte, dicho_de_celda, frase_de_celda
from guardado.planilla.celdas import crudo_de, legible, revisar_porcentaje, texto_de
from guardado.planilla.descripcion import Clase, Columna, Crudo, Tabla
from guardado.planilla.lectura import valor_de
from guardado.planilla.referencias import Nombradas
from informes.hojas.entrantes.celdas import lugar


@dataclass
class Nueva:
    """A row of the workbook that the portal does not have. ``columnas``: field → number of its column."""

    tabla: Tabla
    hoja: str
    fila: dict
    clave: str
    columnas: dict[str, int]
    crudos: dict[str, Crudo] = field(default_factory=dict)
    valores: dict[str, Any] = field(default_factory=dict)
    malas: dict[str, str] = field(default_factory=dict)  # field → why not

    def donde(self, campo: str) -> str:
        """Give the place of a cell: «D7»; of the key when its column is missing."""
        return lugar(self.columnas.get(campo, 1), self.fila["n"])

    @property
    def nombre(self) -> str:
        """Give how it is called."""
        celda = self.fila["celdas"].get(self.tabla.campo_nombre)
        return texto_de(valor_de(celda)) if celda and celda[0] in "tnd" else _("fila %s") % self.fila["n"]


def asunto_de_nueva(nueva: Nueva, nombradas: dict[str, Nombradas], otras: dict[str, Asunto]) -> list[Asunto]:
    """Give the matter of a new row and those of its cells that are refused, the row going on without them.

    ``otras``: matters of whole rows of the sheets before, by «table:key»: its parent may be among them.
    """
    padre, razon = "", ""
    for columna in nueva.tabla.columnas:
        if not columna.editable:
            continue
        try:
            _leer(nueva, columna, nombradas)
        except ValidationError as error:
            nueva.malas[columna.campo] = " ".join(error.messages)
        except ValueError as error:
            nueva.malas[columna.campo] = str(error)
        if columna.clase == Clase.REFERENCIA and columna.campo in nueva.crudos:
            suyo = otras.get(f"{columna.a}:{nueva.crudos[columna.campo]}")
            if suyo is not None and suyo.suerte == Suerte.RECHAZADA:
                nueva.malas[columna.campo] = _("Primero corrija %s: esa fila no se puede agregar.") % suyo.donde
            elif suyo is not None and suyo.suerte in (Suerte.NUEVA, Suerte.DEVUELTA):
                padre = suyo.id
    for campo, frase in nueva.tabla.revisar(None, nueva.valores, set(nueva.valores)).items():
        nueva.malas.setdefault(campo, frase)
    vitales = [campo for campo in nueva.malas if campo in nueva.tabla.obligatorios() or campo not in nueva.columnas]
    if vitales:
        razon = " ".join(_con_nombre(nueva, campo) for campo in nueva.malas)
    principal = Asunto(
        id=f"{nueva.tabla.nombre}:{nueva.clave}:+",
        suerte=Suerte.RECHAZADA if vitales else Suerte.NUEVA,
        tabla=nueva.tabla.nombre,
        clave=nueva.clave,
        hoja=nueva.hoja,
        lugar=nueva.donde(vitales[0] if vitales else nueva.tabla.campo_nombre),
        fila=nueva.nombre,
        razon=razon,
        crudos={campo: crudo for campo, crudo in nueva.crudos.items() if campo not in nueva.malas},
        huellas={campo: huella(valor) for campo, valor in nueva.valores.items() if campo not in nueva.malas},
        detalle=_detalle(nueva),
        padre=padre,
    )
    return [principal, *([] if vitales else _celdas_rechazadas(nueva))]


def _leer(nueva: Nueva, columna: Columna, nombradas: dict[str, Nombradas]) -> None:
    """Read one cell into ``crudos`` and ``valores``. Raises ``ValueError`` or ``ValidationError``."""
    guardada = nueva.fila["celdas"].get(columna.campo)
    obligatoria = columna.campo in nueva.tabla.obligatorios()
    if guardada is None or guardada[0] == "+":
        if obligatoria:
            raise ValueError(_("Falta este dato."))
        return
    razon = frase_de_celda(*guardada)
    if razon:
        raise ValueError(razon)
    if columna.clase == Clase.REFERENCIA:
        crudo: Crudo = nombradas[columna.a].hallar(texto_de(valor_de(guardada)))
    else:
        revisar_porcentaje(nueva.tabla, None, columna, valor_de(guardada), nueva.fila["celdas"])
        crudo = crudo_de(columna, valor_de(guardada))
    nueva.valores[columna.campo] = nueva.tabla.limpiar(None, columna.campo, crudo)
    nueva.crudos[columna.campo] = crudo


def _con_nombre(nueva: Nueva, campo: str) -> str:
    titulo = next((columna.titulo for columna in nueva.tabla.columnas if columna.campo == campo), "")
    return f"{titulo}: {nueva.malas[campo]}" if titulo else nueva.malas[campo]


def _detalle(nueva: Nueva) -> list[tuple[str, str]]:
    """Give heading and text of each cell that the row would hold."""
    textos = []
    for columna in nueva.tabla.columnas:
        if columna.campo not in nueva.valores or columna.campo in nueva.malas:
            continue
        if columna.clase == Clase.REFERENCIA:
            texto = texto_de(valor_de(nueva.fila["celdas"][columna.campo]))
        else:
            texto = legible(columna, nueva.valores[columna.campo])
        if texto and columna.campo != nueva.tabla.campo_nombre:
            textos.append((columna.titulo, texto))
    return textos


def _celdas_rechazadas(nueva: Nueva) -> list[Asunto]:
    titulos = {columna.campo: columna.titulo for columna in nueva.tabla.columnas}
    return [
        Asunto(
            id=f"{nueva.tabla.nombre}:{nueva.clave}:{campo}",
            suerte=Suerte.RECHAZADA,
            tabla=nueva.tabla.nombre,
            clave=nueva.clave,
            hoja=nueva.hoja,
            lugar=nueva.donde(campo),
            fila=nueva.nombre,
            campo=campo,
            etiqueta=titulos.get(campo, ""),
            ahora=_escrito(nueva, campo),
            razon=frase,
        )
        for campo, frase in nueva.malas.items()
    ]


def _escrito(nueva: Nueva, campo: str) -> str:
    guardada = nueva.fila["celdas"].get(campo)
    if guardada is None:
        return ""
    return texto_de(valor_de(guardada)) if guardada[0] not in "=#+" else dicho_de_celda(*guardada)
