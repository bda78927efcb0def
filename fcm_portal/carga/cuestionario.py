"""The questionnaire that the guide holds, versioned and never rewritten."""

from __future__ import annotations

from diagnostico.models import Cuestionario
from fcm_portal.carga.lectura import Lectura, Mapa
from fcm_portal.carga.tabla import Resultado, huella

ARCHIVO = "guia.yaml"
APLICA_A = ("todos", "municipio", "asociacion", "categorias")
CATEGORIAS = ("ESP", "1", "2", "3", "4", "5", "6")


def contenido(guia: Mapa) -> dict:
    """Give the content of the questionnaire: the blocks of the guide that are asked, as they stand."""
    bloques = {bloque["slug"]: bloque.get("items") or [] for bloque in guia.get("bloques", [])}
    return {
        "version": guia["meta"]["version_del_contenido"],
        "puntaje": guia["puntaje"],
        "pasos": bloques["pasos"],
        "modalidades": [
            *({**modalidad, "transversal": False} for modalidad in bloques["modalidades"]),
            *({**bloque, "transversal": True} for bloque in bloques["gobernanza"]),
        ],
        "condiciones": [
            {**afirmacion, "condicion": condicion["slug"]}
            for condicion in bloques["condiciones"]
            for afirmacion in condicion["afirmaciones"]
        ],
        "motivaciones": bloques["motivaciones"],
        "temas": bloques["temas"],
        "grupos_actores": bloques["actores-locales"],
    }


def revisar(lectura: Lectura, guia: Mapa, acciones: set[str], conocidos: dict[str, set]) -> dict | None:
    """Check the questionnaire; its questions and conditions become known. None when it cannot be read."""
    try:
        cuestionario = contenido(guia)
        preguntas = [pregunta for paso in cuestionario["pasos"] for pregunta in paso["preguntas"]]
        for pregunta in preguntas:
            revisar_pregunta(lectura, pregunta)
        for afirmacion in [*preguntas, *cuestionario["condiciones"]]:
            if acciones and afirmacion["si_no"] not in acciones:
                razon = f"La acción sugerida «{afirmacion['si_no']}» de «{afirmacion['clave']}» no existe."
                lectura.problema(ARCHIVO, getattr(afirmacion, "linea", 1), razon)
        for modalidad in cuestionario["modalidades"]:
            if [nivel["nivel"] for nivel in modalidad["niveles"]] != [0, 1, 2, 3, 4]:
                lectura.problema(ARCHIVO, 1, f"La escala de «{modalidad['slug']}» va de 0 a 4.")
    except (KeyError, TypeError) as error:
        lectura.problema(ARCHIVO, guia.linea or 1, f"Al cuestionario le falta {error}.")
        return None
    claves = [afirmacion["clave"] for afirmacion in [*preguntas, *cuestionario["condiciones"]]]
    for repetida in sorted({clave for clave in claves if claves.count(clave) > 1}):
        lectura.problema(ARCHIVO, 1, f"La clave «{repetida}» está repetida.")
    conocidos["preguntas"].update(pregunta["clave"] for pregunta in preguntas)
    conocidos["condiciones"].update(afirmacion["clave"] for afirmacion in cuestionario["condiciones"])
    agregar_publicadas(conocidos)
    revisar_version(lectura, guia, cuestionario)
    return cuestionario


def agregar_publicadas(conocidos: dict[str, set]) -> None:
    """Add the keys of the published versions: an action may answer what only an open diagnostic still asks."""
    for publicado in Cuestionario.objects.values_list("contenido", flat=True):
        conocidos["preguntas"].update(p["clave"] for paso in publicado["pasos"] for p in paso["preguntas"])
        conocidos["condiciones"].update(afirmacion["clave"] for afirmacion in publicado["condiciones"])


def revisar_pregunta(lectura: Lectura, pregunta: Mapa) -> None:
    """Check weight, scope and categories of one question."""
    if pregunta["peso"] not in (1, 2, 3):
        lectura.problema(ARCHIVO, pregunta.linea, f"El peso de «{pregunta['clave']}» es 1, 2 o 3.")
    if pregunta["aplica_a"] not in APLICA_A:
        lectura.problema(ARCHIVO, pregunta.linea, f"«{pregunta['clave']}» aplica a uno de: {', '.join(APLICA_A)}.")
    categorias = pregunta.get("categorias")
    if (pregunta["aplica_a"] == "categorias") != bool(categorias) or set(categorias or []) - set(CATEGORIAS):
        lectura.problema(
            ARCHIVO, pregunta.linea, f"«{pregunta['clave']}» lleva categorías solo si aplica a categorías (ESP, 1 a 6)."
        )


def revisar_version(lectura: Lectura, guia: Mapa, cuestionario: dict) -> None:
    """Refuse another text under a version that is already published."""
    publicado = Cuestionario.objects.filter(pk=cuestionario["version"]).first()
    if publicado and publicado.huella != huella(cuestionario):
        razon = (
            f"El cuestionario «{publicado.version}» ya está publicado con otro texto. "
            "Escriba una versión nueva en meta.version_del_contenido."
        )
        lectura.problema(ARCHIVO, guia["meta"].linea, razon)


def aplicar(cuestionario: dict) -> Resultado:
    """Insert the questionnaire beside the older ones, unless it is there."""
    _fila, nueva = Cuestionario.objects.get_or_create(
        version=cuestionario["version"], defaults={"contenido": cuestionario, "huella": huella(cuestionario)}
    )
    return Resultado("Cuestionario", nuevas=int(nueva), iguales=int(not nueva))
