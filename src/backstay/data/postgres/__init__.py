"""PostgreSQL through asyncpg: prepared statements on a bounded pool of driver connections."""
