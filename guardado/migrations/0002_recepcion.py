"""Workbooks that came back: their cells, until somebody accepts them."""

import django.db.models.deletion
import django.utils.timezone
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('guardado', '0001_initial'),
        ('territorio', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Recepcion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('clave', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('tipo', models.CharField(max_length=20)),
                ('ambito', models.CharField(max_length=40)),
                ('libro', models.UUIDField()),
                ('recibida_en', models.DateTimeField(default=django.utils.timezone.now)),
                ('nombre', models.CharField(max_length=200, verbose_name='nombre del archivo')),
                ('sha256', models.CharField(max_length=64)),
                ('contenido', models.JSONField()),
                ('aceptado', models.JSONField(blank=True, default=dict)),
                ('estado', models.CharField(choices=[('por-revisar', 'por revisar'), ('en-parte', 'aceptada en parte'), ('aplicada', 'aceptada'), ('descartada', 'descartada')], default='por-revisar', max_length=12)),
                ('cerrada_en', models.DateTimeField(blank=True, null=True)),
                ('cerrada_por', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('territorio', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='recepciones', to='territorio.territorio')),
                ('usuario', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'planilla recibida',
                'verbose_name_plural': 'planillas recibidas',
                'ordering': ['-recibida_en', '-pk'],
                'indexes': [models.Index(fields=['territorio', 'tipo', 'ambito', 'libro'], name='guardado_re_territo_190f67_idx')],
            },
        ),
    ]
