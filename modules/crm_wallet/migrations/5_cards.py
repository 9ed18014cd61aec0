"""Selling, taking and redeeming gift cards. The card is locked first, then the wallet."""

from tortoise import BaseDBAsyncClient


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        CREATE FUNCTION crm_wallet_book_card(
            c crm_wallet_card, p_kind text, p_amount bigint, p_source text, p_reverses bigint, p_reason text,
            p_now timestamptz, p_actor_id bigint, p_actor text
        ) RETURNS crm_wallet_card_entry LANGUAGE plpgsql AS $$
        DECLARE e crm_wallet_card_entry;
        BEGIN
            INSERT INTO crm_wallet_card_entry (revision, created_at, updated_at, created_by_id, card_id, kind, currency,
                amount, balance_after, source, reverses_id, reason, at, actor)
            VALUES (1, p_now, p_now, p_actor_id, c.id, p_kind, c.currency,
                p_amount, c.balance + p_amount, p_source, p_reverses, p_reason, p_now, p_actor)
            ON CONFLICT (source) DO NOTHING RETURNING * INTO e;
            IF NOT FOUND THEN
                RAISE EXCEPTION 'source taken' USING ERRCODE = 'GW003', DETAIL = p_source;
            END IF;
            UPDATE crm_wallet_card SET balance = e.balance_after, revision = revision + 1, updated_at = p_now,
                sold_at = coalesce(sold_at, p_now),
                state = CASE WHEN state = 'blocked' THEN state WHEN e.balance_after = 0 THEN 'used' ELSE 'active' END
                WHERE id = c.id;
            RETURN e;
        END $$;

        -- A locked card, and the entry that its source has booked already, if any.
        CREATE FUNCTION crm_wallet_lock_card(
            p_card bigint, p_kind text, p_amount bigint, p_source text, OUT card crm_wallet_card,
            OUT booked crm_wallet_card_entry
        ) LANGUAGE plpgsql AS $$
        BEGIN
            SELECT * INTO card FROM crm_wallet_card WHERE id = p_card FOR NO KEY UPDATE;
            IF card.id IS NULL THEN
                RAISE EXCEPTION 'no card' USING ERRCODE = 'GW014';
            END IF;
            SELECT * INTO booked FROM crm_wallet_card_entry WHERE source = p_source;
            IF booked.id IS NOT NULL AND (booked.kind <> p_kind OR booked.card_id <> p_card
                OR booked.amount <> coalesce(p_amount, booked.amount)) THEN
                RAISE EXCEPTION 'source taken' USING ERRCODE = 'GW003', DETAIL = p_source;
            END IF;
        END $$;

        CREATE FUNCTION crm_wallet_sell_card(
            p_card bigint, p_paid bigint, p_until date, p_source text, p_reason text,
            p_now timestamptz, p_actor_id bigint, p_actor text
        ) RETURNS crm_wallet_card_entry LANGUAGE plpgsql AS $$
        DECLARE
            r record;
            e crm_wallet_card_entry;
        BEGIN
            r := crm_wallet_lock_card(p_card, 'activate', p_paid, p_source);
            IF (r.booked).id IS NOT NULL THEN
                RETURN r.booked;
            END IF;
            IF (r.card).state <> 'inactive' THEN
                RAISE EXCEPTION 'card not usable' USING ERRCODE = 'GW012', DETAIL = (r.card).state;
            END IF;
            IF p_paid > (r.card).value THEN
                RAISE EXCEPTION 'over the ceiling' USING ERRCODE = 'GW007';
            END IF;
            e := crm_wallet_book_card(r.card, 'activate', p_paid, p_source, NULL, p_reason, p_now, p_actor_id, p_actor);
            UPDATE crm_wallet_card SET valid_until = p_until WHERE id = p_card;
            RETURN e;
        END $$;

        CREATE FUNCTION crm_wallet_take_card(
            p_card bigint, p_amount bigint, p_today date, p_source text, p_reason text,
            p_now timestamptz, p_actor_id bigint, p_actor text
        ) RETURNS crm_wallet_card_entry LANGUAGE plpgsql AS $$
        DECLARE r record;
        BEGIN
            r := crm_wallet_lock_card(p_card, 'spend', -p_amount, p_source);
            IF (r.booked).id IS NOT NULL THEN
                RETURN r.booked;
            END IF;
            IF (r.card).state <> 'active' OR (r.card).valid_until < p_today THEN
                RAISE EXCEPTION 'card not usable' USING ERRCODE = 'GW012', DETAIL = (r.card).state;
            END IF;
            IF p_amount > (r.card).balance THEN
                RAISE EXCEPTION 'not enough' USING ERRCODE = 'GW002', DETAIL = (r.card).balance;
            END IF;
            RETURN crm_wallet_book_card(r.card, 'spend', -p_amount, p_source, NULL, p_reason, p_now, p_actor_id, p_actor);
        END $$;

        CREATE FUNCTION crm_wallet_return_card(
            p_entry bigint, p_amount bigint, p_source text, p_reason text,
            p_now timestamptz, p_actor_id bigint, p_actor text
        ) RETURNS crm_wallet_card_entry LANGUAGE plpgsql AS $$
        DECLARE
            o crm_wallet_card_entry;
            r record;
            v_left bigint;
        BEGIN
            SELECT * INTO o FROM crm_wallet_card_entry WHERE id = p_entry AND kind = 'spend';
            IF NOT FOUND THEN
                RAISE EXCEPTION 'no spend' USING ERRCODE = 'GW010';
            END IF;
            r := crm_wallet_lock_card(o.card_id, 'give_back', p_amount, p_source);
            IF (r.booked).id IS NOT NULL THEN
                IF (r.booked).reverses_id <> o.id THEN
                    RAISE EXCEPTION 'source taken' USING ERRCODE = 'GW003', DETAIL = p_source;
                END IF;
                RETURN r.booked;
            END IF;
            v_left := -o.amount - coalesce((SELECT sum(amount) FROM crm_wallet_card_entry WHERE reverses_id = o.id), 0);
            IF v_left = 0 OR p_amount > v_left THEN
                RAISE EXCEPTION 'nothing to give back' USING ERRCODE = 'GW006', DETAIL = v_left;
            END IF;
            RETURN crm_wallet_book_card(r.card, 'give_back', coalesce(p_amount, v_left), p_source, o.id, p_reason, p_now,
                p_actor_id, p_actor);
        END $$;

        -- All that is on a card becomes principal of a customer, once.
        CREATE FUNCTION crm_wallet_redeem_card(
            p_card bigint, p_customer bigint, p_ceiling bigint, p_today date, p_source text, p_reason text,
            p_now timestamptz, p_actor_id bigint, p_actor text
        ) RETURNS crm_wallet_entry LANGUAGE plpgsql AS $$
        DECLARE
            r record;
            c crm_wallet_card;
            e crm_wallet_entry;
            w crm_wallet_wallet;
        BEGIN
            r := crm_wallet_lock_card(p_card, 'redeem', NULL, p_source);
            c := r.card;
            IF (r.booked).id IS NOT NULL THEN
                SELECT x.* INTO e FROM crm_wallet_entry x JOIN crm_wallet_wallet y ON y.id = x.wallet_id
                    WHERE x.source = p_source AND y.customer_id = p_customer;
                IF NOT FOUND THEN
                    RAISE EXCEPTION 'source taken' USING ERRCODE = 'GW003', DETAIL = p_source;
                END IF;
                RETURN e;
            END IF;
            IF c.state <> 'active' OR c.valid_until < p_today THEN
                RAISE EXCEPTION 'card not usable' USING ERRCODE = 'GW012', DETAIL = c.state;
            END IF;
            w := crm_wallet_open(p_customer, c.currency, p_now, p_actor_id);
            IF w.principal + c.balance > p_ceiling THEN
                RAISE EXCEPTION 'over the ceiling' USING ERRCODE = 'GW007';
            END IF;
            e := crm_wallet_book(w.id, 'gift_card', c.balance, 0, c.balance, p_source, NULL, NULL, NULL, p_reason,
                p_now, p_actor_id, p_actor);
            PERFORM crm_wallet_book_card(c, 'redeem', -c.balance, p_source, NULL, p_reason, p_now, p_actor_id, p_actor);
            UPDATE crm_wallet_card SET wallet_id = w.id WHERE id = c.id;
            RETURN e;
        END $$;
    """


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        DROP FUNCTION crm_wallet_redeem_card(bigint, bigint, bigint, date, text, text, timestamptz, bigint, text);
        DROP FUNCTION crm_wallet_return_card(bigint, bigint, text, text, timestamptz, bigint, text);
        DROP FUNCTION crm_wallet_take_card(bigint, bigint, date, text, text, timestamptz, bigint, text);
        DROP FUNCTION crm_wallet_sell_card(bigint, bigint, date, text, text, timestamptz, bigint, text);
        DROP FUNCTION crm_wallet_lock_card(bigint, text, bigint, text);
        DROP FUNCTION crm_wallet_book_card(crm_wallet_card, text, bigint, text, bigint, text, timestamptz, bigint, text);
    """
