"""Giving spends back, refunding principal in money, correcting by hand, and merging customers."""

from tortoise import BaseDBAsyncClient


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        -- Gives a spend back to the parts and lots that it came from; p_amount NULL: all that is left of it. After r of
        -- a in all, ⌊principal × r / a⌋ of it is principal, so that all of it returns exactly both parts. Bonus whose
        -- lot is over expires at once; with p_grace it comes again in a new lot.
        CREATE FUNCTION crm_wallet_give_back(
            p_entry bigint, p_amount bigint, p_source text, p_grace timestamptz, p_reason text,
            p_now timestamptz, p_actor_id bigint, p_actor text
        ) RETURNS SETOF crm_wallet_entry LANGUAGE plpgsql AS $$
        DECLARE
            w crm_wallet_wallet;
            e crm_wallet_entry;
            o crm_wallet_entry;
            x crm_wallet_entry;
            l record;
            v_all bigint;
            v_done bigint;
            v_done_principal bigint;
            v_amount bigint;
            v_principal bigint;
            v_left bigint;
            v_given bigint;
            v_over bigint := 0;
        BEGIN
            SELECT * INTO o FROM crm_wallet_entry WHERE id = p_entry AND kind = 'spend';
            IF NOT FOUND THEN
                RAISE EXCEPTION 'no spend' USING ERRCODE = 'GW010';
            END IF;
            SELECT * INTO w FROM crm_wallet_wallet WHERE id = o.wallet_id FOR NO KEY UPDATE;
            SELECT * INTO e FROM crm_wallet_entry WHERE source = p_source;
            IF FOUND THEN
                IF e.kind <> 'give_back' OR e.reverses_id <> o.id OR coalesce(p_amount, e.principal + e.bonus)
                    <> e.principal + e.bonus THEN
                    RAISE EXCEPTION 'source taken' USING ERRCODE = 'GW003', DETAIL = p_source;
                END IF;
                RETURN QUERY SELECT y.* FROM crm_wallet_entry y
                    WHERE y.id = e.id OR (y.reverses_id = e.id AND y.kind IN ('expire', 'grace')) ORDER BY y.id;
                RETURN;
            END IF;
            v_all := -(o.principal + o.bonus);
            SELECT coalesce(sum(y.principal + y.bonus), 0), coalesce(sum(y.principal), 0)
                INTO v_done, v_done_principal FROM crm_wallet_entry y WHERE y.reverses_id = o.id AND y.kind = 'give_back';
            v_amount := coalesce(p_amount, v_all - v_done);
            IF v_amount = 0 OR v_amount > v_all - v_done THEN
                RAISE EXCEPTION 'nothing to give back' USING ERRCODE = 'GW006', DETAIL = v_all - v_done;
            END IF;
            w := crm_wallet_refresh(w, p_now);
            v_principal := div(-o.principal::numeric * (v_done + v_amount), v_all) - v_done_principal;
            v_left := v_amount - v_principal;
            e := crm_wallet_book(w.id, 'give_back', v_principal, v_left, 0, p_source, o.id, NULL, NULL, p_reason,
                p_now, p_actor_id, p_actor);
            RETURN NEXT e;
            FOR l IN SELECT t.id, t.expires_at, sum(c.bonus) AS taken
                FROM crm_wallet_consumption c
                JOIN crm_wallet_entry y ON y.id = c.entry_id
                JOIN crm_wallet_lot t ON t.id = c.lot_id
                WHERE y.id = o.id OR (y.reverses_id = o.id AND y.kind = 'give_back')
                GROUP BY t.id HAVING sum(c.bonus) > 0
                ORDER BY t.expires_at DESC NULLS FIRST, t.granted_at DESC, t.id DESC
            LOOP
                EXIT WHEN v_left = 0;
                v_given := least(v_left, l.taken);
                UPDATE crm_wallet_lot SET remaining = remaining + v_given WHERE id = l.id;
                INSERT INTO crm_wallet_consumption (entry_id, lot_id, bonus) VALUES (e.id, l.id, -v_given);
                v_left := v_left - v_given;
                v_over := v_over + CASE WHEN l.expires_at <= p_now THEN v_given ELSE 0 END;
            END LOOP;
            IF v_over > 0 THEN
                x := crm_wallet_book(w.id, 'expire', 0, -v_over, 0, p_source || ':expired', e.id, NULL, NULL, '',
                    p_now, p_actor_id, p_actor);
                RETURN NEXT x;
                WITH over AS (
                    SELECT c.lot_id, -c.bonus AS bonus FROM crm_wallet_consumption c
                    JOIN crm_wallet_lot t ON t.id = c.lot_id WHERE c.entry_id = e.id AND t.expires_at <= p_now
                ), cut AS (
                    UPDATE crm_wallet_lot t SET remaining = t.remaining - over.bonus FROM over WHERE t.id = over.lot_id)
                INSERT INTO crm_wallet_consumption (entry_id, lot_id, bonus) SELECT x.id, lot_id, bonus FROM over;
                IF p_grace IS NOT NULL THEN
                    x := crm_wallet_book(w.id, 'grace', 0, v_over, 0, p_source || ':grace', e.id, NULL, NULL, '',
                        p_now, p_actor_id, p_actor);
                    RETURN NEXT x;
                    PERFORM crm_wallet_new_lot(x, v_over, p_grace);
                END IF;
            END IF;
        END $$;

        -- Principal alone, and never more than was paid in; with p_forfeit, bonus goes in proportion to it.
        CREATE FUNCTION crm_wallet_cash_refund(
            p_customer bigint, p_currency text, p_amount bigint, p_forfeit boolean, p_source text, p_reason text,
            p_now timestamptz, p_actor_id bigint, p_actor text
        ) RETURNS SETOF crm_wallet_entry LANGUAGE plpgsql AS $$
        DECLARE
            w crm_wallet_wallet := crm_wallet_lock(p_customer, p_currency);
            e crm_wallet_entry;
            x crm_wallet_entry;
            f record;
            v_bonus bigint;
        BEGIN
            SELECT * INTO e FROM crm_wallet_entry WHERE source = p_source;
            IF FOUND THEN
                IF e.kind <> 'cash_refund' OR e.wallet_id <> w.id OR e.principal <> -p_amount THEN
                    RAISE EXCEPTION 'source taken' USING ERRCODE = 'GW003', DETAIL = p_source;
                END IF;
                RETURN QUERY SELECT y.* FROM crm_wallet_entry y
                    WHERE y.id = e.id OR (y.reverses_id = e.id AND y.kind = 'forfeit') ORDER BY y.id;
                RETURN;
            END IF;
            w := crm_wallet_refresh(w, p_now);
            f := crm_wallet_free(w, p_now);
            IF p_amount > least(f.principal, w.paid) THEN
                RAISE EXCEPTION 'not paid in' USING ERRCODE = 'GW008', DETAIL = least(f.principal, w.paid);
            END IF;
            e := crm_wallet_book(w.id, 'cash_refund', -p_amount, 0, -p_amount, p_source, NULL, NULL, NULL, p_reason,
                p_now, p_actor_id, p_actor);
            RETURN NEXT e;
            v_bonus := div(f.bonus::numeric * p_amount, f.principal);
            IF p_forfeit AND v_bonus > 0 THEN
                x := crm_wallet_book(w.id, 'forfeit', 0, -v_bonus, 0, p_source || ':forfeit', e.id, NULL, NULL, '',
                    p_now, p_actor_id, p_actor);
                RETURN NEXT x;
                PERFORM crm_wallet_consume(w.id, x.id, v_bonus, p_now);
            END IF;
        END $$;

        -- By hand, up or down, no lower than what is free. It counts as nothing paid in.
        CREATE FUNCTION crm_wallet_adjust(
            p_wallet bigint, p_principal bigint, p_bonus bigint, p_source text, p_reason text,
            p_now timestamptz, p_actor_id bigint, p_actor text
        ) RETURNS crm_wallet_entry LANGUAGE plpgsql AS $$
        DECLARE
            w crm_wallet_wallet;
            e crm_wallet_entry;
            f record;
        BEGIN
            SELECT * INTO w FROM crm_wallet_wallet WHERE id = p_wallet FOR NO KEY UPDATE;
            w := crm_wallet_refresh(w, p_now);
            f := crm_wallet_free(w, p_now);
            IF f.principal + p_principal < 0 OR f.bonus + p_bonus < 0 THEN
                RAISE EXCEPTION 'not enough' USING ERRCODE = 'GW002', DETAIL = f.principal + f.bonus;
            END IF;
            e := crm_wallet_book(w.id, 'adjust', p_principal, p_bonus, 0, p_source, NULL, NULL, NULL, p_reason,
                p_now, p_actor_id, p_actor);
            IF p_bonus > 0 THEN
                PERFORM crm_wallet_new_lot(e, p_bonus, NULL);
            ELSE
                PERFORM crm_wallet_consume(w.id, e.id, -p_bonus, p_now);
            END IF;
            RETURN e;
        END $$;

        CREATE FUNCTION crm_wallet_lock_both(p_from bigint, p_to bigint, p_now timestamptz) RETURNS void
        LANGUAGE plpgsql AS $$
        DECLARE w crm_wallet_wallet;
        BEGIN
            FOR w IN SELECT * FROM crm_wallet_wallet WHERE id IN (p_from, p_to) ORDER BY id FOR NO KEY UPDATE LOOP
                PERFORM crm_wallet_refresh(w, p_now);
            END LOOP;
        END $$;

        -- All that is in one wallet goes to another one of the same currency; what `hand_back` has to know, NULL where
        -- there was nothing.
        CREATE FUNCTION crm_wallet_hand_over(
            p_from bigint, p_to bigint, p_now timestamptz, p_actor_id bigint, p_actor text
        ) RETURNS jsonb LANGUAGE plpgsql AS $$
        DECLARE
            a crm_wallet_wallet;
            e crm_wallet_entry;
            x crm_wallet_entry;
            l record;
            v_source text := 'guanxi:merge:' || gen_random_uuid();
            v_lots jsonb := '[]';
        BEGIN
            PERFORM crm_wallet_lock_both(p_from, p_to, p_now);
            SELECT * INTO a FROM crm_wallet_wallet WHERE id = p_from;
            IF a.held_principal + a.held_bonus > 0 THEN
                RAISE EXCEPTION 'open holds' USING ERRCODE = 'GW013';
            END IF;
            IF a.principal + a.bonus + a.paid = 0 THEN
                RETURN NULL;
            END IF;
            e := crm_wallet_book(p_from, 'merge', -a.principal, -a.bonus, -a.paid, v_source || ':from', NULL, NULL, NULL,
                '', p_now, p_actor_id, p_actor);
            x := crm_wallet_book(p_to, 'merge', a.principal, a.bonus, a.paid, v_source || ':to', NULL, NULL, NULL,
                '', p_now, p_actor_id, p_actor);
            FOR l IN SELECT * FROM crm_wallet_lot WHERE wallet_id = p_from AND remaining > 0 ORDER BY id LOOP
                v_lots := v_lots || jsonb_build_array(jsonb_build_array(
                    l.id, crm_wallet_new_lot(x, l.remaining, l.expires_at), l.remaining));
                UPDATE crm_wallet_lot SET remaining = 0 WHERE id = l.id;
                INSERT INTO crm_wallet_consumption (entry_id, lot_id, bonus) VALUES (e.id, l.id, l.remaining);
            END LOOP;
            RETURN jsonb_build_object('from', p_from, 'to', p_to, 'principal', a.principal, 'paid', a.paid,
                'lots', v_lots);
        END $$;

        -- The same the other way, without bonus that has expired since. What was spent since is not made up for.
        CREATE FUNCTION crm_wallet_hand_back(p_memory jsonb, p_now timestamptz, p_actor_id bigint, p_actor text)
        RETURNS void LANGUAGE plpgsql AS $$
        DECLARE
            b crm_wallet_wallet;
            e crm_wallet_entry;
            x crm_wallet_entry;
            f record;
            v_from bigint := p_memory ->> 'from';
            v_to bigint := p_memory ->> 'to';
            v_principal bigint := p_memory ->> 'principal';
            v_paid bigint := p_memory ->> 'paid';
            v_bonus bigint;
            v_lots jsonb;
            v_source text := 'guanxi:merge:' || gen_random_uuid();
        BEGIN
            PERFORM crm_wallet_lock_both(v_from, v_to, p_now);
            SELECT * INTO b FROM crm_wallet_wallet WHERE id = v_to;
            f := crm_wallet_free(b, p_now);
            SELECT coalesce(jsonb_agg(jsonb_build_array(r.old, r.bonus)), '[]'), coalesce(sum(r.bonus), 0)
                INTO v_lots, v_bonus
            FROM (SELECT m.value ->> 0 AS old, (m.value ->> 2)::bigint - coalesce((
                    SELECT sum(c.bonus) FROM crm_wallet_consumption c JOIN crm_wallet_entry y ON y.id = c.entry_id
                    WHERE c.lot_id = (m.value ->> 1)::bigint AND y.kind = 'expire'), 0)::bigint AS bonus
                FROM jsonb_array_elements(p_memory -> 'lots') AS m) r
            WHERE r.bonus > 0;
            IF v_principal > f.principal OR v_bonus > f.bonus OR v_paid > b.paid THEN
                RAISE EXCEPTION 'value spent' USING ERRCODE = 'GW011';
            END IF;
            IF v_principal + v_bonus + v_paid = 0 THEN
                RETURN;
            END IF;
            e := crm_wallet_book(v_to, 'merge', -v_principal, -v_bonus, -v_paid, v_source || ':from', NULL, NULL, NULL,
                '', p_now, p_actor_id, p_actor);
            PERFORM crm_wallet_consume(v_to, e.id, v_bonus, p_now);
            x := crm_wallet_book(v_from, 'merge', v_principal, v_bonus, v_paid, v_source || ':to', NULL, NULL, NULL,
                '', p_now, p_actor_id, p_actor);
            UPDATE crm_wallet_lot t SET remaining = t.remaining + (m.value ->> 1)::bigint
                FROM jsonb_array_elements(v_lots) AS m WHERE t.id = (m.value ->> 0)::bigint;
            INSERT INTO crm_wallet_consumption (entry_id, lot_id, bonus)
                SELECT x.id, (m.value ->> 0)::bigint, -(m.value ->> 1)::bigint FROM jsonb_array_elements(v_lots) AS m;
            PERFORM crm_wallet_lock_both(v_from, v_to, p_now);
        END $$;
    """


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        DROP FUNCTION crm_wallet_hand_back(jsonb, timestamptz, bigint, text);
        DROP FUNCTION crm_wallet_hand_over(bigint, bigint, timestamptz, bigint, text);
        DROP FUNCTION crm_wallet_lock_both(bigint, bigint, timestamptz);
        DROP FUNCTION crm_wallet_adjust(bigint, bigint, bigint, text, text, timestamptz, bigint, text);
        DROP FUNCTION crm_wallet_cash_refund(bigint, text, bigint, boolean, text, text, timestamptz, bigint, text);
        DROP FUNCTION crm_wallet_give_back(bigint, bigint, text, timestamptz, text, timestamptz, bigint, text);
    """
