"""What changed from one frozen document to the next, field by field, keyed by ``clave``. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from agenda.legible import ETIQUETAS, SECCIONES, legible


@dataclass(frozen=True)
class CampoCambiado:
    """A field and its two texts, ready to be read."""

    campo: str
    etiqueta: str
    antes: str
    ahora: str


@dataclass(frozen=True)
class Cambio:
    """What happened to one thing: ``tipo`` is ``nuevo``, ``retirado``, ``cambiado`` or ``movido``.

    ``ancla`` is where a comment on it would stand (``seccion:alcance``, ``accion:<clave>``, ``indicador:<clave>``);
    ``clase`` what it is; ``titulo`` how a person calls it. ``campos``: the texts of a new or removed thing too.
    """

    tipo: str
    clase: str
    clave: str
    ancla: str
    titulo: str
    campos: tuple[CampoCambiado, ...] = ()


@dataclass(frozen=True)
class Nodo:
    """A row of a document: its own fields, where it hangs and in which place."""

    clase: str
    clave: str
    ancla: str
    titulo: str
    padre: str
    lugar: int
    campos: dict


# class → (list in its parent, class of the parent, field that names it)
RAMAS = {
    "eje": ("ejes", None),
    "objetivo": ("objetivos", "eje"),
    "accion": ("acciones", "objetivo"),
    "indicador": ("indicadores", "accion"),
    "partida": ("presupuesto", "accion"),
    "hito": ("hitos", "accion"),
    "tramite": ("tramites", "accion"),
    "aliado": ("aliados", "accion"),
    "medicion": ("mediciones", "indicador"),
}
SUELTAS = {
    "actor": "actores",
    "antecedente": "memoria",
    "reunion": "reuniones",
    "eje_plan": "plan_de_desarrollo",
}
ANCLAJES = ("eje", "objetivo", "accion", "indicador")
GRUPOS = ("textos", "ingles", "gobernanza", "seguimiento", "firmas", "niveles")


def comparar(antes: dict, ahora: dict) -> list[Cambio]:
    """Give the changes in the order of the new document; what was removed comes last."""
    cambios = list(_secciones(antes, ahora))
    viejos, nuevos = _nodos(antes), _nodos(ahora)
    movidos = _movidos(viejos, nuevos)
    for llave, nodo in nuevos.items():
        anterior = viejos.get(llave)
        if anterior is None:
            cambios.append(_cambio("nuevo", nodo, _campos(nodo.clase, {}, nodo.campos)))
            continue
        campos = _campos(nodo.clase, anterior.campos, nodo.campos)
        if campos:
            cambios.append(_cambio("cambiado", nodo, campos))
        if llave in movidos:
            cambios.append(_cambio("movido", nodo, _mudanza(anterior, nodo, viejos, nuevos)))
    cambios.extend(
        _cambio("retirado", nodo, _campos(nodo.clase, nodo.campos, {}))
        for llave, nodo in viejos.items()
        if llave not in nuevos
    )
    return cambios


def _cambio(tipo: str, nodo: Nodo, campos: tuple[CampoCambiado, ...]) -> Cambio:
    return Cambio(tipo, nodo.clase, nodo.clave, nodo.ancla, nodo.titulo, campos)


def _secciones(antes: dict, ahora: dict) -> Iterator[Cambio]:
    """Compare the texts of the agenda itself, one change per field, and say if the diagnostic is another."""
    for grupo in GRUPOS:
        viejos, nuevos = antes.get(grupo) or {}, ahora.get(grupo) or {}
        for campo, etiqueta in SECCIONES[grupo].items():
            cambiado = _campo(campo, etiqueta, viejos.get(campo), nuevos.get(campo))
            if cambiado:
                seccion = f"{campo}_en" if grupo == "ingles" else campo
                tipo = "nuevo" if not cambiado.antes else "cambiado" if cambiado.ahora else "retirado"
                yield Cambio(tipo, "seccion", seccion, f"seccion:{seccion}", etiqueta, (cambiado,))
    consejos = _campo("consejos", SECCIONES["consejos"], _revisados(antes), _revisados(ahora))
    if consejos:
        yield Cambio("cambiado", "seccion", "consejos", "seccion:consejos", consejos.etiqueta, (consejos,))
    otro = _campo("diagnostico", SECCIONES["diagnostico"], _numero(antes), _numero(ahora))
    if otro:
        yield Cambio("cambiado", "seccion", "diagnostico", "seccion:diagnostico", otro.etiqueta, (otro,))


def _revisados(contenido: dict) -> list[str]:
    return [consejo["texto"] for consejo in contenido.get("consejos", []) if consejo["revisado"]]


def _numero(contenido: dict) -> str:
    """Give which diagnostic the document carries."""
    dado = contenido.get("diagnostico")
    return f"n.º {dado['numero']}" if dado else ""


def _campo(campo: str, etiqueta: str, antes, ahora) -> CampoCambiado | None:
    """Give the change of one field, or None."""
    if antes == ahora or (not antes and not ahora and antes != 0 and ahora != 0):
        return None
    viejo, nuevo = legible(campo, antes), legible(campo, ahora)
    return CampoCambiado(campo, etiqueta, viejo, nuevo) if viejo != nuevo else None


def _campos(clase: str, antes: dict, ahora: dict) -> tuple[CampoCambiado, ...]:
    """Give the changed fields of a row, in the order in which they are read."""
    hallados = (
        _campo(campo, etiqueta, antes.get(campo), ahora.get(campo)) for campo, etiqueta in ETIQUETAS[clase].items()
    )
    return tuple(cambio for cambio in hallados if cambio)


def _nodos(contenido: dict) -> dict[tuple[str, str], Nodo]:
    """Give every row of a document by class and clave, in the order of reading."""
    nodos: dict[tuple[str, str], Nodo] = {}

    def bajar(fila: dict, clase_padre: str | None, padre: str, ancla: str) -> None:
        for clase, (lista, de) in RAMAS.items():
            if de != clase_padre:
                continue
            for lugar, hija in enumerate(fila.get(lista, [])):
                propia = f"{clase}:{hija['clave']}" if clase in ANCLAJES else ancla
                nodos[clase, hija["clave"]] = Nodo(
                    clase, hija["clave"], propia, _titulo(clase, hija), padre, lugar, hija
                )
                bajar(hija, clase, hija["clave"], propia)

    bajar(contenido, None, "", "")
    for clase, lista in SUELTAS.items():
        for lugar, fila in enumerate(contenido.get(lista, [])):
            clave = fila["clave"]
            nodos[clase, clave] = Nodo(clase, clave, f"seccion:{lista}", _titulo(clase, fila), "", lugar, fila)
    return nodos


def _titulo(clase: str, fila: dict) -> str:
    """Give how a person calls a row: its number, if it has one, and its name."""
    if clase == "aliado":
        return fila["contraparte"]["nombre"]
    if clase == "partida":
        return f"{fila['anio']} · {fila['fuente']['texto']}"
    nombre = next((fila[campo] for campo in ("nombre", "organizacion", "titulo", "tema", "eje") if fila.get(campo)), "")
    return f"{fila['numero']} {nombre}" if fila.get("numero") else nombre or legible("fecha", fila.get("fecha"))


def _movidos(viejos: dict, nuevos: dict) -> set[tuple[str, str]]:
    """Give what hangs elsewhere, or changed places with its sisters: as few as explain the new order."""
    movidos = set()
    hermanas: dict[tuple[str, str], list[Nodo]] = {}
    for llave, nodo in nuevos.items():
        if nodo.clase not in ("eje", "objetivo", "accion", "indicador") or llave not in viejos:
            continue
        if viejos[llave].padre != nodo.padre:
            movidos.add(llave)
        else:
            hermanas.setdefault((nodo.clase, nodo.padre), []).append(nodo)
    for grupo in hermanas.values():
        grupo.sort(key=lambda nodo: nodo.lugar)
        lugares = [viejos[nodo.clase, nodo.clave].lugar for nodo in grupo]
        quietas = _creciente(lugares)
        movidos.update((nodo.clase, nodo.clave) for i, nodo in enumerate(grupo) if i not in quietas)
    return movidos


def _creciente(lugares: list[int]) -> set[int]:
    """Give the positions of a longest increasing run: those sisters stayed where they were."""
    largo, previo = [1] * len(lugares), [-1] * len(lugares)
    for i, lugar in enumerate(lugares):
        for j in range(i):
            if lugares[j] < lugar and largo[j] + 1 > largo[i]:
                largo[i], previo[i] = largo[j] + 1, j
    quietas, i = set(), max(range(len(lugares)), key=largo.__getitem__, default=-1)
    while i >= 0:
        quietas.add(i)
        i = previo[i]
    return quietas


def _mudanza(antes: Nodo, ahora: Nodo, viejos: dict, nuevos: dict) -> tuple[CampoCambiado, ...]:
    """Say where a row was and where it is."""

    def sitio(nodo: Nodo, nodos: dict) -> str:
        madre = next((n for n in nodos.values() if n.clave == nodo.padre and n.clase in ANCLAJES), None)
        numero = nodo.campos.get("numero") or str(nodo.lugar + 1)
        return f"{numero} · {madre.titulo}" if madre else numero

    return (CampoCambiado("lugar", SECCIONES["lugar"], sitio(antes, viejos), sitio(ahora, nuevos)),)
