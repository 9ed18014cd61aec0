"""What the database itself refuses."""

from tortoise import BaseDBAsyncClient


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        ALTER TABLE crm_offers_campaign ADD CONSTRAINT crm_offers_campaign_sound CHECK (
            amount >= 0 AND percent BETWEEN 0 AND 10000 AND (cap IS NULL OR cap > 0) AND minimum_spend >= 0
            AND (stock IS NULL OR stock > 0) AND (per_customer IS NULL OR per_customer > 0)
            AND (valid_days IS NULL OR valid_days >= 0) AND valid_from <= valid_until IS NOT FALSE
            AND issued >= 0 AND redeemed >= 0 AND discount >= 0 AND ordered >= 0);
        ALTER TABLE crm_offers_campaign ADD CONSTRAINT crm_offers_campaign_stock CHECK (
            stock IS NULL OR issued <= stock);
        ALTER TABLE crm_offers_campaign ADD CONSTRAINT crm_offers_campaign_worth CHECK (state = 'draft' OR
            CASE worth WHEN 'amount' THEN amount > 0 WHEN 'percent' THEN percent > 0 ELSE gift <> '' END);
        ALTER TABLE crm_offers_redemption ADD CONSTRAINT crm_offers_redemption_sound CHECK (
            amount >= 0 AND discount BETWEEN 0 AND amount AND (reversed_at IS NULL) = (reversal IS NULL));
        ALTER TABLE crm_offers_coupon ADD CONSTRAINT crm_offers_coupon_sound CHECK (
            (state = 'held') = (held_by IS NOT NULL) AND (held_by IS NULL) = (held_until IS NULL)
            AND (state = 'redeemed') = (redemption_id IS NOT NULL));
        ALTER TABLE crm_offers_prize ADD CONSTRAINT crm_offers_prize_sound CHECK (
            odds BETWEEN 0 AND 1000000 AND given >= 0 AND points >= 0 AND (stock IS NULL OR stock >= given)
            AND CASE kind WHEN 'coupon' THEN campaign_id IS NOT NULL WHEN 'points' THEN points > 0 ELSE true END);
        ALTER TABLE crm_offers_lottery ADD CONSTRAINT crm_offers_lottery_sound CHECK (
            ticket_points >= 0 AND (per_day IS NULL OR per_day > 0) AND (per_customer IS NULL OR per_customer > 0)
            AND starts_at < ends_at IS NOT FALSE AND (state = 'draft' OR length(seed_hash) = 64)
            AND (state <> 'ended' OR length(seed) = 64));
        ALTER TABLE crm_offers_draw ADD CONSTRAINT crm_offers_draw_sound CHECK (roll BETWEEN 0 AND 999999);

        CREATE INDEX crm_offers_coupon_over ON crm_offers_coupon (valid_until)
            WHERE state IN ('issued', 'held') AND valid_until IS NOT NULL;
        CREATE INDEX crm_offers_coupon_held ON crm_offers_coupon (held_until) WHERE state = 'held';
        CREATE INDEX crm_offers_coupon_held_by ON crm_offers_coupon (held_by) WHERE state = 'held';

        CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON crm_offers_event
            FOR EACH STATEMENT EXECUTE FUNCTION guanxi_append_only();
        CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON crm_offers_redemption
            FOR EACH STATEMENT EXECUTE FUNCTION guanxi_append_only();
        CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON crm_offers_draw
            FOR EACH STATEMENT EXECUTE FUNCTION guanxi_append_only();

        -- The columns named as arguments may change, nothing else.
        CREATE FUNCTION crm_offers_only() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF (to_jsonb(NEW) - TG_ARGV) <> (to_jsonb(OLD) - TG_ARGV) THEN
                RAISE EXCEPTION 'rows of % are never changed', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
            END IF;
            RETURN NEW;
        END $$;
        CREATE TRIGGER only_customer BEFORE UPDATE ON crm_offers_draw
            FOR EACH ROW EXECUTE FUNCTION crm_offers_only('customer_id');
        CREATE TRIGGER only_reversal BEFORE UPDATE ON crm_offers_redemption
            FOR EACH ROW EXECUTE FUNCTION crm_offers_only('reversed_at', 'reversal', 'updated_at', 'revision');
        CREATE TRIGGER only_figures BEFORE UPDATE ON crm_offers_campaign FOR EACH ROW WHEN (OLD.state <> 'draft')
            EXECUTE FUNCTION crm_offers_only('state', 'stock', 'issued', 'redeemed', 'discount', 'ordered', 'updated_at',
                'revision');

        CREATE FUNCTION crm_offers_lottery_guard() RETURNS trigger LANGUAGE plpgsql AS $$
        DECLARE
            v_sum bigint;
            v_nothing bigint;
        BEGIN
            IF OLD.state = 'draft' AND NEW.state = 'published' THEN
                SELECT coalesce(sum(odds), 0), count(*) FILTER (WHERE kind = 'nothing' AND stock IS NULL)
                        - 2 * count(*) FILTER (WHERE kind = 'nothing' AND stock IS NOT NULL)
                    INTO v_sum, v_nothing FROM crm_offers_prize WHERE lottery_id = NEW.id;
                IF v_sum <> 1000000 THEN
                    RAISE EXCEPTION 'odds' USING ERRCODE = 'GX214', DETAIL = v_sum;
                ELSIF v_nothing <> 1 THEN
                    RAISE EXCEPTION 'no prize' USING ERRCODE = 'GX215';
                END IF;
            ELSIF OLD.state <> NEW.state AND (OLD.state <> 'published' OR NEW.state <> 'ended') THEN
                RAISE EXCEPTION 'published' USING ERRCODE = 'GX216';
            ELSIF OLD.state <> 'draft' AND OLD.seed NOT IN ('', NEW.seed)
                    OR OLD.state <> 'draft' AND (to_jsonb(NEW) - ARRAY['state', 'draws', 'seed', 'revision', 'updated_at'])
                    <> (to_jsonb(OLD) - ARRAY['state', 'draws', 'seed', 'revision', 'updated_at']) THEN
                RAISE EXCEPTION 'published' USING ERRCODE = 'GX216';
            END IF;
            RETURN NEW;
        END $$;
        CREATE TRIGGER guard BEFORE UPDATE ON crm_offers_lottery
            FOR EACH ROW EXECUTE FUNCTION crm_offers_lottery_guard();

        CREATE FUNCTION crm_offers_prize_guard() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF TG_OP = 'UPDATE' AND (to_jsonb(NEW) - ARRAY['given', 'updated_at'])
                    = (to_jsonb(OLD) - ARRAY['given', 'updated_at']) THEN
                RETURN NEW;
            END IF;
            PERFORM 1 FROM crm_offers_lottery WHERE state <> 'draft'
                AND id IN (CASE WHEN TG_OP <> 'INSERT' THEN OLD.lottery_id END,
                           CASE WHEN TG_OP <> 'DELETE' THEN NEW.lottery_id END) FOR SHARE;
            IF FOUND THEN
                RAISE EXCEPTION 'published' USING ERRCODE = 'GX216';
            END IF;
            RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
        END $$;
        CREATE TRIGGER guard BEFORE INSERT OR UPDATE OR DELETE ON crm_offers_prize
            FOR EACH ROW EXECUTE FUNCTION crm_offers_prize_guard();
    """


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        DROP TRIGGER guard ON crm_offers_prize;
        DROP FUNCTION crm_offers_prize_guard();
        DROP TRIGGER guard ON crm_offers_lottery;
        DROP FUNCTION crm_offers_lottery_guard();
        DROP TRIGGER only_figures ON crm_offers_campaign;
        DROP TRIGGER only_reversal ON crm_offers_redemption;
        DROP TRIGGER only_customer ON crm_offers_draw;
        DROP FUNCTION crm_offers_only();
        DROP TRIGGER never_deleted ON crm_offers_draw;
        DROP TRIGGER never_deleted ON crm_offers_redemption;
        DROP TRIGGER append_only ON crm_offers_event;
        DROP INDEX crm_offers_coupon_held_by;
        DROP INDEX crm_offers_coupon_held;
        DROP INDEX crm_offers_coupon_over;
        ALTER TABLE crm_offers_draw DROP CONSTRAINT crm_offers_draw_sound;
        ALTER TABLE crm_offers_lottery DROP CONSTRAINT crm_offers_lottery_sound;
        ALTER TABLE crm_offers_prize DROP CONSTRAINT crm_offers_prize_sound;
        ALTER TABLE crm_offers_coupon DROP CONSTRAINT crm_offers_coupon_sound;
        ALTER TABLE crm_offers_redemption DROP CONSTRAINT crm_offers_redemption_sound;
        ALTER TABLE crm_offers_campaign DROP CONSTRAINT crm_offers_campaign_worth;
        ALTER TABLE crm_offers_campaign DROP CONSTRAINT crm_offers_campaign_stock;
        ALTER TABLE crm_offers_campaign DROP CONSTRAINT crm_offers_campaign_sound;
    """
