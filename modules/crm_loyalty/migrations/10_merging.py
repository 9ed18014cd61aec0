"""Points of customers that are merged, or are two again: by entries alone, under the locks of both accounts."""

from tortoise import BaseDBAsyncClient


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        CREATE FUNCTION crm_loyalty_move_growth(p_from bigint, p_to bigint, p_growth bigint, p_now timestamptz) RETURNS void
        LANGUAGE plpgsql AS $$
        BEGIN
            IF p_growth <> 0 THEN
                PERFORM 1 FROM crm_loyalty_member WHERE id IN (p_from, p_to) ORDER BY id FOR NO KEY UPDATE;
                IF (SELECT growth FROM crm_loyalty_member WHERE id = p_from) < p_growth THEN
                    RAISE EXCEPTION 'growth was taken back' USING ERRCODE = 'GX011';
                END IF;
                UPDATE crm_loyalty_member SET growth = growth - p_growth, updated_at = p_now WHERE id = p_from;
                UPDATE crm_loyalty_member SET growth = growth + p_growth, updated_at = p_now WHERE id = p_to;
            END IF;
        END $$;

        CREATE FUNCTION crm_loyalty_lock_both(p_one bigint, p_other bigint, p_now timestamptz) RETURNS void
        LANGUAGE plpgsql AS $$
        DECLARE a crm_loyalty_account;
        BEGIN
            FOR a IN SELECT * FROM crm_loyalty_account WHERE id IN (p_one, p_other) ORDER BY id FOR NO KEY UPDATE LOOP
                PERFORM crm_loyalty_refresh(a, p_now);
            END LOOP;
        END $$;

        -- What is owed of a debt: less what later points repaid, less what was waived.
        CREATE FUNCTION crm_loyalty_owed(e crm_loyalty_entry) RETURNS bigint LANGUAGE sql STABLE AS $$
            SELECT -e.points
                - coalesce((SELECT sum(c.points) FROM crm_loyalty_consumption c WHERE c.entry_id = e.id), 0)::bigint
                - coalesce((SELECT sum(w.points) FROM crm_loyalty_entry w
                            WHERE w.reverses_id = e.id AND w.kind = 'waive'), 0)::bigint
        $$;

        -- All points, growth, debt, open holds and vouchers of one account to another: by entries, each lot with its own
        -- day of expiry. NULL where there is nothing; else what crm_loyalty_hand_back has to know.
        CREATE FUNCTION crm_loyalty_hand_over(
            p_from bigint, p_to bigint, p_now timestamptz, p_actor_id bigint, p_actor text
        ) RETURNS jsonb LANGUAGE plpgsql AS $$
        DECLARE
            a crm_loyalty_account;
            b crm_loyalty_account;
            d crm_loyalty_entry;
            e crm_loyalty_entry;
            l crm_loyalty_lot;
            v_source text := 'merge:' || gen_random_uuid();
            v_points bigint;
            v_growth bigint;
            v_held bigint;
            v_debt bigint := 0;
            v_owed bigint;
            v_lot bigint;
            v_holds jsonb;
            v_vouchers jsonb;
            v_lots jsonb := '[]';
            v_debts jsonb := '[]';
            v_debt_entry bigint;
        BEGIN
            PERFORM crm_loyalty_lock_both(p_from, p_to, p_now);
            WITH moved AS (
                UPDATE crm_loyalty_voucher SET account_id = p_to WHERE account_id = p_from RETURNING id)
            SELECT coalesce(jsonb_agg(id), '[]') INTO v_vouchers FROM moved;
            WITH moved AS (
                UPDATE crm_loyalty_hold SET account_id = p_to WHERE account_id = p_from AND state = 'open'
                RETURNING id, points)
            SELECT coalesce(jsonb_agg(id), '[]'), coalesce(sum(points), 0) INTO v_holds, v_held FROM moved;
            UPDATE crm_loyalty_account SET held = held - v_held, updated_at = p_now WHERE id = p_from RETURNING * INTO a;
            SELECT * INTO b FROM crm_loyalty_account WHERE id = p_to;

            FOR d IN SELECT * FROM crm_loyalty_entry WHERE account_id = a.id AND kind = 'debt' ORDER BY id LOOP
                v_owed := crm_loyalty_owed(d);
                CONTINUE WHEN v_owed <= 0;
                PERFORM crm_loyalty_book(a.id, 'waive', v_owed, 0, a.balance + v_owed, v_source || ':waived:' || d.id,
                    d.id, NULL, '', p_now, p_actor_id, p_actor);
                UPDATE crm_loyalty_account SET balance = balance + v_owed, debt = debt - v_owed
                    WHERE id = a.id RETURNING * INTO a;
                v_debts := v_debts || jsonb_build_array(v_owed);
                v_debt := v_debt + v_owed;
            END LOOP;

            v_points := a.balance;
            SELECT coalesce(sum(growth), 0) INTO v_growth FROM crm_loyalty_entry WHERE account_id = a.id;
            IF v_points > 0 OR v_growth > 0 THEN
                e := crm_loyalty_book(a.id, 'merge', -v_points, -v_growth, 0, v_source, NULL, NULL, '', p_now,
                    p_actor_id, p_actor);
                INSERT INTO crm_loyalty_consumption (entry_id, lot_id, points)
                    SELECT e.id, t.id, t.remaining FROM crm_loyalty_lot t WHERE t.account_id = a.id AND t.remaining > 0;
            END IF;
            FOR l IN SELECT * FROM crm_loyalty_lot WHERE account_id = a.id AND remaining > 0 ORDER BY id LOOP
                e := crm_loyalty_book(b.id, 'merge', l.remaining, 0, b.balance + l.remaining, v_source || ':' || l.id,
                    NULL, NULL, '', p_now, p_actor_id, p_actor);
                INSERT INTO crm_loyalty_lot (revision, created_at, updated_at, created_by_id, account_id, entry_id,
                    earned_at, available_at, expires_at, points, remaining)
                VALUES (1, p_now, p_now, p_actor_id, b.id, e.id, l.earned_at, l.available_at, l.expires_at, l.remaining,
                    l.remaining)
                RETURNING id INTO v_lot;
                UPDATE crm_loyalty_account SET balance = balance + l.remaining, updated_at = p_now,
                    pending_until = CASE WHEN l.available_at > p_now THEN greatest(pending_until, l.available_at)
                        ELSE pending_until END
                    WHERE id = b.id RETURNING * INTO b;
                v_lots := v_lots || jsonb_build_array(jsonb_build_array(l.id, v_lot, l.remaining));
            END LOOP;
            UPDATE crm_loyalty_lot SET remaining = 0 WHERE account_id = a.id AND remaining > 0;
            IF v_growth > 0 THEN
                PERFORM crm_loyalty_book(b.id, 'merge', 0, v_growth, b.balance, v_source || ':growth', NULL, NULL, '',
                    p_now, p_actor_id, p_actor);
            END IF;
            UPDATE crm_loyalty_account SET balance = balance - v_points WHERE id = a.id;
            UPDATE crm_loyalty_account SET held = held + v_held WHERE id = b.id RETURNING * INTO b;
            PERFORM crm_loyalty_move_growth(a.member_id, b.member_id, v_growth, p_now);
            IF v_debt > 0 THEN
                e := crm_loyalty_book(b.id, 'debt', -v_debt, 0, b.balance - v_debt, v_source || ':debt', NULL, NULL, '',
                    p_now, p_actor_id, p_actor);
                v_debt_entry := e.id;
                UPDATE crm_loyalty_account SET balance = balance - v_debt, debt = debt + v_debt
                    WHERE id = b.id RETURNING * INTO b;
            END IF;
            PERFORM crm_loyalty_refresh(b, p_now);
            IF v_points = 0 AND v_growth = 0 AND v_debt = 0 AND v_holds = '[]' AND v_vouchers = '[]' THEN
                RETURN NULL;
            END IF;
            RETURN jsonb_build_object('from', a.id, 'to', b.id, 'lots', v_lots, 'growth', v_growth, 'debts', v_debts,
                'debt', v_debt_entry, 'holds', v_holds, 'vouchers', v_vouchers);
        END $$;

        -- Takes back what crm_loyalty_hand_over did. What expired since stays expired; what was spent since is taken from
        -- the other points of the account, and refused (GX011) where these are too few.
        CREATE FUNCTION crm_loyalty_hand_back(p_memory jsonb, p_now timestamptz, p_actor_id bigint, p_actor text)
        RETURNS void LANGUAGE plpgsql AS $$
        DECLARE
            a crm_loyalty_account;
            b crm_loyalty_account;
            d crm_loyalty_entry;
            e crm_loyalty_entry;
            x crm_loyalty_entry;
            l record;
            v_from bigint := (p_memory ->> 'from')::bigint;
            v_to bigint := (p_memory ->> 'to')::bigint;
            v_growth bigint := (p_memory ->> 'growth')::bigint;
            v_source text := 'merge:' || gen_random_uuid();
            v_lots jsonb;
            v_points bigint;
            v_own bigint;
            v_pending bigint;
            v_held bigint;
            v_owed bigint;
        BEGIN
            PERFORM crm_loyalty_lock_both(v_from, v_to, p_now);
            UPDATE crm_loyalty_voucher SET account_id = v_from WHERE account_id = v_to
                AND id IN (SELECT value::bigint FROM jsonb_array_elements_text(p_memory -> 'vouchers'));
            WITH moved AS (
                UPDATE crm_loyalty_hold SET account_id = v_from WHERE account_id = v_to AND state = 'open'
                    AND id IN (SELECT value::bigint FROM jsonb_array_elements_text(p_memory -> 'holds'))
                RETURNING points)
            SELECT coalesce(sum(points), 0) INTO v_held FROM moved;
            UPDATE crm_loyalty_account SET held = held - v_held, updated_at = p_now WHERE id = v_to RETURNING * INTO b;
            SELECT * INTO a FROM crm_loyalty_account WHERE id = v_from;

            SELECT * INTO d FROM crm_loyalty_entry WHERE id = (p_memory ->> 'debt')::bigint;
            IF FOUND THEN
                v_owed := crm_loyalty_owed(d);
                IF v_owed > 0 THEN
                    PERFORM crm_loyalty_book(b.id, 'waive', v_owed, 0, b.balance + v_owed, v_source || ':waived', d.id,
                        NULL, '', p_now, p_actor_id, p_actor);
                    UPDATE crm_loyalty_account SET balance = balance + v_owed, debt = debt - v_owed
                        WHERE id = b.id RETURNING * INTO b;
                END IF;
                SELECT coalesce(sum(points), 0) INTO v_points FROM crm_loyalty_consumption WHERE entry_id = d.id;
                IF v_points > 0 THEN
                    e := crm_loyalty_book(b.id, 'merge', v_points, 0, b.balance + v_points, v_source || ':repaid', NULL,
                        NULL, '', p_now, p_actor_id, p_actor);
                    UPDATE crm_loyalty_lot t SET remaining = t.remaining + c.points FROM (
                        SELECT lot_id, sum(points) AS points FROM crm_loyalty_consumption WHERE entry_id = d.id
                        GROUP BY lot_id) c WHERE t.id = c.lot_id;
                    INSERT INTO crm_loyalty_consumption (entry_id, lot_id, points)
                        SELECT e.id, lot_id, -sum(points) FROM crm_loyalty_consumption WHERE entry_id = d.id GROUP BY lot_id;
                    UPDATE crm_loyalty_account SET balance = balance + v_points WHERE id = b.id RETURNING * INTO b;
                END IF;
            END IF;

            SELECT coalesce(jsonb_agg(jsonb_build_array(r.from_lot, r.to_lot, least(r.points, r.remaining), r.points)), '[]'),
                coalesce(sum(r.points), 0), coalesce(sum(least(r.points, r.remaining)), 0),
                coalesce(sum(least(r.points, r.remaining)) FILTER (WHERE b.pending_until IS NOT NULL AND r.available_at > p_now), 0)
                INTO v_lots, v_points, v_own, v_pending
            FROM (SELECT (m.value ->> 0)::bigint AS from_lot, t.id AS to_lot, t.remaining, t.available_at,
                    (m.value ->> 2)::bigint - coalesce((SELECT sum(c.points) FROM crm_loyalty_consumption c
                        JOIN crm_loyalty_entry y ON y.id = c.entry_id
                        WHERE c.lot_id = t.id AND y.kind = 'expire'), 0)::bigint AS points
                FROM jsonb_array_elements(p_memory -> 'lots') AS m
                JOIN crm_loyalty_lot t ON t.id = (m.value ->> 1)::bigint) r
            WHERE r.points > 0;
            IF v_points - v_pending > crm_loyalty_available(b, p_now)
                OR v_growth > (SELECT growth FROM crm_loyalty_member WHERE id = b.member_id) THEN
                RAISE EXCEPTION 'points spent' USING ERRCODE = 'GX011',
                    DETAIL = greatest(0, v_points - v_pending - crm_loyalty_available(b, p_now));
            END IF;
            IF v_points > 0 OR v_growth > 0 THEN
                e := crm_loyalty_book(b.id, 'merge', -v_points, -v_growth, b.balance - v_points, v_source || ':from', NULL,
                    NULL, '', p_now, p_actor_id, p_actor);
                UPDATE crm_loyalty_lot t SET remaining = t.remaining - (m.value ->> 2)::bigint
                    FROM jsonb_array_elements(v_lots) AS m WHERE t.id = (m.value ->> 1)::bigint;
                INSERT INTO crm_loyalty_consumption (entry_id, lot_id, points)
                    SELECT e.id, (m.value ->> 1)::bigint, (m.value ->> 2)::bigint FROM jsonb_array_elements(v_lots) AS m
                    WHERE (m.value ->> 2)::bigint > 0;
                PERFORM crm_loyalty_consume(b.id, e.id, v_points - v_own, p_now, p_now);
                UPDATE crm_loyalty_account SET balance = balance - v_points, updated_at = p_now WHERE id = b.id;
                x := crm_loyalty_book(a.id, 'merge', v_points, v_growth, a.balance + v_points, v_source || ':to', NULL,
                    NULL, '', p_now, p_actor_id, p_actor);
                UPDATE crm_loyalty_lot t SET remaining = t.remaining + (m.value ->> 3)::bigint
                    FROM jsonb_array_elements(v_lots) AS m WHERE t.id = (m.value ->> 0)::bigint;
                INSERT INTO crm_loyalty_consumption (entry_id, lot_id, points)
                    SELECT x.id, (m.value ->> 0)::bigint, -(m.value ->> 3)::bigint FROM jsonb_array_elements(v_lots) AS m;
            END IF;
            UPDATE crm_loyalty_account SET balance = balance + v_points WHERE id = a.id;
            PERFORM crm_loyalty_move_growth(b.member_id, a.member_id, v_growth, p_now);
            UPDATE crm_loyalty_account SET held = held + v_held, updated_at = p_now WHERE id = a.id RETURNING * INTO a;
            FOR l IN SELECT m.value::bigint AS owed, m.n FROM jsonb_array_elements_text(p_memory -> 'debts')
                WITH ORDINALITY AS m (value, n) ORDER BY m.n
            LOOP
                PERFORM crm_loyalty_book(a.id, 'debt', -l.owed, 0, a.balance - l.owed, v_source || ':debt:' || l.n, NULL,
                    NULL, '', p_now, p_actor_id, p_actor);
                UPDATE crm_loyalty_account SET balance = balance - l.owed, debt = debt + l.owed
                    WHERE id = a.id RETURNING * INTO a;
            END LOOP;
            PERFORM crm_loyalty_lock_both(v_from, v_to, p_now);
        END $$;
    """


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        DROP FUNCTION crm_loyalty_hand_back;
        DROP FUNCTION crm_loyalty_hand_over;
        DROP FUNCTION crm_loyalty_owed;
        DROP FUNCTION crm_loyalty_lock_both;
        DROP FUNCTION crm_loyalty_move_growth;
    """
