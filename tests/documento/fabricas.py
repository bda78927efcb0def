"""Agendas made through the ORM for the tests of what leaves: a short one, one with 40 actions, one full of traps."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from agenda.models import (
    Accion,
    Agenda,
    Aliado,
    Eje,
    Hito,
    Indicador,
    Medicion,
    MetaAnual,
    Objetivo,
    Partida,
    Reunion,
    Tramite,
    Version,
)
from agenda.versiones import sha256
from diagnostico.models import Actor, Antecedente, EjePlan
from redes.models import Contraparte
from tests.documento.fabrica_base import NOCHE, hacer_diagnostico, hacer_periodo, hacer_territorio, sembrar_guia

ACCIONES = (
    (
        "Renovar el hermanamiento con Pamplona–Iruña",
        "cooperacion-descentralizada",
        "Secretaría de Planeación",
        [11, 17],
    ),
    ("Intercambio docente con los Caminos de Santiago", "cooperacion-descentralizada", "Secretaría de Educación", [4]),
    ("Ruta patrimonial «Pamplona, ciudad mitrada»", "marketing-territorial", "Instituto de Cultura y Turismo", [8, 11]),
    (
        "Ingresar a la Asociación Internacional de Ciudades Educadoras",
        "redes-internacionales",
        "Despacho de la alcaldía",
        [4],
    ),
    ("Mesa fronteriza con municipios del Táchira", "integracion", "Secretaría de Gobierno", [16, 17]),
)
PAISES = (
    ("ES", "Pamplona"),
    ("VE", "San Cristóbal"),
    ("FR", "Bayona"),
    ("JP", "Yamaguchi"),
    ("DE", "Paderborn"),
    ("MX", "Mérida"),
)


def hacer_agenda(acciones: int = 3, *, largo: bool = False, veneno: str = "", codigo: str = "54518") -> Agenda:
    """Give an agenda with all that a document may print. ``largo``: 200-character names and 13-digit budgets.

    ``veneno`` is added to every text, to see that it comes out as text.
    """
    sembrar_guia()
    territorio, periodo = hacer_territorio(codigo), hacer_periodo()

    def t(texto: str, tope: int = 200) -> str:
        if largo:
            texto = (texto + " y fortalecimiento institucional para la proyección internacional del territorio" * 4)[
                :tope
            ]
        return f"{texto[: tope - len(veneno) - 1]} {veneno}".strip() if veneno else texto

    agenda = Agenda.objects.create(
        territorio=territorio,
        periodo=periodo,
        titulo=t("Pamplona, ciudad hermana", 120),
        objetivo_general=t(
            "Abrir Pamplona al mundo para que su gente aprenda, trabaje y reciba a quienes llegan.", 600
        ),
        resumen=t("Pamplona reúne en esta agenda lo que hará con otras ciudades y redes hasta 2027.", 900)
        + "\n\n"
        + t("Parte de su historia, de su universidad y de la frontera.", 900),
        vision=t("En 2035 Pamplona es una ciudad educadora reconocida en los Andes.", 500),
        alcance=t("Cubre el casco urbano y las veredas; la ejecuta la alcaldía con la universidad.", 500),
        anio_horizonte=2035,
        ofrecemos=t(
            "Una ciudad universitaria de montaña, patrimonio colonial y experiencia con población migrante.", 500
        ),
        buscamos=t("Aliados en educación, patrimonio y desarrollo económico local.", 500),
        titulo_en="Pamplona, sister city",
        resumen_en="Pamplona sets out here what it will do with other cities until 2027.",
        ofrecemos_en="A mountain university town.",
        buscamos_en="Partners in education and heritage.",
        preside=t("Alcaldía municipal"),
        secretaria_tecnica=t("Secretaría de Planeación"),
        integrantes=t("Universidad, Cámara"),
        frecuencia="cada tres meses",
        equipo_oficina=t("Secretaría de Planeación"),
        equipo_cargo="Profesional universitario",
        equipo_horas=20,
        equipo_idiomas="español, inglés",
        seguimiento_responsable=t("Secretaría de Planeación"),
        seguimiento_frecuencia="cada semestre",
        rendicion_fecha=dt.date(2027, 3, 15),
        consejos=["iniciativa", "foco"],
        proyecto_cargo="Enlace de internacionalización",
        reviso_cargo="Secretaría de Planeación",
        aprobo_cargo="Alcaldía",
    )
    hacer_diagnostico(territorio, periodo)
    _entorno(agenda, t)
    socios = [
        Contraparte.objects.create(
            territorio=territorio,
            nombre=t(f"Ayuntamiento de {ciudad}"),
            tipo="gobierno-local",
            ciudad=ciudad,
            pais=pais,
            verificada_en=dt.date(2026, 5, 2) if i % 2 == 0 else None,
        )
        for i, (pais, ciudad) in enumerate(PAISES)
    ]
    ejes = []
    for i in range(1 if acciones < 3 else min(4, 1 + acciones // 3)):
        nombre = ("Ciudad hermana", "Economía de montaña", "Frontera que une", "Ciudad educadora")[i]
        eje = Eje.objects.create(
            agenda=agenda, nombre=t(nombre), descripcion=t("Lo que une a Pamplona con otras.", 400), orden=i
        )
        ejes.append(
            [
                Objetivo.objects.create(
                    eje=eje,
                    nombre=t(f"Objetivo {j + 1} de {nombre.lower()}", 300),
                    orden=j,
                    situacion=t("Hoy hay contactos sueltos y nadie los sigue.", 400),
                )
                for j in range(2 if acciones > 6 else 1)
            ]
        )
    for n in range(acciones):
        objetivos = ejes[n % len(ejes)]
        _accion(objetivos[(n // len(ejes)) % len(objetivos)], n, socios, t, largo)
    return agenda


def _entorno(agenda: Agenda, t) -> None:
    """Give it actors, memory, axes of the plan and meetings."""
    territorio, periodo = agenda.territorio, agenda.periodo
    Actor.objects.create(
        territorio=territorio,
        grupo="gobierno-municipal",
        organizacion=t("Alcaldía de Pamplona"),
        cargo="Secretaría de Planeación",
        rol=t("Dirige"),
        compromiso=t("Dos personas medio tiempo", 400),
        contacto_nombre="Nombre Reservado",
        contacto_correo="reservado@ejemplo.co",
    )
    Actor.objects.create(
        territorio=territorio,
        grupo="educativas-culturales-investigacion",
        organizacion="Universidad de Pamplona",
        cargo="Oficina de relaciones interinstitucionales",
        rol="Aliada",
        contacto_nombre="Nombre Autorizado",
        contacto_autorizado=True,
    )
    Antecedente.objects.create(
        territorio=territorio,
        tipo="hermanamiento",
        titulo=t("Hermanamiento con Pamplona–Iruña"),
        etapa="inactivo",
        suscrito_por="Alcalde",
        fecha=dt.date(2001, 7, 7),
        resultado=t("Visitas", 300),
    )
    EjePlan.objects.create(
        territorio=territorio,
        periodo=periodo,
        eje=t("Eje 3. Cultura y patrimonio"),
        programa="3.2 Patrimonio vivo",
        meta="Una ruta patrimonial en funcionamiento",
        modalidades=["marketing-territorial"],
    )
    Reunion.objects.create(
        agenda=agenda,
        fecha=dt.date(2026, 9, 4),
        tema=t("Escoger los temas"),
        asistentes=23,
        memoria=t("Tres temas", 300),
    )


def _accion(objetivo: Objetivo, n: int, socios: list[Contraparte], t, largo: bool) -> Accion:
    """Give one action with all its rows."""
    nombre, modalidad, oficina, ods = ACCIONES[n % len(ACCIONES)]
    agenda = objetivo.eje.agenda
    plan = agenda.territorio.ejes_plan.first()
    accion = Accion.objects.create(
        objetivo=objetivo,
        nombre=t(nombre if n < len(ACCIONES) else f"{nombre} ({n + 1})"),
        modalidad=modalidad,
        orden=n,
        responsable=t(oficina),
        inicio=dt.date(2025 + n % 2, 1 + n % 12, 1),
        fin=dt.date(2027, 12 if n % 3 else 6, 30),
        descripcion=t("Reunir a las partes, escribir el programa de trabajo del bienio y firmarlo.", 600),
        temas=["educacion", "patrimonio-cultural"][: 1 + n % 2],
        ods=ods,
        metas_ods=["11.4"] if 11 in ods else [],
        poblaciones="jóvenes y docentes",
        vinculo_plan="en-plan" if n % 2 == 0 else "propuesta",
        eje_plan=plan if n % 2 == 0 else None,
        direccion="doble",
        antecedente=agenda.territorio.antecedentes.first() if n == 0 else None,
        depende_de=t("De la firma del Concejo", 300),
        resultados=["visibilidad", "redes"][: 1 + n % 2],
        impactos=["calidad-vida"],
    )
    for k, paso in enumerate(("Carta de intención enviada", "Programa de trabajo acordado", "Primer informe")):
        Hito.objects.create(accion=accion, nombre=t(paso, 250), fecha=dt.date(2026, 2 + 3 * k, 15), orden=k)
    Tramite.objects.create(accion=accion, nombre=t("Autorización del Concejo", 500), entidad="Concejo municipal")
    Aliado.objects.create(accion=accion, contraparte=socios[n % len(socios)], rol="par", etapa="en-conversacion")
    if n % 2:
        Aliado.objects.create(
            accion=accion, contraparte=socios[(n + 1) % len(socios)], rol="asiste", etapa="firmada", orden=1
        )
    grande = 9_876_543_210_987 if largo else 12_000_000
    Partida.objects.create(accion=accion, anio=2026, fuente="propios", certeza="comprometido", valor=grande)
    Partida.objects.create(accion=accion, anio=2027, fuente="propios", certeza="en-gestion", valor=grande // 2, orden=1)
    Partida.objects.create(
        accion=accion,
        anio=2027,
        fuente="cooperacion",
        aportante=t("Ayuntamiento de Pamplona"),
        orden=2,
        moneda="EUR",
        valor_moneda=Decimal("10000.50"),
        tasa=Decimal("4650.25"),
        fecha_tasa=dt.date(2026, 11, 1),
        valor=46_504_825,
    )
    Partida.objects.create(accion=accion, anio=2026, fuente="comunidad", en_especie=True, valor=3_500_000, orden=3)
    for k in range(1 + n % 2):
        indicador = Indicador.objects.create(
            accion=accion,
            nombre=t(("Acuerdos internacionales vigentes", "Personas en intercambios")[k], 300),
            unidad="número",
            linea_base=Decimal("1.5") if k == 0 else None,
            sin_linea_base=k == 1,
            linea_base_fecha=dt.date(2025, 12, 31) if k == 0 else None,
            linea_base_fuente=t("Archivo de la alcaldía", 250) if k == 0 else "",
            formula=t("Suma de acuerdos vigentes", 300),
            orden=k,
            medio_verificacion=t("Copia de los acuerdos", 250),
        )
        for anio, meta in ((2026, "2"), (2027, "3.25"), (2030, "5")):
            MetaAnual.objects.create(indicador=indicador, anio=anio, valor=Decimal(meta))
        if k == 0:
            Medicion.objects.create(
                indicador=indicador, fecha=dt.date(2026, 6, 30), valor=Decimal("1.75"), evidencia="Acta 4"
            )
    return accion


def hacer_version(agenda: Agenda, *, aprobada: bool = True, demostracion: bool = False) -> Version:
    """Give a Version frozen from an agenda, approved unless told otherwise."""
    from agenda.documento import componer

    contenido = componer(agenda, NOCHE)
    acta = {
        "enviada": {"cuando": "2026-11-20T10:00:00-05:00", "cargo": "Alcalde", "dependencia": "Despacho"},
        "aprobada": {
            "cuando": "2026-11-22T16:05:00-05:00",
            "cargo": "Asesora",
            "dependencia": "Asuntos internacionales",
        },
        "demostracion": demostracion,
    }
    return Version.objects.create(
        agenda=agenda,
        numero=contenido["version"],
        contenido=contenido,
        sha256=sha256(contenido),
        enviada_en=NOCHE,
        **({"acta": acta, "resultado": "aprobada", "aprobada_en": NOCHE} if aprobada else {}),
    )
