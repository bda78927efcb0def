"""What each role may do, in the words a person reads before giving it or asking for it."""

from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from cuentas.models import Rol, RolFcm

DESCRIPCIONES = {
    Rol.LECTURA: _("Ve todo lo del territorio. No cambia nada."),
    Rol.EDICION: _("Responde el diagnóstico y escribe la agenda. No la envía."),
    Rol.RESPONSABLE: _("Además envía la agenda a la Federación y decide quién entra. Suele ser quien firma."),
}
DESCRIPCIONES_FCM = {
    RolFcm.ASESOR: _("Acompaña y revisa los territorios que se le asignen."),
    RolFcm.COORDINADOR: _("Ve todo el país, asigna a quienes asesoran y abre la administración."),
}

OPCIONES = [(rol.value, capfirst(rol.label)) for rol in Rol]
OPCIONES_FCM = [(rol.value, capfirst(rol.label)) for rol in RolFcm if rol.value]
