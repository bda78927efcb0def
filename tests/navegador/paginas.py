"""The pages that are looked at in a real browser: path and who opens it (empty: nobody logged in).

``path → selector → …`` starts at the path and follows the first link of each selector.
"""

PAMPLONA, PEREIRA, PERIODO = "54518", "66001", "2024-2027"
ENLACE, RESPONSABLE = "enlace@pereira.demo", "responsable@pereira.demo"
ASESORA, COORDINACION = "asesora@fcm.demo", "coordinacion@fcm.demo"

ABIERTO, RESPONSABLE_ABIERTO = "19137", "responsable@19137.demo"
AGENDA = f"/panel/{PEREIRA}/agenda/{PERIODO}/"
ACCION = "main th a[href*='/accion/']:not([href*='nueva'])"

EXPRES = "/autodiagnostico/"
MEZCLADO, CASI = "2026-11-22.snpxsnpxsnsspnsnxspn", "2026-11-22.snp-----------------"

PAGINAS = [
    ("/", ""),
    ("/cuenta/entrar/", ""),
    ("/estilo/", ""),
    ("/cuenta/crear/", ""),
    ("/cuenta/clave/olvidada/", ""),
    ("/guia/", ""),
    ("/guia/glosario/", ""),
    ("/redes/", ""),
    ("/redes/mercociudades/", ""),
    ("/agendas/", ""),
    (f"/agendas/{PAMPLONA}/{PERIODO}/", ""),
    ("/verificar/", ""),
    (f"/verificar/{'0' * 64}/", ""),
    (f"/territorios/{PAMPLONA}/", ""),
    ("/territorios/54051/", ""),  # nothing yet
    ("/territorios/AM-AMCO/", ""),
    ("/territorios/", ""),
    ("/territorios/?departamento=54", ""),
    ("/accesibilidad/", ""),
    ("/privacidad/", ""),
    ("/sin-conexion/", ""),
    ("/terminos/", ""),
    ("/derechos-de-autor/", ""),
    ("/mapa-del-sitio/", ""),
    ("/buscar/", ""),
    ("/buscar/?q=agua", ""),
    ("/buscar/?q=agua&en=redes", ""),
    ("/buscar/?q=hermanameinto", ""),
    ("/buscar/?q=zzzzqq", ""),
    ("/no-existe/", ""),
    (EXPRES, ""),
    (f"{EXPRES}paso/construya/", ""),
    (f"{EXPRES}paso/tome/?r={CASI}&p2-1=si&seguir=1", ""),  # two questions without an answer
    (f"{EXPRES}municipio/?r={MEZCLADO}&q=san+francisco", ""),
    (f"{EXPRES}resultado/?r={MEZCLADO}&t=54874", ""),  # a town on the border, of a small category
    (f"{EXPRES}resultado/?r=2026-11-22.{'s' * 20}", ""),
    (f"{EXPRES}resultado/?r=2026-11-22.{'n' * 20}", ENLACE),
    (f"{EXPRES}resultado/?r=cortado", ""),
    ("/cuenta/", ENLACE),
    ("/cuenta/solicitar/", ENLACE),
    (f"/panel/{PEREIRA}/", ENLACE),
    (f"/panel/{PEREIRA}/personas/", RESPONSABLE),
    (f"/panel/{PEREIRA}/acompanamiento/", ENLACE),
    (f"/panel/{PEREIRA}/contrapartes/", ENLACE),
    (f"/panel/{PEREIRA}/diagnostico/", ENLACE),
    (f"/panel/{PEREIRA}/actores/", ENLACE),
    (f"/panel/{PEREIRA}/memoria/", ENLACE),
    (f"/panel/{PEREIRA}/plan-de-desarrollo/", ENLACE),
    (f"/panel/{PEREIRA}/agenda/{PERIODO}/", ENLACE),
    (f"/panel/{PEREIRA}/agenda/{PERIODO}/consejos/", ENLACE),
    (f"/panel/{PEREIRA}/agenda/{PERIODO}/enviar/", RESPONSABLE),
    (f"/panel/{PEREIRA}/agenda/{PERIODO}/historia/", ENLACE),
    (f"/panel/{PAMPLONA}/", "enlace@pamplona.demo"),
    (f"/panel/{PAMPLONA}/agenda/{PERIODO}/seguimiento/", "enlace@pamplona.demo"),
    ("/revision/", ASESORA),
    (f"/revision/{PAMPLONA}/{PERIODO}/", ASESORA),
    ("/tablero/", COORDINACION),
    ("/gente/", COORDINACION),
    # with an identifier of its own: the address to start from, then the links to follow
    ("/guia/pasos/", ""),
    ("/redes/usaid/", ""),
    ("/territorios/?q=narino", ""),
    (f"/agendas/{PAMPLONA}/{PERIODO}/v2/", ""),
    (f"/agendas/{PAMPLONA}/{PERIODO}/v2/plan/", ""),
    (f"/agendas/{PAMPLONA}/{PERIODO}/ → a[href*='/verificar/']:not([href$='/verificar/'])", ""),
    (f"/panel/{ABIERTO}/diagnostico/", RESPONSABLE_ABIERTO),
    (f"/panel/{ABIERTO}/diagnostico/paso/construya/", RESPONSABLE_ABIERTO),
    (f"/panel/{ABIERTO}/diagnostico/paso/construya/ → main a[href*='/evidencia/nueva/']", RESPONSABLE_ABIERTO),
    (f"/panel/{ABIERTO}/diagnostico/modalidad/integracion/", RESPONSABLE_ABIERTO),
    (f"/panel/{ABIERTO}/diagnostico/condiciones/", RESPONSABLE_ABIERTO),
    (f"/panel/{ABIERTO}/diagnostico/temas/", RESPONSABLE_ABIERTO),
    (f"/panel/{ABIERTO}/diagnostico/ruta/", RESPONSABLE_ABIERTO),
    (f"/panel/{ABIERTO}/diagnostico/revisar/", RESPONSABLE_ABIERTO),
    (f"/panel/{PAMPLONA}/diagnostico/resultado/1/", "enlace@pamplona.demo"),
    (f"/panel/{PAMPLONA}/diagnostico/paso/construya/", ASESORA),
    (f"/panel/{PEREIRA}/actores/ → main a[href*='/actores/']", ENLACE),
    (f"{AGENDA}sugerencias/", ENLACE),
    (f"{AGENDA}texto/proposito/", ENLACE),
    (f"{AGENDA}texto/elaboracion/", ENLACE),
    (f"{AGENDA}retiradas/", ENLACE),
    (f"{AGENDA}comentarios/", ENLACE),
    (f"{AGENDA} → main a[href*='/eje/']:not([href*='nuevo'])", ENLACE),
    (f"{AGENDA} → main a[href*='/objetivo/']:not([href*='nuevo'])", ENLACE),
    (f"{AGENDA} → main a[href*='/accion/nueva']", ENLACE),
    (f"{AGENDA} → {ACCION}", ENLACE),
    (f"{AGENDA} → {ACCION} → main a[href$='/hitos/']", ENLACE),
    (f"{AGENDA} → {ACCION} → main a[href$='/aliados/']", ENLACE),
    (f"{AGENDA} → {ACCION} → main a[href$='/presupuesto/']", ENLACE),
    (f"{AGENDA} → {ACCION} → main a[href$='/indicadores/'] → main h3 a[href*='/indicador/']", ENLACE),
    (f"/panel/{PAMPLONA}/agenda/{PERIODO}/adopcion/", "responsable@pamplona.demo"),
    ("/revision/66682/2024-2027/", ASESORA),
    ("/revision/66682/2024-2027/diagnostico/", ASESORA),
    ("/revision/66682/2024-2027/mover/devolver/", ASESORA),
    ("/panel/54172/agenda/2024-2027/comentarios/", "responsable@54172.demo"),
]
