from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        CREATE TABLE IF NOT EXISTS "crm_wallet_offer" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "name" VARCHAR(80) NOT NULL,
    "name_zh" VARCHAR(80) NOT NULL,
    "currency" VARCHAR(3) NOT NULL,
    "pays" BIGINT NOT NULL,
    "bonus" BIGINT NOT NULL,
    "bonus_days" INT,
    "valid_from" DATE NOT NULL,
    "valid_until" DATE,
    "active" BOOL NOT NULL
);
CREATE INDEX IF NOT EXISTS "idx_crm_wallet__name_d2f4c2" ON "crm_wallet_offer" ("name", "id");
COMMENT ON TABLE "crm_wallet_offer" IS 'What a top-up of `pays` gives on top, on days from `valid_from` to `valid_until`.';
        CREATE TABLE IF NOT EXISTS "crm_wallet_batch" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "name" VARCHAR(80) NOT NULL,
    "currency" VARCHAR(3) NOT NULL,
    "value" BIGINT NOT NULL,
    "size" INT NOT NULL,
    "with_pin" BOOL NOT NULL,
    "state" VARCHAR(12) NOT NULL
);
CREATE INDEX IF NOT EXISTS "idx_crm_wallet__name_1e75da" ON "crm_wallet_batch" ("name", "id");
COMMENT ON COLUMN "crm_wallet_batch"."state" IS 'RUNNING: running\nREADY: ready\nFETCHED: fetched';
COMMENT ON TABLE "crm_wallet_batch" IS '`size` cards of one kind, made by a job.';
        CREATE TABLE IF NOT EXISTS "crm_wallet_wallet" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "number" VARCHAR(20) NOT NULL UNIQUE,
    "currency" VARCHAR(3) NOT NULL,
    "principal" BIGINT NOT NULL,
    "bonus" BIGINT NOT NULL,
    "held_principal" BIGINT NOT NULL,
    "held_bonus" BIGINT NOT NULL,
    "paid" BIGINT NOT NULL,
    "customer_id" BIGINT NOT NULL REFERENCES "crm_core_customer" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_crm_wallet__custome_6a0e9d" UNIQUE ("customer_id", "currency")
);
        CREATE TABLE IF NOT EXISTS "crm_wallet_entry" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "kind" VARCHAR(16) NOT NULL,
    "currency" VARCHAR(3) NOT NULL,
    "principal" BIGINT NOT NULL,
    "bonus" BIGINT NOT NULL,
    "paid" BIGINT NOT NULL,
    "principal_after" BIGINT NOT NULL,
    "bonus_after" BIGINT NOT NULL,
    "source" VARCHAR(200) NOT NULL UNIQUE,
    "paid_by" VARCHAR(16),
    "reason" VARCHAR(300) NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,
    "actor" VARCHAR(200) NOT NULL,
    "offer_id" BIGINT REFERENCES "crm_wallet_offer" ("id") ON DELETE RESTRICT,
    "reverses_id" BIGINT REFERENCES "crm_wallet_entry" ("id") ON DELETE RESTRICT,
    "wallet_id" BIGINT NOT NULL REFERENCES "crm_wallet_wallet" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_crm_wallet__wallet__940baf" ON "crm_wallet_entry" ("wallet_id", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_wallet__at_cea2da" ON "crm_wallet_entry" ("at", "id");
COMMENT ON COLUMN "crm_wallet_entry"."kind" IS 'TOP_UP: top_up\nGIFT_CARD: gift_card\nSPEND: spend\nGIVE_BACK: give_back\nCASH_REFUND: cash_refund\nFORFEIT: forfeit\nEXPIRE: expire\nGRACE: grace\nADJUST: adjust\nMERGE: merge';
COMMENT ON COLUMN "crm_wallet_entry"."paid_by" IS 'CASH: cash\nCARD: card\nALIPAY: alipay\nWECHAT: wechat\nBANK_TRANSFER: bank_transfer';
COMMENT ON TABLE "crm_wallet_entry" IS 'One movement of stored value. The database refuses to change or delete it.';
        CREATE TABLE IF NOT EXISTS "crm_wallet_adjustment" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "currency" VARCHAR(3) NOT NULL,
    "principal" BIGINT NOT NULL,
    "bonus" BIGINT NOT NULL,
    "reason" VARCHAR(300) NOT NULL,
    "state" VARCHAR(12) NOT NULL,
    "decided_by_id" BIGINT,
    "remark" VARCHAR(300) NOT NULL,
    "entry_id" BIGINT REFERENCES "crm_wallet_entry" ("id") ON DELETE RESTRICT,
    "wallet_id" BIGINT NOT NULL REFERENCES "crm_wallet_wallet" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_crm_wallet__wallet__cfc1ae" ON "crm_wallet_adjustment" ("wallet_id", "id");
COMMENT ON COLUMN "crm_wallet_adjustment"."state" IS 'REQUESTED: requested\nAPPROVED: approved\nREJECTED: rejected';
COMMENT ON TABLE "crm_wallet_adjustment" IS 'A correction by hand, proposed by one and approved by another person.';
        CREATE TABLE IF NOT EXISTS "crm_wallet_hold" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "currency" VARCHAR(3) NOT NULL,
    "principal" BIGINT NOT NULL,
    "bonus" BIGINT NOT NULL,
    "state" VARCHAR(12) NOT NULL,
    "expires_at" TIMESTAMPTZ NOT NULL,
    "source" VARCHAR(200) NOT NULL UNIQUE,
    "entry_id" BIGINT REFERENCES "crm_wallet_entry" ("id") ON DELETE RESTRICT,
    "wallet_id" BIGINT NOT NULL REFERENCES "crm_wallet_wallet" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_crm_wallet__wallet__83404b" ON "crm_wallet_hold" ("wallet_id", "id");
COMMENT ON COLUMN "crm_wallet_hold"."state" IS 'OPEN: open\nCAPTURED: captured\nRELEASED: released\nEXPIRED: expired';
COMMENT ON TABLE "crm_wallet_hold" IS 'Stored value set aside for a purchase under way.';
        CREATE TABLE IF NOT EXISTS "crm_wallet_lot" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "currency" VARCHAR(3) NOT NULL,
    "granted_at" TIMESTAMPTZ NOT NULL,
    "expires_at" TIMESTAMPTZ,
    "bonus" BIGINT NOT NULL,
    "remaining" BIGINT NOT NULL,
    "entry_id" BIGINT NOT NULL REFERENCES "crm_wallet_entry" ("id") ON DELETE RESTRICT,
    "wallet_id" BIGINT NOT NULL REFERENCES "crm_wallet_wallet" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_crm_wallet__entry_i_aaf7ed" ON "crm_wallet_lot" ("entry_id");
CREATE INDEX IF NOT EXISTS "idx_crm_wallet__wallet__03aa37" ON "crm_wallet_lot" ("wallet_id", "id");
COMMENT ON TABLE "crm_wallet_lot" IS 'Bonus that came together and expires together. Principal has no lots: it never expires.';
        CREATE TABLE IF NOT EXISTS "crm_wallet_consumption" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "bonus" BIGINT NOT NULL,
    "entry_id" BIGINT NOT NULL REFERENCES "crm_wallet_entry" ("id") ON DELETE RESTRICT,
    "lot_id" BIGINT NOT NULL REFERENCES "crm_wallet_lot" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_crm_wallet__entry_i_42a0c5" ON "crm_wallet_consumption" ("entry_id");
CREATE INDEX IF NOT EXISTS "idx_crm_wallet__lot_id_0c6619" ON "crm_wallet_consumption" ("lot_id");
COMMENT ON TABLE "crm_wallet_consumption" IS 'How much bonus of a lot an entry took; negative where it was given back. Append-only.';
        CREATE TABLE IF NOT EXISTS "crm_wallet_card" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "number" VARCHAR(20) NOT NULL UNIQUE,
    "code_hash" VARCHAR(64) NOT NULL UNIQUE,
    "pin_hash" VARCHAR(64) NOT NULL,
    "last4" VARCHAR(4) NOT NULL,
    "currency" VARCHAR(3) NOT NULL,
    "value" BIGINT NOT NULL,
    "balance" BIGINT NOT NULL,
    "state" VARCHAR(12) NOT NULL,
    "sold_at" TIMESTAMPTZ,
    "valid_until" DATE,
    "position" INT,
    "batch_id" BIGINT REFERENCES "crm_wallet_batch" ("id") ON DELETE RESTRICT,
    "wallet_id" BIGINT REFERENCES "crm_wallet_wallet" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_crm_wallet__batch_i_90781a" UNIQUE ("batch_id", "position")
);
CREATE INDEX IF NOT EXISTS "idx_crm_wallet__wallet__2bb9d3" ON "crm_wallet_card" ("wallet_id");
COMMENT ON COLUMN "crm_wallet_card"."state" IS 'INACTIVE: inactive\nACTIVE: active\nUSED: used\nBLOCKED: blocked';
        CREATE TABLE IF NOT EXISTS "crm_wallet_card_entry" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "kind" VARCHAR(12) NOT NULL,
    "currency" VARCHAR(3) NOT NULL,
    "amount" BIGINT NOT NULL,
    "balance_after" BIGINT NOT NULL,
    "source" VARCHAR(200) NOT NULL UNIQUE,
    "reason" VARCHAR(300) NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,
    "actor" VARCHAR(200) NOT NULL,
    "card_id" BIGINT NOT NULL REFERENCES "crm_wallet_card" ("id") ON DELETE RESTRICT,
    "reverses_id" BIGINT REFERENCES "crm_wallet_card_entry" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_crm_wallet__card_id_9ec8dd" ON "crm_wallet_card_entry" ("card_id", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_wallet__at_422c72" ON "crm_wallet_card_entry" ("at", "id");
COMMENT ON COLUMN "crm_wallet_card_entry"."kind" IS 'ACTIVATE: activate\nSPEND: spend\nGIVE_BACK: give_back\nREDEEM: redeem';
COMMENT ON TABLE "crm_wallet_card_entry" IS 'One movement on a card; Σ amounts = the card''s balance. The database refuses to change or delete it.';
        CREATE TABLE IF NOT EXISTS "crm_wallet_sheet" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "sealed" TEXT NOT NULL,
    "batch_id" BIGINT NOT NULL REFERENCES "crm_wallet_batch" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_crm_wallet__batch_i_266ac2" ON "crm_wallet_sheet" ("batch_id", "id");
COMMENT ON TABLE "crm_wallet_sheet" IS 'Codes of some cards of a batch, encrypted; deleted when they are fetched.';
        CREATE TABLE IF NOT EXISTS "crm_wallet_cash_back" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "currency" VARCHAR(3) NOT NULL,
    "amount" BIGINT NOT NULL,
    "remaining" BIGINT NOT NULL,
    "state" VARCHAR(12) NOT NULL,
    "source" VARCHAR(200) NOT NULL UNIQUE,
    "reason" VARCHAR(300) NOT NULL,
    "granted_on" DATE NOT NULL,
    "customer_id" BIGINT NOT NULL REFERENCES "crm_core_customer" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_crm_wallet__custome_825ef1" ON "crm_wallet_cash_back" ("customer_id", "id");
COMMENT ON COLUMN "crm_wallet_cash_back"."state" IS 'WAITING: waiting\nUSED: used';
COMMENT ON TABLE "crm_wallet_cash_back" IS 'An amount that waits for a customer''s next invoice.';
        CREATE TABLE IF NOT EXISTS "crm_wallet_cash_back_use" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "amount" BIGINT NOT NULL,
    "payment_id" BIGINT NOT NULL,
    "invoice_id" BIGINT NOT NULL,
    "source" VARCHAR(200) NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,
    "cash_back_id" BIGINT NOT NULL REFERENCES "crm_wallet_cash_back" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_crm_wallet__cash_ba_458a6f" UNIQUE ("cash_back_id", "source")
);
CREATE INDEX IF NOT EXISTS "idx_crm_wallet__payment_17f376" ON "crm_wallet_cash_back_use" ("payment_id");
CREATE INDEX IF NOT EXISTS "idx_crm_wallet__at_2fe0fe" ON "crm_wallet_cash_back_use" ("at", "id");
COMMENT ON TABLE "crm_wallet_cash_back_use" IS 'What of a grant settled an invoice; negative where it came back. Append-only.';
        CREATE TABLE IF NOT EXISTS "crm_wallet_invoice_payment" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "payment_id" BIGINT NOT NULL UNIQUE,
    "invoice_id" BIGINT NOT NULL,
    "entry_id" BIGINT NOT NULL UNIQUE REFERENCES "crm_wallet_entry" ("id") ON DELETE RESTRICT
);
COMMENT ON TABLE "crm_wallet_invoice_payment" IS 'The payment of an invoice that a spend became. Append-only.';"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        DROP TABLE IF EXISTS "crm_wallet_invoice_payment";
        DROP TABLE IF EXISTS "crm_wallet_cash_back_use";
        DROP TABLE IF EXISTS "crm_wallet_cash_back";
        DROP TABLE IF EXISTS "crm_wallet_sheet";
        DROP TABLE IF EXISTS "crm_wallet_card_entry";
        DROP TABLE IF EXISTS "crm_wallet_card";
        DROP TABLE IF EXISTS "crm_wallet_consumption";
        DROP TABLE IF EXISTS "crm_wallet_lot";
        DROP TABLE IF EXISTS "crm_wallet_hold";
        DROP TABLE IF EXISTS "crm_wallet_adjustment";
        DROP TABLE IF EXISTS "crm_wallet_entry";
        DROP TABLE IF EXISTS "crm_wallet_wallet";
        DROP TABLE IF EXISTS "crm_wallet_batch";
        DROP TABLE IF EXISTS "crm_wallet_offer";"""


MODELS_STATE = (
    "eJztXW1zm7gW/isaf9nujJtJk27bm957ZxyHtN6mdq7jtLvb7FAZZJvGllgESb07/e9XAv"
    "PuFyB2DOR8aYPgAH6OkM7Lo6N/Gpo1U+/xdErsg5b+zeH2jFC7cYL+aVA8I+KPFVc0UQOb"
    "Zvy8bLTxcJoQU3FcbMhtC2vyISM85UQ06YRrlmHaBqNStIU0ZllEk8doOEcTTPUmMi1mMk"
    "502cIoQaIRiVew2J3XhimzJ8RCJrE4owfyUTrTxLMMOt7qXR1q/OUQ1WZjIk+Je3/5UzQb"
    "VCffCZeHXxqLX27oUkD8+6e8wrxVRwaZ6jF4vUvcdtWem27bqTHuUPvcvVb+jKGqsakzo+"
    "H15tyeMBoIGB60Y0KJhW0in2BbjoSWOtPpQiU+2t77h5d4Lx6R0ckIO1OpICntvUDY1lDV"
    "bm+gXikDVW2klOdLRJBfNGmMSsWLV+UuAGP5Cs//dXR0fPz66PD41ZtfXr5+/cubwzfiWv"
    "d906de//BeJkTLu5WLWeddpzuQL8RE7/L6oGz44cpgG3tSrn5C9C1yZ3D55ikdrFRAVGSz"
    "GnzQ1+nBbwgVEX4YPuovdquGoxcvX798c/zqZYB+0LIOdB/g6GhB5C9XsZ2G9EycsY0ZWY"
    "5rXDKBrL4QPfD/2BXOjX+PHOqNEWMH0+/GgTZl2u0BZff/bexIB2sAHnQ+KleD1sdLefsZ"
    "539NXSBbA0WeOXJb54nWZ69+jn8GwU3Q587gPZKH6I9eV3FxZtweW+4Tw+sGfzTkO2HHZq"
    "r44WIAj4LlN/tNMf07pl5Q/3FJ0H819e9/xcO5mndmS4kWGl0Xc1gupddkmotowRGWDtXm"
    "aQW0J9haAX9EJoG8+EG7+t52Cf0Mf1enhI7tiTg8XgPqp1a//b7Vf3ac+HC6ixNH8kwcYV"
    "M8WjNMPM3Xx2Nij2c91K6DDxl1eD7oAxGAvTDsYoTmy4zl1aNKKFHHMeXwMMuocni4elyR"
    "5+IYc1vAsRxihTozF+aOeClMNZKCOxB+PLSFisXFXN40H+iNvvK/a2FwKGcnKLjHDW1dXv"
    "Z7n2Sj74ff0L7yq9JeXPhNuPCLZ+VU14ujDNp6cbRSWfJUXFc60Qy9mLWTEgVrp/ioNMPW"
    "bb5RyZd4xO9kV+7DI4xJhNpW/i4elYLeXbR3x0KJ2cGPiYHJkwt+Gawd3S4NGIaR7rgqzp"
    "lFjDH9QOapCToBfiSe/jm4WcVU8cPvbX5r+LFa+D6Icsc7ocBAJ+KQeHP/1aDfaQ8a6XFm"
    "S+Aq/r2qNchkhTY6uK5AVnbjIdZu77Glq7H+LM+wI5ZoCa5Nn5odzZItmOKxC4/8HfKtI9"
    "i3xds7M/+3L80lRS9p5kgmaQm5jdmk9+wezRxtglwHELERwmjKbIQpcjFENmO3bxElY2wb"
    "dwTdT4hFkGGje8zRWLRQJIE5QC3TJFR/zuh0ns4u7ewpWbJNQV8QZ740xGNVSDmVNuUEoY"
    "u9mFF7MmEBfNmyGJJyQR/KAPDbsl73YV+VTRFbNLASXXxLwF6wKvbvrLCGn3XprFavR6+w"
    "V4PuntlSDT62zTZqjxI0Y3dEcqSk7cht0XF0dIenDjlAgwlB0pwYYk6QRUYOJ1zYk0ibYD"
    "omiFnIw1GYk2nDdLu3LsR9kkapl9UHs7S0ZikwoYAJFcMZmDDAhAL9AxOqitNcqIVb8WuL"
    "JtN92TIzFxqD3qV6fSm0zUzVMW/ou875QG23+mcnaGyMbFUTpvENvbpUuqKFy9iivOaTop"
    "622h9O3NCjKk3oG9puXb1X+8r5tbxSw3yiSoNQXn/e658rnYF4Y2aNiGHfUOW3y05fOUHk"
    "u2lYRNyx32qLw7HQhDhqnf16fSUu94j/N/Sj0n8nzs6INSaFEvevsiTukx97JHH/KpnQBI"
    "IcEORqPe5BlHkvsJs471zvSzwe6If1QtwfMFQ8solVcLQJhaHzP2zMKaKGhCCooLAKOHMs"
    "bQV7dDn2ocR2bJr9htJiFs1RJirc0Roq3FGaCifHa+GYFfUpIuKF8H4cp64hfQHPCZB+Qd"
    "91CKQf0broXLZ+F5b9VIya8xv6WRFACUv/nmgTLCz901b3gzrot7pX50r/BA0xvVWFfigf"
    "eZ/2/i3/alDYq0wWzR/wgkBXlQNdWLPZkgl/9QcVCNTue9rJjMNGYvDMHUOMSkH4sPjSgj"
    "ticcJzw58QBA0A/b0y8AP9fU/0d3/Q2BK+NWfAJ4bYDPi6c+KWwO3596onuFHzoXRErfcs"
    "QR1KnmvmoGlNfIGNLK2rCHUKcWIjzA2dyKQYwsh0LOECc4IcoVgL3eMliwSK3ACqTVVr8m"
    "wi4FhtUgNwrCD0ABwr0D9wrCo8zQGZBsg0T6SDA5lmP8nsqlVCYiahOaftRu9S6Z4gKSkz"
    "rZeD677iZltN27G80kcXSuvKK300JcI/1H325ZlPvyxJMSTvZXgBYywuuS9jbPdRl1rYXE"
    "Ax2XXCD6ot7W/OgXQTpJvKpgqotrR3aEtdbUkWDFiRDVnUEsicDFlUMdicCzl1yxzZE2wL"
    "W3VGkJ+fcDfQWNhzQeMBuvQ9UTTBHFEmayPxE1n/iMosni+RTpns8Dn5KytBnqU8s0YT8i"
    "yQZ4E4O+RZQP+QZ3lssxHyLPXMs4wtTIuNc3FJCGGWejgrUaS6ZANbnbQMWbu97cZgUPle"
    "uaCPiQH8heGHOreQPXhK8EP24AllD6qKbanTB95KlhUJhGCZS+YUQrDIZnMS4bMM62NZuu"
    "y5Y8ritF9NPOdf3aJkHDEqzzTl/7poRiOLzdDXOzw1BEDi76+yUO3i2KG2Mf2aTh/s5AlZ"
    "EgculE3IEux9coYswSY1QJYAosSQJQD9Q5agwtNcqAXf8siaIfCvr2F24E0Wcuab1dzMNy"
    "lqpvxf/XuSF9+FSO3q3WwfYMhx7XwtkfB08g3OvgREpmAFUQVhV/WlPX5DNVL9IZ2+nIbI"
    "1hy9MEKy3NBfjmtcap2RX8H+vQY/aZsvBdANKeVHMBB7IIQl66T5EMSa3EZ1yYjK2JRguh"
    "y/UCgB3VBI7arT+YG1x4XstNe7iPmNp53EaNm9/niq9J+9cC0HcZFhr8uq7C88vUi8rIhP"
    "h2mZzAHq8OzGCPVqTSyJAX8Rhii32SyomxTYpX8mwsMQEIaAMASEISBc94AgBISftv4hIF"
    "wGJ5g6s+GyspdrQpaBRA0X7Gdar79muT5ELKH60dPZXqkagct6YT6RggU7fVoWtPAALRTo"
    "/nE5QL/gtm6wkd6jry6MBa9ymOpxQUhXbYu/7gObVkc+krUmrj5oR25WMWVkZVknOmLpiN"
    "an2NYmjRWBbO9kM0ccexhIbCRaf+XG3+Sru4cblyxoRgmSu1s30QzrBA3nCKNvbJjmT+cR"
    "BFp0ZQadJkTBIQoOUVCIgoP+IQpeX9saaNHA2q1JDNzdMyrf4BGIgEdeeNSQ7k8OQ9i/vE"
    "6Ib80OvjfsiWoaSxyLtaS9qNgj0vaClkrx9iq9fYLlUL8ATA7UG/3rbrfTfXeCFvJyz4TW"
    "2e9ywwSsz2/ouTJov5e7JYyIrU32uVtCiViVbXGXxopQlHuumSMSpfkCW+ZTuhEu3/Jl3H"
    "DvkiRTRsvyQkwJYkoQU4KYUu1jChBTetr6h5hSGbxDYFbullnJdKJOMM+13D4mVDuQX73M"
    "APKrlytBlqcSRBuD5sY4KlO7mgbbh3iKuf0yD76BQA3jolnQXQ1uCluIPEPkuZa2xRBP/c"
    "BcDup1KAQ0yIIR/6pFTQ0aLmvPEzbtdFvtQeeTcoL8O9xQv8U/vnY3nnXcTWdPL3rtD/Jw"
    "KD21fYZR47uRTot4wRExKOJfZkcXKmXk0u+SShlB4DwF32oqfUSkRtGBrUVfo3mJPJNzJJ"
    "tRH1SfSon9J4v+mhUKAQX9IcsTkgT4aukh6+KE6Nefobr+fvYuqCi2WbYu2G+q3dvgYE2+"
    "PdgBIVfSXQ02Ydi8BqRHCZqxOzITMrLiPXZXdbxFN87hMT5GeMaEucTRf5A9Ie6pnzha+J"
    "MHaCDaZHZ3iDlBFhkJl0Buu4u0CaZjgpiFPMyRYacXkTzqk7OsQnGhC3fxlVv7er4AUAiA"
    "QgAUAqAQPAXPGigET1v/QCEogzsrF9MWjTb7smXOYTXckLLo74ugsnihG3p1qXTPThA3Cd"
    "Vv6LvOJ0U9bbU/nLjbMqnS8pYc3jNF+ShJvDohs3IEmyHZuOtko+cL5BuNQhlINz403aji"
    "kb2M0ZQh6RiKghqKZx+ZYy1L+q4eX0KJ2pGdjg6zUcrWccpSpDJhuvBlXuRqhEOJ2nGdjj"
    "MhfLwG4eM0wvkdCnAkquxICLuO5SLBBgK1+552MmJFopU5XLRQCKbjwtOxRe6IxQnPDX9C"
    "EPzjLSUc/ZWGW0iK+ascK/YhZC6GFg4AGdKNfn/dIrZZ9/QuWTfPim/iCy9d1vFqQlbvmu"
    "KdbObINvJAYmOisc104haL42xGwtJxGLkp8CYiVLPmpugPbxepOx3dTwiV2b85whbx12mn"
    "E4lbvXOWRGE0aQ+5wdLmBjnBU7JEAwPyfVWhjkCiFjG5de6E8tsg5kn4tuazj63ffo55Ex"
    "e97jv/8oht2r7onZaDAFc22EthEu2Dg1U2RWyRhLVPnhCfnIq7rZq0g/N55m1NCLkZlWxz"
    "d4su6DhizsQ2useGzdGIWZKzs6iu+xNHVIyryKB3zNBIepYueI9MxJ14hV+Ykks7JQNdB+"
    "g6MZwhygp0HdA/0HWqOM0BAwQYILXv2haZiTdY1F/Mk+mIiAH8xZkfVVt3Lv26AtU6P7c6"
    "A7da50I+usg86Uruh+UHHBzg4FSdgzO2MJUm3zKUV6+aj0s9cNF82Yb1fKvmYTe0ssW5YT"
    "e0eu2G5oezrzlpbIh4y0uaRYLeqrOQ3Bj4/ixD1W4u2R0EESe2PSU6wtQPUr9FlIyxrIsj"
    "k8qWXHCKNPHOSD7oALVMuZrhOaPTeTokvvW7Ly2XHf5sT+ULsyRdMNvEc7kWV4XFryUa+p"
    "proungFO9tG9rgS8kFflwOFFBYAYvhMbcC4nKggAqvSNk37Lv3h2HFxBPL5SQMtTy0/rgk"
    "DGzbY5ZHiDJboUCHbJ2K6SM7xTzeGUvnYnY8I+DSM8YaK7zMxFXNHI6mb2WYEdmNrqasaL"
    "QQcH3CwAf0+FLYWxePhkT6fxscywfeazPnChzCUjqEZfJLnow6wCspjQLcune54Y9KQd9/"
    "iN2UZ05PaC2tsh4lAyb+yWFdZV1cVi6FZTWsov00i1FVwFD68X/ZorT4"
)
