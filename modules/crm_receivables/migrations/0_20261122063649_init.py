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
COMMENT ON TABLE "crm_receivables_allocation" IS 'A part of a payment that settles an installment; append-only. Its reversal, if any, points to it.';
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
    "tpkgIJ4C8oOD5O8pwT2+c1f9cUYyYbSEHaKxzpyKy3dZ0okGoE11rg7xqGM8QO0rodgRqc"
    "zxM68TOUHyWck2F4gJFJDahQ1nMMdROxJhWZiqHN3TuptcEcGhSQMYDsaDFDmAI6hRSYiF"
    "I2IIAYaNikbFx+7hNg94Sw+jvB+qIOutQEBnpFhgn1I6CxQfDiCMyJhtkJSoBG6/w2VKKw"
    "+9DwZGtXtLD23UIyJRNEp8hg1/32F2vWsIp+MgTZ32819+KypnIK9st6fGNdXommoFjr8o"
    "bcM2g8RgrVXpHMgPyLDz5/kcca0tUQg53OdrtMF3O77VKbdDG9tvtydEayQnRrhv3+8wWd"
    "ErwkYA/HWycIIwNSxK9ADYtzE1u67oqCx2Dn0f0uzjMHaFQ0hpbOZYJTOzfgt9Vkudcfyv"
    "fSUJZrMXnxKAIMdZsUgrmscT7YAEz4Lfz+j0aj2fzYOG6eX5ydfvx4dnF8wfra9xs/9fGX"
    "czM+Ws5QNmbdf3d7Q35DhAm0I/u84ZdNAyl0qGzW+ujDGbEc7LJzwKd5mwse5mls8Bp8Pv"
    "iv4p4xwgc+9HbE4L9i8CWDH6WLsIAxGlFthur8YAeZkYLrVXsoRUB05jk2qeedRCKEheTY"
    "nSwObzYJLs6I4yPDhBnkypXEZAaEKdOEmB9sSpBr/xxbWOFYg4kF8U+trrDNwUsdkx//qm"
    "1fwofdW+l+2L6948PPTPO77sk9P9OwWxeR1g/nv4W5tBwE/NEdfgb8L/iz35NsnIlJJ4Z9"
    "Rb/f8M8avydoUSKzB5ehGgTLa/aaEvk/WuR+A2Oka3kHD3MpwdTIz4AglVjHC4Mf3/fm2M"
    "rGaAUj3sGIoFqShwlBOsGAwgwIa4vZGRCmEwzIxQCuVo9fElU7e4KPs+KaGEib4C9oYbOj"
    "y+cgrKAE7KOml/8Qy8BQl7xxd4wpvzzB81r9/YMBfywtE6GFkaGhIh1RG48B2y8Nup1hLU"
    "ns1wn0nT/knmIcfuczoBxYKteJdDc87J6iHd9nZELcXhfXi/ZyyL1FOriZWIEyn7NHUHn5"
    "AQ1VDk3e/AxpkEjLsm/81Kwxi7ZADCc2QPxJ+H2nyXyapT3ybhQwtUde2iy2dp+8ZVu/XT"
    "s4N3jbyDqGcM0EqoUAU9shUOGiDp5dqz5Sn4EyhXiCTDBagGeuzZvPAOoEoyRD+6Yvl8XK"
    "nmxPZxd0LXy8RVjPK2k9N9CrZmpJBtw0y+OSZHt73ZPNsqFxcvrx9KJ5frpEf9mSBrowKA"
    "qDYtigaM3VgvwPUwr+7yb/hUG5CpYcbM1GbLMSg78zhUYy+D5FBHX2MEXetXL3FjP4U9YR"
    "ntAp+3t6nILnY3vQ+dwefDg9jrw0PfdMwz4VWeQsw0BYSbDNrAY4SLMeiMuW7BDIzQwYN1"
    "dC3IwizB4a6XngXRJsD9vaptaDMLInx1nkl/Vaia59Loyvr5xkDVvwKQ46YEGE25S0pC0V"
    "9pzYB8m2B//xXmFPLMpNhCq/s1zoRwiF+BdmwSvR1ETZJ0RHECfD7xNFkB8xqk1Bv2zZ7l"
    "x92e/fhJSky24E1N7D7aXEVkp7nWSdNLoCaze2TM25QkbI3rlMVkyPybdKKpZJyQwZ+XXA"
    "MKGYMEQ0xS4xIMWZL7xxm/LGJU0874VZYb3rncBgewpwZL6tqr/TkfN0X+fyXSjk5/Sp3/"
    "Rx8vwcR6UzAeZrvutBBITJE9BsbyM3qyL1E6BTBLjzaQRNBAw0tkxk8i4fZtrEsHOYwMlv"
    "cb/mZi6RxZcZEQjPmckEyUZF9hrY20MtG9Swn5Ofc+4s0ijcoRVZo46EO1S4Q4U7TLhDBf"
    "+FO3Tb+9IDcYdWK7Mw7KjL4k1qrnYmNWO+JLbnRNy1maDbrgY4RLRvGF9kwfhiNcYXMYxN"
    "Yhn5APYp9g3d8yzonq9G91z487fuz+fq4grxldhcGzPJhEXZI96ib1814Jjm3OHUrgbt62"
    "EL2LRP+K5/P5SuWq6i/oQf+132j/tkovp+pjkly5SyekZJYoijvxfliEO9Wyzp30m9FiBz"
    "hBl72oPhzVf5rs25wgPH9YU8h5rKzzhN/Lj/KA2uHiRG9IoM1ULvZeNJI0swR2N1LEcjys"
    "mQtSWrrypEdMieKsdFmhO9ENEho1diGNFO42ZaI0ooTIhwS9MIg1QilKWYKkjhz3yguwQC"
    "74J45xdzIePvxFyEypWH/e6Fyu0X/pis0jNXGPrI1lXLTdnNw4rGWaaw8bOUsPGzeNh40A"
    "2cS7ojhMKUXVS+RWRd1QK7RMjRJkKOkmad9yPsjGPWO4ERd2vWyYxyeMKtdGDXjYZRLUNw"
    "l93vqFCAl+6RvhXdtZoRCdFTgbgofgFvakWGRlSZiaJBnUinN6pFiGCoSgZDBW8+x44yQr"
    "aPvqFMW8tmytayGd9afrcgphpN8MFdIUWbQT0Z7SBZ1KLo0NVd+o3t5082taFPsylKne5t"
    "++bDyenRaSSfJZjRHIaYPRaV50ZiFHratBKmE5ppYcujbCR6QVMFPEhWkoAflyjgZ0eNzP"
    "K9K7m5eyfXwqK+TQtAwpazgCEmuGEV1piiFXODW/34vL7a/R6hO2RfqIsFwgmS/CaCLtUh"
    "4ycSPatlDxSJnntadjVUPTvNXBUts13AXrUs/Z2h5Kr/7bBPQKNOYiDjiQlMa8a/F/Y/ZB"
    "CgYYCgMgVe2OoR+DHV2P9Q9qAyRcqLCSAFCpnNEr9stuGL5Sy36qQb+qWoI+mHwrJWTcva"
    "i5a02GcLPfVoq2xXYxA89rsdqeVVIQ5GjfL40q+3Um/Y8r4N+ITbNzf9TnvY7fdawP+84R"
    "N+6AXPWDh4biBdP/TYmDzlF4tY1Eqvfxm3ciJbVGQLimzBspX6EhUqgX+r1M8QHSz+VdVn"
    "K8aQjdUtKvUbRDsKcqZPEJVsM/CYkGYuCDCqgKUgIDnrDW7JWhrIuZlQvR+hdldS7RbVfU"
    "R1nxDOQl8T1X0E/4W+vovLnPjYyZbK+6ga2+GtDoJ922IfGmCLeVYazjmHMdniFvsn3H8Y"
    "tgCxaBGj+mkG/E9Xf2smiv6M7cdJYWeJT71F3EcQv8gMH2yOnZcsDwsu270v8nDQ7t1fS4"
    "MWCI3F/STdu/ZX7iPRmN7zhP+QGGyMVz+QMoX0CXc+S50vLce1yP617z+zP9Cc8uPBFT82"
    "1Cfcvb3rD+zSLNpsTgw34zUvoxtZ3rTG6jetEY9fVJTkAMbVM1mAZO8yGNdfRaukSmVVBv"
    "kkkxifpMjxSVyQIyaBrI7ACNlhuwJFSbINlyTblWjxvduvi/IU5WHvBIvkhT5IJZAvWBgE"
    "yyv3d6l1QUJ0Av2ici8+6fS+DYkorLLRwiqirEfZU8QUYlUvwIEwnTDjrinsRJRV2XRZFV"
    "dw3wOw6zV6MDNBWzExz4ps+AWvaJyJk4ZRS40zcfscFYszCVBvNs7Ezn1ZZnMENr9BERcx"
    "JtWMMUm1Yb/tsCjFnl0gwWMgdaTuY/vyRuIJGN5bwpMyHqXeg934ijAvFz5s/5fJAfwZcU"
    "cMpKvukP0zkKoV8jOtP3lDmByFyXGvZimhXlWIBctVPRf+QSoB/rp0q2V28bpizaMZzzvG"
    "lKyaQFAaxceIS1JhS9a0Bk66bZqiNVhm5BbQs/x03rdT/28JRgtAxgB6qcRgorF9J+DP/A"
    "lAP1m/Dp7592xkYtFn/vFgnonPjieE8c2jjWf7b2D8LApgOLFDKHuVVfY8lhdI1QsRrmdl"
    "PxiGCIWidOA9j3huf2KI7KAjnAwEzXyVdX2KvXMqbqSkrkhPEukpIj2l7KVCGD4Os5bE4T"
    "JAWJ7KtjyVWk5iVzGuXD2JX/8HSer1Pg=="
)
