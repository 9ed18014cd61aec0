"""Amendments, automatic renewal, reminders, and what is delivered."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        CREATE TABLE IF NOT EXISTS "crm_contracts_price_index" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "name" VARCHAR(100) NOT NULL UNIQUE,
    "name_zh" VARCHAR(100) NOT NULL,
    "active" BOOL NOT NULL
);
COMMENT ON TABLE "crm_contracts_price_index" IS 'A series of monthly values that contracts name, such as a consumer price index (价格指数).';
        CREATE TABLE IF NOT EXISTS "crm_contracts_index_value" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "month" DATE NOT NULL,
    "value" DECIMAL(14,4) NOT NULL,
    "price_index_id" BIGINT NOT NULL REFERENCES "crm_contracts_price_index" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_crm_contrac_price_i_d6f0ba" UNIQUE ("price_index_id", "month")
);
CREATE INDEX IF NOT EXISTS "idx_crm_contrac_month_ff2b67" ON "crm_contracts_index_value" ("month", "id");
        CREATE TABLE IF NOT EXISTS "crm_contracts_reminder" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "kind" VARCHAR(6) NOT NULL,
    "day" DATE NOT NULL,
    "days_before" SMALLINT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "contract_id" BIGINT NOT NULL REFERENCES "crm_contracts_contract" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_crm_contrac_contrac_941e2b" UNIQUE ("contract_id", "kind", "day", "days_before")
);
COMMENT ON COLUMN "crm_contracts_reminder"."kind" IS 'EXPIRY: expiry\nNOTICE: notice';
COMMENT ON TABLE "crm_contracts_reminder" IS 'That the owner of a contract was told of a day, so many days before it: once for each.';
        CREATE TABLE IF NOT EXISTS "crm_contracts_renewal_problem" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "title" VARCHAR(200) NOT NULL,
    "due_on" DATE NOT NULL,
    "reason" VARCHAR(8) NOT NULL,
    "state" VARCHAR(8) NOT NULL,
    "contract_id" BIGINT NOT NULL REFERENCES "crm_contracts_contract" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_crm_contrac_state_c64e12" ON "crm_contracts_renewal_problem" ("state", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_contrac_contrac_287dea" ON "crm_contracts_renewal_problem" ("contract_id", "id");
COMMENT ON COLUMN "crm_contracts_renewal_problem"."reason" IS 'BASE: base\nVALUE: value\nDRAFT: draft\nPAUSED: paused\nFAILED: failed';
COMMENT ON COLUMN "crm_contracts_renewal_problem"."state" IS 'OPEN: open\nCLEARED: cleared';
COMMENT ON TABLE "crm_contracts_renewal_problem" IS 'A contract that should have gone on and waits. All others go on.';
        CREATE TABLE IF NOT EXISTS "crm_contracts_delivery" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "what" VARCHAR(300) NOT NULL,
    "quantity" DECIMAL(14,4) NOT NULL,
    "due_on" DATE NOT NULL,
    "delivered" DECIMAL(14,4) NOT NULL,
    "delivered_on" DATE,
    "accepted_on" DATE,
    "accepted_by" VARCHAR(100) NOT NULL,
    "state" VARCHAR(9) NOT NULL,
    "note" VARCHAR(500) NOT NULL,
    "told_late_for" DATE,
    "contract_id" BIGINT NOT NULL REFERENCES "crm_contracts_contract" ("id") ON DELETE RESTRICT,
    "contract_line_id" BIGINT REFERENCES "crm_contracts_line" ("id") ON DELETE SET NULL,
    "responsible_id" BIGINT REFERENCES "guanxi_user" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_crm_contrac_contrac_02092c" ON "crm_contracts_delivery" ("contract_id", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_contrac_due_on_a3d1b3" ON "crm_contracts_delivery" ("due_on", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_contrac_state_627cc9" ON "crm_contracts_delivery" ("state", "due_on");
CREATE INDEX IF NOT EXISTS "idx_crm_contrac_respons_34e672" ON "crm_contracts_delivery" ("responsible_id");
COMMENT ON COLUMN "crm_contracts_delivery"."state" IS 'PLANNED: planned\nPARTLY: partly\nDELIVERED: delivered\nACCEPTED: accepted';
        ALTER TABLE "crm_contracts_contract" ADD "renewed_unsigned" BOOL NOT NULL DEFAULT False;
        ALTER TABLE "crm_contracts_contract" ADD "notice_given_on" DATE;
        ALTER TABLE "crm_contracts_contract" ADD "index_month" DATE;
        ALTER TABLE "crm_contracts_contract" ADD "counted_from" DATE;
        ALTER TABLE "crm_contracts_contract" ADD "price_revision" VARCHAR(7) NOT NULL DEFAULT 'none';
        ALTER TABLE "crm_contracts_contract" ADD "revision_percent" DECIMAL(6,2);
        ALTER TABLE "crm_contracts_contract" ADD "notice_by" VARCHAR(8);
        ALTER TABLE "crm_contracts_contract" ADD "amended_on" DATE;
        ALTER TABLE "crm_contracts_contract" ADD "price_index_id" BIGINT;
        ALTER TABLE "crm_contracts_contract" ADD "notice_days" SMALLINT NOT NULL DEFAULT 30;
        ALTER TABLE "crm_contracts_contract" ADD "version" SMALLINT NOT NULL DEFAULT 1;
        ALTER TABLE "crm_contracts_contract" ADD "delivery" VARCHAR(9) NOT NULL DEFAULT 'none';
        ALTER TABLE "crm_contracts_contract" ADD "renewal" VARCHAR(9) NOT NULL DEFAULT 'none';
        ALTER TABLE "crm_contracts_contract" ADD "amends_id" BIGINT;
        ALTER TABLE "crm_contracts_contract" ADD "term_months" SMALLINT;
        COMMENT ON COLUMN "crm_contracts_contract"."state" IS 'DRAFT: draft\nIN_REVIEW: in_review\nAPPROVED: approved\nSENT: sent\nSIGNED: signed\nACTIVE: active\nSUSPENDED: suspended\nEXPIRED: expired\nTERMINATED: terminated\nRENEWED: renewed\nAMENDED: amended\nCANCELLED: cancelled';
        COMMENT ON COLUMN crm_contracts_contract."price_revision" IS 'NONE: none\nPERCENT: percent\nINDEX: index';
COMMENT ON COLUMN crm_contracts_contract."notice_by" IS 'US: us\nCUSTOMER: customer';
COMMENT ON COLUMN crm_contracts_contract."delivery" IS 'NONE: none\nPLANNED: planned\nPARTLY: partly\nDELIVERED: delivered\nACCEPTED: accepted\nLATE: late';
COMMENT ON COLUMN crm_contracts_contract."renewal" IS 'NONE: none\nAUTOMATIC: automatic\nSTOPPED: stopped';
        ALTER TABLE "crm_contracts_contract" ADD CONSTRAINT "fk_crm_cont_crm_cont_9d5d25c7" FOREIGN KEY ("price_index_id") REFERENCES "crm_contracts_price_index" ("id") ON DELETE RESTRICT;
        ALTER TABLE "crm_contracts_contract" ADD CONSTRAINT "fk_crm_cont_crm_cont_fd5c0224" FOREIGN KEY ("amends_id") REFERENCES "crm_contracts_contract" ("id") ON DELETE RESTRICT;
        CREATE INDEX IF NOT EXISTS "idx_crm_contrac_deliver_b1f29d" ON "crm_contracts_contract" ("delivery", "id");
        CREATE INDEX IF NOT EXISTS "idx_crm_contrac_amends__a90e90" ON "crm_contracts_contract" ("amends_id");
        CREATE UNIQUE INDEX crm_contracts_contract_next_version ON crm_contracts_contract (amends_id)
            WHERE amends_id IS NOT NULL AND state <> 'cancelled';
        CREATE INDEX crm_contracts_contract_goes_on ON crm_contracts_contract (ends_on, id) WHERE renewal = 'automatic';
        CREATE INDEX crm_contracts_contract_index ON crm_contracts_contract (price_index_id)
            WHERE price_index_id IS NOT NULL;
        CREATE INDEX crm_contracts_delivery_line ON crm_contracts_delivery (contract_line_id)
            WHERE contract_line_id IS NOT NULL;
        CREATE UNIQUE INDEX crm_contracts_renewal_problem_open ON crm_contracts_renewal_problem (contract_id)
            WHERE state = 'open';
        ALTER TABLE crm_contracts_contract
            ADD CONSTRAINT crm_contracts_contract_version CHECK (version >= 1 AND (version = 1 OR amends_id IS NOT NULL)),
            ADD CONSTRAINT crm_contracts_contract_renewal CHECK (
                notice_days BETWEEN 0 AND 999 AND term_months BETWEEN 1 AND 600 AND revision_percent >= -100
                AND (renewal = 'stopped') = (notice_given_on IS NOT NULL)
                AND (notice_given_on IS NULL) = (notice_by IS NULL)),
            ADD CONSTRAINT crm_contracts_contract_index_month CHECK (extract(day FROM index_month) = 1);
        ALTER TABLE crm_contracts_index_value
            ADD CONSTRAINT crm_contracts_index_value_month CHECK (value > 0 AND extract(day FROM month) = 1);
        ALTER TABLE crm_contracts_delivery
            ADD CONSTRAINT crm_contracts_delivery_quantity CHECK (quantity > 0 AND delivered BETWEEN 0 AND quantity),
            ADD CONSTRAINT crm_contracts_delivery_state CHECK (state = CASE
                WHEN accepted_on IS NOT NULL THEN 'accepted' WHEN delivered = quantity THEN 'delivered'
                WHEN delivered > 0 THEN 'partly' ELSE 'planned' END
                AND (accepted_on IS NULL OR delivered = quantity));"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        UPDATE crm_contracts_contract SET state = 'terminated' WHERE state = 'amended';
        ALTER TABLE crm_contracts_contract
            DROP CONSTRAINT crm_contracts_contract_index_month,
            DROP CONSTRAINT crm_contracts_contract_renewal,
            DROP CONSTRAINT crm_contracts_contract_version;
        DROP INDEX crm_contracts_contract_index;
        DROP INDEX crm_contracts_contract_goes_on;
        DROP INDEX crm_contracts_contract_next_version;
        DROP INDEX IF EXISTS "idx_crm_contrac_amends__a90e90";
        DROP INDEX IF EXISTS "idx_crm_contrac_deliver_b1f29d";
        ALTER TABLE "crm_contracts_contract" DROP CONSTRAINT IF EXISTS "fk_crm_cont_crm_cont_fd5c0224";
        ALTER TABLE "crm_contracts_contract" DROP CONSTRAINT IF EXISTS "fk_crm_cont_crm_cont_9d5d25c7";
        ALTER TABLE "crm_contracts_contract" DROP COLUMN "renewed_unsigned";
        ALTER TABLE "crm_contracts_contract" DROP COLUMN "notice_given_on";
        ALTER TABLE "crm_contracts_contract" DROP COLUMN "index_month";
        ALTER TABLE "crm_contracts_contract" DROP COLUMN "counted_from";
        ALTER TABLE "crm_contracts_contract" DROP COLUMN "price_revision";
        ALTER TABLE "crm_contracts_contract" DROP COLUMN "revision_percent";
        ALTER TABLE "crm_contracts_contract" DROP COLUMN "notice_by";
        ALTER TABLE "crm_contracts_contract" DROP COLUMN "amended_on";
        ALTER TABLE "crm_contracts_contract" DROP COLUMN "price_index_id";
        ALTER TABLE "crm_contracts_contract" DROP COLUMN "notice_days";
        ALTER TABLE "crm_contracts_contract" DROP COLUMN "version";
        ALTER TABLE "crm_contracts_contract" DROP COLUMN "delivery";
        ALTER TABLE "crm_contracts_contract" DROP COLUMN "renewal";
        ALTER TABLE "crm_contracts_contract" DROP COLUMN "amends_id";
        ALTER TABLE "crm_contracts_contract" DROP COLUMN "term_months";
        COMMENT ON COLUMN "crm_contracts_contract"."state" IS 'DRAFT: draft\nIN_REVIEW: in_review\nAPPROVED: approved\nSENT: sent\nSIGNED: signed\nACTIVE: active\nSUSPENDED: suspended\nEXPIRED: expired\nTERMINATED: terminated\nRENEWED: renewed\nCANCELLED: cancelled';
        DROP TABLE IF EXISTS "crm_contracts_delivery";
        DROP TABLE IF EXISTS "crm_contracts_renewal_problem";
        DROP TABLE IF EXISTS "crm_contracts_reminder";
        DROP TABLE IF EXISTS "crm_contracts_index_value";
        DROP TABLE IF EXISTS "crm_contracts_price_index";"""


MODELS_STATE = (
    "eJztXfuT2riy/ldU/HKzVZypzDNZ9tatIgybcJaBuQyT7INTRGPE4DtGZv0Ywp6z//uV/A"
    "D5iewYMKZ/SQZbLcPXstT9dav175pizMeKTi0DK5Z59kHVNJU+3xv6k0bmtQb6d43iOWF/"
    "pDesoxpeLCLN+HULsxaRO+Mnt4PxQujhyXRussZTrJmEXZoQUzHUhaXqlHfRRAZRbMNggo"
    "hJE2TNsIUU3dYmiOoWeiJImWHjmUzOUMdCS6xa5k8IaxrSrRkxTPSsI52e8YdNdIU9jXVU"
    "cL82Vf+0ydjSnwm/xXr/41/sskon5Bsx+cc/aqaFLcIbq5Mau/lHzYdlzC7EXebfid/7F+"
    "9q8TKeqkSbBLTjCjrXx9Zq4Vz7oD53qPWz05b/4icGv2bP6ab9YmXNdLoWUKnFrz4TSgz2"
    "DfkTLMPmeqC2pnl69FXj/tBNE/cXCjITMsW2xrXJpd0vsLlWG497/eH4oT0cj2sRTfsSgp"
    "K8SwwTPkrYVzUdAJ75V/jHjxcXl5fvLt5e3ry/vnr37vr92/esrfN9o7fe/e1+mQ1ablcO"
    "Zp2Pnd6QfyGdIe8OXH7hb0cGW9iVchS5Qd8gr6rJv3lEB4kKEEW2q8EHPU0P/oWNIjZvkY"
    "/6+W7VcHF+9e7q/eXN1Rr99ZU00H2AxcmG8F8+xlYU0lt2x1LnJB7XoGQI2Ykneub/sSuc"
    "a/89tanCUUTPNqbf1DNF05WXM6ov/6e2Ix2kADzs3LUfhs27e9793DT/1Bwgm8M2v3PhXF"
    "2Frr65+SH4Gqw7QV86w0+If0S/93ttB2fdtJ4N54mbdsPfa/w7YdvSx+yHj/FEBMu/7F8K"
    "6N9eTHLqPygJ+j9O/ftv8dNqnHVli4jmml29NSyT0iuyzG20wM2OKPgtZgnFQ++3DyHOfs"
    "jO3rNdvUy1Of421gh9tmbs4+Xbtylgfm4OWp+agzesVeiV6Xm3Ltx7QXTZODXjTAaOb5va"
    "cwfjDvtWmCokxn7wpfeHdvYBXuv1x2wuGAyZsD5mP8WwRvS+Pej0bxtoQQxVn4xo867/2G"
    "Mt8Fy33Zczq37OLyTUc36RqB1+K6ictYmeRzdr4T2+CPqC0IwvQ61/3+41EJcc0Va33Ry0"
    "mVYYONggkzxqeC+hhfeJSngf1kHIK8qwBAQF92deV24FiHig+fQgSIMyMimDO/zTl1in00"
    "c3qpOfdYOoz/QXsorMUyH4g6ROS+jxyDTytz/2/KsbG87AyzVhEp4aGBQTohHLAWPAzNZB"
    "pzWsJb8CxWPd9XqtOt7CFJAAOh/qT1h5WWJjMg6MeX5Hv9BDV9Zto7fmF/PwFUzxswMT/z"
    "3824fU4dB7tWTC02tQz0x0KhtBCX7TtYmQPkU4lpNcYhM9q6+EIt220FQ3kEekMvNpwRby"
    "yT90qq3qSGcC/C7ByswVx3SCHAMsjv7c12Nj2NE/om+Y+21cc9HlPAX6FCjQUlKgAZ1F9M"
    "A5m3gthOXSGJvjnSfjcOZES8jc8sBg71MOCD2pkwZw40LKzwMbGbBNczsKf9qYWqq1ihm3"
    "RFHnWIvHXhQLD1xX7syTPz7OLm3ktludu2b3zcXb+pXjD5t/aqprD/l+8lWEL4KYyIlz4u"
    "CLl94XByex0k6iz4+kuIkChZLVURRFt7mKyTqQSUBRbNPS58QI5ZsYbHgtzbH/kf1AOtl8"
    "ZOpgHqCxEiX0JY30EsluYQu8FrygW+6CLogYDAE3nuFfdB4evGSyl4itY8GLC0NVCBs6pg"
    "UpMoc2CCFFZpsaIEUGzEFIkQH9Q4rMES9zGy1Qe/5EjCj8yUkyG4lc2QFh1A9rWoSyZKSS"
    "ZFJyZMKUx9pylAV3LVDmpJic8F5IJSFdpCQhXcQlITGTn00FNnVt65iJRNc1gmmSiRYVD0"
    "H/xOR3hf36yn7Xig/9fjewTHzohCaK3uPdh/bgzXmI3IvOH8yhireKH+ZY0xJncEGsMpbx"
    "5cW7m/VczT+kzc4Pd81uNy5fxaZ8ZZsa+jxLCCUs951BlJItjVljKMzzXnvZsggGpU4Zv6"
    "NLHZwYeGplNLlrt4Pmz8MGcmRHtNMbD9qfO+0vDaTSMXfcyXJEm/f3g/5nnlSIFwtDfyWT"
    "EX1o81RPk1Am9dD52ON33bWDtW8NO5/brDVzC14Ju//4cN/u3TpNbHPhDLARbf9633EyFc"
    "m3hWrwK8P24K7TY5pgFy1izFXKIRrRQbvX/sIvessUTzX1+vOG64i2mr1Wu9t1Mh+5RjQt"
    "X+5j8SmoPAuDUCUmpJZs/4gyFTSBLmUMzGT7MmJe+jykvOu0Ftnfsvu2Ug6TaT/lgF2UAu"
    "TzIW/hbxnHuisAeOfDe0WwocXM3mmQb2QA9ZzzixhKkjVeA0KnbLsKMTdZ7ASRU0ZuY3dm"
    "xC8ieMoors38rC9wSO6UMfzT1rOPwoAQoDe2qaXG2KhbAVzLnTKGWFHIIvsYDImdMoIOYR"
    "HnJMluDl6L75FHojr1v0qG/cG9Nt8bTMmINh+H/bvmsNNqIB75nGNLVUb0Ydi/v3coIEtf"
    "LPKRMz9K8AY/JvIGP4Z5A6pbPOVogldmVuI+JLo/K/9yx2Z+Eey9B46z0Sjj3BEjesrzhw"
    "fHUwJ5uH0GCXRQSKB6N/jVHh8ayDZHtPXIJoq79qCB/OTGPBNFwTvYuW0/nuvUmmWeKEKi"
    "FcrQKGKmcHM+k3MK5QZ5tJcjWi3v24OWE0tZEENxwimd3m37Vx6AYU/NM/jT9OAP/neJg/"
    "9dNLXAxXXsfcGY6Txta1Cc+AluEbqpX0jvEHJ+hTtpZFk7Q2KnvG6KOe55ZhRR/pjmkm6z"
    "50RiFxqmTij2vjkYdn9jF7BhaasRvW13O5/bTtjV+41uwLbVvnfCrr7vNqJdhmoDad5gOb"
    "ClzuPMWamkjcgpvwmBrRbS2IlCp4zeAq/mfBzNCcMgJqlO0j6J9LLHOeUJ05cxA4CaU8+W"
    "zjC5fGj2fhkPB83ew8/cJA/0xaaNbue+ySYXrKnsJ47olzZ7fZklsyTKDDNDpvWp3fqFGf"
    "IzorzwDI2HTzw5w5zlmVAu5JImU3Imo6vsq64q/BvkVGuggz1qVNxglkWZrX6PqbLFFOT3"
    "UFJ3iy1ezzZ+zp18JcrvUS9/zcatXlal/P6JCTWQIzuivI4br+L2oT9k78qTbuV6V64l1H"
    "GdqI7rsDp02xjzFQFbepJFFb+MRAQrV1DyXCqX+zwll/s8msttzYiaE/EYUcBcCnNizGO4"
    "nSH5lsLrxDE6x4hv2naq9q9OqsY6Rd5H8c1d81cH4PVuqm6/99FvLqDe6vY/xIE9JjEm6R"
    "a8PRmAPDPk3B2MSRtLxnstAGDnAzvj+BZlAPLMkHN+QyUxM/g/H/q9eMQFkbCLqyoW+g/i"
    "pQgq5eByLNKRD4NcD+535R2EkVc0bJtk7O1kyqSBGFHQRH5NsG9kOzxD4ma0xChVnOgBM1"
    "fffoetWHB5BgaIOl2NLf0lbj5PtsTDcpXbJCyzT+YyeZ/MZWSfzKZMTQTm9LJ/gliFwqv7"
    "rhAeLCUkj39IEGqR5VbBxMBLmhl/UQqGf17sxQJY8tiLUoB9Xuzd9A03ep1VA1FZ0MP36c"
    "EvwJZDDYIoaCGvFjbF+zJpICAG6Ofedkawlhl7QQiQz72tlcwXPNskM/ohQdDAd2vAIwHy"
    "ayLYAWgkt0aYTHYtbIQA+SzI84qzSXWhheSIoCayloQ2yFlL6OzIHOO//cG2rRJ0kBSQOJ"
    "7JcaW+B16v+OSjKQVsyQa5LK6iwykBqoPNdw/ZcE3soddrNSEWpk8JhB32pXiIe+viktUE"
    "WSStJFB2nZviYa4uwAF3UAJhl0UHhOURDsQdJBDeUCTFoXzP++wec3B0K8wRZkka6vX+qQ"
    "Kx7vh9VhlskU2VMTI8r684qIdCj9UEOsRZZEA5Obj/vWh/3nRccdCD9IQE+JzgKw7wB3LE"
    "exy3oiyQoWU++8c5iqkhBsBTT2zKeAaQf3yUzFGxvO1PyJoR5HI4JuLVi9FXNpZmujHW6V"
    "ekU4QN4rTxzmtFpjIjE1sj4bNedcoe8kIWFnpaoa/8JAbza9xJsXt6qtQpRsGznDfnAekT"
    "W4HDgA7ORyYfBiR++YgaknOjQmIVSHcNH6Agd4JC2hEKkR0K7IfGeA7JIPvtK4du8TsBy3"
    "DoaT7Ez3cFuURFg/OrDIee8tE4dtyLbPN1UA6KqeaLIznucw70g3IQTcqd2aeaSvyB1qkT"
    "jCh2oAnm7dnbtwecY64zVE2x2CJhxPIQqSCLYgcC+eZ4QD6Wg9mrNX+7jhahcfO3bCVJsY"
    "cjKmlzywtMTNzqEu1feG0J8jKid/0e3yDv1Doa0f99bA6GvIYBs8gMi1em+K3dZB95Ffaw"
    "6ytjYRZczoA9hBivcQxSeuk4UQ5OhxIA9diIvO+CIL7HFwFPXoVvI/0uNG8/85NtGsiTH9"
    "HmYMBG9wO7wl5obJgj+vjQ/Njm5RO9mhcHHu9TgxBe7U3V4yKK6WM+LFuZFaOQU9HwItvK"
    "6wmA4Z534VWpotkTEkMyptqUotihDPdjYQbcl32ceWwH5WCI5x3ia8I/Zownl3gXhU65QJ"
    "yGzayFCQWRU0aOkm+Wt9JH0Uuuux6Uqox5UNh+dYWZwM+EtZsZuv2cqX5sjOjJD9CJTbJW"
    "sA+KnTKC3oDKaLNuhCrzdu95SX/iAfhY3NPOABek4OjvDEd/C+eZZEBbkAK0M6AdShbJMK"
    "8EBaFORe7pRUjMyaSBoBx4bEXtTRNS7feevF+2N0J6g1pwNpBKKndGb3Eo3286PK5RL59N"
    "Lr7vZU4GHboK2pYM6m98y5gM6u/C25oMmqyB7WmUkCFZygzJ5KONUip5JJ5jdLxhv+L4DY"
    "PwXz7Gcck0nnOdYAAGJNP8cv7Hzoj5/57aVOEoIm/HssL9rjOqL//nAJT9sHPHpuLm3X3A"
    "POe+PL9z4Vxdha6+uQnFAtedoC+d4SfEP6Lf+722g7NQtHLdbvg7X1tr/HTIMfvhYzwRwf"
    "Iv+5eCiYSLSU79ByVB/8epf/8tflpl9wDDouCC5HUBnf8j4Ccno/vti8m3KFEZ1J0cRsD/"
    "H/8Vw92nA+yJVC7hfycYMztcfY1Lh04j7TZCe+Ts/MF9VJRdhK84qJ/n+OSaxitc15LdPL"
    "FVPbOXp4akJXb+8Qr0fCcd32HnnRHmnNzXQBhNVTYekJs6W0e6wS6ZM74dj7VfzrDlCImN"
    "TMTG7SuJ2+u3s+fk3N0HvmopfVWGDUk4qj4pk8ETgCVHZsnJHkuGMDK/lO/c4dM+bhj2dJ"
    "Rz9oVAJgTSjkIjxQbSDmr9+4G2ZMtfCMVltPqFqOBOwzt/rCkUvzwGL+ABNnUZppQ0mxri"
    "PxD/CeAM/D/Ef0D/EP85xmVONJUnmeI/fvvKxX+uZHiiq2SaKOqNHza0dujRHKr0JFfqKa"
    "3WU3xwLdtZjoJI5ZjOnWAMtcp2VqsMCmkd9pRMp4hKTKW4lLVPkKngJH0pMcIvkwsdQhWn"
    "QzD+kPywr/1KAk0nP1kLQuCjFMTu+yWZC9284ZeHPi59yHL7wjAsI68fOixn+/6Nzak6GV"
    "l+uhHcmtbTfiXGCrkSyOIZNEtsIsKuomc2f1Kk21Ydmbp7j+roGS+QShF2ypX9l4lMYqiE"
    "/WfhlYlsSr4tNKYjMolm9uz2UTJBiZmuTdYHUvmRCdaduxD79dc8+CBGATEKiFFAjKLyHD"
    "XEKE5b/xCjKANXszHapHnetUTl4hSXcidSpBxIEeYQfOMuCG56dU9fpko5a0UU9lxbzNGR"
    "ur2c7Vq4zORi7XbQ/NJrIOfgT16xtn3LC9aSyYgO2sPHQY9/NohlG5Rf+9zvsM+vujsHHr"
    "ieLZuSzWwH3GwkKhfRuJaKF12nxIuuo/Gig+bCwmLJrgQceXn8A2KAfkFUpYvq95CVJ3EY"
    "emDwSVTwOWh+95FifATp3c3FwtD5MQnJBPC6ST0z9YtF0a3k7xdOtOqUIIMfkojNFxNNdc"
    "O54nd5hprrv11iVtHnxEQcE6cx59bIEj0Ty0SU/cGEzSj3u9Mnwb7OY1tN6sDvAr8L/B7w"
    "u6B/4Hf3bUwe6FA0ZvhkImW89mWmyXKSMjspV2BaJOZIlnSC15cBgvfkCN4vzc6w0/vYQE"
    "usWgzWEb1v926dKwtCJ86V5v39oP+ZU72uW+XSv/9st4Yu/ft/RLH4tdtB//6eX5oY6yrp"
    "ByaBsWmqz5SfjqFnmXRCYmXWYJk2EPCc3UkuCysoWYCFVbK1tlJ2lD6fxxZ2SdtIthaB0I"
    "pMaMWbaLNT+yFBsFPz2qnYfMnnK4QEQQP5d6tCqZ0Dq8BflnO8BhFReBFyu8y6ln0ziiAE"
    "yBcU4YVSUwXHIlvNh1bztl2LtX0gkr4F2ZCtJxFL55NCAbAOvG6qCaswc0pA6pt7MFq3jd"
    "agXSwB7caEAHC3gBuxtsqc8jGwHai3pX0MPOY/Z+rH2I8cbM//8FdhE1k6Ws5UZYawprnJ"
    "F6qF+Nc0Ofep8W13S0z5VRP5D+IJG046h7tfz2lMdWvG9IpUN7+D9RbNBdnbU+EYqhKbm3"
    "UEKSDb1AApIJACACkgoH9IATniZa4stfJKtL3vhBNAdmwxFJH9AVXDdl01bK5SdW7Ps03E"
    "ghBMwbkDO6qpxB8fklqvTRSD41kaUKytFMXaIFni0NPJQSKUpVsqDwI9l8kMvSAEg76g4L"
    "CDYEQL3xsYHnq9HpdCZMMWwjgsXfSybNPLjsKXEGwvMth+0PjaLftCz9gDICm6JjSqZ46t"
    "TYLCWwNrPxv63DuK1jAtHufiHzTM/p7gVR199TokX5EbwTTd02u/2mwsfUXM19Am6M3Ivn"
    "7C5yP75uLdjyP7ipDLkf3u6u3ND9GY2j4eKLPN2n+MN1qYy6Rq/EzQf/FKm/xZsP+6DMt5"
    "HYJvEHyD4AsE30D/EHzbt+V5GL5gyiykjOeZCyLfeaB5SX2qWM43eqL52orLgJ0oc9LghS"
    "ziLBtJAoJAFeZ+9QW/Qx5+QQigL4ortM19Mi5lU4Es5SIMPalscXeeAFy3J4sHZtQyUlkt"
    "DTPt11IOh3Eb1DNTWMpGcCt91UQW+eYV4bPIfKEx0Ey0sC1+HMvTysnH5mekNtDXf/8buT"
    "2/GdUWeMV3u49qP6C///4aJamK6zbrCfRANQHVBFQTUE1VpxqAajpt/QPVVAZ/E46bh+Pm"
    "dw8uHDd/pBg/6ZOY3Pohc43iAfbbVwDdtLW2/eswsMz6GL65a/76Q2Cp7fZ7H/3mAuatbv"
    "9DDNSxwzkd7eoM530D/kqMjA6dILE/f+7tbu2N4vy5GabPJM6SS8umF6QgnT5DOj3sXNgl"
    "1JGwQAmI1s/e5LONb/28maRy0a5jYZbbSr8m6yqG9vyjtiF2xYOrochFObzCZPIz6cDPRP"
    "gTz/s86oBkYWtl+c3qw+QknLRhXSHIF/aTppqzXOxuWBb43ePkdzd6zMHwxggDx5ub43Xt"
    "uswsuyhWpWX8wAVq1zZwQbsQ1/0dmTZkU2EC47CMiTBDLz+kluyarZvUM3tllii6NR1mOC"
    "PIIsbcRPoUYfTCdMv/8ruro6VqzdArNlT+NLPO70xULm0izNq6YMecillkx5ASczQTWT3F"
    "K4SUGEiJAZMZUmJA/wXpH1JiyuAuQd4G5G1A3sbRogv0csUBh7yNGuRtHFEyAeRtnGjehk"
    "/6bc/cCLes52YJd5m9ITKRkL9RPhcG8jcgf6OCyQTHYmBXCHLI3wAyEvI3DruaC1WLfdsu"
    "cwnpoGCVlvID15EWLOFisjjEBIEj04hsHkdoNJYxk+MXsrBudcXmNTxqye5aoFk9s6/2ws"
    "THE1FeosqJ3x4tZ7pJ0NOK1yOhhLl7yOVizhBP0eAuwBNmDQwy5fkWvLyuex/pBnIBR4a+"
    "NH/ySvBqBDmHV3o1TWbYnMVVQ9n342VSREKnVkOmSGn9T8gUgUwRMM4hUwT0X5D+IVOkDI"
    "4ZT4KNgs/TGNrUnkccgIAafNky81O1h3Zv2EAmr2hHHzofe+1b9om5N2TCPreaPfZJwTRs"
    "LspkPbyXyHl4n5jx8D6c76AxE9Nmpn1ebYjypdbI75/GLQb7XzP234i22Z+EjuiH/vBTAz"
    "3pDNocuriW0MV1oi6uw7o4kvj8EYUbzBm+uL6JH9vxiG4kdjWaD1ep6eZKYrzeXCUOWH4r"
    "hK/6V8zMkThc/eYwViF7MjWz71pmZmWtkjP7riOz65Q9nxgLQ407GDYZ5pDYQdPOSjwThC"
    "ilDFZ1ULBKU8OBt0t6wBZHtbeEHo9MI9JbJoOjsYxU+wPBWi2ZYndu1zNT66YvJsGoL1TF"
    "sg3CdzFyLlrR5wtMV/9lIt6Jc8Dc+Y0yst9h8vYHl92mZElMq47UKaK6hSz8QijCS35o3b"
    "NOTKRT96Q61fS8JDT1zrqj7F4crX6Q77CdWwcavZQ0ehn9gAPaVztY/oFWB1oVaNVDn1RP"
    "5vprrrcwKFnAW1gyfRz7u1au/Pz7LefX3Oc8vmYhf3rNLV55BTV8cffIGcxsQm7eKWxlZz"
    "/hDPV0ZC31UFN+1rWGF1HDsrhuc+RhMDfMYCjwk5TBjiynHbnWUOz8mmBKikInfUwioZOs"
    "4Aki3wnd8axIMcgxG8mMAy7ZgdlIVGCnbCjsJrXx+zpl4/d1dOM3eDCnZ1UBgX3w1RYI7J"
    "MjsB9N/JzmPbj3s3sP9lpuq/fwhdv0S2wi5m9MXCNeUynhHDBGE7z6CbFnM9PjHzrVVrwi"
    "n2EQhY0Vnm1N+fGi6itBf7Jp1lItnoT9Zq4+s8HEJ9+rH6Jexe4fF1803h8L/GG8lUGmxC"
    "D8TQlvP47NCa+jP/gxtRPP/vIvuT7QGLLGS+umQNY4ZI2DcQhZ46B/CG8c/TIn5Cp7Zows"
    "BeK3rxwBcilFgFymECCXUQJEsPRkyTlB5KR5Tc80j6lscksUdY61ePhEsTB+rtyZJ18xBN"
    "utzl2z++b8qn4VqkYlnhcbZkB93yXDDBAQqmAix/mFzETAWiVOBM69UNkYVdPYe23NDN1+"
    "nmWZD6KSp8zZx9c5SC1Y54vssVzd+spR1asL1WH0+IhshpkoBkZZXqMMePPyqIAbvPn1IE"
    "iDMiCIUfogRuIrUDzWXa/XquMtTAEyoDsraIFor/s7roVXGmbR4ihjZO5WNRXdpmy4z9W0"
    "Mk7BdvXMkbqJJ8/Gm9/B1pDdJ32J5rYyQxoxTZ6UR52NH5pqWmhhqArhwTXDS94zmI2N5n"
    "jFU/OmqjFvuJcXhj6xFcsJvtV5XSV+VdPcFL8ZNhHV0forBSJ4e336iLI7vKiTvpTdd/JH"
    "jT8U6jmVwRqoQ2QOInMQmYHIHOgfInP7tkUPw0AsiKGQuLoKqfEPQeoUwx/X9Qvp6EcuZu"
    "d7CR0Y2tz82tjV8sgLQkClFUWlcVC/h2zw1teB182RqUCWZBCGngSFUyxddu96uJJsWcmm"
    "F1mAt3Nkh92bydmIWsreTOd+PfvezLWcXHb1hu9QmMlnusU0sJ/FvEI6rfP8Z1Of8+LXK1"
    "PcUmnNyBzNdG2CWEc6G3lixvNNUoL1rp8ow8J43yCURO1gN+ZkETA0ZVhk6sDQAEMDHjow"
    "NKB/YGj2bWcexo3lxtA4Z55qRPYwbE3t7QFet1y5quxnWRuDWX68B+WAOcifEWUbPO03Zq"
    "An5wqLMhVMFb6U2TGQvF8gUqscaypzbtnMEL+qx2MclDrl5GAXCZtNqVp2ANdip4xgxKmW"
    "n2cjojDV5g/9BBiPLDoQ5UABRbHkm7FdJK/L+ux6XR6ZUmRp3cicIMGee2O4cAK90jCLr3"
    "1pCfSmyWtAbznNMtyyno9UH+NgFxL8uo6e7JVz9iN2chAbvAqhbVr6nBhOaiHPK3SSDpnB"
    "YBOkaOwZPyGdeimLBCszNOXtkG/2xpHqu3pMfLUSr2PeYG2LO/S50/nY6Tx4M4Z+B6K9TO"
    "tUHYh2INqBaAWiHfQPRPu+TVKgHqtJPfqGYvZRHhSEMZ6f8wHqrQRqEPyizHqIysLrAAzc"
    "0TFwImnwfUgb5KwldHZc4156B3JwBZQAOMS9fDfGQ2LMq4tvdFYtLcPpTCZbuE1/wsnFav"
    "oT4HY+c2Rfkem7kX3z/lIZ2e/f37w/Q00LzZl/5HCJfFRN2I93SUXOJzrEom81b0sOLr57"
    "OAewxCtzHThH4ByBcwLOEfQPnOO+DcXDEAHO/xHwk/lGv30xXONh7YpgPVSpwsjnKYWRz6"
    "OFkfn/479iCqGmA+yJVK749E4wBtZ816y57+XETNJpFWlFMahKm6EqLfN41des9X83QnvE"
    "2p+ujxZqyEWHXPT9IxiJAByY09uUXkhj9QIFGjLzem7upl80Qo7Zw+9G9vWVcj6y35GnaS"
    "w7F20itdces+XfgnPIDu2HAN22TQ1AtwHdAnQb6B/otiNe5oBuA7qtKnQbkBN7Iyc2Xkqm"
    "6TogBlN1Ual5DqpRTUDBw7S8PHEoljGfaYi/DbCVxnv4LeqZOQ+LzcWGL7qV72gi3tY90Y"
    "GzJKZzDMQMv5IzNJyRlVtikJ8c4dU+Zr+Ln/RAtGkdYTpBL4Qs2IVoElOhPUP+UomnrzoQ"
    "KkCogEMNhAroHwiV6lrpQKjEOPs3Mr7+TbKrfwNsyr4BhqNPdnz0icJ++bNuJKSGtak9j/"
    "jswXlakN/jeH7IOKBrbCnr3TYHtw30MKK/twf9Bvp9RNu/ttkC10DtER20P7cHD+0xx+lj"
    "u4Ga7BqbSwfNcat/d/fY6wx/a6BfuMh9f8BEPo5o/3E47v88fmj175lAP+xVyrwxFxIvzE"
    "Xi+3IBzONemcdyJaU80tRjRJ3b9cyUjE1lzwxtIt7WJU2mujE3+QkRzIQkZ+hWV2xecct0"
    "iRN+2ib/kgibCCOLfLO28jFFdg2ETKktVSBktqkBCBlwyIGQAf0DIXPEyxwQMlHvR4YvuE"
    "jmCy6AkNk3wIo+yTR2/fawhSwEbWQLGfjuJ+S7t4hhqVNVSU+sEFvVM3vySkhawqEXRLxz"
    "G5GizxeYrtBStWaOt70w1Fd+/4WsnOQIRMmSmMztVqeI6sxpxy+EIrzEqzrilbdNNPFd9j"
    "hHfx+PBAKg1JZRMgFg2k//R+KOAEhecASRCq4511L5qtcp+arX0XxV1TTtuCJvySBvJABj"
    "OYy37aJN9rzld9Lu0vM+TETr6BzsrZt9t+lZasMvKPrgip6yH0oMZpjEBaeTJ86QWAVnz5"
    "srmRyAq+QcgKtIbQ2iGCQG5SH5lmCEbSQqAXDae9P+dRh4ZXwg39w1f/0h8Np0+72PfnMB"
    "+Fa3/yECuDYdz3Gco59ezUSU26M/ehjoC9zFAmGZ015MgJYvAy2/xAbN9RIGBAt4B0umjS"
    "q9aQaZ66+5lByUBC2XTcvl4ncf1GeKLZ4XmczubtrUM3O7ZkBW6kxDhxitI5U6HKtuTIjB"
    "CVd1YroZU0uebKWa6IWhSn0qlguxURN/fOF39yhTh8ggrEngxEF+aCGZY+YmQ2WictK2hw"
    "1wlyj+upPyAu7YzwDvWqBy+F5cy7ANrFVyhPs6yjeoSSHu7enwvuwekWYzp2qYGfGu9R8H"
    "Dw2k24Y5osNP7Q7/JPSUlfSR4XySKZ/opoQFVlQrW71aQaZy43wn8wgbwlb+ge4L7xHrJV"
    "YtjlnGof6l2Rl2eh8byJMf0ebDL+3bBsLmC5mM6EO73WsgkxDK/u587PFb3Erh927brW7H"
    "uTIhCq8MMMnzeryXUN77RNW9j2SK8O+dw4UR5cCBKZsDE3JTOYo5/VRRFPRcZj3zSSeHjg"
    "Ux0G+Z9cuc8nwztVIoqQ8a3p2GJxPWW8zpfcmWqiBSOUO1+OivbRJjjJ9jN4EnYxyUqhzM"
    "F1L+wEWKP3ARc0rIDFNKEpgFiZ3gG/FceO9nkqoxc/6XBi/y9TKifCd3s9tAC92wsDaijw"
    "/tQQPxsVMCJ3hOGIgxNKacNjbSZVbG7aD5hfleEwMvmfM1/O2ee1r8m+Zys65l0vaSk/ai"
    "PBD3AcdZycyQWOXmnh1xEYb+QmKW0X8+9HsJOG9EwiaSqljoP0iTO9D5eIwjjkXALook+4"
    "TzekIGD+8gnOwTjK/IR0yCcnDOfKbgSSRYGdFHVBl5q6i6YUbbIINNz0emmL/9wbellmpw"
    "TJaxmGpEGdvCw0G95YoSsy7GwqiS2gfkdeFW4HjWiYl4Arp7oLMfekaW7kR0KflmnaE+df"
    "bv4I2saiJ9wfflWLwyB3dZw4v6bp8kE132uwiFl9fsNvm2UNnkyV1xCDaXM9gMRUKgSEjQ"
    "DoZsVCgSAvqHbOQjXOY2WrBUS8vEO6wFKrHnZQ9859HlP0wMPLUyzmCcYvt56FBsU2tE+/"
    "c814EbyyPa6t/dd9tDTrnxHffcU4rNeHBqXnYG/JJrDrMrfBbyyDu+S98h8PJQdj9KqPXH"
    "RKX+GFaphimb8p9za1WUL/NrVPv907jFsP9rxv5j+mF/co1+6A8/NdCTbs1KQJ9O8CqGz3"
    "uYY01LXD98mSrRSZcX727WKwX/kLY2PNw1u93oYuAmdYzzQBoSBWRD+/KJkdF5FCT2B+bb"
    "3SJZmO9ozvDF9U2mcMlaonKRkuKD4fxxGSPhgkjlAD6Xi0SlBKISAB5nH8dRycrBXfx4hk"
    "zWqpMJAoGeUcdBSdByqbWcM1mZQKbykWjYINiMM5OTF8SNROUWwp1UCAuFIjOQrkHBKnl4"
    "e+ZcX8giO/yCELDdBSXB+EM6qom8WTAtoccjexdks19C80BC+kt4vBcH8S+sN/90luMb97"
    "IoC697WROM2M/sqvSllp5b5Leq50orYtJjzReXyChyS7I5edduqs8S80OWVY1MeHYP3iT7"
    "NBDWNK9axBwtdeMFOUURnQwgL48JMcMxtprwrh4jk0u07poPD8gWKme20AybmU4H8NtX7u"
    "yFHZCTkDd00i5iYP7LNMWFJcGFKcqQDtSJKjKf3OvyyHQia+SFB2TA0ms1H1rN2/aBDb0O"
    "R/Az1hxYk+w8oVF2M8/R0fh1Lb3NykvWQoz19EdtYagKcR/izGXsuTPXbApYVe71upubDU"
    "ZVKY0qSMGGFGwwpSAFG/RfkP4hBbsM4YC16RF9AeOxXwukvXfHazbHIclfl+hRN3ZMBu4t"
    "UdQ51hKS6nyZMHKu0JknXDHs2q3OXbP75vyqfhU6I8AnYK4iYULBbM48N0RlwdMuytMOuT"
    "PF+Nr3vNOO3+eRqUXW2Y6OyjIGVgRVJPvbQX1l9LdDI0guqmKoxORRDGfp0VbImUhNN/ax"
    "7hrxb1tHpq3MEDbdndOmPScGcp6JnGeiNyP7ikzfjeyb95cK+/fyLf/7+t3bH+IjLft7NJ"
    "zfWOI5sQ7EABAD4BgCMQD6B2Kguqa/qIXDnm9RoiSCndSC4/+P/8qUpSGIVC7ZeCcYM9Nc"
    "fc16vuNGaI+HO/qD+6gOd4zwBAd1XQduSXijluy4rpvUM7uthii61Wcdcu/QOS5qSd3joo"
    "Q6XjxZz9K1iXt5glfMcdQR+3kr/sFET2SqG8xntBpIp8x5ZJ8Qwcos6p/u7jGxsWwxX/mF"
    "oeF8H7zy/jPHbo+R6DZ4raX0Wn0NRlef7RUkfNlSV49w6nn85pXzWI0oa9tptVlXuqV6v+"
    "mwtY+9d0c27uI1P+moizjPRKDbXnVDEK1STKCIEhHAuZy4zw0b80oWa4PtYTvbHnZgR4WS"
    "JdbuDZ1BPa+luSuBhnmcFqeD8ULoIXNdZHOm28yLmOFXgp55wWI2wzrn3mKVfUfU5PuLuI"
    "9gsrvs3vbyx3k6lNqZ5Ber8+sbx5Q9Bl+klL4IRNAgggbWHETQQP8QQTv6Ze64qhsf81lu"
    "E2YSxhkNKRzaWuKkabS0Okfb2d9D1DzKwf9+aD60G+gJm2REPze7j+yDk7w3osFq0ffNxw"
    "de9nmBbZNXff652enyz1OnoEIenrjgk7CProQ3r7ydcVqpBWp2d9tNpxI3wwYbpdAB0GNA"
    "j5VYIxWix26Jpr4SY1VLJsbWTeqZKbGJKFroXu8IH5Vw6tbGBImcw+Xdci4yZ2DBtKmyXw"
    "GVdg5t0gNztU0NwFwBcwHMFegfmKsjXuY2WljO4t6/ZOLKb19mQiAnc3UpxVxdpjBXl1Hm"
    "6k82NViqFZf/lbaBXBSDPeREVEB0Dzmwg3mT7FwficRMv6mjMyB3mOFZe3uANTbf6PTByj"
    "pGQ3LfOVJLttplG6hYUcjCygxhSAwQdGymLMt9SKxy0aqd7EY6Ohp/oWFKySQj5LX7brPn"
    "HK3pyfMIy2DY/Y1HWAxLW/HTN7udz+2Be/ymN52NaLPVat87B3X6wysP71/wWZtUT9JZwh"
    "49fe9q2s8rsZPTQPj+pLHGABlPdSPLFB4RPOVJHGJTB/eX10jys4Tz60GQBu4iry5CkZNM"
    "mojKgh4gXlv2eG3iTFQ81l2v1+N6ATLDLUzEAczZF0G9x263ljTjfA/iXrzg0SQyxuKRQh"
    "ydYUuQhPD3/wMB3Yum"
)
