"""Draws: one statement that refuses or draws. The roll is recomputed in Python by `fairness.roll`."""

from tortoise import BaseDBAsyncClient


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        -- HMAC-SHA-256 of "number:entrant:try", its key already padded (p_inner, p_outer: 64 bytes each). The first 63
        -- bits modulo a million; a value beyond the last whole million of those there are is drawn again.
        CREATE FUNCTION crm_offers_roll(p_inner bytea, p_outer bytea, p_number integer, p_entrant text)
        RETURNS integer LANGUAGE plpgsql IMMUTABLE AS $$
        DECLARE
            v_try integer := 0;
            v bigint;
        BEGIN
            LOOP
                v := ('x' || encode(substr(sha256(p_outer || sha256(p_inner || convert_to(
                    p_number || ':' || p_entrant || ':' || v_try, 'UTF8'))), 1, 8), 'hex'))::bit(64)::bigint
                    & 9223372036854775807;
                IF v < 9223372036854000000 THEN
                    RETURN v % 1000000;
                END IF;
                v_try := v_try + 1;
            END LOOP;
        END $$;

        CREATE FUNCTION crm_offers_draw(
            p_lottery bigint, p_customer bigint, p_entrant text, p_source text, p_inner bytea, p_outer bytea,
            p_code text, p_hash text, p_zone text, p_now timestamptz, p_actor_id bigint, p_actor text
        ) RETURNS crm_offers_draw LANGUAGE plpgsql AS $$
        DECLARE
            l crm_offers_lottery;
            d crm_offers_draw;
            p crm_offers_prize;
            g crm_offers_prize;
            k crm_offers_coupon;
            v_day date := (p_now AT TIME ZONE p_zone)::date;
            v_roll integer;
        BEGIN
            SELECT * INTO l FROM crm_offers_lottery WHERE id = p_lottery FOR NO KEY UPDATE;
            IF NOT FOUND THEN
                RAISE EXCEPTION 'no lottery' USING ERRCODE = 'GX210';
            END IF;
            SELECT * INTO d FROM crm_offers_draw WHERE source = p_source;
            IF FOUND THEN
                IF d.lottery_id = p_lottery AND d.customer_id = p_customer THEN
                    RETURN d;
                END IF;
                RAISE EXCEPTION 'source taken' USING ERRCODE = 'GX202', DETAIL = p_source;
            END IF;
            IF l.state <> 'published' OR p_now < l.starts_at OR p_now >= l.ends_at THEN
                RAISE EXCEPTION 'not open' USING ERRCODE = 'GX211';
            ELSIF l.per_customer <= (SELECT count(*) FROM crm_offers_draw x
                    WHERE x.lottery_id = p_lottery AND x.customer_id = p_customer) THEN
                RAISE EXCEPTION 'no draw left' USING ERRCODE = 'GX212';
            ELSIF l.per_day <= (SELECT count(*) FROM crm_offers_draw x
                    WHERE x.lottery_id = p_lottery AND x.customer_id = p_customer AND x.day = v_day) THEN
                RAISE EXCEPTION 'no draw left today' USING ERRCODE = 'GX213';
            END IF;
            UPDATE crm_offers_lottery SET draws = draws + 1, updated_at = p_now WHERE id = p_lottery RETURNING * INTO l;
            v_roll := crm_offers_roll(p_inner, p_outer, l.draws, p_entrant);
            SELECT x.* INTO p FROM crm_offers_prize x WHERE x.lottery_id = p_lottery AND v_roll < (
                SELECT sum(y.odds) FROM crm_offers_prize y WHERE y.lottery_id = p_lottery AND y.id <= x.id)
                ORDER BY x.id LIMIT 1;
            UPDATE crm_offers_prize SET given = given + 1, updated_at = p_now
                WHERE id = p.id AND (stock IS NULL OR given < stock) RETURNING * INTO g;
            IF g.kind = 'coupon' THEN
                BEGIN
                    k := crm_offers_issue(g.campaign_id, p_customer, 'draw:' || p_lottery || ':' || l.draws, p_code,
                        p_hash, p_zone, p_now, p_actor_id, p_actor);
                EXCEPTION WHEN SQLSTATE 'GX200' THEN  -- the campaign has nothing more for this customer
                    UPDATE crm_offers_prize SET given = given - 1 WHERE id = g.id;
                    g := NULL;
                END;
            END IF;
            IF g.id IS NULL THEN
                UPDATE crm_offers_prize SET given = given + 1, updated_at = p_now
                    WHERE lottery_id = p_lottery AND kind = 'nothing' RETURNING * INTO g;
            END IF;
            INSERT INTO crm_offers_draw (revision, created_at, updated_at, created_by_id, lottery_id, number, customer_id,
                entrant, roll, drawn_id, given_id, coupon_id, source, day, at, actor)
            VALUES (1, p_now, p_now, p_actor_id, p_lottery, l.draws, p_customer, p_entrant, v_roll, p.id, g.id, k.id,
                p_source, v_day, p_now, p_actor)
            ON CONFLICT (source) DO NOTHING RETURNING * INTO d;
            IF NOT FOUND THEN
                RAISE EXCEPTION 'source taken' USING ERRCODE = 'GX202', DETAIL = p_source;
            END IF;
            RETURN d;
        END $$;
    """


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        DROP FUNCTION crm_offers_draw(bigint, bigint, text, text, bytea, bytea, text, text, text, timestamptz, bigint,
            text);
        DROP FUNCTION crm_offers_roll(bytea, bytea, integer, text);
    """
