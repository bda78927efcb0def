"""The suggested actions (``acciones_sugeridas.yaml``)."""

from __future__ import annotations

from diagnostico.models import AccionSugerida
from fcm_portal.carga.lectura import Lectura, Mapa
from fcm_portal.carga.revision import exigir
from fcm_portal.carga.tabla import Fila, Tabla

ARCHIVO = "acciones_sugeridas.yaml"
CAMPOS = ("orden", "titulo", "objetivo", "modalidad")
DATOS = (
    "activadores",
    "temas",
    "ods",
    "responsable_tipico",
    "duracion_meses",
    "banda_de_costo",
    "categorias",
    "aplica_a",
    "aliados",
    "indicador",
    "primeros_pasos",
    "advertencia_legal",
)


def leer(lectura: Lectura) -> list[Mapa]:
    """Read the actions that have every field."""
    acciones = []
    for accion in lectura.yaml(ARCHIVO).get("acciones", []):
        if not isinstance(accion, Mapa):
            lectura.problema(ARCHIVO, 1, f"Se esperaba una acción y se halló «{str(accion)[:60]}».")
            continue
        faltan = [campo for campo in ("slug", *CAMPOS, *DATOS) if campo not in accion]
        sobran = sorted(set(accion) - {"slug", *CAMPOS, *DATOS})
        if faltan or sobran:
            razon = f"A la acción le falta: {', '.join(faltan) or 'nada'}; le sobra: {', '.join(sobran) or 'nada'}."
            lectura.problema(ARCHIVO, accion.linea, razon)
            continue
        acciones.append(accion)
    return acciones


def tabla(lectura: Lectura, acciones: list[Mapa], conocidos: dict[str, set]) -> Tabla:
    """Give the table of actions, their references checked."""
    for accion in acciones:
        try:
            revisar(lectura, accion, conocidos)
        except (KeyError, TypeError, AttributeError) as error:
            lectura.problema(ARCHIVO, accion.linea, f"La acción «{accion['slug']}» está mal escrita ({error}).")
    filas = [
        Fila(
            ARCHIVO,
            accion.linea,
            (accion["slug"],),
            {campo: accion[campo] for campo in CAMPOS} | {"datos": {campo: accion[campo] for campo in DATOS}},
        )
        for accion in acciones
    ]
    return Tabla("Acciones sugeridas", AccionSugerida.objects.all, ("slug",), filas)


def revisar(lectura: Lectura, accion: Mapa, conocidos: dict[str, set]) -> None:
    """Check everything an action points to and its closed lists."""
    activadores = accion["activadores"]
    indicador = [accion["indicador"]] if accion["indicador"] else []
    for que_es, valores, tipo in (
        ("La pregunta", activadores["preguntas"], "preguntas"),
        ("La condición", activadores["condiciones"], "condiciones"),
        (
            "La modalidad",
            [accion["modalidad"], *(nivel["modalidad"] for nivel in activadores["niveles"])],
            "modalidades",
        ),
        ("El tema", accion["temas"], "temas"),
        ("El ODS", accion["ods"], "ods"),
        ("El aliado", accion["aliados"], "entradas"),
        ("El indicador", indicador, "indicadores"),
    ):
        exigir(lectura, ARCHIVO, accion.linea, que_es, valores, conocidos[tipo])
    exigir(lectura, ARCHIVO, accion.linea, "El nivel", [n["nivel"] for n in activadores["niveles"]], {0, 1, 2, 3})
    exigir(
        lectura,
        ARCHIVO,
        accion.linea,
        "La banda de costo",
        [accion["banda_de_costo"]],
        {"sin_costo", "baja", "media", "alta"},
    )
    exigir(lectura, ARCHIVO, accion.linea, "La categoría", accion["categorias"], {"ESP", "1", "2", "3", "4", "5", "6"})
    exigir(lectura, ARCHIVO, accion.linea, "El alcance", [accion["aplica_a"]], {"todos", "municipio", "asociacion"})
    if not isinstance(accion["duracion_meses"], int) or accion["duracion_meses"] < 1:
        lectura.problema(ARCHIVO, accion.linea, f"La duración de «{accion['slug']}» va en meses enteros.")
