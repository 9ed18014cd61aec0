"""Codes beside the links, passwords of addresses, and addresses that wait for a confirmation."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        CREATE TABLE IF NOT EXISTS "crm_portal_challenge" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "hash" VARCHAR(64) NOT NULL UNIQUE,
    "email" VARCHAR(254) NOT NULL,
    "code_hash" VARCHAR(200) NOT NULL,
    "tries" SMALLINT NOT NULL,
    "expires_at" TIMESTAMPTZ NOT NULL,
    "link_id" BIGINT REFERENCES "crm_portal_link" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_crm_portal__expires_fe7665" ON "crm_portal_challenge" ("expires_at");
CREATE INDEX IF NOT EXISTS "idx_crm_portal__email_4597b7" ON "crm_portal_challenge" ("email");
COMMENT ON TABLE "crm_portal_challenge" IS 'A browser that asked for a link, and the code that it may type instead; there for strange addresses, too.';
        CREATE TABLE IF NOT EXISTS "crm_portal_new_address" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "email" VARCHAR(254) NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "customer_id" BIGINT NOT NULL UNIQUE REFERENCES "crm_core_customer" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_crm_portal__created_6b3945" ON "crm_portal_new_address" ("created_at");
COMMENT ON TABLE "crm_portal_new_address" IS 'An e-mail address that a customer wants to have, until its link is used. The subject of a one-time token.';
        CREATE TABLE IF NOT EXISTS "crm_portal_password" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "email" VARCHAR(254) NOT NULL,
    "hash" VARCHAR(200) NOT NULL,
    "changed_at" TIMESTAMPTZ NOT NULL,
    "customer_id" BIGINT NOT NULL REFERENCES "crm_core_customer" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_crm_portal__email_b6a887" UNIQUE ("email", "customer_id")
);
CREATE INDEX IF NOT EXISTS "idx_crm_portal__custome_fb9ba9" ON "crm_portal_password" ("customer_id");
COMMENT ON TABLE "crm_portal_password" IS 'The password of an address, for a customer that had it when the password was set: for no later one.';
        ALTER TABLE "crm_portal_entry" ADD "by_mail" BOOL NOT NULL DEFAULT True;
        ALTER TABLE "crm_portal_link" ADD "way" VARCHAR(8) NOT NULL DEFAULT 'mail';
        ALTER TABLE "crm_portal_link" ADD "used_at" TIMESTAMPTZ;
        CREATE INDEX IF NOT EXISTS "idx_crm_portal__email_ddefbf" ON "crm_portal_entry" ("email");"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        DROP INDEX IF EXISTS "idx_crm_portal__email_ddefbf";
        ALTER TABLE "crm_portal_entry" DROP COLUMN "by_mail";
        ALTER TABLE "crm_portal_link" DROP COLUMN "way";
        ALTER TABLE "crm_portal_link" DROP COLUMN "used_at";
        DROP TABLE IF EXISTS "crm_portal_password";
        DROP TABLE IF EXISTS "crm_portal_new_address";
        DROP TABLE IF EXISTS "crm_portal_challenge";"""


MODELS_STATE = (
    "eJztW21v4jgQ/itWPvWkFlHaAludTqIte4uuL6uW25V2VUUmMeAjsdnYKUWr/vfzOCTkBQ"
    "ppgUKbL20znidxnpnYz4zc34blueaQexI7pfM+dhzCesQ4Rb8Nhl34Y7bDPjLwcJgcBqPE"
    "HSeFMq0EqiOkhy2pfLrYEUSZbCIsjw4l5QyQDdTx+EgQD8k+lgiLAbFRl3sII4eywT7CzF"
    "ZDBFncJoEPlcjFYyTHQ4IoE5Jgu4QajuDg5xE00j8Z73B7jPpYaDi2bY8IUYJZ2dxS06Ks"
    "91YT8Bn95RNT8h4BhJrGz3tlpswmj0TA5U+DPA6pAphYGmpMXbuYOsY9+A0HZpcSx04Ejt"
    "pwZ203YWZgO6O9FpOftS+8d8e0uOO7bOo/HMs+ZxGAMgnWHmHEw5LAE6TnQ9iY7ziTaIeR"
    "DN5i6hJMP4axSRf7DgQf0MEEpjbDNK9v2uZds22aRiYxQkQsVBOTxRkklZqq0AToBD74VK"
    "kcHdUq5aNq/eS4Vjupl+vKV883O1R7CiYzZSu4leas9Xfrug0T4ipzg/QGw5PGYIkDlI7S"
    "lH0V5X6Wf/UFebPZD/1T/KsXS/Mfsr29AXDxowlfvOyry+rxM9x+a9yef2nc7lWP/0gSfD"
    "0ZqeghoHpKbZD4ObiNAKshNzRM2Z0uZRunt3KyDL/Kay7BeizJMKxsZt4MToA2x7RhbIbn"
    "cnkZnsvl+TzDWJJnNQF1kwzHd67aMeeu0xFo8VK9Ko7L612qjyq1arQ4w8Vzy/HdVePyMl"
    "x/Y4vCdHfM8Hmh6JDUJXNWhwQyRao9gZbCP3ZwwXiGzHbrqnnXblx9hdu7QvxyNF+NdhNG"
    "Kto6Tln3qqkUj26CvrfaXxBcoh83101NJxey5+knTv3aPwyYE/YlNxkfmUoJxTgJzaEpEW"
    "ZQYGZeZRMDveibmWye2xLPzQkc0JbdwUx9A5xmo/CZe4T22D9krCPRUvPGzCIzmI+VFZeT"
    "W+1WFJ7CLAut0yl6eBTp8Xjyqde3iUNksJE27s4bF01Dk9zB1mCEPdtMsA0jvMJTlsg3O+"
    "RW3LQFM9zT5MBbwJxjxDeZ9MbGnGIvGNzPUeiRCLGwyDsbq5qIWv2wCFK1lVC/1CgaqfKI"
    "D1UqqBLqQrNlQ/3EdM0UOrm+kKhDEH8gXraCW/ndlynPLI9A7hbl2dasXvvPlGeTUOfeSp"
    "K41SiwDxOOooTbXAnXGZuzOT7j3CGYzaY5hkoR3VGwdTEd5nuc6egbWLXkPbu5uUyo3bNW"
    "Kl2v/706a97uHWq6lROVc7I4tuTnrDmSyLeqOYw/uz6zgFvU8zF7pCXL4dagpMT3X+uqqn"
    "e9GMlI4reTb1o3z1FvoaZeWryFen6xdvve5y4oKqXzDyjTPXFEBXTITwMV5Xf+I5ZEvIuo"
    "VGqLkQNIYiT5gLCU6qISoJJzxB1b/QbV5QslzjKabmNPXaoVHy6SadEXvy6U31Yqv0J6rF"
    "t6jPA4D78T9w12jMOAJvmNrKsgtr4ErfW5pNYzDflCaXw4pRGPP+xOLwh+DLaCyG9nA+5d"
    "xNfyheQu8XL3I1LAor29ovZ2yOtrW9yW8i6dx262W7FYtsmdSsNta3Rfk1EjaAUbc+qlmE"
    "eeqokR/ZlHuMWnmxgiB6A0ot50cMgIhQyiEVbcQ1HSxw/qBj6TyhlKmrDk0ZUKaidrHpyu"
    "eDIF1EafnLdhXtRKRa30IWulQtgXwu/NhN9HXfJe1cNdRiPeMNLm6sc6FOJ2BW19AvHVou"
    "8rFmLEvaSemDWeR/AN46CFag+kUojQWomF4mt/cqI8El9ajPWxDc3p6EBChIVjC4LIU41i"
    "HDkqPzwQXlmdt6FnzlB48b54LNz3WeWXHi2kXyH9Ppz0e9v/ENguftdxuNrqY9Z7mbROIA"
    "tpXUjrzRyzfxebyhY2VbctGO+kq/qNCirnqetgMI+0fogQSxxBUWI1JmQdLKQ+GkKUlmXB"
    "f2j2+UjJXzmrFZofvrifWcjYrZSxENoXKIAYrNj+d3T75z6bEff5u37ov7n9/nC9n17l8L"
    "h2XD+qHkdfXGR57kObcc51q5TUB1nViiblDuitF2iop/8Be46Vzw=="
)
