from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        CREATE TABLE IF NOT EXISTS "crm_membership_grant" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "last_day" DATE NOT NULL,
    "kept_until" DATE,
    "kept_tier_id" BIGINT REFERENCES "crm_loyalty_tier" ("id") ON DELETE RESTRICT,
    "tier_id" BIGINT NOT NULL REFERENCES "crm_loyalty_tier" ("id") ON DELETE RESTRICT,
    "customer_id" BIGINT NOT NULL UNIQUE REFERENCES "crm_core_customer" ("id") ON DELETE RESTRICT
);
COMMENT ON TABLE "crm_membership_grant" IS 'The tier that a customer was given for memberships, and the one that people had given, which comes back.';
        CREATE TABLE IF NOT EXISTS "crm_membership_plan" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "name" VARCHAR(100) NOT NULL UNIQUE,
    "name_zh" VARCHAR(100) NOT NULL,
    "months" INT NOT NULL,
    "currency" VARCHAR(3) NOT NULL,
    "price" BIGINT NOT NULL,
    "tax_rate" DECIMAL(5,2) NOT NULL,
    "in_portal" BOOL NOT NULL,
    "active" BOOL NOT NULL,
    "tier_id" BIGINT NOT NULL REFERENCES "crm_loyalty_tier" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_crm_members_tier_id_2e0efb" ON "crm_membership_plan" ("tier_id");
COMMENT ON TABLE "crm_membership_plan" IS 'What is for sale: a tier for some months.';
        CREATE TABLE IF NOT EXISTS "crm_membership_membership" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "months" INT NOT NULL,
    "state" VARCHAR(8) NOT NULL,
    "order_key" VARCHAR(50) UNIQUE,
    "pay_by" DATE NOT NULL,
    "paid_on" DATE,
    "first_day" DATE,
    "last_day" DATE,
    "stopped_on" DATE,
    "customer_id" BIGINT NOT NULL REFERENCES "crm_core_customer" ("id") ON DELETE RESTRICT,
    "plan_id" BIGINT NOT NULL REFERENCES "crm_membership_plan" ("id") ON DELETE RESTRICT,
    "tier_id" BIGINT NOT NULL REFERENCES "crm_loyalty_tier" ("id") ON DELETE RESTRICT,
    "invoice_id" BIGINT UNIQUE REFERENCES "crm_receivables_invoice" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_crm_members_custome_f24005" ON "crm_membership_membership" ("customer_id", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_members_state_6feccd" ON "crm_membership_membership" ("state", "pay_by");
CREATE INDEX IF NOT EXISTS "idx_crm_members_plan_id_e1e3ae" ON "crm_membership_membership" ("plan_id", "id");
COMMENT ON COLUMN "crm_membership_membership"."state" IS 'WAITING: waiting\nACTIVE: active\nOVER: over\nCANCELED: canceled';
COMMENT ON TABLE "crm_membership_membership" IS 'One that was ordered. `tier` and `months` are the plan''s when it was.';
        CREATE TABLE IF NOT EXISTS "crm_membership_tier_price_list" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "currency" VARCHAR(3) NOT NULL,
    "price_list_id" BIGINT NOT NULL REFERENCES "crm_contracts_price_list" ("id") ON DELETE RESTRICT,
    "tier_id" BIGINT NOT NULL REFERENCES "crm_loyalty_tier" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_crm_members_tier_id_eb4734" UNIQUE ("tier_id", "currency")
);
CREATE INDEX IF NOT EXISTS "idx_crm_members_price_l_827428" ON "crm_membership_tier_price_list" ("price_list_id", "id");
COMMENT ON TABLE "crm_membership_tier_price_list" IS 'By which list members of a tier buy; one list for each currency.';"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        DROP TABLE IF EXISTS "crm_membership_tier_price_list";
        DROP TABLE IF EXISTS "crm_membership_membership";
        DROP TABLE IF EXISTS "crm_membership_plan";
        DROP TABLE IF EXISTS "crm_membership_grant";"""


MODELS_STATE = (
    "eJztXP1v2jgY/lcsfrmd1EMttGuvdzqJUrahtTB1uVVaO2UmMWA1sbPEKeOm/u9nOwn5hB"
    "IKlA//0g3br+M8j/369fsYflUM19ZtZPeQ6w2xU33vQsIq5+BXhUAb8f8UNzgAFeg4+WpR"
    "wWDPKrDUBxPLnsdcaIjH9KHlIV5kIs9wscMwJcJSGyLAMHIBG0IGIDB8j1Gbfx5BDwzwIy"
    "KgT10Qd+4dAEhM3hwBSlBg5iDqWAgMoRmYHIDREBtDYPCePNCDxkNVjMakBh8OJoN1P9gn"
    "+IePdEYHiJu7/PF333gxJib6ibzoo/Og9zGyzBQn2BQdyHKdjR1ZdoEHbcLeybbitXq6QS"
    "3fJnF7Z8yGlEwMcMDGABHkQobEE5jrCzaIb1khiRFBwWDjJsEoEzYm6kPfEpwK62AAcVlF"
    "1ztdTf/c0nS9kuM7skgwERYZlIi5wofqSQAGYgh//Fmr1euntcP627OT49PTk7PDM95Wjj"
    "dfdfoUDCZGK+hKYtZ+3+5oYkCUT8hg1oqCJ2kDGQysJBkx+i56xJ4YeY6DqQQkTZ6nIQJ9"
    "Fg9RQUxEvJYi1I9WS0Pt6Pj0+Kz+9niC/qRkFugRwEkXg8Sb65DlIb3kNQzbqBjXtGUGWT"
    "M0rUb/WRXOlb/7PjEEimDgQ/ITVw2L8lVO6Oifyoo4mAGw1r5ufdYa159E97bn/bAkkA2t"
    "JWpqsnScKX3z9vf0Mph0Am7b2gcgPoKv3U5L4kw9NnDlE+N22teKGBP0GdX5i+vQTIIVFU"
    "dFKf59x1yQ/7Sl4n87+Y9WcW+sl93ZcqYLeddwDytF+o5sczELFvSYbsJx8Roshj9pM2v1"
    "rWrlrZCEGXiKRZMB7wE5TPcJw1YZ+NJWLwRwwybxAviJyLu0B8haKgewqANYCP6XIr9py/"
    "51oI/OmeX3v7ThcijYkzOeOF73HwqPeGJW54l4R12EB+QjGksy2nzckBioAHiR+rDoGFps"
    "XNXCvrZsITxFUy0qjeeBC0eTpETSAXAATGQhJiG44WHhTbupVYr9/JrR3TAHPy+42c1tCs"
    "JiJou80gi6pp6a0qKG1mjhJI98R56KLkEa5X/mIcLgtFWbia62ytvMS0TGz87DQxp2UWXX"
    "7GwJJHAgX1oMTwwmk269jlOrM5Ky16kEbOnMbLrV8+nZbpTpFFlR6prIRWYVfBfz9LtMh3"
    "63KWFDj39wkcyNOhYkv3lgNEQEYGmXz70urdfnE6t3WT75X97krsJnehBrO3DMz5RBoXhM"
    "op3KyqqsrMrKqqzsrmflVFZ2v/lXWdlNyAwEMU+JTS022KV8zNJ2tUmEl4azOYRui/h27s"
    "STwjYOD9PQ8gGvzIuNIGYCoHL4Vm4bba3deX8OQvt70mhq7S+tc8BDe/yI7kn3S+vmHNBH"
    "5N6TZqPTbF21Ls+BIV7cQmY2PJ/Cjg1/6hYiAzbkH89mMPGlcdP80Lh5c5bxaJ2woiZq0l"
    "TJM4D+gAoUCUFX8fRPGS1EU9btvG5snQL45HAOhE8Op0IsqtIYh+ecwg2+GODYYq8FHwdi"
    "fsQvOG3MQm5iss9STx+75YXGlNE+o/fKKu1WY+cx6jio7LJNW+0zfpulUm1GYLrm40AiFz"
    "k//AkjBb2Sx7cPekweKTZQafTTdktJQuxJpn2GNj5dNiyn4L5YONyMvXNJ0mHWyb8U3YQ6"
    "+CnsbkfxTexuc2CrbnYs8WbHYvcOQq+cZ6HMtQMXGQg/CoS9ajvucJu8+bw8pHextV09kG"
    "5jxqWDyK2Uvm4QubfnLxrciusA2JPfufKghc4BDL6eJQu4UwVBtjt/maCU5TwXBqLFoOR/"
    "Jf8r+V/J/zsv/yr5f7/5V/L/JmQ+5L858KfLn1H75QjUGyR9Hh3Oo33yVlPFT1mXR1f/b1"
    "gW4NBkjZcAVuWw1oDxVlxgOaptS1Tmuy4iRqkrEUmb9c3ZtXmG+hxztj51xtZzNyLcwtzE"
    "TH0lMlEp/sXVFU6pW3g16xIZ2IbWFH0lYZaNNAO7ami/Mt98+ArR5GWr2b5uXL05OajJmc"
    "0DRxxkhKIZf5xzxJjoDnUZLPiG8gWlFoJkmoiSsMtg3OOGqwI2ijXWi+xFt3uVCtEv2pm5"
    "2/n3+qLFt8EM8PkpHVy0K4l2bKSgnh9qpc1uijqo9JVX0leWLwAI+D+J0OYKezN/Ey7d8G"
    "ABSUBCIcMo3Yr6eFYduBiHP6wmTKLfZAO0H6X6e/74L/mrbLJeJP4RFD/DFobDedFgGR0W"
    "aAl3k0UxicS/5fSF+OXVVw03wcUdKK1BaQ0q16y0BsW/0hp2N5JXucW15xaTQV7JHGPSVB"
    "1Z1U3u7YBeZQvW/ztb6bP0y65pE3kO96qpI/6OopxzsxuQmXn6Hw7okp4="
)
