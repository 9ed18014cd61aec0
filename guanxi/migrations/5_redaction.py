"""The one change that the audit log takes: its values are blanked out, and nothing else of an entry.

Who did what to which record, and when, stays. `records/redaction.py` notes each such change in the log itself.
"""

from tortoise import BaseDBAsyncClient


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        CREATE FUNCTION guanxi_audit_blank(held jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
            SELECT CASE WHEN jsonb_typeof(held) = 'object'
                THEN (SELECT coalesce(jsonb_object_agg(key, to_jsonb('***'::text)), '{}') FROM jsonb_each(held))
                ELSE held END
        $$;
        CREATE FUNCTION guanxi_audit_guard() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF OLD.action <> 'redact' AND NEW.label = '' AND NEW.reason = ''
                AND NEW.before IS NOT DISTINCT FROM guanxi_audit_blank(OLD.before)
                AND NEW.after IS NOT DISTINCT FROM guanxi_audit_blank(OLD.after)
                AND (NEW.id, NEW.at, NEW.actor_kind, NEW.actor_id, NEW.actor_name, NEW.action, NEW.resource,
                     NEW.record_id, NEW.request_id)
                    IS NOT DISTINCT FROM
                    (OLD.id, OLD.at, OLD.actor_kind, OLD.actor_id, OLD.actor_name, OLD.action, OLD.resource,
                     OLD.record_id, OLD.request_id)
            THEN
                RETURN NEW;
            END IF;
            RAISE EXCEPTION 'rows of % are never changed or deleted', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
        END $$;
        DROP TRIGGER append_only ON guanxi_audit;
        CREATE TRIGGER append_only BEFORE DELETE OR TRUNCATE ON guanxi_audit
            FOR EACH STATEMENT EXECUTE FUNCTION guanxi_append_only();
        CREATE TRIGGER blank_only BEFORE UPDATE ON guanxi_audit FOR EACH ROW EXECUTE FUNCTION guanxi_audit_guard();
    """


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        DROP TRIGGER blank_only ON guanxi_audit;
        DROP TRIGGER append_only ON guanxi_audit;
        CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON guanxi_audit
            FOR EACH STATEMENT EXECUTE FUNCTION guanxi_append_only();
        DROP FUNCTION guanxi_audit_guard();
        DROP FUNCTION guanxi_audit_blank(jsonb);
    """
