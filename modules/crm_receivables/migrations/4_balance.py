"""The balance of new entries is checked once for each statement, not once for each posting."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        DROP TRIGGER balanced ON crm_receivables_posting;
        CREATE OR REPLACE FUNCTION crm_receivables_balanced() RETURNS trigger LANGUAGE plpgsql AS $$
        DECLARE unbalanced bigint;
        BEGIN
            SELECT entry_id INTO unbalanced FROM booked GROUP BY entry_id, currency HAVING sum(amount) <> 0 LIMIT 1;
            IF FOUND THEN
                RAISE EXCEPTION 'entry % does not balance', unbalanced USING ERRCODE = 'check_violation';
            END IF;
            RETURN NULL;
        END $$;
        COMMENT ON FUNCTION crm_receivables_balanced IS
            'One statement books all of an entry: what it adds to each sums to nothing in each currency.';
        CREATE TRIGGER balanced AFTER INSERT ON crm_receivables_posting REFERENCING NEW TABLE AS booked
            FOR EACH STATEMENT EXECUTE FUNCTION crm_receivables_balanced();
    """


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        DROP TRIGGER balanced ON crm_receivables_posting;
        CREATE OR REPLACE FUNCTION crm_receivables_balanced() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF EXISTS (SELECT 1 FROM crm_receivables_posting WHERE entry_id = NEW.entry_id
                       GROUP BY currency HAVING sum(amount) <> 0) THEN
                RAISE EXCEPTION 'entry % does not balance', NEW.entry_id USING ERRCODE = 'check_violation';
            END IF;
            RETURN NULL;
        END $$;
        CREATE CONSTRAINT TRIGGER balanced AFTER INSERT ON crm_receivables_posting
            DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION crm_receivables_balanced();
    """
