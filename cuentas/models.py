"""People, their link to a territory or to the FCM, consent, invitations, requests to join and to be accompanied."""

from __future__ import annotations

import uuid

import pghistory
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models import Q
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from territorio.models import Territorio


class RolFcm(models.TextChoices):
    """What a person does in the FCM; empty for everybody else."""

    NINGUNO = "", _("ninguno")
    ASESOR = "asesor", _("asesor o asesora")
    COORDINADOR = "coordinador", _("coordinación")


class Rol(models.TextChoices):
    """What a person does in a territory."""

    LECTURA = "lectura", _("lectura")
    EDICION = "edicion", _("enlace (edición)")
    RESPONSABLE = "responsable", _("responsable")


class UsuarioManager(BaseUserManager):
    """Accounts are keyed by e-mail, kept in lower case."""

    def create_user(self, email: str, password: str | None = None, **datos):
        """Create an account; without a password nobody can log in to it."""
        usuario = self.model(email=self.normalize_email(email).lower(), **datos)
        usuario.set_password(password)
        usuario.save(using=self._db)
        return usuario

    def create_superuser(self, email: str, password: str | None = None, **datos):
        """Create a coordination account that may use the admin."""
        return self.create_user(email, password, rol_fcm=RolFcm.COORDINADOR, is_superuser=True, **datos)


@pghistory.track(exclude=["password", "last_login"])
class Usuario(AbstractBaseUser, PermissionsMixin):
    """A person with an account. ``cargo`` and ``dependencia`` are what may be printed; the name stays inside."""

    email = models.EmailField(_("correo electrónico"), unique=True)
    nombre = models.CharField(_("nombre"), max_length=150, blank=True)
    cargo = models.CharField(_("cargo"), max_length=150, blank=True)
    dependencia = models.CharField(_("dependencia"), max_length=150, blank=True)
    telefono = models.CharField(_("teléfono"), max_length=40, blank=True)
    rol_fcm = models.CharField(_("rol en la FCM"), max_length=12, choices=RolFcm, blank=True)
    is_active = models.BooleanField(_("cuenta activa"), default=True)
    creado_en = models.DateTimeField(default=now, editable=False)
    es_demostracion = models.BooleanField(default=False)

    objects = UsuarioManager()
    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: list[str] = []

    class Meta:
        verbose_name = _("usuario")

    def __str__(self) -> str:
        return self.nombre or self.email

    @property
    def is_staff(self) -> bool:
        """Say whether the admin opens: coordination only."""
        return self.es_coordinador

    @property
    def es_coordinador(self) -> bool:
        """Say whether the person answers for the country."""
        return self.is_active and self.rol_fcm == RolFcm.COORDINADOR

    @property
    def es_fcm(self) -> bool:
        """Say whether the person works in the FCM."""
        return self.is_active and bool(self.rol_fcm)

    def has_perm(self, perm, obj=None) -> bool:
        """Say whether a permission of Django is held: all of them by the coordination, none by anyone else."""
        return self.es_coordinador

    def has_module_perms(self, app_label) -> bool:
        """Say whether an app shows in the admin: only to the coordination."""
        return self.es_coordinador

    @property
    def presentacion(self) -> str:
        """Give post and office, the only thing about a person that is printed."""
        return ", ".join(parte for parte in (self.cargo, self.dependencia) if parte)


class Consentimiento(models.Model):
    """Consent to the treatment of personal data (Ley 1581 de 2012): which text, when."""

    usuario = models.ForeignKey(Usuario, models.CASCADE, related_name="consentimientos")
    version_texto = models.CharField(max_length=20)
    otorgado_en = models.DateTimeField(default=now)

    class Meta:
        verbose_name = _("consentimiento")

    def __str__(self) -> str:
        return f"{self.usuario_id} {self.version_texto}"


class VinculacionQuerySet(models.QuerySet):
    """Links of people to territories."""

    def vigentes(self):
        """Give those that have not ended."""
        return self.filter(hasta__isnull=True)


@pghistory.track()
class Vinculacion(models.Model):
    """A person serves a territory with a role, from a moment until it ends. Ending it removes access at once."""

    usuario = models.ForeignKey(Usuario, models.CASCADE, related_name="vinculaciones")
    territorio = models.ForeignKey(Territorio, models.PROTECT, related_name="vinculaciones")
    rol = models.CharField(_("rol"), max_length=12, choices=Rol)
    desde = models.DateTimeField(default=now)
    hasta = models.DateTimeField(null=True, blank=True)
    otorgada_por = models.ForeignKey(Usuario, models.SET_NULL, null=True, blank=True, related_name="+")
    terminada_por = models.ForeignKey(Usuario, models.SET_NULL, null=True, blank=True, related_name="+")

    objects = VinculacionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["usuario", "territorio"], condition=Q(hasta__isnull=True), name="una_vinculacion_vigente"
            ),
            models.CheckConstraint(
                condition=Q(hasta__isnull=True) | Q(hasta__gte=models.F("desde")), name="vinculacion_en_orden"
            ),
        ]
        verbose_name = _("vinculación")
        verbose_name_plural = _("vinculaciones")

    def __str__(self) -> str:
        return f"{self.usuario_id} {self.rol} {self.territorio_id}"


@pghistory.track()
class Asignacion(models.Model):
    """An advisor answers for a territory; when it is a department, for all in it."""

    asesor = models.ForeignKey(Usuario, models.CASCADE, related_name="asignaciones")
    territorio = models.ForeignKey(Territorio, models.PROTECT, related_name="asignaciones")
    desde = models.DateTimeField(default=now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["asesor", "territorio"], name="una_asignacion")]
        verbose_name = _("asignación")
        verbose_name_plural = _("asignaciones")

    def __str__(self) -> str:
        return f"{self.asesor_id} {self.territorio_id}"


class InvitacionQuerySet(models.QuerySet):
    """Invitations."""

    def vivas(self):
        """Give those that may still be accepted."""
        return self.filter(usada_en__isnull=True, anulada_en__isnull=True, vence_en__gt=now())


class Invitacion(models.Model):
    """A one-use, expiring link that joins a person to a territory or to the FCM. Only its digest is stored."""

    huella = models.CharField(max_length=64, unique=True)
    email = models.EmailField(_("correo electrónico"))
    territorio = models.ForeignKey(Territorio, models.PROTECT, null=True, blank=True, related_name="invitaciones")
    rol = models.CharField(_("rol"), max_length=12, choices=Rol, blank=True)
    rol_fcm = models.CharField(_("rol en la FCM"), max_length=12, choices=RolFcm, blank=True)
    creada_por = models.ForeignKey(Usuario, models.CASCADE, related_name="invitaciones_hechas")
    creada_en = models.DateTimeField(default=now)
    vence_en = models.DateTimeField()
    usada_en = models.DateTimeField(null=True, blank=True)
    usada_por = models.ForeignKey(Usuario, models.SET_NULL, null=True, blank=True, related_name="+")
    anulada_en = models.DateTimeField(null=True, blank=True)

    objects = InvitacionQuerySet.as_manager()

    class Meta:
        ordering = ["-creada_en"]
        constraints = [
            models.CheckConstraint(
                condition=Q(territorio__isnull=False, rol__gt="", rol_fcm="")
                | Q(territorio__isnull=True, rol="", rol_fcm__gt=""),
                name="invitacion_a_un_territorio_o_a_la_fcm",
            )
        ]
        verbose_name = _("invitación")
        verbose_name_plural = _("invitaciones")

    def __str__(self) -> str:
        return f"{self.email} {self.rol or self.rol_fcm}"

    @property
    def papel(self) -> str:
        """Give what the person will be, as they read it."""
        return self.get_rol_display() if self.rol else self.get_rol_fcm_display()


class EstadoSolicitud(models.TextChoices):
    """States of a request to join."""

    PENDIENTE = "pendiente", _("pendiente")
    APROBADA = "aprobada", _("aprobada")
    NEGADA = "negada", _("negada")


@pghistory.track()
class Solicitud(models.Model):
    """A person asks to join a territory; its responsable or the coordination answers."""

    usuario = models.ForeignKey(Usuario, models.CASCADE, related_name="solicitudes")
    territorio = models.ForeignKey(Territorio, models.PROTECT, related_name="solicitudes")
    rol = models.CharField(_("rol que pide"), max_length=12, choices=Rol, default=Rol.EDICION)
    mensaje = models.TextField(_("mensaje"), blank=True, max_length=1000)
    estado = models.CharField(max_length=12, choices=EstadoSolicitud, default=EstadoSolicitud.PENDIENTE)
    creada_en = models.DateTimeField(default=now)
    resuelta_en = models.DateTimeField(null=True, blank=True)
    resuelta_por = models.ForeignKey(Usuario, models.SET_NULL, null=True, blank=True, related_name="+")
    respuesta = models.TextField(_("respuesta"), blank=True, max_length=1000)

    class Meta:
        ordering = ["creada_en"]
        constraints = [
            models.UniqueConstraint(
                fields=["usuario", "territorio"], condition=Q(estado="pendiente"), name="una_solicitud_pendiente"
            ),
            models.CheckConstraint(
                condition=Q(estado="pendiente", resuelta_en__isnull=True)
                | (~Q(estado="pendiente") & Q(resuelta_en__isnull=False)),
                name="solicitud_resuelta_con_fecha",
            ),
        ]
        verbose_name = _("solicitud de vinculación")
        verbose_name_plural = _("solicitudes de vinculación")

    def __str__(self) -> str:
        return f"{self.usuario_id} {self.territorio_id} {self.estado}"


class AcompanamientoQuerySet(models.QuerySet):
    """Requests of step 5."""

    def sin_responder(self):
        """Give those that wait for the FCM."""
        return self.filter(respondido_en__isnull=True)


@pghistory.track()
class Acompanamiento(models.Model):
    """Step 5 of the guide, «Pida acompañamiento»: a request of a territory to the FCM and its answer."""

    clave = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    territorio = models.ForeignKey(Territorio, models.PROTECT, related_name="acompanamientos")
    asunto = models.CharField(_("asunto"), max_length=200)
    texto = models.TextField(_("qué necesita"), max_length=4000)
    pedido_por = models.ForeignKey(Usuario, models.SET_NULL, null=True, related_name="+")
    pedido_en = models.DateTimeField(default=now)
    respuesta = models.TextField(_("respuesta"), blank=True, max_length=4000)
    respondido_por = models.ForeignKey(Usuario, models.SET_NULL, null=True, blank=True, related_name="+")
    respondido_en = models.DateTimeField(null=True, blank=True)

    objects = AcompanamientoQuerySet.as_manager()

    class Meta:
        ordering = ["-pedido_en"]
        constraints = [
            models.CheckConstraint(
                condition=Q(respuesta="", respondido_en__isnull=True)
                | (~Q(respuesta="") & Q(respondido_en__isnull=False)),
                name="acompanamiento_respondido_con_fecha",
            )
        ]
        verbose_name = _("solicitud de acompañamiento")
        verbose_name_plural = _("solicitudes de acompañamiento")

    def __str__(self) -> str:
        return self.asunto
