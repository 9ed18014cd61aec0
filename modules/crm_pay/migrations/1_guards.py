"""What the database holds itself: messages are append-only, no more goes back than came, what was asked for stays."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        ALTER TABLE crm_pay_attempt
            ADD CONSTRAINT crm_pay_attempt_amount CHECK (amount > 0),
            ADD CONSTRAINT crm_pay_attempt_returned CHECK (returned BETWEEN 0 AND captured),
            ADD CONSTRAINT crm_pay_attempt_captured CHECK ((captured = 0) = (payment_id IS NULL));
        ALTER TABLE crm_pay_event
            ADD CONSTRAINT crm_pay_event_amount CHECK (amount >= 0),
            ADD CONSTRAINT crm_pay_event_about CHECK (reference <> '' OR provider_reference <> '');
        CREATE UNIQUE INDEX crm_pay_attempt_payment ON crm_pay_attempt (payment_id) WHERE payment_id IS NOT NULL;

        CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON crm_pay_event
            FOR EACH STATEMENT EXECUTE FUNCTION guanxi_append_only();
        CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON crm_pay_attempt
            FOR EACH STATEMENT EXECUTE FUNCTION guanxi_append_only();

        CREATE FUNCTION crm_pay_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            RAISE EXCEPTION 'what was asked for and what came is not changed in %', TG_TABLE_NAME
                USING ERRCODE = 'restrict_violation';
        END $$;
        CREATE TRIGGER facts_stay BEFORE UPDATE ON crm_pay_attempt FOR EACH ROW
            WHEN ((OLD.reference, OLD.link_id, OLD.invoice_id, OLD.account_id, OLD.currency, OLD.amount)
                    IS DISTINCT FROM
                  (NEW.reference, NEW.link_id, NEW.invoice_id, NEW.account_id, NEW.currency, NEW.amount)
                  OR (OLD.payment_id IS NOT NULL AND (OLD.payment_id, OLD.captured) IS DISTINCT FROM
                      (NEW.payment_id, NEW.captured)) OR NEW.returned < OLD.returned)
            EXECUTE FUNCTION crm_pay_refuse_change();"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        DROP TRIGGER IF EXISTS facts_stay ON crm_pay_attempt;
        DROP TRIGGER IF EXISTS never_deleted ON crm_pay_attempt;
        DROP TRIGGER IF EXISTS append_only ON crm_pay_event;
        DROP FUNCTION IF EXISTS crm_pay_refuse_change();
        DROP INDEX IF EXISTS crm_pay_attempt_payment;
        ALTER TABLE crm_pay_event
            DROP CONSTRAINT IF EXISTS crm_pay_event_amount,
            DROP CONSTRAINT IF EXISTS crm_pay_event_about;
        ALTER TABLE crm_pay_attempt
            DROP CONSTRAINT IF EXISTS crm_pay_attempt_amount,
            DROP CONSTRAINT IF EXISTS crm_pay_attempt_returned,
            DROP CONSTRAINT IF EXISTS crm_pay_attempt_captured;"""
