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
            INSERT INTO crm_core_changed (customer_id) VALUES (NEW.id);
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
        -- By row: a join of the rows of a statement would be planned once, for one row, and be asked for thousands.
        CREATE TRIGGER note_changed AFTER UPDATE ON crm_core_customer FOR EACH ROW WHEN (
            (NEW.kind, NEW.name, NEW.name_key, NEW.name_sound, NEW.name_place, NEW.name_business, NEW.mobile, NEW.phone,
                NEW.email, NEW.tax_number, NEW.archived) IS DISTINCT FROM
            (OLD.kind, OLD.name, OLD.name_key, OLD.name_sound, OLD.name_place, OLD.name_business, OLD.mobile, OLD.phone,
                OLD.email, OLD.tax_number, OLD.archived))
            EXECUTE FUNCTION crm_core_note_changed();
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
    "eJztXVtz2ziy/isovZxMlSeV2Ll4tadOlewoiWZsKyUpyexEUxpKhCyOKVDLixVnd/77Ac"
    "CLQBKUAFoXUu6XxCLRoPQ12Gj09T+NiTsfTRwXP29NfOve8h8aTfSfBjHmmP4huXuCGsZi"
    "Id5jl3xjbKcIRoZIMPZ8l16gA6aG7WF6ycTexLUWvuUQRtYlGE0c4tNBaGn5M2SgSeD5zh"
    "y7Tfa3Ydsn9P97y7N89sfcsOgFx6V/EsfHyBg7gY8sHz27/Nwf/Hz69qfn7MGmM6FPtsjt"
    "Dp8REOvfAR75zi32Z9ilT/r2B71sERN/xx77+K0RP2dkmRwPn/1L/6YDv2U+BZ5kGJtwcT"
    "eaWtg2U/wJB/LrI/9hwa9dWLcd4r/nYxkGY8oQO5iT1fjFgz9zSEJgEf6gW0ywa/iYPcF3"
    "A8YlEth2xNmYceHPXQ0Jf6dAY+KpEdiM14w6/AKra43R6KY7GPXbg9GokVsHMYXAtugSZR"
    "xbQ/SrehyAW/YVfv7H6enZ2dvTF2dvzl+/evv29fmLczqWf9/8rbd/h19mhVY4Fces86Fz"
    "M2BfyKELNVzK7MLfnMbwjZCKs3OFvovZYqHfPMeDQgaIJJvZEIO+jg/xhRUjVu9YjPrL3b"
    "Lh9OWrt6/Oz968StBPrqwDPQZYFDeY/fJRuPLTkL6jd3xrjuW4pikzyJoR6fP4j13h3Pjf"
    "aUAmDEV0Gxjku/V8YjuTu+fEWf5fY0c8WAPwoHPd7g9a15/Y9HPP+7fNgWwN2uzOKb/6kL"
    "n67M1P6dcgmQR97Qw+IvYR/d69aXOcHc+/dfkTV+MGvzfYdzIC3xnRHz4yTBGs+HJ8KcX/"
    "YGGW5H+aEvhfT/7Hb/H4YaS7s+VIS0nXaA/TYvqRbHMrLtzRX5sH/3JmuG0SzDn8Hfo1DT"
    "LBOTbEtBn06Y/a1TunD3/jsnV11eQK35B86fQ7g2ao9Q3JdatD7zDNb0joDO0mV/2yqmQB"
    "s+bG95GNya0/Y1vu6Ro+fGn1Lj+2es9enmZetpvozim/lWaLvlAEYVhnYegF47/wRMJ09i"
    "bKGS6QVPkFVJd/qVfq9MULhXeKjip8qfi99FtFz3QTJ3wJysg7gXx/iDeIQ7DmK9S4ocuU"
    "iTOCh6TXbl1+bL9rIrppTmbYHBK6C7R7dMmyixR9TNexz66zGcV7VByOxPufb/hcrYsrOn"
    "lA+Hz8p5XirxJ713A3y1wT+1SUe3nmDvD3Aj1CINkjQw8hD9u/DVKiMAby2XXrt59S4vCq"
    "e/MhHi4Af3nVvcgATiiuo8jIMpIdjNmGJQdeQrpu56qfMreGF2y/yR6FIyS09eAUHSjBZZ"
    "XgjMlOgwFpwv0ZeY6OBSmJUOJIKKeHV6IsPwTTtDoTBCJAXgd5ZvOf3kntzrGIyXPiveNi"
    "65b8ih9yamsG/cSzcylMVjOx9He82OKrq/XiGsvEXZIVyRQFE9vY5zgwxbbXuRw0ZLvvdg"
    "BezVWvta4Mb0rlUEA3I5gfg3JkWfjsKS3gmgIs38gUgA68xwmJJ4GusEMVQMpE8diY3C0N"
    "1xylZDK745w6mSvJ2Pyt+ek8e8Ugxi1Hh/0M9qVzkkPqkRfEipJDXhBpm/3xLbTArucQZP"
    "iCmzzvU18zroRfnP/Gk5UvXPwMLnBwgYMLHFzgx271Bxf40+Y/uMCrYOqINQ9Vx1s8/gi9"
    "bi+V3DIv1/hlXuYdM38545Fv+bYWyCmiI3DO7AHnuTO29EBeURwdwmcqAJ8V43uWg3cxix"
    "yxqugmBADuRnAxC8PRATchODpwT1+/UnGNv35V7Btn99L4LvFkJtMyiwFeURwdwm9Ulu+b"
    "4uX7Jrd8WeCYVuRBQnAE4O477oC++RITxIXj2NggBRtdRJJBe0xpdgV3cmW/iF90u1cpxC"
    "86WUg/X1+0qXLB4aeDLL9ALzbcycy6x7KDyTqsRTLAWwNviEIA32s1mbFd3+vBPCwxA+Qu"
    "FoE9aj4WkWCTk6UYahXXSdZX4ixJoR9FvBdfM/HCcP05Jn6R8yUfjxffogv7Fhc5bEZ3+C"
    "H8RH++iUd8DP88ceYLxnqCPU+ksvE9tuOcR2GnCB/Dh9CfTqF1H9aPknzl5KfnByRmsiwZ"
    "H3pv2EHqt9mG59O1a9gZMBauc29F7/mEJbyCqwpcVeCqAlfV0bsqwFX1tPkPrqoquKomjq"
    "llgo7Hb8fKdFi9YsfpQ/VKhKU/6tYg1g/DjzQWneywbu9D66bze2vQ6d40kTjTkHxq9/rs"
    "ahjq1SjBmu0nw4KDdrdpkclJThPjmAZw1sDZc4IiQbMG6YTqoP6CrcG7E/83B2phGxNtYb"
    "GiOg54d+DgYii5+FZ6pN4A7orsCJxduwZasKNp4JymOjqYdycuxoFnxSZKrUUtEh4d3ttf"
    "1ja+NezR1HHnOkinqQDmjTAnxvoyp5iEeI9ALxwfE98ybN0zzKfuoH0z6LSu6FElniOsbH"
    "EzCKtaEH9I3nd712wIW0Ls/lW3T+/ajudX42QzoWqd72op3gLJHvl0ebOfV0IF4WKAc/hC"
    "zN4OY/Yg3hRCIvckFXYREjk1vuugGw0/Omy3v3CXeOxZvpZgEEiODuCdmJLEQATlvU2gAT"
    "uHXIGeRFXMlbWxaDzgKcfTtNgX0CtsKNIArnJcDdN0Nc0WAsnRydgzJRl7tkbGnklkLD0m"
    "6jpcRZqjQ3n751+fTk+C+VgWYrvG2pmiOjqYt6+R0ee4jhlMfKn5vjhLJUt3BFDvO1nFN2"
    "4lUvqXfvemaG3fykS0SfdD9F9kW97OIhGFCKlxYNm+Rbzn7HmHCI9i+KxnRRb1k3TIE5sg"
    "xwrXMNn3yXFjbTqLQAXZLBrZLFAddlvVYVNwLGyDEO2crKIpDr2iV8MqvJJ5MkC5lSwhfc"
    "ormf42s0jV2+yfWlGX0kP2g1zjffu6xeqjT/HcsDHrMsE+sb8bJXTBcwVV8LxQEzzPKoJj"
    "y/Vnown9MsQ0SjMiP8seFUPPscNnppmyupxmR7971eo1Eb89JFefb9gnOyDR4CqwY07lwy"
    "zPiz5dM3ZhUHWG9IhCqs9O375JgqjZh3Vh0336el3lRXaIjmlIbHkqsEaEAGrG5oyn2HWx"
    "OZrMmAZR4JzaLD+kE1VZpn/6yPtpcOfwkHxt09d50ERhhQwq4dv9fusDE/LY84xbnO4sJP"
    "YcqoDIWWEfZ9uouw+ylGCclRtn454pWgf/FFGlT//f/qjRoX9mjC0ZI4qNXiuKuq7vfdu4"
    "bGuKR9olcNJUgLUa1gvXmuCRhwndTpKey+U2YclEVd6Er7pfWejeckg+dj58bKKZdTurwI"
    "ZqOw+G7T+MUpGMZRginQgYos2Qe+xadCpT01STIXvKZpqkHIZ6jm9Csr/KCS+yWL14hEZ4"
    "kGxeDtpoElClmky0wk7ylHXdPzOuTxXPZ7HjMyebM2VctMy2At1TFga2MzGKonxVNrWYeo"
    "8L9MdspB2v3vj9IyVqIk47JG36Jy6X/qyUqrQmUykfCPydngyJYUsLL6wJB06TbUWTqFAF"
    "gHMVnM+LcT7Px1RBvcP91jvMlAjTsdNmaQ+odlTPUJsr96aux+VIj8gGvmftLlPGTp0HGU"
    "LgQFkOiLUG1eEXqQD7sthDP9dq8UMsC6rOBZEKsC+LfVgAQxv8FBmgXxZ9zwncCdZGP0UG"
    "6D/SxmUbnqfNgjwt8EGHD6w2cUFlcwHaPE9KFDcf4LBGR71Y8Xe84jbUNc8vRIV+vFyPBH"
    "A3givq2wqwxqcjQHYjspmDpAK4RRW+ANoMtCndTAHYUJsAYDcCm1K7FIDlJ5TH4Pok2p6L"
    "5zgFUFdWwC0g+y412XHimzObKoCcsXDAGt6AsdwiVLEeM1w4N0UnR1ZsK/WW8ePBm/rKNF"
    "po6bgmcqbIQCxMlF423AfkzwwfBXQ9eIj5AYnZpPe5pnWCDIJizYB+QOFWxv4KZS/7iyu8"
    "iCu8z7NO0D09UtIX51tSaDvsM/NHsmgT1kArFmjFIuODioyDVizQiqMOrTigFcvT5j+0Yq"
    "mCYbte/ULKhHe3v7SvmqEGxyrrvvtMlet/NRNFbkh67Q+8g0iozg1Jv/u5d9luRkrdkHxp"
    "XX1ujy6vWv1+E2Uszodv+AJdRXbdL+CHJKt5Q1n1H7Js5jrWGdo1wHRTseTlnAqFv0iyR6"
    "36xY4j5ramV9NztnUvy3tYG/2ZEO0x9jM+RNYq9DPnjTyUjaYVFUKUmmlaqyqJSpYaoari"
    "ZmPNBfYsEyN/hllyOEEOoYOWM2syQ0xTMD26ufK7cW9hZPketqd5G8yjZlJpOZxp5cwa4I"
    "J9BewrYF8B+8qxn6/BvvK0+Q/2FbCvaL9zznRqJd9E2cbSff++wywmIXVoUekP2r32u9Cq"
    "4rGaMOaQXHRYns+HJhpbtk15NSTv2ledL21mjzGxTU8gzB7zsXtN55pRtW1IuoOP7R6dmC"
    "t4amyGXkchy+ra66jOLSHqYXSpZXeIekBb60YR9YC4Lj0j9mb2hq4R+0B5+5qEiyfWwpJG"
    "JxZjnCI6QpB30CEXuifusCdHQb28Nf6xSpTKq40czhiwNc7wacL92UeP4gi/JucsBjbPjh"
    "JZEJfCZDVjhmrAc2YhVizS+TKMxP7khD9A4kpLjThR9KclTSoSKoUQ6LAZFHJcFCmsrOEz"
    "r7+MxrGjzPFwzidmEJP5xVD0UGms81bnlgY1Z/gcG6/CknrZIOdv8fUT9K0RgwXeOfDOgX"
    "cOvHNPwTsD3rmnzX/wzoF3TvudW7nBNJxz192LDu/d5Iwt1skp3QXkfes39qjvQ9IO233g"
    "sN9HtjvIYx1x266OLa/tvKHU8JEagE9fv1Lxwb1+VeyFY/eyRYfHRa1x5AgnBEdn2NmBB2"
    "514tET/Sk6kPtl5T5Y1cCqVk1mbNeqJpE52wF4NVe9xI0yvClBWzGbZYs45GFu/TCiXy+L"
    "/08NOVHNAshRbbRaDli5BGNlL1waHoqnwSbVH2eYnKDxA/3DmXNr4nL28Bx1fGR5iOB7Sh"
    "IQk6qieaPldqfenC0ApsdKmh71LSRgGamzZcTFhiczNK+LiYgpjvFwt/WMYVbcRlvxFYjg"
    "2HEcx44nsresOXQEHhTd26gKC2/+FvRglRNfl+CBQ//Zy3nvoG/BDmMoHh8X4eE1IREe1o"
    "uGSMZvPFF8zaj9Jp5YJjYR1acMtAhcqm/g52gww4ipjGPDw8jFU7pKPcT6cN9ir8lDGGy6"
    "CDwfuc4S8QQMSVjEbh9VIj85eib7kwVDsOCIUJmF0IjKnk8gNAJCI1I4wwEQQiOA/xAaUc"
    "dtTsiaWKkiZaIjBPIqG2Ua163er3TJs6TkueHeUcHA0pL77d4XntFMzz73PKX5U6s3uGn3"
    "+k3ESmTTr+7Ra73u+06Y0LxwnanFUpqzOuZhTDxMkZXrJGrcE+krzb4PnS+sx+2tdY/JkD"
    "DZ9K7X+kqvLC1/ZtIzVEWa397TBaOnIwoURyTEtqck0vMXKQpQ2bzABfJKr++v7YvR+27v"
    "mgViUWgcd85E0ScWirUwFthlFS1H9GOfFbC0yIhe8lgNy3SQVxjZFQZ20f253/rA4sGw59"
    "HTf6n3Y+u5kODkeWI6XqUs4dWQjXtW8HzWiEIXfoHoiHalPSMPDriK+H8g6GzXQWdMXmwH"
    "3dCFMIjmq9diV8VXkK4K2IL3cu/eyx142HqY4umtd7TFY070/G0jV6Db6HeLnuWFHZCWhu"
    "WjgPiWzT1czF/hOy5yFph4yOBnCWwi2yJ3/0TG1Mcug8TjY/G9ZWK65MKJ2JU45digKiQ2"
    "8364/T66ZN1g5ozjyTEcTu8utDOHl78vLPoU/hm8dJX00iWcUw0qSwiqbB+oVMKQMzFsrZ"
    "ysFcURYrx9GyLTDiSldn7pd2+KD2uyUjus2x36L5WgXh1Py2tgZVCkLCAxnM+uW79lkb68"
    "6l5kTRtsgousaSoW9TnkNxioBLpDmakOw4baWaNCVk1dZ64jvtJUx5f1qLJHvCneIt7kdg"
    "hBTdJ8l9KU8DZV+m2iP21qufNyETwZ2i2wupoH1yPjtK7szFOC/NwoPxOfdokXK0sLL1al"
    "Xyxwjx3aScN87drwC0QA/ba8NAzUrfgQvuLx+2iumvFB1dotrD+VigDg/jquSqaJh2ydMy"
    "F2oWl5EmI/nkoZ0yhyDTlTtGRmeMtD/KjMK45uyqvxnSi1Bll+k44meJlMOHVs21l69I6s"
    "wum+HistfiqEu8aBe9mSp+AYqKRjANJ3IH0nhTOE9kH6DvAf0nfquM1B+s5RpO/sP1ukak"
    "eybSsl8jhEdhQqdp1XffFvZXdp/zZIbSw5j3myuVx1bz7Ew7NudElk+Y+ZLt4RCUCuCHnO"
    "ZHYoy0MP+5gwhHoB/4YS20N6yImi9cGNqUZuTLbZ/sAiAtHMWSLbIbc8D9AJ/Lh/SVLrw2"
    "N2AgPR7Y+e+Q0XC5UFn6PudBoFIHp07NgxH9DM8OhugsPuKAt2AsRLiRVizw+HooaVVsfA"
    "6rC3DR6sDk/71AlWh6fNf7A6VMHqwP/Pgb+mGWg0/ih0/j20smX/S09W6yHe+8mqzu2CuV"
    "Ze1m6WEG8H611oyo1P3UH7ZtBpXTXRwuEHLMMekqtuf9Ckx5YwJ+DwFSHm9Mw0k6Q79OeG"
    "bRfK8hXV/lTksze7leFnp2/fJFKbfVgnp/vXraurvGCmp0/rXrKqLxzHxgYpCHBPiDJgji"
    "nVrtBMruxX4bnodq9Sus5FJ2t2+Xx90aaLmK9hOsjyhU2wMraYOMZJaoURAqCU7C9xzRlF"
    "ywtaBGPbmqAFM2vwDEzDu/PiBM6w46w/w5bL4y9kMRz6E4AFpNKqIVhANrEBLCBwAgYLCP"
    "AfLCA13ubAArKv07nv3GGt5kAJQXVP5CXxPVM5c58Vn7nPcmdu3/L1KjgkBLB8FZcvA0zT"
    "gifSgAlPCeWZQe4ktqM18ScJxREgvPd4Hw6ebsSPSASga4NueHcjx701iNCuU8e2JyEHK9"
    "8GK18W/4KiUhuBL6ottUvEYz2l1oBH1dxKQC5QwjLXRF2oFK6JukAJS10d9DjrMglp14Re"
    "Sg8M0GdAlD9QEn6BGmROCfTjVI2S8IvkgH8Z/MWsmDIMEOmBA1ocCIjvPuhYCQSSPZ6mLm"
    "/y56no2lYKlapkVhUnVmXtAlHVqZJqpIT60Ita7omv2GKuT+xJ7fUWZ0lKFI0SqcDzU9bz"
    "4zmBO8Ha4KfIAH0d9NfUjOJLOs8IaI6QKmgkvvgK9aLCpfoYVJNItAFWqsNVU1xT73TFyk"
    "RFMYBtriyuixJsx+qkVqjgCCdkqp3e4wYP7Mxwggxi8jTHiTFfGHRVhXGArOMDi+/DhU3c"
    "9Wd5RB8Ioc5afCnwKRLR0+LrEHoIoYcQegihh8ceegahh0+b/xB6WIUDaKGbrjgIo9g/By"
    "EYGROMJATjjr4PunEXCc2hTYe1smsx5bro9FlsEk9THcECz3aYUmsxta7HVC50jmE2x6YV"
    "aLVzSFMB0qpIiwdGHaxFOkBbFW0fywrJr0c6pgGUlde0Q1hSufaSXpEB1ipYQ4+Qg2vc0C"
    "OkKv4e6BECPUIqgW61e4S0bOsON6Ren/DWiaK7x0hGb/TyDJaOUPgy9MM4zh1iM3AfjUe/"
    "CnII/if6k/77J692ya7bzhK7yDKfoxb6yxmjpUvPhx5v0PFn8rWndD2MTCegX9D7M+8c2v"
    "fDpc1B6MR8LfAr2bYg38LrI/AXVdZfxAO/eF/5PBfWlyNKUx7Tdr+NokQuNjw6eR7U4pbW"
    "Agk0tX5EU2sqkvTDxMijwpSqBvlhjgyJsNeDXqAC8LcWJEa2E8z0BNTa1buvcGYIFR1AVg"
    "1Z4dWu2GnhknfES2uiuZuqJ4aJMF6hlFystKPlzPEwipRsXizfd9AYczU+bO7X5Ap70tLP"
    "ME2mp1NCTFgnP67gsw6AJJiP6YThF/Fk5ef281AoWVfh7WLtOQAsrpXYwQ8lD6+xe1tgPQ"
    "lvqcrCeTJ6oyTsErwSS5zORJQFDmsZwqTHc9Ty0Zxq+8yIERo42LZqhsUysTGZoT9tKszc"
    "P9GzuXXr8mIP6PVPefG30yepxNp6gXtv3TvZWFs+Z+baHV744bS+ZYPdpKLyEuJsIc42hT"
    "PEWUKcLfAf4mzruM1BiU9Zfr5SYMvpmsCW03xgS2jj10F4RXF0oUOvlRB+vQbh15LQodAa"
    "oeN4EUj273gR9o1xYNm+Rbzn7LGH2DR24o4JzzG6e3pMdKjt/DD+sNrt2gExmfm8hNImEm"
    "6ByRXbvY+Jx7FBQicTJCKB+ibqeSCiLUhd9xWpwPb6iPwyZhMsc/jIUsLZoywPMjZSdRZk"
    "COE1KM2CaFcu8RpkKeE12FIgR7y48+yAmANpfZq0MFAI6eBbKMCrBq+obyhgm+yOj8H3Sd"
    "SryuoRCuAmMhfA3QBudneqWDAS97D3MIXU8xvFPvh4xImOK37kClQKwUlhYFDkA6fCbOyY"
    "D8jFC8eliwI9u/zcH/z84lTiY9cjVXKa+3QhssGxa7ygYpUYZhZfix4rXgZPOnjSwZMOnv"
    "Rjt9eBJ/1p8x886VUwpYAnfbeedOL4evhG48GLruJFT1TvPLxtEsxzh8q0PTYm3iPWziLs"
    "hKqBd6P7qX3TRIxySK7bvQ/td80oOHhIeu1f2pcDdsXFf+GJH2Z36PLmXIEz54V8Oc9yxS"
    "DeUmaqKl71KwpY9yrr3sQTyyylO6UpwaNdaQ0Jkl0OrR7Fr0sJJTVHCkpqWS4cKGMbsOdG"
    "rJSFUh3+DCFwYEueVigHtYtyUAdPnq/YUt9i7rxMmoArcAOuGempAO1K3wBwN4CbU82q5m"
    "h17otqPoS3TrRcq/OERq0fEEsunjp2WH+NEyPe34fP1kSGbYfOU8tHBGPTY5UZ2DB2gUFQ"
    "0CBoK9OqOGTDXw0e1QroMSdrPKrxWtAxFIk0R2iCPlexFZ0Xm4rOc5aiOZ47si62xWlGKw"
    "oo7/aIfCJRCGmGaYPZpoyoWXNkSop9PFqhT4qM1IwNWuF9MqXostW/bL1rH04nunH8dzxw"
    "S64XrW6r6kbE8aPCsWqqUVEdW16Hl3c7ZEWq6KxJUdvigrZfZw6nYLWqwjJWLqZfyvwfDz"
    "lLol5Dd0fPhhK6NZWB69QtCGCDALYUzhDABAFswH8IYKvjNgdltA8PPJTR3i/4aw64UEYb"
    "ymgfHtkKl9F2iE8P959sgzTkpbSFASeq5bRDmtEiJtpoQvjoLJEz9TERDvPOFBloYhueF5"
    "7jkY3vsc3P89EDsHnCb1mEntnpyX9pPKBnw+D1+B/GMHjz9uWU/v3GxMPgfDyenqD+l8uf"
    "X55JMt/2/nSosl3h3eQETAVgKoCjIpgKgP9gKti3Sgm5bgcONHh5qtQO+XRNO+TTfK4b/X"
    "/0Y6YLcURydJk/O8GYqt9yfDfnu0Wke8R5Yti2JtaNy9bVVRMxyiH50ul3Bk3ENEt/SK5b"
    "HXpnboQVV/W5ocSMNbzIsoKelGSRNevbUSZER6Mkb6MNJf09Bd3qNy/rmHaP63pOj8Yz3Y"
    "X9rvWvJjKNhyH52m7/2kRLjO/oou7eDD7SVZ3MqJteqJJcWJxamF3TVPGxfL2Tn0iyx0X9"
    "4sVul/XWzn4G1ZvvJXrH2sq0K6I91qZNrtS3OC2zXukXpxWoQLsuq13fG3aAR9yWqM2BPC"
    "3wYUuuIQHarTgyBtid148Vqj6M/EJUqczJ5AeAu7kopyBnK+Yges/zCj4venjOQHQbUi9R"
    "btSJoqsoTFsYBYuRK5JudBh9XrAkmOXMmsyY6ogMFHisN6rhoWgik7lwwul/DhaSlqrlpg"
    "DXTYWl/cka140psw8wE7McfFNqE0jZlWto61qDKjMHZw+fZRoaBNvuZ/BE1m5OU9GR+Gme"
    "5RnWJXjg0H827bd6Sa7VYpXqZhsUFMCWJ3I8ujIwa7Et3zSje6pb5Xw1fOP22I+r946xZ5"
    "mYJzM4SxJ2D4+2NI8FOETxDmEkg4cxbxQeZUaEBKZDL4a1f8/eSoIndvsoacKFWOiBr/d8"
    "0oXAZLHMAaRgVHNzhrgKiKtI4Qx+dYirAP5DXEUdtzmIq5C443ZSQ3hhuKW9ozHtPmvcxk"
    "HzOt7Rfuuq3W8iz7CxNySfeu3owoJKi/Bav9370rls0zHYvbcmeEjed25aN+zK1CLsx7MQ"
    "gZvWh/Z1+2bAAgXYcWWOiT8k3cHHdq+JVt/s4MEDUNvz4GKrGnafJwP9Gh8VlDTcdUlDub"
    "1sV2Xh6oprkc3s8P6pT3QbtybWwuDfXWJlEwecKJraFhkahbZbVBDa2LgNMDd7+awGCZuF"
    "ZQcZccYQWlr+TDCFyXpwlZ5Hainj0TKW/1BoKQN7WCXtYTHftHfhDCHsxKAE1QP6NUqQKM"
    "QerQS1hMlqxgzVzTojA+ROLtCB6q0D/f3/4Vymtg=="
)
