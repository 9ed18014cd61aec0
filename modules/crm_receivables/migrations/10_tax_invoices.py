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
    "eJztXetz4ji2/1dUfOqpYlId8ugsc+tWEeKeYSaBXEK6d3bYcgsjwBsjMbZJmrs7//tKfu"
    "AnxnYA23C+pIitI8zvyNJ5n3/XFH0u60Qh6iseacQ4a2kaU7CpMlpron/XKJ4T/iFpWB3V"
    "8GIRM0jcMcWnmHsyDk4wMkwdKyYfOcGaQfilMTEUXV04T1JroQXWTcQmCPNPqzmhJjJn2E"
    "QGMU0+IcIUqdQw+bzi3k+IPxOh4x8Z1VZnqGMaSCevRDewVkcqn4Su6mjBVMpvmAyp5pl4"
    "jDFT+HOodHqwb1xS9c8lkU02JeaM6Px7//gnv6zSMfnOEeT//lFzvlxWx4KC/+Uj/uBDXp"
    "mqkMjV9QM5d8hkQhRTfSUyB/KfYvLFizxRiTYOMNgebF2XzdXCunarTjvU/GyNFeiMZIVp"
    "yzn1xi9W5ozRNQH/ceLqlFCiY5OIbzD1peAmXWqasxRcBts/3Rti/2YfzZhM8FITa0JQ2w"
    "/gXavJcrc3kJ+kgSzXIuvFpfAx1LmkMCrWmuCDBcBUPMKPf2s0Li4+NT5eXN9cXX76dHXz"
    "8YaPtZ43euvTX/bDeGjZU1mYdX7udAfigRhf0PbaFxf+smiwiW0qi7Ue+njOljZ26Tng0W"
    "zngot5EhvcCx4fvFfxyBjhAR94OyLw33H44sEP04VYwBlNTHVOzsSHCjIjAde71kAKgehs"
    "ReOMGIbIThpC+2jMDGGI7MQhFKctFy2yHmUhwly7qXNknd6Z5hcRicBHxjHn2J2zEuMZEK"
    "RMWsTiw74Wcu1/JkuqCKzRdInpd/VM4SLqyxllb/9bO/wKH3QepKdB6+FRTD83jD81d92L"
    "Ow3r6ip09cP1D0EurSdBXzuDX5D4F/2j15UsnJlhTnXrG71xg3/UxDPhpclk/sNlPPaD5V"
    "52L8Xyf7TK/AZGSHfyDp6mQENNPTsD/FQgTeYGP6p9ZVCoIrTAiHcwwq8cZ2GCnw4YkJsB"
    "QZtFegYE6YABmRggjDuTl1gDg7XBR1nxmelEndLfyMpiR0fsQVQhMdiHDYC/sqVOsSa581"
    "aMKX+5C8+96skPOn5b28cCByNHY0w0Ylp49Lm81O+0B7W4Zb9LoB+9KY8U4+A7nwJl31G5"
    "S6Q7wWmPFO2onJEKcetc3C3a6ymPFmm/MLEBZbFnj7Dy8ob1sRzYvMUd1mChK+ux0Vvzxj"
    "x8BVM8tQASv0Q8d9KaT/L3hN6NHA6f0EubxuPjkTctH4zjjRFuFwtZ2x2jGmi8JIir7RiN"
    "8eoMfXN8S2T8DSkzTKfEQKMV+ia0eeMbwhqjJM7ds++vS+Priffq8C90LHziCvhwSunD0c"
    "mraqhx9tsky+Oa5HCy7vl+2dA4v/x0eXNxfblGf30lCXQwKIJBMWhQXC7GOfkfpAT+V5P/"
    "YFAugyWHLucjLqxE4G/PsB4PvkcRQp3/mDzvWrGyxRx/lzVCp+aM/3v5MQHPL61++5dW/8"
    "Plx9BL03XuNKxboUNuqeuEKjG2mc0A+2l2A3HRKzsA8kUKjC82QnwRRpj/aKJlgXdNcDhs"
    "a/s6D4LInn9Ms375qI3oWvdCpl6+7WcOXAgQnXTYAtf3xpnhCxC9E76SnXLZ0PM047TQeR"
    "Qnvewg4rAgeWptLcqIvZ/scPB/PCrs2dIU9umxeLJM6IcIYfnnZoF9csWgz5hGME067mKQ"
    "H3GqfUG/vnLYvfq217sPaOi3nRCo3eeHW4mLaZaQxgep5gasncDG7EGlAbJTFi+UpWGyOd"
    "GzGyCChLBhQChPlRiQEEkCruB9uYLjNp73wqzw0Wdt32RHCnBovy2rs91e58mO9vW7kMvJ"
    "7lFvdbCLFEVbpTMQFWe+475GjK8npFqubttO8xMyZwQJz+cIGwTpZLI0iCGGfJirU91K40"
    "TnP0Sd6vv5ijSO9NCCcD3pfCFZqMjuBf72mEsL1KCTXdwLGKnAF1+yM6qOwBe/jQ3giwdf"
    "LPjigf/gi6/wMVegL75caa1BL3EaV+bFZk/mRcSRyWVOIvzqMbrtZoADRMeG8U0ajG82Y3"
    "wTwdhgSz0bwB7FsaF7nQbd683oXkMwycGDSYS6uGH5SnyvjZhkgkvZJT5gYMlYxxMzo4RT"
    "u+u3Pg+ayKId0sfe00C6azqK+pB+6XX4f8InE9b3U+0pabaUzTtKHENs/T0vR2zqarGk9y"
    "h1m4gtCOXsafUH97/Ljy3BFZG1oK3kBVbH4o59SXzufZH6d88SJ3ol+nhJ3svG80aaSKLG"
    "5kCiRuniiEomYkIY0UmEEVUaN2M5MpmJY8IrkzRCPxWEsuRTBU38PRvoDgHgnRPv7Msc1v"
    "g7MYdQueKwr16o3HHhr+hkrGZe+n4qQD73yer60TOiH6YEDuTngNBts6PvUgHyecs26aZK"
    "Yswpvz71uhs0cI8krAmpion+gzTVqKCDJwFKgUXAb+daNT48tP4eNni073u3YYecmOA27N"
    "phm+yKGxw77OCmxH35SYOGpatUOWpXCTlqV9EcNX/YT7YDNUgIrsvc8gxEUpcskBdCTPcR"
    "Yhq367wfYXse46ztm7Fau05qlIMbbqkDee9VSmopgnmtcfVcAb2aS7otmnczI2KiZX1xsO"
    "IL3K2V6Coby3wp6qYd2bqlNBUEv5Yy+NX/8BkkyhDZMcYCpBItLxJEy4uoaPnnElNTNWNi"
    "Lu6Ios6xFo+2nyysN9l0Zw793uT5830J9Ek+JKndeWjdfzi/rF+G8hf95VOCEPOfZcoLPT"
    "brKGlbCdKBTSC/NUaPjXpJXOB+soIW+McCF/hVvZF6fVelFsPRrWvwoB7SAhAjcuYwxPgF"
    "VrDG5LXz+kX96L6+OdwqRHfKsS8OFoTGrOStCDpUp4wfJPaXyx4Iif1HWuM90KojyVwV7u"
    "mRw1617jOSor671y73J6SadiI454mBjOVctMj9f6IzpFJEsDJDbppCHb3NVP5/IFtcmRHl"
    "xUATptuDrUB7UWk+psz7ob41Y7V3O+Hc64QRSkAHW1s5bW0vatzxny75wKUts6WNQ/Cl12"
    "lLTbcJgj9vQGQY/P4gdQdNt0H2kLbu73vt1qDT6zaR1+N7SJ+7/jtL6r/Xlz4/d/mcougD"
    "5bO2+9JdZyAei3+vHdIkC3/3kH7tdwaS3Pv8uYnedK5Xy2wyEfRfpP5T67657rg9pIN+q/"
    "v0WeqLRYmpMbFdU5DlUNaTNqXQCHUIIA8d8tCLNh8UqLoB/s1CuyueLP5l1ZxLxpC9VcQr"
    "tLViRUFO1VmxYOuEy4Qkw4SPUTlsEr6Vs9swmrRF5+yHCVSSA3W+lOo81I2DunEBnEFfg7"
    "pxwH/Q16t4zEEPtwMVjhurXMLbHG673RMQmOCAGV0qzbiH8bUlPAFD2nseNBFbmkNqW+lt"
    "8/x97+mpiTRmGHmM7Zcp+HK5ubVemCtzLqez3M4Zj3onZedSsWOE6YsccFdk4Mxtq/ub7H"
    "k9AnMJt0znsfW7cMmoXB0a0q8SR42z8I0oM8y52P5Fav/WtF2a/L/W0y/8H2zMxOf+nfis"
    "j4e08/DY61u1wNT5gulOonlWPjfSvICNzS9gIxpAqSjxEZSbNzgfydGlUO6+bGNBpTHLDP"
    "J5qmV8nrCOz6MLOWQpSOsfDJGdtocQamBGJJ40Ak/6GphVCVc/OjEe6iEVh70dm5IVej8V"
    "IJ8XebsdXVbkPSpAPi/ytliRFXmPCpDPWX2Nyht1msTiawE6QP99Ow70zcwrhEM1o71WM4"
    "JaOkVvETNMx1oODgTpwKOxowgsqGW071pGzsJ9D8COA/XZSAVtyZZ5WmSDL3hJQ67slKda"
    "YsiVM6aeL+TKR73fkCsr4WydMOUTfv1LHMKtyhlulei32e6jK8SHkyOHqi+1pc6X1u29JD"
    "KU3LfEzlvqPkt22hIVPVkGrb/zdYC/h1xwVj6Umwo1pLetO/lOuh0IL9+YP8bIzOOG231u"
    "E5jewfR+VDsXqFwlYsH6pM+Ev58KwN+VvrVO899VKka49EDFmJJWO/CvxjQFZEGt3YNaW7"
    "D21bd8grUk5csZUs+le+ke8dYaHA+MkhViE4TdDH40VbksisRv/glhr1jGGfomGgnKbGl+"
    "Q6phVcLgn6eM882ljVbb2MP8aZTCYN4TKIClVQBdlufIZA0Q7uZkPxmGgEJROPBuZEhmH2"
    "OA7KQj/XSCjWwlrj2Ko3M07qW2NWTvQfYWZG8VfVSA4eM0S62cLgPA8lS05anQaitVxbgK"
    "5Vbalg9xa+ci37B6LiuUU7ZxX/2LRMCgg7NbED7asShwB6w/pbP+QKOiQypzle3jUpDB4Y"
    "gbuRzJzlKlXi5HB3muLi7vbd4C0IsrPuEnPfQ+IoB+V9pofJ5Lfh3JFru7rMrW+61qkm8l"
    "ptBEXQ1iVxCHerIeKca+jbbMeqi10rfroe4LkV8PdV/U7SERA/xCDCs+AS2wbiKmiz4GTg"
    "yDVYffbYVwhjomoiLpDykzTKeCbGla/UBEYxGrHUg0JGIP82dsNVL3KpNuKFga6DcACnRp"
    "FWgoVwrlSgM4g8MTypUC/8HhXcVjDsqVHqhcaZlc2icjxEEHsDwHCNT3S7VF7DbJ0FiOTG"
    "ba/pz0u4OfCgyM4MmoEOTZFzus9F1EwFchfLvaPn/LRhgP8fbyCmviAwbL23JORlW19th7"
    "sqqS29RuQ1jpzm0IS3LVKb9JwY+bzUW0oWpX6bacAvtWni4DEtynhTZOLBtH0rr2MndOhC"
    "zyo8witzud15LzyJ1B9ZyZ5D7yrY7TlpumXXcKFVlNYYR/02rV/iObTJA5wyYaM2KIe8iq"
    "3oQwXaE5X1rBdPCI33T30293m4Lbs5RuTzBgQs74qUhPgYMcL43c2tyauMy6c+2299xtC8"
    "VtxNeLInQ5oU39LN227PZUWJ8ScZIO6UPnadD6TWqiucp/8QvJo+Gdp2rhk9DBJ6aBTwlK"
    "h5ftbYG0/nJZhSDKBaIcIMqh6NMc0vrLY4iCrPK9ZZUXbCf5KowDvcmklmQnWQ+q57KTWA"
    "YImTn0Ww0lX4WV4k3VNMtKMSJIFDNb2ynqiPElhgw2JyM2XiHC50CYb//8OSNGkfdNtfO4"
    "8bXHCGLGS2s8gZhxiBkHaRpixoH/oE1V/piDmPEDxYxD1C209jjSnaMa9maIQzyodV8nfH"
    "CeUMS+9H/Pkh2NuJ5jSFuPj/3eF3ERLxY6e7WDFH+V2s7AfxFlh4GLu3driUpP2YtVB6lO"
    "uR+uTuZYf8m2x7gU4NNKs8MUGBMSXpknY2SC2OYSscDdbHOooRFSUEMhwrxCDIAIc4gwrx"
    "TA2dtve1v0ezA+iQ7ckdOsnI7ptsYMcos1i1WJJdD8A+v5iqCJKeSRb450TmpMkdNjGSn8"
    "6ZDJEL8qWrMROhYly+yAe7yqo7cZodadOaPmDL1hA1nfOkYaNmI6w+1h/thC4fZPtxdCoD"
    "u4Y5sMVw0Hr3UpvdbQKRw6hYM7AdwJZd25fEvbd+BksIP4qAD8XWl/Fqq71P0ehPDRdmet"
    "GEtSaye+tVhO2dnHhiTJOcitvHJzWnlZ1QhSTdG72BZM65a4KiSaETa4bGvV/aUM/csODU"
    "ZW7Kwt5HIaLuRapYApIljXVKIjRmOqB+/vayAbtsR7XJJoDAGdENAZwBkC+iCgE/gPAZ1V"
    "POZ8byE11ZiqfJujTdYEu86eLlTGyBZnUrk4K1uGzbgr1dr3PStIyqYe0t6j1G0itiA0j3"
    "lr13XerIfKtXuEKGHz2KUdAJxnaXX/0vvOBvi764VP0v99w+q59H/R+9IXQZCiBpZlQTUQ"
    "1gmaq5Rr2nwB8P+5+r3iywd9mBD6Qx1RMsWm+kq48o0w0oUTi5gmV8Y/DJefCG4Ml1ejq0"
    "/878X4nF/52/XNDzEFsfb7XfHeNDa2kHByJ6ItdzckhqqGsQw0FBIX3UnEZyfc1YB2vUVL"
    "YGBo2MYGMDSAogmGBuA/GBoqfMx5XHjhvzavyuzSHlBjHqtT1cSabE+uZVWd7zgmg9a9/L"
    "PUlfqt+yYKzTek7oinR6nd8Y8wFkRRxQjpXmoP+r1up+1Nw5UExdQZVRVvJt+49WS+cev5"
    "HluPUt+baoEXXIBcz2LfXU9g33Vo86j7jTTZJ43NySeNaHKsIxWnjmRxxh9dZs/uA4WKT+"
    "suek/c89oNaGZpTa0BopMuVjlarvhuZP2XYY0GqY5uG2ikSvBrJCT4NaIJfjZmwiKTfU+I"
    "oz061Hdf9IGSjAGEDgEEsOUWRqH9F7T/Og3YsaYxBTsVFjLEKPvJDgf/x6PC3l9cIj30fi"
    "pAPh/ylXPQU6bPs1sZur3+g1DWbWqhw/cH97/LXnmTBdZNbSW7Syqu8smQful1+P+vTM1X"
    "BeUqjTJ6tVkZvYpUQdHxWzbB06M4OnHzOo24eb1Z3Lze1DvByCHgx5AeHeD7sFvRicpfUP"
    "FcOUDfQH50wF+mAf5yM/CXMSsdygHtucUFFKQpWtTxh3TkkTMN8Gzl4EBSFBxU6dhzlQ53"
    "5b4X4c1BbNVa9mmRDr3xZQ86fOTKSy1d4KE1tP7e4EN54U6Trm4HmyAsigMghx6J1TY20M"
    "RO/XOu1q3mmao544P9LTXFqLeZVYhD/GHsBQkoN9Tw2N93pWlP4QcpFHIY37jC+m5ZfDeE"
    "GhYtKySU+4DqBQVVLwi+H9lE5wgtiG55+QB1BIv2CkUOlkw+ORkYsR8lJpSSUYiUXTbGpB"
    "Wzo+syhU4DFTQPUkHTOzt3iXTbmrbLKlxhfbuaHhE7SqA//vVfaMbH3A=="
)
