"""Departments, municipalities, associative schemes, neighbours, Ley 617 categories and periods."""

from __future__ import annotations

from collections import defaultdict

from fcm_portal.carga import celdas
from fcm_portal.carga.lectura import Lectura, Renglon
from fcm_portal.carga.revision import exigir
from fcm_portal.carga.tabla import Fila, Tabla
from territorio.models import Categoria, Periodo, Territorio, Tipo, Vecindad

TIPOS = {
    "municipio": Tipo.MUNICIPIO,
    "distrito": Tipo.DISTRITO,
    "área no municipalizada": Tipo.AREA,
    "isla": Tipo.ISLA,
}
CATEGORIA = celdas.uno_de("", "ESP", "1", "2", "3", "4", "5", "6")
CLASES = (
    "área metropolitana",
    "región metropolitana",
    "región administrativa y de planificación",
    "provincia administrativa y de planificación",
    "asociación de municipios",
)
DEPARTAMENTOS = {
    "codigo": celdas.departamento,
    "nombre": celdas.obligatorio,
    "region_natural": celdas.uno_de("Andina", "Caribe", "Pacífica", "Orinoquía", "Amazonía", "Insular"),
    "capital": celdas.obligatorio,
    "codigo_capital": celdas.municipio,
    "municipios_y_areas": celdas.entero,
    "poblacion": celdas.entero,
    "poblacion_anio": celdas.entero,
}
MUNICIPIOS = {
    "codigo_dane": celdas.municipio,
    "nombre": celdas.obligatorio,
    "codigo_departamento": celdas.departamento,
    "tipo": celdas.uno_de(*TIPOS),
    "norma_distrito": celdas.texto,
    "latitud": celdas.grados(90),
    "longitud": celdas.grados(180),
    "poblacion": celdas.entero,
    "poblacion_anio": celdas.entero,
    "poblacion_cabecera": celdas.entero,
    "poblacion_rural": celdas.entero,
    "categoria_ley_617": CATEGORIA,
    "categoria_vigencia": celdas.entero,
    "categoria_2024": CATEGORIA,
    "categoria_2026": CATEGORIA,
    "pdet": celdas.si_no,
    "subregion_pdet": celdas.texto,
    "zona_frontera": celdas.texto,
    "limita_pais": celdas.paises,
}
ASOCIACIONES = {
    "codigo": celdas.codigo(r"[A-Z]+(-[A-Z0-9]+)+", "un código como ASM-AMA"),
    "nombre": celdas.obligatorio,
    "sigla": celdas.texto,
    "tipo": celdas.uno_de(*CLASES),
    "miembros": celdas.lista,
    "miembros_departamentos": celdas.lista,
    "num_miembros": celdas.entero,
    "lista_completa": celdas.si_no,
    "fuente": celdas.texto,
    "nota": celdas.texto,
}
VECINDADES = {
    "codigo_a": celdas.municipio,
    "codigo_b": celdas.municipio,
    "metodo": celdas.uno_de("geometria", "segregacion"),
    "frontera_km": celdas.decimal,
    "en_segunda_fuente": celdas.si_no,
}
PERIODOS = {
    "nombre": celdas.codigo(r"[0-9]{4}-[0-9]{4}", "un período como 2024-2027"),
    "desde": celdas.dia,
    "hasta": celdas.dia,
}


def leer(lectura: Lectura, conocidos: dict[str, set]) -> list[Tabla]:
    """Read the territorial files; the codes they bring become known."""
    departamentos = lectura.csv("departamentos.csv", DEPARTAMENTOS)
    municipios = lectura.csv("municipios.csv", MUNICIPIOS)
    asociaciones = lectura.csv("asociaciones.csv", ASOCIACIONES)
    vecindades = lectura.csv("vecindades.csv", VECINDADES)
    conocidos["territorios"].update(fila["codigo"] for fila in [*departamentos, *asociaciones])
    conocidos["territorios"].update(fila["codigo_dane"] for fila in municipios)
    revisar_sumas(lectura, departamentos, municipios)
    return [
        de_territorio("Departamentos", [Tipo.DEPARTAMENTO], [departamento(fila) for fila in departamentos]),
        de_territorio(
            "Municipios, distritos y áreas", [*TIPOS.values()], [municipio(lectura, f, conocidos) for f in municipios]
        ),
        de_territorio(
            "Esquemas asociativos", [Tipo.ASOCIACION], [asociacion(lectura, f, conocidos) for f in asociaciones]
        ),
        Tabla(
            "Categorías Ley 617", Categoria.objects.all, ("territorio_id", "vigencia"), categorias(lectura, municipios)
        ),
        Tabla(
            "Vecindades", Vecindad.objects.all, ("a_id", "b_id"), [vecindad(lectura, f, conocidos) for f in vecindades]
        ),
        Tabla(
            "Períodos", Periodo.objects.all, ("nombre",), [periodo(f) for f in lectura.csv("periodos.csv", PERIODOS)]
        ),
    ]


def de_territorio(nombre: str, tipos: list[str], filas: list[Fila]) -> Tabla:
    """Give the part of the one table that holds these kinds."""
    relacion = "integrantes" if tipos == [Tipo.ASOCIACION] else ""
    return Tabla(nombre, lambda: Territorio.objects.filter(tipo__in=tipos), ("codigo",), filas, relacion)


def departamento(fila: Renglon) -> Fila:
    """Give the row of a department."""
    campos = ("nombre", "region_natural", "poblacion", "poblacion_anio")
    valores = {campo: fila[campo] for campo in campos} | {"tipo": str(Tipo.DEPARTAMENTO)}
    return Fila(fila.archivo, fila.linea, (fila["codigo"],), valores)


def municipio(lectura: Lectura, fila: Renglon, conocidos: dict) -> Fila:
    """Give the row of a municipality, district, area or island. ``zona_frontera`` has no data yet and is not stored."""
    exigir(
        lectura, fila.archivo, fila.linea, "El departamento", [fila["codigo_departamento"]], conocidos["territorios"]
    )
    if not fila["codigo_dane"].startswith(fila["codigo_departamento"]):
        lectura.problema(fila.archivo, fila.linea, "El código DANE no empieza por el del departamento.")
    campos = ("nombre", "norma_distrito", "latitud", "longitud", "pdet", "subregion_pdet", "limita_pais")
    poblacion = ("poblacion", "poblacion_anio", "poblacion_cabecera", "poblacion_rural")
    valores = {campo: fila[campo] for campo in (*campos, *poblacion)}
    valores |= {"tipo": str(TIPOS[fila["tipo"]]), "departamento_id": fila["codigo_departamento"]}
    return Fila(fila.archivo, fila.linea, (fila["codigo_dane"],), valores)


def asociacion(lectura: Lectura, fila: Renglon, conocidos: dict) -> Fila:
    """Give the row of an associative scheme; its department is that of its members when they share one."""
    miembros = fila["miembros"] + fila["miembros_departamentos"]
    exigir(lectura, fila.archivo, fila.linea, "El integrante", miembros, conocidos["territorios"])
    if len(miembros) != fila["num_miembros"]:
        lectura.problema(fila.archivo, fila.linea, f"Dice {fila['num_miembros']} integrantes y trae {len(miembros)}.")
    departamentos = {codigo[:2] for codigo in miembros}
    valores = {campo: fila[campo] for campo in ("nombre", "sigla", "lista_completa", "fuente", "nota")}
    valores |= {"tipo": str(Tipo.ASOCIACION), "clase_asociacion": fila["tipo"]}
    valores["departamento_id"] = departamentos.pop() if len(departamentos) == 1 else None
    return Fila(fila.archivo, fila.linea, (fila["codigo"],), valores, miembros)


def categorias(lectura: Lectura, municipios: list[Renglon]) -> list[Fila]:
    """Give one row for each year in which the category of a municipality is known."""
    filas = []
    for fila in municipios:
        anios = {2024: fila["categoria_2024"], 2026: fila["categoria_2026"]}
        if bool(fila["categoria_ley_617"]) != bool(fila["categoria_vigencia"]):
            lectura.problema(fila.archivo, fila.linea, "La categoría y su vigencia van juntas.")
        elif fila["categoria_vigencia"]:
            anios[fila["categoria_vigencia"]] = fila["categoria_ley_617"]
        for anio, categoria in sorted(anios.items()):
            if categoria:
                filas.append(Fila(fila.archivo, fila.linea, (fila["codigo_dane"], anio), {"categoria": categoria}))
    return filas


def vecindad(lectura: Lectura, fila: Renglon, conocidos: dict) -> Fila:
    """Give the row of a pair of neighbours."""
    par = (fila["codigo_a"], fila["codigo_b"])
    exigir(lectura, fila.archivo, fila.linea, "El municipio", par, conocidos["territorios"])
    if par[0] >= par[1]:
        lectura.problema(fila.archivo, fila.linea, "El primer código debe ser menor que el segundo.")
    return Fila(fila.archivo, fila.linea, par, {"metodo": fila["metodo"], "frontera_km": fila["frontera_km"]})


def periodo(fila: Renglon) -> Fila:
    """Give the row of a term of office."""
    return Fila(fila.archivo, fila.linea, (fila["nombre"],), {"desde": fila["desde"], "hasta": fila["hasta"]})


def revisar_sumas(lectura: Lectura, departamentos: list[Renglon], municipios: list[Renglon]) -> None:
    """Check that the totals of each department are the sums of its municipalities, and that its capital exists."""
    if not municipios:
        return
    cuentas: dict = defaultdict(lambda: [0, 0])
    for fila in municipios:
        cuentas[fila["codigo_departamento"]][0] += 1
        cuentas[fila["codigo_departamento"]][1] += fila["poblacion"] or 0
    capitales = {fila["codigo_dane"] for fila in municipios}
    for fila in departamentos:
        if [fila["municipios_y_areas"], fila["poblacion"]] != cuentas[fila["codigo"]]:
            cuenta, poblacion = cuentas[fila["codigo"]]
            razon = (
                f"Sus totales no son la suma de municipios.csv: {cuenta} municipios y áreas, {poblacion} habitantes."
            )
            lectura.problema(fila.archivo, fila.linea, razon)
        exigir(lectura, fila.archivo, fila.linea, "La capital", [fila["codigo_capital"]], capitales)
