"""Teams, participants, plans of contact, and whom the next contact is up to: kept by the database, whoever writes."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        CREATE TABLE IF NOT EXISTS "crm_core_contact_plan" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "name" VARCHAR(120) NOT NULL,
    "name_zh" VARCHAR(120) NOT NULL,
    "way" VARCHAR(12) NOT NULL,
    "every" SMALLINT NOT NULL,
    "unit" VARCHAR(5) NOT NULL,
    "position" INT NOT NULL,
    "active" BOOL NOT NULL,
    "level_id" BIGINT REFERENCES "crm_core_term" ("id") ON DELETE RESTRICT,
    "value_class_id" BIGINT REFERENCES "crm_core_term" ("id") ON DELETE RESTRICT
);
COMMENT ON COLUMN "crm_core_contact_plan"."way" IS 'CALL: call\nVISIT: visit\nMAIL: mail';
COMMENT ON COLUMN "crm_core_contact_plan"."unit" IS 'DAY: day\nWEEK: week\nMONTH: month';
COMMENT ON TABLE "crm_core_contact_plan" IS 'How often customers of a class and a level are contacted, and in what way (定期回访, SVC-13).';
        CREATE TABLE IF NOT EXISTS "crm_core_follow_up_reminder" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "day" DATE NOT NULL,
    "user_id" BIGINT NOT NULL UNIQUE REFERENCES "guanxi_user" ("id") ON DELETE CASCADE
);
COMMENT ON TABLE "crm_core_follow_up_reminder" IS 'Up to which day a user was reminded of follow-ups.';
        CREATE TABLE IF NOT EXISTS "crm_core_member" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "name" VARCHAR(200) NOT NULL,
    "part" VARCHAR(12) NOT NULL,
    "customer_id" BIGINT NOT NULL REFERENCES "crm_core_customer" ("id") ON DELETE RESTRICT,
    "user_id" BIGINT NOT NULL REFERENCES "guanxi_user" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_crm_core_me_custome_9bfeea" UNIQUE ("customer_id", "user_id")
);
CREATE INDEX IF NOT EXISTS "idx_crm_core_me_user_id_095c38" ON "crm_core_member" ("user_id", "customer_id");
COMMENT ON COLUMN "crm_core_member"."part" IS 'SALES: sales\nPRESALES: presales\nSERVICE: service\nFINANCE: finance\nMANAGEMENT: management\nOTHER: other';
COMMENT ON TABLE "crm_core_member" IS 'Somebody beside the owner who follows a customer, and sees it as the owner does (CUST-37).';
        CREATE TABLE IF NOT EXISTS "crm_core_participant" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "activity_id" BIGINT NOT NULL REFERENCES "crm_core_activity" ("id") ON DELETE CASCADE,
    "user_id" BIGINT NOT NULL REFERENCES "guanxi_user" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_crm_core_pa_activit_a61359" UNIQUE ("activity_id", "user_id")
);
COMMENT ON TABLE "crm_core_participant" IS 'A colleague who took part in a contact with a customer.';
        ALTER TABLE "crm_core_activity" ADD "next_contact_by_id" BIGINT;
        ALTER TABLE "crm_core_customer" ADD "next_contact_by_id" BIGINT;
        ALTER TABLE "crm_core_customer" ADD "next_contact_planned" BOOL NOT NULL DEFAULT False;
        ALTER TABLE "crm_core_activity" ADD CONSTRAINT "fk_crm_core_guanxi_u_11a741aa" FOREIGN KEY ("next_contact_by_id") REFERENCES "guanxi_user" ("id") ON DELETE RESTRICT;
        ALTER TABLE "crm_core_customer" ADD CONSTRAINT "fk_crm_core_guanxi_u_7c2c0ac1" FOREIGN KEY ("next_contact_by_id") REFERENCES "guanxi_user" ("id") ON DELETE RESTRICT;
        CREATE INDEX IF NOT EXISTS "idx_crm_core_cu_next_co_0055fd" ON "crm_core_customer" ("next_contact_by_id", "next_contact_on");
        ALTER TABLE "crm_core_contact_plan" ADD CONSTRAINT "crm_core_contact_plan_every" CHECK ("every" > 0);

        CREATE FUNCTION crm_core_cadence_day(since date, every int, unit text) RETURNS date LANGUAGE sql IMMUTABLE AS $$
            SELECT (since + CASE unit WHEN 'day' THEN make_interval(days => every)
                WHEN 'week' THEN make_interval(weeks => every) ELSE make_interval(months => every) END)::date
        $$;
        -- A next contact without anybody named is up to the owner, and goes with the customer to another one. A merge
        -- says itself what becomes of it.
        CREATE FUNCTION crm_core_keep_next_contact() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF NEW.next_contact_on IS NULL THEN
                NEW.next_contact_by_id := NULL;
                NEW.next_contact_planned := false;
            ELSIF coalesce(current_setting('crm_core.merging', true), '') <> 'on' THEN
                IF NEW.next_contact_by_id IS NULL THEN
                    NEW.next_contact_by_id := NEW.owner_id;
                ELSIF TG_OP = 'UPDATE' THEN
                    IF NEW.owner_id IS DISTINCT FROM OLD.owner_id AND NEW.next_contact_by_id = OLD.owner_id
                        AND OLD.next_contact_by_id = OLD.owner_id THEN
                        NEW.next_contact_by_id := NEW.owner_id;
                    END IF;
                END IF;
            END IF;
            RETURN NEW;
        END $$;
        CREATE TRIGGER keep_next_contact
            BEFORE INSERT OR UPDATE OF next_contact_on, next_contact_by_id, next_contact_planned, owner_id
            ON crm_core_customer FOR EACH ROW EXECUTE FUNCTION crm_core_keep_next_contact();
        SET LOCAL statement_timeout = 0;
        UPDATE crm_core_customer SET next_contact_by_id = owner_id
            WHERE next_contact_on IS NOT NULL AND owner_id IS NOT NULL;"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        DROP TRIGGER keep_next_contact ON crm_core_customer;
        DROP FUNCTION crm_core_keep_next_contact();
        DROP FUNCTION crm_core_cadence_day(date, int, text);
        DROP INDEX IF EXISTS "idx_crm_core_cu_next_co_0055fd";
        ALTER TABLE "crm_core_customer" DROP CONSTRAINT IF EXISTS "fk_crm_core_guanxi_u_7c2c0ac1";
        ALTER TABLE "crm_core_activity" DROP CONSTRAINT IF EXISTS "fk_crm_core_guanxi_u_11a741aa";
        ALTER TABLE "crm_core_activity" DROP COLUMN "next_contact_by_id";
        ALTER TABLE "crm_core_customer" DROP COLUMN "next_contact_by_id";
        ALTER TABLE "crm_core_customer" DROP COLUMN "next_contact_planned";
        DROP TABLE IF EXISTS "crm_core_participant";
        DROP TABLE IF EXISTS "crm_core_member";
        DROP TABLE IF EXISTS "crm_core_follow_up_reminder";
        DROP TABLE IF EXISTS "crm_core_contact_plan";"""


MODELS_STATE = (
    "eJztXW1zGjm2/isqvtxMlceV2Inj5d66VcQhCTMYUkCS3Rm2mIaWoceNxHarTZzd+e8r9R"
    "vqN5DavDT4fEmwWqcbnqOWzjnP0dG/axNnPppQB583Jsx6sNhjrY7+XSPGHPMPOVfPUM1Y"
    "LORrookZYzshMDJkgbHLHN7AO9wZtot5k4ndiWMtmEWJEOsSjCaUMN4JLS02QwaaeC6jc+"
    "zUxWfDts/4/w+WazHxYW5YvIE6/COhDCNjTD2GLIZe3HzpD36+ePvTuXiwSSf8yRaZ7vAZ"
    "HrH+5eERo1PMZtjhT/r9n7zZIib+jl3x5++16Dkjy/TxYOJf/pl3/D31l+fmdBM3XNyP7i"
    "xsmwn9BB399hF7XPht76xpi7APfl+BwZgrxPbmZNV/8chmlMQCFvEfNMUEOwbD4gnM8YSW"
    "iGfboWYjxQU/d9Ul+J2SjInvDM8WuhbSwRdYtdVGo053MOo3B6NRLTMOIglJbWETV5wYQ/"
    "yruj4AU/EVfv7bxcXl5duLl5dX129ev3375vrlNe/rf9/spbd/BV9mhVZwKx+z1sdWZyC+"
    "EOUDNRjKouEvX8ZgRiDlq3OFvoPFYOHfPKODQgXIIpvVEIG+Tg9Rw0oRq3csQv3VbtVw8e"
    "r129fXl1evY/TjlnWgRwDL0w0Wv3wUjPwkpO/5FWbNcT6uSckUsmYoeh592BXOtf+788hE"
    "oIimnkG+W+cTm07uzwld/n9tRzpYA/CgddvsDxq3n8Xt5677L9sHsjFoiisXfutjqvXF1U"
    "/J1yC+CfrWGnxC4k/0W7fT9HGmLps6/hNX/Qa/1cR3MjxGR/yHjwxTBitqjpoS+vcWZkn9"
    "JyVB/8ep/+gtHj+OdFe2jGip2TVcw7SUfiLL3EoL9/zXZsG/mRlOk3hzH/4W/5oGmeCMGi"
    "LZFPr8R+3qndOHv3bTaLfrvsE3JF9b/dagHlh9Q3LbaPErwvIbEn6HZt03/dKmZIGy5sb3"
    "kY3JlM3EknuxRg9fG72bT43ei1cXqZetE1658C8l1aI/KcJkeMyToeuN/8STHKWLNzFf4Z"
    "JIlV9A9fkv8UpdvHyp8E7xXoUvlX8t+VZxn25Cg5egzHwnie8P8RqhBGu+QrUOH6ZiOiN4"
    "SHrNxs2n5vs64ovmZIbNIeGrQLPHh6xo5OhjPo6ZaBd3lK/x6XAkX//S8e/VeNfmN/eIfz"
    "//p5XSr5J612g3rVwTMz6Vu1nlDvD3AjtCEtmjQg8xHzb/PkhMhRGQL24bf/8pMR22u52P"
    "UXcJ+Jt2910KcMJxHYVBllGeYywWrHzgc0TXrVzHZ8yt0YVYb9KucIiEth2ckAMjuKwRnA"
    "rZaSggKbi/IM/JqSAxI5RwCfPl4ZUoqw8pNK2uBEkIkNdBXsT87+5z487RFJPVxAfqYGtK"
    "fsWPGbM1hX7M7NxINzuyaemvaLBFravx4hjLmC5JT8kcBRPbmPk4CMO217oZ1PJW3+0AvL"
    "rXcY11ZXgTJocCuqmJ+Skoh5GFL67SAD5SgPMXMgWgPfdpk8SzQFdaoQogFVPx2JjcLw3H"
    "HCXmZHGFXtBUS9w3e2l+MU+3GMSY+uiInyG+dGbmyGXkpWlFiZCXprTNfHwDLbDjUoIMJt"
    "HkWU59Tb8SvLj/G89WXLj8N1DgQIEDBQ4U+KlH/YECf976Bwq8CqGOyPJQJd6i/ifIur1S"
    "omVereFlXmWJmT/peMQsZmuBnBA6AXJmDzjP6djSA3klcXIIX6oAfFmM72UG3sUsJGJV0Y"
    "0FANyN4GKRhqMDbixwcuBevHmtQo2/eV3MjYtrSXyXeDLLszKLAV5JnBzCVyrD96p4+F5l"
    "hq9IHNPKPIgFTgDcfecd8Dc/JwTxjlIbG6RgoQtFUmiPucyu4I5b9ov4u263nUD8XSsN6Z"
    "fbd01uXPjw804WK7CLDWcysx5wnmOyDmtZDPDWwBuyEIB7raYytsu9HoxhiRSQT7FI6lHj"
    "WGSBTSRLMdQq1EmaK6FLUsijyNeiNhMvDIfNMWFF5Es2Hy+6xAf2FBcRNqN7/Bj8xX++iU"
    "d+H//vCZ0vhOoJdl1ZysYP2I72PEorRfAYvwv/6Rxa53F9r5yvHP/0bIc4TJYWA64JuCbg"
    "moBrOnmuAbim561/4JqqwDVNqKkVQ476bydMdFi7Ysf7f45rJyv/UVODWD8MFlosOtu7ur"
    "2PjU7rt8ag1e3UkXynIfnc7PVFa5CrVSuhmu3vZgWGdbf7GmNXTBPjSAZw1sDZpV7RRLMG"
    "6VjqoAH/rcG7EwLbB2phGxPtyWIldRrw7oChEig5eJrrUm8AdyV2AmzVroGWAmEaOCelTg"
    "7m3U0XY8+1ohij1qCWBU8O7+0PaxtPDXt0R525DtJJKYB5I8xxtL2MFxML7xHoBWWYMMuw"
    "dX2Yz91BszNoNdrcVYnuEZSm6AyCshSEDcmHbu9WdBFDSFxvd/v8qk1dVg3PZsLNOuZoGd"
    "6SyB71dNPZzyuhgnAxwBl8Ieluh0l3kDAKOY17mhV2kdN4Z3zXQTfsfnLYbn/gLvHYtZjW"
    "xCCJnBzAOwklGabpaLotksjJYXyphPHlGowvsxgLCk2XcJFlTg7l7du/jN+e+yXjvBy5Nd"
    "GOhNTJwbz9GZk/x6GmN2G54bviNPO03AlAve9sc+5T58zSv/S7naKxPc2bok1rwtB/kG25"
    "O8tEkjIkxp5lM4u45+J5h0iPEPisV0Ua9bNkyoO4QUYVjmGK75PRxtp8dEkK0tE10tGhvO"
    "O2yjsm4FjYBiHamyqKbnHoEa2b7XyQkWwbbtmRnCP6nEfy2HLYbDTneMyyKPbnhm0XJpGl"
    "RE8ohezy4u1VnDQm/liXJta/bbTb2SEaoGMaOZFkFVhDQQA1+d7TiVEU39zMpqyk92g1/5"
    "iNtCP1td8+caE68mWHpMk/4nKJX0ok7RqONhsC/c6wQww7N+V0TSA0KVYK//SwrlDu47UK"
    "ztfFOF9no0mwVXO/WzVTu5t0Zuy07P62qrys/pSd2ammnqWeET2h1XDPWeqpHXgae+CSgq"
    "CBshqQt0mqwy9LAfZlsYdS9NXSh7yjWV0LshRgXxb7IPVXG/yEGKBfFn2Xes4Ea6OfEAP0"
    "y6L/YNgeHk1sw3W1VZCVBT3o6GFNURYJ2qxOStRlGeAgO/m4VKFakiU7EBWOEvDtSAB3I7"
    "iyva0Aa+QdAbIbkU05kgrgFu1tAmhT0CZsMwVgA2sCgN0IbMLsUgDW91CeguuzOLFF9uMU"
    "QF1FAbeA7PvEzU4T30zYFM502jrGWmc6Hao8nj8555bGi6ZtpbJ4LOqscO7QkjomonfIQC"
    "I9jjcbziNiM4MhcU6TiwQPSMw6v+5bWmfIICiyDPgfKFjKxKdg7hWffIMX+QZv3hFG+3hk"
    "Tkm/3+MSI0GJvFSJPyhCB0XooAgdFKE79SJkUITueesfitBVIbB9XJXS9OGvtZtfm+16YM"
    "GJmgLvv3Dj+h/12JAbkl7zo187LTDnhqTf/dK7adZDo25IvjbaX5qjm3aj36+jVMT58KXu"
    "oJ7arisl/cjJb95QUOZHXl7zMe6w2jXAfFGx8jeyFU7+ssgereqXO86Y25pdzf1s6yFnSl"
    "if/RkL7TH3M3Iijyr1M8NGHipG0yCUPM6jqqG5wZpklzPFqI2RkdoYvhnMEudAo6Xhoug2"
    "2Kyj5QyTMzR+5B/onF8x+YfHc9RiyHIR4UuzgzxiUoKzYZrt3nrzCQsQfqlk+EXfSwTv8J"
    "i9Q+7huXrlKVcSJ2jabt9vECFubcdbEgKXu6zLXa2zvZ7J2rImicxzgXrfSFtKb/4WuEqV"
    "Y9W6BA8o/0c5o+Qph6od9C1Q1UGJI9Weekwa/0rY/z55p6SFF1X9ionUf6NH8S1l9pt4Yp"
    "nYRNyeMtDCc7i9gc/RYIaRMBnHhouRg+/4KHXRZGaQKXY5hvyqzQeBy5BDl8gvtplDBO/2"
    "USpnuqUn9uCZ4mN0gFlgzIq/wD+ppH8C9DDQwwmcwQEEehj0D/TwMS5zEj+zMkXKMMSSeJ"
    "WDMrXbRu9XPuQ7H+tobjj3fGIg0yHpN3tfWz4TjJ0HS1DBnxu9QafZ69eRSJTlX93lbb3u"
    "h1bbl1049M6ywwJzhw/xCEM23yZR054sX2n1fWx9FZVuptYDJkMi5qb3vcY33rK02MzkPl"
    "RFSuAId4Hk7aZS04ckXml1fGu+G4nDGjj+eOyf+CHenM/NnnhtFtgRaRij6Gw6i4yC4+l4"
    "n098LeF9RNn+IblttNridbRs/rnZ7zc+8mtz7LrhwRaHL3gLnMQzM0kqFbh9lvYIE7sndO"
    "GXhMASLIs88EUVoSuKI+YldmE+JWZ+JMyFWtQ8PclsB90g4j0I73dcg10VX2l2VcAWyLa9"
    "k207IIT8Eb2OFIqGvA4xNIreO5Xtgg/cZxCGLL1DS8HfWC4y3HtsitPhNtI2jIbMDbKY2N"
    "5H8DK+4R21bbp0+ZW8LYP7emzutkEpmhKKwebB6izZZ8AOATsErjiwQ6B/YIf2bVkCOwTs"
    "kCY7FJmQ6iaJJHFKIcytGSX5cYPiE9mi/lUe/FtZXXZyFpsIO+RtzVyP9963Zh455JXZ7t"
    "bD/sHwlPQ8/xvmxB6SXc4Uow9OJDVyIrHN8Yc7hh00o0tkUzL1aWbqMRSWdYpTSd2guhBf"
    "/rjPbzhY2rh2jrp3d8jjD7aRy/uOqfmIZobLVxNM/HTShfAA8TInCrHnh8OeuUqbYxB12N"
    "sCD1GH5+11QtTheesfog5ViDpAxRspp00pR3FNXOBVfkUhKHqzW4x9q7xs3CwW3g7Wu7CU"
    "a5+7g2Zn0Gq062hBfQfLsIek3e0P6txtCQ4+P3wGp38ErfapfSup/ZnIl1e7ncO3cWDf8V"
    "Qeilug9FCZWMw3PP5AiypERxfPFOMvUY64YuQFLbyxbU3QQoQ1/GLNhnvvIuG2Muq4fiIG"
    "m2HL8fMv8nI49G8AEZBKm4YQAdmkBoiAgAcMERDQP0RAjniZgwjIvrxzRu+xVu25WKC6Hn"
    "lJfC9VfO7LYp/7MuNzM4vZWqM3FoDhqzh8BWCaETxZBkJ4SijPDHKfEztak38SS5wAwnvP"
    "9/HB0834kYUAdG3QDfd+RJ2pQaRq0DqxvRxxiPJtiPKl8ceiBEIJ4GM5qOiuBzh3h7jHlD"
    "Ozb4RckoRhrom6VNlDE3VJEoa6OujRrss4pV0T+lx5UIC+AsL9AyXhl6RhzimBfrRVoyT8"
    "sjjgXwZ/eVdMGQXI8qABnVX3aOj6o5/q5YPL1SPmshQEy8sGy4Nj/LTBT4gB+jroryle5A"
    "/prCKg/kui/ov84ivU1AmG6lNQzRzvfpq4Jt7pilXWCdOmmoQ5j7V1iVVBjzPN7KoRjsVU"
    "z14IM6KQMLPO/JPVxM6wiTFfGHxUBalTNvZbnZyD20rfpcSJCdExCf4vTTZ5jCMRPi1qh2"
    "wtyNaCbC3I1jr1bB3I1nre+odsrSo4oIXMRjFvXUxpAGudCsHksNb3/H3QpapjGQghasS1"
    "hHFd5H0W5xolpU5ggKfPjVA7OGLdyRHZ41o5ZnNsWt5cF+mVFCCtirTsMOpgLcsB2qposz"
    "DopIN0JAMoK49pSlh4/KbWkF6JAdYqWMMpIQe3uKUwoDr8khBAvy2+J9rY+2RiQtpVfGR6"
    "UCUnpPGnwPnAKSA7Pzt7j+TPLXb8tzWH9QkunSnSPfO490aWp0vw6sxrX85EHD8q6gQK3u"
    "UcNRiaU5chSsKN8mIkmcEOeWxMZugPm7rY+QO9mFtTx8/wRm9+yjJBO32SClvkes6D9UDT"
    "bJF/z1TbPV6w4LbMsoEpAqYImCJgik6fKQCm6HnrH5iiKvitsK9fOu9A7cCDdSceZEIzfK"
    "S6RcdhF1kNkcTJBb/eKCH8Zg3Cb3KCX/75ZjmbKX7pdzsF88dKJL16WBOG/oNsy92ZfSat"
    "G2PPsplF3HPx2EMsGgKixHqR4ULTtGdqIRA3SHOhgR+ju6ZHQodazncfMDiJVdsjJveYyx"
    "htsuAWlFyx1fuUdBwFJHRyGUIR2KGjnskgx4LUbV9ZCkiDJ2RIiZhgGecjLQm+R+ltUskY"
    "qcZGqaQgvAalVRCuyiVeg7QkvAZb4i+jwQ00mxrNlpoMFIhMfwkFeNXgle0NBWzj1fEp+D"
    "6LHZdpO0IB3HjOBXA3gJtenapIvvcwh9RltWIOPupxpkPFjxxJSqG4vUk9fp+QA49O5nPw"
    "gjp8UKAXN1/6g59fXuRw7HqiSqQ54wNRdI6o8YI9lz6Fn2oLHys3A5MOTDow6cCkn3q8Dp"
    "j0561/YNKrEEoBJn23TDqhTA/fsD+w6Cosemx6Z+FVOh1w71jTRXD8gQbete7nZqeOhOSQ"
    "3DZ7H5vv62Fy8JD0mr80bwaixcF/4on4tiV0c62gmetCvVyntWIQd5kXqioe9SsJGPcq49"
    "7EE8ssZTslJYHRrrSFBBvkDm0eRa9LCSM1IwpGalktyJEzdQXIUoB9WexTEUp1+FOCoIEt"
    "Ma2woXEXGxoz082+4a3YUFdFV55kFaCNJgWgAjfgmpo9FaBd2RsA7gZwM6ZZ1YhW+oCT3F"
    "/q0pkWtTqPZdQq2orNxXfUtulSbEMWwsivUOvfrY4M2w7IU4shgrHpIkb9bqJBQFBQ4nYr"
    "t1UhZINfDYxqBeyYszWMajQWdAJFsswJhqCvVWJF18WhoutMpGiO59TJWRGKtxmtJPa/y+"
    "gwgaGd7CeSJyHNNG0I25SZata4THGxjycb9HGRkSNTg1Z6X55RdNPo3zTeNw9nE3Uoe+8n"
    "buXbRavLqrYRoWxkrkQ2mkaDJY2Ls7hhOX5K77ndYt1jv16/4WDE7+rX7Xf5F/xf9Ae3ef"
    "5AM8P12wLLxzLP0bcZ9SWWM0zq/jUH8y9l/o+L6JJk7ac9PzvHyPqdDwcfqMA5/mfG6Iod"
    "QTC3qmluQQIbJLAlcIYEJkhgA/1DAtsxLnNSsJ7oe1krGfCxjo2Ufb7gr3FwQ9sc6EAFwo"
    "psONfu4Ezg0SK7mQo8VPDghhLGnfvPtkFqueEDucOZYgBhEsiMFpHQxhDCJ7pE9I5hIjnz"
    "9A4ZaGIbrhv48cjGD9j2/fnwAdgMjgO0CPfZuee/NB7Ri6H3Zvw3Y+hdvX11xz9fmXjoXY"
    "/Hd2eo//Xm51eXOTvf9v70zVwNhAogVAChAggVnLqrCKGC561/CBVUwWOFvW6rA30ulA70"
    "uVhzoM9Fdq8b/3/0Y6YLcShycjt/doIxN7/z8d283y0U3SPOE8O2NbGu3TTa7ToSkkPytd"
    "VvDerByehDctto8StzI6i4qq8NJWWs0UVaFdxTysus6c/5dy+czmOhkzGSLy/eXsXTtvhj"
    "3UTdv+XqzSvoZhWct7Z5WEeyexzXc+4az3QH9vvGP+rINB6H5Fuz+WsdLTG+54O62xl84q"
    "M6vqPu9kKVzYXFWwvTY5obPhbT8/xkkT0O6pcvdzust+b7GdxufsixO9ZWpl0JwTG7OsVp"
    "RfRKvzitJAXWdVnr+sGwPTzyY4naGsjKgh62RA1J0G6FyBhgpcMFK6YKVQ4jOxBVKnOK+Q"
    "PA3VyUU5pnK0YQffD3FXxZ9PBcgOjUclmiTK8zRaoo2LYw8hYjRxbdSBh9WYhNMMuZNZkJ"
    "0xEZyHOxg5aGi8IbmYLCCW7/s7dws6xPuVsAdVPh2f5sDXVj5sUHRIg5H3wzNyaQiCsfYa"
    "xrDaoiHJx2PsscaOBt+zyDZzJ2M5aKzoyf1FlWYV2CB5T/s2m91dvkWi1VqS62XkEB7PyN"
    "HE+uDDwfFy2a4TXVpXK+6r5xeexH1XvH2LVM7G9moEsilrcZDZc0VyQ4hPkOQSaDi7Er9p"
    "SGOyMCAZPyxqD27+XbnOSJ3T4qd8OFXOjBH+/ZTReSkuUyB7AFo5qLM+RVQF5FAmfg1SGv"
    "AvQPeRXHuMxBXkUOHbeTGsILwynNjkay+6xxGyXN67Cj/Ua72a8j17CxOySfe82wYcFni6"
    "Ct3+x9bd00eR/sPFgTPCQfWp1GR7TcWUT8eJEi0Gl8bN42OwORKCDclTkmbEi6g0/NXh2t"
    "vtnBkwegtufBp61qxH2eDfRrOCooabjrkob58bJdlYU7VlyLYmaH56c+82XcmlgLw//uOV"
    "E2ucOZYqhtkZJROHaLT4Q2NqYe9sNeTNQgEXcRu4OMaMcQWlpsJoXC8s7gKn2f3EiZny1j"
    "scfCSBnEwyoZD4v0pr0KpwRhJQYj6DigX2MEyZPYk42ghnSzI1OG6mKdmgPySS6wgY7bBv"
    "rrv6htVzM="
)
