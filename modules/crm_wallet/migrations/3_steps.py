"""Topping up, spending, holding: one statement for each, which refuses or does all of it. Sources make them repeatable."""

from tortoise import BaseDBAsyncClient


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        CREATE FUNCTION crm_wallet_top_up(
            p_customer bigint, p_currency text, p_amount bigint, p_bonus bigint, p_expires timestamptz, p_offer bigint,
            p_paid_by text, p_ceiling bigint, p_source text, p_reason text,
            p_now timestamptz, p_actor_id bigint, p_actor text
        ) RETURNS crm_wallet_entry LANGUAGE plpgsql AS $$
        DECLARE
            w crm_wallet_wallet := crm_wallet_open(p_customer, p_currency, p_now, p_actor_id);
            e crm_wallet_entry;
        BEGIN
            SELECT * INTO e FROM crm_wallet_entry WHERE source = p_source;
            IF FOUND THEN
                IF e.kind = 'top_up' AND e.wallet_id = w.id AND e.principal = p_amount
                    AND e.offer_id IS NOT DISTINCT FROM p_offer THEN
                    RETURN e;
                END IF;
                RAISE EXCEPTION 'source taken' USING ERRCODE = 'GW003', DETAIL = p_source;
            END IF;
            IF w.principal + p_amount > p_ceiling THEN
                RAISE EXCEPTION 'over the ceiling' USING ERRCODE = 'GW007';
            END IF;
            w := crm_wallet_refresh(w, p_now);
            e := crm_wallet_book(w.id, 'top_up', p_amount, p_bonus, p_amount, p_source, NULL, p_offer, p_paid_by,
                p_reason, p_now, p_actor_id, p_actor);
            IF p_bonus > 0 THEN
                PERFORM crm_wallet_new_lot(e, p_bonus, p_expires);
            END IF;
            RETURN e;
        END $$;

        CREATE FUNCTION crm_wallet_spend(
            p_customer bigint, p_currency text, p_amount bigint, p_order text, p_source text, p_reason text,
            p_now timestamptz, p_actor_id bigint, p_actor text
        ) RETURNS crm_wallet_entry LANGUAGE plpgsql AS $$
        DECLARE
            w crm_wallet_wallet := crm_wallet_lock(p_customer, p_currency);
            e crm_wallet_entry;
            f record;
            s record;
        BEGIN
            SELECT * INTO e FROM crm_wallet_entry WHERE source = p_source;
            IF FOUND THEN
                IF e.kind = 'spend' AND e.wallet_id = w.id AND e.principal + e.bonus = -p_amount THEN
                    RETURN e;
                END IF;
                RAISE EXCEPTION 'source taken' USING ERRCODE = 'GW003', DETAIL = p_source;
            END IF;
            w := crm_wallet_refresh(w, p_now);
            f := crm_wallet_free(w, p_now);
            s := crm_wallet_split(p_amount, f.principal, f.bonus, p_order);
            e := crm_wallet_book(w.id, 'spend', -s.principal, -s.bonus, 0, p_source, NULL, NULL, NULL, p_reason,
                p_now, p_actor_id, p_actor);
            PERFORM crm_wallet_consume(w.id, e.id, s.bonus, p_now);
            RETURN e;
        END $$;

        CREATE FUNCTION crm_wallet_set_aside(
            p_customer bigint, p_currency text, p_amount bigint, p_order text, p_expires timestamptz, p_source text,
            p_now timestamptz, p_actor_id bigint
        ) RETURNS crm_wallet_hold LANGUAGE plpgsql AS $$
        DECLARE
            w crm_wallet_wallet := crm_wallet_lock(p_customer, p_currency);
            h crm_wallet_hold;
            f record;
            s record;
        BEGIN
            SELECT * INTO h FROM crm_wallet_hold WHERE source = p_source;
            IF FOUND THEN
                IF h.wallet_id = w.id AND h.principal + h.bonus = p_amount THEN
                    RETURN h;
                END IF;
                RAISE EXCEPTION 'source taken' USING ERRCODE = 'GW003', DETAIL = p_source;
            END IF;
            w := crm_wallet_refresh(w, p_now);
            f := crm_wallet_free(w, p_now);
            s := crm_wallet_split(p_amount, f.principal, f.bonus, p_order);
            INSERT INTO crm_wallet_hold (revision, created_at, updated_at, created_by_id, wallet_id, currency, principal,
                bonus, state, expires_at, source)
            VALUES (1, p_now, p_now, p_actor_id, w.id, w.currency, s.principal, s.bonus, 'open', p_expires, p_source)
            ON CONFLICT (source) DO NOTHING RETURNING * INTO h;
            IF NOT FOUND THEN
                RAISE EXCEPTION 'source taken' USING ERRCODE = 'GW003', DETAIL = p_source;
            END IF;
            UPDATE crm_wallet_wallet SET held_principal = held_principal + s.principal,
                held_bonus = held_bonus + s.bonus, updated_at = p_now WHERE id = w.id;
            RETURN h;
        END $$;

        CREATE FUNCTION crm_wallet_lock_hold(p_hold bigint) RETURNS crm_wallet_wallet LANGUAGE plpgsql AS $$
        DECLARE w crm_wallet_wallet;
        BEGIN
            SELECT * INTO w FROM crm_wallet_wallet
                WHERE id = (SELECT wallet_id FROM crm_wallet_hold WHERE id = p_hold) FOR NO KEY UPDATE;
            IF NOT FOUND THEN
                RAISE EXCEPTION 'no hold' USING ERRCODE = 'GW009';
            END IF;
            RETURN w;
        END $$;

        -- Spends a hold, or a part of it in the hold's own proportion, and frees the rest. Lots count that were not over
        -- when it was made.
        CREATE FUNCTION crm_wallet_capture(
            p_hold bigint, p_amount bigint, p_reason text, p_now timestamptz, p_actor_id bigint, p_actor text
        ) RETURNS crm_wallet_entry LANGUAGE plpgsql AS $$
        DECLARE
            w crm_wallet_wallet := crm_wallet_lock_hold(p_hold);
            h crm_wallet_hold;
            e crm_wallet_entry;
            s record;
            v_amount bigint;
        BEGIN
            SELECT * INTO h FROM crm_wallet_hold WHERE id = p_hold;
            v_amount := coalesce(p_amount, h.principal + h.bonus);
            IF h.state = 'captured' THEN
                SELECT * INTO e FROM crm_wallet_entry WHERE id = h.entry_id;
                IF e.principal + e.bonus = -v_amount THEN
                    RETURN e;
                END IF;
            END IF;
            IF h.state <> 'open' OR h.expires_at <= p_now THEN
                RAISE EXCEPTION 'hold closed' USING ERRCODE = 'GW004',
                    DETAIL = CASE WHEN h.state = 'open' THEN 'expired' ELSE h.state END;
            END IF;
            IF v_amount > h.principal + h.bonus THEN
                RAISE EXCEPTION 'more than held' USING ERRCODE = 'GW005';
            END IF;
            s := crm_wallet_split(v_amount, h.principal, h.bonus, 'proportion');
            UPDATE crm_wallet_wallet SET held_principal = held_principal - h.principal,
                held_bonus = held_bonus - h.bonus WHERE id = w.id;
            e := crm_wallet_book(w.id, 'spend', -s.principal, -s.bonus, 0, 'guanxi:hold:' || h.id, NULL, NULL, NULL, p_reason,
                p_now, p_actor_id, p_actor);
            PERFORM crm_wallet_consume(w.id, e.id, s.bonus, h.created_at);
            UPDATE crm_wallet_hold SET state = 'captured', entry_id = e.id, revision = revision + 1, updated_at = p_now
                WHERE id = h.id;
            SELECT * INTO w FROM crm_wallet_wallet WHERE id = w.id;
            PERFORM crm_wallet_refresh(w, p_now);
            RETURN e;
        END $$;

        CREATE FUNCTION crm_wallet_release(p_hold bigint, p_now timestamptz) RETURNS crm_wallet_hold
        LANGUAGE plpgsql AS $$
        DECLARE
            w crm_wallet_wallet := crm_wallet_lock_hold(p_hold);
            h crm_wallet_hold;
        BEGIN
            SELECT * INTO h FROM crm_wallet_hold WHERE id = p_hold;
            IF h.state = 'captured' THEN
                RAISE EXCEPTION 'hold closed' USING ERRCODE = 'GW004', DETAIL = h.state;
            END IF;
            IF h.state = 'open' THEN
                UPDATE crm_wallet_hold SET state = CASE WHEN expires_at <= p_now THEN 'expired' ELSE 'released' END,
                    revision = revision + 1, updated_at = p_now WHERE id = h.id RETURNING * INTO h;
                UPDATE crm_wallet_wallet SET held_principal = held_principal - h.principal,
                    held_bonus = held_bonus - h.bonus, updated_at = p_now WHERE id = w.id RETURNING * INTO w;
                PERFORM crm_wallet_refresh(w, p_now);
            END IF;
            RETURN h;
        END $$;

        -- One batch of wallets after p_after with lots that are over, one by one under their locks; the last one's id,
        -- NULL at the end. Wallets with bonus held keep theirs until the holds end.
        CREATE FUNCTION crm_wallet_expire(
            p_after bigint, p_limit int, p_now timestamptz, OUT last_id bigint, OUT wallets bigint, OUT expired bigint
        ) LANGUAGE plpgsql AS $$
        DECLARE
            w crm_wallet_wallet;
            v_ids bigint[] := ARRAY(SELECT DISTINCT wallet_id FROM crm_wallet_lot
                WHERE remaining > 0 AND expires_at <= p_now AND wallet_id > p_after ORDER BY wallet_id LIMIT p_limit);
        BEGIN
            last_id := v_ids[cardinality(v_ids)];
            wallets := cardinality(v_ids);
            expired := 0;
            FOR w IN SELECT * FROM crm_wallet_wallet WHERE id = ANY (v_ids) ORDER BY id FOR NO KEY UPDATE LOOP
                expired := expired + w.bonus - (crm_wallet_refresh(w, p_now)).bonus;
            END LOOP;
        END $$;

        -- Closes holds that are over in one batch of wallets; how many wallets.
        CREATE FUNCTION crm_wallet_close_holds(p_limit int, p_now timestamptz) RETURNS bigint LANGUAGE plpgsql AS $$
        DECLARE
            w crm_wallet_wallet;
            v_ids bigint[] := ARRAY(SELECT DISTINCT wallet_id FROM crm_wallet_hold
                WHERE state = 'open' AND expires_at <= p_now ORDER BY wallet_id LIMIT p_limit);
        BEGIN
            FOR w IN SELECT * FROM crm_wallet_wallet WHERE id = ANY (v_ids) ORDER BY id FOR NO KEY UPDATE LOOP
                PERFORM crm_wallet_refresh(w, p_now);
            END LOOP;
            RETURN cardinality(v_ids);
        END $$;
    """


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        DROP FUNCTION crm_wallet_close_holds(int, timestamptz);
        DROP FUNCTION crm_wallet_expire(bigint, int, timestamptz);
        DROP FUNCTION crm_wallet_release(bigint, timestamptz);
        DROP FUNCTION crm_wallet_capture(bigint, bigint, text, timestamptz, bigint, text);
        DROP FUNCTION crm_wallet_lock_hold(bigint);
        DROP FUNCTION crm_wallet_set_aside(bigint, text, bigint, text, timestamptz, text, timestamptz, bigint);
        DROP FUNCTION crm_wallet_spend(bigint, text, bigint, text, text, text, timestamptz, bigint, text);
        DROP FUNCTION crm_wallet_top_up(bigint, text, bigint, bigint, timestamptz, bigint, text, bigint, text, text,
            timestamptz, bigint, text);
    """
