"""``manage.py olvidar_persona <correo>``: blank a person's data when they ask for it (Ley 1581 de 2012)."""

from django.core.management.base import BaseCommand, CommandError

from cuentas.models import Usuario
from cuentas.olvido import olvidar


class Command(BaseCommand):
    """Closes the account and blanks its personal fields, in the audit too."""

    help = (
        "Cierra la cuenta de una persona y borra sus datos personales, también en la auditoría. No se puede deshacer."
    )

    def add_arguments(self, parser):
        """Take the address, and a way to skip the question."""
        parser.add_argument("correo")
        parser.add_argument("--si", action="store_true", help="no preguntar")

    def handle(self, *args, correo: str, si: bool, **opciones):
        """Ask, forget, say what stays."""
        usuario = Usuario.objects.filter(email=correo.lower()).first()
        if usuario is None:
            raise CommandError(f"No hay ninguna cuenta con el correo {correo}.")
        if not si and input(f"¿Borrar los datos de la cuenta {usuario.pk} ({correo})? Escriba «si»: ").strip() != "si":
            raise CommandError("No se borró nada.")
        numero = usuario.pk
        olvidar(usuario)
        self.stdout.write(
            f"Se borraron los datos personales de la cuenta {numero}, también en la auditoría. "
            "Quedan lo que escribió y, en los documentos ya revisados, el cargo y la dependencia de entonces."
        )
