"""Points of customers that are merged, or are two again: by entries alone, under the locks of both accounts."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        COMMENT ON COLUMN "crm_loyalty_entry"."kind" IS 'EARN: earn\nREDEEM: redeem\nEXPIRE: expire\nREVERSE_REDEEM: reverse_redeem\nGRACE: grace\nTAKE_BACK: take_back\nDEBT: debt\nWAIVE: waive\nADJUST: adjust\nMERGE: merge';
        ALTER TABLE crm_loyalty_entry DROP CONSTRAINT crm_loyalty_entry_sound;
        ALTER TABLE crm_loyalty_entry ADD CONSTRAINT crm_loyalty_entry_sound CHECK (
            CASE WHEN kind IN ('earn', 'reverse_redeem', 'grace', 'waive') THEN points > 0
                 WHEN kind IN ('redeem', 'expire', 'debt') THEN points < 0
                 WHEN kind = 'take_back' THEN points <= 0
                 WHEN kind = 'merge' THEN true
                 ELSE points <> 0 END);

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
            IF v_points > 0 OR a.growth > 0 THEN
                e := crm_loyalty_book(a.id, 'merge', -v_points, -a.growth, 0, v_source, NULL, NULL, '', p_now,
                    p_actor_id, p_actor);
                INSERT INTO crm_loyalty_consumption (entry_id, lot_id, points)
                    SELECT e.id, t.id, t.remaining FROM crm_loyalty_lot t WHERE t.account_id = a.id AND t.remaining > 0;
            END IF;
            FOR l IN SELECT * FROM crm_loyalty_lot WHERE account_id = a.id AND remaining > 0 ORDER BY id LOOP
                e := crm_loyalty_book(b.id, 'merge', l.remaining, 0, b.balance + l.remaining, v_source || ':' || l.id,
                    NULL, NULL, '', p_now, p_actor_id, p_actor);
                INSERT INTO crm_loyalty_lot (revision, created_at, updated_at, created_by_id, account_id, entry_id,
                    earned_at, expires_at, points, remaining)
                VALUES (1, p_now, p_now, p_actor_id, b.id, e.id, l.earned_at, l.expires_at, l.remaining, l.remaining)
                RETURNING id INTO v_lot;
                UPDATE crm_loyalty_account SET balance = balance + l.remaining, updated_at = p_now
                    WHERE id = b.id RETURNING * INTO b;
                v_lots := v_lots || jsonb_build_array(jsonb_build_array(l.id, v_lot, l.remaining));
            END LOOP;
            UPDATE crm_loyalty_lot SET remaining = 0 WHERE account_id = a.id AND remaining > 0;
            IF a.growth > 0 THEN
                PERFORM crm_loyalty_book(b.id, 'merge', 0, a.growth, b.balance, v_source || ':growth', NULL, NULL, '',
                    p_now, p_actor_id, p_actor);
            END IF;
            UPDATE crm_loyalty_account SET balance = balance - v_points, growth = 0 WHERE id = a.id;
            UPDATE crm_loyalty_account SET growth = growth + a.growth, held = held + v_held
                WHERE id = b.id RETURNING * INTO b;
            IF v_debt > 0 THEN
                e := crm_loyalty_book(b.id, 'debt', -v_debt, 0, b.balance - v_debt, v_source || ':debt', NULL, NULL, '',
                    p_now, p_actor_id, p_actor);
                v_debt_entry := e.id;
                UPDATE crm_loyalty_account SET balance = balance - v_debt, debt = debt + v_debt
                    WHERE id = b.id RETURNING * INTO b;
            END IF;
            PERFORM crm_loyalty_refresh(b, p_now);
            IF v_points = 0 AND a.growth = 0 AND v_debt = 0 AND v_holds = '[]' AND v_vouchers = '[]' THEN
                RETURN NULL;
            END IF;
            RETURN jsonb_build_object('from', a.id, 'to', b.id, 'lots', v_lots, 'growth', a.growth, 'debts', v_debts,
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
                coalesce(sum(r.points), 0), coalesce(sum(least(r.points, r.remaining)), 0) INTO v_lots, v_points, v_own
            FROM (SELECT (m.value ->> 0)::bigint AS from_lot, t.id AS to_lot, t.remaining,
                    (m.value ->> 2)::bigint - coalesce((SELECT sum(c.points) FROM crm_loyalty_consumption c
                        JOIN crm_loyalty_entry y ON y.id = c.entry_id
                        WHERE c.lot_id = t.id AND y.kind = 'expire'), 0)::bigint AS points
                FROM jsonb_array_elements(p_memory -> 'lots') AS m
                JOIN crm_loyalty_lot t ON t.id = (m.value ->> 1)::bigint) r
            WHERE r.points > 0;
            IF v_points > crm_loyalty_available(b, p_now) OR v_growth > b.growth THEN
                RAISE EXCEPTION 'points spent' USING ERRCODE = 'GX011',
                    DETAIL = greatest(0, v_points - crm_loyalty_available(b, p_now));
            END IF;
            IF v_points > 0 OR v_growth > 0 THEN
                e := crm_loyalty_book(b.id, 'merge', -v_points, -v_growth, b.balance - v_points, v_source || ':from', NULL,
                    NULL, '', p_now, p_actor_id, p_actor);
                UPDATE crm_loyalty_lot t SET remaining = t.remaining - (m.value ->> 2)::bigint
                    FROM jsonb_array_elements(v_lots) AS m WHERE t.id = (m.value ->> 1)::bigint;
                INSERT INTO crm_loyalty_consumption (entry_id, lot_id, points)
                    SELECT e.id, (m.value ->> 1)::bigint, (m.value ->> 2)::bigint FROM jsonb_array_elements(v_lots) AS m
                    WHERE (m.value ->> 2)::bigint > 0;
                PERFORM crm_loyalty_consume(b.id, e.id, v_points - v_own, p_now);
                UPDATE crm_loyalty_account SET balance = balance - v_points, growth = growth - v_growth, updated_at = p_now
                    WHERE id = b.id;
                x := crm_loyalty_book(a.id, 'merge', v_points, v_growth, a.balance + v_points, v_source || ':to', NULL,
                    NULL, '', p_now, p_actor_id, p_actor);
                UPDATE crm_loyalty_lot t SET remaining = t.remaining + (m.value ->> 3)::bigint
                    FROM jsonb_array_elements(v_lots) AS m WHERE t.id = (m.value ->> 0)::bigint;
                INSERT INTO crm_loyalty_consumption (entry_id, lot_id, points)
                    SELECT x.id, (m.value ->> 0)::bigint, -(m.value ->> 3)::bigint FROM jsonb_array_elements(v_lots) AS m;
            END IF;
            UPDATE crm_loyalty_account SET balance = balance + v_points, growth = growth + v_growth WHERE id = a.id;
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
        COMMENT ON COLUMN "crm_loyalty_entry"."kind" IS 'EARN: earn\nREDEEM: redeem\nEXPIRE: expire\nREVERSE_REDEEM: reverse_redeem\nGRACE: grace\nTAKE_BACK: take_back\nDEBT: debt\nWAIVE: waive\nADJUST: adjust';
        DROP FUNCTION crm_loyalty_hand_back(jsonb, timestamptz, bigint, text);
        DROP FUNCTION crm_loyalty_hand_over(bigint, bigint, timestamptz, bigint, text);
        DROP FUNCTION crm_loyalty_owed(crm_loyalty_entry);
        DROP FUNCTION crm_loyalty_lock_both(bigint, bigint, timestamptz);
        ALTER TABLE crm_loyalty_entry DROP CONSTRAINT crm_loyalty_entry_sound;
        ALTER TABLE crm_loyalty_entry ADD CONSTRAINT crm_loyalty_entry_sound CHECK (
            CASE WHEN kind IN ('earn', 'reverse_redeem', 'grace', 'waive') THEN points > 0
                 WHEN kind IN ('redeem', 'expire', 'debt') THEN points < 0
                 WHEN kind = 'take_back' THEN points <= 0
                 ELSE points <> 0 END);"""


MODELS_STATE = (
    "eJztXWlz4zYS/SsofcpWKS5bntizTipVss2MtTOWXbJmZjfjLQYiIYlrElBIULI2Nf99AR"
    "7ioYvkUhJF9xcfAJoEX+PofmgAfzU021JNNscmn5+0NY25lDeu0F8Nii0i/liZ30QNPJmk"
    "cmUqxwMzLaXimNTA4TbW5BuG2HSISNKJo9nGhBuMilTqmqZMZJooaNBRlORS40+XqJyNCB"
    "8TW2R8+7dINqhOXokj//3WGNlsxsfyRYbeELnfGtwgtir+CZKkxORFHRrE1BNf6Rfx0lU+"
    "n3hp18aoQ/lvXllZp4GqMdO1aFR+MudjRhcChv+RI0KJjTmRb+C2Kz9SfkMATfjd/vdERf"
    "wPicnoZIhdk8dAGahRWkNVuw999Unpq2ojB4wao1IFoqqOB8BIVuHHv7da5+eXrdPzi/c/"
    "vbu8/On96XtR1qvvctbld78yEVr+ozzMOh863b6sEBN69tuCTPjuyWCOfSlPXxH6Npkajq"
    "z5kg7WKiAusl0NIeib9BAmRIqImmiI+tlu1dA6e3f57v35xbsF+ouUTaCHAMc7LZFfrmK+"
    "DOmtyOGGRVbjmpRMIasHoifhH7vCufHL0KWaRBGNXExfjRPNZNrLCWWzXxs70sEGgPude+"
    "Wp375/lI+3HOdP0wOy3VdkTstLnadSf7j4W7IbLB6Cvnb6d0j+i35/6CoezszhI9t7Y1Su"
    "/3tD1gm7nKniw1Wsx8EKk8OkhP7diV5Q/0lJ0P9x6j/sxYO5mndmWxItNLoGc1gupddkmo"
    "tpAdu6Sl1rIMyVJR3cjLG9RgNJsRT+4rOK9LrDWhkWflVNQkfCOBNz2ukGZL+0ezd37d4P"
    "rdNU9+kGOS0vKwn0AJuYaiRfQ48J7c+AOK1VAx8HuGYHPZQAxIshrpPBiil9E+KhBCBeDP"
    "HIp8yOeSQDqBdDPea3Z4c9JgRGS2GjxXU4swqgnxIsp+W/EXJE8lLDl5XciGzUy4r4jdnE"
    "GNGPZO4poyPqvcaYifN3/eBZx9UPvoctLUyNqmjj2YLMi3d/8f06MQn3EOgJd6rXuRE4S5"
    "gHWHuZSQs7gbfMYS22UgNhw17WwgMlfSZ+ZNGBJjR2chN71FF1haw6SA0CWfSQhF1mWS0r"
    "nYIpHnkfLasnKxNv1jeiVq4VftNq6jpeppmLvtZSktso7MYdmyFR4TmaMAkfYkOEkck4wh"
    "QRyu054oy9/IwoGWFuTAmajYlNRBmbTIntYBONsEjlY2IhidIJak8mhOo/MmrOTxopfe3h"
    "dVmod+9Naki7i9erwLdXlm/3W0o+DUQy+7Npa6KICPhFL8kFfVwKwC8MfjAo5YI+kgHgy7"
    "JoveZclkmrhA87Mk1kNajifX+NNZVq42Uh+4kdYwvPimvUsUvwFUq2Z/02vc6SXbT4HDbs"
    "osttt16FO4MsNiWWkJG2pD/vn6D+mCBpUAywQ4TpOHQd4gjLEmljTEcEMRv5KCKDL9uoZT"
    "00iyUahJvEoj6kReqvZ4JNWlmbFGJAIAYkgTPEAEAMCOgfYkCOcZqLtPAivnYZfBn8oVDX"
    "WrLHE2oIZcuJANkN/A2l3eteIYJt+kx7yq2i3F8JS04nxHqmyj8fOz1F5L5ODJvI/C9K70"
    "lRo3KSgSRqWP5Dr30jio8EnqJ0v/1RUa/bNx9FU8IvRJUW9jO9Va77V0iuaj/Tr+3OF1F+"
    "ho2pKN++/cfnJ5GH9f+4jsi9V3ofRK5F7BFJW6RZ4lTOLjLEqZylu3gUpyKzko0BeDdYxH"
    "9Di/hBhJWKh3zV6lmG4KxIFBp/YTU4zLVXBcetj0CMJGoYfJgt+nBT+OFS/CG2wg0u2Vt4"
    "JAPGVdGWLcxUZxVjsL5lRxL7M6oau/JWki37PFPLPt/Qss9XtOzcziM4jcfsNGKNs1zB6g"
    "uB2vWn3cwUCXI6x2yRkANj6P+YMjyX08mtgZQgTNqFNeCaJD/6kRAgX9I6fGxfdhnrxbHN"
    "4Uc2EmVdM04OwhlW42WrLQveXvCs42roWaGN9e8suAZjcVnYZg0iOVZwk1NX9QIe7lhqKX"
    "4ps5kr3GEcimyNdnj0Y2YdwhF2DJ2gIbMRRhPX1sYyJsEVmrXRDK+Iu80nWixyAWIVIFYB"
    "YhUgVqHutAPEKrxt/UOsQhU8c1iePtQKHRcIrWZdt0eJLIT3yMCyCaE5x7XGw6PSvUJS8p"
    "netB/7n3vK7RXS8IS7NtFlcMgnpf0k02zhnQgLWg8DSG7DCBI9bYRnCuNoZQnjaK0P42il"
    "SVy/Mk6B2SopeajZavcuaS0mJVg3h9WQmk88B9qP+GatLWDjD8jGH2TfYcWaeonbDg/IF8"
    "utievo4mDbYg62ONgzmZks5mPMhd1qERSyuQhTPTBRF2lrCeMc4vkPXgAKuUKjfRMoZKCQ"
    "gUIEChn0DxTyvi29AzmU2KaFOmFCEIixSne1CvGfFet0ddIyrAYdLETZEjWQ9cqFfUIM4C"
    "8MP5DSh7Yh4JC8/YIPrPRbY6WPFd1q09I9Ih/UWMdMB9nNXOS0HQnt9u48r8ZN4IwPPhEC"
    "Z7xNDcAZA2cInDHoHzjjI57mIi2ElkfWKLuwfJWPRSsYZXeW6W68sw2X450t344nf6v/XX"
    "H61WaIA5HaneuwE4yBLD1Y6LyY8HIYxIvytTnUrTRrWPiWxnTVJZqMmQTTdaxnKJQCdCCk"
    "doVo6Prt17y5fnj4lLBsrjup5tn9fH+tiLHDGzlEIYNvYtkOyVS4XoXX8BTBSQN5WIpQZG"
    "sMXRvJvejSYmVDNGaz8NYibBPkrwEjQ+RRgjTXtgnV5vLmIiETnAmvN5G8lwgNmWmymSg9"
    "mMuri0SZVx4+ejn0bm9v3c60ALcC3ApwK8Ct1N23Bm7lbesfuJUquEeBbZJjVotJ1OcK3/"
    "JmtcA8zEOmxGVqyFmdZ2BTztefOZuVSXljNEp5Xv3+z6auKKT7DmOSsa5rBortpzpE0lUe"
    "MhpdeaPHle8rP9P7h27/7ukKWYzysfNM/6W0e6rSvb1Cc+Flq4RW5AAHv345xphIYI+OXu"
    "tIRpgpNg1dHdrMymvpJyUh6r9yBn2VOMu+4fFpqzlLL7OZi7PkochWzvKeWANhFaPZmDkE"
    "+ffCIOGjaGOioz/4WIAsT5z8w6MTDYoM3kRi/jTMiCMcGyO50ZdRskxOlv94YCErbSMAC7"
    "m3uQlYyLc3aQELCfoHFvLw01xVIrwqdIraRZbQo4v1kUcXENy1b4AX9ne+0SMhVh8i/RC7"
    "0Q7oc35hrjbe4HaG+c1cnuc0JrXV+fwqj4vCSHMdzizh440Y924a8Gnvnz0fUDS0iXdHri"
    "OcQ4RHQmsOF386SGP6Co+zpGcWu9NAHlPl72qCU6qq0N+a4I+CPwr+CPijoH/wR1cqvSbT"
    "XEwLwoLJ4zGF5Wvnj2baCrNhJ8zyRhjXKTa6OWUObRVr5HUawKZs5bi1aYtIKLLHDSKLlK"
    "PaIQKnEFVojki4qNnxT4gB/MWjpypyCNQbIQHgCKhDXhO8OOOnDICjY4Zqim9iiC3hFKit"
    "Z3E9UNJn4kceLRQ+ieugA05WFeQ9h6sAE//9f2xlLBY="
)
