"""Exchange rates, and exchange differences booked by the month close."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        CREATE TABLE IF NOT EXISTS "crm_receivables_rate" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "currency" VARCHAR(3) NOT NULL,
    "day" DATE NOT NULL,
    "rate" DECIMAL(20,10) NOT NULL,
    CONSTRAINT "uid_crm_receiva_currenc_8818ab" UNIQUE ("currency", "day")
);
CREATE INDEX IF NOT EXISTS "idx_crm_receiva_day_97ffdc" ON "crm_receivables_rate" ("day", "id");
COMMENT ON TABLE "crm_receivables_rate" IS 'Holds from its day until the next one''s. Once a closed month used it, the database refuses to change it.';
        CREATE TABLE IF NOT EXISTS "crm_receivables_exchange" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "close_revision" INT NOT NULL,
    "currency" VARCHAR(3) NOT NULL,
    "own_currency" VARCHAR(3) NOT NULL,
    "position" BIGINT NOT NULL,
    "rate_on" DATE NOT NULL,
    "rate" DECIMAL(20,10) NOT NULL,
    "value" BIGINT NOT NULL,
    "historic" BIGINT NOT NULL,
    "realized" BIGINT NOT NULL,
    "unrealized" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "close_id" BIGINT NOT NULL REFERENCES "crm_receivables_close" ("id") ON DELETE RESTRICT,
    "entry_id" BIGINT REFERENCES "crm_receivables_entry" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_crm_receiva_close_i_ff10c6" UNIQUE ("close_id", "currency", "close_revision")
);
CREATE INDEX IF NOT EXISTS "idx_crm_receiva_entry_i_e8d601" ON "crm_receivables_exchange" ("entry_id");
CREATE INDEX IF NOT EXISTS "idx_crm_receiva_currenc_3ab2ec" ON "crm_receivables_exchange" ("currency");
COMMENT ON TABLE "crm_receivables_exchange" IS 'What closing a month booked for a foreign currency; append-only.';
        COMMENT ON COLUMN "crm_receivables_entry"."kind" IS 'INVOICE: invoice\nVOID: void\nPAYMENT: payment\nALLOCATION: allocation\nUNALLOCATION: unallocation\nREFUND: refund\nCREDIT_NOTE: credit_note\nWRITE_OFF: write_off\nREVERSAL: reversal\nEXCHANGE: exchange\nTRANSFER: transfer';
        COMMENT ON COLUMN "crm_receivables_posting"."account" IS 'RECEIVABLE: receivable\nREVENUE: revenue\nTAX: tax\nCASH: cash\nCREDIT: credit\nBAD_DEBT: bad_debt\nREALIZED: realized\nUNREALIZED: unrealized\nVALUATION: valuation';
        ALTER TABLE "crm_receivables_posting" ALTER COLUMN "customer_id" DROP NOT NULL;
        COMMENT ON COLUMN "crm_receivables_close_balance"."account" IS 'RECEIVABLE: receivable\nREVENUE: revenue\nTAX: tax\nCASH: cash\nCREDIT: credit\nBAD_DEBT: bad_debt\nREALIZED: realized\nUNREALIZED: unrealized\nVALUATION: valuation';

        ALTER TABLE crm_receivables_posting ADD CONSTRAINT crm_receivables_posting_customer CHECK (
            (customer_id IS NULL) = (account IN ('realized', 'unrealized', 'valuation')));
        ALTER TABLE crm_receivables_rate
            ADD CONSTRAINT crm_receivables_rate_positive CHECK (rate > 0),
            ADD CONSTRAINT crm_receivables_rate_currency CHECK (currency ~ '^[A-Z]{3}$');
        CREATE UNIQUE INDEX crm_receivables_exchange_entry ON crm_receivables_exchange (entry_id);
        CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON crm_receivables_exchange
            FOR EACH STATEMENT EXECUTE FUNCTION guanxi_append_only();
        CREATE TRIGGER never_emptied BEFORE TRUNCATE ON crm_receivables_rate
            FOR EACH STATEMENT EXECUTE FUNCTION guanxi_append_only();

        CREATE FUNCTION crm_receivables_rate_on(code text, wanted date) RETURNS numeric STABLE LANGUAGE sql AS $$
            SELECT rate FROM crm_receivables_rate WHERE currency = code AND day <= wanted ORDER BY day DESC LIMIT 1
        $$;
        COMMENT ON FUNCTION crm_receivables_rate_on IS 'The latest rate on or before a day; null where there is none.';

        CREATE FUNCTION crm_receivables_half_even(exact numeric) RETURNS bigint IMMUTABLE LANGUAGE sql AS $$
            SELECT (CASE WHEN abs(exact - trunc(exact)) = 0.5 THEN 2 * round(exact * 0.5) ELSE round(exact) END)::bigint
        $$;

        CREATE FUNCTION crm_receivables_rates_open_from(code text) RETURNS date STABLE LANGUAGE sql AS $$
            SELECT coalesce(max(c.until) + 1, '-infinity') FROM crm_receivables_exchange x
            JOIN crm_receivables_close c ON c.id = x.close_id WHERE x.currency = code AND c.state = 'closed'
        $$;
        COMMENT ON FUNCTION crm_receivables_rates_open_from IS
            'The first day whose rate no closed month was valued with: a new rate of an earlier day would change them, too.';
        CREATE FUNCTION crm_receivables_rates_stay() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF TG_OP <> 'INSERT' AND OLD.day < crm_receivables_rates_open_from(OLD.currency)
                OR TG_OP <> 'DELETE' AND NEW.day < crm_receivables_rates_open_from(NEW.currency) THEN
                RAISE EXCEPTION 'a closed month was valued with rates of these days'
                    USING ERRCODE = 'restrict_violation';
            END IF;
            RETURN coalesce(NEW, OLD);
        END $$;
        CREATE TRIGGER rates_stay BEFORE INSERT OR DELETE ON crm_receivables_rate
            FOR EACH ROW EXECUTE FUNCTION crm_receivables_rates_stay();
        CREATE TRIGGER rates_stay_changed BEFORE UPDATE ON crm_receivables_rate FOR EACH ROW
            WHEN ((OLD.currency, OLD.day, OLD.rate) IS DISTINCT FROM (NEW.currency, NEW.day, NEW.rate))
            EXECUTE FUNCTION crm_receivables_rates_stay();"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    """Without their accounts, what was booked to them goes, too: only an add-on that is removed goes back here."""
    return """
        DROP TABLE crm_receivables_exchange;
        ALTER TABLE crm_receivables_posting DROP CONSTRAINT crm_receivables_posting_customer;
        ALTER TABLE crm_receivables_posting DISABLE TRIGGER append_only;
        DELETE FROM crm_receivables_posting WHERE account IN ('realized', 'unrealized', 'valuation');
        ALTER TABLE crm_receivables_posting ENABLE TRIGGER append_only;
        ALTER TABLE crm_receivables_entry DISABLE TRIGGER append_only;
        DELETE FROM crm_receivables_entry WHERE kind = 'exchange';
        ALTER TABLE crm_receivables_entry ENABLE TRIGGER append_only;
        DELETE FROM crm_receivables_close_balance WHERE account IN ('realized', 'unrealized', 'valuation');
        COMMENT ON COLUMN "crm_receivables_entry"."kind" IS 'INVOICE: invoice\nVOID: void\nPAYMENT: payment\nALLOCATION: allocation\nUNALLOCATION: unallocation\nREFUND: refund\nCREDIT_NOTE: credit_note\nWRITE_OFF: write_off\nREVERSAL: reversal\nTRANSFER: transfer';
        COMMENT ON COLUMN "crm_receivables_posting"."account" IS 'RECEIVABLE: receivable\nREVENUE: revenue\nTAX: tax\nCASH: cash\nCREDIT: credit\nBAD_DEBT: bad_debt';
        ALTER TABLE "crm_receivables_posting" ALTER COLUMN "customer_id" SET NOT NULL;
        COMMENT ON COLUMN "crm_receivables_close_balance"."account" IS 'RECEIVABLE: receivable\nREVENUE: revenue\nTAX: tax\nCASH: cash\nCREDIT: credit\nBAD_DEBT: bad_debt';
        DROP TABLE IF EXISTS "crm_receivables_rate";
        DROP FUNCTION crm_receivables_rates_stay();
        DROP FUNCTION crm_receivables_rates_open_from(text);
        DROP FUNCTION crm_receivables_half_even(numeric);
        DROP FUNCTION crm_receivables_rate_on(text, date);"""


MODELS_STATE = (
    "eJztXVlz4kgS/isVvGxPBOPw1cfSGxuBsXqaaRu8GHfPwYa6QIXRWFQxOtr2zPZ/36qShA"
    "6EkGRAAvLFgSVlIb5MlfLOv2sjc6qaZET0b3hoEOuoaRhshG2d0VoD/V2jeEr4h7TL6qiG"
    "Z7OEi8QZW3xKOKfi6AJDyzbxyOZXjrFhEX5II9bI1GfendSaaIZNG7ExwvzT85RQG9kTbC"
    "OL2DZfEGGKdGrZfF1x7j3i90So9iOjxvMRatsWMsk3YlrYqCOdL0Kf62jGdMpP2Azp9pG4"
    "DY2N+H3o9H5r3+hQ/U+HqDa7J/aEmPx7f/8vP6xTjTxxBPm/v9e8L1d1TVDwv/yK3/kl35"
    "g+IgtH5zfknSHjMRnZ+jeiciDlNdEj4utmD+pYJ4YWYblLLo+r9vNMHrvQ79vU/iCvFXgN"
    "1REznCkNrp892xNG5wT854qj94QSE9tEfINtOoK/1DEMTzh8lrtgBJe4KIRoNDLGjiGkRF"
    "C7NxAcq6lqp9tXb5W+qtYWJMinCLHYOzRiVEif4IwE4F7cwo//PD09O3t7enz25t3r87dv"
    "X787fsevlfe7eOrtd/dmArTcpSRm7Z/anb64IcZF3H0axIHvkgbb2KWSzA7Qx1PmuNhl50"
    "BAs5oLPuZpbPAPBHwIHs49Y0QAfOTpWID/ksOXDH6cLsYCzmhi61NyJD7sIDNScL1s9pUY"
    "iO7Ox7f5vJtIjLCQHHubxeHtJuHXNRH4qDhhB7n0JDGZAVHKNCEWHzYlyLV/jR06Elijew"
    "fTJ/1oxNWFhyPKHv9d276E99vXym2/eX0jlp9a1p+GL/fizKk8+hw7+urND1EuzRdBX9r9"
    "j0j8i37rdhSJM7Pse1N+Y3Bd/7eauCfs2EzlP1zFWhgs/7B/KJH/w+fcT+AC6VqewcN8lV"
    "DbzM+AMBW8xwuDv6gJ51BlF2iBES9gRNhQycOEMB0woDADovZjdgZE6YABuRggzOrxQ6Jp"
    "Jzf4RVZ8YCbR7+kn8izZ0RZ7EB2RBOzjzpifmWNSbCj+ujvGlO++4PlHA/3BxI9zz0Tkxc"
    "jR0IhBbIlHj+tLvXarX0sS+3UCfRMsuacYR5/5DCiHXpXrRLodXXZP0V7UMzIhLt+L60V7"
    "vuTeIh1WJpagLPbsIR49PGJTUyObtzjDTlnsyPzaxVPT02n8CKb4XgIkfom47zSZT/O9x5"
    "6NAs732EObxfsekDekP9zzjAsXuETWdY3rFtIcgrjZjpGGn4/QV8/PT7SvaDTB9J5YaPiM"
    "vgpr3vqKsMEoSXK9b/rrsvjdkz3s/As9D584At7zSnrPTfJNt/QkB26a53FOsj1d92SzbD"
    "g9OX97/u7szfkc/fmRNNDBoQgOxahD0ZlpBfkfpQT+7yb/waFcBU8OdaZDrqwswN+aYDMZ"
    "/IAihjr/MUWetXJ1iyl+Ug1C7+0J//f8OAXPz81e62Oz9+r8OPbQdLwzp/JU7CXnmCahow"
    "TfzHKAwzTrgbhsyY6AfJYB47OlEJ/FEeY/mhh54J0TbA/b2qbeB1FkT46zyC+/aim68lzM"
    "1cu3fb7V5stciBAddNoCt/e03PBFiF4IX8XecvnQCyzjrNAFFActdpDrVZI+NfcW5cQ+TL"
    "Y9+I/3Cnvm2MI/rYk7y4V+jBDEvzAL3DdXAvqMGQTTtNddAvJDTrUp6OdHtrtXX3S7VxEL"
    "/aIdA7Vzd32hcDVNKmn8It1egrWX2JhXuYiRHbJ6MXIsm02Jmd8BESWEDQNSeXaJASmZJB"
    "AK3lQoOGnjeSnMI371USu02J4CHNtvqxpsd+U8PdA+fxYKBdkD6pUBdlEu5pp0FqLine+F"
    "rxHj8oR0Gep2/TTvkT0hSEQ+h9giyCRjxyKWuOTVVL83ZUkdOvlhMai+ma/IEkiPCYQfSe"
    "eCJFFR/QP86bEdCWo0yC7ORZxUEIuv2DuqjiAWv4oNEIuHWCzE4oH/EIvf4ddcibH4apW1"
    "RqPEWUKZZ8sjmWcLgUyucxIRV0+wbZcDHCHaN4zfZcH43XKM3y1gbDHHzAdwQLFv6L7Jgu"
    "6b5ei+gWSSrSeTCHNxifgqfK9dcMlERdkn3mJiiWbisZ1Tw6ld9pof+g0kaQf0pnvbVy4b"
    "nqE+oJ+7bf6fiMnE7f1Me0qWLWX5jpLEENd+L8oRl3q3WNK9UToNxGaEcvY0e/2rX9Wbpu"
    "CKqFowntUZ1jVxxj0kPnc/K73LO4UTfSOm5pCXsvHkNEsm0enyRKLTyuURVUzFhDSig0gj"
    "2mncLGdoMxsnpFemWYRhKkhlKWYK2vgpH+geAeBdEO/8Yg4y/kLMIVWuPOx3L1Vuv/AfmU"
    "TTc4t+mAqQL9q6xrR1kmBS/nzb7SyxQgKSuDaoj2z0P2To1g46uVOgFFhEYhe+ZffquvlL"
    "3OhrXXUv4kEJscBF3L3NlvlWlji32dbdKZuKFUWN69eZ6nRep9TpvF6s0wmnPuTbVKKEEL"
    "4pvKdDNmnFkhkhzW4TaXZJu87LEXbXsY5aoRV3a9fJjHJ0w610MuOVTkktQ0KjvK5eKKnR"
    "8ElXZTQuZ0RCxmAoF1B8gb+1ElNnmspF0bTd7L4V7XkgAbCSCYDhm8+hUcbI9jEemkm1PE"
    "tRLc8WVcs/HUxt3U6IO1+SkT7FRjLaYbK43eTSHXn0G9PnTzal0Kf50ZVW+7p59erkvH4e"
    "q+EKt5CIQsx/lq3OzMTKi7RtJUoHPoHC3nbVTIz8pwp4mKwkAT8uUcBf108zy/eu1KPvnV"
    "xDFGmbHoAElbOAIyassII3pqifN6zqL+7ry1NOYnSHHP/3sCA0QZJXIuhRHTJ+UNxcLX8g"
    "FDfvaZ/ryLiCNHdVfK5BAX/VfNZChh7XwfjG90i33WJYzhMLWc5UjGz8i5gM6RQRPJogP1"
    "W7jh4nOv8/UjE7mpDRg4XGzHQvlsnGott2QqvrbX1rzo7XbtFtMA0gVoQLvrZq+toe9KTX"
    "f7YEbJ+2yp42DsHnbrulNPxG8OHcaZFl/eu10uk3/IGtA9q8uuq2mv12t9NAwczZAb3rhM"
    "84NHyup3y46/A1ReE75au2espluy9ui3+vm9ahinj3gH7ptfuK2v3woYEeTW5Xq2w8FvSf"
    "ld5t86oxnwA7oMov3Nju/MQXIE9u3f2A9nvNzu0HpScEFVNr7IarIPu7qm/fjIok1GdDfS"
    "7U55btUijRnAP8G6VOnTtY/KtqTVeMIRvrFFbqyLkdBTnTxLmSPRY+E9KcFSFGFfBThCRn"
    "vak1WZtxuTcT6bAFJn4lTXzopwX9tCI4g70G/bSA/2Cv7+JrDmZbbamhlqZzDW95Cu7q6E"
    "BkgS1Week05x7GZUtEBwa0e9dvIObYA+p67l2X/VX39raBDGZZRZzt5xn4cr585FicK1Ou"
    "p7PCAZuAei3tuDKxY4jpgxoJV+TgzEWz80kNoh6RtUSopn3T/FWEaXRuDg3oF4Wjxln4SE"
    "YTzLnY+qi0PjXcMCf/r3n7kf+DrYn43LsUn01tQNvXN92e7JGkT2fM9Apw8/L5NMsDeLr8"
    "ATxdTKocjZKzKpdvcCGSvSurXH87u5JaBlYZ5JNMYnySIscni4Ic8xRkjQ/GyA47Qgi9AT"
    "fcG3BXUtj3To2HPjHlYe/mq+SFPkwFyBdF3h3TlRf5gAqQL9gbiapLNevU1kgROkD/ZXIP"
    "U+2KqoLQZ2ejfXagy0vZW8QEU80owIEoHfjV15QHBF12Nt1lxxPclwDshfHurEzQVkzMsy"
    "IbfcArmvjjFuPUUhN/vGvqxRJ/QtSbTfyRpVDzUp6Q8hsWcUj6qWbST2r0YHWkqJRIQoHq"
    "np7SUtqfmxdXiqid8Z8St6Kmc6e4BTVUTEzoN3/hcoCfYoEgWanjF+kM6EXzUr1ULvoi1q"
    "Tx2xjaYq3mVfs3Rdb3YEP/S4zRuOsERx0aHP/cvLrzSoS+YcPBfvyz/BodcCGDC3mv9r6K"
    "GG0VU6bK4cBcVcgFf5gKxH9dBtu8gn1dFQXxqvodY0pW8yIsjRUe8l6x/Wa9ZnHJ1ltPRr"
    "Zqacabd0m9kO1mBsQru0tcM0qeERsj7Nemo3ud67JI/Ob3CAdtII7QVzEmTGWO/VXMZBc9"
    "Hvjne8b55tMu9pHYwPpZjMpo9Q4YkJU1IH2WF6jHjBCu58V+MAwBc6J04P38htwxygjZQe"
    "ermQRb+Zo3BxR7F6jcSNdmqEGDGiSoQSr7VQF+j8NsGHK4DADHU9mOp1J7huwqxrvQNKQl"
    "Y5ArZ/KELqsX8kJ5DQk3NZlHJBx6OPutzhdn8UTOgPenct4fGMGzTWNuZyeUlORw2OMRJX"
    "uys+zSlJK9g7zQfJKXjiUB6MWRkPKTHfoQEUC/Lms0uU6muI3kqt0dtsve+5VmUkgSM1ii"
    "vgWxLohj00b3FOPQRltlO1RK+mo71H8gituh/oO6OiWijx+IJfMT0AybNmKm6NDv5TDIbv"
    "J+k/8j1LYRFUWDyO2dz8kcW066ECMz5KCLxZSIDayfc4hGPeivuaTtZqRrPhjQlTWgoekm"
    "NN2M4AwBT2i6CfyHgPcuvuag6eaWmm5WKaR9MEoczLEq8gKBLnWZtoj1lhhaztBmthvPyb"
    "47hKnAwQiRjB2CPL+wg6SvIwN+F9K3dzvmL32EyRCvbs8wJ95isryr5+Q0VWs33VvZW9ul"
    "9kedus0UgmaGuZtBZ+DHu+WtoKHrV+W2nBKnLx4uA1LCp6WO/6saR7KG9nLP/4PmantZRe"
    "7O8K6l15F7F9ULVpKHyFcGTpt+mXbda3QkR5uI+KYcQv4jG4+RPcE20hixxDkkuz8hTJ/R"
    "lItWtBx8IW66/uVXh00h7FnJsCc4MKFm/FC0p8iLHDtWYWtuTlxl27l20b3rtIThNuTyMh"
    "K2nLCmflIumu6QJWzeE/EmHdDr9m2/+UlpoKnOf/EDKWLhnWQaRJMyhyZhDE0FWo9X7WmB"
    "sv5qeYUgywWyHCDLoey3OZT1V8cRBVXlG6sqL9lP8kU4B7rjcS3NTzK/qF7ITyIdECrz6F"
    "c6Sr4IL8WjbhjSSzEkSDQzm/sp6ohxEUMWm5Ih054R4WsgzLd/fp8LTpGXLbX2vPF5xAhy"
    "xivrPIGcccgZB20acsaB/2BN7fxrDnLGt5QzDlm3MNhjT3eO3fA3Qx7iVr37JuEXF0lF7C"
    "n/uVPcbMT5GgPavLnpdT+Lg3g2M9k3N0nxZ6XlXfgHGa0xcXH9YS3R6Sl/s+oo1SHP0zXJ"
    "FJsP+fYYnwJiWll2mBJzQuKSeTBOJshtrhAL/M22gBm6QApmKGSY7xADIMMcMsx3CuD847"
    "uDLfolGB/EBO+Ft1k1A9Mtg1nkAhuSVakt0MIX1os1QRNLqMPQGtmC1Jgib0YzGvG7QzZD"
    "/KgYzUaoJlqWuQn3+LmOHieEyjNTRu0JesQWkt+qIQNbCZPhNrB+YqNw96e7ghCZLu75Ju"
    "NdwyFqXcmoNUwah0njEJCAgMS+mjAR0Q69snJ4UkJUAP667EeJ6jqtx2uhvrT8VXeMJZnt"
    "m5AsVlP7DrEhTfeOcquo5p1V49YNgnRbTD92Vdu6VHiFTjTEFteOZedgytAfbnIxktm3rp"
    "rMabiaLJsJU0SwaejERIwm9B/e3NdAPW2F97g05RpSQiElNIIzpARCSijwH1JCd/E1F3oK"
    "qa0n9PVbnq8yJ1h3/XWpOka+TJWdy9Ryddicu1KtddWVaVYu9YB2b5ROA7EZKeTeWnenOH"
    "lThXaPGCVsHuv0A0D4LavtX/nom/LkjtS51MdjIpzC6X6AhMvrhfwBxFsoRxBOAMoZg7AX"
    "+hoy9kA0OQYIi79C+JDv2l7RROulCw7ogDY9MhmbE3E4k4h9k4i6U80PyuF7LiJows8ySo"
    "TvgODRxP/mhnQ4cKVLFz/UknQivEAs18tAZExPUk6YodUHVDoo5tjLy8TQJGwSZDnTKdGy"
    "BQDDAQD3+NyOXZwePK9t9ipewwFDcGJUzokR4+cCJ1Y4zstxaGyeK+vzaUDAbcMBN/ZI1S"
    "Iox+kA6VVI+6+efPt1mGqftoht11th0SwjX3u0gOSwW6Ml2uap49sPeXT76XHdq3LKMrxd"
    "aqD5doQ5CWwHhbeDiW7ZzNRH+ZAPUwH4L6l9lZle+cAPUwH4L/BPF4M/SgcMKJ5oBWHaww"
    "7TQaJdeQ9fSe0vK+ZVr05w4yWBDUhyXF3BVXaL0YoJflaUq99h1I8N9bCdLYjU80zyIhNZ"
    "fNKVoaOPjP8INDbZFOm2m7Up0xtkeIWSJxle+Yd1hLqiRSj24zZuaMcRH3U7lhhqkjE/YY"
    "kqLfeH8EsWQ0zb/OLkgE/IFcq/PSGyI47WoUlp6coAZKSuYgNkpIKpAxmpwH/ISN3h1xzE"
    "0LcX2fVUu6yBRe9yCCouYgZBxaJBxQVPyzYN1O//B7l1cv0="
)
