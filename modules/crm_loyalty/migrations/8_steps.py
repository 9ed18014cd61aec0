"""Earning, spending, holding: one statement for each, which refuses or does all of it. Sources make them repeatable."""

from tortoise import BaseDBAsyncClient


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        -- Members, and accounts of this type, where there are none.
        CREATE FUNCTION crm_loyalty_enroll(p_type bigint, p_customers bigint[], p_now timestamptz, p_actor_id bigint)
        RETURNS void LANGUAGE plpgsql AS $$
        BEGIN
            INSERT INTO crm_loyalty_member (revision, created_at, updated_at, created_by_id, customer_id, card_number, growth)
            SELECT 1, p_now, p_now, p_actor_id, c.id, upper(substr(c.random, 1, 12) || substr(c.random, 29, 4)), 0
            FROM (SELECT DISTINCT u.id, replace(gen_random_uuid()::text, '-', '') AS random
                  FROM (SELECT DISTINCT id FROM unnest(p_customers) AS id) u
                  WHERE NOT EXISTS (SELECT 1 FROM crm_loyalty_member m WHERE m.customer_id = u.id)
                  ORDER BY u.id) c
            ON CONFLICT (customer_id) DO NOTHING;
            INSERT INTO crm_loyalty_account (revision, created_at, updated_at, created_by_id, member_id, customer_id,
                type_id, number,
                balance, held, debt)
            SELECT 1, p_now, p_now, p_actor_id, m.id, m.customer_id, p_type,
                   m.card_number || (SELECT CASE code WHEN 'points' THEN '' ELSE '-' || code END
                                     FROM crm_loyalty_point_type WHERE id = p_type), 0, 0, 0
                FROM crm_loyalty_member m WHERE m.customer_id = ANY (p_customers)
                AND NOT EXISTS (SELECT 1 FROM crm_loyalty_account x WHERE x.member_id = m.id AND x.type_id = p_type)
                ORDER BY m.id
            ON CONFLICT (member_id, type_id) DO NOTHING;
        END $$;

        -- Arrays of one length, one row each. A source that was booked before with the same values is passed over.
        -- Accounts are locked in id order, then members; sources are written in their own.
        -- Its plans go by indexes alone: those made for long arrays, or while the tables were empty, read whole tables.
        CREATE FUNCTION crm_loyalty_add(
            p_type bigint, p_kind text, p_customers bigint[], p_points bigint[], p_growth bigint[], p_amounts bigint[],
            p_sources text[], p_at timestamptz[], p_available timestamptz[], p_expires timestamptz[], p_rules bigint[],
            p_reason text, p_now timestamptz, p_actor_id bigint, p_actor text
        ) RETURNS SETOF crm_loyalty_entry LANGUAGE plpgsql
        SET plan_cache_mode = force_generic_plan SET enable_seqscan = off AS $$
        DECLARE
            a crm_loyalty_account;
            v_accounts bigint[];
            v_taken text;
        BEGIN
            PERFORM crm_loyalty_enroll(p_type, p_customers, p_now, p_actor_id);
            v_accounts := ARRAY(SELECT id FROM crm_loyalty_account
                WHERE customer_id = ANY (p_customers) AND type_id = p_type ORDER BY id FOR NO KEY UPDATE);

            IF EXISTS (SELECT 1 FROM unnest(p_growth) AS g WHERE g <> 0) THEN
                PERFORM 1 FROM crm_loyalty_member WHERE customer_id = ANY (p_customers) ORDER BY id FOR NO KEY UPDATE;
            END IF;

            WITH given AS (
                SELECT DISTINCT ON (g.source) g.*, x.id AS account_id, x.balance
                FROM unnest(p_customers, p_points, p_growth, p_amounts, p_sources, p_at, p_available, p_expires, p_rules)
                     WITH ORDINALITY
                     AS g (customer, points, growth, amount, source, at, available, expires, rule, n)
                CROSS JOIN LATERAL (SELECT id, balance FROM crm_loyalty_account
                    WHERE customer_id = g.customer AND type_id = p_type OFFSET 0) x  -- one by one, by the index
                ORDER BY g.source, g.n
            ), fresh AS MATERIALIZED (
                SELECT nextval('crm_loyalty_entry_id_seq') AS id, g.* FROM given g
                WHERE NOT EXISTS (SELECT 1 FROM crm_loyalty_entry e WHERE e.source = g.source)
            ), booked AS (
                INSERT INTO crm_loyalty_entry (id, revision, created_at, updated_at, created_by_id, account_id, kind,
                    points, growth, balance_after, source, amount, rule_id, reason, at, actor)
                SELECT id, 1, p_now, p_now, p_actor_id, account_id, p_kind, points, growth,
                    balance + sum(points) OVER (PARTITION BY account_id ORDER BY id),
                    source, amount, rule, p_reason, at, p_actor
                FROM fresh ORDER BY id
            ), lots AS (
                INSERT INTO crm_loyalty_lot (revision, created_at, updated_at, created_by_id, account_id, entry_id,
                    earned_at, available_at, expires_at, points, remaining)
                SELECT 1, p_now, p_now, p_actor_id, account_id, id, at, available, expires, points, points
                FROM fresh ORDER BY id
            ), totals AS (
                SELECT account_id, sum(points) AS points, sum(growth) AS growth,
                    max(available) FILTER (WHERE available > p_now) AS pending_until FROM fresh GROUP BY 1
            ), grown AS (
                UPDATE crm_loyalty_member m SET growth = m.growth + t.growth, updated_at = p_now
                FROM totals t JOIN crm_loyalty_account x ON x.id = t.account_id WHERE m.id = x.member_id AND t.growth <> 0
            )
            UPDATE crm_loyalty_account x SET balance = x.balance + t.points, updated_at = p_now,
                pending_until = greatest(x.pending_until, t.pending_until)
            FROM totals t WHERE x.id = t.account_id;

            SELECT min(g.source) INTO v_taken
            FROM unnest(p_customers, p_points, p_amounts, p_sources) AS g (customer, points, amount, source)
            JOIN crm_loyalty_entry e ON e.source = g.source
            JOIN crm_loyalty_account x ON x.id = e.account_id
            WHERE e.kind <> p_kind OR (x.customer_id <> g.customer AND g.customer <> (
                    SELECT h.customer_id FROM crm_loyalty_account h WHERE h.id = crm_loyalty_heir(x.id))) OR x.type_id <> p_type OR e.amount IS DISTINCT FROM g.amount
               OR (g.amount IS NULL AND e.points <> g.points);
            IF v_taken IS NOT NULL THEN
                RAISE EXCEPTION 'source taken' USING ERRCODE = 'GX003', DETAIL = v_taken;
            END IF;

            FOR a IN SELECT * FROM crm_loyalty_account WHERE id = ANY (v_accounts) AND debt > 0 ORDER BY id LOOP
                PERFORM crm_loyalty_refresh(a, p_now);
            END LOOP;
            RETURN QUERY SELECT e.* FROM crm_loyalty_entry e WHERE e.source = ANY (p_sources) ORDER BY e.id;
        END $$;

        CREATE FUNCTION crm_loyalty_spend(
            p_type bigint, p_kind text, p_customer bigint, p_points bigint, p_source text, p_reason text,
            p_now timestamptz, p_actor_id bigint, p_actor text
        ) RETURNS crm_loyalty_entry LANGUAGE plpgsql AS $$
        DECLARE
            a crm_loyalty_account := crm_loyalty_lock(p_customer, p_type);
            e crm_loyalty_entry;
            v_available bigint;
        BEGIN
            SELECT * INTO e FROM crm_loyalty_entry WHERE source = p_source;
            IF FOUND THEN
                IF e.kind = p_kind AND e.account_id = a.id AND e.points = -p_points THEN
                    RETURN e;
                END IF;
                RAISE EXCEPTION 'source taken' USING ERRCODE = 'GX003', DETAIL = p_source;
            END IF;
            a := crm_loyalty_refresh(a, p_now);
            v_available := crm_loyalty_available(a, p_now);
            IF v_available < p_points THEN
                RAISE EXCEPTION 'not enough points' USING ERRCODE = 'GX002', DETAIL = v_available;
            END IF;
            e := crm_loyalty_book(a.id, p_kind, -p_points, 0, a.balance - p_points, p_source, NULL, NULL, p_reason,
                p_now, p_actor_id, p_actor);
            PERFORM crm_loyalty_consume(a.id, e.id, p_points, p_now, p_now);
            UPDATE crm_loyalty_account SET balance = balance - p_points, updated_at = p_now WHERE id = a.id;
            RETURN e;
        END $$;

        CREATE FUNCTION crm_loyalty_set_aside(
            p_type bigint, p_customer bigint, p_points bigint, p_expires timestamptz, p_source text,
            p_now timestamptz, p_actor_id bigint
        ) RETURNS crm_loyalty_hold LANGUAGE plpgsql AS $$
        DECLARE
            a crm_loyalty_account := crm_loyalty_lock(p_customer, p_type);
            h crm_loyalty_hold;
            v_available bigint;
        BEGIN
            SELECT * INTO h FROM crm_loyalty_hold WHERE source = p_source;
            IF FOUND THEN
                IF h.account_id = a.id AND h.points = p_points THEN
                    RETURN h;
                END IF;
                RAISE EXCEPTION 'source taken' USING ERRCODE = 'GX003', DETAIL = p_source;
            END IF;
            a := crm_loyalty_refresh(a, p_now);
            v_available := crm_loyalty_available(a, p_now);
            IF v_available < p_points THEN
                RAISE EXCEPTION 'not enough points' USING ERRCODE = 'GX002', DETAIL = v_available;
            END IF;
            INSERT INTO crm_loyalty_hold (revision, created_at, updated_at, created_by_id, account_id, points, state,
                expires_at, source)
            VALUES (1, p_now, p_now, p_actor_id, a.id, p_points, 'open', p_expires, p_source)
            ON CONFLICT (source) DO NOTHING RETURNING * INTO h;
            IF NOT FOUND THEN
                RAISE EXCEPTION 'source taken' USING ERRCODE = 'GX003', DETAIL = p_source;
            END IF;
            UPDATE crm_loyalty_account SET held = held + p_points, updated_at = p_now WHERE id = a.id;
            RETURN h;
        END $$;

        CREATE FUNCTION crm_loyalty_lock_hold(p_hold bigint) RETURNS crm_loyalty_account LANGUAGE plpgsql AS $$
        DECLARE a crm_loyalty_account;
        BEGIN
            SELECT * INTO a FROM crm_loyalty_account
                WHERE id = (SELECT account_id FROM crm_loyalty_hold WHERE id = p_hold) FOR NO KEY UPDATE;
            IF NOT FOUND THEN
                RAISE EXCEPTION 'no hold' USING ERRCODE = 'GX009';
            END IF;
            RETURN a;
        END $$;

        -- Spends a hold, or a part of it and frees the rest. Lots count that were not over when it was made.
        CREATE FUNCTION crm_loyalty_capture(
            p_hold bigint, p_points bigint, p_reason text, p_now timestamptz, p_actor_id bigint, p_actor text
        ) RETURNS crm_loyalty_entry LANGUAGE plpgsql AS $$
        DECLARE
            a crm_loyalty_account := crm_loyalty_lock_hold(p_hold);
            h crm_loyalty_hold;
            e crm_loyalty_entry;
            v_points bigint;
        BEGIN
            SELECT * INTO h FROM crm_loyalty_hold WHERE id = p_hold;
            v_points := coalesce(p_points, h.points);
            IF h.state = 'captured' THEN
                SELECT * INTO e FROM crm_loyalty_entry WHERE id = h.entry_id;
                IF e.points = -v_points THEN
                    RETURN e;
                END IF;
            END IF;
            IF h.state <> 'open' OR h.expires_at <= p_now THEN
                RAISE EXCEPTION 'hold closed' USING ERRCODE = 'GX004',
                    DETAIL = CASE WHEN h.state = 'open' THEN 'expired' ELSE h.state END;
            END IF;
            IF v_points > h.points THEN
                RAISE EXCEPTION 'more than held' USING ERRCODE = 'GX005', DETAIL = h.points;
            END IF;
            e := crm_loyalty_book(a.id, 'redeem', -v_points, 0, a.balance - v_points, 'hold:' || h.id, NULL, NULL,
                p_reason, p_now, p_actor_id, p_actor);
            PERFORM crm_loyalty_consume(a.id, e.id, v_points, h.created_at, p_now);
            UPDATE crm_loyalty_hold SET state = 'captured', entry_id = e.id, revision = revision + 1, updated_at = p_now
                WHERE id = h.id;
            UPDATE crm_loyalty_account SET balance = balance - v_points, held = held - h.points, updated_at = p_now
                WHERE id = a.id RETURNING * INTO a;
            PERFORM crm_loyalty_refresh(a, p_now);
            RETURN e;
        END $$;

        CREATE FUNCTION crm_loyalty_release(p_hold bigint, p_now timestamptz) RETURNS crm_loyalty_hold
        LANGUAGE plpgsql AS $$
        DECLARE
            a crm_loyalty_account := crm_loyalty_lock_hold(p_hold);
            h crm_loyalty_hold;
        BEGIN
            SELECT * INTO h FROM crm_loyalty_hold WHERE id = p_hold;
            IF h.state = 'captured' THEN
                RAISE EXCEPTION 'hold closed' USING ERRCODE = 'GX004', DETAIL = h.state;
            END IF;
            IF h.state = 'open' THEN
                UPDATE crm_loyalty_hold SET state = CASE WHEN expires_at <= p_now THEN 'expired' ELSE 'released' END,
                    revision = revision + 1, updated_at = p_now WHERE id = h.id RETURNING * INTO h;
                UPDATE crm_loyalty_account SET held = held - h.points, updated_at = p_now
                    WHERE id = a.id RETURNING * INTO a;
                PERFORM crm_loyalty_refresh(a, p_now);
            END IF;
            RETURN h;
        END $$;

        -- A reward for points of its type: stock, points and voucher together or not at all. The account is locked first.
        CREATE FUNCTION crm_loyalty_claim(
            p_customer bigint, p_reward bigint, p_code text, p_source text, p_reason text,
            p_now timestamptz, p_actor_id bigint, p_actor text
        ) RETURNS crm_loyalty_voucher LANGUAGE plpgsql AS $$
        DECLARE
            v_type bigint := (SELECT type_id FROM crm_loyalty_reward WHERE id = p_reward);
            a crm_loyalty_account := crm_loyalty_lock(p_customer, v_type);
            e crm_loyalty_entry;
            v crm_loyalty_voucher;
            v_points bigint;
        BEGIN
            SELECT x.* INTO v FROM crm_loyalty_voucher x JOIN crm_loyalty_entry y ON y.id = x.entry_id
                WHERE y.source = p_source;
            IF FOUND THEN
                IF v.account_id = a.id AND v.reward_id = p_reward THEN
                    RETURN v;
                END IF;
                RAISE EXCEPTION 'source taken' USING ERRCODE = 'GX003', DETAIL = p_source;
            END IF;
            UPDATE crm_loyalty_reward SET stock = stock - 1, revision = revision + 1, updated_at = p_now
                WHERE id = p_reward AND active AND stock > 0 RETURNING points INTO v_points;
            IF NOT FOUND THEN
                RAISE EXCEPTION 'reward gone' USING ERRCODE = 'GX007';
            END IF;
            e := crm_loyalty_spend(v_type, 'redeem', p_customer, v_points, p_source, p_reason, p_now, p_actor_id, p_actor);
            INSERT INTO crm_loyalty_voucher (revision, created_at, updated_at, created_by_id, code, account_id, reward_id,
                entry_id, void)
            VALUES (1, p_now, p_now, p_actor_id, p_code, a.id, p_reward, e.id, false) RETURNING * INTO v;
            RETURN v;
        END $$;
    """


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        DROP FUNCTION crm_loyalty_claim;
        DROP FUNCTION crm_loyalty_release;
        DROP FUNCTION crm_loyalty_capture;
        DROP FUNCTION crm_loyalty_lock_hold;
        DROP FUNCTION crm_loyalty_set_aside;
        DROP FUNCTION crm_loyalty_spend;
        DROP FUNCTION crm_loyalty_add;
        DROP FUNCTION crm_loyalty_enroll;
    """
