from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        CREATE TABLE IF NOT EXISTS "crm_offers_redemption" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "source" VARCHAR(200) NOT NULL UNIQUE,
    "codes" VARCHAR(64) NOT NULL,
    "currency" VARCHAR(3) NOT NULL,
    "amount" BIGINT NOT NULL,
    "discount" BIGINT NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,
    "actor" VARCHAR(200) NOT NULL,
    "reversed_at" TIMESTAMPTZ,
    "reversal" VARCHAR(200) UNIQUE
);
CREATE INDEX IF NOT EXISTS "idx_crm_offers__at_717d5d" ON "crm_offers_redemption" ("at", "id");
COMMENT ON TABLE "crm_offers_redemption" IS 'An order and the coupons on it. Nothing changes but that it is taken back once.';
        CREATE TABLE IF NOT EXISTS "crm_offers_lottery" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "name" VARCHAR(120) NOT NULL,
    "name_zh" VARCHAR(120) NOT NULL,
    "state" VARCHAR(10) NOT NULL,
    "starts_at" TIMESTAMPTZ,
    "ends_at" TIMESTAMPTZ,
    "per_day" INT,
    "per_customer" INT,
    "ticket_points" INT NOT NULL,
    "seed_hash" VARCHAR(64) NOT NULL,
    "sealed_seed" TEXT NOT NULL,
    "seed" VARCHAR(64) NOT NULL,
    "draws" INT NOT NULL
);
CREATE INDEX IF NOT EXISTS "idx_crm_offers__name_2d4d04" ON "crm_offers_lottery" ("name", "id");
COMMENT ON COLUMN "crm_offers_lottery"."state" IS 'DRAFT: draft\nPUBLISHED: published\nENDED: ended';
        CREATE TABLE IF NOT EXISTS "crm_offers_campaign" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "name" VARCHAR(120) NOT NULL,
    "name_zh" VARCHAR(120) NOT NULL,
    "state" VARCHAR(8) NOT NULL,
    "worth" VARCHAR(8) NOT NULL,
    "currency" VARCHAR(3) NOT NULL,
    "amount" BIGINT NOT NULL,
    "percent" INT NOT NULL,
    "cap" BIGINT,
    "gift" VARCHAR(200) NOT NULL,
    "minimum_spend" BIGINT NOT NULL,
    "valid_from" DATE,
    "valid_until" DATE,
    "valid_days" INT,
    "stock" INT,
    "per_customer" INT,
    "tag" VARCHAR(60) NOT NULL,
    "stacking" VARCHAR(10) NOT NULL,
    "public_code" VARCHAR(40) UNIQUE,
    "issued" INT NOT NULL,
    "redeemed" INT NOT NULL,
    "discount" BIGINT NOT NULL,
    "ordered" BIGINT NOT NULL,
    "level_id" BIGINT REFERENCES "crm_core_term" ("id") ON DELETE RESTRICT,
    "value_class_id" BIGINT REFERENCES "crm_core_term" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_crm_offers__name_39534a" ON "crm_offers_campaign" ("name", "id");
COMMENT ON COLUMN "crm_offers_campaign"."state" IS 'DRAFT: draft\nOPEN: open\nCLOSED: closed';
COMMENT ON COLUMN "crm_offers_campaign"."worth" IS 'AMOUNT: amount\nPERCENT: percent\nGIFT: gift';
COMMENT ON COLUMN "crm_offers_campaign"."stacking" IS 'EXCLUSIVE: exclusive\nONE_EACH: one_each\nANY: any';
COMMENT ON TABLE "crm_offers_campaign" IS 'What coupons are worth, for whom, how many. Its terms do not change any more once it was opened.';
        CREATE TABLE IF NOT EXISTS "crm_offers_batch" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "wanted" INT,
    "issued" INT NOT NULL,
    "state" VARCHAR(8) NOT NULL,
    "campaign_id" BIGINT NOT NULL REFERENCES "crm_offers_campaign" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_crm_offers__campaig_e07073" ON "crm_offers_batch" ("campaign_id", "id");
COMMENT ON COLUMN "crm_offers_batch"."state" IS 'WAITING: waiting\nDONE: done\nSHORT: short';
COMMENT ON TABLE "crm_offers_batch" IS 'Coupons issued by a job: `wanted` codes for whoever has them, or one for each customer of the campaign.';
        CREATE TABLE IF NOT EXISTS "crm_offers_coupon" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "code" VARCHAR(19) NOT NULL,
    "code_hash" VARCHAR(64) NOT NULL UNIQUE,
    "state" VARCHAR(8) NOT NULL,
    "valid_from" TIMESTAMPTZ,
    "valid_until" TIMESTAMPTZ,
    "source" VARCHAR(200) NOT NULL UNIQUE,
    "held_by" VARCHAR(200),
    "held_until" TIMESTAMPTZ,
    "batch_id" BIGINT REFERENCES "crm_offers_batch" ("id") ON DELETE RESTRICT,
    "campaign_id" BIGINT NOT NULL REFERENCES "crm_offers_campaign" ("id") ON DELETE RESTRICT,
    "customer_id" BIGINT REFERENCES "crm_core_customer" ("id") ON DELETE RESTRICT,
    "redemption_id" BIGINT REFERENCES "crm_offers_redemption" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_crm_offers__campaig_fa51f7" ON "crm_offers_coupon" ("campaign_id", "customer_id");
CREATE INDEX IF NOT EXISTS "idx_crm_offers__custome_dbc50a" ON "crm_offers_coupon" ("customer_id", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_offers__batch_i_e8be60" ON "crm_offers_coupon" ("batch_id");
CREATE INDEX IF NOT EXISTS "idx_crm_offers__redempt_f6565a" ON "crm_offers_coupon" ("redemption_id");
COMMENT ON COLUMN "crm_offers_coupon"."state" IS 'ISSUED: issued\nHELD: held\nREDEEMED: redeemed\nEXPIRED: expired\nVOID: void';
        CREATE TABLE IF NOT EXISTS "crm_offers_event" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "kind" VARCHAR(8) NOT NULL,
    "source" VARCHAR(200) NOT NULL,
    "currency" VARCHAR(3) NOT NULL,
    "discount" BIGINT NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,
    "actor" VARCHAR(200) NOT NULL,
    "campaign_id" BIGINT NOT NULL REFERENCES "crm_offers_campaign" ("id") ON DELETE RESTRICT,
    "coupon_id" BIGINT NOT NULL REFERENCES "crm_offers_coupon" ("id") ON DELETE RESTRICT,
    "redemption_id" BIGINT REFERENCES "crm_offers_redemption" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_crm_offers__coupon__301994" ON "crm_offers_event" ("coupon_id", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_offers__campaig_e43cc5" ON "crm_offers_event" ("campaign_id", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_offers__redempt_fb9234" ON "crm_offers_event" ("redemption_id");
CREATE INDEX IF NOT EXISTS "idx_crm_offers__at_7c51aa" ON "crm_offers_event" ("at", "id");
COMMENT ON COLUMN "crm_offers_event"."kind" IS 'ISSUE: issue\nHOLD: hold\nRELEASE: release\nREDEEM: redeem\nREVERSE: reverse\nEXPIRE: expire\nVOID: void';
COMMENT ON TABLE "crm_offers_event" IS 'What happened to a coupon. The database refuses to change or delete it.';
        CREATE TABLE IF NOT EXISTS "crm_offers_prize" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "name" VARCHAR(120) NOT NULL,
    "name_zh" VARCHAR(120) NOT NULL,
    "kind" VARCHAR(8) NOT NULL,
    "odds" INT NOT NULL,
    "stock" INT,
    "points" INT NOT NULL,
    "given" INT NOT NULL,
    "campaign_id" BIGINT REFERENCES "crm_offers_campaign" ("id") ON DELETE RESTRICT,
    "lottery_id" BIGINT NOT NULL REFERENCES "crm_offers_lottery" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_crm_offers__lottery_233783" ON "crm_offers_prize" ("lottery_id", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_offers__campaig_c4b3d8" ON "crm_offers_prize" ("campaign_id");
COMMENT ON COLUMN "crm_offers_prize"."kind" IS 'NOTHING: nothing\nCOUPON: coupon\nPOINTS: points\nTEXT: text';
        CREATE TABLE IF NOT EXISTS "crm_offers_draw" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "number" INT NOT NULL,
    "entrant" VARCHAR(20) NOT NULL,
    "roll" INT NOT NULL,
    "source" VARCHAR(200) NOT NULL UNIQUE,
    "day" DATE NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,
    "actor" VARCHAR(200) NOT NULL,
    "coupon_id" BIGINT REFERENCES "crm_offers_coupon" ("id") ON DELETE RESTRICT,
    "customer_id" BIGINT NOT NULL REFERENCES "crm_core_customer" ("id") ON DELETE RESTRICT,
    "drawn_id" BIGINT NOT NULL REFERENCES "crm_offers_prize" ("id") ON DELETE RESTRICT,
    "given_id" BIGINT NOT NULL REFERENCES "crm_offers_prize" ("id") ON DELETE RESTRICT,
    "lottery_id" BIGINT NOT NULL REFERENCES "crm_offers_lottery" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_crm_offers__lottery_d5909a" UNIQUE ("lottery_id", "number")
);
CREATE INDEX IF NOT EXISTS "idx_crm_offers__lottery_1e0094" ON "crm_offers_draw" ("lottery_id", "customer_id", "day");
CREATE INDEX IF NOT EXISTS "idx_crm_offers__custome_90a067" ON "crm_offers_draw" ("customer_id", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_offers__given_i_156580" ON "crm_offers_draw" ("given_id");
CREATE INDEX IF NOT EXISTS "idx_crm_offers__drawn_i_7c38c2" ON "crm_offers_draw" ("drawn_id");
CREATE INDEX IF NOT EXISTS "idx_crm_offers__coupon__4f0735" ON "crm_offers_draw" ("coupon_id");
COMMENT ON TABLE "crm_offers_draw" IS 'One draw. The database lets nothing of it change but the customer, where two are merged.';"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        DROP TABLE IF EXISTS "crm_offers_draw";
        DROP TABLE IF EXISTS "crm_offers_prize";
        DROP TABLE IF EXISTS "crm_offers_event";
        DROP TABLE IF EXISTS "crm_offers_coupon";
        DROP TABLE IF EXISTS "crm_offers_batch";
        DROP TABLE IF EXISTS "crm_offers_campaign";
        DROP TABLE IF EXISTS "crm_offers_lottery";
        DROP TABLE IF EXISTS "crm_offers_redemption";"""


MODELS_STATE = (
    "eJztXW1z2rgW/isaPnVnuJmGZNOUuXNnKHEb5qaQIfTlbul4hS3AN7bM2nJIutP/vpLfjW"
    "1iUYONoy9NkXT88hxZOuc8R9LfLcUyZHM+R5Z98g4SZdnqgr9bGBqI/idd2QYtuFolq1gh"
    "gTN9Q0KehRIzm1hQIbR+DnUb0SIV2YqlrYhmYibVN52ViW2g2baDVDB7AhD835x1wZ9riA"
    "lS/wSKSUXA3LTAemmiB2SBJbQBWSKjDWihiZFbiaCyBIpjE9OgTcw5awEUaKygtsAn7GFU"
    "U6FPo+HFge/rYO0vB8nEXCBaZ9G7f/tOizWsokdks5/fWoGArKlMhP77nbVZ3ctzDelqQj"
    "VeE7dcJk8rt+ydthhg8t5ty151Jium7hg4ar96IksThwIaJqx0gTCyIH1fWkYshykIO7ru"
    "6zTQmfcGURPv0WMyKppDR2dqZtLeA0RlLVkejibynTSR5VaqCwQSMe34RQpVEO0+9FFtF4"
    "AFe4R/ve10zs7edF6fXVz+fv7mze+Xry9pW/d501VvfnoPE6HlXcrFbPBhMJywBzJpH/U6"
    "MSv46cpAAj0pV0MR+hZ60Gz25Ckd5CogLvK8GgLQt+khKIgUEX1eAeqn+1VD5/T8zfnl2c"
    "V5iH5Ysg30AOD4SIPYm8uQpCG9ojVEM1A2rknJDWRVX/Qk+M++cG79e+5ghaEIFg7Ej9qJ"
    "opvK/Qk21/9p7UkHWwCeDD5Kd5Pex1t2ecO2/9JdIHsTidV03NKnjdJXF78lP4PwIuDLYH"
    "IN2E/wx2gouTibNllY7h2jdpM/WuyZoENMmb64DNU4WEFxUJTQv7NSd9R/UlLo/zj1H3zF"
    "syeZd2ZLie40uvpzGJfSGzLNRVrwrB6OSS0SaBDopU1qnlnJAWckcDgL4fWRgGkT+uJpLP"
    "tLaEnYMVxAB/QJIFZQCthQeANX+sB7mxHWUCMMID58W196g8lg+KELfPkpvqJjbheo1NeY"
    "4rvr0XjSBfbStMimO5OjBwM+yjrCC8J8u8stmH/ujfvXvfGry415YOhXdFjNhtmW9Fg4Bu"
    "2k4OG6eyPGbOYVzu8zPZMA2LQ63psWohX/RU+pb2UD/pjb349d7sjU8TPoc0FpNOFYcB26"
    "1JtdkeKgIh0RF4kxNWzGgz7FnEE+g8r9GlqqnMCe1Zgdc6MkbJuuMjrGZgnEcOEixF6FPX"
    "iWCnIiM3EVFQ7OxLvJ8/GZL0tIgOIHS6CFwJoOP8t2EBcx2mBprgF9i6cTMCA2IMgybDpi"
    "AWxSuSXECwRoJTBoFwQm7XRAI3R8s4G5on1KTQdmDnHDIhEZF+62CMVUbqOKUMzBDC0Rin"
    "nZrrgIxbxs/YtQTB1CMYHlkfZ2s6EP2h/Owd0n5Amf9bTzuoDXSlvl+q1uXRpf+ceSF2Jf"
    "5IBhhH0NWQfA+OhCNqoF54Q3YHM17r2fdIErO8WjW2nYdd2MKe7fjO6kqy6g84/thfUqDt"
    "e4XtSuCgmFD6gQaJgO5tZI7+Po05CqxJOe4ltp3JdYwQpZCmIlHwZMZQttXosgmmNZCCtP"
    "PGNRXKaBQ/5ZAYTPchE+20Q46kbFbZlIpjGx+AObMP7XxuGYxyQaA3p5fjlc8cbYV8IG/5"
    "UOHMwPRQfloH3jrMPO6yLWIW2VOyS7dUl0DQ1rhmPINrWVOP3MlGhjRosD9/AHqGuqPLdM"
    "IzvWkw1/UmpbnOf4RpotkLLoTCZ+1E7QdH4AQzGBoAqfbA47ISnUoAmuxGwJU7nnQDRsL8"
    "DMNGTlILmbz5pNiAlo09ASuOCxsPzmjTOwLorYVxf55tVFVuxNuffTj3YMv4XyB4QbPSq6"
    "Y2sPiBP3lvS1f/PpbvBZ6oLwGlM8Gkqy1Otfd9lKDZmt0pji3vB/XZYcsEvk57RQlHRLkD"
    "Slp5Uz0zVFZutMeD6EDbGdNLQ5tFSbTJDA+bwIzuf5OJ+ncBa5mCWO2hZSETK44IyLCEA3"
    "AVU1W+EPUcalGoPpgT1g01KRldWTtwEfExK474a7jh6Qzp1gEJdqkDl9+KiPg2RFh7bNrY"
    "G0rNBDSanbbudOa4Mvb1uhrU8myDKOTwlFE7bjg0BOtnZObxfgPgtu+vuuX0K8mxfeykuH"
    "92rbPMnwkchzqfD5eO+wwD8IDrGftO23REHbyzpnxe5OCmEjZkkb7vPIIi1dpKWLtHSRlv"
    "4S0pJFWvrL1r9IS6+D68gbp/6lAHW9cxRP3xbhAt7mcwFvU4mgFCx5CW2urPSEUDkw14gI"
    "uDgvQoyd5xNj50eflB4RETx82ODu7hPLPfekp/hauqG/lvTlpngsXUnSR1YbROWnWPp6Ox"
    "izIvS40ixW8nk0oD8fTK0OmevPJSrlz/7Fk5UKzv41mweaNMc/m071nJoLpVQJPVetZ9t0"
    "LIXLjogkGjfF7SW5lg301N7lgTgmUko6Qa2Mtf2BvNNolZQUg1WdB6sw+prS8TafMy4l3M"
    "2d3U2xv1TlKkhyEhwqSAqKj2BXDSQJHy4dpESFFkoi68U+a/vZZy1r6PlVjF3avh+72HH1"
    "98IAJwfcAgCHW/SX0IPDAwKaCW7cniuAbDTwlgTvOHHBZmKcmq1ql3oiPSD36TMzT7zKNk"
    "fiCQolim3BuKRXZvsXAmIC6O+PeAImSwRYHsIM2ghYaO7YyGYt/H0QTQt4IAKN5Oy0WM51"
    "C2XAuNfeyG/JOPciI9GFFXkUrkh7EWkvIu1FpL28hOiTSHt52foXaS91CMHca1lblBTLGQ"
    "hk65wC46UL+NkCU3w9cpMFTC9Z4Ebq3UksV0BH1BIM0geC5AH2+7M09lo8UKsWBckEQS5B"
    "zVIJqicfq/6E9s+MiS3t9r2lnVgxWtVcwG+JCQvsmC0wqBAzIwSdP5CFAo3bpmQ/c4XgeK"
    "se0hJROQ4FxMUE/ILgPTotbCN4w0WhZdC74cWO7IMozD3Gh4Ii1K6gz/dOnwsOspEcZEwL"
    "OURkUk+F2chkf3mekuxh4G6EAyBWvQPv/QPbqKehkRMwNMmSqsTnC20wcwhtBgk7i02zAY"
    "H3CAOGi3tCW5qa3MP1i1CUgmOswcTcFhyj4BhFhENwjEL/gmM8tK1YTRSgel6q6Yvi2FL5"
    "jD3Atq+tz9pivgl8VPkr6wXpt2/S71jOsWrc2HxMbGvjwBeE68syRwXhul8zyE/T2sXf2x"
    "AVC9fr/B15yoIZmxPkf0pxmaYdKlHax5RiDasjA64suG7l0ABuXZuDAFADgWdD/yOM2IHH"
    "641FQjoiNsB+WN6cs0C8v1jIi80jEKxRbIP1ElkIkLUJIP1Li+g7pjmAfd4ogwz41tJNQp"
    "AVRDOwY8xozfcUSZBstrHyUoVPW/fzXWgPKFrTxF4v+hURqYJ+EPSDoB8E/dB4O0XQDy9b"
    "/4J+qEOUxTd1ik9qkUCTYlulzWoI04tnRQzzna+YSANj4Z1i3tcW5ysVyDD1DOc23wrzm4"
    "vuKtjHCsJuzCvMtG9yyAOYRYrxng1et267BdaMw8FF5P9lWYIi8r/vBIiK1vkIC7tb8U6a"
    "dZsIKuLxg1grF/5xKQH+zuCHYW8u8ONSAvydwU8SFsXhT8oJBZS1vNDHNa2MnVZm3URXOz"
    "JlFF2XleyHNd489lgB5t891p0WS+rAt5b244j92WfRjZsQBaB1Jz0BbSFo4wZCkXGhknXd"
    "NXOAylzWXV3ySzDr5eS/xCbFwikwsWl5z2dBuw/cFgtNK7eRRabHc2oQmR4ivisyPYT+Ra"
    "bHEU9zsUwP3/IoSrIE7RuYk3BaKCnhdEtWwmk6LYH9lX9wHeIcE2kck7UXjI/uFGfVgnPC"
    "CXjratx7P+kCV3aKbz+9uxncXbNDmlfOTNfspXtw8/DKPbaZ3nyn3ZVPC2lni3KydGMRe4"
    "dJPiEo1hbVeSan3W0XDcfEhH7rrN8VsuTMhKVcAy0m0SDTrDTXl8GTT0lsRTUuJqBNQ0s0"
    "5R4ReWW6NyiObUquMTuil5cViqjLtYQ2lzGbEGqcOVv+vik2gjpFjMGWhnmCHnO674ZYA4"
    "DeNoFKXyeJuTMA9NXH3tffEvPnzWj4IWgeU0D/ZvQuo3fzduyGQL3vPs34Tp6xOGwvxuDM"
    "xJHqSDaPPs6h2EJuuTDBtgol9kuvJfNFsk6aFKybYN0E6yZYt8b78oJ1e9n6F6ybYN2qhl"
    "ywbk1g3Y7rGNQWQY/clButux4MP3SD3aWmuD/6dDsadv3TJ6b4dkQ/7rsu8OKGU8xiDXSM"
    "C+5V7eGmpqryuN1B8yat6ygv+EmolcEBZti+QZNkefwHb3RehOXzwcxZHrB9DZ2AMtM5rv"
    "L0yXp+82JlYvMVIFYmVrgysbKzD2s23hRehVTo6MNDUiQ//wGwk/Mg"
)
