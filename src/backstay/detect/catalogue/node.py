"""Node libraries by what they are for, the most telling first."""

from backstay.detect.catalogue.model import Library, Table, libraries

_TABLE: Table = {
    "framework": {
        "NestJS": "@nestjs/core @nestjs/common",
        "Express": "express",
        "Fastify": "fastify",
        "Koa": "koa",
        "Hono": "hono",
        "hapi": "@hapi/hapi",
    },
    "orm": {
        "Prisma": "@prisma/client prisma",
        "TypeORM": "typeorm @nestjs/typeorm",
        "Drizzle": "drizzle-orm",
        "Sequelize": "sequelize sequelize-typescript @nestjs/sequelize",
        "MikroORM": "@mikro-orm/core @mikro-orm/*",
        "Objection": "objection",
        "Mongoose": "mongoose @nestjs/mongoose",
        "Knex": "knex",
    },
    "database": {
        "PostgreSQL": "pg postgres pg-promise @mikro-orm/postgresql",
        "MySQL": "mysql mysql2",
        "MongoDB": "mongodb mongoose",
        "SQLite": "better-sqlite3 sqlite3",
        "Redis": "redis ioredis",
        "Elasticsearch": "@elastic/elasticsearch @nestjs/elasticsearch",
        "Memcached": "memcached memjs",
    },
    "migrations": {
        "Drizzle Kit": "drizzle-kit",
        "Sequelize CLI": "sequelize-cli",
        "node-pg-migrate": "node-pg-migrate",
        "migrate-mongo": "migrate-mongo",
    },
    "worker": {
        "BullMQ": "bullmq",
        "Bull": "bull @nestjs/bull",
        "Agenda": "agenda",
        "Bee-Queue": "bee-queue",
        "pg-boss": "pg-boss",
    },
    "tests": {
        "Vitest": "vitest",
        "Jest": "jest",
        "Mocha": "mocha",
        "AVA": "ava",
    },
}

LIBRARIES: tuple[Library, ...] = tuple(
    libraries(
        "node",
        _TABLE,
        {
            "Express": ("NestJS",),
            "Fastify": ("NestJS",),
            "Knex": ("Objection", "MikroORM"),
        },
    )
)
