"""The parts that every business step is made of. All of them run under the wallet's row lock.

Refusals are SQLSTATEs GW001… with a detail; `errors.py` has their meaning. `p_now` is the caller's clock.
"""

from tortoise import BaseDBAsyncClient


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        CREATE FUNCTION crm_wallet_lock(p_customer bigint, p_currency text) RETURNS crm_wallet_wallet
        LANGUAGE plpgsql AS $$
        DECLARE w crm_wallet_wallet;
        BEGIN
            SELECT * INTO w FROM crm_wallet_wallet WHERE customer_id = p_customer AND currency = p_currency
                FOR NO KEY UPDATE;
            IF NOT FOUND THEN
                RAISE EXCEPTION 'no wallet' USING ERRCODE = 'GW001';
            END IF;
            RETURN w;
        END $$;

        -- Locked; made where there is none.
        CREATE FUNCTION crm_wallet_open(
            p_customer bigint, p_currency text, p_now timestamptz, p_actor_id bigint
        ) RETURNS crm_wallet_wallet LANGUAGE plpgsql AS $$
        DECLARE v_id bigint;
        BEGIN
            IF NOT EXISTS (SELECT FROM crm_wallet_wallet WHERE customer_id = p_customer AND currency = p_currency) THEN
                v_id := nextval(pg_get_serial_sequence('crm_wallet_wallet', 'id'));
                INSERT INTO crm_wallet_wallet (id, revision, created_at, updated_at, created_by_id, number, customer_id,
                    currency, principal, bonus, held_principal, held_bonus, paid)
                VALUES (v_id, 1, p_now, p_now, p_actor_id, 'SV-' || lpad(v_id::text, 8, '0'), p_customer,
                    p_currency, 0, 0, 0, 0, 0)
                ON CONFLICT (customer_id, currency) DO NOTHING;
            END IF;
            RETURN crm_wallet_lock(p_customer, p_currency);
        END $$;

        -- The entry and the wallet's figures together.
        CREATE FUNCTION crm_wallet_book(
            p_wallet bigint, p_kind text, p_principal bigint, p_bonus bigint, p_paid bigint, p_source text,
            p_reverses bigint, p_offer bigint, p_paid_by text, p_reason text,
            p_now timestamptz, p_actor_id bigint, p_actor text
        ) RETURNS crm_wallet_entry LANGUAGE plpgsql AS $$
        DECLARE
            e crm_wallet_entry;
            w crm_wallet_wallet;
        BEGIN
            UPDATE crm_wallet_wallet SET principal = principal + p_principal, bonus = bonus + p_bonus,
                paid = paid + p_paid, revision = revision + 1, updated_at = p_now
                WHERE id = p_wallet RETURNING * INTO w;
            INSERT INTO crm_wallet_entry (revision, created_at, updated_at, created_by_id, wallet_id, kind, currency,
                principal, bonus, paid, principal_after, bonus_after, source, reverses_id, offer_id, paid_by, reason, at,
                actor)
            VALUES (1, p_now, p_now, p_actor_id, p_wallet, p_kind, w.currency,
                p_principal, p_bonus, p_paid, w.principal, w.bonus, p_source, p_reverses, p_offer, p_paid_by, p_reason,
                p_now, p_actor)
            ON CONFLICT (source) DO NOTHING RETURNING * INTO e;
            IF NOT FOUND THEN
                RAISE EXCEPTION 'source taken' USING ERRCODE = 'GW003', DETAIL = p_source;
            END IF;
            RETURN e;
        END $$;

        CREATE FUNCTION crm_wallet_new_lot(
            e crm_wallet_entry, p_bonus bigint, p_expires timestamptz
        ) RETURNS bigint LANGUAGE sql AS $$
            INSERT INTO crm_wallet_lot (revision, created_at, updated_at, created_by_id, wallet_id, entry_id, currency,
                granted_at, expires_at, bonus, remaining)
            VALUES (1, e.at, e.at, e.created_by_id, e.wallet_id, e.id, e.currency, e.at, p_expires, p_bonus, p_bonus)
            RETURNING id
        $$;

        -- Takes bonus from the lots that expire after p_after: soonest expiry first, none last, then the oldest.
        CREATE FUNCTION crm_wallet_consume(
            p_wallet bigint, p_entry bigint, p_bonus bigint, p_after timestamptz
        ) RETURNS void LANGUAGE plpgsql AS $$
        DECLARE
            l record;
            v_left bigint := p_bonus;
            v_taken bigint;
        BEGIN
            IF v_left = 0 THEN
                RETURN;
            END IF;
            FOR l IN SELECT id, remaining FROM crm_wallet_lot
                WHERE wallet_id = p_wallet AND remaining > 0 AND (expires_at IS NULL OR expires_at > p_after)
                ORDER BY expires_at NULLS LAST, granted_at, id
            LOOP
                EXIT WHEN v_left = 0;
                v_taken := least(v_left, l.remaining);
                UPDATE crm_wallet_lot SET remaining = remaining - v_taken WHERE id = l.id;
                INSERT INTO crm_wallet_consumption (entry_id, lot_id, bonus) VALUES (p_entry, l.id, v_taken);
                v_left := v_left - v_taken;
            END LOOP;
            IF v_left > 0 THEN
                RAISE EXCEPTION 'the lots of wallet % have % too little', p_wallet, v_left;
            END IF;
        END $$;

        -- What can be spent now. While bonus is held, lots that are over wait; they count for nobody but the holds.
        CREATE FUNCTION crm_wallet_free(
            w crm_wallet_wallet, p_now timestamptz, OUT principal bigint, OUT bonus bigint
        ) LANGUAGE plpgsql AS $$
        DECLARE v_due bigint := 0;
        BEGIN
            IF w.held_bonus > 0 THEN
                SELECT coalesce(sum(remaining), 0) INTO v_due FROM crm_wallet_lot
                    WHERE wallet_id = w.id AND remaining > 0 AND expires_at <= p_now;
            END IF;
            principal := w.principal - w.held_principal;
            bonus := greatest(0, w.bonus - w.held_bonus - v_due);
        END $$;

        CREATE FUNCTION crm_wallet_expire_lots(w crm_wallet_wallet, p_now timestamptz) RETURNS bigint
        LANGUAGE plpgsql AS $$
        DECLARE
            e crm_wallet_entry;
            v_bonus bigint;
        BEGIN
            SELECT sum(remaining) INTO v_bonus FROM crm_wallet_lot
                WHERE wallet_id = w.id AND remaining > 0 AND expires_at <= p_now;
            IF v_bonus IS NULL THEN
                RETURN 0;
            END IF;
            e := crm_wallet_book(w.id, 'expire', 0, -v_bonus, 0, 'guanxi:expire:' || gen_random_uuid(), NULL, NULL, NULL, '',
                p_now, NULL, 'system');
            WITH due AS (
                SELECT id, remaining FROM crm_wallet_lot
                WHERE wallet_id = w.id AND remaining > 0 AND expires_at <= p_now
            ), cut AS (
                UPDATE crm_wallet_lot l SET remaining = 0 FROM due WHERE l.id = due.id)
            INSERT INTO crm_wallet_consumption (entry_id, lot_id, bonus) SELECT e.id, id, remaining FROM due;
            RETURN v_bonus;
        END $$;

        -- Brings a locked wallet up to date: holds that are over go, lots that are over expire.
        CREATE FUNCTION crm_wallet_refresh(w crm_wallet_wallet, p_now timestamptz) RETURNS crm_wallet_wallet
        LANGUAGE plpgsql AS $$
        DECLARE
            v_principal bigint;
            v_bonus bigint;
        BEGIN
            IF w.held_principal + w.held_bonus > 0 THEN
                WITH ended AS (
                    UPDATE crm_wallet_hold SET state = 'expired', revision = revision + 1, updated_at = p_now
                    WHERE wallet_id = w.id AND state = 'open' AND expires_at <= p_now RETURNING principal, bonus)
                SELECT coalesce(sum(principal), 0), coalesce(sum(bonus), 0) INTO v_principal, v_bonus FROM ended;
                IF v_principal + v_bonus > 0 THEN
                    UPDATE crm_wallet_wallet SET held_principal = held_principal - v_principal,
                        held_bonus = held_bonus - v_bonus, updated_at = p_now WHERE id = w.id;
                    SELECT * INTO w FROM crm_wallet_wallet WHERE id = w.id;
                END IF;
            END IF;
            IF w.held_bonus = 0 AND w.bonus > 0 THEN
                PERFORM crm_wallet_expire_lots(w, p_now);
                SELECT * INTO w FROM crm_wallet_wallet WHERE id = w.id;
            END IF;
            RETURN w;
        END $$;

        -- How an amount is taken from principal and bonus; both parts fit where the amount does.
        CREATE FUNCTION crm_wallet_split(
            p_amount bigint, p_principal bigint, p_bonus bigint, p_order text, OUT principal bigint, OUT bonus bigint
        ) LANGUAGE plpgsql IMMUTABLE AS $$
        BEGIN
            IF p_amount > p_principal + p_bonus THEN
                RAISE EXCEPTION 'not enough' USING ERRCODE = 'GW002', DETAIL = p_principal + p_bonus;
            END IF;
            bonus := CASE p_order
                WHEN 'bonus' THEN least(p_amount, p_bonus)
                WHEN 'principal' THEN greatest(0, p_amount - p_principal)
                ELSE div(p_amount::numeric * p_bonus, p_principal + p_bonus) END;
            principal := p_amount - bonus;
        END $$;
    """


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        DROP FUNCTION crm_wallet_split(bigint, bigint, bigint, text);
        DROP FUNCTION crm_wallet_refresh(crm_wallet_wallet, timestamptz);
        DROP FUNCTION crm_wallet_expire_lots(crm_wallet_wallet, timestamptz);
        DROP FUNCTION crm_wallet_free(crm_wallet_wallet, timestamptz);
        DROP FUNCTION crm_wallet_consume(bigint, bigint, bigint, timestamptz);
        DROP FUNCTION crm_wallet_new_lot(crm_wallet_entry, bigint, timestamptz);
        DROP FUNCTION crm_wallet_book(bigint, text, bigint, bigint, bigint, text, bigint, bigint, text, text, timestamptz,
            bigint, text);
        DROP FUNCTION crm_wallet_open(bigint, text, timestamptz, bigint);
        DROP FUNCTION crm_wallet_lock(bigint, text);
    """
