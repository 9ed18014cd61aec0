from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        CREATE TABLE IF NOT EXISTS "crm_contracts_product" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "code" VARCHAR(40) NOT NULL UNIQUE,
    "name" VARCHAR(200) NOT NULL,
    "name_en" VARCHAR(200) NOT NULL,
    "unit" VARCHAR(20) NOT NULL,
    "unit_price" BIGINT NOT NULL,
    "currency" VARCHAR(3) NOT NULL,
    "tax_rate" DECIMAL(5,2) NOT NULL,
    "active" BOOL NOT NULL
);
CREATE INDEX IF NOT EXISTS "idx_crm_contrac_name_20230d" ON "crm_contracts_product" ("name", "id");
        CREATE TABLE IF NOT EXISTS "crm_contracts_contract" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "number" VARCHAR(30) UNIQUE,
    "title" VARCHAR(200) NOT NULL,
    "state" VARCHAR(12) NOT NULL,
    "currency" VARCHAR(3) NOT NULL,
    "total" BIGINT NOT NULL,
    "subtotal" BIGINT NOT NULL,
    "tax" BIGINT NOT NULL,
    "yearly" BIGINT NOT NULL,
    "starts_on" DATE,
    "ends_on" DATE,
    "terminated_on" DATE,
    "signed_on" DATE,
    "payment_method" VARCHAR(20) NOT NULL,
    "language" VARCHAR(5) NOT NULL,
    "our_signatory" VARCHAR(100) NOT NULL,
    "their_signatory" VARCHAR(100) NOT NULL,
    "terms" TEXT NOT NULL,
    "terms_en" TEXT NOT NULL,
    "annex" TEXT NOT NULL,
    "annex_en" TEXT NOT NULL,
    "parties" JSONB,
    "customer_id" BIGINT NOT NULL REFERENCES "crm_core_customer" ("id") ON DELETE RESTRICT,
    "owner_id" BIGINT REFERENCES "guanxi_user" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_crm_contrac_custome_f12c6e" ON "crm_contracts_contract" ("customer_id", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_contrac_owner_i_7d70cc" ON "crm_contracts_contract" ("owner_id", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_contrac_state_6353af" ON "crm_contracts_contract" ("state", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_contrac_title_31352d" ON "crm_contracts_contract" ("title", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_contrac_total_6abc7d" ON "crm_contracts_contract" ("total", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_contrac_starts__b1eb3b" ON "crm_contracts_contract" ("starts_on", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_contrac_ends_on_5fc65e" ON "crm_contracts_contract" ("ends_on", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_contrac_signed__75c8b1" ON "crm_contracts_contract" ("signed_on", "id");
COMMENT ON COLUMN "crm_contracts_contract"."state" IS 'DRAFT: draft\nCONFIRMED: confirmed\nACTIVE: active\nENDED: ended\nCANCELLED: cancelled';
COMMENT ON COLUMN "crm_contracts_contract"."payment_method" IS 'BANK_TRANSFER: bank_transfer\nALIPAY: alipay\nWECHAT: wechat\nCHECK: check\nCASH: cash';
COMMENT ON COLUMN "crm_contracts_contract"."language" IS 'ZH_CN: zh_CN\nEN: en\nBOTH: both';
        CREATE TABLE IF NOT EXISTS "crm_contracts_line" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "description" VARCHAR(300) NOT NULL,
    "unit" VARCHAR(20) NOT NULL,
    "quantity" DECIMAL(14,4) NOT NULL,
    "unit_price" BIGINT NOT NULL,
    "discount" DECIMAL(5,2) NOT NULL,
    "tax_rate" DECIMAL(5,2) NOT NULL,
    "amount" BIGINT NOT NULL,
    "recurrence" VARCHAR(8) NOT NULL,
    "interval" SMALLINT NOT NULL,
    "billing" VARCHAR(8) NOT NULL,
    "anchor_on" DATE,
    "last_on" DATE,
    "next_period" INT NOT NULL,
    "charged_through" DATE,
    "next_due_on" DATE,
    "blocked" BOOL NOT NULL,
    "contract_id" BIGINT NOT NULL REFERENCES "crm_contracts_contract" ("id") ON DELETE RESTRICT,
    "product_id" BIGINT REFERENCES "crm_contracts_product" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_crm_contrac_contrac_72414f" ON "crm_contracts_line" ("contract_id", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_contrac_product_479aa8" ON "crm_contracts_line" ("product_id");
COMMENT ON COLUMN "crm_contracts_line"."recurrence" IS 'NONE: none\nDAY: day\nWEEK: week\nMONTH: month\nQUARTER: quarter\nYEAR: year';
COMMENT ON COLUMN "crm_contracts_line"."billing" IS 'ADVANCE: advance\nARREARS: arrears';
COMMENT ON TABLE "crm_contracts_line" IS 'A line; the columns from `anchor_on` on are the billing schedule of a recurring one, kept by `locks`.';
        CREATE TABLE IF NOT EXISTS "crm_contracts_billing_problem" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "line" VARCHAR(300) NOT NULL,
    "reason" VARCHAR(12) NOT NULL,
    "state" VARCHAR(8) NOT NULL,
    "contract_id" BIGINT NOT NULL REFERENCES "crm_contracts_contract" ("id") ON DELETE RESTRICT,
    "contract_line_id" BIGINT NOT NULL REFERENCES "crm_contracts_line" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_crm_contrac_state_2023bb" ON "crm_contracts_billing_problem" ("state", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_contrac_contrac_ea87d4" ON "crm_contracts_billing_problem" ("contract_id", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_contrac_contrac_5ca278" ON "crm_contracts_billing_problem" ("contract_line_id");
COMMENT ON COLUMN "crm_contracts_billing_problem"."reason" IS 'NO_START: no_start\nPERIOD: period\nAMOUNT: amount';
COMMENT ON COLUMN "crm_contracts_billing_problem"."state" IS 'OPEN: open\nCLEARED: cleared';
COMMENT ON TABLE "crm_contracts_billing_problem" IS 'A recurring line that could not be charged. It waits; all others go on.';
        CREATE TABLE IF NOT EXISTS "crm_contracts_charge" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "period_start" DATE NOT NULL,
    "period_end" DATE NOT NULL,
    "amount" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "contract_line_id" BIGINT NOT NULL REFERENCES "crm_contracts_line" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_crm_contrac_contrac_7ad572" UNIQUE ("contract_line_id", "period_start")
);
COMMENT ON TABLE "crm_contracts_charge" IS 'A period of a recurring line that was given out for billing: append-only, one for each line and start.';
        CREATE TABLE IF NOT EXISTS "crm_contracts_installment" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "label" VARCHAR(100) NOT NULL,
    "due_on" DATE,
    "percent" DECIMAL(5,2),
    "amount" BIGINT NOT NULL,
    "contract_id" BIGINT NOT NULL REFERENCES "crm_contracts_contract" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_crm_contrac_contrac_d641b0" ON "crm_contracts_installment" ("contract_id", "id");
COMMENT ON TABLE "crm_contracts_installment" IS 'A part of the payment plan: a fixed amount, or a share of what the fixed amounts leave.';"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        DROP TABLE IF EXISTS "crm_contracts_installment";
        DROP TABLE IF EXISTS "crm_contracts_charge";
        DROP TABLE IF EXISTS "crm_contracts_billing_problem";
        DROP TABLE IF EXISTS "crm_contracts_line";
        DROP TABLE IF EXISTS "crm_contracts_contract";
        DROP TABLE IF EXISTS "crm_contracts_product";"""


MODELS_STATE = (
    "eJztXW1z2rgW/isaPnVnsplAXm/2zp0hxNlwSyBLaHe3ZccVtgBPbInKchLubv/7lWwM8g"
    "uu7QIBok8tsh7Zfo4kn+foSPm7YlBHNwhmFBrMPbyybNvCo3tKBjZyKpfg7wqGDuL/ya54"
    "ACpwMklUE+UM8hqJK/ogaECfSC0MXP8irzyEtot4kYlcg1oTZhEsmqgDigyPUg4EHI0AG0"
    "MGDOLZJsCEgQECxhjSETIPQZOBZ2gx9xcAbRsQNkbUBSMCCD4UNzOJwe/GG1pxux62vnpI"
    "Z2SExCXe+ue/eLGFTfSCXPHzc8VlkCFR2TIr/OLnSkiLzgvSisUziWt/iaYmj/rQQrYZsU"
    "4A9Mt1Np34ZVfWqInZjV9XvPGA0297Dl7Un0zZmOA5wMJMlI4QRpQ/obgDo56wA/Zse2bH"
    "0DTBiy6qBG8oYUw0hJ4trCnQwQMsyiq63u709Aetp+uVhKVDhGSkWRHnRPQS/qiuT8BIPM"
    "LP/6rVjo/Pa0fHZxenJ+fnpxdHF7yu/7zJS+ffgodZsBU05XPW/LXZ7okHIpz5oOOKgm8+"
    "BjIYoHxDLtin6MlyxZMnbLDUADLk+2YISc+yQ1iwMMRiFIWsV9drhlr15Pzk4vjsZM7+vC"
    "SL9JBgebJB4s11yJKUXvMrzHJQOq9RZIxZcwY9DP+zLp4r/x562BAsgpEH8Yt1aNjEeDzE"
    "5Pk/lTXZIIPgXvNOe+jV7+5F847rfrV9Ius9TVyp+aXTWOm7s5+iw2DeCPi92bsF4if41G"
    "lrPs/EZSPq33FRr/epIp4Jeozo/MV1aMpkhcVhUcT+3sQsaf8oUtl/N+0fjuLBVC/6ZUtA"
    "S82us29YIaPvyWduYQXhdiTJb3BPKJ36sH6Mcf4iaxtn6xpMFQe+6DbCIzbmP4+PjjLI/F"
    "jvNm7r3Xe8VmzItGeXasG1KLu8n7ppLoPgV8Oe43Pc5E8FsYFS/IcQvTm2i3fwSruj87mg"
    "2+NgovNXoayP77Vus3N9CSaIWsTs4/pd50Ob14AO8YLBWdQ+1VoO81RrS60jLkWNM3fRy9"
    "hmDt7gQCAThAsOhkrnXmtfAoHs40ZLq3c1bhVODqTILGOGixxWuFhqhIu4DWKqqMAnIArc"
    "nHu9d1+AhAItZwcJrYxRyBhC8A8fU0VnyG7SJjeEImuE36NpYp6K0R8N6jSkFnfMIt/Cvh"
    "eWLnw4Cp/nAZP41MCpMJGNmE9Gl7ut3WajV1k+BFbPdWvW6r7zLU0BS0gXXX0AjcdnSE09"
    "0ufFFVIjsZJ53eQlp+bESyCGI58m8T7i6WPm8MN7leUBz1mFg8KBTmMBzBHfDHwiQIYAps"
    "Ykn6ELRtYTwoB4DAwJBbNAKnefJvxDbv5MsD09AIQDxFUEjXEAh9gEvgOWFv7c1G1ToqOf"
    "kyMseJrAXQxinlL4VIVAtzIEGrFZwg4iZpNuhTguK2Kzu/NkGs8i0BJzt2Zk8PFUgsIZ6k"
    "0TuJCQ+eeBBUb5puWFggrYv+2ArRKKWy8UlYLZawUTivcMDSPp+6IqRoZ+T8cst0Ge7AjD"
    "cxlxEI0lQ5BnnChLJFIwi9nRAsKgHYNQ/j5B6Dws5K5TvMjlQ4J/lRaFSndspe5QqRcq9U"
    "J5cir1Qtl/VZ68Sr3YAj2NPWeAaPoCdDr5C0SpVec466/rWsSyL3IlX2TkXsRXluduYl5y"
    "54BtTrYoSW8tV3JLLSO5pZZMbtm5/AmTwiEr+H2oXHfrN71L4GP7uNFp3zS7d34SBcFDiz"
    "pIZLc0es2P2iXggsl6Qn2sta9FDS45xNVGvd3QWi0fI7iw7XKpF6vPgBGLQAgb0yLDRMbs"
    "4Ug5zjMPLZ+GErNQqE3zf2HnkM3plqO9+q663qAE7TJKMV+OeQZfCvb1AKD4Lsf3FEFqp8"
    "zeWZQvMIr1kvOLHF7Mu4AbAf3g+u2Wqadiy7dSHDYvdxLkLTPHEHUs7KvvYvwlgG+ZxUjQ"
    "P/folUFvmb0JnDoIM91BnIOU0FE+8ZdsZYMqcADxo84JwO4wiKUUUYNX9fZ7vdettx9utO"
    "4liLTFdWCreV//k+tA2+Kv2Me/a1wWcPH4jIwxFOrxVmu85ypwjIxHoQsfboUkdMdl1GAt"
    "n6LPEPRxrWJDPPLgqLSkl/EbtOf/xnqjXdSOn2456BL4WKHXhVjv46tOj1tkQFgpi5zmMM"
    "jpUnucxs1BPKqLeQcyQgsp9ARw7/ZqVXOFs6oZ4axqMpzFxsgqyXgKVHGei3PumbhJpnvo"
    "ZZlgDAF7wG/WipL2Ry+ymBSy+O6u/sdPkQWlVqf9a1hdYr3R6lylka2jFMfnO3zPMIrywp"
    "RDjFFKSGQ533OAIrsc2QX7t4xRlBemfAIps1DKDP7fh057SSb7AhIXUpbBwD/AttwdXELO"
    "YF5wkc18nOSD6JK/aCDOfCyDrsACfhSoUnBLxwHlbMX8/MsolTuxqvTnWadOmqJo5jNFhw"
    "2psR0bCLkTnqOTQI4tsn63/RF6Z4laH9xcxG5ZJ8/Lqzy4tzmB3M/n/34SeZj2XzCRPNyD"
    "kGczrKj7C+ACGgRTpAuGlDjgC+9FY0J1gr8AggGkyK8z25EKXGOMTM9G8d2sBPObPKIJA4"
    "Mp+CJyAt0vaXthN3TXXKnw6ecCTigxvaBUpaVvZ1q6/PAJMywPFsVge6A6NnCQEn/RlFzl"
    "5SSH9feO3dWH/b/yDzOzWErA8xoZlgPtdIZlWFzIBbjDGX5tjFdfQUZfa43mXb31rnpycO"
    "KTzDWdFXzjQ/ZPUnuvPqGWkbK2kjVfR3EqX6OcTjMt10jfMp7ZwWXYK3Xwo8Ojo1fs46cH"
    "tdxdnPFJiqbmA2eSLMNeieSz3SF5V44+2K/5I3D0EU6bvfMe5Ci3sEGfBBOMCvbtSrvT1s"
    "RRjhj18bXIZjCDVAbtvUhkQI99fNdpi3VyhyuXcR//9qHe7YlkCO4RUCbSIP7U6vynSDSM"
    "S688Hs6KTxjkN0H0KS0b+IHPKvZyrSTh9mYH6XHt/Gw+VsSPrNHxwKenVnI4zNRw2bEgwT"
    "c4EKD5JD1N7rFQv/4oNm9cghm+j+vdLu/dD7yED2hI3S3o4fOgRcq3d2lGWwT0ljPabOiy"
    "gtxJkLfMHEYvXJ34B1Ml2Vs6r8ZQe+OUrG5zfvBXSHQ2psQbjYt0zBTom++gpocKDu8Y7C"
    "0zOBDBbJQWZSbERhCnEyihYuQNOGxd43teslnWrjqdlmh5vrp/1YwnTny4u9K676oxmZdx"
    "ErM6DPu1tJ607FLIAlGcWtdf1bq+Ov96E+dfz3rv6li+XzS4W70+L8fR8b6NS/2+rWxb7L"
    "OpLF/pl2sdFF7ot2LoPIdfQ8rE+rlYV59tAwITG2IuqMHQ4haf/YmQA0AoL3LHYhGe138W"
    "R1QLkFzJBdwJeUKpp12v6z4l1/TVGv5WruFzblBKaDDj7x+FgL1bWV7LBo/i6ksJL//7gq"
    "iBCi9ZSqgfXkzbIfrUStpWz75K4CqBtRMWWa3AelXvPxRgyz1/SaIV9PoltbjmY6L9J1cO"
    "9GvPH1kOtDqbWZ3NHOFZnc2rzmZW9ldnM+/iZ072i81ChweH9VcTFdqig5lP8gSFTpbHhJ"
    "LSO3Tq8lIb1t/Dw2bXciyz+Df1FIRsivfnEIQNcKy2I61tO5LaK/Oq3z11InhiP2Oe3YwF"
    "TgRXG2U2EN73D+JPmUCy0tYWoA1mrYWe3U4lrSUCypuMdX77P1peLSs="
)
