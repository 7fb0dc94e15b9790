"""What the requirements name is recognised by its package: frameworks, stores, workers, tools."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from backstay.detect.model import Profile
from backstay.detect.survey import detect

Plant = Callable[[Mapping[str, str]], Path]
STORES = {
    "requirements.txt": {
        "PostgreSQL": "asyncpg",
        "MySQL": "pymysql",
        "MongoDB": "motor",
        "Redis": "redis",
        "Elasticsearch": "elasticsearch",
        "Memcached": "pymemcache",
        "SQLAlchemy": "sqlalchemy",
    },
    "package.json": {
        "PostgreSQL": "pg",
        "MySQL": "mysql2",
        "MongoDB": "mongodb",
        "Redis": "ioredis",
        "Elasticsearch": "@elastic/elasticsearch",
        "Memcached": "memjs",
        "Prisma": "@prisma/client",
        "TypeORM": "typeorm",
    },
}
FRAMEWORKS = [
    ("requirements.txt", "Django", "django"),
    ("requirements.txt", "Flask", "flask"),
    ("requirements.txt", "FastAPI", "fastapi"),
    ("package.json", "Express", "express"),
    ("package.json", "Fastify", "fastify"),
    ("package.json", "NestJS", "@nestjs/core"),
    ("build.gradle", "Spring", "org.springframework.boot:spring-boot-starter-web"),
]
WORKERS = [
    ("requirements.txt", "Celery", "celery"),
    ("package.json", "Bull", "bull"),
    ("Gemfile", "Sidekiq", "sidekiq"),
]
TOOLS = [
    ("requirements.txt", "pytest", "pytest"),
    ("package.json", "Jest", "jest"),
    ("package.json", "Mocha", "mocha"),
]
OTHERS = [
    ("go.mod", "Go", "module x\n\ngo 1.22\n\nrequire github.com/gin-gonic/gin v1.9.1\n", "Gin"),
    ("Cargo.toml", "Rust", '[package]\nname = "x"\n\n[dependencies]\naxum = "0.7"\n', "axum"),
    ("requirements.txt", "Python", "django\ndjangorestframework\n", "Django REST framework"),
]


def written(manifest: str, packages: list[str]) -> str:
    """A manifest of the kind that its name says."""
    if manifest == "package.json":
        return json.dumps({"name": "x", "dependencies": dict.fromkeys(packages, "1")})
    if manifest == "build.gradle":
        return "".join(f"implementation '{one}:3.0'\n" for one in packages)
    if manifest == "Gemfile":
        return "".join(f'gem "{one}"\n' for one in packages)
    return "\n".join(packages)


def profile(plant: Plant, manifest: str, text: str) -> Profile:
    return detect(plant({manifest: text})).profiles[0]


def names(found: Profile) -> set[str]:
    return {one.name for one in found.facts}


@pytest.mark.parametrize("manifest", STORES)
def test_the_named_stores_are_recognised(plant: Plant, manifest: str) -> None:
    """R-066 to R-068: databases (PostgreSQL, MySQL, MongoDB), caches and queues, ORMs."""
    stores = STORES[manifest]
    assert names(profile(plant, manifest, written(manifest, [*stores.values()]))) >= set(stores)


@pytest.mark.parametrize(("manifest", "name", "package"), FRAMEWORKS)
def test_frameworks_are_recognised(plant: Plant, manifest: str, name: str, package: str) -> None:
    """R-201, R-211."""
    assert name in names(profile(plant, manifest, written(manifest, [package])))


@pytest.mark.parametrize(("manifest", "name", "package"), WORKERS)
def test_job_processors_are_recognised(
    plant: Plant, manifest: str, name: str, package: str
) -> None:
    """R-157, R-210, R-211: background jobs."""
    assert name in names(profile(plant, manifest, written(manifest, [package])))


@pytest.mark.parametrize(("manifest", "name", "package"), TOOLS)
def test_test_tools_are_recognised(plant: Plant, manifest: str, name: str, package: str) -> None:
    """R-172."""
    assert name in names(profile(plant, manifest, written(manifest, [package])))


def test_typescript_is_told_from_its_files(plant: Plant) -> None:
    """R-201, R-194, R-243: a service in TypeScript, of whatever tree (src/api/routes, src/lib)."""
    files = {
        "package.json": written("package.json", ["express", "typescript"]),
        "tsconfig.json": "{}",
        "src/api/routes/tasks.ts": "import express from 'express';\n",
        "src/services/task-service.ts": "export const a = 1;\n",
        "src/lib/config.ts": "export const b = 1;\n",
    }
    (found,) = detect(plant(files)).profiles

    assert found.language == "TypeScript"
    assert {one.path for one in found.directories} >= {"src/services"}


@pytest.mark.parametrize(
    ("manifest", "language", "text", "name"), OTHERS, ids=[one[3] for one in OTHERS]
)
def test_go_rust_and_django_rest_framework_are_recognised(
    plant: Plant, manifest: str, language: str, text: str, name: str
) -> None:
    """R-245."""
    found = profile(plant, manifest, text)

    assert found.language == language
    assert name.lower() in {one.lower() for one in names(found)}
