from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        CREATE TABLE IF NOT EXISTS "crm_portal_link" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "email" VARCHAR(254) NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "customer_id" BIGINT REFERENCES "crm_core_customer" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_crm_portal__email_dbef1e" ON "crm_portal_link" ("email", "created_at");
CREATE INDEX IF NOT EXISTS "idx_crm_portal__created_e808c6" ON "crm_portal_link" ("created_at");
COMMENT ON TABLE "crm_portal_link" IS 'Whom a sign-in link is for: the subject of its one-time token. Deleted when it is too old to be used.';
        CREATE TABLE IF NOT EXISTS "crm_portal_visit" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "last_at" TIMESTAMPTZ NOT NULL,
    "count" INT NOT NULL,
    "customer_id" BIGINT NOT NULL UNIQUE REFERENCES "crm_core_customer" ("id") ON DELETE CASCADE
);
COMMENT ON TABLE "crm_portal_visit" IS 'When a customer last signed in, and how often.';"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        DROP TABLE IF EXISTS "crm_portal_visit";
        DROP TABLE IF EXISTS "crm_portal_link";"""


MODELS_STATE = (
    "eJztVu9P4jAY/leaffISJTpQOHO5hEM8yZ140UUTzaUpWxk9uhbb7pAY/vdrO7axgagkGM"
    "z5Bbb3fZ/u7fP0x/Po+CKCIy4UopWfhA2dY/DoMBRh/bCQ2wUOGo2KGRNUqEdLAEhTQE8q"
    "gXyl031EJdahAEtfkJEinBnQzYBHAAFJQrZHGDBAQCToc3EM1AADGff+YF8B3gdEScAZ3l"
    "MkwkDxIWYVcIIpVjgA4wFmusBAFeeA00D/gx4GscRBxbQScF/3Qlj4pl+NGbmPMVQ8xHpc"
    "ob9991uHCQvwA5bm9c7BESKWSV9gpIeFSDm66K7wblCjIewTTIOCTCQwUBuHajKysW8k7D"
    "B1amvN1HvQ5zSOWF4/mqgBZxmAMGWiIWZYmE/qmBKxkYvFlM4EThVM5pSXJJOZwwS4j2Jq"
    "RDfopIE85kDYvfDgVduD0FlYECliTq1ZyOfMLCbdqrQEhKaFvc+uW63W3f3qUeOwVq8fNv"
    "Ybutb2u5iqT5NmcraSoSxnne+drmca4nrFJivaBKYWgxRKUFaznP1Mu6IArQESy+nPACUF"
    "9NTKCqR8r5IgDeQa5PvsLUSI0AOkmIVqoF/dw9oKgq+bl62z5uWOrvpUpLk7S7lJzjA+fw"
    "xlm2CB5hOdMftyOdVFZInvYAatpA+bYt/50o+Zb4gFYYzYA6n4lPvDCuPjr86GZFmhgtc5"
    "b195zfNfZvhIyntqiWx6bZNxbXRSiu4clQTLBgE3He8MmFdwe9FtW565VKGwX8zrvFvH9I"
    "RixaGeOETBPFlpOA0V9Y+l4hEW8LUHXQn4/Im3RPHZgbY12+3Nzjxz3fSHS4+8lNdFNU65"
    "wPpG/YEnVpGO7h0xHy9h31gFX1dXWnODvS8tpul6S6N5iwKNs4u6vAw1CYF1D/aaaF61mi"
    "dtx9LdQ/5wjEQAC7ybDHd5KZLVLqYiNypHEEOhJcjMZLpbsHbXRBL1lO9Lkq8xfn8zxAuc"
    "nzZPCKT8AIqkso5MGyvCdgFiARjwsfZgSnuuJRbutfDnvdiHydpKk2WkXeP+n4N9XP7v9P"
    "LnMVui+9N3flq/1m2/lsQHm9167kGtXmtUj2rZjssiqzZauqm2xEf9r6fago16zUX/Est1"
    "wbDH9c8mDNd2ibY5v7WGh5r+A8ReJy8="
)
