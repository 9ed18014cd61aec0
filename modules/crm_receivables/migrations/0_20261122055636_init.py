from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        CREATE TABLE IF NOT EXISTS "crm_receivables_invoice" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "number" VARCHAR(30) UNIQUE,
    "reference" VARCHAR(80) UNIQUE,
    "source" VARCHAR(60) UNIQUE,
    "currency" VARCHAR(3) NOT NULL,
    "state" VARCHAR(8) NOT NULL,
    "status" VARCHAR(12) NOT NULL,
    "posted_on" DATE,
    "voided_on" DATE,
    "due_on" DATE,
    "subtotal" BIGINT NOT NULL,
    "tax" BIGINT NOT NULL,
    "total" BIGINT NOT NULL,
    "allocated" BIGINT NOT NULL,
    "outstanding" BIGINT NOT NULL,
    "note" VARCHAR(500) NOT NULL,
    "contract_id" BIGINT REFERENCES "crm_contracts_contract" ("id") ON DELETE RESTRICT,
    "customer_id" BIGINT NOT NULL REFERENCES "crm_core_customer" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_crm_receiva_custome_f26b6f" ON "crm_receivables_invoice" ("customer_id", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_receiva_contrac_63177d" ON "crm_receivables_invoice" ("contract_id");
CREATE INDEX IF NOT EXISTS "idx_crm_receiva_status_2cfe90" ON "crm_receivables_invoice" ("status", "due_on", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_receiva_posted__77a763" ON "crm_receivables_invoice" ("posted_on", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_receiva_due_on_e42b16" ON "crm_receivables_invoice" ("due_on", "id");
COMMENT ON COLUMN "crm_receivables_invoice"."state" IS 'DRAFT: draft\nPOSTED: posted\nVOID: void';
COMMENT ON COLUMN "crm_receivables_invoice"."status" IS 'DRAFT: draft\nOPEN: open\nPARTLY_PAID: partly_paid\nPAID: paid\nOVERDUE: overdue\nVOID: void';
COMMENT ON TABLE "crm_receivables_invoice" IS 'Its amounts never change once it is posted; the database refuses it (migration 1).';
        CREATE TABLE IF NOT EXISTS "crm_receivables_installment" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "currency" VARCHAR(3) NOT NULL,
    "label" VARCHAR(100) NOT NULL,
    "due_on" DATE NOT NULL,
    "amount" BIGINT NOT NULL,
    "allocated" BIGINT NOT NULL,
    "outstanding" BIGINT NOT NULL,
    "voided" BOOL NOT NULL,
    "reversed_on" DATE,
    "customer_id" BIGINT NOT NULL REFERENCES "crm_core_customer" ("id") ON DELETE RESTRICT,
    "invoice_id" BIGINT NOT NULL REFERENCES "crm_receivables_invoice" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_crm_receiva_invoice_16dcc9" ON "crm_receivables_installment" ("invoice_id", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_receiva_due_on_5e5ac4" ON "crm_receivables_installment" ("due_on", "id");
COMMENT ON TABLE "crm_receivables_installment" IS 'A receivable: a part of an invoice that is due on a day. `allocated` changes by `locks` alone.';
        CREATE TABLE IF NOT EXISTS "crm_receivables_line" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "description" VARCHAR(300) NOT NULL,
    "quantity" DECIMAL(14,4) NOT NULL,
    "unit_price" BIGINT NOT NULL,
    "tax_rate" DECIMAL(5,2) NOT NULL,
    "amount" BIGINT NOT NULL,
    "tax" BIGINT NOT NULL,
    "contract_line_id" BIGINT,
    "period_start" DATE,
    "period_end" DATE,
    "invoice_id" BIGINT NOT NULL REFERENCES "crm_receivables_invoice" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_crm_receiva_contrac_de92bb" UNIQUE ("contract_line_id", "period_start")
);
CREATE INDEX IF NOT EXISTS "idx_crm_receiva_invoice_739530" ON "crm_receivables_line" ("invoice_id", "id");
        CREATE TABLE IF NOT EXISTS "crm_receivables_payment" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "number" VARCHAR(30) NOT NULL UNIQUE,
    "direction" VARCHAR(4) NOT NULL,
    "method" VARCHAR(20) NOT NULL,
    "account" VARCHAR(80) NOT NULL,
    "reference" VARCHAR(120) NOT NULL,
    "received_on" DATE NOT NULL,
    "currency" VARCHAR(3) NOT NULL,
    "amount" BIGINT NOT NULL,
    "allocated" BIGINT NOT NULL,
    "refunded" BIGINT NOT NULL,
    "on_account" BIGINT NOT NULL,
    "reversed_on" DATE,
    "note" VARCHAR(500) NOT NULL,
    "customer_id" BIGINT NOT NULL REFERENCES "crm_core_customer" ("id") ON DELETE RESTRICT,
    "handler_id" BIGINT REFERENCES "guanxi_user" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_crm_receiva_custome_8d8332" ON "crm_receivables_payment" ("customer_id", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_receiva_receive_b77414" ON "crm_receivables_payment" ("received_on", "id");
COMMENT ON COLUMN "crm_receivables_payment"."direction" IS 'IN: in\nOUT: out';
COMMENT ON COLUMN "crm_receivables_payment"."method" IS 'BANK_TRANSFER: bank_transfer\nALIPAY: alipay\nWECHAT: wechat\nCHECK: check\nCASH: cash\nCARD: card\nIMPORTED: imported';
        CREATE TABLE IF NOT EXISTS "crm_receivables_entry" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "kind" VARCHAR(12) NOT NULL,
    "posted_on" DATE NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "invoice_id" BIGINT REFERENCES "crm_receivables_invoice" ("id") ON DELETE RESTRICT,
    "payment_id" BIGINT REFERENCES "crm_receivables_payment" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_crm_receiva_invoice_c549a1" ON "crm_receivables_entry" ("invoice_id");
CREATE INDEX IF NOT EXISTS "idx_crm_receiva_payment_0cf5c9" ON "crm_receivables_entry" ("payment_id");
CREATE INDEX IF NOT EXISTS "idx_crm_receiva_posted__3c58ed" ON "crm_receivables_entry" ("posted_on");
COMMENT ON COLUMN "crm_receivables_entry"."kind" IS 'INVOICE: invoice\nVOID: void\nPAYMENT: payment\nALLOCATION: allocation\nUNALLOCATION: unallocation\nREFUND: refund';
COMMENT ON TABLE "crm_receivables_entry" IS 'Append-only; its postings sum to zero in each currency, which the database checks at commit.';
        CREATE TABLE IF NOT EXISTS "crm_receivables_allocation" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "amount" BIGINT NOT NULL,
    "effective_on" DATE NOT NULL,
    "reverses_id" BIGINT UNIQUE,
    "created_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "entry_id" BIGINT NOT NULL REFERENCES "crm_receivables_entry" ("id") ON DELETE RESTRICT,
    "installment_id" BIGINT NOT NULL REFERENCES "crm_receivables_installment" ("id") ON DELETE RESTRICT,
    "invoice_id" BIGINT NOT NULL REFERENCES "crm_receivables_invoice" ("id") ON DELETE RESTRICT,
    "payment_id" BIGINT NOT NULL REFERENCES "crm_receivables_payment" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_crm_receiva_payment_943b14" ON "crm_receivables_allocation" ("payment_id", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_receiva_invoice_b16b67" ON "crm_receivables_allocation" ("invoice_id", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_receiva_install_15cdf2" ON "crm_receivables_allocation" ("installment_id", "effective_on");
COMMENT ON TABLE "crm_receivables_allocation" IS 'A part of a payment that settles an installment; append-only. One that is taken back is pointed to by its reversal.';
        CREATE TABLE IF NOT EXISTS "crm_receivables_posting" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "account" VARCHAR(12) NOT NULL,
    "currency" VARCHAR(3) NOT NULL,
    "amount" BIGINT NOT NULL,
    "customer_id" BIGINT NOT NULL REFERENCES "crm_core_customer" ("id") ON DELETE RESTRICT,
    "entry_id" BIGINT NOT NULL REFERENCES "crm_receivables_entry" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_crm_receiva_entry_i_b5a31a" ON "crm_receivables_posting" ("entry_id");
CREATE INDEX IF NOT EXISTS "idx_crm_receiva_account_aa8acb" ON "crm_receivables_posting" ("account", "customer_id");
COMMENT ON COLUMN "crm_receivables_posting"."account" IS 'RECEIVABLE: receivable\nREVENUE: revenue\nTAX: tax\nCASH: cash\nCREDIT: credit';
        CREATE TABLE IF NOT EXISTS "crm_receivables_refund" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "paid_out_id" BIGINT NOT NULL UNIQUE,
    "amount" BIGINT NOT NULL,
    "refunded_on" DATE NOT NULL,
    "reason" VARCHAR(300) NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "entry_id" BIGINT NOT NULL REFERENCES "crm_receivables_entry" ("id") ON DELETE RESTRICT,
    "payment_id" BIGINT NOT NULL REFERENCES "crm_receivables_payment" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_crm_receiva_payment_aa8500" ON "crm_receivables_refund" ("payment_id", "id");
COMMENT ON TABLE "crm_receivables_refund" IS 'Money of a payment given back; append-only. `paid_out` is the outgoing payment.';"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        DROP TABLE IF EXISTS "crm_receivables_refund";
        DROP TABLE IF EXISTS "crm_receivables_posting";
        DROP TABLE IF EXISTS "crm_receivables_allocation";
        DROP TABLE IF EXISTS "crm_receivables_entry";
        DROP TABLE IF EXISTS "crm_receivables_payment";
        DROP TABLE IF EXISTS "crm_receivables_line";
        DROP TABLE IF EXISTS "crm_receivables_installment";
        DROP TABLE IF EXISTS "crm_receivables_invoice";"""


MODELS_STATE = (
    "eJztXetz2joW/1c0fOqdyWUS8miW7uwMIe6WbQIZSnK3t7njCFuAJ0aitpyWvdP/fSU/8N"
    "uxHcAG9CVjZB1F/p1jSefpvxuKMZcNpCDtBY51ZDY7uk4USDWCG23wdwPDOWIXWd2OQAMu"
    "Fgmd+B3KrxLuyTA8wNikBlQo6zmBuolYk4pMxdAW7kwaHbCABgVkAiC7Ws4RpoDOIAUmop"
    "QNCCAGGjYpG5ff+wDYnBBWfydYXzbBACOnt2YCCp8RBmOoPPNfC6JhilRACRgvgUZNYKAX"
    "ZJhQb/KJqURhM9PwtMI5WFj7biGZkimiM2SwmXz7izVrWEU/Gcrs57eGOx1ZUzkF+8t6fG"
    "NdXoimoFjraoruHTSZIIVqL0hmYP/FB188yxMN6WpICJzOdrtMlwu77Uqb9jD9aPfleI1l"
    "hejWHPv9F0s6I3hFwB6Vt04RRgZkT83aqGFxjmNL111x8YTAeXS/i/PMARoVTaClc7nh1M"
    "4E/LaGLPcHI/mLNJLlRkymPIoAi90mhWAuj2yqpg3AlE/h93+0Wqen71vHpxeX52fv359f"
    "Hl+yvvZ847fe/3Im46PlDGVj1vt3rz/iEyJM6J33gzf8smkghQ6VzVoffTgnloNdfg74NK"
    "9zwcM8iw1eg88H/3XdM0b4wIfejhj81wy+ZPCjdBEWMEYjqs1Rk1/sIDMycL3ujKQIiM6K"
    "xhb+ootIhLCUHLuLxeGtJsENHHF8ZJiwgly7kpjMgDBllhDzi00JcuOfEwsrHGswtSD+qT"
    "UVdoB4bmLy41+N7Uv4qHcrfRl1bu/48HPT/K57cs/vtOzWZaT13cVvYS6tBgF/9EafAP8J"
    "/hz0JRtnYtKpYf9Hv9/ozwafE7QokdmDy1ANguU1e02J/B8vC7+BMdK1vIOHuZVgahRnQJ"
    "BK7OOlwY+fewscZWO0ghFvYERQLSnChCCdYEBpBoS1xfwMCNMJBhRiAFerJ8+Jqp29wMdZ"
    "8ZEYSJviz2hps6PH1yCsoATso+aZ/xDLwFCXvHF3jCm/PMHzWv3zgwF/rCwToY2RoaEiHV"
    "EbjyE7Lw173VEjSezXCfSdP+SeYhx+53OgHNgq14l0LzzsnqIdP2fkQtzeF9eL9mrIvUU6"
    "eJhIQZmv2dxK+wMaqhxavPkd0iKRllXf+K15ax5tgRhObYD4k/B5Z8l8ljU+8m6UMMdHXt"
    "o89nifvG3bw13LODeB28iujN2qhQBT2yFQ4bIJnlzLP1KfgDKDeIpMbvV+4tq8+QSgTjBK"
    "Mr1v+t/lsbIn29PZP3QtfLxFWM9raT030ItmakkG3CzL44pke2fdk82yoXVy9v7s8vTibI"
    "X+qiULdGFQFAbFsEHRWqgl+R+mFPzfTf4Lg3IdLDmKZRgIKwnGg+4MGinwB2giyLMH2sEj"
    "PztJ/5R1hKd0xn6eZoD60Bl2P3WG704jL07fvdHid8IIs4dGehF4VwTbw7axqQUrjOzJ8X"
    "EObFmvVHTte2F8/dNzXr+6T3HQHnURD1LRmrvSKAtiHyTbHvzHe4U9sSi3Yal8ZoXQjxAK"
    "8S/NgheiqYmyT4iOIE6G3yeKID9mVJuCftWy3bX6ajC4CZ3ir3oRUPv3t1cS2yntfZJ10m"
    "gK1m7wk1pwh4yQvXGbrNlBu9guqVgmJXNkFFdSwoRiwRDu/l1iQIa3WbiLNuUuSlp43gqz"
    "wno3u4HB9hTgyHpbV4ecI+fZzrjVu1DKEedTv+qE61ETOCqdCTDf810XFyBMnoBGneQSk8"
    "nKB0BnCHDvyBiaCBhoYpnI5F3ezbWpYSfigJPf4o63zfyLPM62iEB43jYmSDYqstfA3h5q"
    "2aCGHXH8njOzSKPw19VkjzoS/jrhrxP+GuGvE/wX/rptn0ur0YWxNR8n6QTp7iSfopQ/qV"
    "6pb2FHXR5v0mm6M+k05ktiZ07EXZsJum06wCGifcP4Mg/Gl+kYX8YwNollFAPYp9g3dC/y"
    "oHuRju5FDN3d8ec3uv2vm9p3N+rQ5/piivxKbLGN2WTCsuwRbxFo1YATWhDqxvWw83HUBj"
    "btI74bfBlJ121XU3/ED4Me+8WdMlGFP9eikmdNSV9SkhjiKPBlOeJQ7xZLBndSvw3IAmHG"
    "ns5wdPNVvutwrvDQZn0pL6Cm8jtOE78ePEjD63uJEb0gQ7XQW9l40soTzdFKD+ZoRTkZMr"
    "fkdVaFiA7ZVeX4SAuiFyI6ZPQqjCPaadxMa0wJhQkhblkqYZBKxLKU0wUp/FkMdJdA4F0S"
    "7+JiLmT8jZiLWLnqsN+9WLn9wh+TND0zxdJHtq5abkeBP88VN36eETd+Ho8bD/qBC0l3hF"
    "DYssvnnojQunpFdomYo03EHCWtOm9H2BnHbHYDI+7WqpMb5fCCW+vIrhsNo0aO6C6731Gp"
    "CC/dI30tvCudEQnhU4HAKP4PvKUVGRpRZSaKBnVCnV6pZyCioWoZDRWcfIETZYRsH5M9cx"
    "0tTzOOlqfxo+V3C2Kq0QQn3DVStDnUk9EOkkUtig5d06Xf2Hn+ZFMH+iybotTt3XZu3p2c"
    "HZ1FElo8/M9iELPHovLCSAxDz1pWwnRCMy1teZSNRC9opoAHySoS8OMKBfz8qJVbvnclOX"
    "fv5FpY1LdpAUg4cpYwxAQPrMIaU7ama/CoH1/X093vEbpD9oW6WCCcIMmvIuhSHTJ+ItOz"
    "XvZAkem5p4VBQ/Wds8xV0ULQJexVq+LUOYqC+t+7+mB/x4rHdjGemMC05vzzVv9DBgEaBg"
    "gqM+DFrR6BHzON/Q6lDyozpDybAFKgkPlcowklQTf8zwoWBHXyDf1iyZH8Q2FZq6dl7VlL"
    "2uzzhZ56tHW2qzEIHga9rtT26uQGo0Z5fOnXW6k/anvfs3vEnZubQbcz6g36beB/pO8R3/"
    "eDdywcvDeUPt732Zg85xeLWNRa7385j3IiXVSkC4p0waqV+goVKoF/u9IP5Rws/nXVZ2vG"
    "kI0VLqr0Kzk7CnKuj+RUbDPwmJBlLggwqoSlICA56w1uyVsbyJlMqOCPULtrqXaL8j6ivE"
    "8IZ6GvifI+gv9CX9/Fba7C8j41O1tsuL6PqrETXnoQ7OsW+9AAW8yz0nDBNYzJFrfYP+LB"
    "/agNiEXLGNXPcuB/lgr/WRT9OTuPk9LOEp96i7iPIX6WGT7YnDgvWREWXHX6n+XRsNP/8l"
    "EatkFoLO4n6d11vnIficb0nkf8h8RgY7z6gZQZpI+4+0nqfm47rkX2q/PlE/sBzRm/Hl7z"
    "a0N9xL3bu8HQLs2izRfEcDNeizK6ledNa6W/aa14/KKiJAcwpq9kAZK9y2BcfxmtikqV1R"
    "nkk1xifJIhxydxQY6YBPI6AiNkh+0K3JmaZNs72qy3JNmuRIvv3XldlKeoDnsnWKQo9EEq"
    "gXzJwiBYTj3fZdYFCdEJ9MvKvfim09sOJKKwykYLq4iyHlUvETOIVb0EB8J0woy7prATUV"
    "Zl02VVXMF9C8Cu1+jezAVtzcQ8L7LhF7ymcSZOGkYjM87E7XNULs4kQL3ZOBM792WVzRE4"
    "/AZFXMSY1DPGJNOG/brDohJ7dokEj6HUlXoPnasbiSdgeG8JT8p4kPr3duMLwrxc+KjzXy"
    "YH8GfEHTGUrnsj9stAqlbKz7T+5A1hchQmx71apYR6VSMWrHb1QvgHqQT469KtVtnF64o1"
    "j2Y87xhT8moCQWkUXyOuSIWtWNMaOum2WYrWcJWRW0LP8tN5X0/9vyUYLQGZAOilEoOpxs"
    "6dgD/zBwD9ZP0meOLfs5GJRZ/414N5Jj67nhLGN482nu2/gfHzKIDhxA6h7NVW2fNYXiJV"
    "L0S4np39YBgiFIrKgfc84oX9iSGyg45wMhA0i1XW9Sn2zqm4kZK6Ij1JpKeI9JSqtwph+D"
    "jMWhKHywBheara8lRpOYldxbh29SR+/R8K15KX"
)
