from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        CREATE TABLE IF NOT EXISTS "crm_referrals_refund" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "order_source" VARCHAR(200) NOT NULL,
    "source" VARCHAR(200) NOT NULL UNIQUE,
    "amount" BIGINT NOT NULL,
    "at" TIMESTAMPTZ NOT NULL
);
CREATE INDEX IF NOT EXISTS "idx_crm_referra_order_s_4854b9" ON "crm_referrals_refund" ("order_source");
COMMENT ON TABLE "crm_referrals_refund" IS 'What was given back of an order, once for each source.';
        CREATE TABLE IF NOT EXISTS "crm_referrals_code" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "code" VARCHAR(13) NOT NULL UNIQUE,
    "main" BOOL NOT NULL,
    "customer_id" BIGINT NOT NULL REFERENCES "crm_core_customer" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_crm_referra_custome_48cddb" ON "crm_referrals_code" ("customer_id", "id");
COMMENT ON TABLE "crm_referrals_code" IS 'What a customer hands on. After a merge a customer has several; one is the `main` one (migration 1).';
        CREATE TABLE IF NOT EXISTS "crm_referrals_referral" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "channel" VARCHAR(8) NOT NULL,
    "state" VARCHAR(10) NOT NULL,
    "why" VARCHAR(12),
    "note" VARCHAR(300) NOT NULL,
    "order_source" VARCHAR(200) UNIQUE,
    "currency" VARCHAR(3) NOT NULL,
    "amount" BIGINT NOT NULL,
    "refunded" BIGINT NOT NULL,
    "paid_on" DATE,
    "refunded_on" DATE,
    "rewarded_at" TIMESTAMPTZ,
    "referrer_points" BIGINT NOT NULL,
    "referred_points" BIGINT NOT NULL,
    "referrer_id" BIGINT NOT NULL REFERENCES "crm_core_customer" ("id") ON DELETE RESTRICT,
    "referred_id" BIGINT NOT NULL UNIQUE REFERENCES "crm_core_customer" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_crm_referra_referre_1ac43f" ON "crm_referrals_referral" ("referrer_id", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_referra_state_f12006" ON "crm_referrals_referral" ("state", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_referra_state_5f3729" ON "crm_referrals_referral" ("state", "paid_on");
COMMENT ON COLUMN "crm_referrals_referral"."channel" IS 'STAFF: staff\nAPI: api\nPORTAL: portal';
COMMENT ON COLUMN "crm_referrals_referral"."state" IS 'WAITING: waiting\nQUALIFIED: qualified\nREWARDED: rewarded\nREFUSED: refused';
COMMENT ON COLUMN "crm_referrals_referral"."why" IS 'STAFF: staff\nTAKEN_BACK: taken_back\nMERGED: merged\nGONE: gone\nCAP: cap';
COMMENT ON TABLE "crm_referrals_referral" IS 'At most one for each new customer, for ever.';"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        DROP TABLE IF EXISTS "crm_referrals_referral";
        DROP TABLE IF EXISTS "crm_referrals_code";
        DROP TABLE IF EXISTS "crm_referrals_refund";"""


MODELS_STATE = (
    "eJztW21vokoU/isTPnUTr7HYbb3em5tQq12yrfZae5ts3bAjjEgKMxaGWrPpf78zICIgrr"
    "Bqq+VLo2fOAzPPc+blHKc/BdW2FBsNkW1D0yk3iIaEOvgpYGjxD8uaS0CA43GikdspHJhJ"
    "mKIGsIFDbahS5jFkdsRMGnJU2xhTg2COux9BCiBQXYcSC9lgBLHmAILLQBpS9h0CZtVR1M"
    "UBDnpG7E1/MU8EDAfQEQI/LGjgH57lyDJ0G/J3gONPZd4TjaisKwbWd/lSFxtPLlIo0RHz"
    "tdmrH74zs4E19IIc/vVBCN6gGBqHsL/fuc/4URkayNQi2vgunl2h07FnOzd0GdOW58vHOW"
    "Dkm66FQ//xlI4IngMMTLlVR5gNhiL+Bmq7XBrsmuZMz0AtfwShi9/1BYyGhtA1ucAc7Xcg"
    "tAmK0u70lNtmT1GEhPgBYkGamUklmAcO66rjEaDzLvzxpyhWq2dipXpa+3xydva5VqkxX6"
    "+/yaazV78zIVv+ozzO5Eu53eMdIiw6/QDmhlcPAyn0UZ5CIfs2ejYc3vOEBqkCLEJ+LUNA"
    "+iodAkMoRDixAtaPtyuDeHxydlKrnp7M2Z9bVpEeELy41CA+cgXSJKUXrIUaFlrOaxQZY1"
    "abQcvBh23xLPw9dLHqTXjdhfjFKKsmUR/LmEz+EbakwQqCe/J187YnXd/wx1uO82R6REq9"
    "Jm8RPes0Zj06/RSdBvOHgHu59wXwr+Bbp930eCYO1W3vjaFf75vA+wRdShQ2cAVqi2QF5s"
    "AU0d8dazn1jyIL/fdT/2AWD6ZK1p0tAc21us72sEyiH8g2t6DC7KwWJb8xgnYK9TP/GONs"
    "IHnm2dueKyz4opgI63TEt83qCi7/k7qNL1L36LgamzDtWYvoNUWp5WfDJXFNiIkgXs5uAI"
    "mxO2CYbS1jAeO7Xa3OO52ryEJ1LsdCtX13fd5kjHuEMyeDpkVw9AidYRWJAnd3QjuIRYSn"
    "KcPHpUflgNikHC1iI0PHX9HUk0RmfYdYXbag8IxSZd7lxsLD9kyM1yDiAms43Ww4mWd48U"
    "BkLGjIRH68d9k+25UbjHFO+ACqjxNoa0qEed5CRBKzzH2TTZZoxS0QQ91jiA+FdzxaCejO"
    "PgnpxYK5SylzwcBehP6yaCBRYLGziJd1D4kNEFRHAKPJPF0v+WaWrieT/6zgdZJ4v/uRJL"
    "4EHtieyEJ1qWEMDSYLLnL9Itcvcv0i1z/8XK/I9T+2/kWu/y5y/RHEGJnL0/0mdq3EoTyq"
    "RAjfTPa/HREEFqytVh2wUQyHfSzdyHUAx0Yf33S6PemqDsbEpv5ZM2uNoLZGiaCWWiGoxQ"
    "sE8/NgHjXCw+TOtBAm0KCcrYyC3EtyT25f1sEM38f/3klXcktuXtTBkwtNgxGg9XG3eS91"
    "L7jRRjxz8W2tu1vfNHQdpOWR7biyTmmnkl7aqcSVm4ymeXWbQXOptptVLDaBetLXZls5lx"
    "pfWQfgI8IKzyz7+LrZveTCeD+WMqUu2d5RBzpLrPq4Id3UgQrHudQS11FLTFdLjKuFSdo0"
    "W77lBP47nFnbOkREqa1W1pkJzCuVXK8tyi5hE9VWHOLaaiaW47iNzIh3VFAW1yJbXEG2mC"
    "RbdW0bYTVl9Umrc4aYwwvpdQI6PZzj/EKLuHhJkrLqhBpidpf4Vw7qYMr3djbYjJnBIqpg"
    "Ph/zQSUyQTzPypfTvgBZlY6/m+PMJhJunkSnxGxG9mKwj82gf8jPURWKQTdQFtofJveu+D"
    "P/eWRMvOFlXeTj4GKtz73Lciq139FBK3TYlA7ZLyzEgMWFhd+fCjkl0DYqwQf5xXXFjZEg"
    "spNiFDdGlt0Yia0EG7gxkpwbSS06GPUI+7MTJd50UmTUQcugw4Zu47AkQlh5F4c7lPLcxA"
    "mA6/3zzgQ6QDeeEQZ8hIAMAcTAK+2VAGHhEV6y8St9Kf+Ok+sx69zNiVQZi/s27/O+zZuW"
    "kN/bHrCDKnJ2pjfN8aHX6feljnwgS8sC8ZlrScXNon0rLiUSiV1ejX79H9aVeao="
)
