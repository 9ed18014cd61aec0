"""Rows that are never changed or deleted: `guanxi_append_only()` serves the ledgers of add-ons as well.

Every entry of the audit log enters `guanxi_audit_unsealed` by itself, and leaves it when it is sealed.
"""

from tortoise import BaseDBAsyncClient


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        CREATE FUNCTION guanxi_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            RAISE EXCEPTION 'rows of % are never changed or deleted', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
        END $$;
        CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON guanxi_audit
            FOR EACH STATEMENT EXECUTE FUNCTION guanxi_append_only();
        CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON guanxi_audit_seal
            FOR EACH STATEMENT EXECUTE FUNCTION guanxi_append_only();
        CREATE TABLE guanxi_audit_unsealed (entry_id BIGINT NOT NULL PRIMARY KEY);
        CREATE FUNCTION guanxi_audit_queue() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            INSERT INTO guanxi_audit_unsealed SELECT id FROM entries;
            RETURN NULL;
        END $$;
        CREATE TRIGGER queue AFTER INSERT ON guanxi_audit REFERENCING NEW TABLE AS entries
            FOR EACH STATEMENT EXECUTE FUNCTION guanxi_audit_queue();
        CREATE INDEX guanxi_job_due ON guanxi_job (run_at, id) WHERE state IN ('waiting', 'running');
        CREATE INDEX guanxi_session_user ON guanxi_session (realm, subject_id) WHERE realm IS NOT NULL;
    """


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        DROP INDEX guanxi_session_user;
        DROP INDEX guanxi_job_due;
        DROP TRIGGER queue ON guanxi_audit;
        DROP FUNCTION guanxi_audit_queue();
        DROP TABLE guanxi_audit_unsealed;
        DROP TRIGGER append_only ON guanxi_audit_seal;
        DROP TRIGGER append_only ON guanxi_audit;
        DROP FUNCTION guanxi_append_only();
    """
