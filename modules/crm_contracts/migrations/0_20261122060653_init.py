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
    "eJztXW1z2rgW/isaPnVnsplAXm/2zp0hxNlwSyCX0O62ZccVtgBPbInKchLu3v73K9kY5B"
    "dc2wUCRJ9aZD2y/RxJPs/RkfJ3xaCObhDMKDSYe3hl2baFR/eUDGzkVC7B3xUMHcT/k13x"
    "AFTgZJKoJsoZ5DUSV/RB0IA+kVoYuP5FXnkIbRfxIhO5BrUmzCJYNFEHFBkepRwIOBoBNo"
    "YMGMSzTYAJAwMEjDGkI2QegiYDz9Bi7m8A2jYgbIyoC0YEEHwobmYSg9+NN7Tidj1sffOQ"
    "zsgIiUu89S9/8WILm+gFueLnl4rLIEOismVW+MUvlZAWnRekFYtnEtf+Ek1NHvWhhWwzYp"
    "0A6JfrbDrxy66sUROzG7+ueOMBp9/2HLyoP5myMcFzgIWZKB0hjCh/QnEHRj1hB+zZ9syO"
    "oWmCF11UCd5QwphoCD1bWFOggwdYlFV0vd3p6Q9aT9crCUuHCMlIsyLOiegl/FFdn4CReI"
    "Rf/1GrHR+f146Ozy5OT87PTy+OLnhd/3mTl86/Bw+zYCtoyues+Xuz3RMPRDjzQccVBd99"
    "DGQwQPmGXLBP0ZPliidP2GCpAWTIj80Qkp5lh7BgYYjFKApZr67XDLXqyfnJxfHZyZz9eU"
    "kW6SHB8mSDxJvrkCUpveZXmOWgdF6jyBiz5gx6GP5nXTxX/jn0sCFYBCMP4hfr0LCJ8XiI"
    "yfO/KmuyQQbBvead9tCr392L5h3X/Wb7RNZ7mrhS80unsdJ3Z79Eh8G8EfBHs3cLxE/wud"
    "PWfJ6Jy0bUv+OiXu9zRTwT9BjR+Yvr0JTJCovDooj9vYlZ0v5RpLL/bto/HMWDqV70y5aA"
    "lppdZ9+wQkbfk8/cwgrC7UiS3+CeUDr1Yf0Y4/xF1jbO1jWYKg580W2ER2zMfx4fHWWQ+b"
    "HebdzWu+94rdiQac8u1YJrUXZ5P3XTXAbBr4Y9x+e4yZ8KYgOl+A8henNsF+/glXZH53NB"
    "t8fBROevQlkf32vdZuf6EkwQtYjZx/W7zoc2rwEd4gWDs6h9qrUc5qnWllpHXIoaZ+6il7"
    "HNHLzBgUAmCBccDJXOvda+BALZx42WVu9q3CqcHEiRWcYMFzmscLHUCBdxG8RUUYFPQBS4"
    "Ofd6774ACQVazg4SWhmjkDGE4B8+porOkN2kTW4IRdYIv0fTxDwVoz8a1GlILe6YRb6HfS"
    "8sXfhwFD7PAybxqYFTYSIbMZ+MLndbu81Gr7J8CKye69as1X3nW5oClpAuuvoAGo/PkJp6"
    "pM+LK6RGYiXzuslLTs2Jl0AMRz5N4n3E08fM4Yf3KssDnrMKB4UDncYCmCO+GfhEgAwBTI"
    "1JPkMXjKwnhAHxGBgSCmaBVO4+TfiH3PyVYHt6AAgHiKsIGuMADrEJfAcsLfy5qdumREe/"
    "JEdY8DSBuxjEPKXwqQqBbmUINGKzhB1EzCbdCnFcVsRmd+fJNJ5FoCXmbs3I4OOpBIUz1J"
    "smcCEh888DC4zyTcsLBRWwf9sBWyUUt14oKgWz1womFO8ZGkbS90VVjAz9kY5ZboM82RGG"
    "5zLiIBpLhiDPOFGWSKRgFrOjBYRBOwah/H2C0HlYyF2neJHLhwT/Ki0Kle7YSt2hUi9U6o"
    "Xy5FTqhbL/qjx5lXqxBXoae84A0fQF6HTyF4hSq85x1l/XtYhlX+RKvsjIvYivLM/dxLzk"
    "zgHbnGxRkt5aruSWWkZySy2Z3LJz+RMmhUNW8PtQue7Wb3qXwMf2caPTvml27/wkCoKHFn"
    "WQyG5p9JoftUvABZP1hPpYa1+LGlxyiKuNeruhtVo+RnBh2+VSL1afASMWgRA2pkWGiYzZ"
    "oO0a7U/r+rLHZqI8E9HyeSgxDYXiNP8ndg7ZnHA52qsPq+sNStAuoxTz5Zhn8KVgXw8Aiu"
    "9yfE8RpHbK9J1F+QKjWC85v8jxxbwruBHQTy7gbpl8KrZ+KwVi83InQd4ycwxRx8K+/C7G"
    "XwL4llmMRP1zj14Z9JbZm8CpgzDTHcQ5SIkd5VN/yVY2KCUGED/qnADsDoNgShE5eFVvv9"
    "d73Xr74UbrXoJIW1wItpr39U9cCNoWf8U+/kPjsoCrx2dkjKGQj7da4z2XgWNkPAph+HAr"
    "NKE7LiMHa/kkfYaij2sVG+KRB0elNb2M36A9/zvWG+2idvx8y0GXwMcKwS7Ueh9fdXrcIg"
    "PCSlnkNIdBTpfa4zRuDuJRXcw7kBFaSKIngHu3WauaK55VzYhnVZPxLDZGVknGU6CK81yc"
    "c8/ETTLdQy/LBGMI2AN+s5aUtD97kdWkkMV3d/U/f4msKLU67d/D6hLrjVbnKo1sHaU4Pj"
    "/ge4ZRlBemHGKMUkIiy/meAxTZ5cgu2L9ljKK8MOUTSJmFUmbwfz902ktS2ReQuJCyDAb+"
    "B2zL3cE15AzmBRfZzMdJPoiu+YsG4szHUugKrOBHgSoHt3QcUE5XzM+/jFLJE6vKf5516q"
    "QpiqY+U3TYkBrbsYGQO+M5Ognk2CPrd9ufoXeWqfXBzUXslnXyvLzKg3ubM8j9hP4fZ5GH"
    "ef8FM8nDTQh5dsOKur8BLqBBMEW6YEiJA77yXjQmVCf4KyAYQIr8OrMtqcA1xsj0bBTfzk"
    "owv8kjmjAwmIKvIinQ/Zq2GXZDd82VC59+MOCEEtMLSlVe+nbmpcsPnzDD8mBRDLYHqmMD"
    "JynxF01JVl5Oclh/79hdfdj/G/8wM4ulBDyvkWE50E5nWIbFhVyAO5zh18Z49RVk9LXWaN"
    "7VW++qJwcnPslc01nBNz5k/yS19+oTahkpaytZ83UUp/I1yuk003KN9D3jmR1chr1SBz86"
    "PDp6xT5+elDL3cUZn6RoakJwJsky7JVIPtsdknfl7IP9mj8CRx/htNk770mOcgsb9Ekwwa"
    "hg3660O21NnOWIUR9fi2wGM0hl0N6LRAb02Md3nbZYJ3e4chn38X8+1Ls9kQzBPQLKRBrE"
    "J63Of4pEw7j0yuPhrPiIQX4TRJ/SsoEf+KxiL9dKEm5vtpAe187P5mNF/MgaHQ98emolh8"
    "NMDZcdCxJ8gwMBmk/S0+QeC/Xrj2L3xiWY4fu43u3y3v3AS/iAhtTdgh4+D1qkfHuXZrRF"
    "QG85o82GLivInQR5y8xh9MLViX8yVZK9pfNqDLU3TsnqducHf4ZEZ2NKvNG4SMdMgb75Dm"
    "p6qODwjsHeMoMDEcxGaVFmQmwEcTqBEipG3oDD1jW+5yWbZe2q02mJluer+1fNeOLEh7sr"
    "rfuuGpN5GUcxq9OwX0vrScsuhSwQxal1/VWt66sDsDdxAPas966O5ftFg7vV6/NyHB3v27"
    "jU79vKtsU+m8rylX651kHhhX4rhs5z+jWkTKyfi3X12TYgMLEh5oIaDC1u8dnfCDkAhPIi"
    "dywW4Xn9Z3FGtQDJlVzAnZAnlHrc9bruU3JNX63hb+UaPucGpYQGM/4AUgjYu5XltWzwKK"
    "6+lPDyvy+IGqjwkqWE+unFtB2iT62kbfXsqwSuElg7YZHVCqxX9f5DAbbc85ckWkGvX1KL"
    "az4n2n9y5UC/9vyR5UCrw5nV4cwRntXhvOpwZmV/dTjzLn7mZL/YLHR6cFh/NVGhLTqZ+S"
    "RPUOhkeUwoKb1Dpy4vtWF9dS5zvnOZxb+ppyBkU7w/hyBsgGO1HWlt25HUXplX/e6pI8HX"
    "fiS42imzgfi+fxR/ygySlbe2AG0wbS107XYqay0RUd5ksPP7/wHFxywR"
)
