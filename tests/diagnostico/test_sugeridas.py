"""What the answers suggest, how two results compare, which entries of the directory suit."""

from diagnostico.comparacion import comparar
from diagnostico.cuestionario import Alcance
from diagnostico.sugeridas import sugerir
from redes.afinidad import Perfil, afines
from redes.models import Entrada

SEXTA = Alcance(categoria="6")


def dado(contenido, respuestas=None, condiciones=None, niveles=None, ruta="completa") -> dict:
    """A result with just what these rules read."""
    respuestas = respuestas or {}
    return {
        "numero": 1,
        "cerrado_en": "2026-01-01",
        "ruta": {"slug": ruta},
        "pasos": [
            {
                "slug": paso.slug,
                "titulo": paso.titulo,
                "preguntas": [
                    {
                        "clave": p.clave,
                        "texto": p.texto,
                        "peso": p.peso,
                        "valor": respuestas.get(p.clave, "si"),
                        "valor_nombre": respuestas.get(p.clave, "si"),
                    }
                    for p in paso.preguntas
                ],
            }
            for paso in contenido.pasos
        ],
        "condiciones": {
            "lista": [{"clave": c, "texto": c, "valor": v, "valor_nombre": v} for c, v in (condiciones or {}).items()]
        },
        "modalidades": [{"slug": m, "nombre": m, "nivel": n, "nivel_nombre": ""} for m, n in (niveles or {}).items()],
    }


def slugs(sugerencias):
    return [s.accion.slug for s in sugerencias]


def test_yes_and_not_applicable_suggest_nothing(contenido, acciones):
    assert sugerir(dado(contenido, {"p1-1": "no_aplica"}), contenido, acciones, SEXTA) == []


def test_heavier_answers_come_first_then_the_order_of_the_guide(contenido, acciones):
    # p1-5 weighs 1, p1-4 weighs 3, p1-2 weighs 2, p1-1 weighs 3.
    respuestas = {"p1-5": "no", "p1-4": "no_sabe", "p1-2": "en_proceso", "p1-1": "no"}
    assert slugs(sugerir(dado(contenido, respuestas), contenido, acciones, SEXTA)) == [
        "inventario-memoria",
        "custodia-empalme",
        "recuperar-expedientes",
        "revisar-vigencia-acuerdos",
    ]


def test_one_action_keeps_all_its_origins(contenido, acciones):
    sugerencias = sugerir(
        dado(contenido, {"p1-1": "no"}, niveles={"redes-internacionales": 0}), contenido, acciones, SEXTA
    )
    inventario = next(s for s in sugerencias if s.accion.slug == "inventario-memoria")
    assert [o.clave for o in inventario.origenes] == ["pregunta:p1-1", "nivel:redes-internacionales:0"]
    assert slugs(sugerencias).count("inventario-memoria") == 1


def test_conditions_that_are_not_met_suggest(contenido, acciones):
    sugerencias = sugerir(dado(contenido, condiciones={"c5": "no_sabe", "c1": "si"}), contenido, acciones, SEXTA)
    assert [(s.accion.slug, s.origen) for s in sugerencias] == [("recursos-presupuesto", "condicion:c5")]


def test_association_gets_no_action_for_municipalities(contenido, acciones):
    todas = dict.fromkeys(contenido.preguntas, "no")
    sugeridas = sugerir(dado(contenido, todas), contenido, acciones, Alcance(es_asociacion=True))
    assert all(s.accion.datos["aplica_a"] != "municipio" for s in sugeridas)


def test_action_for_other_categories_is_flagged_not_hidden(contenido, acciones):
    todas = dict.fromkeys(contenido.preguntas, "no")
    niveles = {m.slug: 3 for m in contenido.modalidades}
    sugeridas = sugerir(dado(contenido, todas, niveles=niveles), contenido, acciones, SEXTA)
    marcadas = [s for s in sugeridas if not s.recomendada]
    assert marcadas
    assert all("6" not in s.accion.datos["categorias"] for s in marcadas)


def test_comparison_says_what_rose_and_what_fell(contenido):
    antes = dado(contenido, {"p1-1": "no", "p2-1": "si"})
    ahora = dado(contenido, {"p1-1": "si", "p2-1": "no_sabe"})
    comparacion = comparar(antes, ahora, contenido.valores)
    assert [c.clave for c in comparacion.mejoraron] == ["p1-1"]
    assert [c.clave for c in comparacion.bajaron] == ["p2-1"]
    # Step 1 weighs 3+2+2+3+1 = 11: without p1-1 (3) it was 8/11 = 72,7 → 73.
    assert (comparacion.pasos[0].antes, comparacion.pasos[0].ahora, comparacion.pasos[0].diferencia) == (73, 100, 27)


def test_different_routes_do_not_compare(contenido):
    assert comparar(dado(contenido, ruta="corta"), dado(contenido), contenido.valores) is None


def test_a_question_that_left_the_questionnaire_is_not_compared(contenido):
    antes, ahora = dado(contenido, {"p1-1": "no"}), dado(contenido)
    del ahora["pasos"][0]["preguntas"][0]
    comparacion = comparar(antes, ahora, contenido.valores)
    assert (comparacion.comunes, comparacion.iguales_las_preguntas, comparacion.diferencia) == (34, False, 0)


def entrada(slug, **datos):
    return Entrada(slug=slug, nombre=slug, clave_busqueda=slug, **{"estado": "activa", "verificado": True} | datos)


def test_shared_themes_come_first_with_their_reason():
    perfil = Perfil(temas=frozenset({"educacion", "seguridad"}), modalidades=frozenset({"integracion"}))
    dadas = afines(
        perfil,
        [
            entrada("una", temas=["educacion"]),
            entrada("dos", temas=["educacion", "seguridad"]),
            entrada("sin-verificar", temas=["educacion", "seguridad"], verificado=False),
            entrada("dormida", temas=["educacion"], estado="inactiva"),
            entrada("ajena", temas=["cultura"]),
        ],
        {"educacion": "Educación", "seguridad": "Seguridad"},
    )
    assert [a.entrada.slug for a in dadas] == ["dos", "una", "sin-verificar"]
    assert "Educación, Seguridad" in dadas[0].razones[0]


def test_what_the_town_already_has_is_not_offered():
    perfil = Perfil(temas=frozenset({"educacion"}), ya_tiene=frozenset({"una"}))
    assert afines(perfil, [entrada("una", temas=["educacion"])]) == []
