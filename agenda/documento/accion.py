"""One action as it will be printed, with everything that hangs from it."""

from __future__ import annotations

from agenda.documento.dinero import total
from agenda.documento.valores import decimal, eleccion, fecha, ficha, fichas, pais
from agenda.models import Accion, Aliado, Indicador, Partida
from guia.catalogo import catalogo
from redes.models import Contraparte


def componer_accion(accion: Accion, numero: str) -> dict:
    """Give an action, its choices with slug and text."""
    guia = catalogo()
    partidas = [componer_partida(fila) for fila in accion.partidas.all()]
    return {
        "clave": str(accion.clave),
        "numero": numero,
        "nombre": accion.nombre,
        "descripcion": accion.descripcion,
        "modalidad": ficha(guia.modalidades_y_gobernanza, accion.modalidad) if accion.modalidad else None,
        "gobernanza": accion.gobernanza,
        "instrumento": ficha(guia.instrumentos, accion.instrumento) if accion.instrumento else None,
        "responsable": accion.responsable,
        "inicio": fecha(accion.inicio),
        "fin": fecha(accion.fin),
        "direccion": eleccion(accion, "direccion"),
        "poblaciones": accion.poblaciones,
        "temas": fichas(guia.temas, accion.temas),
        "ods": [
            {"numero": n, "texto": str(guia.ods[n].nombre) if n in guia.ods else ""} for n in sorted(set(accion.ods))
        ],
        "metas_ods": [
            {"codigo": codigo, "texto": str(guia.metas_ods[codigo].etiqueta) if codigo in guia.metas_ods else ""}
            for codigo in sorted(set(accion.metas_ods), key=_orden_de_meta)
        ],
        "plan": _vinculo(accion),
        "antecedente": _antecedente(accion),
        "convocatoria": _convocatoria(accion),
        "depende_de": accion.depende_de,
        "resultados": fichas(guia.resultados, accion.resultados),
        "impactos": fichas(guia.impactos, accion.impactos),
        "estado": eleccion(accion, "estado"),
        "avance": accion.avance,
        "sugerida": accion.sugerida_slug,
        "hitos": [
            {
                "clave": str(hito.clave),
                "nombre": hito.nombre,
                "fecha": fecha(hito.fecha),
                "cumplido_en": fecha(hito.cumplido_en),
            }
            for hito in accion.hitos.all()
        ],
        "tramites": [
            {
                "clave": str(tramite.clave),
                "nombre": tramite.nombre,
                "entidad": tramite.entidad,
                "estado": eleccion(tramite, "estado"),
                "documento": tramite.documento,
            }
            for tramite in accion.tramites.all()
        ],
        "aliados": [_aliado(fila) for fila in accion.aliados.all()],
        "municipios": [
            {"codigo": fila.territorio_id, "nombre": fila.territorio.nombre_completo}
            for fila in accion.participaciones.all()
        ],
        "presupuesto": partidas,
        "totales": total(partidas),
        "indicadores": [_indicador(fila) for fila in accion.indicadores.all()],
    }


def _orden_de_meta(codigo: str) -> tuple:
    """Sort «4.7» before «4.a» and «4.10» after both numbers."""
    ods, _punto, meta = codigo.partition(".")
    return (int(ods) if ods.isdigit() else 99, not meta.isdigit(), int(meta) if meta.isdigit() else 0, meta)


def _vinculo(accion: Accion) -> dict:
    """Give its link to the development plan; a removed axis is not named."""
    eje = accion.eje_plan if accion.eje_plan and not accion.eje_plan.retirada_en else None
    return {
        "vinculo": eleccion(accion, "vinculo_plan"),
        "eje": {"clave": str(eje.clave), "texto": str(eje)} if eje else None,
        "programa": accion.plan_programa,
        "meta": accion.plan_meta,
        "indicador": accion.plan_indicador,
        "bpin": accion.bpin,
    }


def _antecedente(accion: Accion) -> dict | None:
    """Give the antecedent it continues, unless removed."""
    antes = accion.antecedente
    return {"clave": str(antes.clave), "texto": antes.titulo} if antes and not antes.retirada_en else None


def _convocatoria(accion: Accion) -> dict | None:
    """Give the call it answers."""
    llamado = accion.convocatoria
    if llamado is None:
        return None
    return {
        "texto": llamado.titulo,
        "entidad": llamado.quien,
        "cierra": fecha(llamado.cierra),
        "enlace": llamado.enlace,
    }


def componer_contraparte(fila: Contraparte) -> dict:
    """Give who is on the other side, and whether somebody verified that it exists."""
    return {
        "clave": str(fila.clave),
        "nombre": fila.nombre,
        "tipo": eleccion(fila, "tipo"),
        "ciudad": fila.ciudad,
        "pais": {"slug": fila.pais, "texto": pais(fila.pais)},
        "directorio": fila.entrada_id or "",
        "verificada": fila.verificada,
        "verificada_en": fecha(fila.verificada_en),
        "verificada_como": fila.verificada_como,
    }


def _aliado(fila: Aliado) -> dict:
    return {
        "clave": str(fila.clave),
        "rol": eleccion(fila, "rol"),
        "etapa": eleccion(fila, "etapa"),
        "contraparte": componer_contraparte(fila.contraparte),
    }


def componer_partida(fila: Partida) -> dict:
    """Give a row of the budget: pesos as whole numbers, the other currency as text."""
    return {
        "clave": str(fila.clave),
        "anio": fila.anio,
        "fuente": eleccion(fila, "fuente"),
        "aportante": fila.aportante,
        "en_especie": fila.en_especie,
        "certeza": eleccion(fila, "certeza"),
        "moneda": fila.moneda,
        "valor_moneda": decimal(fila.valor_moneda),
        "tasa": decimal(fila.tasa),
        "fecha_tasa": fecha(fila.fecha_tasa),
        "valor": fila.valor,
        "ejecutado": fila.ejecutado,
    }


def _indicador(fila: Indicador) -> dict:
    """Give an indicator with its baseline, yearly targets and measurements."""
    return {
        "clave": str(fila.clave),
        "nombre": fila.nombre,
        "unidad": fila.unidad,
        "formula": fila.formula,
        "sin_linea_base": fila.sin_linea_base,
        "linea_base": decimal(fila.linea_base),
        "linea_base_fecha": fecha(fila.linea_base_fecha),
        "linea_base_fuente": fila.linea_base_fuente,
        "sentido": eleccion(fila, "sentido"),
        "acumulacion": eleccion(fila, "acumulacion"),
        "medio_verificacion": fila.medio_verificacion,
        "sugerido": fila.sugerido,
        "metas": [
            {"anio": meta.anio, "valor": decimal(meta.valor)} for meta in sorted(fila.metas.all(), key=lambda m: m.anio)
        ],
        "mediciones": [
            {
                "clave": str(medida.clave),
                "fecha": fecha(medida.fecha),
                "valor": decimal(medida.valor),
                "evidencia": medida.evidencia,
            }
            for medida in fila.mediciones.all()
        ],
    }
