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
    "eJztXW1z2ziS/isofblMlceV2Inj1V5dleIoiXdlKSUpydzEVwolwhLHFKAlISue3fnvB4"
    "AiBb4KoPVCyf0lkUE0KT0NNhr9NBr/ro286WBEPXzaGDHnwWGPtTr6d41YU8w/ZFw9QTVr"
    "NlOviSZmDd2YwMBSBYY+83gD73BnuT7mTTb2R54zYw4lQqxDMBpRwngntHDYBFloNPcZnW"
    "KvLj5brnvC/39wfIeJD1PL4Q3U4x8JZRhZQzpnyGHoxdWXXv/Xs7e/nIoH23TEn+yQ8Raf"
    "MSfOv+Z4wOgYswn2+JO+/x9vdoiNf2Jf/Pm9Fj5n4NgSDyb+5Z95x++Jv+Z+Rjdxw9n94M"
    "7Brh3TT9BRtg/Y40y2vXPG14R9kH0FBkOuEHc+Jav+s0c2oSQScIh80BgT7FkMiycwby60"
    "ROauu9RsqLjg5666BL9TkbHxnTV3ha6FdPAFVm21waDd6Q96zf5gUEuNg1BCUduyiStOjC"
    "H+VX0JwFh8hV//dnZ2fv727OX5xeWb12/fvrl8ecn7yu+bvvT2r+DLrNAKbiUxu/543e6L"
    "L0T5QA2Gsmj4S8pYzAqkpDpX6HtYDBb+zVM6yFWAKrJeDSHoRXoIG1aKWL1jIeqvtquGs1"
    "ev376+PL94HaEftRSBHgKsmhssfvkgGPlxSN/zK8yZ4mxc45IJZO2l6Gn4YVs41/77bk5G"
    "AkU0nlvkp3M6cuno/pTQxf/UtqSDAoD71zfNXr9x81ncfur7/3IlkI1+U1w5k62PidYXF7"
    "/EX4PoJujbdf8TEn+i3zvtpsSZ+mzsySeu+vV/r4nvZM0ZHfAfPrBsFaywOWyK6X8+s0vq"
    "Py4J+j9M/Ydv8fBxYDqzpURLWdflHGak9COZ5lZauOe/Ng3+1cTymmQ+lfBf869pkRFOqS"
    "GUTaDPf9S23jlz+GtXjVarLh2+W/L1unfdrwde3y25aVzzK8LzuyX8Ds26dP2SrmSOsqbW"
    "z4GLyZhNxJR7VqCHr43u1adG98Wrs8TL1l5eOZOX4moxN4pgDA/ZGPrz4R94lKF08SZmK1"
    "wRqfILqG//Yq/U2cuXGu8U75X7Uslr8beKr+lGNHgJytg7RXx3iNcIJdjwFaq1+TAV5ozg"
    "W9JtNq4+Nd/XEZ80RxNs3xI+CzS7fMiKRo4+5uOYiXZxR/UaN4cD9fqXtrxX412L33xO5P"
    "3kTyulXy31Fmg3qVwbM27K/bRy+/hnjh+hiOxQofuwh83f+jFTGAL54qbx2y8xc9jqtD+G"
    "3RXgr1qddwnACcd1sAyyDLIWxmLCygY+Q7Ro5jo8Z65AF2K+SS6Fl0gY+8ExOXCCyzrBiZ"
    "CdgQLigrsL8hydCpRQqD78ihAMfhPkRYz57j4zzhkO6bQmPlAPO2PyT/yYcpMS6EdMwpVy"
    "swN7Df4KB1vYuhovnrWIwvNJE8BRsLGLmcRBOFLd66t+Lcvabwbg1b0Oa6xrwxub4jTQFT"
    "bhKdAul69ffK1Re6CoKoYzB1JhIYbW6H5hefYgZirEFXpGEy1R3/Sl6dk02WIRayzRET9D"
    "fOnUgM4kJpXRrsVLKm/aelqygWbY8ylBFlPYwjS1WNCvBD0of+PJihJU/wYmEJhAYAKBCT"
    "z24Ccwgc9b/8AEVmEFHnoeuvxD2P8IyYdXWtHpVwXh6Vfp+PQfdDhgDnONQI4JHUGMegc4"
    "T+nQMQN5JXF0CJ/rAHyej+95Ct7ZZMlH6aIbCQC4a8HFIhvBBNxI4OjAPXvzWochfPM6ny"
    "IU1+L4LvBokuVl5gO8kjg6hC90hu9F/vC9SA1fkT9jRMBGAkcA7q7pV/7mZ4Qg3lHqYovk"
    "THRLkQTaQy6zLbijlt0i/q7TacUQf3edhPTLzbsmdy4k/LyTw3L8YssbTZwHnLUwKcJaFQ"
    "O8DfAGMhYowWoqY7OU4N4YllAB2RSLoh49jkUVWEey5EOtQ50kuRK6ILk8inotbLPxzPLY"
    "FBOWR76k05LCS3xgj3EeYTO4x4/BX/zn23gg+8i/R3Q6E6on2PdVKRc/YDfc+qXMFMFjZB"
    "f+0zm03mNxr4yvHP10IJCAQAICCQikoycQgEB63voHAqkKBNKI2kaB4bD/ZmI/+/Urtry3"
    "4bB26fEfNbaI86fFlh6LydaVTvdjo339e6N/3WnXkXqnW/K52e2J1iABq1ZCNZvfqQe06X"
    "b3bEXrK0OMQxnA2QBnn87zDE0B0pHUXqP4G4N3K6y0BGrmWiNjY7GSOg54t0A7CZQ8PM5c"
    "Uq8BdyV2BBTUtoFWolsGOMeljg7m7ZmL4dx3wsCh0aBWBY8O780PaxePLXdwR72pCdJxKY"
    "B5LcxRCL3MKiYS3iHQM8owYY7lmq5hPnf6zXb/utHiS5XwHsG2+3Y/2HJP2C350OneiC5i"
    "CInrrU6PX3Wpz6qxshlxt455Ro63IrJDPV21d/NK6CCcD3AKX8ik22ImHWSBQqLijqzCNh"
    "IV76yfJuguux8dtpsfuAs89B1mZBgUkaMDeCuhJMu2PcNliyJydBifa2F8XoDxeRpjQaGZ"
    "Ei6qzNGhvHn/l/Hb83XJMCvxrSDaEZM6Opg3b5H5czxqz0csM3yXnzuelDsCqHedQs7X1B"
    "lW+h+9TjtvbI+zTLTtjBj6D3Idf2uZSEqGxHDuuMwh/ql43j7SIwQ+xapIon4ST3kQN0ip"
    "wrNs8X1S2ihMMlekIMfcIMccStdtqnSda/llkcwQfc5IDh2PTQZTjsckjWJvarlubhJTQv"
    "SIUpjOz95eRElL4o+iNKXeTaPVSr/sATq2lRHJ1IF1KQigxt97OrLy4mvro/kr6R16bX9O"
    "BsaR4trvn7hQHUnZW9LkH3G5xCMtkrCAI0yH4H4y7BHLzUx5LAjExcVK4Z8c1hXKvbvUwf"
    "kyH+fLdDQD9v/tdv9fYsuMicVOyu5uq8TL6pvs1PYn/SzplOgRzYY7zpJObOsy2IMVFwQN"
    "lNWAuvdOH35VCrAvi726LVMfe1UKsC+LfZDqaAx+TAzQL4u+T+feCBujHxMD9Mui/2C5cz"
    "wYuZbvG6sgLQt6MNFDQWUJBdq0TkoUl+jjIBvzsFShW1ciPRA16qFLvwXAXQuu6t9pwBp6"
    "44DsWmQTCxcNcPP2cgC0CWhjvpkGsIE3AcCuBTbmdmkAK1coT8H1WRw7oa7jNEBdRZ02gO"
    "z72M2OE99UmK5ipaekzcgsOxVaE62SUyzsrHGmx4J6NqJ3yEIiS4U3W94jYhOLIXEGio8E"
    "HULsOr8uHYATZBEUTlj8DxRYWPEpMAnik/TDkPTDso4H2cUjM8plfY92+gflpxLls6AWFN"
    "SCglpQUAvq2GsBQS2o561/qAVVhXjrYRUsMoe/1mp+bbbqgQcntva+/8Kd6/+tR46cOHf7"
    "oyxhFLhzt6TX+dK9ataXTt0t+dpofWkOrlqNXq+OEoHQ/VecgrJG2y5Y8mdGmueaug5/Zq"
    "V3HuJGh20DzCcVJ3s/Sa7xV0V26FW/3HLi0Mb8ar7Odh4yTEJxElwktMMUuHAReVAZcCmS"
    "bF8xmgah5HEaFu/LDNbEu5xoRm2slNTa8E1/EjtjFS0sH4W3wXYdLSaYnKDhI/9Ap/yKzT"
    "88nqJrhhwfET41e2hObEpwOkyz2Vuvr14O4ZdKhl/MV4mwOjzk1SFf4flmVeJWEkfo2m5+"
    "3aCcLK5v0xQhWHKXXXJX69ycZzK3FOQ2zX1ghNcylsqbvwGuUufIog7Bfcr/0U50eMqBRX"
    "t9C3R1UOK4oqceQcS/EpbfJ+sEouVF3XXFSOm/dkXxLeH223jk2NhG3J+y0GzucX8Dn6L+"
    "BCPhMg4tHyMP3/FR6qPRxCJj7HMM+VWXDwKfIY8ukKx5l0EEb/dROuclJQ178EzxMTyGKH"
    "Bm4aigyq5PgB4GejiGMywAgR4G/QM9fIjTnMLPrFyRMgyxIl7loEztptH9Jx/y7Y91NLW8"
    "e24YyPiW9Jrdr9eSCcbegyOo4M+Nbr/d7PbqSORv8q/u87Zu58N1S8rOPHrnuMs6T/sP8Q"
    "hHNtsn0dOeKl9p9X28/ioKfoydB0xuibBN77uNb7xl4bCJzddQFakE8sAHjJmPqEgckRHb"
    "nJPI118ka9eU3gBXxCs9vr813w1EEXo+oPFQnmQgTNHnZlfYoRn2RF7LIDxzyyGD4Ngt3u"
    "cTn5x5H1GO/JbcNK5bwr45Lv/c7PUaH/m1Kfb9ZcH+/RfyBJLnmfl4lYqEV8M27tjBY6JK"
    "oin8itARzUo7Rh4IuIrwP/kURIndlk8hIQ6ECtKjIZJGZjPoBhRCf3m/wxrsuvgq1lUDW2"
    "Avd85eboFh62KOp19MtIV9Tsz4toGnyK3l3ZbP8oN9kAvLYWhOmONKhkvwFYx6iM4w8ZEl"
    "1xLYRq5D7v+OrDuGPQGJL/viB8fGfMgFNxIty6MjkMVdSGynebjdProELxeScdEROZZ/H8"
    "SZg+afM4c/Rf4NLF0lWbpDOA1pdzll2zgPqajccDbE+ygxvDOMNx9DFN6B2VkQocDuD4PY"
    "/syfBetWjn2ITH0K+TUBKkVuX2Gq/ajh4KJRgaruPGp0umxc6vi2fOnMERf5U8RFaoZQ3C"
    "TDdykuCW9Tpd8m/tPuHG9aLoMnIbsBVVdz4Xpkmja1nWlJsJ9r7WfEaZd4sZKy8GJV+sUC"
    "emzfJI3g2o3hV4QA+k2xNALUjXAI3/DwA9UqiVk1PehGu5Xxp0EgAP219V04u+cTJENWRC"
    "aEFJoRkxDyeDr1HJeZa6K+4kKE4R0fyaUy4qNz7b4aRpdba5DDRP1FghfRDe+o69KFz69k"
    "1XTc1WMz6zoq6a5h4h5Ud6zM5HJSQAzA9h3YvhPDGVL7YPsO6B+27xziNAfbd45i+87ud4"
    "tUbUm2aackOw9RLIXyqfOqD/6NzC7N3/qxiSXFmEeTS6vT/hh2T9LoGZnlWbUzi/Heee3M"
    "A4c8FTLbV+ShK47zFQh15/IbZsQe4l1ONKMPXig18EKx9fEHkRGIJnSBXErGch8gnTPE9c"
    "O4XFTrww+Of+DTH1/zWx5WKgueos7d3TIB0ed9h9R+RBPL57MJJjKpcCZWgHiREYXY8cOh"
    "qGGl3TGIOuxsgoeow/NedULU4XnrH6IOVYg6wJEEyh55rQTwgrjAq+wjH+BUgu1iLL3ysn"
    "GzSHgzWG/DU6597vSb7f51o1VHMyoXWJZ7S1qdXr/Oly3BnoD9V4SY8jXTJGO7Q29quW6u"
    "LV9J7c5FPr/Yrg0/P3t7EVlt8UeRne7dNFqtQz4aImqBsyHKxGLCHKfMKIySAKUVfwlrzm"
    "hGXtBsPnSdEZqJsIbcgWn59364gdOXiRhsgh1P5l9k5XCY3wAiIJV2DSECsk4NEAGBFTBE"
    "QED/EAE54GkOIiC7Wp0zeo+NDgeKBKq7Ii+J77nOmvs8f819nlpzM4eZVXCIBGD4ag5fAZ"
    "hhBE+VgRCeFsoTi9xnxI4K8k8iiSNAeOf5PhI804wfVQhANwbd8u8H1BtbRDmu0yS2lyEO"
    "Ub41Ub4k/jlFpdYCn1dbCo7cXQP4sppbCcgVSRjmhqgrlcINUVckYajrgx7uuoxS2g2hz5"
    "QHBZgrYLl/oCT8ijTYnBLoh1s1SsKvigP+ZfBXd8WUUYAqDxow0sCcMO/RJEqgiOxwNXXV"
    "Tq+nlm0bKVSqs7Mqf2NVMi6wrDpV0o3MkN73oM5m4is2mA8n9+Tg/Ra6ICWKRqlSwPyUZX"
    "58OvdG2Bj8mBigb4J+Qc0oOaTTioDDEWIFjdQXX6NeVDBUn4JqlInWx1p1uA4U19g7XbEy"
    "UcscwKZ0FouyBJuhO2mUKjjAkZjuSe/hAQ9izXCCLGLLbY4jazqz+KgK8gDFiQ8ivw/nHu"
    "JufpcnnAOh1FkLm+aMI7F8WtgOqYeQegiph5B6eOypZ5B6+Lz1D6mHVViA5tJ0+UkY+fwc"
    "pGAkQjAZKRj3/H0wzbuIZPYdOjyouJZwrvNWn/kh8bjUEQzw5AlTekdMFZ0xlUqdE5hNse"
    "3MjY5ziEsB0rpIqwtGE6xVOUBbF22GswrJFyMdygDK2mOaErGp3HhIr8QAax2s4YyQvXvc"
    "cEZIVfgeOCMEzgipBLrVPiOk4Tr3uJbJ+gSXTjTpHivqvZbl6S+oUvgy4GEovUfiDpKj8f"
    "lXQZTgv6Mf/N8fstqlaHfpAnvIsU9RA/1Bh2jh8fWhLw/o+BF97Ts+HgY2nfMv6P9Ik0O7"
    "fnjm4SD8xnIsyJbksSDfg/YB8EWV5Ytk4pc8Vz6theJyRHHJY5ruN1GUyMOWz2+eBjX/SG"
    "tFBA61fsKh1twkmaeJkSelKVUN8v0sGSJjbwa9IgXgbyxJjGwmmekZuLWrd19jzRA4OoCs"
    "HrLKq12x1cKVPBEv7ommLuquGEZKf41ScqHTjhYT6mO0dLJlsXxG0RBLNz443K8uHfboSD"
    "/LtoWfzgUxESf5SQdfnABI5tMhv2HwRfys8nO7eSiUrKvwdFG4DoCIayVm8H3ZwxvsjXOi"
    "J8ElXVs4jXqvtYQdgldmScrZiKuAiiNDhPU4RQ2GptzbF0GMIMAhplU7KJaJrdEE/XC5Mf"
    "N+oBdTZ+zJYg/ozS9p87fVJ+nk2vpz78F5oMlcW3nPRNs9nrHgtsxxIW5SUXsJebaQZxvD"
    "GfIsIc8W9A95toc4zUGJz6z9+VqJLWcFiS1n6cSWIMZvgvBK4uhSh95oIfymAOE3GalDQT"
    "TChHhRRHZPvCjzxnDuuMwh/ql47D4mja3QMcE6xnROD4X2NZ3vhw87uFl7TmwRPi/htKmC"
    "G1ByxWbvY9JxGJAw2QmyFIH6Jvr7QNRYkL7vq0pB7PUJ+8tETLDM4iMpCWuPsjpIxEj1VZ"
    "AQhNegtAqWs3KJ1yApCa/BhhI5wsGdVgfkHGTWp4kbA42UDjmFArx68Kr+hga20ez4FHyf"
    "Rb2qpB+hAW5kcwHcNeAmZ6eKJSNJhr2LOaQ+q+Vz8GGPExMqfuApUhrJSUFi0JID58ZsSO"
    "1H5OEZ9figQC+uvvT6v748y+DYzUS1SHPGB6LoHFLjORWr1DSzsG35WLUZmHRg0oFJByb9"
    "2ON1wKQ/b/0Dk16FUAow6dtl0gllZvgu+wOLrsOiR653Gt4mmU9Ti8p4PDYU3iHWdBachG"
    "qAd63zudmuIyF5S26a3Y/N9/VlcvAt6Tb/0bzqixYP/4FHLNjdYaqbSw3NXObq5TKpFYv4"
    "i6xQVf6oX0nAuNcZ9zYeOXYp3ykuCYx2pT0k2Oyyb/cofF1KOKkpUXBSy2phTzu2AXsZxI"
    "pFKPXhTwiCBjbEtEI5qG2Ug9r75vmKDfUN7p3PsiZABa7BNWE9NaBd+RsA7hpwU65Z1YhW"
    "+pBX8yG4dGJErU4jGb3zgMTm4jvqBvXXpDCS5/vIu9WR5boBeeowRDC2fVGZQXQTDQKCnA"
    "OCNnJbHUI2+NXAqFbAjzkpYFTDsWASKFJljjAEfakTK7rMDxVdpiJFUzylWafY5m8zWklA"
    "ebcn7CdSjZBhmjaEbcqYmoIlU1Ts48kOfVRk5MDUYJTel+UUXTV6V433zf35RG3K3svErW"
    "y/aHVZ1zcilC0Lx+q5Rnl1bGUdXnnaoShSxe8aFbXNL2j7bUKlhKhVFZSx8jD/UvZ/+Ygu"
    "iH4N3S09G0roHqgNLHK3IIENEthiOEMCEySwgf4hge0Qpzkoo71/4KGM9m7BL1jgQhltKK"
    "O9f2SrVUb7r/8HI87Jvg=="
)
