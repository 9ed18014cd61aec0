from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        CREATE TABLE IF NOT EXISTS "crm_loyalty_reward" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "name" VARCHAR(120) NOT NULL,
    "name_zh" VARCHAR(120) NOT NULL,
    "points" BIGINT NOT NULL,
    "stock" INT NOT NULL,
    "active" BOOL NOT NULL
);
CREATE INDEX IF NOT EXISTS "idx_crm_loyalty_name_f4a33f" ON "crm_loyalty_reward" ("name", "id");
        CREATE TABLE IF NOT EXISTS "crm_loyalty_rule" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "version" INT NOT NULL UNIQUE,
    "currency" VARCHAR(3) NOT NULL,
    "points" INT NOT NULL,
    "amount" BIGINT NOT NULL,
    "expiry" VARCHAR(12) NOT NULL,
    "months" INT NOT NULL,
    "valid_from" TIMESTAMPTZ NOT NULL
);
COMMENT ON COLUMN "crm_loyalty_rule"."expiry" IS 'NEVER: never\nMONTHS: months\nYEAR_END: year_end';
COMMENT ON TABLE "crm_loyalty_rule" IS 'A version of how points are earned in one currency; never changed, only followed by the next version.';
        CREATE TABLE IF NOT EXISTS "crm_loyalty_tier" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "name" VARCHAR(60) NOT NULL UNIQUE,
    "name_zh" VARCHAR(60) NOT NULL,
    "threshold" BIGINT NOT NULL UNIQUE
);
COMMENT ON TABLE "crm_loyalty_tier" IS 'Members whose growth reached `threshold` are in it, until the next higher one.';
        CREATE TABLE IF NOT EXISTS "crm_loyalty_account" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "card_number" VARCHAR(20) NOT NULL UNIQUE,
    "balance" BIGINT NOT NULL,
    "held" BIGINT NOT NULL,
    "debt" BIGINT NOT NULL,
    "growth" BIGINT NOT NULL,
    "tier_id" BIGINT REFERENCES "crm_loyalty_tier" ("id") ON DELETE RESTRICT,
    "customer_id" BIGINT NOT NULL UNIQUE REFERENCES "crm_core_customer" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_crm_loyalty_growth_16c81b" ON "crm_loyalty_account" ("growth", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_loyalty_tier_id_acbf2e" ON "crm_loyalty_account" ("tier_id", "id");
        CREATE TABLE IF NOT EXISTS "crm_loyalty_entry" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "kind" VARCHAR(16) NOT NULL,
    "points" BIGINT NOT NULL,
    "growth" BIGINT NOT NULL,
    "balance_after" BIGINT NOT NULL,
    "source" VARCHAR(200) NOT NULL UNIQUE,
    "amount" BIGINT,
    "reason" VARCHAR(300) NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,
    "actor" VARCHAR(200) NOT NULL,
    "account_id" BIGINT NOT NULL REFERENCES "crm_loyalty_account" ("id") ON DELETE RESTRICT,
    "reverses_id" BIGINT REFERENCES "crm_loyalty_entry" ("id") ON DELETE RESTRICT,
    "rule_id" BIGINT REFERENCES "crm_loyalty_rule" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_crm_loyalty_account_a62968" ON "crm_loyalty_entry" ("account_id", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_loyalty_at_0416bb" ON "crm_loyalty_entry" ("at", "id");
COMMENT ON COLUMN "crm_loyalty_entry"."kind" IS 'EARN: earn\nREDEEM: redeem\nEXPIRE: expire\nREVERSE_REDEEM: reverse_redeem\nGRACE: grace\nTAKE_BACK: take_back\nDEBT: debt\nWAIVE: waive\nADJUST: adjust';
COMMENT ON TABLE "crm_loyalty_entry" IS 'One movement of points. The database refuses to change or delete it.';
        CREATE TABLE IF NOT EXISTS "crm_loyalty_hold" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "points" BIGINT NOT NULL,
    "state" VARCHAR(12) NOT NULL,
    "expires_at" TIMESTAMPTZ NOT NULL,
    "source" VARCHAR(200) NOT NULL UNIQUE,
    "account_id" BIGINT NOT NULL REFERENCES "crm_loyalty_account" ("id") ON DELETE RESTRICT,
    "entry_id" BIGINT REFERENCES "crm_loyalty_entry" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_crm_loyalty_account_3b95c5" ON "crm_loyalty_hold" ("account_id", "id");
COMMENT ON COLUMN "crm_loyalty_hold"."state" IS 'OPEN: open\nCAPTURED: captured\nRELEASED: released\nEXPIRED: expired';
COMMENT ON TABLE "crm_loyalty_hold" IS 'Points set aside for a purchase under way.';
        CREATE TABLE IF NOT EXISTS "crm_loyalty_lot" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "earned_at" TIMESTAMPTZ NOT NULL,
    "expires_at" TIMESTAMPTZ,
    "points" BIGINT NOT NULL,
    "remaining" BIGINT NOT NULL,
    "account_id" BIGINT NOT NULL REFERENCES "crm_loyalty_account" ("id") ON DELETE RESTRICT,
    "entry_id" BIGINT NOT NULL REFERENCES "crm_loyalty_entry" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_crm_loyalty_entry_i_41ce32" ON "crm_loyalty_lot" ("entry_id");
CREATE INDEX IF NOT EXISTS "idx_crm_loyalty_account_a2edf0" ON "crm_loyalty_lot" ("account_id", "id");
COMMENT ON TABLE "crm_loyalty_lot" IS 'Points that came together and expire together.';
        CREATE TABLE IF NOT EXISTS "crm_loyalty_consumption" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "points" BIGINT NOT NULL,
    "entry_id" BIGINT NOT NULL REFERENCES "crm_loyalty_entry" ("id") ON DELETE RESTRICT,
    "lot_id" BIGINT NOT NULL REFERENCES "crm_loyalty_lot" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_crm_loyalty_entry_i_5c572a" ON "crm_loyalty_consumption" ("entry_id");
CREATE INDEX IF NOT EXISTS "idx_crm_loyalty_lot_id_343d0f" ON "crm_loyalty_consumption" ("lot_id");
COMMENT ON TABLE "crm_loyalty_consumption" IS 'How many points of a lot an entry took; negative where a reversal gave them back. Append-only.';
        CREATE TABLE IF NOT EXISTS "crm_loyalty_voucher" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "code" VARCHAR(20) NOT NULL UNIQUE,
    "used_at" TIMESTAMPTZ,
    "void" BOOL NOT NULL,
    "account_id" BIGINT NOT NULL REFERENCES "crm_loyalty_account" ("id") ON DELETE RESTRICT,
    "reward_id" BIGINT NOT NULL REFERENCES "crm_loyalty_reward" ("id") ON DELETE RESTRICT,
    "entry_id" BIGINT NOT NULL UNIQUE REFERENCES "crm_loyalty_entry" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_crm_loyalty_account_5f43e9" ON "crm_loyalty_voucher" ("account_id", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_loyalty_reward__093bab" ON "crm_loyalty_voucher" ("reward_id", "id");
COMMENT ON TABLE "crm_loyalty_voucher" IS 'What a customer got for points; the shop takes it against its code.';"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        DROP TABLE IF EXISTS "crm_loyalty_voucher";
        DROP TABLE IF EXISTS "crm_loyalty_consumption";
        DROP TABLE IF EXISTS "crm_loyalty_lot";
        DROP TABLE IF EXISTS "crm_loyalty_hold";
        DROP TABLE IF EXISTS "crm_loyalty_entry";
        DROP TABLE IF EXISTS "crm_loyalty_account";
        DROP TABLE IF EXISTS "crm_loyalty_tier";
        DROP TABLE IF EXISTS "crm_loyalty_rule";
        DROP TABLE IF EXISTS "crm_loyalty_reward";"""


MODELS_STATE = (
    "eJztXWlz47gR/SsofdpUaV22POuZeFOpkm3uWpmx7JI1M8mOU1yIhETGJKAlQcvK1vz3AD"
    "zEQxfJUBJF9xcfAJoEX+PofmgAf7Y0x1YtNscWn590NY15lLcu0Z8tim0i/liZ30YtPJ1m"
    "cmUqxyMrK6XihNTI5Q7W5BvG2HKJSNKJqznmlJuMilTqWZZMZJooaNJJnORR8w+PqJxNCD"
    "eIIzK+/Vskm1Qnr8SV/35rTRw244Z8kam3RO63FjeJo4p/wiQpMX1Wxyax9NRXBkX8dJXP"
    "p37alTnpUf6LX1bWaaRqzPJsGpefzrnB6ELADD5yQihxMCfyDdzx5EfKbwihib47+J64SP"
    "AhCRmdjLFn8QQoIzVOa6lq/36oPipDVW0VgFFjVKpAVNX1AZjIKvz4107n/Px95/T84sNP"
    "796//+nD6QdR1q/vctb770FlYrSCR/mY9X7t9YeyQkzoOWgLMuG7L4M5DqR8fcXoO+TFdG"
    "XNl3SwVgFJke1qiEDfpIcoIVZE3EQj1M92q4bO2bv37z6cX7xboL9I2QR6BHCy0xL55Srm"
    "y5DeiBxu2mQ1rmnJDLJ6KHoS/bErnFt/G3tUkyiiiYfpq3miWUx7PqFs9vfWjnSwAeBh70"
    "55HHbvHuTjbdf9w/KB7A4VmdPxU+eZ1B8u/pLuBouHoK+94S2S/6Lf7vuKjzNz+cTx3xiX"
    "G/7WknXCHmeq+HAV60mwouQoKaV/b6qX1H9aEvR/nPqPevForhad2ZZES42u4RxWSOkNme"
    "YSWsCOrlLPHglzZUkH1wZ21mggLZbBX3xWmV53WCvDxq+qRehEGGdiTjvdgOyX7uD6tjv4"
    "oXOa6T79MKfjZ6WBHmELU40Ua+gJof0ZEKeNauBGiGt+0CMJQLwc4joZrZjSNyEeSQDi5R"
    "CPfcr8mMcygHo51BN+e37YE0JgtJQ2WjyXM7sE+hnBalr+GyFHJC81fl7JjchGvayIX5hD"
    "zAn9SOa+Mnqi3muMmSR/NwyfdVz94HvU0qLUuIoOni3IvGT3F9+vE4twH4GBcKcGvWuBs4"
    "R5hLXnmbSwU3jLHNZhKzUQNexlLdxTMmTiRx4daEJjJ9eJRx1VV8irg8wgkEcPadhllt2x"
    "symY4on/0bJ6sjLJZn0tauXZ0Tetpq6TZdqF6GstI7mNwm7dshkSFZ6jKZPwITZGGFmMI0"
    "wRodyZI87Y88+Ikgnm5gtBM4M4RJRxyAtxXGyhCRap3CA2kiidoO50Sqj+I6PW/KSV0dce"
    "XpeHevffpEa0u3i9Cnx7bfn2oKUU00Assz+btiGKiIFf9JJC0CelAPzS4IeDUiHoYxkAvi"
    "qL1m/OVZm0SvSwI9NEXoMq2ffXWFOZNl4Vsp/YMbbwvLjGHbsCX6FiezZo0+ss2UWLL2DD"
    "LrrcdutVuDPIZi/EFjLSlgzm/RM0NAiSBsUIu0SYjmPPJa6wLJFmYDohiDkoQBGZfNlGre"
    "qheSzRMNwkEfUhLdJgPRNs0trapBADAjEgKZwhBgBiQED/EANyjNNcrIVn8bXL4MvgD4V6"
    "9pI9nlJDJFtNBMhu4G8p3UH/EhHs0Cc6UG4U5e5SWHI6IfYTVf750BsoIvd1ajpE5n9RBo"
    "+KGpeTDCRRo/K/DrrXovhE4ClKD7sfFfWqe/1RNCX8TFRpYT/RG+VqeInkqvYT/drtfRHl"
    "Z9h8EeW7N//4/CjysP4fz+VZGzRPZMrZRY7IlLNsp44jU2RWWv3AtMGy/Rtatg9jqlQ85q"
    "vWy3KEY8Wi0PhLq8FlnrMqHG59zGEs0cBww3zxhpsCDpciDrEdbWnJ38JjGTCnyrZsYZi6"
    "qziC9S07ltifGdXalX+SbtnnuVr2+YaWfb6iZRd2F8FNPGY3EWucFQpPXwg0rj/tZqZI0d"
    "EFZouUHBhD/8eU4TuZbmENZARh0i6tAc8ixdGPhQD5ilbeEzuxq1ghTmwHP7KRKO8qcXoQ"
    "zrH+LlttVfAOwmcdV0PPC22if+fBNRyLq8I2b9jIsYKbnrrqF+JwyzKL70uZ7UIBDkYksj"
    "W+4SGIknUJR9g1dYLGzEEYTT1HM2QUgic066AZXhFpW0y0XKwCRCdAdAJEJ0B0QtNpB4hO"
    "eNv6h+iEOnjmsDx9qBU6LhBazbpujwtZCO+RgWVTQguOa637B6V/iaTkE73uPgw/D5SbS6"
    "ThKfccostwkE9K91GmOcI7ERa0HoWM3EQxI3rWCM8VxtHJE8bRWR/G0cmSuEFl3BKzVVry"
    "ULPV7l3SRkxKsG4OqyENn3gOtAPxzVpbwMYfkI0/yE7DmjX1CjcaHpAvlpsR19HF4UbFAm"
    "xxuEsyN1nMDcyF3WoTFLG5CFM9NFEXaWsJ4wLixY9aAAq5RqN9GyhkoJCBQgQKGfQPFPK+"
    "Lb0DOZTYoaU6YUoQiLFad7Ua8Z8163RN0jKsBh0sRNkWNZD1KoR9SgzgLw0/kNKHtiHgWL"
    "z9gg+s9FtjpY8V3XrT0gMiH9Rax0yH2e1C5LQTC+32tjy/xm3gjA8+EQJnvE0NwBkDZwic"
    "MegfOOMjnuZiLUSWR94ou6h8nQ9CKxlld5brNryzDdfhnS3fhyd/q/9dcfrVZohDkcad67"
    "ATjIEsPVjovJjwChjEi/KNOdStMmtY+Jbmy6prMxmzCKbrWM9IKAPoSEjtCtHI9duveXN1"
    "f/8pZdlc9TLNs//57koRY4c/cohCJt/Esh2SqfD8Cq/hKcKTBoqwFJHI1hi6LpJ70aXFys"
    "bIYLPoniLsEBSsASNT5FGCNM9xCNXm8q4iIROeAq+3kbyJCI2ZZbGZKD2ay8uKRJlXHj16"
    "OfRub2/dzrQAtwLcCnArwK003bcGbuVt6x+4lTq4R6FtUmBWS0g059Le6ma10DwsQqYkZR"
    "rIWZ3nYFPO1585m5dJeWM0SnVe/f7Ppq4ppPsOY5KxrmsGiu2nOsTSdR4yWn15h8dl4Cs/"
    "0bv7/vD28RLZjHLDfaL/UroDVenfXKK58LJVQmtygENQvwJjTCywR0evcyQjzAu2TF0dO8"
    "wuaumnJSHqv3YGfZ04y6Hp82mrOUs/s12Is+SRyFbO8o7YI2EVo5nBXIKCe2GQ8FE0g+jo"
    "d24IkOWJk7/7dKJJkcnbSMyfphVzhIY5kRt9GSXL5GT1jwcWstY2ArCQe5ubgIV8e5MWsJ"
    "Cgf2AhDz/N1SXCq0anqF3kCT26WB95dAHBXfsGeGF/Fxs9UmLNIdIPsRvtgD7nF+Zpxga3"
    "M8pvF/I8XxJSW53Pr/K4KIw0z+XMFj7ehHH/poGA9v7Z9wFFQ5v6t+K6wjlEeCK05nLxp4"
    "s0pq/wOCt6Zrk7DeQxVcGuJjilqg79rQ3+KPij4I+APwr6B390pdIbMs0ltCAsmCIeU1S+"
    "cf5orq0wG3bCLG+E8dxyo5tb5dBWs0bepAHsha0ctzZtEYlE9rhBZJFyVDtE4BSiGs0RKR"
    "c1P/4pMYC/fPRUTQ6BeiMkABwBdchrghdn/FQBcHzMUEPxTQ2xFZwCtfUsrntKhkz8KKKF"
    "0idxHXTAyauCoudwlWDiv/8PbHoncg=="
)
