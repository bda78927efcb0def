"""What the coordination says about the site itself: how to reach the Federation, and which policies are confirmed."""

from __future__ import annotations

import pghistory
from django.core.cache import caches
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import Error, models, transaction
from django.utils.translation import gettext_lazy as _

from formato.enlaces import dominio

CLAVE_CONTACTO = "portal:contacto"
DURA_CONTACTO = 60  # seconds another process may still show what was there before
TELEFONO = RegexValidator(
    r"^\+?[0-9][0-9 ()\-]{5,24}( ?(ext|extensión)\.? ?[0-9]{1,6})?$",
    _("Escriba solo números y espacios, por ejemplo 601 123 4567 ext. 12."),
)


def enlace_web(valor: str) -> None:
    """Refuse what is no address of the web."""
    if not dominio(valor):
        raise ValidationError(_("Escriba la dirección completa, por ejemplo https://www.ejemplo.org."))


@pghistory.track()
class Contacto(models.Model):
    """How to reach the Federation: one row, all of it optional, at the foot of every page. Nothing is invented."""

    organizacion = models.CharField(
        _("nombre de la organización"), max_length=150, blank=True,
        help_text=_("Como debe leerse al pie de cada página."),
    )  # fmt: skip
    direccion = models.CharField(_("dirección"), max_length=200, blank=True)
    ciudad = models.CharField(_("ciudad y departamento"), max_length=120, blank=True)
    codigo_postal = models.CharField(_("código postal"), max_length=10, blank=True)
    telefono = models.CharField(
        _("teléfono"), max_length=40, blank=True, validators=[TELEFONO],
        help_text=_("Por ejemplo 601 123 4567 ext. 12. En un teléfono se marca al tocarlo."),
    )  # fmt: skip
    horario = models.CharField(
        _("horario de atención"), max_length=150, blank=True,
        help_text=_("Por ejemplo: lunes a viernes, de 8:00 a 17:00."),
    )  # fmt: skip
    correo = models.EmailField(
        _("correo de contacto"), blank=True,
        help_text=_("Si lo deja vacío, se muestra el que se escribió al instalar el portal."),
    )  # fmt: skip
    correo_judicial = models.EmailField(_("correo para notificaciones judiciales"), blank=True)
    correo_datos = models.EmailField(
        _("correo para datos personales"), blank=True,
        help_text=_("A dónde se envían las consultas y los reclamos de la Ley 1581 de 2012."),
    )  # fmt: skip
    area_datos = models.CharField(
        _("persona o área a cargo de los datos personales"), max_length=150, blank=True,
        help_text=_("El cargo o la dependencia que responde (artículo 23 del Decreto 1377 de 2013)."),
    )  # fmt: skip
    sitio_web = models.CharField(_("sitio web"), max_length=200, blank=True, validators=[enlace_web])
    facebook = models.CharField("Facebook", max_length=200, blank=True, validators=[enlace_web])
    instagram = models.CharField("Instagram", max_length=200, blank=True, validators=[enlace_web])
    linkedin = models.CharField("LinkedIn", max_length=200, blank=True, validators=[enlace_web])
    x = models.CharField("X", max_length=200, blank=True, validators=[enlace_web])
    youtube = models.CharField("YouTube", max_length=200, blank=True, validators=[enlace_web])
    actualizado_en = models.DateTimeField(_("actualizado"), auto_now=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="un_solo_contacto")]
        verbose_name = _("datos de contacto")
        verbose_name_plural = _("datos de contacto")

    def __str__(self) -> str:
        return str(_("Datos de contacto del portal"))

    def save(self, *args, **kwargs):
        """Save the only row, and forget the copy in memory (again when the change is seen by others)."""
        self.pk = 1
        super().save(*args, **kwargs)
        olvidar_contacto()
        transaction.on_commit(olvidar_contacto)

    @property
    def telefono_marcable(self) -> str:
        """Give what a telephone dials: ``+576011234567;ext=12`` or the digits as written."""
        numero, _ext, extension = self.telefono.lower().partition("ext")
        cifras = "".join(letra for letra in numero if letra.isdigit() or letra == "+")
        ext = "".join(letra for letra in extension if letra.isdigit())
        return f"{cifras};ext={ext}" if ext else cifras

    @property
    def lugar(self) -> str:
        """Give address, city and postcode in a line."""
        return ", ".join(parte for parte in (self.direccion, self.ciudad, self.codigo_postal) if parte)

    @property
    def redes(self) -> list[tuple[str, str]]:
        """Give the name and the address of its site and its accounts on social networks."""
        campos = ("sitio_web", "facebook", "instagram", "linkedin", "x", "youtube")
        return [
            (str(self._meta.get_field(campo).verbose_name).capitalize() if campo == "sitio_web"
             else str(self._meta.get_field(campo).verbose_name), getattr(self, campo))
            for campo in campos if getattr(self, campo)
        ]  # fmt: skip


def contacto() -> Contacto:
    """Give how to reach the Federation, from memory; an empty one when nobody wrote it or the database is away."""
    memoria = caches["memoria"]
    guardado = memoria.get(CLAVE_CONTACTO)
    if guardado is None:
        try:
            guardado = Contacto.objects.filter(pk=1).first() or Contacto()
        except Error:
            return Contacto()
        memoria.set(CLAVE_CONTACTO, guardado, DURA_CONTACTO)
    return guardado


def olvidar_contacto() -> None:
    """Read the contact data again the next time."""
    caches["memoria"].delete(CLAVE_CONTACTO)


@pghistory.track()
class PoliticaConfirmada(models.Model):
    """The Federation confirmed the wording of one version of a policy. Without a row, its page says «propuesto»."""

    politica = models.CharField(_("política"), max_length=30)
    version = models.CharField(
        _("versión"), max_length=20, help_text=_("La que aparece al comienzo de la página, por ejemplo 2026-11.")
    )
    confirmada_el = models.DateField(_("confirmada el"))
    acto = models.CharField(
        _("acto o decisión"), max_length=200, blank=True, help_text=_("Por ejemplo: Resolución interna 12 de 2027.")
    )

    class Meta:
        ordering = ["politica", "-version"]
        constraints = [models.UniqueConstraint(fields=["politica", "version"], name="una_confirmacion_por_version")]
        verbose_name = _("política confirmada")
        verbose_name_plural = _("políticas confirmadas")

    def __str__(self) -> str:
        return f"{self.politica} {self.version}"
