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
        -- Billing puts the right one in; the conditions are cheap, the function is not.
        CREATE TRIGGER tax_open_insert BEFORE INSERT ON crm_receivables_invoice FOR EACH ROW
            WHEN (NEW.state <> 'draft' OR NEW.tax_open <> 0 OR NEW.tax_invoiced <> 0)
            EXECUTE FUNCTION crm_receivables_tax_open();
        CREATE TRIGGER tax_open_update
            BEFORE UPDATE OF state, currency, total, credited, tax_invoiced, tax_open ON crm_receivables_invoice
            FOR EACH ROW WHEN (NEW.tax_open <> CASE WHEN NEW.state = 'posted' AND NEW.currency = 'CNY'
                THEN NEW.total - NEW.credited ELSE 0 END - NEW.tax_invoiced)
            EXECUTE FUNCTION crm_receivables_tax_open();
        UPDATE crm_receivables_invoice SET tax_open = total - credited WHERE state = 'posted' AND currency = 'CNY';
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
    "eJztXetz4riW/1dUfNmeKiaVkEf3zWxtFSHuaWYSyBKSnge33AJE8I2RGD+Szr07//tKso"
    "2fGNsBbOB8SRFbR5jfkaXzPv+pjYyZapAR0V7wUCfmUVPX2QhbGqO1S/SfGsUzwj+kDauj"
    "Gp7PEwaJO5b4lHBPxeEJhqZl4JHFR06wbhJ+aUzMkaHN3SepNdEcGxZiE4T5p7cZoRaypt"
    "hCJrEsPiHCFGnUtPi84t5PiD8ToeMfGdXfjlDbMpFBXohhYr2OND4JfaujOdMov2ExpFlH"
    "4jHGbMSfQ6NPW/tGm2p/2US12BOxpsTg3/vnP/lljY7Jd44g//fPmvvlqjYWFPwvH/EnH/"
    "LCtBGJXV08kHuHTCZkZGkvROVA/lNMPn9WJxrRxyEGO4PlddV6m8trV9pTm1qf5ViBzlAd"
    "Md2eUX/8/M2aMrog4D9OXH0ilBjYIuIbLMMW3KS2rrtLwWOw89P9Ic5vDtCMyQTbulgTgt"
    "p5AP9aTVU73b56r/RVtRZbLx5FgKHupRGjYq0JPkgAnsQj/PiPRuP09GPj+PTi0/nZx4/n"
    "n44/8bHyeeO3Pv7tPIyPljOVxKz9c7vTFw/E+IJ21r648LekwRZ2qCRrffTxjNkOdtk54N"
    "Os5oKHeRobvAs+H/xXcc8Y4QMfejti8F9z+JLBj9JFWMAZTSxtRo7Ehx1kRgqu182+EgHR"
    "3YrGOTGMkB00hM7RmBvCCNmBQyhOWy5a5D3KIoSFdlP3yDq8My0oIhKBj4oTzrFrdyUmMy"
    "BMmbaIxYdNLeTaf09sOhJYoycb0+/a0YiLqM9HlL3+T237K7zfvlXu+83bOzH9zDT/0r11"
    "L+405NW3yNUPFz+EubSYBH1t978g8S/6o9tRJM7MtJ4M+Y3+uP4fNfFM2LaYyn+4isdBsL"
    "zL3qVE/g/fcr+BMdK1vIOHKdBQy8jPgCAVSJOFwY9rXzkUqhgtMOIdjAgqx3mYEKQDBhRm"
    "QNhmkZ0BYTpgQC4GCOPO5DnRwCA3+DgrPjODaE/0V/Im2dEWexAdkQTsowbAX5htUKwr3r"
    "w7xpS/vYXnXfXlBwO/LuxjoYORozEmOrEkHj0uL/XarX4tadmvE+g7f8o9xTj8zmdAOXBU"
    "rhPpdnjaPUU7LmdkQlyei+tFezHl3iIdFCaWoCz27CEePb9iY6yGNm9xhzVY5MpibPzWrD"
    "GLXsEUP0mAxC8Rz5225tP8PZF3o4DDJ/LSZvH4+OSX0gfjemOE20Ui67hjNBONbYK42o7R"
    "GL8doW+ub4mMv6HRFNMnYqLhG/omtHnzG8I6oyTJ3bPpr8vi60n26vAvdC184gr4cCrpwz"
    "HIi2ZqSfbbNMvjgmR7su7JZtnQODn7ePbp9OJsgf7iShroYFAEg2LYoGjPxwX5H6YE/u8m"
    "/8GgXAVLDrVnQy6sxOBvTbGRDL5PEUGd/5gi71q5ssUMf1d1Qp+sKf/37DgFz8dmr/Wl2f"
    "twdhx5aTrunYa8FTnkbMMgdJRgm1kOcJBmPRCXvbJDIJ9mwPh0KcSnUYT5jyZ6HngXBNvD"
    "trap8yCM7MlxlvXLRy1FV96LmHr5tp87cCFEdNBhC1zfG+eGL0T0TvgqdsrlQ8/XjLNC51"
    "Mc9LKDiMOS5KmFtSgn9kGy7cF/vFfYM9sS9umxeLJc6EcIYfkXZoFzciWgz5hOME077hKQ"
    "H3KqTUG/uLLdvfqq270JaehX7QionYfbK4WLaVJI44M0awnWbmBj/qDSENkhixcj27TYjB"
    "j5DRBhQtgwIJRnlxiQEkkCruBNuYKTNp73wjzio49agcn2FODIfltVZ7uzztMd7Yt3oZCT"
    "3ade6WAXKYqOSmciKs58132NGF9PSJOubsdO8xOypgQJz+cQmwQZZGKbxBRDPsy0J0Omca"
    "KTH+JO9c18RRZHemRBeJ50vpAkKqp3gb89li1BDTvZxb2QkQp88RU7o+oIfPGr2AC+ePDF"
    "gi8e+A+++B0+5kr0xVcrrTXsJc7iyjxd7sk8jTkyucxJhF89QbddDnCIaN8w/pQF40/LMf"
    "4Uw9hktpEPYJ9i39C9yILuxXJ0LyCYZOvBJEJdXLJ8Fb7Xxkwy4aXsEW8xsGRs4ImVU8Kp"
    "Xfean/uXSNIO6F33vq9cX7qK+oA+dtv8P+GTier7mfaULFvK8h0liSGO/l6UIw71brGke6"
    "d0LhGbE8rZ0+z1b35X75qCKyJrQX9T51gbizvOJfG5+6j0rh8UTvRCjLFN3svGk0aWSKLG"
    "8kCiRuXiiComYkIY0UGEEe00bqY9tJiFE8Ir0zTCIBWEshRTBS38PR/oLgHgXRDv/Msc1v"
    "g7MYdQufKw371Quf3Cf2SQsZZ76QepAPnCJ6vnR8+JfpQSOFCcA0K3zY++RwXIFy3bZFga"
    "STCn/HLf7SzRwH2SqCakjSz0f0jXzB108KRAKbAI+e08q8aH2+ZvUYNH66Z7FXXIiQmuoq"
    "4dtsyuuMSxw7ZuStyUnzRsWDrPlKN2npKjdh7PUQuG/eQ7UMOE4LosLM9AJHXFAnkhxHQT"
    "IaZJu877EXbmMY9agRl3a9fJjHJ4w610IO+NRkktQzCvHFcvFNCre6SronmXMyIhWjYQBy"
    "u+wNtaiaGxscqXomE5ka0rSlNB8Gslg1+DD59DooyQ7WMsQCbR8jRFtDyNi5Z/2ZhampUQ"
    "c3FNRtoM68loB8miepNDd+TSb0yeP9mUQJ/mQ1Ja7dvmzYeTs/pZJH8xWD4lDDH/WZY6Nx"
    "KzjtK2lTAd2ASKW2OMxKiX1AUeJCtpgR+XuMDP643M63tXajHs3boGD+o2LQAJImcBQ0xQ"
    "YAVrTFE7b1DUj+/ry8OtInSHHPviYkFowkpeiaBLdcj4QWJ/teyBkNi/pzXeQ6060sxV0Z"
    "4eBexViz4jGeq7++1yf0Ka5SSCc56YyLRnokXuv4nBkEYRwaMp8tIU6uh1qvH/Q9nioykZ"
    "PZtowgxnsAy0F5XmE8q8b+tbc1Z7dxLO/U4YkQR0sLVV09b2rCUd/9mSDzzaKlvaOASP3X"
    "ZLufSaIATzBkSGwe+3Sqd/6TXIHtDmzU231ey3u51L5Pf4HtCHTvCOTYP3esrnhw6fUxR9"
    "oHzWVk+5bvfFY/HvdUKaVOHvHtCvvXZfUbufP1+iV4Pr1SqbTAT9o9K7b95cLjpuD6jyG1"
    "e2Oz/zCch3p+bEgPZ7zc79Z6UnFiqm5sRxV0HmQ1VP34yCJNQmgNx0yE0v26RQojoH+F+W"
    "2nHxYPGvqjZdMYZsrEpeqe0WdxTkTN0WS7ZYeExIM1YEGFXAThFYOesNrclaiM55mFB1OV"
    "DxK6niQy05qCUXwhn0NaglB/wHfX0Xjzno67alYnJjjUt4y0NwV3sHQhNsMctLozn3ML62"
    "hHdgQLsP/UvEbGtAHcu9Y7K/6d7fXyKdmWYRY/tZBr6cLW+3F+XKjMvprLDDxqdeSym6TO"
    "wYYvqshtwVOThz1ez8qvpej9BcwlXTvmv+Ltw0GleHBvSrwlHjLHwloynmXGx9UVq/Xjpu"
    "Tv5f8/4L/webU/G5dy0+G+MBbd/edXuyPpg2mzPDTT7Py+dGlhewsfwFbMSDKkej5KjK5R"
    "tcgGTv0irXX8qxpHKZVQb5JNMyPklZxyfxhRyxFGT1D0bIDttDCHUxYxJPFoEne13MXQlh"
    "3zsxHmoklYe9E6+SF/ogFSBfFHmnRV1e5H0qQL4o8o5YkRd5nwqQL1iRjapLdZrUgmwhOk"
    "D/fTsO9NIsKoRDhaONVjiC+jplbxFTTMd6AQ6E6cCjsaYILKhvtOn6Ru7CfQ/ArgP1wcwE"
    "bcWWeVZkwy94RUOunDSoWmrIlTumXizkKkC92ZArmYS2SKIKCL/BJQ7hVtUMt0r126z20Z"
    "XiwymQV9VTWkr7sXl1o4isJe8tcXKZOg+Kk8pERZ+WfvM3vg7w94gLTuZIeelRA3rVvFav"
    "lau+8PKN+WMMLTFX86b9hyIzq7Cu/Vs073no+Fdt6l9/bN48uMlZL1i3sed5Lj87Coz3YL"
    "zfq72vIkpbxYSpcjiwEBVywR+kguW/LoVtUTtgXbkc0XoGO8aUrOpFcDVmqUpbkl5csf1m"
    "vWpxydpbT/oUa2nKmzukXkh3M3zilXU9bhklb4hNEPaqAqAnjcuySPzmnxD2C3AcoW+iOa"
    "HKbOsb0kxZXYN/fmKcbx5tvILHBubPolSG86ZAgaysAumxvEAmbIhwPQf7wTAE1InSgfci"
    "S3L7KENkBx0paBBs5iub7VPsnaNyI/WyIfsPsr8g+6vsowLsHodZquVwGQCGp7INT6VWa9"
    "lVjHehXEtL+iBXdkMKDKsXskK5pSA31RNJBBy6OHtF5uNdkEJ3wPpTOesPND/apjK3s71h"
    "SjI47HFzmD3ZWXapP8zeQV6oM8x7G8IA9OJKQPjJDn2ACKBflzaanCdTXEdyxO4O22Xr/U"
    "o1KbASM2iingaxLogjfV73FOPARltlPVSu9NV6qPdCFNdDvRd1dUhEHz8TU8YnoDk2LMQM"
    "0RvBjWGQdfy99gpHqG0hKpIGkdO1gJPZluwxIpqVyBYj8ZCIDcyfs31J3a9suqTgaahfAS"
    "jQlVWgodwplDsN4QwOTyh3CvwHh/cuHnNQ7nRL5U6r5NI+GCEOOogVOUCgPmCmLWK9KYam"
    "PbSY5fhzsu8OQSowMIInY4cgz7/YYaWvIwJ+F8K3d9vnL22EyRCvLs+wIN5isLwj5+RUVW"
    "t33XtZ1dyh9prMOsUU/DKSuctwZ+DHp+VFuKHqV+W2nBL7Xh4uA1Lcp6U2XqwaR7K69nJ3"
    "XoTianuZRe50T6+l55G7g+oFM8kD5Csdp00vTbvuFjqSTWWEf1O2f/+RTSbImmILjRkxxT"
    "0kqz8hTN/QjC+tcDp4zG+6/ulXu03B7VlJtycYMCFn/FCkp9BBjm2zsDa3IK6y7ly76j50"
    "WkJxG/L1MhK6nNCmflaumk57K2w8EXGSDuht+77f/FW5RDON/+JnUkTDO8nUAiilA1BCA6"
    "AKlB6v2tsCaf3VsgpBlAtEOUCUQ9mnOaT1V8cQBVnlG8sqL9lO8lUYB7qTSS3NTrIYVC9k"
    "J5EGCJW59CsNJV+FleJV03VppRgSJIqZLewUdcT4EkMmm5EhG78hwudAmG///DljRpH3Tb"
    "X2uPGFxwhixitrPIGYcYgZB2kaYsaB/6BN7fwxBzHjW4oZh6hbaOyxpzvHbtibIQ5xq9Z9"
    "g/DBRUIRe8r/PihONOJijgFt3t31uo/iIp7PDfbiBCn+orTcgf8iozUGLq7frSUqPeUvVh"
    "2mOuR+ugaZYeM53x7jUYBPK8sOU2JMSHRlHoyRCWKbK8QCb7MtoIbGSEENhQjzHWIARJhD"
    "hPlOAZy/fbe/Rb8H44Po4B07zarpmG7pzCRXWJesSi2BFhxYL1YETUyhDgNzZHNSY4rcHs"
    "1oxJ8OWQzxq6I1G6FjUbLMCbjHb3X0OiVU3pkxak3RKzaR/NYx0rGZ0BluA/MnFgp3frqz"
    "EELdxV3bZLRqOHitK+m1hk7j0GkcHBLgkNhXFSa0tANHVg5LSoAKwF+X/ihRXaf2eCvEl5"
    "Y3646xJLN+E1iL1ZS+A2xIk73D3CoqeWeVuDWdIM0S3Y8d0bYuBV4hEw2xyaVjWTmYMvQv"
    "J7gYyehbR0zmNFxMlsWEKSLY0DViIEYT6g9v7msgn7bCe1yacA0hoRASGsIZQgIhJBT4Dy"
    "Ghu3jMBd5CamkJdf2Wx6ssCNadf12qjJEvUmXnIrUcGTbnrlRr3XRlmJVDPaDdO6Vzidic"
    "FDJvrbtSnHyoQrtHhBI2j3XaAcD9llX3r7z3TfnutNS51iYTIozC6XaAhOH1QvYA4k6Uww"
    "knAOWMQdh1fQ0ZeyZj2QYIi79i8SHPtL2iiNZ7JxzQAW26ZNI3J/xwBhH7JhF5p2PPKYef"
    "+BJBU36XUSJsBwSPpt43X0qDAxe6NPFDTUkn3AvEdKwMRPr0JOWU6eP6gEoDxQJ7OUw0Tc"
    "IGQaY9m5FxNgdg0AHgXF/osfHuwYvcZjfjNegwBCNG5YwYEX7GOLHCcF6OQWPzXFmfTQMc"
    "bht2uLFXqhZBOUoHSK9C2jt68u3XQap92iK2nW+FRbGMfOXRfJLDLo2WqJuntm8/5Nbtje"
    "O6m+WUpXm7lEDz7QgLEtgOCm8HU820mKGN8iEfpALw35P7KiO98oEfpALw32GfLgZ/mA4Y"
    "UDzQCty0h+2mg0C78l6+kspfVsyqXh3nxnscGxDkuDqDq+wSoxVb+FlRrn6FUc831MNWNi"
    "dSz1XJi3Rk8UhXuo6+MP4j0MRgM6RZTtSmDG+Q7hVKvkv3yn+ZR6grSoRiz2/juHZs8VGz"
    "IoGhBpnwG6bI0nJ+CB8SdzFt84uTHT4BUyj/9gTPjrhahyKlpQsDEJG6ig0QkQqqDkSkAv"
    "8hInWHjznwoW/Ps+uKdlkdi+5wcCrGMQOnYlGnYszSUrKC2sffvZpFaeppYFi9kHJq8fc6"
    "UG8pQ8dQmS1uyjC+mUaZwTVFoTOyCXrjhzz6MCH0hzpXGp+wpb0QrjhyfdEQJT+IZREDfR"
    "jYHwluDOzz4flH/vd0fMKv/OPi0w8J7UM3+13JmigbSyTcStNxRXRJGw3NNO1F2UzvojeJ"
    "+OwWBzVVUGFBhQUVFlTYQ1BhQIU9bP6DClsFFfaZ/9pk9XV1eqBHu8XswLH2pFlYV53J9Z"
    "zvWe2aY9Jv3qg/Kx2l17y5RJH5BtQbcX/H9YPgCHPOtSAxQrlRWv1et9Nu+dMQnYwsg1Ft"
    "5M8UGLeYLDBuMd9d807p+VPN8ZwLkItZnLuLCZy7Lm1UKM6inzey1OpuLC/V3Yi3EnGl4s"
    "wGEHf83tVBX39RtPKb4JS9J2547YY0s6xGphDRQZuahvYb343kfznWaJhq77aBRqZ2CI2U"
    "dgiNeDsEBzNhkcm/JyTR7h3q62+RRUnOYokuAcQQFhZG+RrNB7lLAJAXh5xZOKGoSiroHg"
    "nAXhh2rOtshK28qQIhsu3Bf7xX2AdbceVJkvGpAPliyO9cMSLKjFl+K0On27sVyrpDLXT4"
    "Xv/md9VvBjfHhqW/qd6SSuoTN6CP3Tb//4VpxXrGnWdRRs+XK6PnMVe8gV/zCZ4+xd6Jmx"
    "dZxM2L5eLmRUzcXPgA8wv4CaR7B/gm7FZ0ovEXVDxXAdCXkO8d8GdZgD9bDnw8MRuaJ266"
    "eSK07ytd1AmGdBSRM03wbBXgQFpSHPQ0y5cOl7unmbdy34vw8iC23Vr2WZGOvPHVzIrzGX"
    "HHlZdatsBDObT+3uBDde5Nk63AoigmKFopIZceidUmcticNgfu1broevCqWVORsybbK3F9"
    "zSJy1OtUti0Tfxh7RgLKJbUXN/ddq7sv/FkLghQJOUy86ny3Kr4bQg3LlhVSmqNBp6bSCo"
    "gE3498onOMFkS3onyArstle4ViB0sun5wKjNiMEhNJyShFyq4aY7KK2fF1mUGngX7jW+k3"
    "7p+d60S6JaftsEyRWBU7eDOr6TGxowL649//D6zJC4U="
)
