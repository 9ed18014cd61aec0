"""Reversing redemptions, taking earned points back, and what happens as time passes."""

from tortoise import BaseDBAsyncClient


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        -- Gives points of a redemption back to the lots they came from, the last to expire first; p_points NULL: all
        -- that are left. Points of lots that are over expire at once; with p_grace they come again in a new lot.
        CREATE FUNCTION crm_loyalty_reverse(
            p_entry bigint, p_points bigint, p_source text, p_grace timestamptz, p_reason text,
            p_now timestamptz, p_actor_id bigint, p_actor text
        ) RETURNS SETOF crm_loyalty_entry LANGUAGE plpgsql AS $$
        DECLARE
            a crm_loyalty_account;
            e crm_loyalty_entry;
            o crm_loyalty_entry;
            x crm_loyalty_entry;
            v crm_loyalty_voucher;
            l record;
            v_left bigint;
            v_given bigint;
            v_over bigint := 0;
        BEGIN
            SELECT * INTO o FROM crm_loyalty_entry WHERE id = p_entry AND kind = 'redeem';
            IF NOT FOUND THEN
                RAISE EXCEPTION 'no redemption' USING ERRCODE = 'GX010';
            END IF;
            SELECT * INTO a FROM crm_loyalty_account WHERE id = o.account_id FOR NO KEY UPDATE;
            SELECT * INTO e FROM crm_loyalty_entry WHERE source = p_source;
            IF FOUND THEN
                IF e.kind <> 'reverse_redeem' OR e.reverses_id <> o.id OR coalesce(p_points, e.points) <> e.points THEN
                    RAISE EXCEPTION 'source taken' USING ERRCODE = 'GX003', DETAIL = p_source;
                END IF;
                RETURN QUERY SELECT y.* FROM crm_loyalty_entry y
                    WHERE y.id = e.id OR (y.reverses_id = e.id AND y.kind IN ('expire', 'grace')) ORDER BY y.id;
                RETURN;
            END IF;
            v_left := -o.points - coalesce((SELECT sum(y.points) FROM crm_loyalty_entry y
                WHERE y.reverses_id = o.id AND y.kind = 'reverse_redeem'), 0);
            IF v_left = 0 OR p_points > v_left THEN
                RAISE EXCEPTION 'nothing to reverse' USING ERRCODE = 'GX006', DETAIL = v_left;
            END IF;
            v_left := coalesce(p_points, v_left);
            SELECT * INTO v FROM crm_loyalty_voucher WHERE entry_id = o.id FOR UPDATE;
            IF FOUND THEN
                IF v.used_at IS NOT NULL OR v_left <> -o.points THEN
                    RAISE EXCEPTION 'voucher used' USING ERRCODE = 'GX008';
                END IF;
                UPDATE crm_loyalty_voucher SET void = true, revision = revision + 1, updated_at = p_now WHERE id = v.id;
                UPDATE crm_loyalty_reward SET stock = stock + 1, revision = revision + 1, updated_at = p_now
                    WHERE id = v.reward_id;
            END IF;

            a := crm_loyalty_refresh(a, p_now);
            e := crm_loyalty_book(a.id, 'reverse_redeem', v_left, 0, a.balance + v_left, p_source, o.id, NULL, p_reason,
                p_now, p_actor_id, p_actor);
            RETURN NEXT e;
            UPDATE crm_loyalty_account SET balance = balance + v_left, updated_at = p_now WHERE id = a.id RETURNING * INTO a;
            FOR l IN SELECT t.id, t.expires_at, sum(c.points) AS taken
                FROM crm_loyalty_consumption c
                JOIN crm_loyalty_entry y ON y.id = c.entry_id
                JOIN crm_loyalty_lot t ON t.id = c.lot_id
                WHERE y.id = o.id OR (y.reverses_id = o.id AND y.kind = 'reverse_redeem')
                GROUP BY t.id HAVING sum(c.points) > 0
                ORDER BY t.expires_at DESC NULLS FIRST, t.earned_at DESC, t.id DESC
            LOOP
                EXIT WHEN v_left = 0;
                v_given := least(v_left, l.taken);
                UPDATE crm_loyalty_lot SET remaining = remaining + v_given WHERE id = l.id;
                INSERT INTO crm_loyalty_consumption (entry_id, lot_id, points) VALUES (e.id, l.id, -v_given);
                v_left := v_left - v_given;
                v_over := v_over + CASE WHEN l.expires_at <= p_now THEN v_given ELSE 0 END;
            END LOOP;

            IF v_over > 0 THEN
                x := crm_loyalty_book(a.id, 'expire', -v_over, 0, a.balance - v_over, p_source || ':expired', e.id, NULL,
                    '', p_now, p_actor_id, p_actor);
                RETURN NEXT x;
                WITH over AS (
                    SELECT c.lot_id, -c.points AS points FROM crm_loyalty_consumption c
                    JOIN crm_loyalty_lot t ON t.id = c.lot_id WHERE c.entry_id = e.id AND t.expires_at <= p_now
                ), cut AS (
                    UPDATE crm_loyalty_lot t SET remaining = t.remaining - over.points FROM over WHERE t.id = over.lot_id)
                INSERT INTO crm_loyalty_consumption (entry_id, lot_id, points) SELECT x.id, lot_id, points FROM over;
                UPDATE crm_loyalty_account SET balance = balance - v_over WHERE id = a.id RETURNING * INTO a;
            END IF;
            IF v_over > 0 AND p_grace IS NOT NULL THEN
                x := crm_loyalty_book(a.id, 'grace', v_over, 0, a.balance + v_over, p_source || ':grace', e.id, NULL,
                    '', p_now, p_actor_id, p_actor);
                RETURN NEXT x;
                INSERT INTO crm_loyalty_lot (revision, created_at, updated_at, created_by_id, account_id, entry_id,
                    earned_at, available_at, expires_at, points, remaining)
                VALUES (1, p_now, p_now, p_actor_id, a.id, x.id, p_now, p_now, p_grace, v_over, v_over);
                UPDATE crm_loyalty_account SET balance = balance + v_over WHERE id = a.id RETURNING * INTO a;
            END IF;
            PERFORM crm_loyalty_refresh(a, p_now);
        END $$;

        -- Whose points a refund takes now: another account's where members were merged.
        CREATE FUNCTION crm_loyalty_heir(p_account bigint) RETURNS bigint LANGUAGE plpgsql STABLE AS $$
        BEGIN
            RETURN p_account;
        END $$;

        -- Takes back what p_amount (of what was paid; of the points, where no amount was) had earned as p_earned. After
        -- refunds of r in all, ⌊points × r / amount⌋ are taken, so that all of it takes all of them, however it is split.
        -- Points of it that expired are not taken again. Empty where p_earned earned nothing.
        CREATE FUNCTION crm_loyalty_take_back(
            p_earned text, p_amount bigint, p_source text, p_clamp boolean,
            p_now timestamptz, p_actor_id bigint, p_actor text
        ) RETURNS SETOF crm_loyalty_entry LANGUAGE plpgsql AS $$
        DECLARE
            a crm_loyalty_account;
            e crm_loyalty_entry;
            o crm_loyalty_entry;
            x crm_loyalty_entry;
            l crm_loyalty_lot;
            v_base bigint;
            v_growth bigint;
            v_points bigint;
            v_expired bigint;
            v_refunded bigint;
            v_growth_before bigint;
            v_points_before bigint;
            v_now bigint;
            v_owed bigint;
            v_own bigint;
            v_free bigint;
        BEGIN
            SELECT * INTO o FROM crm_loyalty_entry WHERE source = p_earned AND kind IN ('earn', 'bonus');
            IF NOT FOUND THEN
                RETURN;
            END IF;
            LOOP  -- until no merge came between
                SELECT * INTO a FROM crm_loyalty_account WHERE id = crm_loyalty_heir(o.account_id) FOR NO KEY UPDATE;
                EXIT WHEN a.id = crm_loyalty_heir(o.account_id);
            END LOOP;
            SELECT * INTO e FROM crm_loyalty_entry WHERE source = p_source;
            IF FOUND THEN
                IF e.kind <> 'take_back' OR e.reverses_id <> o.id OR e.amount <> p_amount THEN
                    RAISE EXCEPTION 'source taken' USING ERRCODE = 'GX003', DETAIL = p_source;
                END IF;
                RETURN QUERY SELECT y.* FROM crm_loyalty_entry y
                    WHERE y.source IN (p_source, p_source || ':debt', p_source || ':waived') ORDER BY y.id;
                RETURN;
            END IF;
            a := crm_loyalty_refresh(a, p_now);
            SELECT * INTO l FROM crm_loyalty_lot WHERE entry_id = o.id;
            IF l.account_id <> a.id THEN
                l.remaining := 0;
            END IF;
            SELECT coalesce(sum(c.points), 0) INTO v_expired FROM crm_loyalty_consumption c
                JOIN crm_loyalty_entry y ON y.id = c.entry_id WHERE c.lot_id = l.id AND y.kind = 'expire';
            SELECT coalesce(sum(y.amount), 0), coalesce(-sum(y.growth), 0), coalesce(-sum(y.points), 0)
                INTO v_refunded, v_growth_before, v_points_before FROM crm_loyalty_entry y
                WHERE y.reverses_id = o.id AND y.kind IN ('take_back', 'debt');
            v_base := coalesce(o.amount, o.points);
            v_refunded := least(v_refunded + p_amount, v_base);
            v_points := div(o.points::numeric * v_refunded, v_base);
            v_points := greatest(0, least(v_points, o.points - v_expired) - v_points_before);
            v_growth := least(div(o.growth::numeric * v_refunded, v_base) - v_growth_before,
                (SELECT growth FROM crm_loyalty_member WHERE id = a.member_id));
            v_free := crm_loyalty_available(a, p_now);
            IF a.pending_until IS NOT NULL AND l.available_at > p_now THEN
                v_own := least(v_points, l.remaining);
            ELSE
                v_own := CASE WHEN l.expires_at <= p_now THEN 0 ELSE least(v_points, l.remaining, v_free) END;
                v_free := v_free - v_own;
            END IF;
            v_now := v_own + least(v_points - v_own, v_free);
            v_owed := v_points - v_now;

            e := crm_loyalty_book(a.id, 'take_back', -v_now, -v_growth, a.balance - v_now, p_source, o.id, p_amount, '',
                p_now, p_actor_id, p_actor);
            RETURN NEXT e;
            IF v_own > 0 THEN
                UPDATE crm_loyalty_lot SET remaining = remaining - v_own WHERE id = l.id;
                INSERT INTO crm_loyalty_consumption (entry_id, lot_id, points) VALUES (e.id, l.id, v_own);
            END IF;
            PERFORM crm_loyalty_consume(a.id, e.id, v_now - v_own, p_now, p_now);
            UPDATE crm_loyalty_account SET balance = balance - v_now, updated_at = p_now WHERE id = a.id RETURNING * INTO a;
            UPDATE crm_loyalty_member SET growth = growth - v_growth, updated_at = p_now
                WHERE id = a.member_id AND v_growth <> 0;
            IF v_owed > 0 THEN
                x := crm_loyalty_book(a.id, 'debt', -v_owed, 0, a.balance - v_owed, p_source || ':debt', o.id, NULL, '',
                    p_now, p_actor_id, p_actor);
                RETURN NEXT x;
                IF p_clamp THEN
                    x := crm_loyalty_book(a.id, 'waive', v_owed, 0, a.balance, p_source || ':waived', x.id, NULL, '',
                        p_now, p_actor_id, p_actor);
                    RETURN NEXT x;
                ELSE
                    UPDATE crm_loyalty_account SET balance = balance - v_owed, debt = debt + v_owed WHERE id = a.id;
                END IF;
            END IF;
        END $$;

        -- Many refunds: the accounts first, in id order, then one after the other.
        CREATE FUNCTION crm_loyalty_take_back_all(
            p_earned text[], p_amounts bigint[], p_sources text[], p_clamp boolean,
            p_now timestamptz, p_actor_id bigint, p_actor text
        ) RETURNS SETOF crm_loyalty_entry LANGUAGE plpgsql AS $$
        BEGIN
            PERFORM 1 FROM crm_loyalty_account WHERE id IN (
                SELECT crm_loyalty_heir(account_id) FROM crm_loyalty_entry WHERE source = ANY (p_earned))
                ORDER BY id FOR NO KEY UPDATE;
            PERFORM 1 FROM crm_loyalty_member WHERE id IN (
                SELECT x.member_id FROM crm_loyalty_entry e
                JOIN crm_loyalty_account x ON x.id = crm_loyalty_heir(e.account_id)
                WHERE e.source = ANY (p_earned)) ORDER BY id FOR NO KEY UPDATE;
            FOR n IN 1 .. cardinality(p_earned) LOOP
                RETURN QUERY SELECT * FROM crm_loyalty_take_back(p_earned[n], p_amounts[n], p_sources[n], p_clamp,
                    p_now, p_actor_id, p_actor);
            END LOOP;
        END $$;

        -- One batch of accounts after p_after with lots that are over; the last account's id, NULL at the end.
        -- Accounts with open holds keep theirs until these end.
        CREATE FUNCTION crm_loyalty_expire(
            p_after bigint, p_limit int, p_now timestamptz, OUT last_id bigint, OUT accounts bigint, OUT expired bigint
        ) LANGUAGE plpgsql AS $$
        DECLARE
            a crm_loyalty_account;
            v_ids bigint[] := ARRAY(SELECT DISTINCT account_id FROM crm_loyalty_lot
                WHERE remaining > 0 AND expires_at <= p_now AND account_id > p_after ORDER BY account_id LIMIT p_limit);
        BEGIN
            last_id := v_ids[cardinality(v_ids)];
            PERFORM 1 FROM crm_loyalty_account WHERE id = ANY (v_ids) ORDER BY id FOR NO KEY UPDATE;
            FOR a IN SELECT * FROM crm_loyalty_account WHERE id = ANY (v_ids) AND held > 0 ORDER BY id LOOP
                PERFORM crm_loyalty_refresh(a, p_now);
            END LOOP;
            WITH due AS (
                SELECT l.id, l.account_id, l.remaining FROM crm_loyalty_lot l
                JOIN crm_loyalty_account x ON x.id = l.account_id
                WHERE x.id = ANY (v_ids) AND x.held = 0 AND l.remaining > 0 AND l.expires_at <= p_now
            ), cut AS (
                UPDATE crm_loyalty_lot l SET remaining = 0 FROM due WHERE l.id = due.id
            ), booked AS (
                INSERT INTO crm_loyalty_entry (revision, created_at, updated_at, account_id, kind, points, growth,
                    balance_after, source, reason, at, actor)
                SELECT 1, p_now, p_now, x.id, 'expire', -t.points, 0, x.balance - t.points,
                    'expire:' || gen_random_uuid(), '', p_now, 'system'
                FROM (SELECT account_id, sum(remaining) AS points FROM due GROUP BY 1) t
                JOIN crm_loyalty_account x ON x.id = t.account_id ORDER BY x.id RETURNING id, account_id, points
            ), noted AS (
                INSERT INTO crm_loyalty_consumption (entry_id, lot_id, points)
                SELECT b.id, d.id, d.remaining FROM due d JOIN booked b ON b.account_id = d.account_id
            ), totals AS (
                UPDATE crm_loyalty_account x SET balance = x.balance + b.points, updated_at = p_now
                FROM booked b WHERE x.id = b.account_id)
            SELECT count(*), coalesce(-sum(points), 0) INTO accounts, expired FROM booked;
        END $$;

        -- Brings accounts with holds that are over, or with points that are pending no more, up to date; how many.
        CREATE FUNCTION crm_loyalty_close_holds(p_limit int, p_now timestamptz) RETURNS bigint LANGUAGE plpgsql AS $$
        DECLARE
            a crm_loyalty_account;
            v_ids bigint[] := ARRAY(
                (SELECT DISTINCT account_id FROM crm_loyalty_hold WHERE state = 'open' AND expires_at <= p_now
                 ORDER BY account_id LIMIT p_limit)
                UNION
                (SELECT id FROM crm_loyalty_account WHERE pending_until <= p_now ORDER BY id LIMIT p_limit));
        BEGIN
            FOR a IN SELECT * FROM crm_loyalty_account WHERE id = ANY (v_ids) ORDER BY id FOR NO KEY UPDATE LOOP
                PERFORM crm_loyalty_refresh(a, p_now);
            END LOOP;
            RETURN cardinality(v_ids);
        END $$;
    """


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        DROP FUNCTION crm_loyalty_close_holds;
        DROP FUNCTION crm_loyalty_expire;
        DROP FUNCTION crm_loyalty_take_back_all;
        DROP FUNCTION crm_loyalty_take_back;
        DROP FUNCTION crm_loyalty_heir;
        DROP FUNCTION crm_loyalty_reverse;
    """
