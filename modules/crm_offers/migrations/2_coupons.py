"""Issuing, holding, redeeming, giving back: one statement for each, which refuses or does all of it.

Refusals are SQLSTATEs GX2…; the detail of GX200 is the reason. `p_now` is the caller's clock. Campaigns are locked
first, then coupons, both in id order. Coupons are good to the end of a day of `p_zone`.
"""

from tortoise import BaseDBAsyncClient


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        CREATE FUNCTION crm_offers_window(
            c crm_offers_campaign, p_zone text, p_now timestamptz, OUT starts timestamptz, OUT ends timestamptz
        ) LANGUAGE plpgsql AS $$
        BEGIN
            starts := c.valid_from::timestamp AT TIME ZONE p_zone;
            ends := least((c.valid_until + 1)::timestamp AT TIME ZONE p_zone,
                ((p_now AT TIME ZONE p_zone)::date + c.valid_days + 1)::timestamp AT TIME ZONE p_zone);
        END $$;

        CREATE FUNCTION crm_offers_issue(
            p_campaign bigint, p_customer bigint, p_source text, p_code text, p_hash text, p_zone text,
            p_now timestamptz, p_actor_id bigint, p_actor text
        ) RETURNS crm_offers_coupon LANGUAGE plpgsql AS $$
        DECLARE
            c crm_offers_campaign;
            k crm_offers_coupon;
            v_starts timestamptz;
            v_ends timestamptz;
        BEGIN
            SELECT * INTO c FROM crm_offers_campaign WHERE id = p_campaign FOR NO KEY UPDATE;
            IF NOT FOUND THEN
                RAISE EXCEPTION 'no campaign' USING ERRCODE = 'GX201';
            END IF;
            SELECT * INTO k FROM crm_offers_coupon WHERE source = p_source;
            IF FOUND THEN
                IF k.campaign_id = p_campaign AND k.customer_id IS NOT DISTINCT FROM p_customer THEN
                    RETURN k;
                END IF;
                RAISE EXCEPTION 'source taken' USING ERRCODE = 'GX202', DETAIL = p_source;
            END IF;
            SELECT starts, ends INTO v_starts, v_ends FROM crm_offers_window(c, p_zone, p_now);
            IF c.state <> 'open' THEN
                RAISE EXCEPTION 'not open' USING ERRCODE = 'GX200', DETAIL = 'not_open';
            ELSIF v_ends <= p_now THEN
                RAISE EXCEPTION 'over' USING ERRCODE = 'GX200', DETAIL = 'expired';
            ELSIF c.issued >= c.stock THEN
                RAISE EXCEPTION 'out of stock' USING ERRCODE = 'GX200', DETAIL = 'out_of_stock';
            ELSIF c.per_customer <= (SELECT count(*) FROM crm_offers_coupon x
                    WHERE x.campaign_id = p_campaign AND x.customer_id = p_customer AND x.state <> 'void') THEN
                RAISE EXCEPTION 'limit' USING ERRCODE = 'GX200', DETAIL = 'limit';
            END IF;
            UPDATE crm_offers_campaign SET issued = issued + 1, updated_at = p_now WHERE id = p_campaign;
            INSERT INTO crm_offers_coupon (revision, created_at, updated_at, created_by_id, campaign_id, customer_id,
                code, code_hash, state, valid_from, valid_until, source)
            VALUES (1, p_now, p_now, p_actor_id, p_campaign, p_customer, p_code, p_hash, 'issued', v_starts, v_ends,
                p_source)
            ON CONFLICT (source) DO NOTHING RETURNING * INTO k;
            IF NOT FOUND THEN
                RAISE EXCEPTION 'source taken' USING ERRCODE = 'GX202', DETAIL = p_source;
            END IF;
            INSERT INTO crm_offers_event (revision, created_at, updated_at, created_by_id, coupon_id, campaign_id, kind,
                source, currency, discount, at, actor)
            VALUES (1, p_now, p_now, p_actor_id, k.id, p_campaign, 'issue', p_source, c.currency, 0, p_now, p_actor);
            RETURN k;
        END $$;

        -- Of a batch: one coupon for each source that has none yet. Customers who have had as many as they may are
        -- passed over, and all once the stock is used up. With p_reserved the batch has counted them before.
        CREATE FUNCTION crm_offers_issue_many(
            p_batch bigint, p_customers bigint[], p_sources text[], p_codes text[], p_hashes text[], p_reserved boolean,
            p_zone text, p_now timestamptz, p_actor_id bigint, p_actor text,
            OUT made integer, OUT short boolean
        ) LANGUAGE plpgsql AS $$
        DECLARE
            c crm_offers_campaign;
            v_starts timestamptz;
            v_ends timestamptz;
            v_wanted integer;
        BEGIN
            SELECT * INTO c FROM crm_offers_campaign
                WHERE id = (SELECT campaign_id FROM crm_offers_batch WHERE id = p_batch) FOR NO KEY UPDATE;
            SELECT starts, ends INTO v_starts, v_ends FROM crm_offers_window(c, p_zone, p_now);
            WITH given AS (
                SELECT g.* FROM unnest(p_customers, p_sources, p_codes, p_hashes) WITH ORDINALITY
                    AS g (customer, source, code, hash, n)
                WHERE NOT EXISTS (SELECT 1 FROM crm_offers_coupon x WHERE x.source = g.source)
                    AND (p_reserved OR c.state = 'open')
                    AND (p_reserved OR c.per_customer IS NULL OR c.per_customer > (
                        SELECT count(*) FROM crm_offers_coupon x WHERE x.campaign_id = c.id
                        AND x.customer_id = g.customer AND x.state <> 'void'))
            ), taken AS (
                SELECT * FROM given ORDER BY n
                LIMIT CASE WHEN p_reserved OR c.stock IS NULL THEN NULL ELSE c.stock - c.issued END
            ), made AS (
                INSERT INTO crm_offers_coupon (revision, created_at, updated_at, created_by_id, campaign_id, customer_id,
                    code, code_hash, state, valid_from, valid_until, source, batch_id)
                SELECT 1, p_now, p_now, p_actor_id, c.id, customer, code, hash, 'issued', v_starts, v_ends, source, p_batch
                FROM taken ORDER BY n RETURNING id, source
            ), told AS (
                INSERT INTO crm_offers_event (revision, created_at, updated_at, created_by_id, coupon_id, campaign_id,
                    kind, source, currency, discount, at, actor)
                SELECT 1, p_now, p_now, p_actor_id, id, c.id, 'issue', source, c.currency, 0, p_now, p_actor
                FROM made ORDER BY made.id)
            SELECT (SELECT count(*) FROM made), (SELECT count(*) FROM given) INTO made, v_wanted;
            short := made < v_wanted;
            IF NOT p_reserved THEN
                UPDATE crm_offers_campaign SET issued = issued + made, updated_at = p_now WHERE id = c.id;
            END IF;
            UPDATE crm_offers_batch SET issued = issued + made, updated_at = p_now WHERE id = p_batch;
        END $$;

        -- Locks the coupons and says, of the first that cannot be used, why.
        CREATE FUNCTION crm_offers_lock(
            p_coupons bigint[], p_source text, p_customer bigint, p_now timestamptz
        ) RETURNS void LANGUAGE plpgsql AS $$
        DECLARE
            k record;
            v_reason text;
        BEGIN
            PERFORM 1 FROM crm_offers_campaign WHERE id IN (
                SELECT campaign_id FROM crm_offers_coupon WHERE id = ANY (p_coupons)) ORDER BY id FOR NO KEY UPDATE;
            PERFORM 1 FROM crm_offers_coupon WHERE id = ANY (p_coupons) ORDER BY id FOR NO KEY UPDATE;
            IF EXISTS (SELECT 1 FROM crm_offers_redemption WHERE source = p_source) THEN
                RETURN;
            END IF;
            FOR k IN SELECT x.*, c.per_customer, c.id AS campaign FROM crm_offers_coupon x
                JOIN crm_offers_campaign c ON c.id = x.campaign_id WHERE x.id = ANY (p_coupons) ORDER BY x.id
            LOOP
                v_reason := CASE
                    WHEN k.state IN ('redeemed', 'void') THEN k.state
                    WHEN k.state = 'held' AND k.held_by <> p_source AND k.held_until > p_now THEN 'held'
                    WHEN k.valid_until <= p_now OR k.state = 'expired' THEN 'expired'
                    WHEN k.valid_from > p_now THEN 'not_yet'
                    WHEN k.customer_id <> p_customer THEN 'customer' END;
                IF v_reason IS NULL AND k.customer_id IS NULL AND p_customer IS NOT NULL THEN
                    IF k.per_customer <= (SELECT count(*) FROM crm_offers_coupon x WHERE x.campaign_id = k.campaign
                            AND x.customer_id = p_customer AND x.state <> 'void') THEN
                        v_reason := 'limit';
                    ELSE
                        UPDATE crm_offers_coupon SET customer_id = p_customer WHERE id = k.id;
                    END IF;
                END IF;
                IF v_reason IS NOT NULL THEN
                    RAISE EXCEPTION 'refused' USING ERRCODE = 'GX200', DETAIL = v_reason;
                END IF;
            END LOOP;
        END $$;

        CREATE FUNCTION crm_offers_note(
            p_coupons bigint[], p_discounts bigint[], p_kind text, p_source text, p_redemption bigint,
            p_now timestamptz, p_actor_id bigint, p_actor text
        ) RETURNS void LANGUAGE sql AS $$
            INSERT INTO crm_offers_event (revision, created_at, updated_at, created_by_id, coupon_id, campaign_id, kind,
                source, redemption_id, currency, discount, at, actor)
            SELECT 1, p_now, p_now, p_actor_id, k.id, c.id, p_kind, p_source, p_redemption, c.currency,
                coalesce(u.discount, 0), p_now, p_actor
            FROM unnest(p_coupons, p_discounts) AS u (id, discount)
            JOIN crm_offers_coupon k ON k.id = u.id JOIN crm_offers_campaign c ON c.id = k.campaign_id ORDER BY k.id
        $$;

        CREATE FUNCTION crm_offers_hold(
            p_coupons bigint[], p_source text, p_customer bigint, p_until timestamptz,
            p_now timestamptz, p_actor_id bigint, p_actor text
        ) RETURNS void LANGUAGE plpgsql AS $$
        DECLARE v_fresh bigint[];
        BEGIN
            PERFORM crm_offers_lock(p_coupons, p_source, p_customer, p_now);
            IF EXISTS (SELECT 1 FROM crm_offers_redemption WHERE source = p_source) THEN
                RAISE EXCEPTION 'source taken' USING ERRCODE = 'GX202', DETAIL = p_source;
            END IF;
            v_fresh := ARRAY(SELECT id FROM crm_offers_coupon
                WHERE id = ANY (p_coupons) AND held_by IS DISTINCT FROM p_source ORDER BY id);
            UPDATE crm_offers_coupon SET state = 'held', held_by = p_source, held_until = p_until, updated_at = p_now,
                revision = revision + 1 WHERE id = ANY (p_coupons);
            PERFORM crm_offers_note(v_fresh, NULL, 'hold', p_source, NULL, p_now, p_actor_id, p_actor);
        END $$;

        CREATE FUNCTION crm_offers_release(
            p_source text, p_now timestamptz, p_actor_id bigint, p_actor text
        ) RETURNS integer LANGUAGE plpgsql AS $$
        DECLARE v_ids bigint[];
        BEGIN
            WITH held AS (
                SELECT id FROM crm_offers_coupon WHERE state = 'held' AND held_by = p_source ORDER BY id
                FOR NO KEY UPDATE
            ), freed AS (
                UPDATE crm_offers_coupon k SET state = 'issued', held_by = NULL, held_until = NULL, updated_at = p_now,
                    revision = revision + 1 FROM held WHERE k.id = held.id RETURNING k.id)
            SELECT coalesce(array_agg(id ORDER BY id), '{}') INTO v_ids FROM freed;
            PERFORM crm_offers_note(v_ids, NULL, 'release', p_source, NULL, p_now, p_actor_id, p_actor);
            RETURN cardinality(v_ids);
        END $$;

        CREATE FUNCTION crm_offers_redeem(
            p_coupons bigint[], p_discounts bigint[], p_codes text, p_source text, p_customer bigint, p_amount bigint,
            p_currency text, p_now timestamptz, p_actor_id bigint, p_actor text
        ) RETURNS crm_offers_redemption LANGUAGE plpgsql AS $$
        DECLARE
            r crm_offers_redemption;
            v_reason text;
        BEGIN
            PERFORM crm_offers_lock(p_coupons, p_source, p_customer, p_now);
            SELECT * INTO r FROM crm_offers_redemption WHERE source = p_source;
            IF FOUND THEN
                IF r.codes = p_codes AND r.amount = p_amount AND r.currency = p_currency THEN
                    RETURN r;
                END IF;
                RAISE EXCEPTION 'source taken' USING ERRCODE = 'GX202', DETAIL = p_source;
            END IF;
            SELECT CASE WHEN bool_or(c.currency <> p_currency) THEN 'currency'
                        WHEN bool_or(c.minimum_spend > p_amount) THEN 'minimum'
                        WHEN bool_or(c.stacking = 'exclusive') AND count(*) > 1
                          OR bool_or(c.stacking = 'one_each' AND n > 1) THEN 'stacking' END INTO v_reason
            FROM (SELECT campaign_id, count(*) OVER (PARTITION BY campaign_id) AS n FROM crm_offers_coupon
                  WHERE id = ANY (p_coupons)) k JOIN crm_offers_campaign c ON c.id = k.campaign_id;
            IF v_reason IS NOT NULL THEN
                RAISE EXCEPTION 'refused' USING ERRCODE = 'GX200', DETAIL = v_reason;
            END IF;
            INSERT INTO crm_offers_redemption (revision, created_at, updated_at, created_by_id, source, codes, currency,
                amount, discount, at, actor)
            SELECT 1, p_now, p_now, p_actor_id, p_source, p_codes, p_currency, p_amount, sum(d), p_now, p_actor
            FROM unnest(p_discounts) AS d
            ON CONFLICT (source) DO NOTHING RETURNING * INTO r;
            IF NOT FOUND THEN
                RAISE EXCEPTION 'source taken' USING ERRCODE = 'GX202', DETAIL = p_source;
            END IF;
            UPDATE crm_offers_coupon SET state = 'redeemed', redemption_id = r.id, held_by = NULL, held_until = NULL,
                updated_at = p_now, revision = revision + 1 WHERE id = ANY (p_coupons);
            UPDATE crm_offers_campaign c SET redeemed = c.redeemed + s.n, discount = c.discount + s.discount,
                ordered = c.ordered + p_amount, updated_at = p_now
            FROM (SELECT k.campaign_id, count(*) AS n, sum(u.discount) AS discount
                  FROM unnest(p_coupons, p_discounts) AS u (id, discount)
                  JOIN crm_offers_coupon k ON k.id = u.id GROUP BY 1) s WHERE c.id = s.campaign_id;
            PERFORM crm_offers_note(p_coupons, p_discounts, 'redeem', p_source, r.id, p_now, p_actor_id, p_actor);
            RETURN r;
        END $$;

        CREATE FUNCTION crm_offers_reverse(
            p_redemption bigint, p_source text, p_now timestamptz, p_actor_id bigint, p_actor text
        ) RETURNS crm_offers_redemption LANGUAGE plpgsql AS $$
        DECLARE
            r crm_offers_redemption;
            v_ids bigint[];
            v_discounts bigint[];
        BEGIN
            SELECT array_agg(coupon_id ORDER BY coupon_id), array_agg(-discount ORDER BY coupon_id)
                INTO v_ids, v_discounts FROM crm_offers_event WHERE redemption_id = p_redemption AND kind = 'redeem';
            PERFORM 1 FROM crm_offers_campaign WHERE id IN (
                SELECT campaign_id FROM crm_offers_coupon WHERE id = ANY (v_ids)) ORDER BY id FOR NO KEY UPDATE;
            PERFORM 1 FROM crm_offers_coupon WHERE id = ANY (v_ids) ORDER BY id FOR NO KEY UPDATE;
            SELECT * INTO r FROM crm_offers_redemption WHERE id = p_redemption FOR NO KEY UPDATE;
            IF NOT FOUND THEN
                RAISE EXCEPTION 'no redemption' USING ERRCODE = 'GX204';
            ELSIF r.reversal = p_source THEN
                RETURN r;
            ELSIF r.reversal IS NOT NULL THEN
                RAISE EXCEPTION 'reversed' USING ERRCODE = 'GX203';
            ELSIF EXISTS (SELECT 1 FROM crm_offers_redemption WHERE reversal = p_source) THEN
                RAISE EXCEPTION 'source taken' USING ERRCODE = 'GX202', DETAIL = p_source;
            END IF;
            UPDATE crm_offers_redemption SET reversed_at = p_now, reversal = p_source, updated_at = p_now,
                revision = revision + 1 WHERE id = p_redemption RETURNING * INTO r;
            UPDATE crm_offers_coupon SET state = 'issued', redemption_id = NULL, updated_at = p_now,
                revision = revision + 1 WHERE id = ANY (v_ids) AND redemption_id = p_redemption;
            UPDATE crm_offers_campaign c SET redeemed = c.redeemed - s.n, discount = c.discount + s.discount,
                ordered = c.ordered - r.amount, updated_at = p_now
            FROM (SELECT k.campaign_id, count(*) AS n, sum(u.discount) AS discount
                  FROM unnest(v_ids, v_discounts) AS u (id, discount)
                  JOIN crm_offers_coupon k ON k.id = u.id GROUP BY 1) s WHERE c.id = s.campaign_id;
            PERFORM crm_offers_note(v_ids, v_discounts, 'reverse', p_source, r.id, p_now, p_actor_id, p_actor);
            RETURN r;
        END $$;

        CREATE FUNCTION crm_offers_void(
            p_coupon bigint, p_source text, p_now timestamptz, p_actor_id bigint, p_actor text
        ) RETURNS void LANGUAGE plpgsql AS $$
        BEGIN
            UPDATE crm_offers_coupon SET state = 'void', held_by = NULL, held_until = NULL, updated_at = p_now,
                revision = revision + 1
            WHERE id = p_coupon AND (state IN ('issued', 'expired') OR state = 'held' AND held_until <= p_now);
            IF NOT FOUND THEN
                RAISE EXCEPTION 'spent' USING ERRCODE = 'GX205';
            END IF;
            PERFORM crm_offers_note(ARRAY[p_coupon], NULL, 'void', p_source, NULL, p_now, p_actor_id, p_actor);
        END $$;

        -- One batch of what time has ended: holds, then coupons. How many there were.
        CREATE FUNCTION crm_offers_tidy(p_limit integer, p_now timestamptz) RETURNS integer LANGUAGE plpgsql AS $$
        DECLARE
            v_freed bigint[];
            v_over bigint[];
        BEGIN
            WITH due AS (
                SELECT id FROM crm_offers_coupon WHERE state = 'held' AND held_until <= p_now
                ORDER BY id LIMIT p_limit FOR NO KEY UPDATE SKIP LOCKED
            ), freed AS (
                UPDATE crm_offers_coupon k SET state = 'issued', held_by = NULL, held_until = NULL, updated_at = p_now,
                    revision = revision + 1 FROM due WHERE k.id = due.id RETURNING k.id)
            SELECT coalesce(array_agg(id ORDER BY id), '{}') INTO v_freed FROM freed;
            PERFORM crm_offers_note(v_freed, NULL, 'release', 'time', NULL, p_now, NULL, 'system');
            WITH due AS (
                SELECT id FROM crm_offers_coupon WHERE state = 'issued' AND valid_until <= p_now
                ORDER BY id LIMIT p_limit FOR NO KEY UPDATE SKIP LOCKED
            ), over AS (
                UPDATE crm_offers_coupon k SET state = 'expired', updated_at = p_now, revision = revision + 1
                FROM due WHERE k.id = due.id RETURNING k.id)
            SELECT coalesce(array_agg(id ORDER BY id), '{}') INTO v_over FROM over;
            PERFORM crm_offers_note(v_over, NULL, 'expire', 'time', NULL, p_now, NULL, 'system');
            RETURN cardinality(v_freed) + cardinality(v_over);
        END $$;
    """


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        DROP FUNCTION crm_offers_tidy(integer, timestamptz);
        DROP FUNCTION crm_offers_void(bigint, text, timestamptz, bigint, text);
        DROP FUNCTION crm_offers_reverse(bigint, text, timestamptz, bigint, text);
        DROP FUNCTION crm_offers_redeem(bigint[], bigint[], text, text, bigint, bigint, text, timestamptz, bigint, text);
        DROP FUNCTION crm_offers_release(text, timestamptz, bigint, text);
        DROP FUNCTION crm_offers_hold(bigint[], text, bigint, timestamptz, timestamptz, bigint, text);
        DROP FUNCTION crm_offers_note(bigint[], bigint[], text, text, bigint, timestamptz, bigint, text);
        DROP FUNCTION crm_offers_lock(bigint[], text, bigint, timestamptz);
        DROP FUNCTION crm_offers_issue_many(bigint, bigint[], text[], text[], text[], boolean, text, timestamptz, bigint,
            text);
        DROP FUNCTION crm_offers_issue(bigint, bigint, text, text, text, text, timestamptz, bigint, text);
        DROP FUNCTION crm_offers_window(crm_offers_campaign, text, timestamptz);
    """
