"""The directory: networks, agencies, the programmes that the guide names, and the known twinnings."""

from __future__ import annotations

from fcm_portal.carga import celdas
from fcm_portal.carga.lectura import Lectura, Mapa, Renglon
from fcm_portal.carga.revision import exigir
from fcm_portal.carga.tabla import Fila, Tabla
from redes.models import Clase, Entrada, EstadoEntrada, Hermanamiento

ESTADO = celdas.uno_de(*EstadoEntrada.values)
COMUNES = {
    "slug": celdas.slug,
    "nombre": celdas.obligatorio,
    "sigla": celdas.texto,
    "nombre_en": celdas.texto,
    "anio_fundacion": celdas.entero,
    "sede_ciudad": celdas.texto,
    "sitio_web": celdas.texto,
    "temas": celdas.lista,
    "modalidades": celdas.lista,
    "ods": celdas.lista_de_enteros,
    "idioma": celdas.lista,
    "estado": ESTADO,
    "fuente": celdas.texto,
    "verificado": celdas.si_no,
    "verificado_en": celdas.dia_o_nada,
    "verificado_por": celdas.texto,
    "otros_nombres": celdas.lista,
    "reemplazada_por": celdas.texto,
}
REDES = COMUNES | {
    "ambito": celdas.uno_de(
        "mundial", "iberoamericano", "latinoamericano", "andino", "fronterizo", "nacional", "temático"
    ),
    "sede_pais": celdas.pais,
    "descripcion": celdas.obligatorio,
    "requisitos_ingreso": celdas.texto,
    "cuota": celdas.uno_de("si", "no", "desconocido"),
    "miembros_colombia": celdas.lista,
    "poblacion_maxima": celdas.entero,
}
AGENCIAS = COMUNES | {
    "tipo": celdas.uno_de("nacional", "bilateral", "multilateral", "ong", "gremio"),
    "pais": celdas.pais,
    "que_ofrece": celdas.obligatorio,
    "convocatorias": celdas.texto,
    "nota_historica": celdas.texto,
}
CAMPOS = {
    "idioma": "idiomas",
    "requisitos_ingreso": "requisitos",
    "pais": "sede_pais",
    "que_ofrece": "descripcion",
    "convocatorias": "convocatorias_nota",
    "reemplazada_por": "reemplazada_por_id",
}
QUIEN_CURA = "curaduría del directorio"  # an office: the same that the rows of the files name
HERMANAMIENTOS = {
    "slug": celdas.slug,
    "municipio": celdas.obligatorio,
    "codigo_dane": celdas.municipio,
    "departamento": celdas.obligatorio,
    "ciudad_extranjera": celdas.obligatorio,
    "pais": celdas.pais,
    "anio": celdas.entero,
    "tipo_acuerdo": celdas.obligatorio,
    "fuente": celdas.texto,
    "verificado": celdas.si_no,
    "nota": celdas.texto,
    "verificado_en": celdas.dia_o_nada,
    "verificado_por": celdas.texto,
}
SIN_GUARDAR = {"slug", "municipio", "departamento", "codigo_dane", "ciudad_extranjera"}  # kept otherwise, or not at all
PROGRAMAS = (
    "nombre", "descripcion", "nota_historica", "estado", "reemplazada_por", "fuente", "verificado", "verificado_en",
    "verificado_por",
)  # fmt: skip
# What the files of the first release did not bring.
NUEVOS = frozenset({"verificado_en", "verificado_por", "otros_nombres", "reemplazada_por_id", "poblacion_maxima"})


def leer(lectura: Lectura, guia: Mapa, conocidos: dict[str, set]) -> list[Tabla]:
    """Read the directory; the slugs of its entries become known."""
    filas = [de_archivo(lectura, Clase.RED, fila, conocidos) for fila in lectura.csv("redes.csv", REDES)]
    filas += [de_archivo(lectura, Clase.AGENCIA, fila, conocidos) for fila in lectura.csv("agencias.csv", AGENCIAS)]
    filas += programas(guia)
    conocidos["entradas"].update(fila.clave[0] for fila in filas)
    for fila in filas:
        exigir_reemplazo(lectura, fila, conocidos)
    acuerdos = lectura.csv("hermanamientos.csv", HERMANAMIENTOS)
    return [
        Tabla("Directorio", Entrada.objects.all, ("slug",), filas, campos_nuevos=NUEVOS),
        Tabla(
            "Hermanamientos",
            Hermanamiento.objects.all,
            ("slug",),
            [hermanamiento(lectura, f, conocidos) for f in acuerdos],
            campos_nuevos=NUEVOS,
        ),
    ]


def de_archivo(lectura: Lectura, clase: Clase, fila: Renglon, conocidos: dict) -> Fila:
    """Give the row of a network or an agency."""
    exigir(lectura, fila.archivo, fila.linea, "El tema", fila["temas"], conocidos["temas"])
    exigir(lectura, fila.archivo, fila.linea, "La modalidad", fila["modalidades"], conocidos["modalidades"])
    exigir(lectura, fila.archivo, fila.linea, "El ODS", fila["ods"], conocidos["ods"])
    exigir_firma(lectura, fila)
    valores = {CAMPOS.get(campo, campo): valor for campo, valor in fila.celdas.items() if campo != "slug"}
    valores["reemplazada_por_id"] = valores["reemplazada_por_id"] or None
    return Fila(fila.archivo, fila.linea, (fila["slug"],), valores | {"clase": str(clase)})


def exigir_firma(lectura: Lectura, fila: Renglon) -> None:
    """Note a verified row without its day or office, and an unverified one that has them."""
    if fila["verificado"] != bool(fila["verificado_en"]) or fila["verificado"] != bool(fila["verificado_por"]):
        razon = "Lleva verificado_en y verificado_por si verificado es «si», y solo entonces."
        lectura.problema(fila.archivo, fila.linea, razon)


def exigir_reemplazo(lectura: Lectura, fila: Fila, conocidos: dict) -> None:
    """Note an entry replaced by itself or by one that is not there."""
    otra = fila.valores.get("reemplazada_por_id")
    if otra:
        exigir(lectura, fila.archivo, fila.linea, "La entrada que la reemplaza", [otra], conocidos["entradas"])
        if otra == fila.clave[0]:
            lectura.problema(fila.archivo, fila.linea, f"«{otra}» no se reemplaza a sí misma.")


def programas(guia: Mapa) -> list[Fila]:
    """Give the national programmes of the guide as entries: ended when their note says so, else nobody knows.

    A note that was verified carries the day in which it was read.
    """
    bloque = next((b for b in guia.get("bloques", []) if b.get("slug") == "programas-referencia"), Mapa())
    return [
        Fila(
            "guia.yaml",
            item.linea,
            (item["slug"],),
            {
                "clase": str(Clase.PROGRAMA),
                "nombre": item.get("nombre") or item.get("titulo"),
                "descripcion": item["texto"],
                "nota_historica": item["hoy"] or "",
                "estado": item.get("estado", str(EstadoEntrada.DESCONOCIDO)),
                "reemplazada_por_id": item.get("reemplazada_por"),
                "fuente": f"guía FCM 2009 › {item['lugar']}",
                "verificado": bool(item["hoy_verificado"]),
                "verificado_en": celdas.dia_o_nada(item["verificado_en"]) if item["hoy_verificado"] else None,
                "verificado_por": QUIEN_CURA if item["hoy_verificado"] else "",
            },
        )
        for item in bloque.get("items") or []
    ]


def hermanamiento(lectura: Lectura, fila: Renglon, conocidos: dict) -> Fila:
    """Give the row of a twinning; the names beside the code are only for who reads the file."""
    exigir(lectura, fila.archivo, fila.linea, "El municipio", [fila["codigo_dane"]], conocidos["territorios"])
    exigir_firma(lectura, fila)
    iguales = ("pais", "anio", "tipo_acuerdo", "fuente", "verificado", "nota", "verificado_en", "verificado_por")
    valores = {campo: fila[campo] for campo in iguales}
    valores |= {"territorio_id": fila["codigo_dane"], "ciudad": fila["ciudad_extranjera"]}
    return Fila(fila.archivo, fila.linea, (fila["slug"],), valores)


def campos_de(objeto: Entrada | Hermanamiento) -> list[str]:
    """Give the attributes that this load brings to a stored row: those of which its digest was made."""
    if isinstance(objeto, Hermanamiento):
        return [*(c for c in HERMANAMIENTOS if c not in SIN_GUARDAR), "territorio_id", "ciudad"]
    columnas = {Clase.RED: REDES, Clase.AGENCIA: AGENCIAS, Clase.PROGRAMA: PROGRAMAS}[Clase(objeto.clase)]
    return ["clase", *(CAMPOS.get(columna, columna) for columna in columnas if columna != "slug")]
