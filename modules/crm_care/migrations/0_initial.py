from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        CREATE TABLE IF NOT EXISTS "crm_care_plan" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "name" VARCHAR(120) NOT NULL,
    "name_zh" VARCHAR(120) NOT NULL,
    "occasion" VARCHAR(8) NOT NULL,
    "calendar" VARCHAR(5),
    "month" SMALLINT,
    "day" SMALLINT,
    "days_before" SMALLINT NOT NULL,
    "tag" VARCHAR(60) NOT NULL,
    "subject" VARCHAR(150) NOT NULL,
    "text" TEXT NOT NULL,
    "subject_zh" VARCHAR(150) NOT NULL,
    "text_zh" TEXT NOT NULL,
    "gift" VARCHAR(8) NOT NULL,
    "points" INT,
    "campaign" VARCHAR(160) NOT NULL,
    "campaign_number" BIGINT,
    "active" BOOL NOT NULL
);
CREATE INDEX IF NOT EXISTS "idx_crm_care_pl_name_a2ebcd" ON "crm_care_plan" ("name", "id");
COMMENT ON COLUMN "crm_care_plan"."occasion" IS 'BIRTHDAY: birthday\nHOLIDAY: holiday';
COMMENT ON COLUMN "crm_care_plan"."calendar" IS 'SOLAR: solar\nLUNAR: lunar';
COMMENT ON COLUMN "crm_care_plan"."gift" IS 'NONE: none\nPOINTS: points\nCOUPON: coupon';
        CREATE TABLE IF NOT EXISTS "crm_care_message" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "year" INT NOT NULL,
    "on_day" DATE NOT NULL,
    "gift" VARCHAR(8) NOT NULL,
    "points" INT NOT NULL,
    "coupon" VARCHAR(40) NOT NULL,
    "doubled" BOOL NOT NULL DEFAULT False,
    "customer_id" BIGINT NOT NULL REFERENCES "crm_core_customer" ("id") ON DELETE RESTRICT,
    "plan_id" BIGINT NOT NULL REFERENCES "crm_care_plan" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_crm_care_me_plan_id_ca5de5" UNIQUE ("plan_id", "customer_id", "year")
);
CREATE INDEX IF NOT EXISTS "idx_crm_care_me_custome_0f123e" ON "crm_care_message" ("customer_id", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_care_me_on_day_bd08a8" ON "crm_care_message" ("on_day", "id");
COMMENT ON COLUMN "crm_care_message"."gift" IS 'NONE: none\nPOINTS: points\nCOUPON: coupon';
COMMENT ON TABLE "crm_care_message" IS 'Wishes that a customer got of a plan, once a year by the occasion''s calendar.';"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        DROP TABLE IF EXISTS "crm_care_message";
        DROP TABLE IF EXISTS "crm_care_plan";"""


MODELS_STATE = (
    "eJztWm1v4jgQ/itRvlxX6iGgvF11Oomy7BYdLxWkt3vbriKTmJBrYmcTZ1tu1f9+doLJe0"
    "rYQtscXxAZzzjO80xmxhP/EBXblBVgw8oIOg7QoHgu/BARMNmf5OCpIALLCg8xEQFzI6Iv"
    "myH9uUNsoBA6vgCGA6lIhY5i6xbRMWJWn3RnCR2BLAERgKC4DsEmtAUNEwEvqMQyADoVMF"
    "IgvVhBYAvzFdWGAlYU4NBJfnEEBRgQqcCusFuqWKH31JG2l9ldpH9zoUywBqmaTe9xcyOy"
    "Wdggn5/9Z5OJX7/SfzpS4QN0fFWuIusq06K/VOVGxEhWwYpLmJV1Jy90aKgRSnwjTy6Tle"
    "XJLnRtgMgHT5c9/lxWsOGaKNC3VmRJb8ANdESYVIMI2oBAdgdiu4wa5BrGmk3Olv+8gYr/"
    "MCEbFS6AazCCmbW/gEAmyvJ4IsmzviTLYoJ8bhFibC1SMGKOQ5fqeAB4rvnrb/X62Vm7Xj"
    "1rdZqNdrvZqXaorrfe5FD70V9MgJY/lYfZ4ONgLLEFYeqdvvsywaNnAwjwrTzOAvRt+F1n"
    "PpHkIJOAsMnTNHDQ83jggoCI4MXiqNf2S0O91mg3Ometxgb9jSQPdA5wOMJA9uQyIElI39"
    "MRopswHdeoZQxZdW1a4X/2hbP4+8JFCkNR0FyAHvSKYmDlroLw/R/injjIAVgajPozqTu6"
    "YtObjvPN8IDsSn02Uvekq5j0pPUu+hpsJhE+DaRLgV0KXybjvoczdohme3cM9KQvIlsTcA"
    "mW6YPLQA2DxcVcFOHftdQd+Y9aHvl/m/zzt3i+kotmtoTpTtF1ncMKkV6SNBew4FUq26c0"
    "rn64dLZ/xJ8towV1XDKapcMZWORFsTcIbQ5uLPjEgNP0RUoS6C2B3Ueu6UE3oNMDWqknIO"
    "S2MQDpYvYW+BFGsGCEF8c0ilKwqOUtuppQ35mdCxZmcN2i3uT6ajI+FxTsWn61uIXvmuBB"
    "plsTjSzpZScH77+6095ld3rSicX68XqgzkaifPgLKxAWAoPDBYbqG4kKAatJ985IbxuLAz"
    "r1vkqWqKM2qlt4aqOa6apsKAqvil362GkFBMYGBCgd4pBVDOM5NdsXyBtJGOf01shzRNqL"
    "yWQYqQYvBrF6YHw9uuhPT2oe3lRJJxllQqxzUaBUixqWqW44cKXG+kyF4Q8ZHaEvBD1rwy"
    "3uUltBvOMXpeEDtqGuoT/hKlGwxKDf9Fav1hO9MRIeuZdxqbjZTNngftO5DDsfK3ShAf3w"
    "MqV7x+mgJ4mpIeankaXalV5ospKiG4usGQgzN54D5e4e2Koc8Wc2gus4JtnoJofMuhmXAA"
    "Q0DyH2KGzhUddO/aDAnX6rrwn8VXvyU0I2vClN+0Rj3lvk6bH//uLp7th/f4qGY//92H89"
    "9t+P/B/77284zQUs8Mpj294Q1z9cZ2ifkEd6Q7X6Ns0hqpXZHfLGkvjK/y6LQrw2KV3/bS"
    "8Y8+Myu7bww/av2a/pKz2VLt93/z4X5rpNlipY3aLLyXDgiZbY0Ncfc164fc/PLO3KR9h+"
    "Jz4OE9nF2WTYnZ4LDjaAfYuG12N2ZbjIX3lREppbkNDMJKEZJ8HEiKSEnZkJDCMzsW6MSp"
    "RQz+rt1iaFsou8pDkbdYfDZJZM/ayaD2X6d9UjkCtHnsMFtlOqjicBDZuW5kPfc8BKgFak"
    "wlirl666aG1TXLSya4tWorRw3Pk/UMk4HJAObsjkNRcTuxZwza0KuGZOAddMoEzgQwrEEp"
    "Vm+O9avxT45u3p+5+lyHaeo3gy6n5+F9nSDyfjj1w9hHpvOLlId+mCm5KoVSmAP5BjpwKd"
    "79tlQvnQ7n08y/X/Psv1Omvn5/tqAkwL6Fqx81whm9LVfLWtir5aTtVXS5Z9HDGZhox52p"
    "GA3O500rhEnnzg/jRQiP49Za+Ye7ouMHrpw3X7T6I/ecgucczokAc2Hv8DaM1k7A=="
)
