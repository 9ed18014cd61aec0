"""What the database itself refuses."""

from tortoise import BaseDBAsyncClient


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        CREATE UNIQUE INDEX crm_referrals_code_main ON crm_referrals_code (customer_id) WHERE main;
        ALTER TABLE crm_referrals_referral ADD CONSTRAINT crm_referrals_referral_sound CHECK (
            referrer_id <> referred_id AND amount >= 0 AND refunded BETWEEN 0 AND amount
            AND referrer_points >= 0 AND referred_points >= 0
        );
        ALTER TABLE crm_referrals_referral ADD CONSTRAINT crm_referrals_referral_states CHECK (
            (state <> 'qualified' OR (order_source IS NOT NULL AND paid_on IS NOT NULL))
            AND (state <> 'rewarded' OR rewarded_at IS NOT NULL) AND (state <> 'refused' OR why IS NOT NULL)
        );
        ALTER TABLE crm_referrals_refund ADD CONSTRAINT crm_referrals_refund_sound CHECK (amount > 0);

        -- Walks up from the referrer; everybody has one referrer at most, so it ends. One at a time: of two that
        -- would make a ring together, the second sees the first.
        CREATE FUNCTION crm_referrals_no_ring() RETURNS trigger LANGUAGE plpgsql AS $$
        DECLARE
            v_id bigint := NEW.referrer_id;
        BEGIN
            PERFORM pg_advisory_xact_lock(hashtextextended('crm_referrals', 0));
            LOOP
                IF v_id = NEW.referred_id THEN
                    RAISE EXCEPTION 'circular' USING ERRCODE = 'GR001';
                END IF;
                SELECT referrer_id INTO v_id FROM crm_referrals_referral WHERE referred_id = v_id AND id <> NEW.id;
                EXIT WHEN NOT FOUND;
            END LOOP;
            RETURN NEW;
        END $$;
        CREATE TRIGGER no_ring BEFORE INSERT OR UPDATE OF referrer_id, referred_id ON crm_referrals_referral
            FOR EACH ROW EXECUTE FUNCTION crm_referrals_no_ring();
    """


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        DROP TRIGGER no_ring ON crm_referrals_referral;
        DROP FUNCTION crm_referrals_no_ring();
        ALTER TABLE crm_referrals_refund DROP CONSTRAINT crm_referrals_refund_sound;
        ALTER TABLE crm_referrals_referral DROP CONSTRAINT crm_referrals_referral_states;
        ALTER TABLE crm_referrals_referral DROP CONSTRAINT crm_referrals_referral_sound;
        DROP INDEX crm_referrals_code_main;
    """
