"""Libraries of Go, Rust, Java and Ruby: recognised, and no more is promised (C-53)."""

from backstay.detect.catalogue.model import Library, Table, libraries

_GO: Table = {
    "framework": {
        "Gin": "github.com/gin-gonic/gin",
        "Echo": "github.com/labstack/echo/*",
        "Fiber": "github.com/gofiber/fiber/*",
        "chi": "github.com/go-chi/chi*",
    },
    "orm": {
        "GORM": "gorm.io/gorm",
        "ent": "entgo.io/ent",
        "sqlx": "github.com/jmoiron/sqlx",
    },
    "database": {
        "PostgreSQL": "github.com/jackc/pgx* github.com/lib/pq gorm.io/driver/postgres",
        "MySQL": "github.com/go-sql-driver/mysql",
        "Redis": "github.com/redis/go-redis/*",
        "Elasticsearch": "github.com/elastic/go-elasticsearch*",
    },
    "migrations": {
        "golang-migrate": "github.com/golang-migrate/migrate*",
        "goose": "github.com/pressly/goose*",
    },
    "worker": {"Asynq": "github.com/hibiken/asynq"},
}
_RUST: Table = {
    "framework": {"axum": "axum", "Actix Web": "actix-web", "Rocket": "rocket", "warp": "warp"},
    "orm": {"SeaORM": "sea-orm", "Diesel": "diesel", "SQLx": "sqlx"},
    "database": {"PostgreSQL": "tokio-postgres", "Redis": "redis"},
}
_JAVA: Table = {
    "framework": {
        "Spring": "spring-boot-starter-web spring-boot-starter-webflux org.springframework.boot",
        "Quarkus": "quarkus-rest quarkus-resteasy*",
        "Micronaut": "micronaut-http-server*",
    },
    "orm": {"JPA": "spring-boot-starter-data-jpa hibernate-core quarkus-hibernate-orm*"},
    "database": {"PostgreSQL": "postgresql", "MySQL": "mysql-connector-j"},
    "migrations": {"Flyway": "flyway-core", "Liquibase": "liquibase-core"},
    "tests": {"JUnit": "junit-jupiter spring-boot-starter-test junit"},
}
_RUBY: Table = {
    "framework": {"Rails": "rails", "Sinatra": "sinatra"},
    "database": {"PostgreSQL": "pg", "MySQL": "mysql2", "Redis": "redis"},
    "worker": {"Sidekiq": "sidekiq"},
    "tests": {"RSpec": "rspec rspec-rails"},
}

LIBRARIES: tuple[Library, ...] = (
    *libraries("go", _GO),
    *libraries("rust", _RUST),
    *libraries("java", _JAVA),
    *libraries("ruby", _RUBY),
)
