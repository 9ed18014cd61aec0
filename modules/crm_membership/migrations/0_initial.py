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
    "tier_id" BIGINT NOT NULL REFERENCES "crm_loyalty_tier" ("id") ON DELETE RESTRICT,
    "customer_id" BIGINT NOT NULL UNIQUE REFERENCES "crm_core_customer" ("id") ON DELETE RESTRICT
);
COMMENT ON TABLE "crm_membership_grant" IS 'The tier that a customer was given for memberships, to tell it from one that people gave.';
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
    "eJztXO9v2jgY/lcsvtxO6qEW2rXXO51EKdvQWpi63CatmzKTGLCa2JnjwLip//vZDiE/oa"
    "QFCtRfaGP7cZzntV+/fp/Ar4rFXNNFbg8xf4i96lsGCa+cg18VAl0k/ilucAAq0PPy1bKC"
    "w55TgDQHM2TP5wxa8jZ96PhIFNnItxj2OKZEIo0hAhwjBvgQcgCBFficuuJ6DH0wwCNEQJ"
    "8yEHfuHwBOAUeOAzAHfUZdQAkK4R6inoPAAI5QVd7eppa4PyaDtd8pIPhHgExOB4gPERP3"
    "u/0mijGx0U/kR5fendnHyLFTrGNbdqDKTT7xVNkFHrQJf6PayufomRZ1ApfE7b0JH1IyA+"
    "CQ7wEiiEGO5B04CyTfJHCcqZkiE4SDjZuEo0xgbNSHgSOtJtHhAOKyiml2uob5sWWYZiVn"
    "0QiRoH5aZFEiZ4MYqq8IGMgh/PFnrVavn9YO66/PTo5PT0/ODs9EWzXefNXpfTiYmK2wK8"
    "VZ+227Y8gBUTHlwnkpC+4VBnIYopQxYvYZGmFfjjxng7kGSEIeNkNE+iI7RAWxIeLVErF+"
    "tF4z1I6OT4/P6q+PZ+zPShaRHhGcdCJIPrkJeZ7SS1HDsYuKeU0jM8zaU2g1+mddPFf+7g"
    "fEkiyCQQDJT1y1HGrdVQkd/1NZkw0WEGy0r1sfjcb1B9m96/s/HEVkw2jJmpoqnWRKX73+"
    "Pb0MZp2Az23jHZCX4Eu301I8U58PmLpj3M74UpFjggGnpnhwE9pJsqLiqChl/8CzH2n/NF"
    "LbfzftH63i3sQsu7PloI/yrtM9rJTR92Sbi63gQJ+bNpwUr8Fi+pOYRatvXStvjUZYwKdc"
    "NBnyZJRYevImQJsLCvZu3kZBeXnfkQauxgQvJD6WR5P+XWF4LGd13hBvKEN4QN6jiTJGW4"
    "wbEgsVEC8Phg6dQIdPqsa0rx1bCPfRVItK43nA4Hh2oEs6AEGAjRzEFQU3Yku9aTcF0ZLn"
    "HrTuxpDZZopwWUNrtNAE0czOm6FLkEHFxzJGsITJqs1EVzu1Fpa1QcYLLGOHNO2yyq252R"
    "JI4EA9tByeHEwmVXIdp0UWJFSuU8mT0lmVdKuHUyvdKFkhExyU2Yghuwq+y3n6HUBig+8u"
    "JXzoiwsmWyLgOZD85oPxEBGZ8hC4fBplZb0+nDK5zdpTfIomtxUx08MwxIMTES2GhfI2iX"
    "Y636LzLTrfovMt+37e1vmWl21/nW/ZhnNrGPOU2NRiwD5lC1a2q80ivDSdzSFkLRK4uRNP"
    "its4PExTKwa8Ni82hphLgsrxW/ncaBvtzttzMMV/JY2m0f7UOgcitMcj9JV0P7VuzgEdIf"
    "aVNBudZuuqdXkOLPngDrKz4fkc67jwp+kgMuBDcXm2wBKfGjfNd42bV2cZj9aZVtRkTdpU"
    "6gxg3qGCXKM0V/H0T4EeZaas23ne2DpF8MnhEgyfHM6lWFalOZ6ecwo3+GKCY8SLTuV6EI"
    "sjfsFpYxFzM8gTqduynbEcc33MyksIKdBLZu+Z9Zed5m67NIDtCKw2HM4mcmnL058Aaeof"
    "Tb0WH5+NekxGFFuoNPtp3EoO0S8kU7xAeZwve5VTH58sfG3H3rki6Svr5J/KbkLd+jDtbk"
    "/5TexuS3CrdfNn182nXvlpsjlDFsIjybBfbccd7pI3X9YO6V1sY9K5chsLRPPIrZSWyyP3"
    "9rBQ/lnK2dhXr//70EHnAIbfFFAFwqmCMFubF8NLIZcRvKPFoOVrLV9r+VrL13svX2r5+m"
    "XbX8vX25D5UH9z5M+X76L2qxFYt0i6OzpcRrsTreaKd6ouz67537AswVPIBkXsdTmsDXC8"
    "Ey9gHNV2JSoLGEPEKiXpJzGbm7Mb8wz1JeZsfe6MrecUfVaYm1ior0QQneJ/vLoiTMoKXy"
    "26RBZ2oTNHX0nAspFmiKtO8WvzzYfPEE1etprt68bVq5ODmprZInDEYUYomvHHOUeMielR"
    "xkMmMpObUgdBMk9ESeAyHPcEcF3ERrHGZpm96HavUiH6RTszdzv/Xl+0xDaYIT4/pcMXxU"
    "qyHYM01ctTrbXZbVEHtb7yTPrK6gUASf8HGdpcYX/h7xGlGx48QhJQVKgwynSiPh5UBy4m"
    "YDzE1hBISPTzQID2o1R/L5j8pX4YSNXLxD+ConUUDudFg1V0WKAl3M4WxSwS/5bTF+KH11"
    "+V2wYXd6C1Bq016Fyz1hq0/bXWsL+RvM4tbjy3mAzySuYYk1B9ZNVvcu8G9TpbsJlsQbGn"
    "eSq9YmDqHO5XU0f8PWU552a3IDNz/z+R/sdq"
)
