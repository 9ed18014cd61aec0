"""Consents that wait for a mailed link, pairs of doubles that a job keeps, and the customers that a merged one is made of."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        CREATE TABLE IF NOT EXISTS "crm_core_changed" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "customer_id" BIGINT NOT NULL
);
COMMENT ON TABLE "crm_core_changed" IS 'A customer whose doubles are to be looked for: the database adds it when a name or a number changes.';
        CREATE TABLE IF NOT EXISTS "crm_core_consent_request" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "email" VARCHAR(254) NOT NULL,
    "locale" VARCHAR(10) NOT NULL,
    "texts" JSONB NOT NULL,
    "asked_at" TIMESTAMPTZ NOT NULL,
    "asked_from" VARCHAR(64) NOT NULL,
    "expires_at" TIMESTAMPTZ NOT NULL,
    "confirmed_at" TIMESTAMPTZ,
    "confirmed_from" VARCHAR(64) NOT NULL,
    "withdrawn_at" TIMESTAMPTZ,
    "customer_id" BIGINT NOT NULL REFERENCES "crm_core_customer" ("id") ON DELETE RESTRICT,
    "form_id" BIGINT NOT NULL REFERENCES "crm_core_web_form" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_crm_core_co_custome_8c04c8" ON "crm_core_consent_request" ("customer_id", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_core_co_email_240395" ON "crm_core_consent_request" ("email", "asked_at");
CREATE INDEX IF NOT EXISTS "idx_crm_core_co_expires_31b170" ON "crm_core_consent_request" ("expires_at");
COMMENT ON TABLE "crm_core_consent_request" IS 'Consents that wait until the visitor opens a mailed link; afterwards the evidence that the address agreed.';
        CREATE TABLE IF NOT EXISTS "crm_core_alike" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "confidence" SMALLINT NOT NULL,
    "reasons" JSONB NOT NULL,
    "one_id" BIGINT NOT NULL REFERENCES "crm_core_customer" ("id") ON DELETE RESTRICT,
    "other_id" BIGINT NOT NULL REFERENCES "crm_core_customer" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_crm_core_al_one_id_fb2c98" UNIQUE ("one_id", "other_id")
);
CREATE INDEX IF NOT EXISTS "idx_crm_core_al_other_i_6d9c74" ON "crm_core_alike" ("other_id");
COMMENT ON TABLE "crm_core_alike" IS 'Two customers that look like the same one; `one` has the lower id. A job writes it: `crm_core.find_doubles`.';
        ALTER TABLE "crm_core_web_form" ADD "country" VARCHAR(2) NOT NULL DEFAULT 'CN';
        ALTER TABLE "crm_core_web_form" ADD "confirm_address" BOOL NOT NULL DEFAULT False;

        SET LOCAL statement_timeout = 0;
        ALTER TABLE "crm_core_consent" ADD "version" INT;
        ALTER TABLE crm_core_consent DISABLE TRIGGER append_only;
        UPDATE crm_core_consent c SET version = t.version FROM crm_core_consent_text t WHERE t.id = c.text_id;
        ALTER TABLE crm_core_consent ENABLE TRIGGER append_only;
        ALTER TABLE crm_core_alike ADD CONSTRAINT crm_core_alike_order CHECK (one_id < other_id);
        CREATE INDEX crm_core_alike_surest ON crm_core_alike (confidence DESC, one_id, other_id);

        CREATE INDEX crm_core_contact_address ON crm_core_contact (lower(email));
        DROP INDEX crm_core_contact_email;

        -- What doubles are found by; customers are looked at again when it changes.
        CREATE FUNCTION crm_core_note_changed() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            INSERT INTO crm_core_changed (customer_id)
            SELECT n.id FROM new_rows n JOIN old_rows o ON o.id = n.id
            WHERE (n.kind, n.name, n.name_key, n.name_sound, n.name_place, n.name_business, n.mobile, n.phone, n.email,
                n.tax_number, n.archived) IS DISTINCT FROM
                (o.kind, o.name, o.name_key, o.name_sound, o.name_place, o.name_business, o.mobile, o.phone, o.email,
                o.tax_number, o.archived);
            RETURN NULL;
        END $$;
        CREATE FUNCTION crm_core_note_new() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            INSERT INTO crm_core_changed (customer_id) SELECT id FROM new_rows;
            RETURN NULL;
        END $$;
        CREATE FUNCTION crm_core_note_contact() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF TG_OP <> 'INSERT' THEN
                INSERT INTO crm_core_changed (customer_id)
                SELECT DISTINCT customer_id FROM old_rows WHERE mobile <> '' OR phone <> '' OR email <> '';
            END IF;
            IF TG_OP <> 'DELETE' THEN
                INSERT INTO crm_core_changed (customer_id)
                SELECT DISTINCT customer_id FROM new_rows WHERE mobile <> '' OR phone <> '' OR email <> '';
            END IF;
            RETURN NULL;
        END $$;
        CREATE FUNCTION crm_core_note_point() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF TG_OP <> 'INSERT' THEN
                INSERT INTO crm_core_changed (customer_id) SELECT DISTINCT customer_id FROM old_rows;
            END IF;
            IF TG_OP <> 'DELETE' THEN
                INSERT INTO crm_core_changed (customer_id) SELECT DISTINCT customer_id FROM new_rows;
            END IF;
            RETURN NULL;
        END $$;
        CREATE TRIGGER note_new AFTER INSERT ON crm_core_customer REFERENCING NEW TABLE AS new_rows
            FOR EACH STATEMENT EXECUTE FUNCTION crm_core_note_new();
        CREATE TRIGGER note_changed AFTER UPDATE ON crm_core_customer
            REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
            FOR EACH STATEMENT EXECUTE FUNCTION crm_core_note_changed();
        CREATE TRIGGER note_new AFTER INSERT ON crm_core_contact REFERENCING NEW TABLE AS new_rows
            FOR EACH STATEMENT EXECUTE FUNCTION crm_core_note_contact();
        CREATE TRIGGER note_changed AFTER UPDATE ON crm_core_contact
            REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
            FOR EACH STATEMENT EXECUTE FUNCTION crm_core_note_contact();
        CREATE TRIGGER note_gone AFTER DELETE ON crm_core_contact REFERENCING OLD TABLE AS old_rows
            FOR EACH STATEMENT EXECUTE FUNCTION crm_core_note_contact();
        CREATE TRIGGER note_new AFTER INSERT ON crm_core_contact_point REFERENCING NEW TABLE AS new_rows
            FOR EACH STATEMENT EXECUTE FUNCTION crm_core_note_point();
        CREATE TRIGGER note_changed AFTER UPDATE ON crm_core_contact_point
            REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
            FOR EACH STATEMENT EXECUTE FUNCTION crm_core_note_point();
        CREATE TRIGGER note_gone AFTER DELETE ON crm_core_contact_point REFERENCING OLD TABLE AS old_rows
            FOR EACH STATEMENT EXECUTE FUNCTION crm_core_note_point();
        INSERT INTO crm_core_changed (customer_id) SELECT id FROM crm_core_customer ORDER BY id;

        -- Their sound is made anew by a job: umlauts, accents and more traditional characters count as their plain ones.
        UPDATE crm_core_customer SET name_sound = '' WHERE name ~ '[à-öø-ÿœłÀ-ÖØ-ÞŒŁ]' OR name ~ ('[' ||
            '遊巿麵燒豬雞鴨鵝趙劉楊吳鄧馮蔣蕭譚鄒羅盧蘆廬爐彎灘濱漢滙濕滿潔濾燦爍牆獎獨獻瑪璽畢異療眾矯碩確祿穀積稱窯籃籠粵紋絲絡絨結綜綢綿緊編練縫縱績繡繪繼續聽' ||
            '肅脈臨艙艦莊蒼蓋薩薦蟲蠟衝補視覽觀觸訂詩試話詳認誌談請諮講識譯議譽變貓貝責貫貯買賣賴贏跡踐軍載較輔輪轄辦週過遷邊釀釣鈣鈴鉛銘鋁鋅鋰錫鎢鎂鏈閃閣閱階隨' ||
            '險隱雙雜離難霧韻響項預頭頤頻顏願飼養餅餘駐駕驅驛髮鬆鮑鯉鯨鰻鷺黨點龜廂廠廟彈彙後徑從復憶懸戲戶掃採揚換搖擁擴擺攝曆歷棟楓極構榮樁樓樞檔檢檯欄歡減湧溝' ||
            '溫滾漸潛澆濃灑無烏爭狀獅獲獸現廈峽嶺嶽崗帶帳幣嵐層屬嬌嬰婦媽奮墊墾壓壩塊塢喬嚴圓圍呂員嘗噴噸劍劑剛勁勳參叢俠倫偉側備傑傘傾僅僑儲儷兒兩冊凍凱亞來並' || ']');

        -- Each of the customers with those that are a part of it now, however many merges lie between, and itself.
        CREATE FUNCTION crm_core_family(p_customers bigint[])
        RETURNS TABLE (customer_id bigint, member_id bigint) LANGUAGE sql STABLE AS $$
            WITH RECURSIVE family (customer_id, member_id) AS (
                SELECT asked.id, asked.id FROM unnest(p_customers) AS asked (id)
                UNION SELECT f.customer_id, m.loser_id FROM family f
                    JOIN crm_core_merge m ON m.survivor_id = f.member_id AND m.undone_at IS NULL
            )
            SELECT customer_id, member_id FROM family
        $$;"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        DROP FUNCTION crm_core_family(bigint[]);
        CREATE INDEX crm_core_contact_email ON crm_core_contact (lower(email)) WHERE email <> '';
        DROP INDEX crm_core_contact_address;
        DROP TRIGGER note_gone ON crm_core_contact_point;
        DROP TRIGGER note_changed ON crm_core_contact_point;
        DROP TRIGGER note_new ON crm_core_contact_point;
        DROP FUNCTION crm_core_note_point();
        DROP TRIGGER note_gone ON crm_core_contact;
        DROP TRIGGER note_changed ON crm_core_contact;
        DROP TRIGGER note_new ON crm_core_contact;
        DROP TRIGGER note_changed ON crm_core_customer;
        DROP TRIGGER note_new ON crm_core_customer;
        DROP FUNCTION crm_core_note_contact();
        DROP FUNCTION crm_core_note_new();
        DROP FUNCTION crm_core_note_changed();
        ALTER TABLE "crm_core_consent" DROP COLUMN "version";
        ALTER TABLE "crm_core_web_form" DROP COLUMN "country";
        ALTER TABLE "crm_core_web_form" DROP COLUMN "confirm_address";
        DROP TABLE IF EXISTS "crm_core_alike";
        DROP TABLE IF EXISTS "crm_core_consent_request";
        DROP TABLE IF EXISTS "crm_core_changed";"""


MODELS_STATE = (
    "eJztXVtz27iS/isovWymyuNK7Fy8OltbJTuKozmylZKUZHbiKYUSIYljCtAhKSvOOfPfFw"
    "BFCrxJAK0LSfdLYoFokPwabDS6G93/ro2c2WBEHXzaGHnWg+U91uro3zVizDD7I+XqCaoZ"
    "87l8jTd5xtCOEAwMmWDoeg5rYB3Ghu1i1mRid+RYc8+ihJN1CEYjSjzWCS0tb4oMNFq4Hp"
    "1hp87/Nmz7hP3/YLmWx/+YGRZroA77k1API2NIFx6yPPTi6nOv/+vZu19O+Y1NOmJ3tshk"
    "j/dYEOtfCzzw6AR7U+ywO337kzVbxMQ/sMt/fqsF9xlYpsDD4/+yv1nHb7FfCzelGx9wfj"
    "8YW9g2I/zxO4r2gfc4F22X1qRFvA+iL8dgyBhiL2Zk3X/+6E0pCQksIm40wQQ7hof5HTxn"
    "wblEFra94mzAOP91113895RoTDw2FjbnNaf2H2DdVhsMbjv9Qa/ZHwxqiXkQUEhsWzUxxv"
    "E5xB7VFQBM+CP8+t9nZ+fn785enr+9ePP63bs3Fy8vWF/xvMlL7/72H2aNlj+UwKx13brt"
    "8weibKL6U5k3/C1oDM/wqQQ71+g7mE8W9uQJHmQyQCbZzoYA9E18CBrWjFh/YwHqr/bLhr"
    "NXr9+9vjh/+zpEP2zZBHoAsCxuMH/zgT/zo5C+Z1c8a4bTcY1SxpA1V6SnwR/7wrn2P+MF"
    "GXEU0WRhkB/W6cimo/tTQpf/W9sTDzYA3G/dNHv9xs0nPvzMdf9lCyAb/Sa/ciZaH2OtL9"
    "7+Ev0MwkHQ11b/I+I/0R+d26bAmbrexBF3XPfr/1Hjz2QsPDpgLz4wTBmsoDloivB/MTdz"
    "8j9KCfwvJ/+Dr3j4ONBd2RKkuaTrag3TYnpFlrk1F+7Z2ybBv5oaTpMsZgL+FntMg4xwgg"
    "0BbQx99lL7+ub04a9dNdrtulD47siXVq/Vr/ta3x25abTYFa753RE2QrMuVL+4KpnBrJnx"
    "Y2BjMvGmfMk928CHL43u1cdG98Wrs9jHdru6ciYuRdmiLxRBGJZZGLqL4V94lMJ0/iWmM1"
    "wiKfIHqC7/Ip/U2cuXCt8U65X5UYlr0a+K7elG1P8I8sg7ifxwiNcIJVjzE6rdsmnKxRnB"
    "d6TbbFx9bL6vI7ZojqbYvCNsFWh22ZTljQx9zOaxx9v5iPI1Jg4H8vXPt2KsxmWbDb4gYj"
    "zxarn4q8TeDdyNM9fEHhPlbpK5ffwjQ4+QSA7I0GPIw+bv/YgoDIB8cdP4/ZeIOGx3bq+D"
    "7hLwV+3OZQxwwnAdrIwsg7SNMV+w0oFPId20cpVPmdvAC77exLfCKyS09eAIHSjBeZXgmM"
    "lOgwFRwsMZeSrHAskUqg6/RASTXwd5bmMe36faOYMpneTEB+pga0L+iR8TalIM/dCTcCUN"
    "VrLP4O9gsgWt6/niGMvQPB8XAQwFE9vYEzhwRarbuurX0qT9bgBej1Wuua4Mb2SJU0CXy4"
    "SnQLvavn52lWZtSVGVBGcGpFxCDI3R/dJwzEFEVPAr9IzGWsK+yUuzs1m8xSDGRKDDX4M/"
    "dGJCpzompdmu5JeUvrTtbskGmmPHpQQZnuQtTLoWN/TL4R4U73iydgnKv8ETCJ5A8ASCJ7"
    "Dqxk/wBD5v/oMnsAg78EDzUPU/BP0r6Hx4pWSdfrXBPP0qaZ/+iw4HnuXZWiBHiCpgoz4A"
    "zjM6tPRAXlNUDuFzFYDPs/E9T8A7n678UarohgQA7lZwMY9G0AE3JKgcuGdvXqt4CN+8zn"
    "YR8mtRfJd4NE3TMrMBXlNUDuG3KtP3bfb0fZuYvjx+RssBGxJUANxDu1/Zl59igrik1MYG"
    "yVjoViQxtIeMZl9why2HRfyy02lHEL9sxSH9fHPZZMqFgJ91srwMvdhwRlPrAadtTDZhLZ"
    "MB3hp4gzMWXILFZMZuXYJH87AEDEh3sUjsUfOxyATbnCzZUKu4TuK+ErokmX4U+VrQZuK5"
    "4XgzTLws50syLCm4xCb2BGc5bAb3+NH/xV7fxAPRR/we0dmcs55g15WpbPyA7eDol7RS+L"
    "cRXdirM2idx829Uh45fHXR4cGwF5EHtg3XYxPSsGNvOHfog7X6eEf8MB/4n8D/BP4n8D9V"
    "3v8A/qfnzX/wPxXB/zSippZdOei/G9PRcfWKPR+NKNchP/ZSE4NYPw1vpbHonHzpdK8bt6"
    "0/Gv1W57aO5JHuyKdmt8db/fitWg7W7P6gH3hd93vkK9yeaWIc0ADOGji7dJElaDYgHVId"
    "1QmwM3j34tQWQM1tY6QtLNZU1YB3D14rjpKDJ6lb6i3grskq4MHaN9CScUwD5yhV5WDen7"
    "gYLlwrsDtqTWqZsHJ4735a23hi2IMxdWY6SEepAOatMIcW+Dy7mJD4gEDPqYeJZxm27h7m"
    "U6ffvO23Gm22VQnG8E/t3/b9E/vEuyMfOt0b3oVPIX693emxqzZ1vWLsbEZMrfMcLcVbIj"
    "kgn65uD/NJqCCcDXACXwjE22MgHgSRQpzjgaTCPuIcx8YPHXRX3SuH7e4n7hIPXcvTEgwS"
    "SeUA3ospSQ5EUF7bJBqwc6Qr0KNVhmZlbWzVH/BMx9O0+APoJW2TaQDXdFwN03Q0zRYSSe"
    "Vk7LmSjD3fIGPPU2Qs2ybqOlxlmsqhvPv9r8eGJ4vZMC1udoO1M0JVOZh3r5Gx+zjUXIy8"
    "VPN99tGTOF0FoD70CRTPmKRI6d96ndusuT1JE9EmWw/Rf5BtuXuLRJQipIYLy/Ys4p7y+x"
    "0jPIrjs5kVcdRPoiFPfIAEKxzD5M+T4MbGMyoSFRxR0TiiApkvd5X5UgSj50MyhfQ5I8ne"
    "zcxSNbb7R9bUudbBwyBX+9C8afDcw2M8M2zMM7jzX/zvPC6PCwVV5CJTE7mIKyJDy/Gmgx"
    "F7GGIauRmRHOWAiolLbf+eUaasm6Ps6HXajW4dict3pP35lv+yF2TVuQjsmDH5ME3yosfm"
    "jJ0Z1BsjrVBI7/nZu7dhEC//sSlst8c+r3Zy8fPRMY0UW5IKrCtCADVm88Rj7DjYHIymBi"
    "E4wzmyXX6kDlRkmf7po8hVL5yTd+Rrk33O/Try0y4wCd/s9RrXXMhj1zUmOFq1Q67nUQCR"
    "s8Y+OO2hbr6OU4JxMN04GNQj0Np4RogKvfv89meJNp1TY2ilMSLb6LKmKOv8PrSNxbbGeK"
    "CdVyVKBVirYT13rBEeuJiw5SSsZ5pvEU4ZqMiLcLvzlYeOLe/Ix9b1xzqaWpNpARZUmz4a"
    "tvc4iETS5WFI6kDAEG2GPGDHYkOZmqaaGNlzNtOE6RjUz5iGJIc7uf8yjtXLJ2iERzlNKk"
    "AbjBZMqSYjrbCHJGVZ18+Y603F85bteEvI5lgaES2zrUT3nIWBTUdGVpSpyqIWUB9wgv6c"
    "DrTjpWt/fGREdSRo70iT/YnzHb9VOiqz4aRMMhD1B9sZEsNOPfi/IRw1SrYTTaJAJ9AvVH"
    "C+yMb5IhnTA0n0DptEL5Z3SsdOG6c9otpRPENtIoeYuh6XIK2QDfzA2l0sN5o6D2KEwIG8"
    "HJAT2KnDL1MB9nmxl3MbqmMvUwH2ebH3D/xrgx8hA/Tzou/ShTPC2uhHyAD9J9pU2A7e1W"
    "ZBkhb4oMMHnos1Iz2zBG2SJzkyNPexn5OgXKz4O5hxW5IzJyeiQlFRobcAuFvBlfU7BVgD"
    "bRyQ3YpsbOOiAG5WRiOANgZtRDdTANbXJgDYrcBG1C4FYMUO5Sm4PovazfI+TgHUtdVpB8"
    "i+jwxWTXwTZrqC1W8QMiO1dkMgTZTqNnhBZ4XC2EvqmIiOkYF4tBxrNpxH5E0ND/FC4i7i"
    "7hBi1tl1oQCcIIOgYMFiP5AvYflfvkjgfwk9DAk9LK3G9iFumVJz4luY79av4fBnOF9D1k"
    "BFBKiIkMYHFfEGFREgI34ZMuJDRYTnzX+oiFAEe2u50vbniXJtfmm2674GxxNcvv/MlOv/"
    "q4eK3B3pNq9FIn9fnbsjvc7n7lWzvlLq7siXRvtzc3DVbvR6dRQzhB6/7gIk99932u6fKY"
    "c7t2Q3/pl2qLOM6T72DTBbVKz0rCqZwl8mOaBW/XLPgUM706vZPtt6SAv/3hgEFxIdMAQu"
    "2ESWKgIu4SQ7lo2mscpHlmqmaayTlSlZaqTkZtuNNZfYtUyMvCnmZ2QJooR1Wk6t0RRxTc"
    "F02eIqrgZ1O5HludgeJ20wTxpJpZxnrEwqr0MJ9hWwr4B9BewrVd9fg33lefMf7CtgX9H+"
    "5uh4bIVPomxj6Xz40OIWE5/at6j0+s1u871vVXF5agzzjly2+HGH6zoaWrbNeHVH3jfbrS"
    "9Nbo8xsc12INwe87Fzw8aaMrXtjnT6H5tdNrBQ8NTYDCVHfJaVteRImTOzl8PoUsok7eWA"
    "ttT52ssBcVlStx/M7A3J2w+B8u41CQePrLmVGjSXjXGEqIIg76FQJRQx22Nq/Iy0YRv8Y4"
    "XIGFYaORwzYGvs4aOEh7OPVmILv+EoVABskh05gvOvpMFKxgzVWOfYRCxYpPOVn9z9E/Vf"
    "IMWVFulxouhPC3LGz0MqhRBovyYLog5aKay87qpIQ4uGgaOMujjhEzOIyf1iaHXT1FjnnY"
    "6dGtQc43NgvPIzi8WDnL8F7SfoWy0AC7xz4J0D7xx4556Ddwa8c8+b/+CdA++c9je3doNp"
    "OOduOpctUcJGFA+/I9FiCB8av/Nb/bgjTb/qAfbLHsSLJDzVEbfrJMHpKW63ZFytqAF4L+"
    "W92atnVQhJRzgkqJxhZw8euPWOR0/0R+hA7ueV+2BVA6taMZmxW6taiszZDcDrscolbpTh"
    "jQjagtksG4SSx5n101i9fVr8f6TLieopgATVVqtln6dLMNb2wqXhomAYbDL9cYrJCRo+sj"
    "/oTFgTl9PHU9TykOUigh8YyYKYTBVNGi13O/T20wJgeiyk6VHfQgKWkTJbRhxsuGmG5k0x"
    "EQFFFTd3Oz8xzJPbaCu+EhFsO6qx7Xgma8uGTcfChVxwW1Vh6cvfgR6ssuPrENyn7J+D7P"
    "eO+hXsMYbi6XERLt4QEuFivWiIsP/WHcXXmNpv4pFlYhMxfcpA84XD9A18ivpTjLjKODRc"
    "jBw8ZrPURbwc8QS7dRHCYLNJ4HrIoUskDmCkhEXs91Y5ziev7sn/5MEQPDjCV2YhNKKw+x"
    "MIjYDQiAjOsAGE0AjgP4RGlHGZk05NrFWRPNEREnmRjTK1m0b3n2zK80PJM8O5Z4KBH0vu"
    "NbtfxIlmtvd5EEeaPzW6/dtmt1dHPHMze3SXtXU7H1r+gea5Q8cWP9Ic1zGPY+Lhimy6Tq"
    "LGPZm+0Oy7bn3hpT4n1gMmd4TLpvfdxlfWsrS8qcn2UAWpAfrAJoyejihRVEiI7U5JZPsv"
    "khWgsn2CS+SFnt9fm5eDD53uDQ/EYtBQZ8ZF0SceijU35tjhGS0H7GePJ7C0yIA1uTyHZT"
    "TIy4/s8gO72Prca1zzeDDsumz3n+v72PlZSHDyPDMdr1CW8GLIxgMreB7+oR+AJhFVaFU6"
    "MPLggCuI/weCzvYddMblxW7Q9V0I/dV45ZrsqvhK0lUBW/BeHtx7uQcPWxczPN3Njragz4"
    "mev23gSHRb/W6re7l+BaSlYXloQTzLFh4u7q/wqIPoHBMXGWIvgU1kW+T+H8gYe9jhkLii"
    "L36wTMymnD8QbwmOHBtMhcRm0g932FvnzBvMnXHicIyA07337cx+84+5xe4ifoOXrpBeup"
    "BzqkFlIUGR7QOFOjBER4atdSZrTVFBjHdvQ+TaQUqqnd96ndvszVpaqh1e7Q79h0lQt4y7"
    "5Q2wcigiFpAAzhc3jd/jSF+1O5dx0wYf4DJumgpEfQL5LQYqie5YZqrjsKF01iifVWOHzn"
    "TEV5SqeqceVdaIt9lLxNvECiGpSZrfUpQSvqZCf03s1caWM8sXwROj3QGri7lxrRindWVn"
    "khLk51b5Gfq0c3xYcVr4sAr9YYF77NhOGu5r14ZfIgLod+Wl4aDuxIfwFQ8/rMYqGR9Urd"
    "3S/FPJCADur2plMg09ZJucCYELTcuTEPjxVNKYriLXEB2jJTfDWy4SW2WRcXTbuRqPro7W"
    "IMurs94EL8MBx9S26dJlV9IynB7qtqnJT6Vw1yBwL57yFBwDhXQMwPEdOL4TwRlC++D4Dv"
    "Afju+UcZmD4zuVOL5z+NMiRduS7VopSY9D5FuhbNd50Sf/TlaX5u/9yMKS8JiHi0u7c3sd"
    "dI+70VMiy39OdfFekQDkipAnTGbHsjx0sYcJR6i7EE+YYnuIdjlRtD44AdXACci22x94RC"
    "Ca0iWyKZmIc4B04QX1S8JcHy63ExiILX9sz284WMoseIo64/EqANFlfYfUfERTw2WrCfar"
    "o8z5DhAvU6wQB745JDUstDoGVoeDLfBgdXjeu06wOjxv/oPVoQhWB/F/AvwNxUBX/Suh8x"
    "+glC3/P3VntRnig++sylwuWGjlee1mIfFusN6Hplz71Ok3b/utRruO5lRssAz7jrQ7vX6d"
    "bVv8MwHHzwgxY3umacpxh97MsO1MWb6mOpyKfP52vzL8/Ozd21Bq8x+b5HTvptFuJwUz23"
    "1aDymz+pJSGxskI8A9JIqBOWRU+0IzbDmswnPZ6bQjus5lK252+Xxz2WSTWMxh1snypEWw"
    "MLaYIMYp1QojBUAp2V+CnDOKlhc0Xwxta4Tm3KwhTmAa7r0bHOD0K856U2w5Iv4iLYZDfw"
    "CwgBRaNQQLyDY2gAUEdsBgAQH+gwWkxMscWEAOtTv36D3WKg4UEhR3R54T33OVPfd59p77"
    "PLHn9ixPL4NDSADTV3H6csA0LXgyDZjwlFCeGuQ+xXa0If4kpKgAwgeP9xHg6Ub8yEQAuj"
    "bohns/oM7EIFK5Th3bXgo5WPm2WPni+GckldoKfFZuqX0iHugppQZ8lc0tB+QSJUxzTdSl"
    "TOGaqEuUMNXVQQ9OXYYh7ZrQp9IDA/QZsDo/kBN+iRpkTg70g6MaOeGXyQH/PPjLp2LyME"
    "CmBw5ocWBBPOdRx0ogkRxwN3V1m9xPrdp2kqhU5WRV9sGquF1glXUqpxqZQn3sSZ3uiS/Y"
    "ZC5P7Enp9Ra6JDmSRslU4PnJ6/lx6cIZYW3wI2SAvg76G3JGiSmdZAQUR4gkNJI/fIV8Uf"
    "5UfQqqYSRaHyvl4SoprpFvumBpolYxgE2hLG6KEmwG6qRWqOAAh2Sqld6DAg98z3CCDGKK"
    "Y44jYzY32Kzy4wB5xQce34czi7jrj/KEOhBSnrWgaeExJFZ3C9oh9BBCDyH0EEIPqx56Bq"
    "GHz5v/EHpYhA1oppsuOwgj2z8HIRgxE0xKCMY9+x504y5CmmObDktl1+LKddbuM9skHqWq"
    "wASPV5hSKzG1qcZUInSOYzbDprXQKucQpQKkVZGWN4w6WMt0gLYq2h5OSyS/GemABlBWnt"
    "OU8EPl2lN6TQZYq2ANNUKOrnFDjZCi+HugRgjUCCkEusWuEdKwrXtcS/X6+JdOFN09Rth7"
    "q5env6RS4kvfD0PpPeIjCB+Nyx4FUYL/gb6zf7+LbJe83aZL7CDLPEUN9BcdoqXD9oeuKN"
    "DxPXzsMZsPA5Mu2AO635POoUPfPLU4CBtYzAXREi8L8s1vH4C/qLD+IhH4JerKJ7mwOR1R"
    "lLJKy/0ukhI52HDZ4ElQs0taSyRQ1PoJRa2ZSNIPEyNPClMqGuTH2TKEwl4PeokKwN9ZkB"
    "jZTTDTM1Br19++wp7BV3QAWTVkpU+7YLuFK1ERL6qJJi6q7hhGUn+FVHKB0o6WU+pitFKy"
    "RbJ8j6IhFmq8X9yvLhT2sKSfYZpcT2eEmPBKfkLB5xUAyWI2ZAP6D+KmpZ87zE0hZV2Bl4"
    "uN+wCwuBZiBT+WPLzBziTDeuJfUpWFs7D3VknYIXgtlgSdiRgLKC8ZwqXHKWp4aMa0fW7E"
    "8A0cfFk1/WSZ2BhN0XebCTPnO3oxsyaOSPaA3vySFH97vZNKrK27cB6sBxqPtRVjxtru8d"
    "zzh/UsG+wmBZWXEGcLcbYRnCHOEuJsgf8QZ1vGZQ5SfKadz1cKbDnbENhylgxs8W38Ogiv"
    "KSoXOvRGCeE3GxB+kxI65FsjdBwvEsnhHS/SujFcWLZnEfeU3/YYi8Ze3DH+PkZ3TQ+Ijr"
    "WcH8cfVrpVe0FMbj7PobTJhDtgcsFW7yrxODBI6JwEWZFAfhP1cyCyLUhd95WpwPb6hPNl"
    "3CaYZ/MRp4S9R14exGyk6iyIEcJnkJsFq1U5x2cQp4TPYEeBHMHkTrIDYg5S89NEhYFCSI"
    "dYQgFeNXhlfUMB23B1fAq+zyJfVVyPUAA3lLkA7hZw46tTwYKRhIe9ixmkrlfL9sEHPU50"
    "XPEDR6JSCE7yA4NWPnAmzIbUfEQOnlOHTQr04upzr//ry7MUH7seqZLT3GMTkXcOXOMZGa"
    "vkMLOgbXVbuRk86eBJB086eNKrbq8DT/rz5j940otgSgFP+n496YR6eviu+oMXXcWLHqre"
    "SXibZDFLbCqj9tiA+IBY07lfCVUD71rnU/O2jjjlHblpdq+b7+ur4OA70m3+1rzq8xYH/4"
    "VHnn+6Q5c3Fwqcucjky0WcKwZxl2mmquxZv6aAea8y7008ssxculOUEjzahdaQ4LDLsdWj"
    "4HPJoaQmSEFJzcuFI53YBuyFEStioVSHP0YIHNiRpxXSQe0jHdTRD88XbKrv8Ox8mjQBV+"
    "AWXGPSUwHatb4B4G4BN6GaFc3RSh+ycj74l060XKuzkEatHhA/XDymtp9/TRAjUd9HjFZH"
    "hm37zlPLQwRj0+WZGXg33sAhyCgQtJNhVRyy/luDR7UAeszJBo9qMBd0DEUyTQVN0Bcqtq"
    "KLbFPRRcJSNMMzmlbFNvuY0ZoC0rs94TyRLIQ0w7TBbJNH1GzYMoXJPp6s0IdJRkrGBq3w"
    "vjSl6KrRu2q8bx5PJ7ql3nsRuJWuF60vq+pGhHqrxLFqqlFWHluRh1dUO+RJqtioYVLb7I"
    "S2X6dUUPBcVX4aKwezhzL/y0V0SdRz6O7p3pBCt6QycJO6BQFsEMAWwRkCmCCADfgPAWxl"
    "XOYgjfbxgYc02ocFf8MGF9JoQxrt4yNbrDTaf/8/qd59wA=="
)
