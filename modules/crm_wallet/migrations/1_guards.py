"""What the database itself refuses, and the order in which bonus is spent."""

from tortoise import BaseDBAsyncClient

_LEDGERS = ("entry", "consumption", "card_entry", "invoice_payment", "cash_back_use")


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        ALTER TABLE crm_wallet_wallet ADD CONSTRAINT crm_wallet_wallet_sound CHECK (
            held_principal >= 0 AND held_bonus >= 0 AND principal >= held_principal AND bonus >= held_bonus AND paid >= 0);
        ALTER TABLE crm_wallet_entry ADD CONSTRAINT crm_wallet_entry_sound CHECK (
            principal_after >= 0 AND bonus_after >= 0 AND CASE
                WHEN kind = 'top_up' THEN principal > 0 AND bonus >= 0 AND paid = principal
                WHEN kind = 'gift_card' THEN principal > 0 AND bonus = 0 AND paid = principal
                WHEN kind = 'spend' THEN principal <= 0 AND bonus <= 0 AND principal + bonus < 0 AND paid = 0
                WHEN kind = 'give_back' THEN principal >= 0 AND bonus >= 0 AND principal + bonus > 0 AND paid = 0
                WHEN kind = 'cash_refund' THEN principal < 0 AND bonus = 0 AND paid = principal
                WHEN kind IN ('forfeit', 'expire') THEN principal = 0 AND bonus < 0 AND paid = 0
                WHEN kind = 'grace' THEN principal = 0 AND bonus > 0 AND paid = 0
                WHEN kind = 'adjust' THEN (principal, bonus) <> (0, 0) AND paid = 0
                ELSE true END);
        ALTER TABLE crm_wallet_lot ADD CONSTRAINT crm_wallet_lot_sound CHECK (
            bonus > 0 AND remaining >= 0 AND remaining <= bonus);
        ALTER TABLE crm_wallet_hold ADD CONSTRAINT crm_wallet_hold_sound CHECK (
            principal >= 0 AND bonus >= 0 AND principal + bonus > 0);
        ALTER TABLE crm_wallet_consumption ADD CONSTRAINT crm_wallet_consumption_sound CHECK (bonus <> 0);
        ALTER TABLE crm_wallet_offer ADD CONSTRAINT crm_wallet_offer_sound CHECK (
            pays > 0 AND bonus >= 0 AND bonus_days BETWEEN 1 AND 36500 AND valid_until >= valid_from);
        ALTER TABLE crm_wallet_adjustment ADD CONSTRAINT crm_wallet_adjustment_sound CHECK (
            (principal, bonus) <> (0, 0) AND (state = 'approved') = (entry_id IS NOT NULL));
        ALTER TABLE crm_wallet_batch ADD CONSTRAINT crm_wallet_batch_sound CHECK (
            value > 0 AND size BETWEEN 1 AND 100000);
        ALTER TABLE crm_wallet_card ADD CONSTRAINT crm_wallet_card_sound CHECK (
            value > 0 AND balance >= 0 AND (batch_id IS NULL) = (position IS NULL)
            AND CASE state WHEN 'inactive' THEN balance = 0 AND sold_at IS NULL
                WHEN 'active' THEN balance > 0 WHEN 'used' THEN balance = 0 ELSE true END);
        ALTER TABLE crm_wallet_card_entry ADD CONSTRAINT crm_wallet_card_entry_sound CHECK (
            balance_after >= 0 AND CASE WHEN kind IN ('activate', 'give_back') THEN amount > 0 ELSE amount < 0 END);
        ALTER TABLE crm_wallet_cash_back ADD CONSTRAINT crm_wallet_cash_back_sound CHECK (
            amount > 0 AND remaining BETWEEN 0 AND amount AND (state = 'used') = (remaining = 0));

        CREATE INDEX crm_wallet_lot_next ON crm_wallet_lot (wallet_id, expires_at, granted_at, id) WHERE remaining > 0;
        CREATE INDEX crm_wallet_lot_due ON crm_wallet_lot (expires_at, wallet_id) WHERE remaining > 0;
        CREATE INDEX crm_wallet_hold_open ON crm_wallet_hold (wallet_id, expires_at) WHERE state = 'open';
        CREATE INDEX crm_wallet_hold_due ON crm_wallet_hold (expires_at, wallet_id) WHERE state = 'open';
        CREATE INDEX crm_wallet_entry_reverses ON crm_wallet_entry (reverses_id) WHERE reverses_id IS NOT NULL;
        CREATE INDEX crm_wallet_card_entry_reverses ON crm_wallet_card_entry (reverses_id)
            WHERE reverses_id IS NOT NULL;
        CREATE INDEX crm_wallet_cash_back_waiting ON crm_wallet_cash_back (customer_id, currency, id) WHERE remaining > 0;
        CREATE UNIQUE INDEX crm_wallet_adjustment_waiting ON crm_wallet_adjustment (wallet_id) WHERE state = 'requested';
    """ + "".join(
        f"""
        CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON crm_wallet_{name}
            FOR EACH STATEMENT EXECUTE FUNCTION guanxi_append_only();"""
        for name in _LEDGERS
    )


async def downgrade(db: BaseDBAsyncClient) -> str:
    return (
        "".join(f"DROP TRIGGER append_only ON crm_wallet_{name};" for name in _LEDGERS)
        + """
        DROP INDEX crm_wallet_adjustment_waiting;
        DROP INDEX crm_wallet_cash_back_waiting;
        DROP INDEX crm_wallet_card_entry_reverses;
        DROP INDEX crm_wallet_entry_reverses;
        DROP INDEX crm_wallet_hold_due;
        DROP INDEX crm_wallet_hold_open;
        DROP INDEX crm_wallet_lot_due;
        DROP INDEX crm_wallet_lot_next;
        ALTER TABLE crm_wallet_cash_back DROP CONSTRAINT crm_wallet_cash_back_sound;
        ALTER TABLE crm_wallet_card_entry DROP CONSTRAINT crm_wallet_card_entry_sound;
        ALTER TABLE crm_wallet_card DROP CONSTRAINT crm_wallet_card_sound;
        ALTER TABLE crm_wallet_batch DROP CONSTRAINT crm_wallet_batch_sound;
        ALTER TABLE crm_wallet_adjustment DROP CONSTRAINT crm_wallet_adjustment_sound;
        ALTER TABLE crm_wallet_offer DROP CONSTRAINT crm_wallet_offer_sound;
        ALTER TABLE crm_wallet_consumption DROP CONSTRAINT crm_wallet_consumption_sound;
        ALTER TABLE crm_wallet_hold DROP CONSTRAINT crm_wallet_hold_sound;
        ALTER TABLE crm_wallet_lot DROP CONSTRAINT crm_wallet_lot_sound;
        ALTER TABLE crm_wallet_entry DROP CONSTRAINT crm_wallet_entry_sound;
        ALTER TABLE crm_wallet_wallet DROP CONSTRAINT crm_wallet_wallet_sound;
    """
    )
