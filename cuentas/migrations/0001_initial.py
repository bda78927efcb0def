"""First state of the tables of this floor."""

import django.db.models.deletion
import django.utils.timezone
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('auth', '0012_alter_user_first_name_max_length'),
        ('pghistory', '0007_auto_20250421_0444'),
        ('territorio', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Usuario',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('is_superuser', models.BooleanField(default=False, help_text='Designates that this user has all permissions without explicitly assigning them.', verbose_name='superuser status')),
                ('email', models.EmailField(max_length=254, unique=True, verbose_name='correo electrónico')),
                ('nombre', models.CharField(blank=True, max_length=150, verbose_name='nombre')),
                ('cargo', models.CharField(blank=True, max_length=150, verbose_name='cargo')),
                ('dependencia', models.CharField(blank=True, max_length=150, verbose_name='dependencia')),
                ('telefono', models.CharField(blank=True, max_length=40, verbose_name='teléfono')),
                ('rol_fcm', models.CharField(blank=True, choices=[('', 'ninguno'), ('asesor', 'asesor o asesora'), ('coordinador', 'coordinación')], max_length=12, verbose_name='rol en la FCM')),
                ('is_active', models.BooleanField(default=True, verbose_name='cuenta activa')),
                ('creado_en', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('es_demostracion', models.BooleanField(default=False)),
                ('groups', models.ManyToManyField(blank=True, help_text='The groups this user belongs to. A user will get all permissions granted to each of their groups.', related_name='user_set', related_query_name='user', to='auth.group', verbose_name='groups')),
                ('user_permissions', models.ManyToManyField(blank=True, help_text='Specific permissions for this user.', related_name='user_set', related_query_name='user', to='auth.permission', verbose_name='user permissions')),
            ],
            options={
                'verbose_name': 'usuario',
            },
        ),
        migrations.CreateModel(
            name='Acompanamiento',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('clave', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('asunto', models.CharField(max_length=200, verbose_name='asunto')),
                ('texto', models.TextField(max_length=4000, verbose_name='qué necesita')),
                ('pedido_en', models.DateTimeField(default=django.utils.timezone.now)),
                ('respuesta', models.TextField(blank=True, max_length=4000, verbose_name='respuesta')),
                ('respondido_en', models.DateTimeField(blank=True, null=True)),
                ('pedido_por', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('respondido_por', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('territorio', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='acompanamientos', to='territorio.territorio')),
            ],
            options={
                'verbose_name': 'solicitud de acompañamiento',
                'verbose_name_plural': 'solicitudes de acompañamiento',
                'ordering': ['-pedido_en'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('respondido_en__isnull', True), ('respuesta', '')), models.Q(models.Q(('respuesta', ''), _negated=True), ('respondido_en__isnull', False)), _connector='OR'), name='acompanamiento_respondido_con_fecha')],
            },
        ),
        migrations.CreateModel(
            name='Asignacion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('desde', models.DateTimeField(default=django.utils.timezone.now)),
                ('asesor', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='asignaciones', to=settings.AUTH_USER_MODEL)),
                ('territorio', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='asignaciones', to='territorio.territorio')),
            ],
            options={
                'verbose_name': 'asignación',
                'verbose_name_plural': 'asignaciones',
                'constraints': [models.UniqueConstraint(fields=('asesor', 'territorio'), name='una_asignacion')],
            },
        ),
        migrations.CreateModel(
            name='Consentimiento',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version_texto', models.CharField(max_length=20)),
                ('otorgado_en', models.DateTimeField(default=django.utils.timezone.now)),
                ('usuario', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='consentimientos', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'consentimiento',
            },
        ),
        migrations.CreateModel(
            name='Invitacion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('huella', models.CharField(max_length=64, unique=True)),
                ('email', models.EmailField(max_length=254, verbose_name='correo electrónico')),
                ('rol', models.CharField(blank=True, choices=[('lectura', 'lectura'), ('edicion', 'enlace (edición)'), ('responsable', 'responsable')], max_length=12, verbose_name='rol')),
                ('rol_fcm', models.CharField(blank=True, choices=[('', 'ninguno'), ('asesor', 'asesor o asesora'), ('coordinador', 'coordinación')], max_length=12, verbose_name='rol en la FCM')),
                ('creada_en', models.DateTimeField(default=django.utils.timezone.now)),
                ('vence_en', models.DateTimeField()),
                ('usada_en', models.DateTimeField(blank=True, null=True)),
                ('anulada_en', models.DateTimeField(blank=True, null=True)),
                ('creada_por', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='invitaciones_hechas', to=settings.AUTH_USER_MODEL)),
                ('territorio', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='invitaciones', to='territorio.territorio')),
                ('usada_por', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'invitación',
                'verbose_name_plural': 'invitaciones',
                'ordering': ['-creada_en'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('rol__gt', ''), ('rol_fcm', ''), ('territorio__isnull', False)), models.Q(('rol', ''), ('rol_fcm__gt', ''), ('territorio__isnull', True)), _connector='OR'), name='invitacion_a_un_territorio_o_a_la_fcm')],
            },
        ),
        migrations.CreateModel(
            name='Solicitud',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('rol', models.CharField(choices=[('lectura', 'lectura'), ('edicion', 'enlace (edición)'), ('responsable', 'responsable')], default='edicion', max_length=12, verbose_name='rol que pide')),
                ('mensaje', models.TextField(blank=True, max_length=1000, verbose_name='mensaje')),
                ('estado', models.CharField(choices=[('pendiente', 'pendiente'), ('aprobada', 'aprobada'), ('negada', 'negada')], default='pendiente', max_length=12)),
                ('creada_en', models.DateTimeField(default=django.utils.timezone.now)),
                ('resuelta_en', models.DateTimeField(blank=True, null=True)),
                ('respuesta', models.TextField(blank=True, max_length=1000, verbose_name='respuesta')),
                ('resuelta_por', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('territorio', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='solicitudes', to='territorio.territorio')),
                ('usuario', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='solicitudes', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'solicitud de vinculación',
                'verbose_name_plural': 'solicitudes de vinculación',
                'ordering': ['creada_en'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('estado', 'pendiente')), fields=('usuario', 'territorio'), name='una_solicitud_pendiente'), models.CheckConstraint(condition=models.Q(models.Q(('estado', 'pendiente'), ('resuelta_en__isnull', True)), models.Q(models.Q(('estado', 'pendiente'), _negated=True), ('resuelta_en__isnull', False)), _connector='OR'), name='solicitud_resuelta_con_fecha')],
            },
        ),
        migrations.CreateModel(
            name='UsuarioEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('is_superuser', models.BooleanField(default=False, help_text='Designates that this user has all permissions without explicitly assigning them.', verbose_name='superuser status')),
                ('email', models.EmailField(max_length=254, verbose_name='correo electrónico')),
                ('nombre', models.CharField(blank=True, max_length=150, verbose_name='nombre')),
                ('cargo', models.CharField(blank=True, max_length=150, verbose_name='cargo')),
                ('dependencia', models.CharField(blank=True, max_length=150, verbose_name='dependencia')),
                ('telefono', models.CharField(blank=True, max_length=40, verbose_name='teléfono')),
                ('rol_fcm', models.CharField(blank=True, choices=[('', 'ninguno'), ('asesor', 'asesor o asesora'), ('coordinador', 'coordinación')], max_length=12, verbose_name='rol en la FCM')),
                ('is_active', models.BooleanField(default=True, verbose_name='cuenta activa')),
                ('creado_en', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('es_demostracion', models.BooleanField(default=False)),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Vinculacion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('rol', models.CharField(choices=[('lectura', 'lectura'), ('edicion', 'enlace (edición)'), ('responsable', 'responsable')], max_length=12, verbose_name='rol')),
                ('desde', models.DateTimeField(default=django.utils.timezone.now)),
                ('hasta', models.DateTimeField(blank=True, null=True)),
                ('otorgada_por', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('terminada_por', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('territorio', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='vinculaciones', to='territorio.territorio')),
                ('usuario', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='vinculaciones', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'vinculación',
                'verbose_name_plural': 'vinculaciones',
                'constraints': [models.UniqueConstraint(condition=models.Q(('hasta__isnull', True)), fields=('usuario', 'territorio'), name='una_vinculacion_vigente'), models.CheckConstraint(condition=models.Q(('hasta__isnull', True), ('hasta__gte', models.F('desde')), _connector='OR'), name='vinculacion_en_orden')],
            },
        ),
        migrations.CreateModel(
            name='AcompanamientoEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('clave', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('asunto', models.CharField(max_length=200, verbose_name='asunto')),
                ('texto', models.TextField(max_length=4000, verbose_name='qué necesita')),
                ('pedido_en', models.DateTimeField(default=django.utils.timezone.now)),
                ('respuesta', models.TextField(blank=True, max_length=4000, verbose_name='respuesta')),
                ('respondido_en', models.DateTimeField(blank=True, null=True)),
                ('pedido_por', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='cuentas.acompanamiento')),
                ('respondido_por', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('territorio', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='territorio.territorio')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='AsignacionEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('desde', models.DateTimeField(default=django.utils.timezone.now)),
                ('asesor', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='cuentas.asignacion')),
                ('territorio', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='territorio.territorio')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='SolicitudEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('rol', models.CharField(choices=[('lectura', 'lectura'), ('edicion', 'enlace (edición)'), ('responsable', 'responsable')], default='edicion', max_length=12, verbose_name='rol que pide')),
                ('mensaje', models.TextField(blank=True, max_length=1000, verbose_name='mensaje')),
                ('estado', models.CharField(choices=[('pendiente', 'pendiente'), ('aprobada', 'aprobada'), ('negada', 'negada')], default='pendiente', max_length=12)),
                ('creada_en', models.DateTimeField(default=django.utils.timezone.now)),
                ('resuelta_en', models.DateTimeField(blank=True, null=True)),
                ('respuesta', models.TextField(blank=True, max_length=1000, verbose_name='respuesta')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='cuentas.solicitud')),
                ('resuelta_por', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('territorio', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='territorio.territorio')),
                ('usuario', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='VinculacionEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('rol', models.CharField(choices=[('lectura', 'lectura'), ('edicion', 'enlace (edición)'), ('responsable', 'responsable')], max_length=12, verbose_name='rol')),
                ('desde', models.DateTimeField(default=django.utils.timezone.now)),
                ('hasta', models.DateTimeField(blank=True, null=True)),
                ('otorgada_por', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='cuentas.vinculacion')),
                ('terminada_por', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('territorio', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='territorio.territorio')),
                ('usuario', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
            },
        ),
    ]
