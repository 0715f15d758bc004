"""Triggers by which the database itself refuses to change or remove what is only ever added to."""

from django.db.backends.base.base import BaseDatabaseWrapper

TABLES = ("moderation_decision",)
MESSAGE = "decisions are never changed or removed"


def install(connection: BaseDatabaseWrapper) -> None:
    """Create the triggers; those that are there already stay."""
    with connection.cursor() as cursor:
        for statement in [statement for table in TABLES for statement in _creating(connection.vendor, table)]:
            cursor.execute(statement)


def remove(connection: BaseDatabaseWrapper) -> None:
    """Drop the triggers, for a migration backwards and for tests that clean up after themselves."""
    with connection.cursor() as cursor:
        for statement in [statement for table in TABLES for statement in _dropping(connection.vendor, table)]:
            cursor.execute(statement)


def _creating(vendor: str, table: str) -> list[str]:
    if vendor == "sqlite":
        return [
            f"CREATE TRIGGER IF NOT EXISTS {table}_no_{verb} BEFORE {verb} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END"
            for verb in ("UPDATE", "DELETE")
        ]
    return [
        f"CREATE OR REPLACE FUNCTION {table}_refuse() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{MESSAGE}' USING ERRCODE = 'integrity_constraint_violation'; END $$",
        f"CREATE OR REPLACE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION {table}_refuse()",
    ]


def _dropping(vendor: str, table: str) -> list[str]:
    if vendor == "sqlite":
        return [f"DROP TRIGGER IF EXISTS {table}_no_{verb}" for verb in ("UPDATE", "DELETE")]
    return [
        f"DROP TRIGGER IF EXISTS {table}_append_only ON {table}",
        f"DROP FUNCTION IF EXISTS {table}_refuse()",
    ]
