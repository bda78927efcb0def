"""Every setting, in one place: typed environment variables and the four modes of ``PORTAL_MODO``."""

from pathlib import Path

import environ
from django.core.exceptions import ImproperlyConfigured

from fcm_portal import base_de_datos, modos
from fcm_portal.estatica import primera_vista
from fcm_portal.estatica.edicion import edicion

BASE_DIR = Path(__file__).resolve().parent.parent
VAR = BASE_DIR / "var"

env = environ.Env()
MODO = modos.leer(env)

DEBUG = MODO.depuracion
SECRET_KEY = modos.clave_secreta(env, MODO, VAR)
ALLOWED_HOSTS = env.list("PORTAL_DOMINIOS", default=["127.0.0.1", "localhost"] if MODO.local else [])
if not ALLOWED_HOSTS:
    raise ImproperlyConfigured(
        "Falta PORTAL_DOMINIOS: escriba los dominios del portal separados por comas, por ejemplo «decaraalmundo.co»."
    )
CSRF_TRUSTED_ORIGINS = env.list("PORTAL_ORIGENES", default=[])
PORTAL_DEMOSTRACION = MODO.demostracion
# While this file exists the portal is closed (manage.py mantenimiento): each worker looks.
PORTAL_MANTENIMIENTO = env.str("PORTAL_MANTENIMIENTO", default=str(VAR / f"mantenimiento-{MODO.nombre}.json"))
PORTAL_DIRECCION = env.str(
    "PORTAL_DIRECCION", default="http://127.0.0.1:8000" if MODO.local else f"https://{ALLOWED_HOSTS[0]}"
)
PORTAL_EDICION = edicion  # of the pages: whoever keeps one asks by it whether it is still the same
PORTAL_CONTACTO = (
    env.str("PORTAL_CONTACTO", default="contacto@portal.example")
    if MODO.local
    else modos.exigir(env, "PORTAL_CONTACTO", "el correo de contacto que verá el público")
)

INSTALLED_APPS = [
    "fcm_portal.administracion.AdministracionConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.sitemaps",
    "django.contrib.postgres",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "crispy_forms",
    "csp",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "pgtrigger",
    "pghistory",
    "fcm_portal",
    "agenda",
    "diagnostico",
    "redes",
    "guardado",
    "cuentas",
    "territorio",
    "guia",
    "informes",
    "formato",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",  # outside of what may fail: a page of error has them too
    "django.middleware.gzip.GZipMiddleware",
    "fcm_portal.percances.mantenimiento.Mantenimiento",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "fcm_portal.percances.resguardo.EntradaSana",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "fcm_portal.percances.resguardo.SinRastro",
    "fcm_portal.percances.errores.ConPagina",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "guardado.sesion_vencida.SesionVencida",
    "cuentas.segundo_factor.ExigirSegundoFactor",
    "django_htmx.middleware.HtmxMiddleware",
    "pghistory.middleware.HistoryMiddleware",
]

ROOT_URLCONF = "fcm_portal.urls"
WSGI_APPLICATION = "fcm_portal.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
                "fcm_portal.contexto.portal",
            ],
            "builtins": [
                "formato.templatetags.formato",
                "fcm_portal.templatetags.repetir",
                "django.templatetags.i18n",
                "django.templatetags.static",
            ],
        },
    }
]

DATABASES = {
    "default": {
        **environ.Env.db_url_config(
            base_de_datos.direccion(VAR / MODO.carpeta_postgres, sin_fsync=MODO.pruebas)
            if MODO.base_embebida
            else modos.exigir(
                env, "DATABASE_URL", "la dirección de PostgreSQL, como postgres://usuario:clave@servidor/portal"
            )
        ),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "DISABLE_SERVER_SIDE_CURSORS": True,  # lists are short: opening and closing a cursor costs two trips more
    }
}
DATABASES["default"].setdefault("OPTIONS", {}).setdefault("connect_timeout", 5)  # seconds: then 503, not silence
# The audit triggers are installed after migrate instead of in the migrations: these run three times faster.
PGTRIGGER_MIGRATIONS = False
PGTRIGGER_INSTALL_ON_MIGRATE = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "cuentas.Usuario"
PGHISTORY_APPEND_ONLY = True  # only `olvidar_persona` may lift it

# The counters of failed logins are in the database when several processes serve, so that all share them.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache_portal",
        "OPTIONS": {"MAX_ENTRIES": 100_000},  # a flood of keys must not push a lock out
    }
    if MODO.varios_procesos
    else {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
    "memoria": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "memoria"},
    "congelado": {  # what is drawn from frozen versions (agenda/recuerdo.py): about 100 KB each
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "congelado",
        "OPTIONS": {"MAX_ENTRIES": 200},
    },
}

LANGUAGE_CODE = "es-co"
LANGUAGES = [("es-co", "Español (Colombia)"), ("es", "Español"), ("en", "English")]
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "America/Bogota"
USE_I18N = True
USE_TZ = True

STATIC_URL = "static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT = VAR / "estaticos"
MEDIA_ROOT = env.str("PORTAL_ARCHIVOS", default=str(VAR / ("archivos-pruebas" if MODO.pruebas else "archivos")))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "fcm_portal.estatica.almacen.Almacen"
        if MODO.estaticos_con_huella
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
WHITENOISE_MAX_AGE = 60  # of files without a digest in their name; the others are immutable
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = not MODO.estaticos_con_huella
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024

TASKS = {
    "default": {
        "BACKEND": "django_tasks.backends.immediate.ImmediateBackend"
        if MODO.pruebas
        else "django_tasks_db.DatabaseBackend",
        "QUEUES": ["default"],
    }
}

# Where a task runs at once, whoever approves waits: the other editions are drawn by the test that wants them.
PORTAL_SOLO_ORIGINAL = MODO.pruebas

EMAIL_CONFIG = env.email_url("EMAIL_URL", default="consolemail://" if not MODO.pruebas else "memorymail://")
vars().update(EMAIL_CONFIG)
DEFAULT_FROM_EMAIL = env.str("PORTAL_REMITENTE", default=f"De cara al mundo <{PORTAL_CONTACTO}>")

# --- people -----------------------------------------------------------------------------------------------------
if MODO.pruebas:
    PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # tests make many accounts
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "entrada"
ACCOUNT_LOGOUT_REDIRECT_URL = "portada"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_RATE_LIMITS = {
    "login_failed": "5/900s/key,50/m/ip",
    "login": "300/m/ip",
    "autodiagnostico": "60/h/ip",
    "invitacion": "60/h/user",
    "solicitud": "20/h/user",
    "reporte": "10/h/ip",
    "verificar": "30/m/ip",
}
ACCOUNT_ADAPTER = "cuentas.adaptador.AdaptadorCuentas"
MFA_ADAPTER = "cuentas.adaptador.AdaptadorSegundoFactor"
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_NOTIFICATIONS = True  # a changed password or second factor is told by mail
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_LOGIN_ON_EMAIL_CONFIRMATION = True  # only in the browser that made the account
ACCOUNT_FORMS = {
    "login": "cuentas.forms.entrada.FormularioEntrar",
    "signup": "cuentas.forms.entrada.FormularioCrear",
    "reset_password": "cuentas.forms.claves.FormularioOlvidada",
    "reset_password_from_key": "cuentas.forms.claves.FormularioClaveNueva",
    "change_password": "cuentas.forms.claves.FormularioCambiarClave",
    "reauthenticate": "cuentas.forms.claves.FormularioConfirmar",
}
MFA_FORMS = {
    "authenticate": "cuentas.forms.claves.FormularioCodigo",
    "reauthenticate": "cuentas.forms.claves.FormularioConfirmarCodigo",
    "activate_totp": "cuentas.forms.claves.FormularioActivar",
}
MFA_TOTP_ISSUER = "De cara al mundo"
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("PORTAL_PROXIES", default=0)
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
PORTAL_MFA_FCM = MODO.exige_mfa

# --- safety -----------------------------------------------------------------------------------------------------
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not MODO.local
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SECURE_SSL_REDIRECT = not MODO.local and env.bool("PORTAL_HTTPS", default=True)
SECURE_REDIRECT_EXEMPT = [r"^salud/$"]  # asked from inside, without the proxy
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if ALLAUTH_TRUSTED_PROXY_COUNT else None
SECURE_HSTS_SECONDS = 0 if MODO.local else 31_536_000
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "guardado.sesion_vencida.token_vencido"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'", primera_vista.huella()],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "manifest-src": ["'self'"],
        "worker-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
}

CRISPY_ALLOWED_TEMPLATE_PACKS = ["fcm"]
CRISPY_TEMPLATE_PACK = "fcm"
FORM_RENDERER = "guardado.pintor.Pintor"
FORMS_URLFIELD_ASSUME_HTTPS = True  # what Django 6 does by itself; there it goes, with its filter in pyproject.toml

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"linea": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"consola": {"class": "logging.StreamHandler", "formatter": "linea"}},
    "root": {"handlers": ["consola"], "level": "WARNING"},
    "loggers": {"weasyprint": {"level": "ERROR"}, "fontTools": {"level": "ERROR"}},
}
