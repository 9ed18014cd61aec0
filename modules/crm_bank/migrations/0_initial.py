from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        CREATE TABLE IF NOT EXISTS "crm_bank_account" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "name" VARCHAR(100) NOT NULL,
    "number" VARCHAR(64) NOT NULL,
    "currency" VARCHAR(3) NOT NULL,
    "method" VARCHAR(20) NOT NULL,
    "columns" JSONB NOT NULL,
    "archived" BOOL NOT NULL
);
COMMENT ON TABLE "crm_bank_account" IS 'An account of ours: at a bank, Alipay or WeChat Pay.';
        CREATE TABLE IF NOT EXISTS "crm_bank_statement" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "number" VARCHAR(40) NOT NULL,
    "currency" VARCHAR(3) NOT NULL,
    "from_on" DATE,
    "to_on" DATE,
    "opening" BIGINT,
    "closing" BIGINT,
    "difference" BIGINT NOT NULL,
    "flaw" VARCHAR(8) NOT NULL,
    "lines_read" INT NOT NULL,
    "lines_new" INT NOT NULL,
    "file_name" VARCHAR(255) NOT NULL,
    "sha256" VARCHAR(64) NOT NULL,
    "account_id" BIGINT NOT NULL REFERENCES "crm_bank_account" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_crm_bank_st_account_431f84" ON "crm_bank_statement" ("account_id", "to_on", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_bank_st_account_6d374a" ON "crm_bank_statement" ("account_id", "sha256");
COMMENT ON COLUMN "crm_bank_statement"."flaw" IS 'NONE: none\nSUM: sum\nTORN: torn\nUNKNOWN: unknown';
        CREATE TABLE IF NOT EXISTS "crm_bank_line" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "booked_on" DATE NOT NULL,
    "value_on" DATE,
    "amount" BIGINT NOT NULL,
    "currency" VARCHAR(3) NOT NULL,
    "name" VARCHAR(200) NOT NULL,
    "counterparty" VARCHAR(64) NOT NULL,
    "text" TEXT NOT NULL,
    "reference" VARCHAR(140) NOT NULL,
    "end_to_end_id" VARCHAR(64) NOT NULL,
    "bank_reference" VARCHAR(64) NOT NULL,
    "charges" BIGINT NOT NULL,
    "kind" VARCHAR(10) NOT NULL,
    "fingerprint" VARCHAR(64) NOT NULL,
    "occurrence" INT NOT NULL,
    "state" VARCHAR(10) NOT NULL,
    "category" VARCHAR(10) NOT NULL,
    "payment_id" BIGINT UNIQUE,
    "matched_by_id" BIGINT,
    "settled_at" TIMESTAMPTZ,
    "account_id" BIGINT NOT NULL REFERENCES "crm_bank_account" ("id") ON DELETE RESTRICT,
    "customer_id" BIGINT REFERENCES "crm_core_customer" ("id") ON DELETE RESTRICT,
    "statement_id" BIGINT NOT NULL REFERENCES "crm_bank_statement" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_crm_bank_li_account_c6851d" UNIQUE ("account_id", "fingerprint", "occurrence")
);
CREATE INDEX IF NOT EXISTS "idx_crm_bank_li_stateme_a291ac" ON "crm_bank_line" ("statement_id", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_bank_li_booked__44efa0" ON "crm_bank_line" ("booked_on", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_bank_li_custome_75575c" ON "crm_bank_line" ("customer_id");
COMMENT ON COLUMN "crm_bank_line"."kind" IS 'NORMAL: normal\nREVERSAL: reversal\nCHARGES: charges\nDIFFERENCE: difference';
COMMENT ON COLUMN "crm_bank_line"."state" IS 'OPEN: open\nMATCHED: matched\nSET_ASIDE: set_aside';
COMMENT ON COLUMN "crm_bank_line"."category" IS 'NONE: none\nFEES: fees\nINTEREST: interest\nTRANSFER: transfer\nSUPPLIER: supplier\nWAGES: wages\nTAXES: taxes\nBOOKED: booked\nOTHER: other';
COMMENT ON TABLE "crm_bank_line" IS 'What the bank said never changes (migration 1); what became of it does, by `locks` alone.';
        CREATE TABLE IF NOT EXISTS "crm_bank_learned" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "counterparty" VARCHAR(64) NOT NULL,
    "name_key" VARCHAR(200) NOT NULL,
    "learned_at" TIMESTAMPTZ NOT NULL,
    "customer_id" BIGINT NOT NULL REFERENCES "crm_core_customer" ("id") ON DELETE RESTRICT,
    "line_id" BIGINT NOT NULL UNIQUE REFERENCES "crm_bank_line" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_crm_bank_le_counter_84c439" ON "crm_bank_learned" ("counterparty", "name_key", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_bank_le_custome_03b458" ON "crm_bank_learned" ("customer_id");
COMMENT ON TABLE "crm_bank_learned" IS 'Whose a counterparty is, as somebody confirmed; the latest row of a counterparty counts.';"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        DROP TABLE IF EXISTS "crm_bank_learned";
        DROP TABLE IF EXISTS "crm_bank_line";
        DROP TABLE IF EXISTS "crm_bank_statement";
        DROP TABLE IF EXISTS "crm_bank_account";"""


MODELS_STATE = (
    "eJztXG1z2jgQ/isaPrUzuUxKyMulNzdDUqflmkAG3KbT0PEJW4AHW6KWnYTp9b+f1sb4nd"
    "gUCHH9hcSSHiGelVa7q5V/1FTLVAaYTvbPxUdTVZlD7doZ+lGj2CTin/QGe6iGp9NwNRTZ"
    "eGBEMAoOtR9w28IqdD7EBieiSCNctfSprTMKqCZF8/aIDRFzLH6GsI0wgq72UNPQp3iGmI"
    "VuycVYVNzg2T70rDFVdK3T0a904lD9u0MUm42IPSaW6OrumyjWqUYeCfcfpxNlqBNDizCk"
    "a9CBW67Ys6lbdq6PWtS+dNvCEAeKygzHpEH76cweM7oA6B5LI0KJhW0C32BbDrBEHcOYE+"
    "sT5w02aOKNMoTRyBA7BnANaG8AQVlNUdodWelJsqLUEnLwESFW50UqoyBDMVTuEjCCIfzx"
    "Z71+eHhSPzg8Pj1qnJwcnR6cirbueJNVJz+9wQRseV25nLXet9oyDIiJieLNJCj46WKwjT"
    "2UK4yAfYvc6xxGnpBBpgDCkKfF4JO+TA5+QSCIYI77rL/ZrBjqbxonjdPD48aC/UXJMtJ9"
    "gsMLnsAvV7CdpPSdqLF1k6TzGkXGmNXm0H3/n03xXPtr6FAVWEQjB9NHfV81mDrZp+zh79"
    "qGZLCEYLl1LfXk5vUNdG9y/t1wiWzKEtTU3dJZrPTV8evoMlh0gm5b8gcEj+hrpy25PDNu"
    "jyz3G4N28tcajAk7NlPED1ewFibLL/aLIvJ3ptqK8o8iK/m/TPn7q3gwU4rubAnoStp1vo"
    "cVEnpJtrlACu7fBPnCZLHSqffbxxgXP2RT62yTlJv4UTEIHdlj2DgPDpbQ+bnZvfjQ7L4S"
    "rWKLpj2vqnt1MX4dc0CsQgwvENvjuLYphRVl+LiRg+DjRia/UBUzIhzLIlSdFSE4jCnhND"
    "7MwfFhJsWHcYZN4aewFP2czW+A2OIEdt1AwQnlQ2/xbJ7oeh51Uc/WFvWEsvA45Emy/+l1"
    "2hmTOYDEDSFdtdF/yND5xlyNkAk0cHTD1infh699DvsHKIqYPj7Rr66bX+IyuLjqnMdtGu"
    "jgPCYQbKlj/Z6kmSeMGQTTdKGEYTGpDARuU+JYlGyX+fNO5yrC/HkrZna0P12fS2LrdMUg"
    "Gul2yBqBeMdwEvK5oWCA1ckDtjQlUcPqLKttssqsm/ESTPHI5Q9+J/yqSODpSqeklhmWcm"
    "v3csakDL/xkwGpWwgQ2WPixo4Qx7qGKLknFlLHmI4IR69MfSQmC6yzN6/fogdoPyCqGCIE"
    "n3QbaYzwPTSYoX/BBeH/ImwwSpJRq41+U0po6642D5ItTHzxLdbUmhvoTJ3vxaT2LRYFux"
    "O7hVgeJllgxadocwcraCJsfy+s4heqDreZSSxo+62KoO1kBC0iuKS/ny6CCGiZq/8C7bYl"
    "DIOHHtuL7rEhVlcx9sKYXyRvx7zlYtxh0z8eyL/4A8z2Yrcl0QGVf7Y9/2z3AzhbCi7Uc4"
    "Vv6kvCN/Vk+MY1XoTFgi272ByO4UrH9vpDOTZ5TNHQsihNp9hvXwJql4X1pS/ycrd2EdW/"
    "6rTf+83jvm6UaosMiWd2F5jSEVAJSI8Ffxu5gr+NJcHfRkJ7ECo6Ygr8SXM9srlOAEvH9/"
    "r1h+t0rzSzk8iK7qcj74LOEUmJVS49uAtA2zOqD0plUU/ET02f3BJ1TJf2lhgmns/kCP0+"
    "dovTmzLLxEbBSV5rd7rXzStBvIvu0670Wer2oMSCcBWHMpiY76XeGZpPqj5917q8lLpS+0"
    "I6Q5o+DK3n4keBuU4ClxwExpdLLPKVVzXFYCV0h9avmUJRxQTTmZopCiqTx7+2hC03ILuq"
    "6lmAt6h72JTQopqncyO1zxAg+/S6KV98kN6dIRPb6phofQqoZq/1TigYTmwFc13bEf2iCv"
    "JGzMpwUp+WTxi/1e2BkuKbQ1uCrYGSPr2UYAcYElD/YsYK7d+Tz5AOvjfhdp/K3Wa7JzYF"
    "iF96Z8NCiJ9ubq5aUMad6dTQoey26W4lD9jdSOTmF3iy8SM8nXc6H2EWeKHoPu3IHwDM3E"
    "OOnRD+FM9CByX5zbEobi1JVL/NOUcoQ8LTDqsksiWgVSLbqlIQ+tg2VkonjSLXkE66Y/Io"
    "U9Jo/Dg592FOBFcm827rBzrBQXshCcSAlaJbWdHF8iLyiyCOrJZBISEkEpUSaikpjktmEX"
    "1EP5JZwvyOsZ91/+2FieOnP+n80mDZWvhhkZMTU8iCB40YxEsLAxu+27qQa+nTfi0k98K9"
    "lZTi+HLPQbKvpH+VY1W03r8IdfayFHtehmN7WgbBz5XPeEWwRUk0Ay5RuZc3mzHUPkdCI+"
    "MEYRQ+BUc630OYIy4IGzBtJirpULdMor11MxINMTu4jSz2AJmGMaz7wNPyGTf3RU/f1L1L"
    "HPMDzcqEuP9XqYm7tX3voezUxCrNY2vR+fASKZKz5GNKR/FG8pbm6nqFaEgU+VyXa6twSK"
    "5wyLN647sm2Odxx+GaR2H6Q6D1UP+b7OFLXPDncl12bRU8n+8SXRNJOXQokZn4KBQJ8a9c"
    "vagFkVcGITWQh/9f9AeDmEeqRxgJieTyCSMhmSe9wmz28nha0XiR2BKj97+i1XyM60fHlb"
    "e1o95W9Sql6lVKEZ6rV+lUr1Kq5F+9SuklbnPVq35So1q5rtMsuU2TvExTXSXd9FXSocXM"
    "ghfMQ5Df+X75wh/Jy9sC8DuzBlnW0FuhDSsEqraqlbO4DMYLMx8CVcyvynz0XlJ+8qO46v"
    "LcauwPDfyQbj88fUPCx76g2xG9T9dwycHsU7nTbYsVyCzap5/aH9udW/Ho0InwKLwrMgUt"
    "j9MclsdppuVxmjiu1CnhinBFUryXpYcoAag0S2JtUSGPH0pSZvwTnM4xFaUJ/aEbRCn6xp"
    "UIqHSOXv3oKE/6wtFRdvoC1MVynL0AfgGSA0QJ/bz1Z+FU9yh26/S6SiDfSAL5NlNvf/4P"
    "/guxZg=="
)
