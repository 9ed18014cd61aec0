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
    "eJztXWlz4kgS/SsVfNmeCMbhq4+lNzYCY/U00zZ4Me6egwl1gQqjtahidLTtme3/vlUlCR"
    "0IIcmABOQXB5aUhXhZKlXmy+Pv2sicqiYZEf0bHhrEOmoaBhthW2e01kB/1yieEv4h7bI6"
    "quHZLOEiccYWnxLOqTg6wNCyTTyy+ZVjbFiEH9KINTL1mXcntSaaYdNGbIww//Q8JdRG9g"
    "TbyCK2zQdEmCKdWjYfV5x7j/g9Ear9yKjxfITatoVM8o2YFjbqSOeD0Oc6mjGd8hM2Q7p9"
    "JG5DYyN+Hzq939o3OlT/0yGqze6JPSEm/97f/+CHdaqRJ44g//f3mvflqq4JCf6XX/E7v+"
    "Qb00dk4ej8hrwzZDwmI1v/RlQO5B9i8NmDOtaJoUUU7F4sj6v280weu9Dv29T+IK8V6AzV"
    "ETOcKQ2unz3bE0bnAvzHiaP3hBIT20R8g206QpvUMQxvKvgKdn96cIn7m0MyGhljxxBzQk"
    "i7NxAcq6lqp9tXb5W+qtYW5osvEVKod2jEqJhrQg8SgHtxCz/+8/T07Ozt6fHZm3evz9++"
    "ff3u+B2/Vt7v4qm3392bCdByh5KYtX9qd/rihhif0O7cFwe+SxlsY1dKqjZAH0+Z42KXXQ"
    "OBzGot+JinqcE/EOgheBT3TBEB8JGnYwH+Sw5fMvhxuZgKuKKJrU/Jkfiwg8pIwfWy2Vdi"
    "IHpLkZYTw5jYQUPovhpzQxgTO3AIxduWby3yvspigoVWU++VdXjvtPAWkQh8VJzwHrv0Zm"
    "KyAqKSaZNYfNjURK79a+zQkcAa3TuYPulHI75FfTii7PHfte3P8H77WrntN69vxPBTy/rT"
    "8Oe9OHMqjz7Hjr5680NUS/NB0Jd2/yMS/6Lfuh1F4sws+96U3xhc1/+tJu4JOzZT+Q9XsR"
    "YGyz/sH0rU//A59xO4ILqWZ/AwNzTUNvMrICwFu8nC4C9aXzkMqgVZUMQLFBE2jvMoISwH"
    "CiisgKjPIrsConKggFwKEM6d8UOig0Eu8Iuq+MBMot/TT+RZqqMt1iA6IgnYxx2APzPHpN"
    "hQ/HF3TCnf/YnnHw32DyZ+nPvHIi9GjoZGDGJLPHp8v9Rrt/q1pGm/TqBvgiH3FOPoM58B"
    "5dCrcp1It6PD7inai/uMTIjL9+J60Z4PubdIhzcTS1AWa/YQjx4esampkcVbnGGnLHZkfu"
    "3iqenpNH4EU3wvARK/RNx32pxP43tiz0YBwif20GZhfALxhuRgPDZG0C4SWZeO0S2kOQRx"
    "sx0jDT8foa8et0S0r2g0wfSeWGj4jL4Ka976irDBKEmiezb9dVm4nmRWh3+h5+ETR4DDqS"
    "SHY5JvuqUn+W/TPI9zke3tdU82q4bTk/O35+/O3pzP0Z8fSQMdHIrgUIw6FJ2ZVlD/UUnQ"
    "/27qHxzKVfDkUGc65JuVBfhbE2wmgx9IxFDnP6bIs1bu3mKKn1SD0Ht7wv89P07B83Oz1/"
    "rY7L06P449NB3vzKk8FXvJOaZJ6CjBN7Mc4LDMeiAue2ZHQD7LgPHZUojP4gjzH02MPPDO"
    "BbaHbW1T74MosifHWeYvv2opuvJczNXLl/3cgQsRoYMOW+D2npYbvojQC+Gr2FsuH3qBZZ"
    "wVukDioKcdRByWtJ+ae4tyYh8W2x78x3uFPXNs4Z/WxJ3lQj8mCNO/sArcN1cC+owZBNO0"
    "110C8kMutSno50e2u1ZfdLtXEQv9oh0DtXN3faHwbZrcpPGLdHsJ1l5gY/6g0ojYIW8vRo"
    "5lsykx8zsgooKwYEAozy4pICWSBKjgTVHBSQvPS2Ee8auPWqHB9hTg2HpbVbLdnefpRPv8"
    "WShEsgfSKwl2kaLomnQWouKd79HXiPH5hHRJdbt+mvfInhAkmM8htggyydixiCUueTXV70"
    "2ZxolOflgk1TfzFVmI9NiE8Jl0PpEkKqp/gD89tiNBjZLs4lzESQVcfMXeUXUEXPwqNQAX"
    "D1wscPGgf+Did/g1VyIXX6201ihLnIXKPFvOZJ4tEJl8z0kEr55g2y4HOCK0bxi/y4Lxu+"
    "UYv1vA2GKOmQ/gQGLf0H2TBd03y9F9A8EkWw8mEebikumr8LV2wSUTncq+8BYDSzQTj+2c"
    "O5zaZa/5od9AUnZAb7q3feWy4RnqA/q52+b/CU4mbu9nWlOyLCnLV5Qkhbj2e1GNuNK7pZ"
    "LujdJpIDYjlKun2etf/areNIVWRNaC8azOsK6JM+4h8bn7Weld3ilc6BsxNYe8VI0np1ki"
    "iU6XBxKdVi6OqGJbTAgjOogwop3GzXKGNrNxQnhlmkUYloJQlmKmoI2f8oHuCQDeBfHOP8"
    "1hjr8QcwiVKw/73QuV2y/8RybR9NxTPywFyBctXWPaOkkwKX++7XaWWCGBSHw3qI9s9D9k"
    "6NYOOrlToBRYRLgL37J7dd38JW70ta66F3FSQgxwEXdvs2W+lSXObbZ1d8qmuKKocf06U5"
    "7O65Q8ndeLeTrh0Id8i0pUEOibwms6RJNWLJgRwuw2EWaXtOq8HGF3HOuoFRpxt1adzChH"
    "F9xKBzNe6ZTUMgQ0yuvqhYIaDV90VUTjckUkRAyGYgHFF/hLKzF1pql8Kpq2G923ojwPBA"
    "BWMgAwfPM5dpQxsX3kQzNtLc9StpZni1vLPx1Mbd1O4J0vyUifYiMZ7bBY3G5y5Y48+Y3t"
    "5082taFP86MrrfZ18+rVyXn9PJbDFS4hEYWY/yxbnZmJmRdpy0pUDnwChb3tqpnI/KdO8L"
    "BYSRP8uMQJ/rp+mnl+70o++t7Na2CRtukBSNhyFnDEhDes4I0p6ucNb/UX1/XlIScxuUPm"
    "/z0sCE2YySsR9KQOGT9Ibq6WPxCSm/e0znWkXUGauyre16CAv2reayFDjeugZeh7pNtuMi"
    "zXiYUsZyrahP5FTIZ0iggeTZAfql1HjxOd/x/JmB1NyOjBQmNmuhfLYGNRbTuh1PW2vjVn"
    "xWs36TboBhBLwgVfWzV9bQ960us/WwC2L1tlTxuH4HO33VIafiH4cOy0iLL+9Vrp9Bt+k+"
    "ABbV5ddVvNfrvbaaCgz/GA3nXCZxwaPtdTPtx1+Jgi8Z3yUVs95bLdF7fFv9cN61AF3z2g"
    "X3rtvqJ2P3xooEeT29UqG4+F/Geld9u8asy7Dg+o8gs3tjs/8QHIk5t3P6D9XrNz+0HpiY"
    "mKqTV26SqI/q7q2zfjRhLysyE/F/Jzy3YplGjOAf6NUrvOHSz+VbWmK6aQjVUKK7Xl3I6C"
    "nKnjXMkeC18Jac6KkKIK+ClCM2e9oTVZi3HFutdDOE1lTXyopwX1tCI4g70G9bRA/2Cv7+"
    "JrDnpbbamglqbzHd7yENzV7EBkgC1meek05xrG55ZgBwa0e9dvIObYA+p67l2X/VX39raB"
    "DGZZRZzt5xn0cr685VhcK1O+T2eFCZtAei3luDKpY4jpgxqhK3Jo5qLZ+aQGrEdkLEHVtG"
    "+avwqaRufm0IB+UThqXIWPZDTBXIutj0rrU8OlOfl/zduP/B9sTcTn3qX4bGoD2r6+6fZk"
    "jSR9OmOml4CbV8+nWR7A0+UP4OliUOVolBxVuXyBC4nsXVrl+svZlVQysMogn2Saxicp8/"
    "hkcSLHPAVZ+cGY2GEzhFAbcMO1AXclhH3vtvFQJ6Y87N14lbzQh6UA+aLIu2268iIfSAHy"
    "BWsjUXXpzjq1NFJEDtB/2byHrnZFt4JQZ2ejdXagykvZS8QEU80ooIGoHPjV1xQHBFV2Nl"
    "1lx5u4LwHYo/HurEzQVmyaZ0U2+oBXNPDHTcappQb+eNfUiwX+hKQ3G/gjU6HmqTyhzW94"
    "ikPQTzWDflLZg9VMUSlMQoHsnp7SUtqfmxdXisid8Z8SN6Omc6e4CTVUdEzoN3/h8wA/xY"
    "ggmanjJ+kM6EXzUr1ULvqCa9L4bQxtMVbzqv2bIvN7sKH/Jdpo3HWCow4Njn9uXt15KULf"
    "sOFgn/8sP0cHXMjgQt6rta8iRlvFNlPlaGC+VcgFf1gKpv+6DLZ5Bvu6MgriWfU7ppSs5k"
    "V4Nla4yXvF1pv1msUlW289yWzV0ow375J6IdvNDIRXVpe4ZpQ8IzZG2M9NR/c638si8Zvf"
    "IxyUgThCX0WbMJU59lfRk13UeOCf7xnXmy+7WEdiA+NnMSqj2TtgQFbWgPRVXiAfMyK4nh"
    "f7wSgEzInSgffjG3JzlBGxg45XMwm28hVvDiT2jqjcSNVmyEGDHCTIQSr7VQF+j8MsGHK4"
    "CgDHU9mOp1JrhuwqxrtQNKQlOciVPXlCl9ULeaG8goSb6swjAg49nP1S54u9eCJnwPtTOe"
    "8PtODZpjG3sx1KSnI47HGLkj1ZWXapS8neQV6oP8lL25IA9OJIaPOTHfqQEEC/Lms0OU+m"
    "uI3kbrs7bJe99yvNpNBMzGCJ+hbEuiCOdRvdU4xDC22V7VA501fbof4DUdwO9R/U1SERff"
    "xALBmfgGbYtBEzRYV+L4ZBVpP3i/wfobaNqEgaRG7tfC7m2LLThWiZIRtdLIZEbGD8nE00"
    "6kF9zSVlNyNV88GArqwBDUU3oehmBGcgPKHoJugfCO9dfM1B0c0tFd2sEqV9MJs46GNV5A"
    "UCVeoyLRHrTTG0nKHNbJfPyb46hKXAwQhMxg5Bnn+yw0xfRwT8LoRv7zbnL32EyRCvLs8w"
    "F95isLy7z8lpqtZuureytrYr7bc6dYspBMUMcxeDzqCPd8tLQUPVr8otOSV2XzxcBaTQp6"
    "W2/6uaRrJSe7n7/0Fxtb3MInd7eNfS88i9i+oFM8lD4iuJ06afpl33Ch3J1iaC35RNyH9k"
    "4zGyJ9hGGiOWOIdk9SeE6TOa8qkVTQdf4E3XP/xq2hRoz0rSnuDAhJzxQ9k9RV7k2LEKW3"
    "Nz4SrbzrWL7l2nJQy3IZ8vI2HLCWvqJ+Wi6TZZwuY9EW/SAb1u3/abn5QGmur8Fz+QIhbe"
    "SaZGNCl9aBLa0FSg9HjVnhZI66+WVwiiXCDKAaIcyn6bQ1p/dRxRkFW+sazykv0kX4RzoD"
    "se19L8JPOL6oX8JNIBoTJPfqWj5IvwUjzqhiG9FEOCRDGzuZ+ijhifYshiUzJk2jMifAyE"
    "+fLP73PBKfKyodYeNz5njCBmvLLOE4gZh5hx2E1DzDjoH6ypnX/NQcz4lmLGIeoWGnvs6c"
    "qxG/5miEPcqnffJPziIqGIPeU/d4objTgfY0CbNze97mdxEM9mJvvmBin+rLS8C/9LRmsM"
    "XFw/rSUqPeUvVh2VOuR+uiaZYvMh3xrjSwCnlWWFKTEmJD4zD8bJBLHNFVKBv9gWMEMXRM"
    "EMhQjzHVIARJhDhPlOAZy/fXewRL8E44Po4L3wNqsmMd0ymEUusCFVlVoCLXxhvVgRNDGE"
    "OgyNkY2kxhR5PZrRiN8dshniR0VrNkI1UbLMDbjHz3X0OCFUnpkyak/QI7aQ/FYNGdhK6A"
    "y3gfETC4W7P92dCJHu4p5vMl41HFjrSrLW0GkcOo0DIQGExL6aMJGpHXpl5fCkhKQA/HXZ"
    "jxLVdVqP12L70vJH3TGVZLZvQnOxmrvvkBrS9t5RbRXdeWfdcesGQbotuh+7W9u63PCKPd"
    "EQW3x3LCsHU4b+6wYXIxl9626TuQzfJstiwhQRbBo6MRGjCfWHN/c1kE9b4TUubXMNIaEQ"
    "EhrBGUICISQU9A8hobv4mgs9hdTWE+r6LY9XmQusO/+61D1GvkiVnYvUcvewOVelWuuqK8"
    "OsXOkB7d4onQZiM1LIvbXuSnHypgqtHjFJWDzW6QcA+i2r7V959k15clvqXOrjMRFO4XQ/"
    "QMLl9UL+AOINlIOEE4ByxSDsUV9Dxh6IJtsAYfFXTD7ku7ZXFNF66YADOqBNT0xyc4KHM4"
    "lYN4nIO9V8Ug7f8ymCJvwso0T4DggeTfxvbkiHA9906eKHWlJO0AvEcr0MRHJ6UnLCDK0+"
    "oNJBMcdeXiaaJmGTIMuZTomWjQAMEwDu8bkdu9g9eJ7b7GW8hglDcGJUzokR0+eCJlY4zs"
    "txaGxeK+vzaQDhtmHCjT1StQjKcTlAehXS/qsn33odltqnJWLb+VZYFMvIVx4tEDns0miJ"
    "tnlq+/ZDbt1+elz3spyyNG+XO9B8K8JcBJaDwsvBRLdsZuqjfMiHpQD8l+S+ykivfOCHpQ"
    "D8F/ini8EflQMFFA+0Apr2sGk6CLQr7+Erqfxlxbzq1SE3XkJsQJDj6gyuskuMVmziZ0W5"
    "+hVGfW6oh+1sJFLPM8mLdGTxRVdSRx8Z/xFobLIp0m03alOGN0h6hZInSa/8wzpCXVEiFP"
    "u8jUvtOOKjbscCQ00y5icskaXl/hB+ySLFtM0vTiZ8Qq5Q/u0JzI44WocipaVvBiAidZUa"
    "ICIVTB2ISAX9Q0TqDr/mgEPfHrPrbe2yEove5UAqLmIGpGJRUnHB07JNA/X7/wG2qkE1"
)
