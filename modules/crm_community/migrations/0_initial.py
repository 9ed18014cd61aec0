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
    "excerpt" VARCHAR(500) NOT NULL,
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
    "eJztnG1T4joUx79KhjdXZ7yMors+3Dt3BpVdmSvgILvu7LpTQxugY5uwbSpyd/zuN6fPT2"
    "DrgguYV0qSE9L/SdqTHyf9WVEtU1GZaTpU59PqmeH0KyfoZ4Vik4h/8qp3UAWPx5lKKOe4"
    "b2TNFDUw69vcwioXLQbYsIko0oitWvqY64yCXR2puqUaBLEBUh2bM5NYNprofIQw6jNsaV"
    "DD2VhX7Sp0qTFV9KnT4YusxfB+OEThbEj4iFiij2/fRbFONfJIbPj4rcJ1Yim6VvkONeN7"
    "ZaATQ0toJCpFlVuu8OnYLTvVh03KP7htYZh9IYfhmDRqP57yEaOhgU45lA4JJRbmBL6BWw"
    "5IRB3D8HUNVPPGHTXxBhyz0cgAOwYIDdbeAKKyiqK0Oz3lutFTlErGCYFFTFm/SGUUHCiG"
    "arsCDGEIfx7Xavv7h7Xd/fdH7w4OD98d7R6Jtu54s1WHT95gIrW8rlzNmh+b7R4MiIlZ4k"
    "0kKHhybTDHnpXrl0h9izzoNow844OZDoibPO+GQPR5fggKIkdEEzxQfW+5bqjtHRweHO2/"
    "PwjVD0vmiR4IHF/yBK5cwTwr6bmo4bpJ8nVNWqaU1XzTavDPsnSu/D1wqAoqoqGD6aNeVQ"
    "2m3lcpm/xTWZIP5gjca7Ya17166wq6N237h+EKWe81oKbmlk5TpVvvt5PLIOwE3TR7Fwg+"
    "oq+ddsPVmdl8aLnfGLXrfa3AmLDDmSIuXMFaXKygOChK+N8Zay/0f9JS+n89/R+s4v5UKf"
    "tky5i+6O7qP8NKOX1DHnORF9y/GfHPRtjKlz5on1JcXMhL1tnvjStM/KgYhA75SHw82p2j"
    "5ed69+yi3t062k0tmLZfU3OrstIq/43KquubLEbgQjeyZd2tli0w7jMn5+ExW97QYOPEfb"
    "dbRF3Raqa8bl2OviVncNxGqlxIZRFDPOTcg08ZMwimM2QOjVIi94XVslQObs6vG9icdjqX"
    "iZjmtJl6qrU/tU4b3a09V3XRSOczHnbBHrtUsBEzkmFGmTADQMbgPnczDZpmvfCBWUQf0n"
    "/J1PVEU4wbUzVvlgP3MdgUG3xa7fl9rZcbnoJpFpRGQ7TwJKQ/8dknrl8jBvEmd1fE393m"
    "mdAZZO5j9X6CLU1J6A01rMZSJWHbbJVZM9MlmOKhqw5cBgw6S+paxOy7UGsezvMb7ZSGem"
    "Zk+CzWuxkxpNtIpwgjgIE7iFlognMQ3tyWObjuWyWAi2OLDXQx0O8ZgufX+N6KQQrR0rP3"
    "q8S05u6sBtwHdYkCyf8k/5P8T/K/Tec/kv+9bf9L/rcK/C8MPbIb/AZ1zEwgnvBDaPyKO/"
    "0oHizhhEqrAVvEE+RZ39LLxofeCTLIgN/SbqPV+dw4P0EWMdkD0dLBYiG4VYRtzUZbaSYQ"
    "CxZLrIrI6PWijY1bEMkovrj6STvpgEWhgmDf9SuoIJtZsmaeKEoLYreAGbQgZ6ovTt2rqM"
    "MNFTi5yleRyFyJMK0ym8W41TulKcw4MHuWwfRGBA10y+aQA4W9LChALZMR5kjnAFkQG4vZ"
    "obkZU1UEBuKLxphO/7DRSFRThu58oe+y6GYZX1AoQQu+yHd8AG7mIx+JdVbj6bIjsY7EOn"
    "JbL7GO9L/EOq8dWf6eXSwnjznrrydKZ/zI7bd/PZCz/GA+dzk1vvQSKymAMFut+pftxGq6"
    "7LQ/Bs1j0ObssnO67gzNHrEJLYvQri86N+0T5Nre0pt6s9dsfzwR4bbOhTNu6UXz/LwhGo"
    "x0TSPQQtxqzrt1sIE4XBP7KPoStHZcAK0dz0Rrx2m0dk+m+a7KXxh+8xc5J30n2uhsx9/I"
    "zeQdH+7gse1pieSmmJVklgtLbwJVF4fVekF3a+aLwjlOsUm42thyxe40G0QtfRfMAZeRk8"
    "qyy5jls/jygk0gJcw/1QlcUcWGQTRIFeMeSPQHhOoDLlpgJNoNSdwIEKNNHsREMv5CjBLo"
    "5c4U/rlDW6Y+FPMLdpd721m2+erfXgR8Bj2n2KfpcBIWSLop6aakm5JubjrdknTzbftf0s"
    "1V2OtSXb0vfXA1ZrMRlDMJdGpFgE5tNtCpZY+v+oIpJYlZ2k6eFH6WnUF0nnMzmXcAMDCR"
    "x/+KH/8LdyxldA5sXlHosGRtlU5tGUs8JJOGEkkuLI3SF/bXqZlFqmexztbMGYUzKZMTcR"
    "WZWZeMmTUv189vsFOamFmRYYFXqXk59cjGUxtxSMLDCMJu+KXQMTREGUd9AvjKIgCkVIIG"
    "zEIEqyO3Xd771RbRZe4pziCPsegpTnlCc7XucDsSdknYJWGHhF3S/xJ2bW4gH/cCeVSJNS"
    "71nquYyQairqW8hUnMVzsvdJgtcmQhNS6m8drlScIxopIPikrnCpIgwfKWfrq6aFyenyBn"
    "PBKXdkvPm9et5vU1nDXWdNvUbftlp40XnBIJz43yeXuRkaQ08rTxOjlgDiYL+MCCEsv83t"
    "bME4XTyqJbwGqn7a2twCuft+elps5GkGHqakkCGWbQPg8gO95Z3/7UTYYDbui+zE185tHB"
    "X7QVHviFfDi4mJz0u1/rqlAuXewdHTql3uPfwGIduYvJ2y/nny7ORZFQkGcuEaVElBJRSk"
    "S56YhKIsq37X+JKFdhF8t1nhfYz2ZnocEGorO9Qql4e3Ny8fayyXhrh87e8hHjKLIvkWgW"
    "GclMszKZZgazS2sdGUmtS2id3miWCbfStjLgWs+AS74+YTkp4PKNr2/xN5g3u3uYl6ksX/"
    "i6gS98XbGZvra/wDz9Dx0qRPw="
)
