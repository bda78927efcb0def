"""What the actions add up to, seen from outside: results, impacts, and with whom in which country. Pure."""

from __future__ import annotations


def aportes(vocabulario: dict, acciones: list[dict], campo: str) -> list[dict]:
    """Give the results (or impacts) of the guide that some action names, with the numbers of those actions."""
    numeros: dict[str, list[str]] = {}
    for accion in acciones:
        for carta in accion[campo]:
            numeros.setdefault(carta["slug"], []).append(accion["numero"])
    conocidos = [{"slug": slug, "texto": str(carta.nombre)} for slug, carta in vocabulario.items()]
    otros = [{"slug": slug, "texto": slug} for slug in sorted(set(numeros) - {c["slug"] for c in conocidos})]
    return [{**carta, "acciones": numeros[carta["slug"]]} for carta in conocidos + otros if carta["slug"] in numeros]


def socios(acciones: list[dict]) -> list[dict]:
    """Give each partner once, with its actions, roles and furthest stage; abroad first, by country and name."""
    vistos: dict[str, dict] = {}
    for accion in acciones:
        for aliado in accion["aliados"]:
            otro = aliado["contraparte"]
            socio = vistos.setdefault(otro["clave"], {**otro, "acciones": [], "roles": [], "etapa": aliado["etapa"]})
            if accion["numero"] not in socio["acciones"]:
                socio["acciones"].append(accion["numero"])
            if aliado["rol"] not in socio["roles"]:
                socio["roles"].append(aliado["rol"])
            if _ORDEN.get(aliado["etapa"]["slug"], 0) > _ORDEN.get(socio["etapa"]["slug"], 0):
                socio["etapa"] = aliado["etapa"]
    return sorted(
        vistos.values(),
        key=lambda s: (s["pais"]["slug"] in ("", "CO"), s["pais"]["texto"], s["ciudad"], s["nombre"], s["clave"]),
    )


_ORDEN = {"identificada": 0, "en-conversacion": 1, "en-tramite": 2, "firmada": 3}
