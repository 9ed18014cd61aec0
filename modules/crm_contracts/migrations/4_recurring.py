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
    "eJztXW1z2joW/isaPqUzaSaQpMmmOztDCL1lm0CWkPbelo4rbAGeGInKchL2bv/7Sn4B+Q"
    "XHdnlHn9rIemzzHEk+5+iR9HdJpyNNJ5hRqDP76Mq0LBMP7ijpWWhUugR/lzAcIf6f9IqH"
    "oATH41g1Uc4grxG7ovW8G2hj6Q49273IK/ehZSNeZCBbp+aYmQSLW1QBRbpDKQcCjkaADS"
    "EDOnEsA2DCQA8BfQjpABlHoMHAMzSZ/R5AywKEDRG1wYAAgo/Ewwyi86fxGy34vg42fzpI"
    "Y2SAxCV+92/febGJDfSCbPHnt5LNIEOismmU+MVvpYAWjRckFYt3Ete+i1uNH7W+iSwjZB"
    "0P6JZrbDJ2y67MQQOzD25d8Yt7nH7LGeFZ/fGEDQmeAkzMROkAYUT5G4onMOoIO2DHsnw7"
    "BqbxfuisivcLJYyB+tCxhDUF2nuBWVlJ05qtjnZf72haKWbpACEZyS/inIhWwl/VdgkYiF"
    "d4+49K5eTkvHJ88u7i7PT8/Ozi+ILXdd83fun8l/cyM7a8W7mcNf5oNDvihQhn3mu4ouCX"
    "i4EMeijXkDP2KXoybfHmMRvMNYAMed0MAelpdggKZoaY9aKA9fJyzVApn56fXpy8O52yPy"
    "1JIz0gWB5skPjlGmRxSq/5FWaOUDKvYWSEWcOHHgX/WRbPpX/2HawLFsHAgfjFPNItoj8e"
    "YfL8r9KSbJBCcKdxW7/vVG/vxO1Htv3TcomsduriSsUtnURKD969CXeD6U3Al0bnIxB/gq"
    "+tZt3lmdhsQN0nzup1vpbEO0GHEY3/cA0aMllBcVAUsr8zNgraP4xU9t9O+we9uDfR8n7Z"
    "YtBCo6v/Dctl9B35zM2sINyOOPk17gklUx/UjzDOf8jS+tmyOlNpBF80C+EBG/I/T46PU8"
    "j8XG3XPlbbB7xWpMs0/UsV71qYXd5O7SSXQfBbx87I5bjB3wpiHSX4DwF6dWznb+ClZkvj"
    "Y0G7w8FE4z+Fsi6+q7cbretLMEbUJEYXV29bD01eA46I43XOvPYpVzKYp1yZax1xKWycqY"
    "texDZT8Ao7AhkjnLMzlFp39eYlEMgurt3Uq+06twonB1JkFDHDRQYrXMw1wkXUBpGoKMcn"
    "IAxcnXu9c1+AWARazA4SWhkjlzFEwN9/TAw6A3bjNvlAKDIH+BOaxMapCP3hpE5NuuOWWe"
    "RX0PaC0pkPR+HzNGESHRo4FQayEHPJaHO3td2odUrzu8Diub7x77rrfEtDwBzSRVPvQf3x"
    "GVJDC7V5cYVUSKRkWjd+aVQZRUsghgOXJvF7xNtHzOGm90rzE55+hcPciU59BsyQ3/R8Ik"
    "D6ACbmJJ+hDQbmE8KAOAz0CQV+IpW7T2P+ITfeEmxNDgHhAHEVQX3owSE2gOuAJaU/V/XY"
    "hOzot3gP897Gcxe9nKeUPlUp0I1MgYZsFrODyNkkWyGKS8vYbO84mcSzSLRE3C2fDN6fCl"
    "Doo/aawFkImX0cmGGUb1o4UPjpQMxMNklot0g3R9BK5l6GRRuuhzvy8duXs0trufVa47Z6"
    "c1A5Pjx142H7p2V6/lAQJ5/G8kVqTmTPc+IqFt/4WFwFiTsdJAb5kZQwUUqh5A0UZehroe"
    "J8G2QRoOiOzcgI0YjehDzjWFlMq8I/11a4gDDv8yxBKP893uxEUMi902iRzbsE/yrNClVo"
    "t5GhnVK3KHWL8uSUukXZf1GevFK3bEDKAjujHqJx+ufrW2aIQhP7UdbX61pEBC6Z9C0p8p"
    "ZotmLqJmYldwrYZD1LQXormfRDlRT9UCWuH9o6iYpBYZ/l/D6UrtvVD51L4GK7uNZqfmi0"
    "b12dCsF9k46QEBDVOo3P9UvAAybzCXVxvXktavCQQ1ytVZu1+s2NixFcWFYxdcviRUZing"
    "1hPSFpOr+byJgd7CknWcah+cNQbBQKYtPsX9gpZHVxy/FOfVdtp1eAdhmlmC/GPIMvOdu6"
    "B1B8F+N7giC1EkbvNMpnGMV6wfFFTi9mnSMPgX5zinzDoqd8M+RSHjYrdxJkn5ljiI5M7E"
    "bf+fiLAfeZxVDSP3PvlUH7zN4YTkYIM22EOAcJqaNswV/8LiuMAnsQP2qcAGz3vVxKnmjw"
    "qtr8pHXa1eb9h3r7EoTuxePAm8Zd9S8eB1om/4ld/KXOwwIePD4jfQhF9PixXvvEo8Ah0h"
    "9FXHj/UYSE9rBINFjJFtGnBPTRWMXET8TUxRsUNGvoBiu0qDxxmceYPJjnpqx13FjevQM3"
    "ysN9p3UrbBvMURYxzoIXolgQDxw4KJxskfErtMt/h1qtmdcoXz9y0CVwsSKTItIoXXzV6v"
    "C+0iOsUF85y2COs7nmOIuagzhUE18EyAjNlTuJAXduoWI5U6KxnJJoLMcTjWyIzIKMJ0AV"
    "55k45z6jHWe6g17mhfIBYAf4TZvrq//ZCU3zBSwe3Fb/fBOa6rtpNf8Iqkus125aV0lkay"
    "jBJX2Fbx+jKM9NOcQYJSSr5vM9BSiyi5Gds33LGEV5bsrHkDITJYzg/75vNecs45hBoiGu"
    "qTPwP2CZ9hZO7qcwL7hIZz5K8mFYjCFuEGU+om3MIa0IA5U4unCGVtaRZudfRilVy6KE6V"
    "IU/XuadIqOatLNtqwjZJaihweBDOvD3Wb7O/T6EroHOxOxG9bIs/Iqd+5Nlva7Ky1el/cH"
    "CzJySvyD1SFZVoKLuu8BD6CBN0TaoE/JCPzgrWhIqEbwD0AwgBS5dfzl2MDWh8hwLBRdyk"
    "0wf8gjGjPQm4AfQq1p/0haCL6ip2ZapJC8KeaYEsPxStWCgc1cMCC/fMwM85NFEdgORB0r"
    "2EWM/9AEFfl8koP6O8fu4idkNmFNczHGy2sIo4M1zeXTHGuaRWvUxtTUE+ZW0sbrME4paY"
    "rFaYZp68n7JaQ2cBm2pgZ+fHR8vMY2fnZYydzEGR+kaKJSO5VkGbYmkt9tD8nbsu/Hbo0f"
    "nqOPcNLonXUXU/kOK/RJMMEoZ9suNVvNOjcAR3bxtdCZGJ7IpP5JSEzQYxfftppinnzEI5"
    "dhF//nodruCCkD9wgoEwKVv+pV/qeQgEZDrzWoGvhDEH1K0mnf81HFmh8rSbidWdt7Ujl/"
    "N+0r4o+03nHPh6ebeHfwo+GifUGCr7AjQONJepvMfaF6/Vksq7kEPr6Lq+02b933vIR3aE"
    "jtLn64r/7Bazi2L31Zc3vvU4Q0b6+shHmZ9DYfxe7MF2MR7V6H45wzLR5AJfmLfnhNrFuO"
    "gZJ2iUvzKWXYuhz3bYlM/U31crftME418aJNfJpwTmjjc3XiIdA+68QtaLOc3EmQfWYOox"
    "fmf+nj7M3t9RHUzrgHi9vyxjs+TWNDSpzBME/DTIDufQM1HJSze0dg+8yg36By+qwz0M70"
    "7hV/0ntiAjiRd0IsBHEy8RIqQnyPw5bF/LRkta31qtW6EXeeKuKuGlGx4cPtVb19UI44sk"
    "nLZMl4nJttCaXYzsG2Oqtm7cOLJAzJZYEwTkVsi1IequNpVnE8jd96F8fy3eyG29Xqs3Ic"
    "7u+bKEZ0bWVZYo12ab4WUa51mFuKaEbQWc6mgZQJhZ9Q/vlLyMHYgvgSQNA3ucX9E/wOAa"
    "G8yB4KmSCv/yxOkBEguZINuBPyhBIPo1nWcwqqDpXKcCNVhpwblDB5mXI8aQDYOe3bUpag"
    "5s8xqPRCyZsB0FFuUZWE2sODUJTWZzNHXxXgqgBrKyyy2ABrrd5/EIDN9/ylEC2n1y9Fi0"
    "s+YsR9c+VAr3v8SHOg1bke6lyPEM/qXAd1roeyvzrXYxs/c7JfbOQ6eCKov5is0AYd6nGa"
    "JSl0Oj8nFA+9A6cuK7VB/R08qGApR3qIfxP3aUqneHe2aVoBx2rB9NIWTKvVvGv97qnTZG"
    "I7LmTZbyHHaTJqKe8K0vvuIU4JA0iabG0GWqFqLfDstkq0FksorzfXCR0blVIyne71w/x5"
    "zinuVV3DNZzY3r5FARwwISQQogJMGPCFv0egSQB7JpGq5AlRC47jMobF3baAamF22onKvW"
    "5m7nXth9hs2oc73xy7OsWmKHMUQTvftlwzxM6FQGeZAsyzlADzLB5gqlmAPc8CK6WEUkps"
    "rkV2SCnx4O4sMj96eAh2HskZPUx3LHk9evgifPpnaAMebxieEy+2UHU3SRX7A70H/Nnc9X"
    "hLsDU55A4+pUjnbUVsiIrRAIqwFfg7BprIBgcjc8Abkxh8T9/Eo4rlPy4h2pDCi2ADW4r6"
    "yNu26XsWBbXYt1W8se9/BUVeDKR2ct3cMEVJRJRERDmHSiKi7L+o4EBJRDZgqixwYzKvHP"
    "Lr71wCZDlbktu5D/iVIHud19zaLcfXu3wo185us9glxwgQAu3gTHk5kxqknCIHKcf1IGJH"
    "02J7PsWR+5yztxI1B6kT4gFEbeKSZxOXaT4in2Mmw5RTplYYbr8JhMNb3A4SWhlDTWJs/C"
    "TG3C6weK6Dg+N2nW9pCMhCuvsFXSDb0/tt14c3M82yx7EBM3O//g91756o"
)
