"""The pages that are looked at in a real browser: path and who opens it (empty: nobody logged in)."""

PAMPLONA, PEREIRA, PERIODO = "54518", "66001", "2024-2027"
ENLACE, RESPONSABLE = "enlace@pereira.demo", "responsable@pereira.demo"
ASESORA, COORDINACION = "asesora@fcm.demo", "coordinacion@fcm.demo"

PAGINAS = [
    ("/", ""),
    ("/cuenta/entrar/", ""),
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
    ("/privacidad/", ""),
    ("/no-existe/", ""),
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
]
