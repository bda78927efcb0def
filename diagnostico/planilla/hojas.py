"""The sheets of questions, modalities, conditions and motivations."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from diagnostico.cierre import numero
from diagnostico.forms.respuestas import (
    FormularioCondicion,
    FormularioModalidad,
    FormularioMotivacion,
    FormularioRespuesta,
)
from diagnostico.models import Respuesta, Ruta, Valor, ValorCondicion
from diagnostico.planilla.base import TablaDeRespuestas, solo_leida
from guardado.guardar import Estado
from guardado.planilla.descripcion import Actual, Clase, Columna, Crudo
from guardado.planilla.opciones import distintas

LARGO, LARGO_RAZON = 4000, 1000


class Preguntas(TablaDeRespuestas):
    """The questions that apply to the territory. The private note stays in the portal."""

    nombre, titulo = "preguntas", gettext_lazy("Preguntas")
    campo_codigo = "numero"
    campo_nombre = "pregunta"
    campos = ("valor", "razon_no_aplica", "observacion")

    def _columnas(self) -> list[Columna]:
        avisos = any(fila.por_confirmar for fila in self.entorno.respuestas.values())
        return [
            solo_leida("numero", _("N.º"), 6),
            solo_leida("paso", _("Paso"), 16),
            solo_leida("pregunta", _("Pregunta"), 46),
            solo_leida("ayuda", _("Por qué importa y cómo hacerlo"), 42),
            *([solo_leida("aviso", _("Aviso"), 14)] if avisos else []),
            Columna("valor", _("Respuesta"), Clase.OPCION, distintas(Valor.choices), ancho=12),
            Columna(
                "razon_no_aplica",
                _("Si no aplica, por qué"),
                ancho=24,
                maximo=LARGO_RAZON,
                ayuda=_("Escríbalo solo si respondió «No aplica». La Federación lo leerá."),
            ),
            Columna(
                "observacion",
                _("Observación"),
                ancho=34,
                maximo=LARGO,
                ayuda=_("La leen su territorio y la Federación."),
            ),
        ]

    def renglones(self):
        """Give the questions of the route; those of both when the workbook is read."""
        ruta = Ruta.COMPLETA if self.entorno.toda else self.entorno.diagnostico.ruta
        renglones = []
        for paso in self.entorno.contenido.pasos:
            for pregunta in paso.aplicables(self.entorno.alcance, ruta):
                fila = self.entorno.respuestas.get(pregunta.clave)
                if fila is not None:
                    al_lado = {
                        "paso": f"{paso.orden}. {paso.titulo}",
                        "pregunta": pregunta.texto,
                        "ayuda": pregunta.ayuda,
                        "aviso": _("Viene de antes: confírmela en el portal") if fila.por_confirmar else "",
                    }
                    codigo = numero(pregunta.clave)
                    actual = Actual(pregunta.clave, pregunta.texto.rstrip("."), self.valores(fila) | al_lado, codigo)
                    renglones.append((pregunta.clave, fila, actual))
        return renglones

    def forma(self, clave: str, usuario) -> FormularioRespuesta:
        """Give the form of a question, without the private note."""
        pregunta = self.entorno.contenido.preguntas[clave]
        return FormularioRespuesta(
            instance=self.entorno.respuestas[clave],
            usuario=usuario,
            direccion=self.entorno.pagina("diagnostico_paso", pregunta.paso),
            pregunta=pregunta,
            con_nota=False,
        )

    def tras_guardar(self, forma: FormularioRespuesta) -> None:
        """Take an answer that was written as confirmed."""
        resultado = forma.resultados.get("valor")
        if resultado is not None and resultado.estado == Estado.GUARDADO:
            Respuesta.objects.filter(pk=forma.instance.pk).update(por_confirmar=False)


class Modalidades(TablaDeRespuestas):
    """The four modalities and governance, with their ladder described al_lado."""

    nombre, titulo = "modalidades", gettext_lazy("Modalidades")
    campo_nombre = "modalidad"
    campos = ("nivel", "ventajas", "observacion")

    def _columnas(self) -> list[Columna]:
        niveles = {
            str(nivel.nivel): f"{nivel.nivel}. {nivel.nombre}"
            for modalidad in self.entorno.contenido.modalidades
            for nivel in modalidad.niveles
        }
        return [
            solo_leida("modalidad", _("Modalidad"), 18),
            solo_leida("escalera", _("Qué quiere decir cada nivel"), 52),
            Columna(
                "nivel",
                _("Nivel"),
                Clase.OPCION,
                distintas(sorted(niveles.items())),
                ancho=16,
                ayuda=_("Escoja el peldaño más alto que se cumple por completo."),
            ),
            solo_leida("pregunta", _("Pregunta"), 26),
            Columna("ventajas", _("Ventajas"), ancho=36, maximo=LARGO),
            Columna("observacion", _("Observación"), ancho=30, maximo=LARGO),
        ]

    def renglones(self):
        """Give the modalities in the order of the guide."""
        renglones = []
        for modalidad in self.entorno.contenido.modalidades:
            fila = self.entorno.modalidades.get(modalidad.slug)
            if fila is not None:
                al_lado = {
                    "modalidad": modalidad.nombre,
                    "escalera": "\n".join(f"{n.nivel}. {n.nombre}: {n.texto}" for n in modalidad.niveles),
                    "pregunta": modalidad.pregunta_ventajas,
                }
                renglones.append(
                    (modalidad.slug, fila, Actual(modalidad.slug, modalidad.nombre, self.valores(fila) | al_lado))
                )
        return renglones

    def forma(self, clave: str, usuario) -> FormularioModalidad:
        """Give the form of a modality."""
        return FormularioModalidad(
            instance=self.entorno.modalidades[clave],
            usuario=usuario,
            direccion=self.entorno.pagina("diagnostico_modalidad", clave),
            modalidad=self.entorno.contenido.modalidad(clave),
        )


class Condiciones(TablaDeRespuestas):
    """The conditions of the process."""

    nombre, titulo = "condiciones", gettext_lazy("Condiciones")
    campo_nombre = "condicion"
    campos = ("valor", "observacion")

    def _columnas(self) -> list[Columna]:
        return [
            solo_leida("condicion", _("Condición"), 18),
            solo_leida("texto", _("Qué pide"), 56),
            Columna("valor", _("¿Se cumple?"), Clase.OPCION, distintas(ValorCondicion.choices), ancho=14),
            Columna("observacion", _("Observación"), ancho=44, maximo=LARGO),
        ]

    def renglones(self):
        """Give the conditions that apply to the territory."""
        renglones = []
        for condicion in self.entorno.contenido.condiciones:
            fila = self.entorno.condiciones.get(condicion.clave)
            if fila is not None and self.entorno.alcance.incluye(condicion.aplica_a):
                valores = self.valores(fila) | {"condicion": condicion.nombre, "texto": condicion.texto}
                renglones.append((condicion.clave, fila, Actual(condicion.clave, condicion.nombre, valores)))
        return renglones

    def forma(self, clave: str, usuario) -> FormularioCondicion:
        """Give the form of a condition."""
        condicion = next(una for una in self.entorno.contenido.condiciones if una.clave == clave)
        return FormularioCondicion(
            instance=self.entorno.condiciones[clave],
            usuario=usuario,
            direccion=self.entorno.pagina("diagnostico_condiciones"),
            condicion=condicion,
        )


class Motivaciones(TablaDeRespuestas):
    """The motivations, ranked."""

    nombre, titulo = "motivaciones", gettext_lazy("Motivaciones")
    campo_nombre = "motivacion"
    campos = ("lugar",)

    def _columnas(self) -> list[Columna]:
        cuantas = len(self.entorno.contenido.motivaciones)
        return [
            solo_leida("motivacion", _("Motivación"), 30),
            solo_leida("texto", _("Qué quiere decir"), 60),
            Columna(
                "lugar",
                _("Lugar"),
                Clase.ENTERO,
                ancho=10,
                minimo=1,
                maximo=cuantas,
                ayuda=_("Ordene de 1 a %d. Deje vacías las que no los mueven.") % cuantas,
            ),
        ]

    def renglones(self):
        """Give the motivations in the order of the guide."""
        renglones = []
        for opcion in self.entorno.contenido.motivaciones:
            fila = self.entorno.motivaciones.get(opcion.slug)
            if fila is not None:
                valores = self.valores(fila) | {"motivacion": opcion.nombre, "texto": opcion.texto}
                renglones.append((opcion.slug, fila, Actual(opcion.slug, opcion.nombre, valores)))
        return renglones

    def forma(self, clave: str, usuario) -> FormularioMotivacion:
        """Give the form of a motivation."""
        opciones = self.entorno.contenido.motivaciones
        return FormularioMotivacion(
            instance=self.entorno.motivaciones[clave],
            usuario=usuario,
            direccion=self.entorno.pagina("diagnostico_temas"),
            opcion=next(opcion for opcion in opciones if opcion.slug == clave),
            cuantas=len(opciones),
        )

    def limpiar(self, clave: str | None, campo: str, crudo: Crudo) -> int | None:
        """Clean by the form, which offers a list: here people type a number."""
        try:
            return super().limpiar(clave, campo, crudo)
        except ValidationError:
            cuantas = len(self.entorno.contenido.motivaciones)
            raise ValidationError(_("Escriba un número de 1 a %d, o deje la celda vacía.") % cuantas) from None
