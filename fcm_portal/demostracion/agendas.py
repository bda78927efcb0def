"""A demonstration agenda built from its YAML file, or from the suggestions of its diagnostic."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path

import yaml

from agenda.models import (
    Accion,
    Agenda,
    Aliado,
    DecisionSugerencia,
    Eje,
    Hito,
    Indicador,
    Medicion,
    MetaAnual,
    Objetivo,
    Partida,
    Reunion,
    Sugerencia,
    Tramite,
    VinculoPlan,
)
from agenda.sugeridas import aceptar, diagnostico_de
from diagnostico.models import Actor, Antecedente, EjePlan
from diagnostico.sugeridas import sugerencias
from guia.catalogo import catalogo
from redes.contrapartes import desde_entrada
from redes.models import Contraparte, Entrada

CARPETA = Path(__file__).parent


def leer(nombre: str) -> dict:
    """Give the data of ``<nombre>.yaml``."""
    return yaml.safe_load((CARPETA / f"{nombre}.yaml").read_text(encoding="utf-8"))


def construir(agenda: Agenda, datos: dict, usuario) -> dict[str, Accion]:
    """Fill an agenda with everything its file says; give the actions by their key in the file."""
    for campo, valor in datos["agenda"].items():
        setattr(agenda, campo, valor)
    agenda.save()
    territorio = agenda.territorio
    for orden, fila in enumerate(datos.get("reuniones", []), start=1):
        Reunion.objects.create(agenda=agenda, orden=orden, **fila)
    for fila in datos.get("actores", []):
        Actor.objects.create(territorio=territorio, **fila)
    contrapartes = {
        clave: Contraparte.objects.create(territorio=territorio, es_demostracion=True, **fila)
        for clave, fila in datos.get("contrapartes", {}).items()
    }
    antecedentes = [
        Antecedente.objects.create(
            territorio=territorio, contraparte=contrapartes.get(fila.pop("contraparte", "")), **fila
        )
        for fila in datos.get("antecedentes", [])
    ]
    plan = [
        EjePlan.objects.create(territorio=territorio, periodo=agenda.periodo, **fila)
        for fila in datos.get("plan_de_desarrollo", [])
    ]
    acciones = {}
    for n, eje in enumerate(datos["ejes"], start=1):
        fila_eje = Eje.objects.create(
            agenda=agenda, orden=n, nombre=eje["nombre"], descripcion=eje.get("descripcion", "")
        )
        for m, objetivo in enumerate(eje["objetivos"], start=1):
            fila_objetivo = Objetivo.objects.create(
                eje=fila_eje, orden=m, nombre=objetivo["nombre"], situacion=objetivo.get("situacion", "")
            )
            for k, accion in enumerate(objetivo["acciones"], start=1):
                acciones[accion["clave"]] = _accion(
                    agenda, fila_objetivo, k, dict(accion), contrapartes, antecedentes, plan, usuario
                )
    return acciones


def _accion(agenda, objetivo, orden, datos, contrapartes, antecedentes, plan, usuario) -> Accion:
    datos.pop("clave")
    colgados = {nombre: datos.pop(nombre, []) for nombre in ("hitos", "tramites", "aliados", "partidas", "indicadores")}
    sugerida = datos.pop("sugerida", None)
    vinculo = datos.pop("plan", {})
    numero = datos.pop("antecedente", None)
    accion = Accion.objects.create(
        objetivo=objetivo,
        orden=orden,
        antecedente=antecedentes[numero] if numero is not None else None,
        sugerida_por=sugerida["origen"] if sugerida else "",
        sugerida_slug=sugerida["slug"] if sugerida else "",
        vinculo_plan=VinculoPlan.PROPUESTA if vinculo.get("propuesta") else VinculoPlan.EN_PLAN,
        eje_plan=plan[vinculo["eje"]] if "eje" in vinculo else None,
        plan_programa=vinculo.get("programa", ""),
        plan_meta=vinculo.get("meta", ""),
        **datos,
    )
    if sugerida:
        Sugerencia.objects.create(
            agenda=agenda, decision=DecisionSugerencia.ACEPTADA, accion=accion, decidida_por=usuario, **sugerida
        )
    for n, fila in enumerate(colgados["hitos"], start=1):
        Hito.objects.create(
            accion=accion, orden=n, nombre=fila["nombre"], fecha=fila["fecha"], cumplido_en=fila.get("cumplido")
        )
    for n, fila in enumerate(colgados["tramites"], start=1):
        Tramite.objects.create(accion=accion, orden=n, **fila)
    for n, fila in enumerate(colgados["aliados"], start=1):
        contraparte = (
            contrapartes[fila["contraparte"]]
            if "contraparte" in fila
            else desde_entrada(Entrada.objects.get(pk=fila["entrada"]))
        )
        Aliado.objects.create(accion=accion, orden=n, contraparte=contraparte, rol=fila["rol"], etapa=fila["etapa"])
    for n, fila in enumerate(colgados["partidas"], start=1):
        Partida.objects.create(accion=accion, orden=n, **fila)
    for n, fila in enumerate(colgados["indicadores"], start=1):
        _indicador(accion, n, fila)
    return accion


def _indicador(accion: Accion, orden: int, fila: dict) -> None:
    sugerido = catalogo().indicadores.get(fila.get("sugerido", ""))
    indicador = Indicador.objects.create(
        accion=accion,
        orden=orden,
        nombre=sugerido.nombre if sugerido else fila["nombre"],
        unidad=sugerido.unidad if sugerido else fila["unidad"],
        formula=sugerido.formula if sugerido else fila["formula"],
        sugerido=sugerido.codigo if sugerido else "",
        sin_linea_base=fila.get("sin_base", False),
        linea_base=Decimal(fila["base"]) if "base" in fila else None,
        linea_base_fecha=fila.get("base_fecha"),
        linea_base_fuente=fila.get("base_fuente", ""),
        acumulacion=fila["acumulacion"],
        medio_verificacion=fila.get("medio", "Informe semestral de seguimiento"),
    )
    for anio, valor in fila["metas"].items():
        MetaAnual.objects.create(indicador=indicador, anio=anio, valor=Decimal(valor))
    for n, medicion in enumerate(fila.get("mediciones", []), start=1):
        Medicion.objects.create(
            indicador=indicador, orden=n, fecha=medicion["fecha"], valor=Decimal(medicion["valor"]),
            evidencia=medicion["evidencia"],
        )  # fmt: skip


def armar_con_sugerencias(agenda: Agenda, usuario, *, cuantas: int = 4) -> None:
    """Fill an agenda with the first suggestions of its diagnostic, dated and with a small budget."""
    nombre = agenda.territorio.nombre
    agenda.titulo = f"{nombre} se abre al mundo"
    agenda.objetivo_general = (
        f"Lograr que {nombre} tenga relaciones internacionales pocas, útiles y bien llevadas, al servicio de su plan "
        "de desarrollo."
    )
    agenda.resumen = "Agenda de demostración, armada con las acciones que sugiere el diagnóstico."
    agenda.ofrecemos = "Productos del campo, fiestas y oficios propios."
    agenda.buscamos = "Municipios pares, formación de funcionarios y apoyo para pasar de la idea al proyecto."
    agenda.save()
    anio = agenda.periodo.desde.year + 2
    for n, sugerencia in enumerate(sugerencias(diagnostico_de(agenda))[:cuantas]):
        accion = aceptar(agenda, sugerencia, usuario)
        accion.inicio = dt.date(anio, 1 + 2 * (n % 5), 1)
        accion.fin = dt.date(anio + 1, 3 + 2 * (n % 4), 28)
        accion.vinculo_plan = VinculoPlan.PROPUESTA
        accion.save()
        Partida.objects.create(
            accion=accion, orden=1, anio=anio, fuente="propios", valor=(n + 1) * 3_000_000, certeza="comprometido"
        )
        for indicador in accion.indicadores.all():
            indicador.sin_linea_base = True
            indicador.save()
            MetaAnual.objects.create(indicador=indicador, anio=agenda.periodo.hasta.year, valor=Decimal(n + 1))
