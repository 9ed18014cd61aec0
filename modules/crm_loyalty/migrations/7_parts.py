"""The parts that every business step is made of, by member and type of points. All run under the account's row lock.

Refusals are SQLSTATEs GX001… with a detail; `errors.py` has their meaning. `p_now` is the caller's clock.
"""

from tortoise import BaseDBAsyncClient


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        CREATE FUNCTION crm_loyalty_type(p_code text) RETURNS bigint LANGUAGE plpgsql STABLE AS $$
        DECLARE v_type bigint := (SELECT id FROM crm_loyalty_point_type WHERE code = p_code);
        BEGIN
            IF v_type IS NULL THEN
                RAISE EXCEPTION 'no such type' USING ERRCODE = 'GX012', DETAIL = p_code;
            END IF;
            RETURN v_type;
        END $$;

        CREATE FUNCTION crm_loyalty_account_of(p_customer bigint, p_code text) RETURNS bigint LANGUAGE sql STABLE AS $$
            SELECT a.id FROM crm_loyalty_account a JOIN crm_loyalty_point_type p ON p.id = a.type_id
            WHERE a.customer_id = p_customer AND p.code = p_code
        $$;

        CREATE FUNCTION crm_loyalty_lock(p_customer bigint, p_type bigint) RETURNS crm_loyalty_account
        LANGUAGE plpgsql AS $$
        DECLARE a crm_loyalty_account;
        BEGIN
            SELECT * INTO a FROM crm_loyalty_account WHERE customer_id = p_customer AND type_id = p_type
                FOR NO KEY UPDATE;
            IF NOT FOUND THEN
                RAISE EXCEPTION 'no account' USING ERRCODE = 'GX001';
            END IF;
            RETURN a;
        END $$;

        CREATE FUNCTION crm_loyalty_book(
            p_account bigint, p_kind text, p_points bigint, p_growth bigint, p_balance bigint, p_source text,
            p_reverses bigint, p_amount bigint, p_reason text, p_now timestamptz, p_actor_id bigint, p_actor text
        ) RETURNS crm_loyalty_entry LANGUAGE plpgsql AS $$
        DECLARE e crm_loyalty_entry;
        BEGIN
            INSERT INTO crm_loyalty_entry (revision, created_at, updated_at, created_by_id, account_id, kind, points,
                growth, balance_after, source, reverses_id, amount, reason, at, actor)
            VALUES (1, p_now, p_now, p_actor_id, p_account, p_kind, p_points,
                p_growth, p_balance, p_source, p_reverses, p_amount, p_reason, p_now, p_actor)
            ON CONFLICT (source) DO NOTHING RETURNING * INTO e;
            IF NOT FOUND THEN
                RAISE EXCEPTION 'source taken' USING ERRCODE = 'GX003', DETAIL = p_source;
            END IF;
            RETURN e;
        END $$;

        -- Takes points from the lots that expire after p_after and are pending no more: soonest expiry first, none last,
        -- then the oldest.
        CREATE FUNCTION crm_loyalty_consume(
            p_account bigint, p_entry bigint, p_points bigint, p_after timestamptz, p_now timestamptz
        ) RETURNS void LANGUAGE plpgsql AS $$
        DECLARE
            l record;
            v_left bigint := p_points;
            v_taken bigint;
            v_none_pending boolean := (SELECT pending_until IS NULL FROM crm_loyalty_account WHERE id = p_account);
        BEGIN
            FOR l IN SELECT id, remaining FROM crm_loyalty_lot
                WHERE account_id = p_account AND remaining > 0 AND (v_none_pending OR available_at <= p_now)
                    AND (expires_at IS NULL OR expires_at > p_after)
                ORDER BY expires_at NULLS LAST, earned_at, id
            LOOP
                EXIT WHEN v_left = 0;
                v_taken := least(v_left, l.remaining);
                UPDATE crm_loyalty_lot SET remaining = remaining - v_taken WHERE id = l.id;
                INSERT INTO crm_loyalty_consumption (entry_id, lot_id, points) VALUES (p_entry, l.id, v_taken);
                v_left := v_left - v_taken;
            END LOOP;
            IF v_left > 0 THEN
                RAISE EXCEPTION 'the lots of account % have % points too few', p_account, v_left;
            END IF;
        END $$;

        -- While points are held, lots that are over wait in the account; they count for nobody but the holds. Pending lots
        -- count in the balance, and are not available yet. Callers' clocks differ: without pending_until, none is pending.
        CREATE FUNCTION crm_loyalty_available(a crm_loyalty_account, p_now timestamptz) RETURNS bigint
        LANGUAGE plpgsql AS $$
        DECLARE
            v_due bigint := 0;
            v_pending bigint := 0;
        BEGIN
            IF a.held > 0 THEN
                SELECT coalesce(sum(remaining), 0) INTO v_due FROM crm_loyalty_lot
                    WHERE account_id = a.id AND remaining > 0 AND expires_at <= p_now;
            END IF;
            IF a.pending_until IS NOT NULL THEN
                SELECT coalesce(sum(remaining), 0) INTO v_pending FROM crm_loyalty_lot
                    WHERE account_id = a.id AND remaining > 0 AND available_at > p_now;
            END IF;
            RETURN greatest(0, a.balance + a.debt - a.held - v_due - v_pending);
        END $$;

        -- Uses what has become available for the oldest debts. The balance had them off already.
        CREATE FUNCTION crm_loyalty_repay(a crm_loyalty_account, p_now timestamptz) RETURNS crm_loyalty_account
        LANGUAGE plpgsql AS $$
        DECLARE
            d record;
            v_left bigint := least(a.debt, crm_loyalty_available(a, p_now));
            v_paid bigint;
        BEGIN
            FOR d IN SELECT e.id, -e.points
                    - coalesce((SELECT sum(c.points) FROM crm_loyalty_consumption c WHERE c.entry_id = e.id), 0)
                    - coalesce((SELECT sum(w.points) FROM crm_loyalty_entry w
                                WHERE w.reverses_id = e.id AND w.kind = 'waive'), 0) AS owed
                FROM crm_loyalty_entry e WHERE e.account_id = a.id AND e.kind = 'debt' ORDER BY e.id
            LOOP
                EXIT WHEN v_left = 0;
                CONTINUE WHEN d.owed <= 0;
                v_paid := least(v_left, d.owed);
                PERFORM crm_loyalty_consume(a.id, d.id, v_paid, p_now, p_now);
                UPDATE crm_loyalty_account SET debt = debt - v_paid, updated_at = p_now WHERE id = a.id RETURNING * INTO a;
                v_left := v_left - v_paid;
            END LOOP;
            RETURN a;
        END $$;

        -- Brings a locked account up to date: ended holds go, lots that are over expire, debts are repaid, also by points
        -- that were pending.
        CREATE FUNCTION crm_loyalty_refresh(a crm_loyalty_account, p_now timestamptz) RETURNS crm_loyalty_account
        LANGUAGE plpgsql AS $$
        DECLARE
            e crm_loyalty_entry;
            v_points bigint;
        BEGIN
            IF a.held > 0 THEN
                WITH ended AS (
                    UPDATE crm_loyalty_hold SET state = 'expired', revision = revision + 1, updated_at = p_now
                    WHERE account_id = a.id AND state = 'open' AND expires_at <= p_now RETURNING points)
                SELECT sum(points) INTO v_points FROM ended;
                IF v_points > 0 THEN
                    UPDATE crm_loyalty_account SET held = held - v_points, updated_at = p_now
                        WHERE id = a.id RETURNING * INTO a;
                END IF;
            END IF;
            IF a.pending_until <= p_now THEN
                UPDATE crm_loyalty_account SET pending_until = NULL, updated_at = p_now WHERE id = a.id RETURNING * INTO a;
            END IF;
            IF a.held = 0 THEN
                SELECT sum(remaining) INTO v_points FROM crm_loyalty_lot
                    WHERE account_id = a.id AND remaining > 0 AND expires_at <= p_now;
                IF v_points > 0 THEN
                    e := crm_loyalty_book(a.id, 'expire', -v_points, 0, a.balance - v_points,
                        'expire:' || gen_random_uuid(), NULL, NULL, '', p_now, NULL, 'system');
                    WITH due AS (
                        SELECT id, remaining FROM crm_loyalty_lot
                        WHERE account_id = a.id AND remaining > 0 AND expires_at <= p_now
                    ), cut AS (
                        UPDATE crm_loyalty_lot l SET remaining = 0 FROM due WHERE l.id = due.id)
                    INSERT INTO crm_loyalty_consumption (entry_id, lot_id, points) SELECT e.id, id, remaining FROM due;
                    UPDATE crm_loyalty_account SET balance = balance - v_points, updated_at = p_now
                        WHERE id = a.id RETURNING * INTO a;
                END IF;
            END IF;
            IF a.debt > 0 THEN
                a := crm_loyalty_repay(a, p_now);
            END IF;
            RETURN a;
        END $$;
    """


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        DROP FUNCTION crm_loyalty_refresh;
        DROP FUNCTION crm_loyalty_repay;
        DROP FUNCTION crm_loyalty_available;
        DROP FUNCTION crm_loyalty_consume;
        DROP FUNCTION crm_loyalty_book;
        DROP FUNCTION crm_loyalty_lock;
        DROP FUNCTION crm_loyalty_account_of;
        DROP FUNCTION crm_loyalty_type;
    """
