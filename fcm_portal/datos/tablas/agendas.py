"""The approved agendas: one row an agenda, an action, a yearly target and a row of the budget."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from decimal import Decimal

from django.conf import settings
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from agenda.documento.plan_congelado import acciones_de
from fcm_portal.datos.columna import (
    DECIMAL,
    ENTERO,
    FECHA,
    LISTA,
    LISTA_DE_ENTEROS,
    SI_NO,
    TEXTO,
    Columna,
    Conjunto,
)
from fcm_portal.datos.tablas import congeladas
from fcm_portal.datos.tablas.congeladas import AGENDA, DE_LA_ACCION, DEMOSTRACION, PAGINA, Par, columnas, fila

PESOS = _("pesos colombianos")
ANIO = _("año")
FUENTE = _("El documento congelado de la versión en vigor de cada agenda, revisado por la Federación.")


def _textos(nombre: str) -> Callable:
    return lambda documento, _accion, _hija: documento["textos"][nombre]


def _accion(nombre: str) -> Callable:
    return lambda _documento, accion, _hija: accion[nombre]


def _hija(nombre: str) -> Callable:
    return lambda _documento, _accion, hija: hija[nombre]


def _slug(nombre: str) -> Callable:
    return lambda _documento, accion, _hija: (accion[nombre] or {}).get("slug", "")


def _slug_hija(nombre: str) -> Callable:
    return lambda _documento, _accion, hija: (hija[nombre] or {}).get("slug", "")


def _slugs(nombre: str, campo: str = "slug") -> Callable:
    return lambda _documento, accion, _hija: [uno[campo] for uno in accion[nombre]]


def _dia(nombre: str) -> Callable:
    return lambda _documento, accion, _hija: _fecha(accion[nombre])


def _dia_hija(nombre: str) -> Callable:
    return lambda _documento, _accion, hija: _fecha(hija[nombre])


def _numero(nombre: str) -> Callable:
    return lambda _documento, _accion, hija: None if hija[nombre] is None else Decimal(hija[nombre])


def _fecha(texto: str | None) -> dt.date | None:
    return dt.date.fromisoformat(texto) if texto else None


def _aprobada(documento: dict, _accion: dict, _hija: dict) -> dt.date | None:
    cuando = (documento["acta"].get("aprobada") or {}).get("cuando")
    return localdate(dt.datetime.fromisoformat(cuando)) if cuando else None


DE_AGENDA: tuple[Par, ...] = (
    *AGENDA,
    (Columna("aprobada_en", FECHA, _("Día en que la Federación la revisó y quedó publicada.")), _aprobada),
    (Columna("titulo", TEXTO, _("Título de la agenda.")), _textos("titulo")),
    (Columna("resumen", TEXTO, _("Resumen.")), _textos("resumen")),
    (Columna("vision", TEXTO, _("Visión.")), _textos("vision")),
    (Columna("objetivo_general", TEXTO, _("Objetivo general.")), _textos("objetivo_general")),
    (Columna("alcance", TEXTO, _("Alcance.")), _textos("alcance")),
    (Columna("ofrecemos", TEXTO, _("Lo que el territorio ofrece.")), _textos("ofrecemos")),
    (Columna("buscamos", TEXTO, _("Lo que el territorio busca.")), _textos("buscamos")),
    (Columna("anio_horizonte", ENTERO, _("Hasta qué año mira."), ANIO), _textos("anio_horizonte")),
    (Columna("ejes", ENTERO, _("Cuántos ejes tiene.")), lambda documento, _a, _h: len(documento["ejes"])),
    (Columna("acciones", ENTERO, _("Cuántas acciones tiene.")), lambda documento, _a, _h: len(acciones_de(documento))),
    (
        Columna("efectivo", ENTERO, _("Presupuesto en dinero, todos los años."), PESOS),
        lambda documento, _a, _h: documento["totales"]["efectivo"],
    ),
    (
        Columna("especie", ENTERO, _("Aportes en especie, todos los años; no se suman al dinero."), PESOS),
        lambda documento, _a, _h: documento["totales"]["especie"],
    ),
    (
        Columna("sha256", TEXTO, _("Huella del documento: con ella se comprueba en «Verificar un documento».")),
        lambda documento, _a, _h: documento["sha256"],
    ),
    PAGINA,
    DEMOSTRACION,
)
DE_ACCION: tuple[Par, ...] = (
    *AGENDA,
    *DE_LA_ACCION,
    (Columna("eje", TEXTO, _("Eje a que pertenece.")), lambda documento, _a, _h: documento["eje"]),
    (Columna("objetivo", TEXTO, _("Objetivo a que pertenece.")), lambda documento, _a, _h: documento["objetivo"]),
    (Columna("descripcion", TEXTO, _("En qué consiste.")), _accion("descripcion")),
    (Columna("modalidad", TEXTO, _("Modalidad de la guía.")), _slug("modalidad")),
    (Columna("instrumento", TEXTO, _("Instrumento de la modalidad.")), _slug("instrumento")),
    (Columna("temas", LISTA, _("Temas de la guía.")), _slugs("temas")),
    (Columna("ods", LISTA_DE_ENTEROS, _("Objetivos de Desarrollo Sostenible, por número.")), _slugs("ods", "numero")),
    (Columna("metas_ods", LISTA, _("Metas de los ODS, por código.")), _slugs("metas_ods", "codigo")),
    (Columna("direccion", TEXTO, _("Si recibe, ofrece o va en doble vía.")), _slug("direccion")),
    (Columna("responsable", TEXTO, _("Dependencia responsable.")), _accion("responsable")),
    (Columna("poblaciones", TEXTO, _("A quiénes beneficia.")), _accion("poblaciones")),
    (Columna("inicio", FECHA, _("Cuándo empieza.")), _dia("inicio")),
    (Columna("fin", FECHA, _("Cuándo termina.")), _dia("fin")),
    (Columna("estado", TEXTO, _("En qué iba cuando se congeló el documento.")), _slug("estado")),
    (
        Columna("aliados", LISTA, _("Organizaciones aliadas.")),
        lambda _d, accion, _h: [uno["contraparte"]["nombre"] for uno in accion["aliados"]],
    ),
    (
        Columna(
            "aliados_paises",
            LISTA,
            _("Países de los aliados: códigos de dos letras (ISO 3166-1)."),
            fuente="ISO 3166-1",
        ),
        lambda _d, accion, _h: sorted({uno["contraparte"]["pais"]["slug"] for uno in accion["aliados"]}),
    ),
    (
        Columna("municipios", LISTA, _("Códigos de otros municipios que participan y lo confirmaron.")),
        _slugs("municipios", "codigo"),
    ),
    (
        Columna("efectivo", ENTERO, _("Presupuesto en dinero, todos los años."), PESOS),
        lambda _d, accion, _h: accion["totales"]["efectivo"],
    ),
    (
        Columna("especie", ENTERO, _("Aportes en especie, todos los años."), PESOS),
        lambda _d, accion, _h: accion["totales"]["especie"],
    ),
    (Columna("sugerida", TEXTO, _("Acción sugerida de la que viene; vacía si es propia.")), _accion("sugerida")),
    DEMOSTRACION,
)
DE_INDICADOR: tuple[Par, ...] = (
    *AGENDA,
    *DE_LA_ACCION,
    (Columna("indicador_clave", TEXTO, _("Identificador del indicador (UUID).")), _hija("clave")),
    (Columna("indicador", TEXTO, _("Qué se mide.")), _hija("nombre")),
    (Columna("unidad", TEXTO, _("Unidad en que se mide.")), _hija("unidad")),
    (Columna("formula", TEXTO, _("Cómo se calcula.")), _hija("formula")),
    (Columna("sentido", TEXTO, _("Hacia dónde debe moverse.")), _slug_hija("sentido")),
    (Columna("acumulacion", TEXTO, _("Cómo se acumulan sus valores.")), _slug_hija("acumulacion")),
    (Columna("sin_linea_base", SI_NO, _("Si se declara que no hay línea base.")), _hija("sin_linea_base")),
    (Columna("linea_base", DECIMAL, _("Línea base."), _("la del indicador")), _numero("linea_base")),
    (Columna("linea_base_fecha", FECHA, _("Día de la línea base.")), _dia_hija("linea_base_fecha")),
    (Columna("linea_base_fuente", TEXTO, _("De dónde sale la línea base.")), _hija("linea_base_fuente")),
    (Columna("medio_verificacion", TEXTO, _("Dónde se comprueba.")), _hija("medio_verificacion")),
    (Columna("anio", ENTERO, _("Año de la meta; vacío si el indicador no tiene metas."), ANIO), _hija("anio")),
    (Columna("meta", DECIMAL, _("Meta de ese año."), _("la del indicador")), _numero("meta")),
    DEMOSTRACION,
)
DE_PARTIDA: tuple[Par, ...] = (
    *AGENDA,
    *DE_LA_ACCION,
    (Columna("partida_clave", TEXTO, _("Identificador de la partida (UUID).")), _hija("clave")),
    (Columna("anio", ENTERO, _("Año."), ANIO), _hija("anio")),
    (Columna("fuente", TEXTO, _("De dónde sale: recursos propios, nación, cooperación…")), _slug_hija("fuente")),
    (Columna("aportante", TEXTO, _("Entidad que aporta.")), _hija("aportante")),
    (Columna("en_especie", SI_NO, _("Si es un aporte en especie; no se suma al dinero.")), _hija("en_especie")),
    (Columna("certeza", TEXTO, _("Por gestionar, en gestión o comprometido.")), _slug_hija("certeza")),
    (Columna("valor", ENTERO, _("Valor."), PESOS), _hija("valor")),
    (
        Columna("moneda", TEXTO, _("Moneda en que se pactó: código de tres letras (ISO 4217)."), fuente="ISO 4217"),
        _hija("moneda"),
    ),
    (Columna("valor_moneda", DECIMAL, _("Valor en esa moneda."), _("la de «moneda»")), _numero("valor_moneda")),
    (Columna("tasa", DECIMAL, _("Pesos por unidad de esa moneda."), PESOS), _numero("tasa")),
    (Columna("fecha_tasa", FECHA, _("Día de la tasa.")), _dia_hija("fecha_tasa")),
    (Columna("ejecutado", ENTERO, _("Gastado cuando se congeló el documento."), PESOS), _hija("ejecutado")),
    DEMOSTRACION,
)


def _agendas() -> Iterator[list]:
    for documento in congeladas.documentos(settings.PORTAL_DIRECCION.rstrip("/")):
        yield fila(DE_AGENDA, documento, {}, {})


def _acciones() -> Iterator[list]:
    for documento in congeladas.documentos():
        for eje in documento["ejes"]:
            for objetivo in eje["objetivos"]:
                lugar = documento | {"eje": eje["nombre"], "objetivo": objetivo["nombre"]}
                for accion in objetivo["acciones"]:
                    yield fila(DE_ACCION, lugar, accion, {})


def _indicadores() -> Iterator[list]:
    for documento in congeladas.documentos():
        for accion in acciones_de(documento):
            for indicador in accion["indicadores"]:
                for meta in indicador["metas"] or [{"anio": None, "valor": None}]:
                    yield fila(
                        DE_INDICADOR, documento, accion, indicador | {"anio": meta["anio"], "meta": meta["valor"]}
                    )


def _presupuesto() -> Iterator[list]:
    for documento in congeladas.documentos():
        for accion in acciones_de(documento):
            for partida in accion["presupuesto"]:
                yield fila(DE_PARTIDA, documento, accion, partida)


def _conjunto(slug: str, titulo, que_es, fila_es, pares, filas, clave) -> Conjunto:
    return Conjunto(
        slug=slug,
        titulo=titulo,
        que_es=que_es,
        fila_es=fila_es,
        fuente=FUENTE,
        claves=(_("agenda estratégica"), _("internacionalización"), _("municipios")),
        columnas=columnas(pares),
        filas=filas,
        contar=congeladas.contar,
        cambio=congeladas.cambio,
        clave=clave,
        de_agendas=slug != "agendas",
    )


CONJUNTOS = (
    _conjunto(
        "agendas",
        _("Agendas aprobadas"),
        _("Las agendas estratégicas en vigor: qué se proponen, qué ofrecen, qué buscan y cuánto suman."),
        _("una agenda"),
        DE_AGENDA,
        _agendas,
        ("codigo_dane", "periodo"),
    ),
    _conjunto(
        "acciones",
        _("Acciones de las agendas"),
        _("Cada acción de las agendas en vigor, con su modalidad, temas, ODS, fechas, aliados y presupuesto."),
        _("una acción"),
        DE_ACCION,
        _acciones,
        ("codigo_dane", "periodo", "accion_clave"),
    ),
    _conjunto(
        "indicadores",
        _("Indicadores y metas de las agendas"),
        _("Con qué se mide cada acción: línea base y la meta de cada año."),
        _("la meta de un indicador en un año"),
        DE_INDICADOR,
        _indicadores,
        ("codigo_dane", "periodo", "indicador_clave", "anio"),
    ),
    _conjunto(
        "presupuesto",
        _("Presupuesto de las agendas"),
        _("De dónde sale el dinero de cada acción, año por año, y qué tan seguro es."),
        _("una partida de una acción"),
        DE_PARTIDA,
        _presupuesto,
        ("codigo_dane", "periodo", "partida_clave"),
    ),
)
