"""What surrounds the plan, as tables: the place, its memory, its people, its partners, who governs. Pure."""

from __future__ import annotations

from django.utils.translation import gettext as _

from agenda.impresion.lectura import VACIO, coordenada, corta, larga, mayuscula, numero, pais, termino


def paises(contenido: dict) -> list[tuple[str, str, int]]:
    """Give the countries abroad with how many partners, memory and twinnings included, by name."""
    vistos: dict[str, tuple[str, set]] = {}
    otros = [(s["pais"], s["nombre"]) for s in contenido["socios"]]
    otros += [(a["contraparte"]["pais"], a["contraparte"]["nombre"]) for a in contenido["memoria"] if a["contraparte"]]
    otros += [(h["pais"], h["ciudad"]) for h in contenido["territorio"]["hermanamientos"]]
    for lugar, nombre in otros:
        if lugar["slug"] and lugar["slug"] != "CO":
            vistos.setdefault(lugar["slug"], (_pais(lugar), set()))[1].add(nombre)
    return sorted(((c, texto, len(nombres)) for c, (texto, nombres) in vistos.items()), key=lambda fila: fila[1])


def _pais(dato: dict) -> str:
    """Give the name of a country in the language being drawn."""
    return pais(dato["slug"]) or dato["texto"] if dato["slug"] else dato["texto"]


def socios(contenido: dict) -> list[dict]:
    """Give the partners as rows: country, city, both in a line, name, role, stage, verified, actions."""
    return [
        {
            "pais": _pais(s["pais"]) or VACIO,
            "ciudad": s["ciudad"],
            "lugar": ", ".join(filter(None, (_pais(s["pais"]), s["ciudad"]))) or VACIO,
            "nombre": s["nombre"],
            "rol": mayuscula(", ".join(termino(rol["texto"]) for rol in s["roles"])),
            "etapa": mayuscula(termino(s["etapa"]["texto"])),
            "verificada": s["verificada"],
            "acciones": ", ".join(s["acciones"]),
        }
        for s in sorted(contenido["socios"], key=_afuera_primero)
    ]


def _afuera_primero(socio: dict) -> tuple[bool, str]:
    """Sort by the name of the country that is read; within it, as it was frozen."""
    return socio["pais"]["slug"] in ("", "CO"), _pais(socio["pais"])


def perfil(contenido: dict) -> list[tuple[str, str]]:
    """Give the facts of the territory that are known."""
    t = contenido["territorio"]
    reparto = ""
    if t["poblacion_cabecera"] is not None and t["poblacion_rural"] is not None:
        reparto = _("%(c)s en la cabecera y %(r)s en el campo") % {
            "c": numero(t["poblacion_cabecera"]), "r": numero(t["poblacion_rural"]),
        }  # fmt: skip
    categoria = {"ESP": _("especial")}.get(t["categoria"], t["categoria"])
    filas = [
        (_("Código"), t["codigo"] if t["codigo"].isdigit() else t["sigla"]),
        (_("Departamento"), t["departamento"]["nombre"] if t["departamento"] else ""),
        (_("Clase"), mayuscula(termino(t["clase_asociacion"] or t["tipo"]["texto"]))),
        (_("Región"), termino(t["region_natural"])),
        (_("Población"), habitantes(contenido)),
        (_("Distribución"), reparto),
        (_("Categoría (Ley 617)"), f"{categoria} ({t['categoria_vigencia']})" if categoria else ""),
        (_("Programa de Desarrollo con Enfoque Territorial (PDET)"), _pdet(t)),
        (_("Frontera con"), ", ".join(_pais(p) for p in t["limita_con"])),
        (_("Ubicación"), _ubicacion(t)),
        (_("Vecinos"), ", ".join(v["nombre"].partition(",")[0] for v in t["vecinos"])),
        (_("Asociaciones"), ", ".join(a["nombre"] for a in t["asociaciones"])),
        (_("Integrantes"), ", ".join(a["nombre"] for a in t["integrantes"])),
        (_("Redes a las que pertenece"), " · ".join(m["red"] for m in t["membresias"])),
    ]
    return [fila for fila in filas if fila[1]]


def habitantes(contenido: dict) -> str:
    """Give how many people live there and of which year the projection is; nothing when not known."""
    t = contenido["territorio"]
    if t["poblacion"] is None:
        return ""
    return _("%(n)s habitantes (proyección %(anio)s)") % {"n": numero(t["poblacion"]), "anio": t["poblacion_anio"]}


def _pdet(t: dict) -> str:
    """Give the subregion of the programme, or that it is in it; nothing outside."""
    return (t["subregion_pdet"] or _("sí")) if t["pdet"] else ""


def _ubicacion(t: dict) -> str:
    """Give the coordinates as people write them."""
    if t["latitud"] is None or t["longitud"] is None:
        return ""
    return _("latitud %(lat)s, longitud %(lon)s") % {
        "lat": coordenada(t["latitud"]),
        "lon": coordenada(t["longitud"]),
    }


def memoria(contenido: dict) -> list[dict]:
    """Give the antecedents as rows."""
    return [
        {
            "fecha": corta(a["fecha"]) or VACIO,
            "tipo": mayuscula(termino(a["tipo"]["texto"])),
            "titulo": a["titulo"],
            "con": a["contraparte"]["nombre"] if a["contraparte"] else "",
            "etapa": mayuscula(termino(a["etapa"]["texto"])),
            "detalle": " · ".join(filter(None, (
                a["suscrito_por"] and _("firmó: %(x)s") % {"x": a["suscrito_por"]},
                a["vigente_hasta"] and _("vigente hasta %(x)s") % {"x": larga(a["vigente_hasta"])},
                a["resultado"],
            ))),
        }
        for a in contenido["memoria"]
    ]  # fmt: skip


def hermanamientos(contenido: dict) -> list[dict]:
    """Give the twinnings of the public register as rows."""
    return [
        {**h, "lugar": _pais(h["pais"]), "acuerdo": mayuscula(termino(h["tipo_acuerdo"]))}
        for h in contenido["territorio"]["hermanamientos"]
    ]


def actores(contenido: dict) -> list[dict]:
    """Give the local actors as rows."""
    return [
        {**a, "grupo": termino(a["grupo"]["texto"]), "quien": " · ".join(filter(None, (a["cargo"], a["contacto"])))}
        for a in contenido["actores"]
    ]


def gobernanza(contenido: dict) -> list[tuple[str, str]]:
    """Give who governs, who works and who follows up."""
    g, s = contenido["gobernanza"], contenido["seguimiento"]
    horas = _("%(n)s horas a la semana") % {"n": numero(g["equipo_horas"])} if g["equipo_horas"] else ""
    equipo = " · ".join(filter(None, (g["equipo_cargo"], horas, g["equipo_idiomas"])))
    filas = [
        (_("Preside"), g["preside"]),
        (_("Secretaría técnica"), g["secretaria_tecnica"]),
        (_("Integrantes"), g["integrantes"]),
        (_("Se reúne"), g["frecuencia"]),
        (_("Oficina a cargo"), g["equipo_oficina"]),
        (_("Equipo"), equipo),
        (_("Seguimiento"), " · ".join(filter(None, (s["responsable"], s["frecuencia"])))),
        (_("Rendición pública de cuentas"), larga(s["rendicion_fecha"])),
    ]
    return [fila for fila in filas if fila[1]]


def contacto(contenido: dict) -> list[str]:
    """Give the office and the post that answer a partner, and the languages they speak: never a person's name."""
    g = contenido["gobernanza"]
    oficina = g["equipo_oficina"] or g["secretaria_tecnica"] or contenido["firmas"]["proyecto"]
    idiomas = _("Idiomas: %(x)s") % {"x": g["equipo_idiomas"]} if g["equipo_idiomas"] else ""
    return [linea for linea in (oficina, g["equipo_cargo"], idiomas) if linea]
