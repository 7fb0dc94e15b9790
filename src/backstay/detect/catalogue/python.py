"""Python libraries by what they are for, the most telling first."""

from backstay.detect.catalogue.model import Library, Table, libraries

_TABLE: Table = {
    "framework": {
        "FastAPI": "fastapi fastapi-slim | fastapi",
        "Django": "django",
        "Django REST Framework": "djangorestframework | rest_framework",
        "Django Ninja": "django-ninja | ninja",
        "Flask": "flask",
        "Litestar": "litestar",
        "Quart": "quart",
        "Sanic": "sanic",
        "aiohttp": "aiohttp",
        "Falcon": "falcon",
        "Pyramid": "pyramid",
        "Bottle": "bottle",
        "Tornado": "tornado",
        "Starlette": "starlette",
    },
    "orm": {
        "SQLModel": "sqlmodel",
        "SQLAlchemy": "sqlalchemy flask-sqlalchemy | sqlalchemy flask_sqlalchemy",
        "Tortoise ORM": "tortoise-orm | tortoise",
        "Peewee": "peewee",
        "Pony": "pony",
        "Piccolo": "piccolo",
        "Beanie": "beanie",
        "MongoEngine": "mongoengine",
        "ODMantic": "odmantic",
        "Prisma": "prisma",
    },
    "database": {
        "PostgreSQL": "psycopg2 psycopg2-binary psycopg psycopg-binary asyncpg pg8000"
        " | psycopg2 psycopg asyncpg pg8000",
        "MySQL": "mysqlclient pymysql aiomysql asyncmy mysql-connector-python"
        " | MySQLdb pymysql aiomysql asyncmy mysql",
        "MongoDB": "pymongo motor",
        "SQLite": "aiosqlite | aiosqlite sqlite3",
        "Redis": "redis aioredis redis-py-cluster | redis aioredis",
        "Elasticsearch": "elasticsearch elasticsearch-dsl elastic-transport",
        "Memcached": "pymemcache pylibmc aiomcache python-memcached"
        " | pymemcache pylibmc aiomcache memcache",
    },
    "migrations": {
        "Alembic": "alembic",
        "Flask-Migrate": "flask-migrate",
        "Aerich": "aerich",
        "yoyo": "yoyo-migrations | yoyo",
    },
    "worker": {
        "Celery": "celery",
        "RQ": "rq django-rq | rq django_rq",
        "Dramatiq": "dramatiq",
        "arq": "arq",
        "Taskiq": "taskiq*",
        "Huey": "huey",
        "Procrastinate": "procrastinate",
        "SAQ": "saq",
    },
    "tests": {
        "pytest": "pytest pytest-* | pytest",
        "unittest": " | unittest",
    },
}

LIBRARIES: tuple[Library, ...] = tuple(
    libraries(
        "python",
        _TABLE,
        {
            "Starlette": ("FastAPI", "Litestar"),
            "aiohttp": ("FastAPI", "Django", "Flask", "Litestar", "Quart", "Sanic", "Falcon"),
            "Alembic": ("Flask-Migrate",),
            "unittest": ("pytest",),
        },
    )
)
