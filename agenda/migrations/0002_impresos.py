"""A version has several printed files: the one it had becomes its original, complete and in Spanish. No file moves."""

import hashlib

import django.db.models.deletion
from django.db import migrations, models

import agenda.models.impreso


def quitar_disparadores(apps, schema_editor):
    """Drop the triggers of Version, which name the columns that go; ``migrate`` installs them again at its end."""
    with schema_editor.connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgname FROM pg_trigger WHERE tgrelid = 'agenda_version'::regclass AND tgname LIKE 'pgtrigger_%%'"
        )
        for (nombre,) in cursor.fetchall():
            cursor.execute(f'DROP TRIGGER "{nombre}" ON agenda_version')


def copiar(apps, schema_editor):
    """Give each version that has a PDF, or that failed to get one, its row."""
    version, impreso = apps.get_model("agenda", "Version"), apps.get_model("agenda", "Impreso")
    actos = {acto.version_id: acto for acto in apps.get_model("agenda", "Adopcion").objects.all()}
    filas = []
    for fila in version.objects.defer("contenido").exclude(pdf="", pdf_fallo=""):
        hay = bool(fila.pdf and fila.pdf_sha256)
        acto = actos.get(fila.pk)
        identificador = hashlib.sha256(fila.sha256.encode("ascii")).digest()[:16]  # as a PDF reader gives it back
        filas.append(
            impreso(
                version=fila,
                edicion="completa",
                idioma="es",
                emision=1,
                archivo=fila.pdf.name if hay else "",
                sha256=fila.pdf_sha256 if hay else "",
                identificador=identificador.replace(b"\r\n", b"\n").replace(b"\r", b"\n").hex(),
                adopcion=acto
                and {
                    "tipo": acto.tipo,
                    "numero": acto.numero,
                    "fecha": acto.fecha.isoformat(),
                    "autoridad": acto.autoridad,
                    "gaceta": acto.gaceta,
                },
                fallo=fila.pdf_fallo,
                hecho_en=fila.aprobada_en if hay else None,
            )
        )
    impreso.objects.bulk_create(filas)


def devolver(apps, schema_editor):
    """Give each version back its newest complete file in Spanish."""
    version, impreso = apps.get_model("agenda", "Version"), apps.get_model("agenda", "Impreso")
    for fila in impreso.objects.filter(edicion="completa", idioma="es").order_by("version_id", "emision"):
        version.objects.filter(pk=fila.version_id).update(
            pdf=fila.archivo.name, pdf_sha256=fila.sha256, pdf_fallo=fila.fallo
        )


class Migration(migrations.Migration):

    dependencies = [
        ('agenda', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Impreso',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('edicion', models.CharField(choices=[('completa', 'Agenda completa'), ('minima', 'Agenda mínima, en dos páginas'), ('resumen', 'Resumen, en una página')], default='completa', max_length=10, verbose_name='edición')),
                ('idioma', models.CharField(choices=[('es', 'español'), ('en', 'inglés')], default='es', max_length=2, verbose_name='idioma')),
                ('emision', models.PositiveSmallIntegerField(default=1, verbose_name='emisión')),
                ('adopcion', models.JSONField(blank=True, null=True, verbose_name='acto de adopción')),
                ('archivo', models.FileField(blank=True, max_length=200, upload_to=agenda.models.impreso.ruta_del_impreso, verbose_name='archivo')),
                ('sha256', models.CharField(blank=True, db_index=True, max_length=64)),
                ('identificador', models.CharField(db_index=True, max_length=32)),
                ('fallo', models.TextField(blank=True, verbose_name='fallo')),
                ('hecho_en', models.DateTimeField(blank=True, null=True, verbose_name='hecho en')),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='impresos', to='agenda.version')),
            ],
            options={
                'verbose_name': 'impreso',
                'verbose_name_plural': 'impresos',
                'ordering': ['version_id', 'emision', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('version', 'edicion', 'idioma', 'emision'), name='impreso_unico'), models.CheckConstraint(condition=models.Q(('emision__gte', 1)), name='impreso_desde_uno'), models.CheckConstraint(condition=models.Q(models.Q(('archivo', ''), ('hecho_en__isnull', True), ('sha256', '')), models.Q(models.Q(('archivo', ''), _negated=True), models.Q(('sha256', ''), _negated=True), ('hecho_en__isnull', False)), _connector='OR'), name='impreso_guardado_entero')],
            },
        ),
        migrations.RunPython(copiar, devolver),
        migrations.RunPython(quitar_disparadores, quitar_disparadores),
        migrations.RemoveField(model_name='version', name='pdf'),
        migrations.RemoveField(model_name='version', name='pdf_fallo'),
        migrations.RemoveField(model_name='version', name='pdf_sha256'),
        migrations.RemoveField(model_name='versionevent', name='pdf'),
        migrations.RemoveField(model_name='versionevent', name='pdf_fallo'),
        migrations.RemoveField(model_name='versionevent', name='pdf_sha256'),
    ]
