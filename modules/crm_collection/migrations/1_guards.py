"""What must always hold, held by the database: one standard policy, amounts that make sense, steps and charges that
never change, one open promise for each thing, and no day of late interest charged twice."""

from tortoise import BaseDBAsyncClient


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        ALTER TABLE crm_collection_policy
            ADD CONSTRAINT crm_collection_policy_standard CHECK (
                NOT standard OR active AND value_class_id IS NULL AND currency IS NULL),
            ADD CONSTRAINT crm_collection_policy_rate CHECK (daily_rate >= 0 AND gap_days > 0);
        CREATE UNIQUE INDEX crm_collection_policy_one_standard ON crm_collection_policy (standard) WHERE standard;
        CREATE UNIQUE INDEX crm_collection_policy_choice ON crm_collection_policy (
            coalesce(value_class_id, 0), coalesce(currency, ''))
            WHERE active AND NOT standard AND (value_class_id IS NOT NULL OR currency IS NOT NULL);
        ALTER TABLE crm_collection_level ADD CONSTRAINT crm_collection_level_days CHECK (
            number > 0 AND (days >= 0 OR basis = 'due'));
        ALTER TABLE crm_collection_level_fee ADD CONSTRAINT crm_collection_level_fee_amount CHECK (amount > 0);
        ALTER TABLE crm_collection_terms ADD CONSTRAINT crm_collection_terms_rate CHECK (daily_rate >= 0);
        ALTER TABLE crm_collection_step ADD CONSTRAINT crm_collection_step_amounts CHECK (
            outstanding > 0 AND interest >= 0 AND fee >= 0);
        ALTER TABLE crm_collection_charge
            ADD CONSTRAINT crm_collection_charge_amount CHECK (amount > 0),
            ADD CONSTRAINT crm_collection_charge_days CHECK (
                CASE kind WHEN 'interest' THEN ends_on > starts_on AND step_id IS NULL ELSE step_id IS NOT NULL END),
            ADD CONSTRAINT crm_collection_charge_step FOREIGN KEY (step_id) REFERENCES crm_collection_step (id),
            ADD CONSTRAINT crm_collection_charge_once EXCLUDE USING gist (
                int8range(installment_id, installment_id, '[]') WITH &&, daterange(starts_on, ends_on) WITH &&) WHERE (kind = 'interest');
        ALTER TABLE crm_collection_dispute
            ADD CONSTRAINT crm_collection_dispute_amount CHECK (amount > 0),
            ADD CONSTRAINT crm_collection_dispute_resolved CHECK ((state = 'open') = (resolved_on IS NULL));
        ALTER TABLE crm_collection_promise
            ADD CONSTRAINT crm_collection_promise_amount CHECK (amount > 0),
            ADD CONSTRAINT crm_collection_promise_settled CHECK ((state = 'open') = (settled_on IS NULL));
        CREATE UNIQUE INDEX crm_collection_promise_open ON crm_collection_promise (installment_id)
            WHERE state = 'open' AND installment_id IS NOT NULL;
        ALTER TABLE crm_collection_credit_limit ADD CONSTRAINT crm_collection_credit_limit_amount CHECK (amount >= 0);

        CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON crm_collection_step
            FOR EACH STATEMENT EXECUTE FUNCTION guanxi_append_only();
        CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON crm_collection_charge
            FOR EACH STATEMENT EXECUTE FUNCTION guanxi_append_only();
    """


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        DROP TRIGGER append_only ON crm_collection_charge;
        DROP TRIGGER append_only ON crm_collection_step;
        ALTER TABLE crm_collection_credit_limit DROP CONSTRAINT crm_collection_credit_limit_amount;
        DROP INDEX crm_collection_promise_open;
        ALTER TABLE crm_collection_promise DROP CONSTRAINT crm_collection_promise_settled,
            DROP CONSTRAINT crm_collection_promise_amount;
        ALTER TABLE crm_collection_dispute DROP CONSTRAINT crm_collection_dispute_resolved,
            DROP CONSTRAINT crm_collection_dispute_amount;
        ALTER TABLE crm_collection_charge DROP CONSTRAINT crm_collection_charge_once,
            DROP CONSTRAINT crm_collection_charge_step, DROP CONSTRAINT crm_collection_charge_days,
            DROP CONSTRAINT crm_collection_charge_amount;
        ALTER TABLE crm_collection_step DROP CONSTRAINT crm_collection_step_amounts;
        ALTER TABLE crm_collection_terms DROP CONSTRAINT crm_collection_terms_rate;
        ALTER TABLE crm_collection_level_fee DROP CONSTRAINT crm_collection_level_fee_amount;
        ALTER TABLE crm_collection_level DROP CONSTRAINT crm_collection_level_days;
        DROP INDEX crm_collection_policy_choice;
        DROP INDEX crm_collection_policy_one_standard;
        ALTER TABLE crm_collection_policy DROP CONSTRAINT crm_collection_policy_rate,
            DROP CONSTRAINT crm_collection_policy_standard;
    """
