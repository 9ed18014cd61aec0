"""What the database itself refuses, the order in which lots are spent, and the tier that follows from growth."""

from tortoise import BaseDBAsyncClient


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        ALTER TABLE crm_loyalty_account ADD CONSTRAINT crm_loyalty_account_sound CHECK (
            held >= 0 AND debt >= 0 AND growth >= 0 AND balance + debt >= held);
        ALTER TABLE crm_loyalty_lot ADD CONSTRAINT crm_loyalty_lot_sound CHECK (
            points > 0 AND remaining >= 0 AND remaining <= points);
        ALTER TABLE crm_loyalty_hold ADD CONSTRAINT crm_loyalty_hold_sound CHECK (points > 0);
        ALTER TABLE crm_loyalty_consumption ADD CONSTRAINT crm_loyalty_consumption_sound CHECK (points <> 0);
        ALTER TABLE crm_loyalty_reward ADD CONSTRAINT crm_loyalty_reward_sound CHECK (points > 0 AND stock >= 0);
        ALTER TABLE crm_loyalty_rule ADD CONSTRAINT crm_loyalty_rule_sound CHECK (
            points > 0 AND amount > 0 AND months BETWEEN 0 AND 1200);
        ALTER TABLE crm_loyalty_entry ADD CONSTRAINT crm_loyalty_entry_sound CHECK (
            CASE WHEN kind IN ('earn', 'reverse_redeem', 'grace', 'waive') THEN points > 0
                 WHEN kind IN ('redeem', 'expire', 'debt') THEN points < 0
                 WHEN kind = 'take_back' THEN points <= 0
                 ELSE points <> 0 END);

        CREATE INDEX crm_loyalty_lot_next ON crm_loyalty_lot (account_id, expires_at, earned_at, id)
            WHERE remaining > 0;
        CREATE INDEX crm_loyalty_hold_open ON crm_loyalty_hold (account_id, expires_at) WHERE state = 'open';
        CREATE INDEX crm_loyalty_entry_reverses ON crm_loyalty_entry (reverses_id) WHERE reverses_id IS NOT NULL;
        CREATE INDEX crm_loyalty_entry_debt ON crm_loyalty_entry (account_id) WHERE kind = 'debt';

        CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON crm_loyalty_entry
            FOR EACH STATEMENT EXECUTE FUNCTION guanxi_append_only();
        CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON crm_loyalty_consumption
            FOR EACH STATEMENT EXECUTE FUNCTION guanxi_append_only();
        CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON crm_loyalty_rule
            FOR EACH STATEMENT EXECUTE FUNCTION guanxi_append_only();

        CREATE FUNCTION crm_loyalty_set_tier() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            NEW.tier_id := (SELECT id FROM crm_loyalty_tier WHERE threshold <= NEW.growth
                            ORDER BY threshold DESC LIMIT 1);
            RETURN NEW;
        END $$;
        CREATE TRIGGER set_tier BEFORE INSERT OR UPDATE OF growth ON crm_loyalty_account
            FOR EACH ROW EXECUTE FUNCTION crm_loyalty_set_tier();

        -- After a change of the tiers. Accounts are locked in id order, as everywhere.
        CREATE FUNCTION crm_loyalty_set_tiers() RETURNS void LANGUAGE plpgsql AS $$
        BEGIN
            PERFORM 1 FROM crm_loyalty_account a WHERE a.tier_id IS DISTINCT FROM (
                SELECT t.id FROM crm_loyalty_tier t WHERE t.threshold <= a.growth ORDER BY t.threshold DESC LIMIT 1)
                ORDER BY a.id FOR NO KEY UPDATE;
            UPDATE crm_loyalty_account a SET growth = a.growth WHERE a.tier_id IS DISTINCT FROM (
                SELECT t.id FROM crm_loyalty_tier t WHERE t.threshold <= a.growth ORDER BY t.threshold DESC LIMIT 1);
        END $$;
    """


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        DROP FUNCTION crm_loyalty_set_tiers();
        DROP TRIGGER set_tier ON crm_loyalty_account;
        DROP FUNCTION crm_loyalty_set_tier();
        DROP TRIGGER append_only ON crm_loyalty_rule;
        DROP TRIGGER append_only ON crm_loyalty_consumption;
        DROP TRIGGER append_only ON crm_loyalty_entry;
        DROP INDEX crm_loyalty_entry_debt;
        DROP INDEX crm_loyalty_entry_reverses;
        DROP INDEX crm_loyalty_hold_open;
        DROP INDEX crm_loyalty_lot_next;
        ALTER TABLE crm_loyalty_entry DROP CONSTRAINT crm_loyalty_entry_sound;
        ALTER TABLE crm_loyalty_rule DROP CONSTRAINT crm_loyalty_rule_sound;
        ALTER TABLE crm_loyalty_reward DROP CONSTRAINT crm_loyalty_reward_sound;
        ALTER TABLE crm_loyalty_consumption DROP CONSTRAINT crm_loyalty_consumption_sound;
        ALTER TABLE crm_loyalty_hold DROP CONSTRAINT crm_loyalty_hold_sound;
        ALTER TABLE crm_loyalty_lot DROP CONSTRAINT crm_loyalty_lot_sound;
        ALTER TABLE crm_loyalty_account DROP CONSTRAINT crm_loyalty_account_sound;
    """
