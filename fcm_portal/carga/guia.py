"""The guide: its blocks and cards (``guia.yaml``) and the glossary."""

from __future__ import annotations

from fcm_portal.carga import celdas
from fcm_portal.carga.lectura import Lectura, Mapa
from fcm_portal.carga.revision import exigir
from fcm_portal.carga.tabla import Fila, Tabla
from guia.models import Ficha, Termino

ARCHIVO = "guia.yaml"
COMUNES = {"slug", "orden", "nombre", "titulo", "texto", "lugar", "hoy", "hoy_verificado", "items"}
OBLIGATORIOS = ("slug", "orden", "texto", "lugar", "hoy", "hoy_verificado")
GLOSARIO = {
    "slug": celdas.slug,
    "termino": celdas.obligatorio,
    "sigla": celdas.texto,
    "definicion": celdas.obligatorio,
    "fuente": celdas.texto,
    "verificado": celdas.si_no,
}


def leer(lectura: Lectura, guia: Mapa, conocidos: dict[str, set]) -> list[Tabla]:
    """Read blocks, cards and glossary; themes and modalities become known."""
    bloques = [bloque for bloque in guia.get("bloques", []) if es_ficha(lectura, bloque)]
    filas_de_bloques, filas_de_fichas = [], []
    for bloque in bloques:
        filas_de_bloques.append(fila_de_ficha(bloque, None))
        items = [item for item in bloque.get("items") or [] if es_ficha(lectura, item)]
        filas_de_fichas += [fila_de_ficha(item, bloque["slug"]) for item in items]
        revisar_orden(lectura, bloque, items)
    for nombre, bloque in (("temas", "temas"), ("modalidades", "modalidades"), ("modalidades", "gobernanza")):
        conocidos[nombre].update(fila.clave[1] for fila in filas_de_fichas if fila.clave[0] == bloque)
    revisar_orden(lectura, guia, bloques)
    revisar_ods(lectura, bloques, conocidos)
    return [
        Tabla("Bloques de la guía", lambda: Ficha.objects.filter(bloque=None), ("bloque_id", "slug"), filas_de_bloques),
        Tabla(
            "Fichas de la guía",
            lambda: Ficha.objects.exclude(bloque=None),
            ("bloque_id", "slug"),
            filas_de_fichas,
            enlazar=enlazar_bloque,
            campos_enlazados=("bloque_id",),
        ),
        Tabla(
            "Glosario",
            Termino.objects.all,
            ("slug",),
            [
                Fila(f.archivo, f.linea, (f["slug"],), {k: v for k, v in f.celdas.items() if k != "slug"})
                for f in lectura.csv("glosario.csv", GLOSARIO)
            ],
        ),
    ]


def es_ficha(lectura: Lectura, ficha) -> bool:
    """Check the fields that every card has; note what is missing."""
    if not isinstance(ficha, Mapa):
        lectura.problema(ARCHIVO, 1, f"Se esperaba una ficha y se halló «{str(ficha)[:60]}».")
        return False
    faltan = [campo for campo in OBLIGATORIOS if campo not in ficha]
    if faltan:
        lectura.problema(ARCHIVO, ficha.linea, f"A la ficha le falta: {', '.join(faltan)}.")
        return False
    if ("nombre" in ficha) == ("titulo" in ficha):
        lectura.problema(ARCHIVO, ficha.linea, f"La ficha «{ficha['slug']}» lleva nombre o título, uno de los dos.")
        return False
    if not isinstance(ficha["hoy_verificado"], bool | None) or (ficha["hoy"] is None) != (
        ficha["hoy_verificado"] is None
    ):
        lectura.problema(
            ARCHIVO, ficha.linea, f"En «{ficha['slug']}», hoy_verificado es true o false si hay nota, y null si no."
        )
        return False
    return True


def fila_de_ficha(ficha: Mapa, bloque: str | None) -> Fila:
    """Give the row of a card. Until it is written, the key of an item holds the slug of its block."""
    datos = {campo: valor for campo, valor in ficha.items() if campo not in COMUNES}
    if "titulo" in ficha:
        datos["titulo_propio"] = True
    valores = {
        "orden": ficha["orden"],
        "nombre": ficha.get("nombre") or ficha.get("titulo"),
        "texto": ficha["texto"],
        "lugar": ficha["lugar"],
        "hoy": ficha["hoy"] or "",
        "hoy_verificado": ficha["hoy_verificado"],
        "datos": datos,
    }
    return Fila(ARCHIVO, ficha.linea, (bloque, ficha["slug"]), valores)


def enlazar_bloque(filas: list[Fila]) -> None:
    """Turn the slug of the block into its number, once the blocks are stored."""
    numeros = dict(Ficha.objects.filter(bloque=None).values_list("slug", "pk"))
    for fila in filas:
        fila.clave = (numeros[fila.clave[0]], fila.clave[1])


def revisar_orden(lectura: Lectura, padre: Mapa, fichas: list[Mapa]) -> None:
    """Check that siblings are numbered 1, 2, 3…"""
    ordenes = [ficha["orden"] for ficha in fichas]
    if ordenes != list(range(1, len(fichas) + 1)):
        lectura.problema(ARCHIVO, padre.linea, f"El orden de «{padre.get('slug', 'bloques')}» no va de uno en uno.")


def revisar_ods(lectura: Lectura, bloques: list[Mapa], conocidos: dict) -> None:
    """Check the ODS that the themes propose."""
    for bloque in bloques:
        for item in bloque.get("items") or []:
            exigir(
                lectura, ARCHIVO, getattr(item, "linea", 1), "El ODS", item.get("ods_propuesta", []), conocidos["ods"]
            )
