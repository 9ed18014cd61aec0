from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        CREATE TABLE IF NOT EXISTS "crm_core_merge" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "name" VARCHAR(200) NOT NULL,
    "reason" VARCHAR(500) NOT NULL,
    "changes" JSONB NOT NULL,
    "until" TIMESTAMPTZ NOT NULL,
    "undone_at" TIMESTAMPTZ,
    "kept" BOOL NOT NULL,
    "loser_id" BIGINT NOT NULL REFERENCES "crm_core_customer" ("id") ON DELETE RESTRICT,
    "merged_by_id" BIGINT REFERENCES "guanxi_user" ("id") ON DELETE RESTRICT,
    "survivor_id" BIGINT NOT NULL REFERENCES "crm_core_customer" ("id") ON DELETE RESTRICT,
    "undone_by_id" BIGINT REFERENCES "guanxi_user" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_crm_core_me_survivo_2a9569" ON "crm_core_merge" ("survivor_id", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_core_me_loser_i_9cc9df" ON "crm_core_merge" ("loser_id", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_core_me_kept_20969b" ON "crm_core_merge" ("kept", "until");
COMMENT ON TABLE "crm_core_merge" IS 'One customer merged into another. At most one that stands for each `loser` (migration 5).';
        CREATE TABLE IF NOT EXISTS "crm_core_merge_request" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "name" VARCHAR(200) NOT NULL,
    "note" VARCHAR(500) NOT NULL,
    "state" VARCHAR(8) NOT NULL,
    "answer" VARCHAR(500) NOT NULL,
    "decided_at" TIMESTAMPTZ,
    "customer_id" BIGINT NOT NULL REFERENCES "crm_core_customer" ("id") ON DELETE RESTRICT,
    "decided_by_id" BIGINT REFERENCES "guanxi_user" ("id") ON DELETE RESTRICT,
    "other_id" BIGINT REFERENCES "crm_core_customer" ("id") ON DELETE RESTRICT,
    "reporter_id" BIGINT REFERENCES "guanxi_user" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_crm_core_me_state_009cb0" ON "crm_core_merge_request" ("state", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_core_me_custome_bff958" ON "crm_core_merge_request" ("customer_id", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_core_me_other_i_ffe5af" ON "crm_core_merge_request" ("other_id", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_core_me_reporte_1e6f83" ON "crm_core_merge_request" ("reporter_id", "id");
COMMENT ON COLUMN "crm_core_merge_request"."state" IS 'OPEN: open\nMERGED: merged\nREJECTED: rejected';
COMMENT ON TABLE "crm_core_merge_request" IS 'A double that somebody reported (CUST-02).';
        CREATE TABLE IF NOT EXISTS "crm_core_merge_moved" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "follower" VARCHAR(80) NOT NULL,
    "memory" JSONB NOT NULL,
    "merge_id" BIGINT NOT NULL REFERENCES "crm_core_merge" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_crm_core_me_merge_i_a4857a" ON "crm_core_merge_moved" ("merge_id", "id");
COMMENT ON TABLE "crm_core_merge_moved" IS 'What one follower moved at a merge: all that it needs to move it back.';
        CREATE TABLE IF NOT EXISTS "crm_core_not_double" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "one_id" BIGINT NOT NULL REFERENCES "crm_core_customer" ("id") ON DELETE RESTRICT,
    "other_id" BIGINT NOT NULL REFERENCES "crm_core_customer" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_crm_core_no_one_id_4d7b8b" UNIQUE ("one_id", "other_id")
);
CREATE INDEX IF NOT EXISTS "idx_crm_core_no_other_i_b56a8e" ON "crm_core_not_double" ("other_id");
COMMENT ON TABLE "crm_core_not_double" IS 'Two customers that look alike and are not the same; `one` has the lower id. Who and when: the record''s own.';
        ALTER TABLE crm_core_merge
            ADD CONSTRAINT crm_core_merge_two CHECK (survivor_id <> loser_id),
            ADD CONSTRAINT crm_core_merge_undone CHECK (undone_at IS NULL OR NOT kept);
        ALTER TABLE crm_core_not_double ADD CONSTRAINT crm_core_not_double_order CHECK (one_id < other_id);
        CREATE UNIQUE INDEX crm_core_merge_stands ON crm_core_merge (loser_id) WHERE undone_at IS NULL;

        -- The customer that a merged one is part of now, however many merges lie between; any other is its own.
        CREATE FUNCTION crm_core_survivor(p_customer bigint) RETURNS bigint LANGUAGE plpgsql STABLE AS $$
        DECLARE
            v_id bigint := p_customer;
            v_next bigint;
        BEGIN
            LOOP
                SELECT survivor_id INTO v_next FROM crm_core_merge WHERE loser_id = v_id AND undone_at IS NULL;
                EXIT WHEN NOT FOUND;
                v_id := v_next;
            END LOOP;
            RETURN v_id;
        END $$;"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        DROP FUNCTION crm_core_survivor(bigint);
        DROP TABLE IF EXISTS "crm_core_not_double";
        DROP TABLE IF EXISTS "crm_core_merge_moved";
        DROP TABLE IF EXISTS "crm_core_merge_request";
        DROP TABLE IF EXISTS "crm_core_merge";"""


MODELS_STATE = (
    "eJztXW1z2joW/isavmw7k5tJSfOy7M7OEMJtuUugE0h7t82OK2wFfGMkri0nTe/2v69kYy"
    "O/geQCAUdfWiLpyPZzJPnoPEfHf9VMd2qYxEWHTZPaDzZ9qjXAXzUMp4j9yKk9ADU4m4l1"
    "vIjCkZMQMKAoMPKoywpYgzvoeIgVWcgzXXtGbYK5WB8jYBJMWSPwaNMJgMD0PUqmyG3w39"
    "BxDtj/D7ZnU/5jCm1WQFz2ExOKABwRnwKbgletm8Hwl/rZ60N+YYuY7Mo2Hm/wGj62//SR"
    "QckY0Qly2ZW+/JcV29hC35DH//xSi65j2FaAB+X/st+s4ZfUX76X04x3OLs37mzkWAn9hA"
    "2DcoM+zYKyC3vcwfTXoC3HYMQU4vhTvGg/e6ITgmMBGwcXGiOMXEgRvwJ1fa4l7DvOXLOR"
    "4sLHXTQJn1OQsdAd9B2uay4d3sCirGYYvf7QGLSHhlHLjINIQlDbvIgpjo8hdqteAMCY38"
    "Ivf6/Xj4/P6kfHp+cnb8/OTs6Pzlnb4H6zVWc/wptZoBV2FWDWedfpDfkNETZQw6HMC34E"
    "MpDCUCpQ5wJ9F/HBwu48o4NCBYgiq9UQgb5MD1HBQhGLORah/mazaqi/eXv29vz49G2Mfl"
    "yyDPQIYHG5QfzJjXDkJyG9ZDXUnqJ8XJOSKWStuehh9GNTONf+eedjk6MIxj7E3+xD0yHm"
    "/SEmj/+qbUgHSwAedq7ag2Hz6gPvfup5fzoBkM1hm9fUg9KnVOmr09fJaRB3Aj51hu8B/x"
    "N87vfaAc7Eo2M3uOKi3fBzjd8T9Ckx2IMb0BLBioqjooT+/ZlVUv9JSa3//dR/NItHT4bq"
    "my0jWmp1nb/DlJRekdfcQgv37Gmz4Lcm0G1jfxrA32G3CbGJMmqIZFPos4fa1JxTh7/Wan"
    "a7jcDgu8UfO4POsBFafbf4qtlhNdzyu8Wsh3YjMP3SpmSBsqbwm+EgPKYT/sqtL9HDx+Z1"
    "633z+tWbemqy9eY19aAqqRb1RVEvhvu8GHr+6A9k5iidz8R8hQsiuzwB5de/xJSqHx1JzC"
    "nWqnBSBXXJWcX2dCYJJ0GZ9U4Q3x7iNUwwUpxCtR4bpnw5w+gWX7ebrfftywZgL01zgqxb"
    "zN4C7Ws2ZHkhQx+xcUx5Oe9RrGPLoSHW3/SCvpoXXda5j4P+gkcrpV8p9S7Rblq5FqJsKf"
    "eyyh2ibwV2hCCyRYU+x3rY/n2YWAojIF9dNX9/nVgOu/3eu6i5AHyr279IAY4ZrsbcyWLk"
    "bYz5Cysf+BzRZW+u/TPmluiCv2/SW+E5Esp2cEJOG8FljeCUy05BAUnB7Tl5KqcCwRUqD7"
    "8gpAe/CvLcx3x3n+vnjIZ0VhO/EhfZY/xv9JQxk1Lox0xCS+hsz6bBj2iwRaWL8eLCx9g9"
    "n14CGAoWchANcOCG1HWnNazlrfbrAXjR136NdWl4E684CXT5mvAz0M63rzee1KjdU1SFhb"
    "MAUr5CjKB5/whdy0gsFbyG1EmqJG6brZrWp+kSiOE4QIc/Br/pzIDOJSaF0S7FSwozbTUt"
    "2QQz5HoEA0gFtjBLLS5pV4IeDJ7xYEEJin9rJlAzgZoJ1Exg1Z2fmgl82frXTOAu7MAjy0"
    "OWf4jaV5B8eCPlnX6zxD39Juuf/oOMDGpTRwnkhFAFfNRbwHlKRrYayAuJyiF8LAPwcTG+"
    "xxl4Z5M5HyWLbiygwV0JLuLRCCrgxgKVA7d+8laGITx5W0wR8rokvo/InORZmcUALyQqh/"
    "CpzPA9LR6+p5nhy+NnlAjYWKAC4G6bfmUzP8cFcUGIgyAueNHNRVJoj5jMpuCOS7aL+EW/"
    "300gftFJQ3pzddFmxkUAP2tk0wK7GLrmxH5AeRuTZViLYhpvBbw1Gaspwd1UxnopwWdjWC"
    "IF5FMsgnrkOBZRYBXJUgy1DHWS5krIIy7kUcS6qMxCM+jSKcK0iHzJhiVFVWxgj1ERYWPc"
    "o6fwL/b4FjKCNpq+0fSNpm80fVN5972mb162/jV9swv0jUksJbds1H49npfntSs2fLJgv8"
    "7IsYcaQ2x/h3RusagcHOlfv2v2Op+bw06/1wBiT7f4Q/t6wEvD8KdaCdWs/5ycJi03e2Iq"
    "3t0oYhzJaJwVcHbROHdfsgLqhVgFvOibpiiEDboCzkmpysG8ER4+GJsj37Mx8nJIoRWDWh"
    "SsHN7rH9YOGkPHuCPuVAXppJSGeSXMsRewjCkYC28R6BmhCFMbOqqG4If+sN0bdppdZu9F"
    "fYQnh3vD8NQwprf41/71FW/ChxCv7/YHrNZhG8zdMA9N4mPqKlkvgsgW9dTqbWdKyCBcDH"
    "AGXx0MtMFgIB3IpmOttrQqbCLW6g5+U0F33rxy2K5/4D6ikWdTpYVBEKkcwBvZj0PLchW3"
    "LYJI5TA+lsL4eAnGx1mMOQ+h6rUWZSqH8vrtX8q6Z/uSUV7szhJvR0KqcjCvf0Vm13GJ5Z"
    "s0131XHP6alqsA1NuOgmV76pxV+rdBv1c0tsd5S7RlmxT8Dzi2t7FwDoFmHvm2Q23sHfLr"
    "PQfHzPFZroo06gdJ3ph3kFGFCy1+PxltLI2TFaR0mKxCmKzOvrWu7FsO9MoimSP6kpEc2S"
    "6dGFOGxySL4mAKHacwEiQlWqE4kOP62Wkc+cH/WBbrMbhqdrvZyR6iY8EcT6YMrHNBDWpy"
    "3hMTFvnXVnvzF9JbtNq+TwxlT3Ht83sm1ACB7C1us5+oXPSGFEm4hCPMuuC+UeRi6OTGjS"
    "1xxCXFSuGfHtY7FMB0LoPzeTHO51lvhj7CtFXbLHPQQD4iMiNaoUV7yxGR7GF9dhfqUakp"
    "Qa2Bshpw0APKX9yXwS9KaezLYi8egJLHXpTS2JfFPozIUwY/IabRL4u+R3zXRMroJ8Q0+m"
    "XRf4COjwzTgZ6nrIKsrNaDih6WnOEWoM3qpMQx7iEKgwb3SxWyJ7izA1Ei83Bgt2hwV4Ir"
    "2ncSsEbWuEZ2JbKpjYsEuEVHDjS0KWgTtpkEsKE1oYFdCWzC7JIANtih/AyuLyLBu7iPkw"
    "B14XVaA7KXic6qiW/GTbdjSV6CNSM3wUu0mkgld6FRY4ns+Y/EtQC5AxDwYApWDN0nQCeQ"
    "Av61AQ9wrz22+Ne3AwPgAEAMohcW/wR3uMLyX+GSEHyfm9thILDD8hLxb+OSOYlpvsSneh"
    "eJXoRENTrvi877ovO+6LwvVc/7ofO+vGz967wvu+Bv3a/kJOrw17rtj+1uI7Tg+AnUyxtm"
    "XP+nERty/Au374J0JaE5d4sH/ZvrVrsxN+pu8cdm96ZttLrNwaABUo7Q588uo1OYbDIjNc"
    "8l8D0nGnFF+oHveVGI+xiPv2mA2UvFzj/2ULj4iyJbtKqPjvbErmb7bPshZ0lYHqsVC20x"
    "UivaRO5VoFaGJHsuH80VcoORk+OkCasOJL0007j1SjdNH6P4k4UgkLN4MgcCICbcvXEImh"
    "RMmaEICGsZuFK47WB5PMUD4B98B18d4iH3K3g1tcdukBoMnLzOemc2eiWZbMGe7z7YDySd"
    "BDjoM1V2j2Y07Jbajk7cqx042oGjHTjV38BrB87L1r924OyCA0fv/zebyoONVE8tq+ZCon"
    "IOgBMphE+WIHySRdicQDzO+/BX8TF8QWQ3TuLzy1bmJH64j1F9p0dCz/U633xYRyXe2j62"
    "2I65jNEmCq5ByTv29q6SjiOHhIIDMBLR7j/5c5qiL0jhfJogpT8yV9ruDX2CZTYfaUm99y"
    "h9VCrpI1U4LJUU1NOgtArmb+US0yAtqafBms5KRYM7qw79vcvcEP7kYiBzVIp4+nOi0uel"
    "BHtDAtv47fgz+L6IQxJpO0IC3HjN1eCuADf9dtqxAxIBw36NGKQerRVz8FGLAxUq3nAFKY"
    "mTExbxWT9zDpwtZiNiPQEXzYjLBgV41boZDH85qudw7GqiUqQ5naepi6jx1LeM48/r8h5S"
    "ZfPLisWaSddMumbSNZNedX+dZtJftv41k74LrhTNpG/4I5VE7asjUXvNosuw6LHpXeYkTy"
    "y8ze8Mz5D694U/8PyzXPIWX7Wv37UvG/PgYH6M57d2a8hLXPQHMmmYeFQ5e6qEZs6Lc6dm"
    "Uqdi71Ht6xkLCT3uZca9hUzbKmU7JSU1o73TFlLSj6BgHyUFNdNU2jyKpksJIzUjqo3Usl"
    "oQPWfyChClNPZlsU95KOXhTwlqDayJaTUF9k5TgatJldTLUCZdWuDq3zK8OzbUpZOmCYus"
    "VO7EcFHQVODK3ImJ1VMqH11kb2hwV2aiS5lmu0a0kgeU5P5SVQdK1Oo0lllJrH7ipCg/XH"
    "xHHIc88mPIXBiwUhg6HRoAOk5IntoUYIQsD1ASNOMFHIIs6bq+bmUI2fCpNaO6A3bMwRJG"
    "NRoLKo4iUaaCLuj1f8ZoiqYkLw908TGjhcT2Txk9j2NoI+eJxEVIMUxbu23KLDVLtkxxso"
    "+fNujjJCN7pgal8L48o6jVHLSal+3ns4l6hF4GgVv5dtGiWtY2woQa1kJkpWk0fCRxchYv"
    "tFQcQu6Z3WLfIwAxs2ZcBFivrA4Bj93gP8BXZvN8BRPoBWWh5WNbh+DThAQSjxOEG0Gdi9"
    "hNWX/zAHnEWftpy9fOzd/LugtGRVCSzt8rRLdpc2s3zS0dwKYD2BI46wAmHcCm9a8D2Pbx"
    "NSc467H6Lmsho/dY+0bKvlzwl2xw57a5pgMlCCus8uGk52AC9xbZ1VTgNp0HP/4PxV1uVA"
    "=="
)
