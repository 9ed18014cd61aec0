"""Pauses, free periods, caps and usage: periods become parts, runs of days that are charged.

A part is cut by the end of its period, by the line's last day and by pauses. A part costs the difference of two shares of its
period's price (migration 1), so that all parts of a period, paused ones included, sum to the full price.
"""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        CREATE TABLE IF NOT EXISTS "crm_contracts_pause" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "reason" VARCHAR(500) NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "contract_id" BIGINT NOT NULL REFERENCES "crm_contracts_contract" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_crm_contrac_contrac_61f142" ON "crm_contracts_pause" ("contract_id", "starts_on");
COMMENT ON TABLE "crm_contracts_pause" IS 'Days of a contract that are not charged. No two of a contract overlap.';
        CREATE TABLE IF NOT EXISTS "crm_contracts_usage" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "line" VARCHAR(300) NOT NULL,
    "used_on" DATE NOT NULL,
    "quantity" DECIMAL(14,4) NOT NULL,
    "reference" VARCHAR(120) NOT NULL,
    "billed_through" DATE,
    "late" BOOL NOT NULL,
    "charge_id" BIGINT REFERENCES "crm_contracts_charge" ("id") ON DELETE RESTRICT,
    "contract_id" BIGINT NOT NULL REFERENCES "crm_contracts_contract" ("id") ON DELETE RESTRICT,
    "contract_line_id" BIGINT NOT NULL REFERENCES "crm_contracts_line" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_crm_contrac_contrac_a464f2" UNIQUE ("contract_line_id", "reference")
);
CREATE INDEX IF NOT EXISTS "idx_crm_contrac_contrac_f97aa6" ON "crm_contracts_usage" ("contract_id", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_contrac_used_on_ab1cec" ON "crm_contracts_usage" ("used_on", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_contrac_charge__106218" ON "crm_contracts_usage" ("charge_id");
COMMENT ON TABLE "crm_contracts_usage" IS 'What was used of a line on a day; append-only, corrected by negative quantities (migration 4).';
        ALTER TABLE "crm_contracts_charge" ADD "quantity" DECIMAL(20,4);
        ALTER TABLE "crm_contracts_contract" ADD "invoicing" VARCHAR(8) NOT NULL DEFAULT 'contract';
        ALTER TABLE "crm_contracts_line" ADD "included" DECIMAL(14,4) NOT NULL DEFAULT '0';
        ALTER TABLE "crm_contracts_line" ADD "cap" BIGINT;
        ALTER TABLE "crm_contracts_line" ADD "charged" BIGINT NOT NULL DEFAULT 0;
        ALTER TABLE "crm_contracts_line" ADD "stopped" BOOL NOT NULL DEFAULT False;
        ALTER TABLE "crm_contracts_line" ADD "period_cap" BIGINT;
        ALTER TABLE "crm_contracts_line" ADD "free_periods" SMALLINT NOT NULL DEFAULT 0;
        COMMENT ON COLUMN "crm_contracts_line"."billing" IS 'ADVANCE: advance\nARREARS: arrears\nUSAGE: usage';
        COMMENT ON COLUMN crm_contracts_contract."invoicing" IS 'CONTRACT: contract\nCUSTOMER: customer';

        DROP FUNCTION crm_contracts_due_periods;
        DROP FUNCTION crm_contracts_next_due;

        CREATE FUNCTION crm_contracts_period_of(anchor date, unit text, step int, day date) RETURNS int
        LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
            SELECT CASE WHEN crm_contracts_period_start(anchor, unit, step, near) > day THEN near - 1 ELSE near END
            FROM (SELECT CASE unit
                WHEN 'day' THEN (day - anchor) / step
                WHEN 'week' THEN (day - anchor) / (7 * step)
                ELSE ((extract(year FROM day) - extract(year FROM anchor)) * 12
                      + extract(month FROM day) - extract(month FROM anchor))::int
                     / (step * CASE unit WHEN 'month' THEN 1 WHEN 'quarter' THEN 3 ELSE 12 END)
            END AS near OFFSET 0) AS guess
        $$;
        COMMENT ON FUNCTION crm_contracts_period_of IS 'The number of the period that a day, not before the anchor, is in.';

        CREATE FUNCTION crm_contracts_days_left(
            anchor date, unit text, step int, next_period int, charged_through date, last_on date, paused datemultirange
        ) RETURNS datemultirange LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
            SELECT CASE
                WHEN GREATEST(crm_contracts_period_start(anchor, unit, step, next_period), charged_through + 1) > last_on
                    THEN '{}'::datemultirange
                ELSE datemultirange(daterange(
                    GREATEST(crm_contracts_period_start(anchor, unit, step, next_period), charged_through + 1),
                    last_on + 1)) - paused
            END
        $$;
        COMMENT ON FUNCTION crm_contracts_days_left IS 'The days that are still to be charged.';

        CREATE FUNCTION crm_contracts_part_end(
            anchor date, unit text, step int, first_day date, last_on date, paused datemultirange
        ) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
            SELECT CASE WHEN first_day IS NOT NULL THEN LEAST(
                crm_contracts_period_start(anchor, unit, step, crm_contracts_period_of(anchor, unit, step, first_day) + 1) - 1,
                last_on, lower(paused * datemultirange(daterange(first_day, NULL))) - 1) END
        $$;
        COMMENT ON FUNCTION crm_contracts_part_end IS 'The last day of the part that starts on a day.';

        CREATE FUNCTION crm_contracts_next_due(
            anchor date, unit text, step int, billing text, next_period int, charged_through date, last_on date,
            paused datemultirange
        ) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
            SELECT CASE WHEN billing = 'advance'
                THEN lower(crm_contracts_days_left(anchor, unit, step, next_period, charged_through, last_on, paused))
                ELSE crm_contracts_part_end(anchor, unit, step, lower(crm_contracts_days_left(
                    anchor, unit, step, next_period, charged_through, last_on, paused)), last_on, paused)
            END
        $$;
        COMMENT ON FUNCTION crm_contracts_next_due IS
            'When the next part is due: in advance on its first day, else on its last; null where nothing is left.';

        CREATE FUNCTION crm_contracts_due_periods(
            anchor date, unit text, step int, billing text, next_period int, charged_through date, last_on date,
            paused datemultirange, day date, most int
        ) RETURNS TABLE (k int, due_on date, period_start date, period_end date, complete boolean,
                         days_before int, days_through int, whole_days int)
        LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
            SELECT k, due.due_on, part.period_start, part.period_end, part.period_end = whole.next_day - 1,
                part.period_start - whole.first_day, part.period_end - whole.first_day + 1, whole.next_day - whole.first_day
            FROM (
                SELECT days, crm_contracts_period_of(anchor, unit, step, lower(days)) AS first
                FROM (SELECT crm_contracts_days_left(
                          anchor, unit, step, next_period, charged_through, last_on, paused) AS days OFFSET 0) AS n
            ) AS open
            CROSS JOIN LATERAL generate_series(open.first, LEAST(
                open.first + most - 1, GREATEST(open.first, crm_contracts_period_of(anchor, unit, step, day)))) AS k
            CROSS JOIN LATERAL (
                SELECT crm_contracts_period_start(anchor, unit, step, k) AS first_day,
                       crm_contracts_period_start(anchor, unit, step, k + 1) AS next_day OFFSET 0
            ) AS whole
            CROSS JOIN LATERAL unnest(open.days * datemultirange(daterange(whole.first_day, whole.next_day))) AS run
            CROSS JOIN LATERAL (SELECT lower(run) AS period_start, upper(run) - 1 AS period_end) AS part
            CROSS JOIN LATERAL (
                SELECT CASE billing WHEN 'advance' THEN part.period_start ELSE part.period_end END AS due_on
            ) AS due
            WHERE due.due_on <= day
        $$;
        COMMENT ON FUNCTION crm_contracts_due_periods IS
            'The next parts of a line that are due on a day, of at most so many periods. They are the days from'
            ' days_before, not included, to days_through of a period of whole_days.';

        CREATE FUNCTION crm_contracts_usage_price(
            used numeric, included numeric, unit_price bigint, discount numeric, period_cap bigint,
            days_before int, days_through int, whole_days int
        ) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
            SELECT CASE WHEN price <= 1000000000000000 THEN price::bigint END
            FROM (SELECT LEAST(
                round(GREATEST(used - (crm_contracts_share((included * 10000)::bigint, days_through, whole_days)
                        - crm_contracts_share((included * 10000)::bigint, days_before, whole_days)) / 10000.0, 0)
                    * unit_price * (100 - discount) / 100),
                crm_contracts_share(period_cap, days_through, whole_days)
                    - crm_contracts_share(period_cap, days_before, whole_days)) AS price OFFSET 0) AS exact
        $$;
        COMMENT ON FUNCTION crm_contracts_usage_price IS
            'What was used in a part, less its share of the included quantity, rounded once, halves away from zero, at most'
            ' its share of the cap of a period; null where that is out of range.';

        UPDATE crm_contracts_line l SET charged = g.amount
        FROM (SELECT contract_line_id, sum(amount)::bigint AS amount FROM crm_contracts_charge GROUP BY 1) g
        WHERE g.contract_line_id = l.id;
        ALTER TABLE crm_contracts_line
            ADD CONSTRAINT crm_contracts_line_free CHECK (free_periods BETWEEN 0 AND 9999),
            ADD CONSTRAINT crm_contracts_line_caps CHECK (
                cap BETWEEN 1 AND 1000000000000000 AND charged BETWEEN 0 AND COALESCE(cap, charged)
                OR cap IS NULL AND charged >= 0),
            ADD CONSTRAINT crm_contracts_line_usage CHECK (
                included >= 0 AND (period_cap IS NULL OR period_cap BETWEEN 1 AND 1000000000000000)
                AND (billing = 'usage' OR included = 0 AND period_cap IS NULL));
        ALTER TABLE crm_contracts_pause
            ADD CONSTRAINT crm_contracts_pause_days CHECK (ends_on >= starts_on),
            ADD CONSTRAINT crm_contracts_pause_apart EXCLUDE USING gist (
                int8range(contract_id, contract_id, '[]') WITH &&, daterange(starts_on, ends_on, '[]') WITH &&);
        ALTER TABLE crm_contracts_usage
            ADD CONSTRAINT crm_contracts_usage_quantity CHECK (quantity <> 0),
            ADD CONSTRAINT crm_contracts_usage_billed CHECK (
                (charge_id IS NULL) = (billed_through IS NULL) AND (charge_id IS NOT NULL OR NOT late));
        CREATE INDEX crm_contracts_usage_open ON crm_contracts_usage (contract_line_id, used_on) WHERE charge_id IS NULL;
        CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON crm_contracts_usage
            FOR EACH STATEMENT EXECUTE FUNCTION guanxi_append_only();
        CREATE TRIGGER billed_once BEFORE UPDATE ON crm_contracts_usage FOR EACH ROW
            WHEN (OLD.charge_id IS NOT NULL
                  OR (OLD.contract_id, OLD.contract_line_id, OLD.used_on, OLD.quantity, OLD.reference) IS DISTINCT FROM
                     (NEW.contract_id, NEW.contract_line_id, NEW.used_on, NEW.quantity, NEW.reference))
            EXECUTE FUNCTION guanxi_append_only();
    """


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        ALTER TABLE crm_contracts_line
            DROP CONSTRAINT crm_contracts_line_usage,
            DROP CONSTRAINT crm_contracts_line_caps,
            DROP CONSTRAINT crm_contracts_line_free;
        DROP FUNCTION crm_contracts_usage_price;
        DROP FUNCTION crm_contracts_due_periods;
        DROP FUNCTION crm_contracts_next_due;
        DROP FUNCTION crm_contracts_part_end;
        DROP FUNCTION crm_contracts_days_left;
        DROP FUNCTION crm_contracts_period_of;
        CREATE FUNCTION crm_contracts_next_due(
            anchor date, unit text, step int, billing text, k int, charged_through date, last_on date
        ) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
            SELECT CASE billing WHEN 'advance' THEN n.first_day ELSE n.last_day END
            FROM (SELECT GREATEST(crm_contracts_period_start(anchor, unit, step, k), charged_through + 1) AS first_day,
                         LEAST(crm_contracts_period_start(anchor, unit, step, k + 1) - 1, last_on) AS last_day
                  OFFSET 0) AS n
            WHERE n.first_day <= n.last_day
        $$;
        CREATE FUNCTION crm_contracts_due_periods(
            anchor date, unit text, step int, billing text, next_period int, charged_through date, last_on date,
            full_amount bigint, day date
        ) RETURNS TABLE (k int, due_on date, period_start date, period_end date, complete boolean, amount bigint)
        LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
            SELECT k, due.due_on, part.period_start, part.period_end, part.period_end = whole.last_day,
                crm_contracts_share(full_amount, part.period_end - whole.first_day + 1, whole.days)
                    - crm_contracts_share(full_amount, part.period_start - whole.first_day, whole.days)
            FROM generate_series(next_period, GREATEST(next_period, LEAST(next_period + 99, CASE unit
                WHEN 'day' THEN (day - anchor) / step
                WHEN 'week' THEN (day - anchor) / (7 * step)
                ELSE ((extract(year FROM day) - extract(year FROM anchor)) * 12
                      + extract(month FROM day) - extract(month FROM anchor))::int
                     / (step * CASE unit WHEN 'month' THEN 1 WHEN 'quarter' THEN 3 ELSE 12 END)
            END))) AS k
            CROSS JOIN LATERAL (
                SELECT first_day, next_day - 1 AS last_day, next_day - first_day AS days
                FROM (SELECT crm_contracts_period_start(anchor, unit, step, k) AS first_day,
                             crm_contracts_period_start(anchor, unit, step, k + 1) AS next_day OFFSET 0) AS bounds
            ) AS whole
            CROSS JOIN LATERAL (
                SELECT GREATEST(whole.first_day, charged_through + 1) AS period_start,
                       LEAST(whole.last_day, last_on) AS period_end
            ) AS part
            CROSS JOIN LATERAL (
                SELECT CASE billing WHEN 'advance' THEN part.period_start ELSE part.period_end END AS due_on
            ) AS due
            WHERE part.period_start <= part.period_end AND due.due_on <= day
        $$;
        ALTER TABLE "crm_contracts_charge" DROP COLUMN "quantity";
        ALTER TABLE "crm_contracts_contract" DROP COLUMN "invoicing";
        ALTER TABLE "crm_contracts_line" DROP COLUMN "included";
        ALTER TABLE "crm_contracts_line" DROP COLUMN "cap";
        ALTER TABLE "crm_contracts_line" DROP COLUMN "charged";
        ALTER TABLE "crm_contracts_line" DROP COLUMN "stopped";
        ALTER TABLE "crm_contracts_line" DROP COLUMN "period_cap";
        ALTER TABLE "crm_contracts_line" DROP COLUMN "free_periods";
        COMMENT ON COLUMN "crm_contracts_line"."billing" IS 'ADVANCE: advance\nARREARS: arrears';
        DROP TABLE IF EXISTS "crm_contracts_usage";
        DROP TABLE IF EXISTS "crm_contracts_pause";"""


MODELS_STATE = (
    "eJztXWtz2rrW/isavpx2hp3JvTnZZ94ZSmjLaQJ5Cb2cXfZQYSvgN0amvoSy99v/fiRfQL"
    "5iOwaMWZ8SZC0ZnqXLWo+Wlv6uSfp0KGnU1LFkGkdvFVVV6Phe10Yqmdau0d81iqeE/ZNc"
    "sY5qeDYLVePlJmY1Qk+GI6eB4UxoYWTYD1nlR6wahBXJxJB0ZWYqGuVNNJBOJEvXmSBi0g"
    "SZE2wiSbNUGVHNRCOCpAnWx0Q+Qm0TzbFiGr8jrKpIMydEN9BYQxo94i+TNYm9jTVUcLsW"
    "VX5YZGhqY8Ifsda//cmKFSqTn8TgH7/VDBObhFdW5Bp7+K3mwTJkBVHF/DvxZ3/ypmZPw0"
    "eFqLJPO46gXT40FzO77K0yblPznV2X/+IRg1+1pnRVf7YwJxpdCijU5KVjQonOviF/g6lb"
    "XA/UUlVXj55qnB+6quL8QkFGJo/YUrk2ubTzBVZlteGw0+0PH1r94bAW0rQnISjJLWKY8F"
    "7CvqphAzDmX+G3f56enp29OT0+u7y6OH/z5uLq+IrVtb9v+NGbX86XWaHlNGVj1n7f7vT5"
    "F9IY8k7H5QW/bBlsYkfKVuQKfZ08Kwb/5iEdxCpAFFmvBg/0JD14BStFrEaRh/rJZtVwen"
    "L+5vzq7PJ8if6yJAl0D2BxsiH8lw+xGYb0hj0xlSmJxtUvGUBWdkWPvH82hXPtX48WlTiK"
    "aGxh+lM5klRNejqi2vx/ahvSQQLA/fZd66HfuLvnzU8N44dqA9not/iTU7t0ESh9dfnaPw"
    "yWjaAv7f4HxD+iP7qdlo2zZphj3X7jql7/jxr/TtgytSH74UMsi2B5xV6RT//WTM6pf78k"
    "6H8/9e+N4tFimHVlC4nmml3dNSyT0iuyzK20wM2OMPhNZglFQ+/VDyDOfsjGxtmmBlNtin"
    "8OVULH5oR9PDs+TgDzc6PX/NDovWK1AkOm4z46dZ750WX91IgyGTi+LWpNbYzb7FthKpEI"
    "+8GT3h7a2Tt4rdMdsrmg12fC2pD9FN0c0PtWr929uUYzoiuaPKCNu+6nDquBp5rlDM6s+j"
    "k5TaGek9NY7fBHfuUsTfQ8ulkKb3EgaDNCMw6GWve+1blGXHJAm7etRq/FtMLAwTqR86jh"
    "KoUWrmKVcBXUQcAryrAE+AW3Z15XbgUIeaD59CBIgzIyKYM7/I9PkU6nh25YJ+80nShj+p"
    "EsQvNUAH4/qdMUWtwzjfzy+p5XurLhdDxfEibBqYFBIROVmDYYPWa29trNfi1+CBSP9a3b"
    "atXxFqaAGNB5Vx9h6WmOdXno6/P8iXaqBUqWdcOPpqfTYAmmeGzDxH8P//YBddj0Xi2e8H"
    "Qr1DMTndJKMAW/6dhESHtEOJKTnGMDjZVnQpFmmehR05FLpDLzacYWcvk3jaqLOtKYAH9K"
    "sDRxxDGVkW2ARdGf23ptBDv6LTzCnG/jmIsO5ynQp0CBlpIC9ekspAfO2URrISiXxNjs7z"
    "wZhTMnWgLmlgsGG085IHSlDhrAlQuZfh5YyYBtmttR+GFhairmIqLfEkmZYjUae1Es2HEd"
    "uSNXfv84u6Se22q27xq3r06P6+e2P2z8UBXHHvL85PMQXwR7IgfOiYMvXnpfHJzESjuJHj"
    "+S4CYKFEpWR1EUXecqxusgTQCKZBmmNiV6IN5EZ91rbgy9j9qchqqEQlfY6q36CzTTWa0F"
    "EZ39PGezwitkxmqwyGAjhC1Sq0Lw9Erp6UGwCwS7gGEHwS6g/6IMewh2KQGDQa3piOhh+O"
    "PDXVYSufb5g6jv1rQIxLukCndJiHYJkhdLMzEtuEuBMoe35IT3NFU40WlCONFpOJxo7yJW"
    "ZB0/mhnXh9pNr/Guf41s2QFtd4a91ud268s1UuiQW5lkPqCN+/te9zOPZWEemK49E3lAH1"
    "o8wsgglEk9tN93+FPH4WD1m/325xarzdawZ8Kef3q4b3Vu7CqWwXe3eK3W1/u2HSBDfs4U"
    "nZf0W727doetIKzQJPpUoRyiAe21Oq0vvND2p3hJs9Fptm5v7fAajr+q5guwKT7OiW/1ES"
    "pF8LbxQ1OUqeDoPEsz98VPfaGZz/OH06/qS5Ht+UrHlVrLDWuUA3ZRCpDPh7yJf2bs644A"
    "4J0P7wXBuhoxeydBvpIB1HPOLyKlmXab3if0wl36knls2TbpBe43LXaCyCEjt7IyM+IXEj"
    "xkFLkXkHXsrkQOGjlxiyY1dqLQIaM3w4sp70dTwjCIIPrSuerhVrbos48wfRoyAKjx6DBf"
    "WXz3t43Ox2G/1+g8vGv1rpGvLeaF37bvG/9hXriqsJ84oF9azKFiPvucSBPMvPbmh1bzI/"
    "OfJ0R64h71wwfuTBuTPH70aTr+JYF+CXp5Cn3WFIl/g5xq9TWwRY2Ku85ZlNnsdpgqm0xB"
    "XgtMKZ8e+t07rltvgzmPcgo+RaRiOrbwODc1JspvUS9/TYbNTlal/PGBCV0jW3ZA+eEufr"
    "TrbbfPxspIM3ONlYsU6riIVcdFUB2apQ/5ioBNTc/EOoUEK3fK9CQVLXySQAufhGlhc0KU"
    "nIhHiALmqTBn1rYRRrpPfsaRIJ5ABfBN2pltfbVd6+WmrIfiq7vGVxvg5cbsbbfz3qsuoN"
    "687b6NAntIIkzSNXi7MgB5ZsgxpSSC5ovHeykAYOcDO2P/FmUA8syQz7BuKiRiBv/3Q7cT"
    "cwZnJRJ0cRXJRP+PVMXYw1CMBOQ5FsnIB0Gu+0NneANB5CUVWwYZPhOdhwtm0kCEKGgivy"
    "bYN7JsnsEFNKyK2P2FKNEd7jQcv8BWLDjSkwGiPC6GpvYUNZ/HW+JBucrFG6WJaziLj2s4"
    "i4hr8EW4Z4io8wvCEZncm2Syjuc0M/6iFAQz5sVePLqRHntRCrDPi/3qFE0m8H1igH7urX"
    "mC1czYC0KAfO7QHzKdqQyjzOgHBEEDL9aAa3jn14S/AdBIbo0wmexaWAkB8kUd0BY2JF92"
    "NlsnR02hsT1zBVIfyfa7QSnypNnG40vgdc+OfTJSAVuyTp4WV9HETgGqjc2Lu2zwcHrfbb"
    "WaEAvTZwqEbX+zeIg7y7Nh1QRZdNNToOw4N8XDXF2Afe5gmpnCNd2Kw7gvtFhNjAOORwaU"
    "41nxl6L9edVwxUH3+xgpwOdeenGAP5A9Tiq2FmWB0ShzJh07sdH6bDpe/qOMGXW8ZExpEq"
    "/yur8jc0KQ44gZ6FHXpug760sTTR9q9DvSKMI6seu42U+RIU2IbKkkmDlVo+wlT2RmotEC"
    "fefZEIzvUXlXt/TWVDmBou+gmumabDmlkJCnnAl5xC8fUkP8pmJArAJxIlu4tIP90IgsLf"
    "Ege/Urh27xIfRlSCGaD/GTTUGedL7ETSF6cp4hhSjvjcOZrkgRbkLSfO2Xg1OjOTfEFUOK"
    "Tk+c2MFFsR118OOj4+Md9vGL+mnqLm6ySUqP9IMTQRbFdgTy5f6AvC9ptqs1fziGPqFRs3"
    "faS8PEFrZok1CNkox9u9bpdlpMAUxyQG/4yUDZORbY+sgPBZKnAb3rdvjJpinzXCYD+r+f"
    "Gr0+P3zGLALd5EcK/9NqsI883UHQ9drBOTT2EqI/RzEYD2xWUeN9JUGuMrkzz07fXC7HCv"
    "+QNDoe2PR0Gx4OrjecdywI4lscCFh+Fr5N6rHQuPnMU0hdI1d+QBu9HuvdD6yEDWisGwP6"
    "6aHxntWwDPew4o77+6NOyNC5miKC+E/u80HZyqwYRfR7Cc+yrbyuAMQS5F14FSqplkyiLm"
    "VJsilFsV0Z7vvimbp32GTu23456OJ5u/iScI7o47GZPXxCh5zZQ8VG1owygsghI0fJT9Nd"
    "6cPoxY76gFRlzIPiUsrblw6yehNds8aTLB0zQvTgO6hskYzDOyB2yAi6HSqjzboSqszo3v"
    "KSPuIbwJG4a5pKMI0GXpAKAD9iYptCflmy3d76ttu95S0vT86+bQePh3+6e9vqvToJGLJR"
    "KSG12Swz2oIUoJ0B7UCwQoZ5xS8IxztzTy9CYEgmDfjlwGMr6oAD3Aa/jdvg3d5bHMr3qw"
    "b3q9enxdg/3sscjNh3FLQuGNE7PZExGNE7yrHRq/0gQq+UEXpwZR5cmefDGa5MgyvzQP9w"
    "Zd4+LnMCN4qnme508+oXE29RovxVG8kiy/8O/4rg7pMBdkUqF3C+EYydK98yknYroS1ydl"
    "7n3ivKLsRX7NTPs31yVeWpCWvxbp5Yq57Zy1MC0ilOnvHUofwkFz/h5V7ugGYqptcIo0eF"
    "9QfkhM7WkaazImPCj4Ox+vMJNm0hsZKBWL99JlFnzTb2npyny8BXLaWvyrAhEUGq8YvOUg"
    "CWnDRLTva9ZNhG5kUzoksk8+EZQerFIXh7BB+c6Sj17AsbmbCRthcaKXYjbafWv7fRFm/5"
    "C1txGa1+YVdwo9s735YUChjQpTWgYbMHNnt8OAPZD5s9oH/Y7NnHZU60i+VMmz1e/cpt9p"
    "ynIYXO4zmhsOu92320XffmQFqhdHmFkhILRe+kZbtxRxCpHK25EYwhMdbGEmNB1qadrntO"
    "xpRMN+eKMhWcpM/S5NWLz6oHKZt2Qe9DpMPhRDoEstCvj2lfpavPyHzSleDaUIfWM9EXyJ"
    "FAJo8qmGMDEVaKxqybUaRZZh0ZmvOMamiMZ0ihCNspnP5hIIPoCmF/TLwwkEXJz5nKVEvk"
    "cLTDZl+VhqidaKq8vOnBS6bLmnPmKy8nlQsfULlA5QKVC1Ru5ak8oHIPW/9A5ZbBpV0Zba"
    "npsKVE5ejcs3RZ4hOSxAddLc+484ObnPHQk6lSHE8RyQ6XFnO4p65P8bkULjMHU7vpNb50"
    "rpF9oxbP4tm64Uk8iTygvVb/U6/DP+vEtHTKyz532+zzs+bMgTvO8cmmZCPbpRMricoRvx"
    "epaPWLBFr9Ikyr7zQ+EBZLVuJz5NPj7xMD9AsKznRQDWsCbhn1hWP6Ol+KrCY7jXndU4z3"
    "IOS1MZvpGk8dH08AL6vUM1O/WBRdS/5+4USrRgnS+cVl2Hgy0KOm2yVek0eosfzfIWYlbU"
    "oMxDGxK3NujczRmJgGouwfJmyEud+NvgnOuu3balIHfhf4XeD3gN8F/QO/u21jckcXRTHD"
    "JxMp49YvM02Wk5TZyBFuwyQR11QkE7yeDBC8B0fwfmm0++3O+2s0x4rJYB3Q+1bnxi6ZES"
    "rbJY37+173M6d6HbfKoX//3Wr2Hfr3/4hk8rKbXvf+nhfJ+jJz9I5JYGwYypjyGwO0LJNO"
    "QKzMGixTnDUPbZRzWVh+yQIsrJKttZWyo7TpNDLZRdJ5m6UIbK2k2VpxJ9rs1H5AEOzUvH"
    "YqNp7y+QoBQdBA/kN9kH5k17eCu8tyjmEQEoWBkNtl1lSSGX9BCJAvaIcX0u8UvBfZbDw0"
    "GzetWqTtAzvpa5AN2Hop9tL5pFAArD23mWrCKsycKSD1zD3oret6q98uTgHtyoQAcNeAG7"
    "K2yhzy0bNsqNeFffRc5j9n6MfQ2zlYH//hrcIGMjU0nyjSBGFVdYIvFBPxr2lw7lPlx+7m"
    "mPJSA3kv4gEbdjiHc17Prkw1c8L0ihQnvoO1Fo4F2dpb4WqeEpubdQQhIOvUACEgEAIAIS"
    "CgfwgB2eNlriwpxUp0vO+AA0A2bDEUEf0ByZU2nVxpqlBlak2zTcSCEEzBuTd2FEOKvlIh"
    "Ma2VKAZXVlxDTqud5bSCYIkyTSc72aEs3VK5E+i5TGboBSHo9AVtDtsIhrTw0o3hvtvqfi"
    "kk7baF0A9Lt3tZtullQ9uXsNle5Gb7TvfXbtgXGmMXgLjdNaFSPfPemuwXXrux9k7Xpu71"
    "nLph8n0u/kHF7H8ZL+rou9sg+Y6cHUzDudHzu8X60nfEfA1VRq8G1sUInwysy9M3/xxY54"
    "ScDaw358eXr8N7att4YZpj1t5r3N7CXCZF5fck/skzbfJ3wfnrMiznddh8g8032HyBzTfQ"
    "P2y+bdvy3A1f8MgspIx3PAsiL7zkuaQ+VSTnG77leWnFZcBOlDlo8AIWcZaDJD5BoApzD3"
    "3B70gPvyAE0BfFFVrGNhmXsqkgLeUidL1U0eLOPAG4rg8W982oZaSymipm2q8lXA7jVKhn"
    "prCkleBa+qqBTPLTTcJnkulMZaAZaGaZ/DqW0cKOx+ZXSV6j73//jZyWXw1qM7zgp90Htd"
    "fo16/vYZKquGbhVu69WQ3qQDUB1QRUA1BNoH+gmrZtGcKt3Nu2K+BW7m2BC7dy7ynGI02O"
    "iK3vM9coGmCvfgXQTVprW1/7vmXWw/DVXePra99Se9vtvPeqC5g3b7tvI6CO7M7JaFenO2"
    "8b8GeiZ3ToBInK3IZenD83wXRMoiy5pGh6QQrC6TOE08PJhQO6jdtmFz+7k886vvXzapLK"
    "RbsOhVluLf0ar6sI2vNbbUXsihdXQ5KLcniF8eRn3IWfsfDH3ve51xuSha2V5TerdxOTcN"
    "CGdYUgn1kjVTEmudjdoCzwu/vJ7670mIPhjRAGjjc3x+vYdZlZdlGsSsv4jhPULm3ggk4h"
    "LtvbM22kDYXx9cMyBsL03fiQWrxrtqxSz+yVmaLo2nCY/oQgk+hTA2mPCKMnplv+n9dcHc"
    "0Vc4Kesa7wtxl1/kRWuLSBMKvrgB1xK2aRDUNIzN5MZPUErxBCYiAkBkxmCIkB/RekfwiJ"
    "KYO7BHEbELcBcRt7iy7QyxUHHOI2ahC3sUfBBBC3caBxGx7ptz5yI1iznpsl3GT0hshEQv"
    "xG+VwYiN+A+I0KBhPsi4FdIcghfgPISIjf2O1qLmQt9my7zCmk/YJVWsp3nEdasISLieIQ"
    "AwT2TCNp4zgCvbGMkRwfycy80SSL5/Coxbtrvmr1zL7aExMfyqJ8iiwnXn00n2gGQaMFz0"
    "dCCXP3kMPFHCEeosFdgBFmFXTyyOMteHpd5znSdOQAjnRtbvzupuBVCbIvr3RzmkywMYnK"
    "hrLt16cJEQncWg2RIqX1PyFSBCJFwDiHSBHQf0H6h0iRMjhmPAg2DD4PY2hRaxpyAHxq8G"
    "TLzE/VHlqd/jUyeEY7+tB+32ndsE/MvSEy+9xsdNgnCdOguZgm6uEqRczDVWzEw1Uw3kFl"
    "JqbFTPu82hDlS62RPz4Mmwz2vybsz4C22L+EDujbbv/DNRppDNocurhIoYuLWF1cBHWxJ/"
    "vze7TdYEzw6cVldN+ORnQlsanevLtMTZfnKfrr5Xlsh+WPAvgqf0XMHLHd1asOfRWiJxMj"
    "+y7SzKysVnxk30Vodg2QHhnsPr9glTrvjg/0ucAWRwY3hRb3TCOpD/X5e2MZyeAHgtVaPA"
    "lsP65nJn8NTywF5ztTJNPSCT9nx9lSSZvOMF38w0C8EfsKtJNLaWC9weT4tcO/UjInhllH"
    "yiOimolM/EQownN+rdpYIwZi/rZ9l5piuHY8enRvY6PsWRTxu5PvsJ79BaK3lERvGS3VHV"
    "oAxZuqQPwC8QfE366JP51Mtedco9AvWcAoLJk+9n2slSuC/H7NDSv3OS9YmaW/X+UGL9yU"
    "D564cykKZjYhN+8ktrKzn3CEOhoy51qgKr+NWcWzsGFZXLM5IgWYG6YzFPhdv2BHltOOXG"
    "oocn6NMSVFoYO+yI9QOSt4gsgLodufFSkCOWYjGVHAxTswK4kKnOUMbAylOpp8kXA0+SJ8"
    "NBk8mMOzqoDA3vlqCwT2wRHYnww8TvIenOfZvQdrKbfWe/jCbfo5NhDzN2THiFcVSjgHjJ"
    "GMF78j9m5mevymUXXBc8bpOpFYX+HxwJRfgKk8E/SDTbOmYvIw4VdTZcw6E598z1+HvYrN"
    "vy46rbnXF/jLeC2dPBKd8JESPCAbGbVcR9/4Raqya395RY4PNIS45tK6KRDXDHHNYBxCXD"
    "PoH7Y39n6ZE6JpXTMmLQXi1a8cAXKWigA5SyBAzsIEiGDppSXnBJGD5jVd0zwi98YNkZQp"
    "VqPhE8WC+DlyR658xRBsNdt3jdtXJ+f180C+JPFG0yAD6vkuGWYAn1AFAzlOTtNMBKxW7E"
    "RgPwskNlFUlY1rc6Jr1niSZT4ISx4yZx99Ej8xpZonssWEasuSvcqoFsgU6PIR2QwzUQyM"
    "srxGGfDm5VEBN3jz60GQBmXAJkbpNzFih0DxWN+6rVYdb2EKSAO6vYIWiPayvf1aeFPDLF"
    "ocJdiZ+/VfHQdmSg=="
)
