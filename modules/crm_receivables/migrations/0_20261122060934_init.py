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
    "number" VARCHAR(40) NOT NULL UNIQUE,
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
    "eJztXW1v4joW/isWn+ZKvaiFttNlVitRmu6w00JFae/OnV6lJjEQNdhM4nSGvZr/vnZeyC"
    "tpkgIJ4C9VcHxc5zknts9r/q4pxkw2kIK0VzjSkVlv6zpRINUIrrXA3zUMZ4hdpHU7AjU4"
    "nyd04ncov0q4J8PwACOTGlChrOcY6iZiTSoyFUObuzOptcEcGhSQMYDsajFDmAI6hRSYiF"
    "I2IIAYaNikbFx+7xNgc0JY/Z1gfVEHfYyc3poJKHxBGIyg8sJ/zYmGKVIBJWC0ABo1gYFe"
    "kWFCvc4nphKFzUzDkxLnYGHtu4VkSiaITpHBZvLtL9asYRX9ZCizn99q7nRkTeUU7C/r8Y"
    "11eSWagmKtyym6d9B4jBSqvSKZgf0XH3z+Io81pKshIXA62+0yXczttktt0sX02u7L8RrJ"
    "CtGtGfb7zxd0SvCSgD0qb50gjAzInpq1UcPiHMeWrrvi4gmB8+h+F+eZAzQqGkNL53LDqZ"
    "0J+G01We71h/K9NJTlWkymPIoAi90mhWAuj2yqpg3AhE/h9380Gs3mx8Zx8/zi7PTjx7OL"
    "4wvW155v/NbHX85kfLScoWzMuv/u9oZ8QoQJvfN+8IZfNg2k0KGyWeujD2fEcrDLzgGf5m"
    "0ueJinscFr8Pngv657xggf+NDbEYP/isGXDH6ULsICxmhEtRmq84sdZEYKrlftoRQB0VnR"
    "2MKfdxGJEBaSY3exOLzVJLiBI46PDBNWkCtXEpMZEKZME2J+sSlBrv1zbGGFYw0mFsQ/tb"
    "rCDhAvdUx+/Ku2fQkfdm+l+2H79o4PPzPN77on9/xOw25dRFo/nP8W5tJyEPBHd/gZ8J/g"
    "z35PsnEmJp0Y9n/0+w3/rPE5QYsSmT24DNUgWF6z15TI/9Ei9xsYI13LO3iYWwmmRn4GBK"
    "nEPl4Y/Pi5N8dRNkYrGPEORgTVkjxMCNIJBhRmQFhbzM6AMJ1gQC4GcLV6/JKo2tkLfJwV"
    "18RA2gR/QQubHV2+BmEFJWAfNc/8h1gGhrrkjbtjTPnlCZ7X6p8fDPhjaZkIbYwMDRXpiN"
    "p4DNh5adDtDGtJYr9OoO/8IfcU4/A7nwHlwFa5TqS74WH3FO34OSMT4va+uF60l0PuLdLB"
    "w8QKlPmaza20P6ChyqHFm98hDRJpWfaN35o1ZtEWiOHEBog/CZ93msynWeMj70YBc3zkpc"
    "1ij/fJW7Y93LWMcxO4jezS2K1aCDC1HQIVLurg2bX8I/UZKFOIJ8jkVu9nrs2bzwDqBKMk"
    "0/um/10WK3uyPZ39Q9fCx1uE9byS1nMDvWqmlmTATbM8Lkm2d9Y92SwbGienH08vmuenS/"
    "SXLWmgC4OiMCiGDYrWXC3I/zCl4P9u8l8YlKtgycHWbMQOKzH4O1NoJIPvU0RQZw9T5F0r"
    "92wxgz9lHeEJnbKfp8cpeD62B53P7cGH0+PIS9Nz7zTsW5FNzjIMhJUE28xqgIM064G4bM"
    "kOgdzMgHFzJcTNKMLsoZGeB94lwfawrW1qPwgje3KcRX5Zr5Xo2vfC+PrKSdawBZ/ioAMW"
    "RLhNSVvaUmHPiX2QbHvwH+8V9sSi3ESo8pnlQj9CKMS/MAteiaYmyj4hOoI4GX6fKIL8iF"
    "FtCvply3bX6st+/yakJF12I6D2Hm4vJbZT2vsk66TRFVi7sWVqzh0yQvbObbJieky+XVKx"
    "TEpmyMivA4YJxYIhoil2iQEpznzhjduUNy5p4XkvzArrXe8EBttTgCPrbVX9nY6cp/s6l+"
    "9CIT+nT/2mj7NLTeCodCbAfM93PYiAMHkCGnVyd0wmK58AnSLAnU8jaCJgoLFlIpN3+TDT"
    "Joad5wROfov7NTfzL7L4MiMC4TkzmSDZqMheA3t7qGWDGvZz8nvOzCKNwh1akT3qSLhDhT"
    "tUuMOEO1TwX7hDt30uPRB3aLUyC8OOuizepOZqZ1Iz5ktiZ07EXZsJuu1qgENE+4bxRRaM"
    "L1ZjfBHD2CSWkQ9gn2Lf0D3Pgu75anTPd9ifX+v0vm5q392oQ5/riyvkV2KLbcwmE5Zlj3"
    "iLQKsGHNOcUNeuBu3rYQvYtE/4rn8/lK5arqb+hB/7XfaLO2WiCn+mRSXLmrJ6SUliiKPA"
    "F+WIQ71bLOnfSb0WIHOEGXvag+HNV/muzbnCI8f1hTyHmsrvOE38uv8oDa4eJEb0igzVQu"
    "9l40kjSzRHY3UwRyPKyZC5JauzKkR0yK4qx0eaE70Q0SGjV2Ic0U7jZlojSihMCHFLUwmD"
    "VCKWpZguSOHPfKC7BALvgnjnF3Mh4+/EXMTKlYf97sXK7Rf+mKzSM1dY+sjWVcvtKPBnme"
    "LGz1Lixs/iceNBP3Au6Y4QClt2UfkWoXVVi+wSMUebiDlKWnXej7AzjlnvBEbcrVUnM8rh"
    "BbfSkV03Gka1DNFddr+jQhFeukf6VnjXakYkhE8FAqP4P/CWVmRoRJWZKBrUCXV6o1yEiI"
    "aqZDRUcPI5TpQRsn1M9sx0tGymHC2b8aPldwtiqtEEJ9wVUrQZ1JPRDpJFLYoOXd2l39h5"
    "/mRTB/o0m6LU6d62bz6cnB6dRhJaginNYYjZY1F5biSGoactK2E6oZkWtjzKRqIXNFXAg2"
    "QlCfhxiQJ+dtTILN+7kpy7d3ItLOrbtAAkHDkLGGKCB1ZhjSlaMjd41I+v66vd7xG6Q/aF"
    "ulggnCDJbyLoUh0yfiLTs1r2QJHpuad1V0Pls9PMVdE62wXsVcva3xlqrvqfE/tkfyaMx3"
    "YxnpjAtGb862H/QwYBGgYIKlPgxa0egR9Tjf0OpQ8qU6S8mABSoJDZTKMJFVc3/M9y1lt1"
    "8g39WtSR/ENhWaumZe1FS9rss4WeerRVtqsxCB773Y7U8soQB6NGeXzp11upN2x5nwt8wu"
    "2bm36nPez2ey3gfwPxCT/0gncsHLw3kK4femxMnvOLRSxqpfe/jEc5kS4q0gVFumDZSn2J"
    "CpXAv1Xqd4gOFv+q6rMVY8jGCheV+hGiHQU50zeISrYZeExIMxcEGFXAUhCQnPUGt2StDe"
    "RMJlTwR6jdlVS7RXkfUd4nhLPQ10R5H8F/oa/v4jYnvnaypfo+qsZOeKuDYN+22IcG2GKe"
    "lYZzrmFMtrjF/gn3H4YtQCxaxKh+mgH/09Ufm4miP2PncVLYWeJTbxH3EcQvMsMHm2PnJc"
    "vDgst274s8HLR799fSoAVCY3E/Sfeu/ZX7SDSm9zzhPyQGG+PVD6RMIX3Cnc9S50vLcS2y"
    "X+37z+wHNKf8enDFrw31CXdv7/oDuzSLNpsTw814zcvoRpY3rbH6TWvE4xcVJTmAcfVKFi"
    "DZuwzG9ZfRKqlUWZVBPskkxicpcnwSF+SISSCrIzBCdtiuwJ2pSba9o816S5LtSrT43p3X"
    "RXmK8rB3gkXyQh+kEsgXLAyC5ZXnu9S6ICE6gX5RuRffdHrfgUQUVtloYRVR1qPsJWIKsa"
    "oX4ECYTphx1xR2IsqqbLqsiiu47wHY9Ro9mJmgrZiYZ0U2/IJXNM7EScOopcaZuH2OisWZ"
    "BKg3G2di574sszkCh9+giIsYk2rGmKTasN92WJRizy6Q4DGQOlL3sX15I/EEDO8t4UkZj1"
    "LvwW58RZiXCx+2/8vkAP6MuCMG0lV3yH4ZSNUK+ZnWn7whTI7C5LhXq5RQryrEguWungv/"
    "IJUAf1261TK7eF2x5tGM5x1jSlZNICiN4mvEJamwJWtaAyfdNk3RGiwzcgvoWX4679up/7"
    "cEowUgYwC9VGIw0di5E/Bn/gSgn6xfB8/8ezYysegz/3owz8Rn1xPC+ObRxrP9NzB+FgUw"
    "nNghlL3KKnseywuk6oUI17OzHwxDhEJROvCeRzy3PzFEdtARTgaCZr7Kuj7F3jkVN1JSV6"
    "QnifQUkZ5S9lYhDB+HWUvicBkgLE9lW55KLSexqxhXrp7Er/8D/nECKA=="
)
