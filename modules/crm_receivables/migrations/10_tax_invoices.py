"""Chinese tax invoices and what of invoices they cover; money received is a column of payments."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        CREATE TABLE IF NOT EXISTS "crm_receivables_tax_invoice" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "kind" VARCHAR(20) NOT NULL,
    "code" VARCHAR(12) NOT NULL,
    "number" VARCHAR(20) NOT NULL,
    "issued_on" DATE NOT NULL,
    "buyer_name" VARCHAR(200) NOT NULL,
    "buyer_tax_number" VARCHAR(30) NOT NULL,
    "net" BIGINT NOT NULL,
    "tax" BIGINT NOT NULL,
    "total" BIGINT NOT NULL,
    "allocated" BIGINT NOT NULL,
    "reversed" BIGINT NOT NULL,
    "state" VARCHAR(15) NOT NULL,
    "drawer" VARCHAR(60) NOT NULL,
    "reverses_number" VARCHAR(20) NOT NULL,
    "confirmation_number" VARCHAR(40) NOT NULL,
    "remark" VARCHAR(300) NOT NULL,
    "customer_id" BIGINT NOT NULL REFERENCES "crm_core_customer" ("id") ON DELETE RESTRICT,
    "reverses_id" BIGINT REFERENCES "crm_receivables_tax_invoice" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_crm_receiva_code_4c9fc4" UNIQUE ("code", "number")
);
CREATE INDEX IF NOT EXISTS "idx_crm_receiva_custome_a01bff" ON "crm_receivables_tax_invoice" ("customer_id", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_receiva_issued__7e2dcf" ON "crm_receivables_tax_invoice" ("issued_on", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_receiva_number_a5521a" ON "crm_receivables_tax_invoice" ("number");
CREATE INDEX IF NOT EXISTS "idx_crm_receiva_reverse_5205ad" ON "crm_receivables_tax_invoice" ("reverses_id");
COMMENT ON COLUMN "crm_receivables_tax_invoice"."kind" IS 'DIGITAL_GENERAL: digital_general\nDIGITAL_SPECIAL: digital_special\nELECTRONIC_GENERAL: electronic_general\nELECTRONIC_SPECIAL: electronic_special\nPAPER_GENERAL: paper_general\nPAPER_SPECIAL: paper_special';
COMMENT ON COLUMN "crm_receivables_tax_invoice"."state" IS 'NORMAL: normal\nPARTLY_REVERSED: partly_reversed\nREVERSED: reversed\nVOID: void';
COMMENT ON TABLE "crm_receivables_tax_invoice" IS 'Amounts are minor units of yuan (fen), negative on a red letter (红字发票).';
        CREATE TABLE IF NOT EXISTS "crm_receivables_tax_invoice_part" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "amount" BIGINT NOT NULL,
    "credit_note_id" BIGINT REFERENCES "crm_receivables_credit_note" ("id") ON DELETE RESTRICT,
    "invoice_id" BIGINT NOT NULL REFERENCES "crm_receivables_invoice" ("id") ON DELETE RESTRICT,
    "tax_invoice_id" BIGINT NOT NULL REFERENCES "crm_receivables_tax_invoice" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_crm_receiva_tax_inv_d74892" ON "crm_receivables_tax_invoice_part" ("tax_invoice_id", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_receiva_invoice_078aaf" ON "crm_receivables_tax_invoice_part" ("invoice_id", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_receiva_credit__ac6242" ON "crm_receivables_tax_invoice_part" ("credit_note_id");
COMMENT ON TABLE "crm_receivables_tax_invoice_part" IS 'What of a tax invoice stands for an invoice, or with a credit note for what that took back.';
        ALTER TABLE "crm_receivables_invoice" ADD "tax_open" BIGINT NOT NULL DEFAULT 0;
        ALTER TABLE "crm_receivables_invoice" ADD "tax_invoiced" BIGINT NOT NULL DEFAULT 0;
        ALTER TABLE "crm_receivables_payment" ADD "received" BIGINT NOT NULL GENERATED ALWAYS AS (
            CASE direction WHEN 'in' THEN amount - refunded - reversed ELSE 0 END) STORED;

        -- What a tax invoice still has to be drawn for, or taken back where it is below zero. There are none in
        -- other currencies.
        CREATE FUNCTION crm_receivables_tax_open() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            NEW.tax_open := CASE WHEN NEW.state = 'posted' AND NEW.currency = 'CNY' THEN NEW.total - NEW.credited
                ELSE 0 END - NEW.tax_invoiced;
            RETURN NEW;
        END $$;
        CREATE TRIGGER tax_open_insert BEFORE INSERT ON crm_receivables_invoice
            FOR EACH ROW EXECUTE FUNCTION crm_receivables_tax_open();
        CREATE TRIGGER tax_open_update
            BEFORE UPDATE OF state, currency, total, credited, tax_invoiced, tax_open ON crm_receivables_invoice
            FOR EACH ROW EXECUTE FUNCTION crm_receivables_tax_open();
        UPDATE crm_receivables_invoice SET tax_open = 0 WHERE state = 'posted' AND currency = 'CNY';
        ALTER TABLE crm_receivables_invoice
            ADD CONSTRAINT crm_receivables_invoice_tax_invoiced CHECK (tax_invoiced BETWEEN 0 AND total);
        CREATE INDEX crm_receivables_invoice_tax_open ON crm_receivables_invoice (id) WHERE tax_open > 0;

        ALTER TABLE crm_receivables_tax_invoice
            ADD CONSTRAINT crm_receivables_tax_invoice_amounts CHECK (
                total = net + tax AND total <> 0 AND (net >= 0 AND tax >= 0 OR net <= 0 AND tax <= 0)),
            ADD CONSTRAINT crm_receivables_tax_invoice_allocated CHECK (
                allocated BETWEEN least(total, 0) AND greatest(total, 0)),
            ADD CONSTRAINT crm_receivables_tax_invoice_reversed CHECK (reversed BETWEEN 0 AND greatest(total, 0)),
            ADD CONSTRAINT crm_receivables_tax_invoice_void CHECK (state <> 'void' OR (allocated = 0 AND reversed = 0)),
            ADD CONSTRAINT crm_receivables_tax_invoice_red CHECK (
                (total < 0) = (reverses_number <> '') AND (total < 0 OR reverses_id IS NULL) AND reverses_id <> id),
            ADD CONSTRAINT crm_receivables_tax_invoice_number CHECK (
                CASE WHEN kind LIKE 'digital%' THEN code = '' AND number ~ '^[0-9]{20}$'
                    ELSE code ~ '^([0-9]{10}|[0-9]{12})$' AND number ~ '^[0-9]{8}$' END);
        CREATE UNIQUE INDEX crm_receivables_tax_invoice_part_once
            ON crm_receivables_tax_invoice_part (tax_invoice_id, invoice_id, credit_note_id) NULLS NOT DISTINCT;

        -- A part adds to what is covered of its invoice and to what is used of its tax invoice, which the constraints
        -- above keep within both, whoever else adds at the same time.
        CREATE FUNCTION crm_receivables_count_tax_part() RETURNS trigger LANGUAGE plpgsql AS $$
        DECLARE known bigint := 0;
        BEGIN
            IF TG_OP = 'UPDATE' AND (OLD.tax_invoice_id, OLD.invoice_id) = (NEW.tax_invoice_id, NEW.invoice_id) THEN
                known := OLD.amount;
            ELSIF TG_OP <> 'INSERT' THEN
                UPDATE crm_receivables_invoice SET tax_invoiced = tax_invoiced - OLD.amount WHERE id = OLD.invoice_id;
                UPDATE crm_receivables_tax_invoice SET allocated = allocated - OLD.amount WHERE id = OLD.tax_invoice_id;
            END IF;
            IF TG_OP = 'DELETE' THEN
                RETURN NULL;
            END IF;
            UPDATE crm_receivables_invoice v SET tax_invoiced = v.tax_invoiced + NEW.amount - known
            FROM crm_receivables_tax_invoice t
            WHERE v.id = NEW.invoice_id AND t.id = NEW.tax_invoice_id AND v.state <> 'draft' AND v.currency = 'CNY'
                AND v.customer_id = t.customer_id AND t.state <> 'void' AND sign(t.total) = sign(NEW.amount)
                AND (NEW.credit_note_id IS NULL OR EXISTS (SELECT FROM crm_receivables_credit_note n
                    WHERE n.id = NEW.credit_note_id AND n.invoice_id = NEW.invoice_id));
            IF NOT FOUND THEN
                RAISE EXCEPTION 'this tax invoice does not go with this invoice' USING ERRCODE = 'check_violation';
            END IF;
            UPDATE crm_receivables_tax_invoice SET allocated = allocated + NEW.amount - known
            WHERE id = NEW.tax_invoice_id;
            RETURN NULL;
        END $$;
        CREATE TRIGGER count_part AFTER INSERT OR UPDATE OR DELETE ON crm_receivables_tax_invoice_part
            FOR EACH ROW EXECUTE FUNCTION crm_receivables_count_tax_part();

        -- A red letter takes back part or all of the tax invoice that it names, and never more.
        CREATE FUNCTION crm_receivables_reverse_tax_invoice(which bigint, amount bigint) RETURNS void LANGUAGE sql AS $$
            UPDATE crm_receivables_tax_invoice SET reversed = reversed + amount, state = CASE
                WHEN reversed + amount = 0 THEN 'normal' WHEN reversed + amount = total THEN 'reversed'
                ELSE 'partly_reversed' END
            WHERE id = which AND amount <> 0
        $$;
        CREATE FUNCTION crm_receivables_count_red_letter() RETURNS trigger LANGUAGE plpgsql AS $$
        DECLARE before bigint := 0; after bigint := 0;
        BEGIN
            IF TG_OP <> 'INSERT' AND OLD.reverses_id IS NOT NULL AND OLD.state <> 'void' THEN
                before := -OLD.total;
            END IF;
            IF TG_OP <> 'DELETE' AND NEW.reverses_id IS NOT NULL AND NEW.state <> 'void' THEN
                after := -NEW.total;
            END IF;
            IF TG_OP = 'UPDATE' AND OLD.reverses_id = NEW.reverses_id THEN
                PERFORM crm_receivables_reverse_tax_invoice(NEW.reverses_id, after - before);
                RETURN NULL;
            END IF;
            IF before <> 0 THEN
                PERFORM crm_receivables_reverse_tax_invoice(OLD.reverses_id, -before);
            END IF;
            IF after <> 0 THEN
                PERFORM crm_receivables_reverse_tax_invoice(NEW.reverses_id, after);
            END IF;
            RETURN NULL;
        END $$;
        CREATE TRIGGER count_red_letter AFTER INSERT OR DELETE OR UPDATE OF reverses_id, total, state
            ON crm_receivables_tax_invoice FOR EACH ROW EXECUTE FUNCTION crm_receivables_count_red_letter();
        CREATE TRIGGER customer_stays BEFORE UPDATE ON crm_receivables_tax_invoice FOR EACH ROW
            WHEN (OLD.customer_id <> NEW.customer_id) EXECUTE FUNCTION crm_receivables_only_merged();"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        DROP TABLE IF EXISTS "crm_receivables_tax_invoice_part";
        DROP TABLE IF EXISTS "crm_receivables_tax_invoice";
        DROP FUNCTION crm_receivables_count_tax_part();
        DROP FUNCTION crm_receivables_count_red_letter();
        DROP FUNCTION crm_receivables_reverse_tax_invoice(bigint, bigint);
        DROP FUNCTION crm_receivables_tax_open() CASCADE;
        ALTER TABLE "crm_receivables_invoice" DROP COLUMN "tax_open";
        ALTER TABLE "crm_receivables_invoice" DROP COLUMN "tax_invoiced";
        ALTER TABLE "crm_receivables_payment" DROP COLUMN "received";"""


MODELS_STATE = (
    "eJztXetz4ji2/1dUfOqpYlId8ugss3WrCHHPMJNAlpDunR1uuYUR4I2RGNskzd07//tKfu"
    "AnxnYA23C+pIitI8zvyNJ5n//UFH0u60Qh6iseacQ4a2kaU7CpMlprov/UKJ4T/iFpWB3V"
    "8GIRM0jcMcWnmHsyDk4wMkwdKyYfOcGaQfilMTEUXV04T1JroQXWTcQmCPNPqzmhJjJn2E"
    "QGMU0+IcIUqdQw+bzi3k+IPxOh4x8Z1VZnqGMaSCevRDewVkcqn4Su6mjBVMpvmAyp5pl4"
    "jDFT+HOodHqwb1xS9c8lkU02JeaM6Px7//hfflmlY/KdI8j//aPmfLmsjgUF/8tH/MGHvD"
    "JVIZGr6wdy7pDJhCim+kpkDqQ1JnhFfN3iRZ6oRBsHWG6TW9dlc7Wwrt2q0w41P1tjBV4j"
    "WWHack698YuVOWN0TcB/rrg6JZTo2CTiG0x9KfhLl5rmLA6X5TYY3hAbBR/NmEzwUhOrRF"
    "DbD+Bdq8lytzeQn6SBLNciK8il8LHYuaQwKlaf4IwFwFQ8wo9/azQuLj41Pl5c31xdfvp0"
    "dfPxho+1njd669Nf9sN4aNlTWZh1fu50B+KBGF/i9tsgLvxl0WAT21QWsz308ZwtbezSc8"
    "Cj2c4FF/MkNrgXPD54L+eRMcIDPvB2ROC/4/DFgx+mC7GAM5qY6pyciQ8VZEYCrnetgRQC"
    "0d75+DafdRMJEeZax85mcXq7if+4JgIfGcfsIHfOSoxnQJAyaRGLD/tayLW/T5ZUEVij6R"
    "LT7+qZwsWFlzPK3v6ndvgVPug8SE+D1sOjmH5uGH9q7roXdxrW1VXo6ofrH4JcWk+CvnYG"
    "vyDxL/pXrytZODPDnOrWN3rjBv+qiWfCS5PJ/IfLeOwHy73sXorl/2iV+Q2MkO7kHTzNo4"
    "SaenYG+KngHM8NflQSziDKRmiBEe9ghF9RycIEPx0wIDcDgvpjegYE6YABmRgg1OrJS6xq"
    "Z23wUVZ8ZjpRp/Q3srLY0RF7EFVIDPZhY8yvbKlTrEnuvBVjyl/uwnOvevKDjt/WlonAwc"
    "jRGBONmBYefS4v9TvtQS1u2e8S6EdvyiPFOPjOp0DZd1TuEulOcNojRTsqZ6RC3DoXd4v2"
    "esqjRdovTGxAWezZI6y8vGF9LAc2b3GHNVjoynps9Na8MQ9fwRRPLYDELxHPnbTmk2zvoX"
    "cjh/E99NKmsb575E3LHu5YxoUJ3ELWNo2rBhovCeJqO0ZjvDpD3xw7Pxl/Q8oM0ykx0GiF"
    "vglt3viGsMYoiTO97/vr0tjd4y3s/AsdC5+4AtbzUlrPdfKqGmqcATfJ8rgmOZyse75fNj"
    "TOLz9d3lxcX67RX19JAh0MimBQDBoUl4txTv4HKYH/1eQ/GJTLYMmhy/mICysR+NszrMeD"
    "71GEUOc/Js+7VqxsMcffZY3QqTnj/15+TMDzS6vf/qXV/3D5MfTSdJ07DetW6JBb6jqhSo"
    "xtZjPAfprdQFz0yg6AfJEC44uNEF+EEeY/mmhZ4F0THA7b2r7OgyCy5x/TrF8+aiO61r2Q"
    "qZdv+3yrzRa5ECA66bAFru+NM8MXIHonfCU75bKh52nGaaHzKE562UGsV0Hy1NpalBF7P9"
    "nh4P94VNizpSns02PxZJnQDxHC8s/NAvvkikGfMY1gmnTcxSA/4lT7gn595bB79W2vdx/Q"
    "0G87IVC7zw+3EhfTLCGND1LNDVg7gY1ZhYsQ2SmLF8rSMNmc6NkNEEFC2DAglKdKDEiIJA"
    "FX8L5cwXEbz3thVvjos7ZvsiMFOLTfltXZbq/zZEf7+l3I5WT3qLc62EW6mK3SGYiKM99x"
    "XyPG1xNSLVe3baf5CZkzgoTnc4QNgnQyWRrEEEM+zNWpbqXUofMfok71/XxFGkd6aEG4nn"
    "S+kCxUZPcCf3vMpQVq0Mku7gWMVOCLL9kZVUfgi9/GBvDFgy8WfPHAf/DFV/iYK9AXX660"
    "1qCXOI0r82KzJ/Mi4sjkMicRfvUY3XYzwAGiY8P4Jg3GN5sxvolgbLClng1gj+LY0L1Og+"
    "71ZnSvIZjk4MEkQl3csHwlvtdGTDLBpewSHzCwZKzjiZlRwqnd9VufB01k0Q7pY+9pIN01"
    "HUV9SL/0Ovw/4ZMJ6/up9pQ0W8rmHSWOIbb+npcjNnW1WNJ7lLpNxBaEcva0+oP73+XHlu"
    "CKyFrQVvICq2Nxx74kPve+SP27Z4kTvRJ9vCTvZeN5I00kUWNzIFGjdHFEJRMxIYzoJMKI"
    "Ko2bsRyZzMQx4ZVJGqGfCkJZ8qmCJv6eDXSHAPDOiXf2ZQ5r/J2YQ6hccdhXL1TuuPBXdD"
    "JWMy99PxUgn/tkdf3oGdEPUwIH8nNA6LbZ0XepAPm8ZZt0UyUx5pRfn3rdDRq4RxLWhFTF"
    "RP+PNNWooIMnAUqBRcBv51o1Pjy0/hk2eLTve7dhh5yY4Dbs2mGb7IobHDvs4KbEfflJg4"
    "alq1Q5alcJOWpX0Rw1f9hPtgM1SAiuy9zyDERSlyyQF0JM9xFiGrfrvB9hex7jrO2bsVq7"
    "TmqUgxtuqQN571VKaimCea1x9VwBvZpLui2adzMjYqJlfXGw4gvcrZXoKhvLfCnqph3Zuq"
    "U0FQS/ljL41f/wGSTKENkxxgKkEi0vEkTLi6ho+ecSU1M1Y2Iu7oiizrEWj7afLKw32XRn"
    "Dv3e5PnzfQn0ST4kqd15aN1/OL+sX4byF/3lU4IQ859lygs9NusoaVsJ0oFNIL81Ro+Nek"
    "lc4H6yghb4xwIX+FW9kXp9V6UWw9Gta/CgHtICECNy5jDE+AVWsMbktfP6Rf3ovr453CpE"
    "d8qxLw4WhMas5K0IOlSnjB8k9pfLHgiJ/Uda4z3QqiPJXBXu6ZHDXrXuM5KivrvXuvQnpJ"
    "p2IjjniYGM5Vy0K/0/ojOkUkSwMkNumkIdvc1U/n8gW1yZEeXFQBOm24OtQHtRaT6mzPuh"
    "vjVjtXc74dzrhBFKQAdbWzltbS9q3PGfLvnApS2zpY1D8KXXaUtNtwmCP29AZBj8/iB1B0"
    "23WfGQtu7ve+3WoNPrNpHXb3lIn7v+O0vqv9eXPj93+Zyi6APls7b70l1nIB6Lf68d0iQL"
    "f/eQfu13BpLc+/y5id50rlfLbDIR9F+k/lPrvrnufjykg36r+/RZ6otFiakxsV1TkOVQ1p"
    "M2pdAIdQggDx3y0Is2HxSougH+zUK7K54s/mXVnEvGkL1VxCu0tWJFQU7VWbFg64TLhCTD"
    "hI9ROWwSvpWz2zCatEXn7IcJVJIDdb6U6jzUjYO6cQGcQV+DunHAf9DXq3jMQQ+3AxWOG6"
    "tcwtscbrvdExCY4IAZXSrNuIfxtSU8AUPaex40EVuaQ2pb6W3z/H3v6amJNGYYeYztlyn4"
    "crm5tV6YK3Mup7PczhmPeidl51KxY4TpixxwV2TgzG2r+5vseT0Ccwm3TOex9btwyahcHR"
    "rSrxJHjbPwjSgzzLnY/kVq/9a0XZr8v9bTL/wfbMzE5/6d+KyPh7Tz8NjrW7XA1PmC6U6i"
    "eVY+N9K8gI3NL2AjGkCpKPERlJs3OB/J0aVQ7r5sY0GlMcsM8nmqZXyesI7Pows5ZClI6x"
    "8MkZ22hxBqYEYknjQCT/oamFUJVz86MR7qIRWHvR2bkhV6PxUgnxd5ux1dVuQ9KkA+L/K2"
    "WJEVeY8KkM9ZfY3KG3WaxOJrATpA/307DvTNzCuEQzWjvVYzglo6RW8RM0zHWg4OBOnAo7"
    "GjCCyoZbTvWkbOwn0PwI4D9dlIBW3JlnlaZIMveElDruyUp1piyJUzpp4v5MpHvd+QKyvh"
    "bJ0w5RN+/Uscwq3KGW6V6LfZ7qMrxIeTI4eqL7WlzpfW7b0kMpTct8TOW+o+S3baEhU9WQ"
    "atf/J1gL+HXHBWPpSbCjWkt607+U66HQgv35g/xsjM44bbfW4TmN7B9H5UOxeoXCViwfqk"
    "z4S/nwrA35W+tU7z31UqRrj0QMWYklY78K/GNAVkQa3dg1pbsPbVt3yCtSTlyxlSz6V76R"
    "7x1hocD4ySFWIThN0MfjRVuSyKxG/+CWGvWMYZ+iYaCcpsaX5DqmFVwuCfp4zzzaWNVtvY"
    "w/xplMJg3hMogKVVAF2W58hkDRDu5mQ/GYaAQlE48G5kSGYfY4DspCP9dIKNbCWuPYqjcz"
    "TupbY1ZO9B9hZkbxV9VIDh4zRLrZwuA8DyVLTlqdBqK1XFuArlVtqWD3Fr5yLfsHouK5RT"
    "tnFf/YtEwKCDs1sQPtqxKHAHrD+ls/5Ao6JDKnOV7eNSkMHhiBu5HMnOUqVeLkcHea4uLu"
    "9t3gLQiys+4Sc99D4igH5X2mh8nkt+HckWu7usytb7rWqSbyWm0ERdDWJXEId6sh4pxr6N"
    "tsx6qLXSt+uh7guRXw91X9TtIRED/EIMKz4BLbBuIqaLPgZODINVh99thXCGOiaiIukPKT"
    "NMp4JsaVr9QERjEasdSDQkYg/zZ2w1Uvcqk24oWBroNwAKdGkVaChXCuVKAziDwxPKlQL/"
    "weFdxWMOypUeqFxpmVzaJyPEQQewPAcI1PdLtUXsNsnQWI5MZtr+nPS7g58KDIzgyagQ5N"
    "kXO6z0XUTAVyF8u9o+f8tGGA/x9vIKa+IDBsvbck5GVbX22HuyqpLb1G5DWOnObQhLctUp"
    "v0nBj5vNRbShalfptpwC+1aeLgMS3KeFNk4sG0fSuvYyd06ELPKjzCK3O53XkvPInUH1nJ"
    "nkPvKtjtOWm6ZddwoVWU1hhH/TatX+I5tMkDnDJhozYoh7yKrehDBdoTlfWsF08IjfdPfT"
    "b3ebgtuzlG5PMGBCzvipSE+Bgxwvjdza3Jq4zLpz7bb33G0LxW3E14sidDmhTf0s3bbs9l"
    "RYnxJxkg7pQ+dp0PpNaqK5yn/xC8mj4Z2nauGT0MEnpoFPCUqHl+1tgbT+clmFIMoFohwg"
    "yqHo0xzS+stjiIKs8r1llRdsJ/kqjAO9yaSWZCdZD6rnspNYBgiZOfRbDSVfhZXiTdU0y0"
    "oxIkgUM1vbKeqI8SWGDDYnIzZeIcLnQJhv//w5I0aR902187jxtccIYsZLazyBmHGIGQdp"
    "GmLGgf+gTVX+mIOY8QPFjEPULbT2ONKdoxr2ZohDPKh1Xyd8cJ5QxL70j2fJjkZczzGkrc"
    "fHfu+LuIgXC5292kGKv0ptZ+C/ibLDwMXdu7VEpafsxaqDVKfcD1cnc6y/ZNtjXArwaaXZ"
    "YQqMCQmvzJMxMkFsc4lY4G62OdTQCCmooRBhXiEGQIQ5RJhXCuDs7be9Lfo9GJ9EB+7IaV"
    "ZOx3RbYwa5xZrFqsQSaP6B9XxF0MQU8sg3RzonNabI6bGMFP50yGSIXxWt2Qgdi5JldsA9"
    "XtXR24xQ686cUXOG3rCBrG8dIw0bMZ3h9jB/bKFw+6fbCyHQHdyxTYarhoPXupRea+gUDp"
    "3CwZ0A7oSy7ly+pe07cDLYQXxUAP6utD8L1V3qfg9C+Gi7s1aMJam1E99aLKfs7GNDkuQc"
    "5FZeuTmtvKxqBKmm6F1sC6Z1S1wVEs0IG1y2ter+Uob+bYcGIyt21hZyOQ0Xcq1SwBQRrG"
    "sq0RGjMdWD9/c1kA1b4j0uSTSGgE4I6AzgDAF9ENAJ/IeAzioec763kJpqTFW+zdEma4Jd"
    "Z08XKmNkizOpXJyVLcNm3JVq7fueFSRlUw9p71HqNhFbEJrHvLXrOm/WQ+XaPUKUsHns0g"
    "4AzrO0un/pfWcD/N31wifp/75h9Vz6v+h96YsgSFEDy7KgGgjrBM1VyjVtvgD4/1z9XvHl"
    "gz5MCP2hjiiZYlN9JVz5RhjpwolFTJMr4x+Gy08EN4bLq9HVJ/73YnzOr/zt+uaHmIJY+/"
    "2ueG8aG1tIOLkT0Za7GxJDVcNYBhoKiYvuJOKzE+5qQLveoiUwMDRsYwMYGkDRBEMD8B8M"
    "DRU+5jwuvPBfm1dldmkPqDGP1alqYk22J9eyqs53HJNB617+WepK/dZ9E4XmG1J3xNOj1O"
    "74RxgLoqhihHQvtQf9XrfT9qbhSoJi6oyqijeTb9x6Mt+49XyPrUep7021wAsuQK5nse+u"
    "J7DvOrR51P1GmuyTxubkk0Y0OdaRilNHsjjjjy6zZ/eBQsWndRe9J+557QY0s7Sm1gDRSR"
    "erHC1XfDey/suwRoNUR7cNNFIl+DUSEvwa0QQ/GzNhkcm+J8TRHh3quy/6QEnGAEKHAALY"
    "cguj0P4L2n+dBuxY05iCnQoLGWKU/WSHg//jUWHvLy6RHno/FSCfD/nKOegp0+fZrQzdXv"
    "9BKOs2tdDh+4P732WvvMkC66a2kt0lFVf5ZEi/9Dr8/1em5quCcpVGGb3arIxeRaqg6Pgt"
    "m+DpURyduHmdRty83ixuXm/qnWDkEPBjSI8O8H3YrehE5S+oeK4coG8gPzrgL9MAf7kZ+M"
    "uYlQ7lgPbc4gIK0hQt6vhDOvLImQZ4tnJwICkKDqp07LlKh7ty34vw5iC2ai37tEiH3viy"
    "Bx0+cuWlli7w0Bpaf2/wobxwp0lXt4NNEBbFAZBDj8RqGxtoYqf+OVfrVvNM1Zzxwf6Wmm"
    "LU28wqxCH+MPaCBJQbanjs77vStKfwgxQKOYxvXGF9tyy+G0INi5YVEsp9QPWCgqoXBN+P"
    "bKJzhBZEt7x8gDqCRXuFIgdLJp+cDIzYjxITSskoRMouG2PSitnRdZlCp4EKmgepoOmdnb"
    "tEum1N22UVrrC+XU2PiB0l0B//+i/EGvmk"
)
