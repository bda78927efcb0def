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
}
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
}


def leer(lectura: Lectura, guia: Mapa, conocidos: dict[str, set]) -> list[Tabla]:
    """Read the directory; the slugs of its entries become known."""
    filas = [de_archivo(lectura, Clase.RED, fila, conocidos) for fila in lectura.csv("redes.csv", REDES)]
    filas += [de_archivo(lectura, Clase.AGENCIA, fila, conocidos) for fila in lectura.csv("agencias.csv", AGENCIAS)]
    filas += programas(guia)
    conocidos["entradas"].update(fila.clave[0] for fila in filas)
    acuerdos = lectura.csv("hermanamientos.csv", HERMANAMIENTOS)
    return [
        Tabla("Directorio", Entrada.objects.all, ("slug",), filas),
        Tabla(
            "Hermanamientos",
            Hermanamiento.objects.all,
            ("slug",),
            [hermanamiento(lectura, f, conocidos) for f in acuerdos],
        ),
    ]


def de_archivo(lectura: Lectura, clase: Clase, fila: Renglon, conocidos: dict) -> Fila:
    """Give the row of a network or an agency."""
    exigir(lectura, fila.archivo, fila.linea, "El tema", fila["temas"], conocidos["temas"])
    exigir(lectura, fila.archivo, fila.linea, "La modalidad", fila["modalidades"], conocidos["modalidades"])
    exigir(lectura, fila.archivo, fila.linea, "El ODS", fila["ods"], conocidos["ods"])
    valores = {CAMPOS.get(campo, campo): valor for campo, valor in fila.celdas.items() if campo != "slug"}
    return Fila(fila.archivo, fila.linea, (fila["slug"],), valores | {"clase": str(clase)})


def programas(guia: Mapa) -> list[Fila]:
    """Give the national programmes of the guide as entries; nobody has confirmed which still work."""
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
                "estado": str(EstadoEntrada.DESCONOCIDO),
                "fuente": f"guía FCM 2009 › {item['lugar']}",
                "verificado": bool(item["hoy_verificado"]),
            },
        )
        for item in bloque.get("items") or []
    ]


def hermanamiento(lectura: Lectura, fila: Renglon, conocidos: dict) -> Fila:
    """Give the row of a twinning; the names beside the code are only for who reads the file."""
    exigir(lectura, fila.archivo, fila.linea, "El municipio", [fila["codigo_dane"]], conocidos["territorios"])
    valores = {campo: fila[campo] for campo in ("pais", "anio", "tipo_acuerdo", "fuente", "verificado", "nota")}
    valores |= {"territorio_id": fila["codigo_dane"], "ciudad": fila["ciudad_extranjera"]}
    return Fila(fila.archivo, fila.linea, (fila["slug"],), valores)
