from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        CREATE TABLE IF NOT EXISTS "crm_community_club" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "name" VARCHAR(80) NOT NULL UNIQUE,
    "name_zh" VARCHAR(80) NOT NULL,
    "about" VARCHAR(500) NOT NULL,
    "about_zh" VARCHAR(500) NOT NULL,
    "active" BOOL NOT NULL,
    "tier_id" BIGINT REFERENCES "crm_loyalty_tier" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_crm_communi_tier_id_e9e5d2" ON "crm_community_club" ("tier_id");
COMMENT ON TABLE "crm_community_club" IS 'A circle of customers with a board of topics.';
        CREATE TABLE IF NOT EXISTS "crm_community_profile" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "nickname" VARCHAR(20) NOT NULL,
    "nickname_key" VARCHAR(80) NOT NULL UNIQUE,
    "main" BOOL NOT NULL,
    "muted" BOOL NOT NULL,
    "customer_id" BIGINT NOT NULL REFERENCES "crm_core_customer" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_crm_communi_custome_2061a3" ON "crm_community_profile" ("customer_id", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_communi_muted_c0d53d" ON "crm_community_profile" ("muted", "id");
COMMENT ON TABLE "crm_community_profile" IS 'How a customer is called in the community. After a merge a customer has several; one is `main` (migration 1).';
        CREATE TABLE IF NOT EXISTS "crm_community_member" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "state" VARCHAR(8) NOT NULL,
    "club_id" BIGINT NOT NULL REFERENCES "crm_community_club" ("id") ON DELETE RESTRICT,
    "profile_id" BIGINT NOT NULL REFERENCES "crm_community_profile" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_crm_communi_club_id_11c462" UNIQUE ("club_id", "profile_id")
);
CREATE INDEX IF NOT EXISTS "idx_crm_communi_profile_42d3cc" ON "crm_community_member" ("profile_id", "created_at");
CREATE INDEX IF NOT EXISTS "idx_crm_communi_club_id_79f366" ON "crm_community_member" ("club_id", "state", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_communi_state_5bef13" ON "crm_community_member" ("state", "id");
COMMENT ON COLUMN "crm_community_member"."state" IS 'MEMBER: member\nLEFT: left\nREMOVED: removed';
COMMENT ON TABLE "crm_community_member" IS 'Who is in a club, or was.';
        CREATE TABLE IF NOT EXISTS "crm_community_topic" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "title" VARCHAR(120) NOT NULL,
    "state" VARCHAR(9) NOT NULL,
    "pinned" BOOL NOT NULL,
    "closed" BOOL NOT NULL,
    "last_post_at" TIMESTAMPTZ NOT NULL,
    "key" VARCHAR(80) UNIQUE,
    "club_id" BIGINT NOT NULL REFERENCES "crm_community_club" ("id") ON DELETE RESTRICT,
    "profile_id" BIGINT REFERENCES "crm_community_profile" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_crm_communi_club_id_c912e0" ON "crm_community_topic" ("club_id", "pinned", "last_post_at", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_communi_profile_bdc555" ON "crm_community_topic" ("profile_id", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_communi_state_a73110" ON "crm_community_topic" ("state", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_communi_last_po_062784" ON "crm_community_topic" ("last_post_at", "id");
COMMENT ON COLUMN "crm_community_topic"."state" IS 'SHOWN: shown\nWAITING: waiting\nHIDDEN: hidden\nWITHDRAWN: withdrawn';
COMMENT ON TABLE "crm_community_topic" IS 'Opened by a member, or by the company (`profile` is null).';
        CREATE TABLE IF NOT EXISTS "crm_community_post" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "text" TEXT NOT NULL,
    "state" VARCHAR(9) NOT NULL,
    "key" VARCHAR(80) UNIQUE,
    "profile_id" BIGINT REFERENCES "crm_community_profile" ("id") ON DELETE RESTRICT,
    "topic_id" BIGINT NOT NULL REFERENCES "crm_community_topic" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_crm_communi_topic_i_03877e" ON "crm_community_post" ("topic_id", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_communi_profile_0faaeb" ON "crm_community_post" ("profile_id", "created_at");
CREATE INDEX IF NOT EXISTS "idx_crm_communi_state_453c1d" ON "crm_community_post" ("state", "id");
COMMENT ON COLUMN "crm_community_post"."state" IS 'SHOWN: shown\nWAITING: waiting\nHIDDEN: hidden\nWITHDRAWN: withdrawn';
COMMENT ON TABLE "crm_community_post" IS 'The first of a topic is what it was opened with. The company''s has no `profile`.';
        CREATE TABLE IF NOT EXISTS "crm_community_report" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "reason" VARCHAR(500) NOT NULL,
    "state" VARCHAR(9) NOT NULL,
    "post_id" BIGINT NOT NULL REFERENCES "crm_community_post" ("id") ON DELETE RESTRICT,
    "profile_id" BIGINT NOT NULL REFERENCES "crm_community_profile" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_crm_communi_post_id_a24211" UNIQUE ("post_id", "profile_id")
);
CREATE INDEX IF NOT EXISTS "idx_crm_communi_profile_beba2a" ON "crm_community_report" ("profile_id", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_communi_state_6393c9" ON "crm_community_report" ("state", "id");
COMMENT ON COLUMN "crm_community_report"."state" IS 'OPEN: open\nUPHELD: upheld\nDISMISSED: dismissed';
COMMENT ON TABLE "crm_community_report" IS 'A member says that a post should not be there; once for each post.';"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        DROP TABLE IF EXISTS "crm_community_report";
        DROP TABLE IF EXISTS "crm_community_post";
        DROP TABLE IF EXISTS "crm_community_topic";
        DROP TABLE IF EXISTS "crm_community_member";
        DROP TABLE IF EXISTS "crm_community_profile";
        DROP TABLE IF EXISTS "crm_community_club";"""


MODELS_STATE = (
    "eJztnGtz2jgUhv+Khi+bzGSZhKTNZXd2hiS0YTZAhtCm06bjCFuAJ7ZEbTmE7eS/r47vN4"
    "idQgpEn9pIOkK8R5KPHo78s6JapqIy03SozqfVM8PpV07QzwrFJhH/yaveQRU8HmcqoZzj"
    "vpE1U9TArG9zC6tctBhgwyaiSCO2auljrjMKdnWk6pZqEMQGSHVszkxi2Wii8xHCqM+wpU"
    "ENZ2NdtavQpcZU0adOhy+yFsP74RCFsyHhI2KJPr59F8U61cgjseHPbxWuE0vRtcp3qBnf"
    "KwOdGFpCI1EpqtxyhU/HbtmpPmxS/sFtC8PsCzkMx6RR+/GUjxgNDXTKoXRIKLEwJ/AJ3H"
    "JAIuoYhq9roJo37qiJN+CYjUYG2DFAaLD2BhCVVRSl3ekp142eolQyTggsYsr6RSqj4EAx"
    "VNsVYAhD+PO4VtvfP6zt7r8/endwePjuaPdItHXHm606fPIGE6nldeVq1vzYbPdgQEzMEm"
    "8iQcGTa4M59qxcv0TqW+RBt2HkGR/MdEDc5Hk3BKLP80NQEDkimuCB6nvLdUNt7+Dw4Gj/"
    "/UGoflgyT/RA4PiSJ/DNFcyzkp6LGq6bJF/XpGVKWc03rQb/WZbOlb8HDlVBRTR0MH3Uq6"
    "rB1PsqZZN/KkvywRyBe81W47pXb11B96Zt/zBcIeu9BtTU3NJpqnTr/XZyGYSdoJtm7wLB"
    "n+hrp91wdWY2H1ruJ0btel8rMCbscKaIL65gLS5WUBwUJfzvjLUX+j9pKf2/nv4PVnF/qp"
    "R9smVMX7S7+s+wUk7fkMdc5AX334z4ZyNs5UsftE8pLr7IS9bZ740rTPyoGIQO+Uj8ebQ7"
    "R8vP9e7ZRb27dbSbWjBtv6bmVmWlVf4blVXXN1mMwIU2smXtVssWGPeZk/PwmC1vaLBx4r"
    "7bLaKuaDVTXrcuR9+SMzhuI1UupLKIIR5y9uBTxgyC6QyZQ6OUyH1htSyVg835dQOb007n"
    "MhHTnDZTT7X2p9Zpo7u156ouGul8xsMuOGOXCjZiRjLMKBNmAMgY3OcepkHTrBc+MIvoQ/"
    "ovmbqeaIpxY6rmzXLgPgabYoNPqz2/r/Vyw1MwzYLSaIgWnoT0Jz77xPfXiEG8yd0V8Xe3"
    "eSZ0Bpn7WL2fYEtTEnpDDauxVEnYNltl1sx0CaZ46KoDXwMGnSV1LWL2Xag1D+f5jXZKQz"
    "0zMnwW692MGNJtpFOEEcDAHcQsNME5CG9uyxxc960SwMWxxQa6GOj3DMHza3xvxSCFaOnZ"
    "+1ViWnN3VgPug7pEgeR/kv9J/if536bzH8n/3rb/Jf9bBf4Xhh7ZA36DOmYmEE/4ITR+xZ"
    "N+FA+WcEKl1YAj4gnyrG/pZeND7wQZZMBvabfR6nxunJ8gi5jsgWjpYLEQ3CrCtmajrTQT"
    "iAWLJVZFZPR60cbGLYhkFF9c/aSddMCiUEFw7voVVJDNLFkzTxSlBbEtYAYtyJnqi1P3Ku"
    "pwQwVOrvJVJDJXIkyrzGYxbvVOaQozDsyeZTC9EUED3bI55EBhLwsKUMtkhDnSOUAWxMZi"
    "dmhuxlQVgYH4oDGm0z9sNBLVlKE7X+i7LLpZxgcUStCCD/IdH4Cb+chHYp3VeLrsSKwjsY"
    "481kusI/0vsc5rR5a/5xTLyWPO+uuJ0hk/cvvtXw/kLD+Yz11OjS+9xEoKIMxWq/5lO7Ga"
    "Ljvtj0HzGLQ5u+ycrjtDs0dsQssitOuLzk37BLm2t/Sm3uw12x9PRLitc+GMW3rRPD9viA"
    "YjXdMItBBbzXm3DjYQh2viHEVfgtaOC6C145lo7TiN1u7JNN9V+QvDb/4i56R3oo3OdvyN"
    "3Ezu+LCDx46nJZKbYlaSWS4svQlUXRxW6wXdrZkvCuc4xSbhamPLFdtpNoha+i6YAy4jJ5"
    "VllzHLZ/HlBZtASph/qxO4oooNg2iQKsY9kOgPCNUHXLTASLQbkrgRIEabPIiJZPyFGCXQ"
    "y50p/HOHtkx9KOYXnC73trNs89U/vQj4DHpOsU/T4SQskHRT0k1JNyXd3HS6Jenm2/a/pJ"
    "urcNalunpf+uJqzGYjKGcS6NSKAJ3abKBTy15f9QVTShKztJ28KfwsO4PoPGczmXcBMDCR"
    "1/+KX/8LTyxldA5sXlHosGRtlU4dGUs8JJOGEkkuLI3SF/bXqZlFqmexztbMGYUzKZMTcR"
    "WZWZeMmTUv189vsFOamFmRYYFXqXk59cjGUxtxSMLDCMJu+KXQMTREGUd9AvjKIgCkVIIG"
    "zEIEqyO3Xd771RbRZe4tziCPsegtTnlDc7V2uB0JuyTskrBDwi7pfwm7NjeQj3tBKGnnPd"
    "RmE5jIYgNB11LewbR2GXxwwaXkFlbpXEF6Hlje0k9XF43L8xPkjEfiq93S8+Z1q3l9Dbdg"
    "Nd02ddt+2T3YBSfrwY5WPqMsMpL8QN6DXScHzAE4wcl1QSlPfm9r5onCCU/RFrDaCWVrK/"
    "DKZ5R5SZOz4ViYVFmSjYW5nc+jsY53C7U/ddO0gGi5rxkTf/PoSiraCq+iQqYWfJmcxLBf"
    "66pQllfs7RE6pd7j38BiHbmLyTvJ5d97zYVkUJBnLuGZhGcSnkl4tunwRMKzt+1/Cc9W4R"
    "TLdZ4X2M9mZ6HBBqKzvUJJYntzssT2smlia4fO3vLl1yiyL5ECFRnJHKgyOVAGs0trHRlJ"
    "rUtonT5olgm30rYy4FrPgEte7F9OcrJ8F+lb/A3mzZ4e5uXQyleRbuCrSFdspq/tLzBP/w"
    "Oz7tNe"
)
