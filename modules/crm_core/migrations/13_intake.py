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
        ALTER TABLE "crm_core_web_form" DROP COLUMN "country";
        ALTER TABLE "crm_core_web_form" DROP COLUMN "confirm_address";
        DROP TABLE IF EXISTS "crm_core_alike";
        DROP TABLE IF EXISTS "crm_core_consent_request";
        DROP TABLE IF EXISTS "crm_core_changed";"""


MODELS_STATE = (
    "eJztXWtz2ziy/SsofbmZKo8rsRPHq711qxRHSbwrSylJSeZOfEuhRFjimAK0JGTFszv//Q"
    "KgSIFPAbQelNxfEhlE83Eaj0afRuPftZE3HYyoh08bI+Y8OOyxVkf/rhFrivmPjKsnqGbN"
    "Zuo1UcSsoRsTGFiqwNBnHi/gFe4s18e8yMb+yHNmzKFEiHUIRiNKGK+EFg6bIAuN5j6jU+"
    "zVxW/LdU/4/w+O7zDxY2o5vIB6/CehDCNrSOcMOQy9uPrS6/969vaXU/Fgm474kx0y3uIz"
    "5sT51xwPGB1jNsEef9L3/+PFDrHxT+yLP7/XwucMHFviwcS//Dev+D3x19zPqCZuOLsf3D"
    "nYtWP6CSrK8gF7nMmyd874mrAPsq7AYMgV4s6nZFV/9sgmlEQCDpEPGmOCPYth8QTmzYWW"
    "yNx1l5oNFRd87qpK8J2KjI3vrLkrdC2kgxdYldUGg3anP+g1+4NBLdUOQglFbcsirjjRhv"
    "ir+hKAsXiFX/92dnZ+/vbs5fnF5ZvXb9++uXx5yevK901fevtX8DIrtIJbScyuP163++KF"
    "KG+oQVMWBX9JGYtZgZRU5wp9D4vGwt88pYNcBagi69UQgl6kh7BgpYhVHwtRf7VdNZy9ev"
    "329eX5xesI/aikCPQQYHW4weLLB0HLj0P6nl9hzhRn4xqXTCBrL0VPwx/bwrn233dzMhIo"
    "ovHcIj+d05FLR/enhC7+p7YlHRQA3L++afb6jZvP4vZT3/+XK4Fs9JviypksfUyUvrj4Jd"
    "4Nopugb9f9T0j8iX7vtJsSZ+qzsSefuKrX/70m3smaMzrgHz6wbBWssDgsiul/PrNL6j8u"
    "Cfo/TP2HvXj4ODCd2VKipUbX5RxmpPQjmeZWWrjnX5sG/2pieU0yn0r4r/lrWmSEU2oIZR"
    "Po84/aVp8zh7921Wi16tLguyVfr3vX/Xpg9d2Sm8Y1vyIsv1vC79CsS9MvaUrmKGtq/Ry4"
    "mIzZREy5ZwV6+NroXn1qdF+8Okt0tvbyypm8FFeL+aAIg+EhD4b+fPgHHmUoXfTEbIUrIl"
    "XugPrjX6xLnb18qdGneK3cTiWvxXsVX9ONaNAJyox3ivjuEK8RSrBhF6q1eTMVwxnBt6Tb"
    "bFx9ar6vIz5pjibYviV8Fmh2eZMVhRx9zNsxE+Xijuo1PhwO1Otf2vJejXctfvM5kfeTn1"
    "ZKv1rqLdBuUrk2Znwo99PK7eOfOXaEIrJDhe5jPGz+1o8NhSGQL24av/0SGw5bnfbHsLoC"
    "/FWr8y4BOOG4DpZOlkHWwlhMWNnAZ4gWzVyHZ8wV6ELMN8ml8BIJYzs4JgdGcFkjOOGyM1"
    "BAXHB3Tp6jU4HiCtWHXxGCxm+CvPAx391n+jnDJp3WxAfqYWdM/okfU2ZSAv2ISbhSbnZg"
    "3eCvsLGFpav24lmLyD2fHAI4CjZ2MZM4CEOqe33Vr2WN9psBeHWvw2rr2vDGpjgNdMWY8B"
    "Rol8vXL75Wqz1QVJWBMwdSMUIMrdH9wvLsQWyoEFfoGU2URHXTl6Zn02SJRayxREd8hnjp"
    "VIPOJCaV1q7FSyo9bT0t2UAz7PmUIIspbGGaWiyoV4IelN94sqIE1b+BCQQmEJhAYAKP3f"
    "kJTODz1j8wgVVYgYeWhy7/ENY/QvLhlZZ3+lWBe/pV2j/9Bx0OmMNcI5BjQkfgo94BzlM6"
    "dMxAXkkcHcLnOgCf5+N7noJ3NlnyUbroRgIA7lpwsYhGMAE3Ejg6cM/evNZhCN+8zqcIxb"
    "U4vgs8mmRZmfkArySODuELneZ7kd98L1LNV8TPGBGwkcARgLtr+pX3/AwXxDtKXWyRnIlu"
    "KZJAe8hltgV3VLJbxN91Oq0Y4u+uk5B+uXnX5MaFhJ9XcliOXWx5o4nzgLMWJkVYq2KAtw"
    "HeQMYCJVhNZWyWEtwbwxIqIJtiUdSjx7GoAutIlnyodaiTJFdCFySXR1GvhWU2nlkem2LC"
    "8siXdFhSeIk37DHOI2wG9/gx+It/vo0Hso78e0SnM6F6gn1flXLxA3bDrV/KTBE8Rlbhn8"
    "6h9R6La2W8cvTpQCABgQQEEhBIR08gAIH0vPUPBFIVCKQRtY0cw2H9zfh+9mtXbHlvw2Ht"
    "0uMfNbaI86fFlhaLydaVTvdjo339e6N/3WnXkXqnW/K52e2J0iAAq1ZCNZvfqQe06Xb3bE"
    "XrK0OMQxnA2QBnn87zBpoCpCOpvXrxNwbvVlhpCdTMtUbGg8VK6jjg3QLtJFDy8DhzSb0G"
    "3JXYEVBQ2wZa8W4Z4ByXOjqYtzdcDOe+EzoOjRq1Knh0eG++Wbt4bLmDO+pNTZCOSwHMa2"
    "GOXOhlVjGR8A6BnlGGCXMs13QN87nTb7b7140WX6qE9wi23bf7wZZ7wm7Jh073RlQRTUhc"
    "b3V6/KpLfVaNlc2Im3XMMzK8FZEd6umqvZsuoYNwPsApfCGSbouRdBAFCoGKOxoVthGoeG"
    "f9NEF3Wf3osN18w13goe8wo4FBETk6gLfiSrJs2zNctigiR4fxuRbG5wUYn6cxFhSaKeGi"
    "yhwdypu3fxm/PV+XDLMC3wq8HTGpo4N58yMyf45H7fmIZbrv8mPHk3JHAPWuQ8j5mjpjlP"
    "5Hr9POa9vjrCHadkYM/Qe5jr+1SCQlQmI4d1zmEP9UPG8f4RECn2JVJFE/iYc8iBukVOFZ"
    "tniflDYKg8wVKYgxN4gxh9R1m0pd51p+WSQzRJ8zkkPHY5PBlOMxSaPYm1qumxvElBA9oh"
    "Cm87O3F1HQkvijKEypd9NotdKdPUDHtjI8mTqwLgUB1Hi/pyMrz7+23pu/kt6h1fbnZGDs"
    "Ka79/okL1ZGUvSVN/hOXCzzSIgkLOMK0C+4nwx6x3MyQxwJHXFysFP7JZl2h2LtLHZwv83"
    "G+THszYP/fbvf/JbbMmIzYSdndbZV4Wf0hO7X9ST9KOiV6RLPhjqOkE9u6DPZgxQVBA2U1"
    "oO6904dflQLsy2KvbsvUx16VAuzLYh+EOhqDHxMD9Mui79O5N8LG6MfEAP2y6D9Y7hwPRq"
    "7l+8YqSMuCHkz0UJBZQoE2rZMSySX6OIjGPCxV6OaVSDdEjXzo0m4BcNeCq9p3GrCG1jgg"
    "uxbZxMJFA9y8vRwAbQLamG2mAWxgTQCwa4GNmV0awMoVylNwfRbHTqjrOA1QV16nDSD7Pn"
    "az48Q35aarWOopOWZkpp0KRxOtlFMsrKxxpseCejaid8hCIkqFF1veI2ITiyFxBoqPBB1C"
    "7Dq/Lg2AE2QRFE5Y/A8UjLDiVzAkiF/SDkPSDss6HmQXj8xIl/U92ukfpJ9KpM+CXFCQCw"
    "pyQUEuqGPPBQS5oJ63/iEXVBX8rYeVsMgc/lqr+bXZqgcWnNja+/4LN67/tx4ZcuLc7Y8y"
    "hVFgzt2SXudL96pZXxp1t+Rro/WlObhqNXq9Oko4QvefcQrSGm07YcmfGWGea/I6/JkV3n"
    "mIGx22DTCfVJzs/SS5g78qskOr+uWWA4c2ZlfzdbbzkDEkFAfBRUI7DIELF5EHFQGXIsn2"
    "5aNpEEoep2HyvkxnTbzKiabXxkpJrXXf9CexM1bRwvJReBts19FigskJGj7yH3TKr9j8x+"
    "MpumbI8RHhU7OH5sSmBKfdNJu99frs5eB+qaT7xXyVCKvDQ14d8hWeb5YlbiVxhKbt5tcN"
    "ysni+mOaIgRL7rJL7mqdm/NM5paC2Ka5D4zwWsZS6fkb4Cp1jizqENyn/B/tQIenHFi011"
    "6gq4MSxxU99Qgi/kpYvk/WCUTLi7rripFSf+2K4lvC7LfxyLGxjbg9ZaHZ3OP2Bj5F/QlG"
    "wmQcWj5GHr7jrdRHo4lFxtjnGPKrLm8EPkMeXSCZ8y6DCN7uo3TOS0oO7MEzxc/wGKLAmI"
    "Wjgiq7PgF6GOjhGM6wAAR6GPQP9PAhTnMKP7MyRcowxIp4lZ0ytZtG95+8ybc/1tHU8u75"
    "wEDGt6TX7H69lkww9h4cQQV/bnT77Wa3V0cifpO/us/Lup0P1y0pO/PoneMu8zzt38UjDN"
    "lsm0RPe6p8pdX38fqrSPgxdh4wuSVibHrfbXzjJQuHTWy+hqpIJhCxXCBZm3z09KGIV1od"
    "35rvBiJnOscfD2XifdFzPje7otvMsCfCMAbhEVEOGQSnRPE6n/hcwuuI7Nm35KZx3RLd0X"
    "H572av1/jIr02x7y/zy+8/7yRwEs/MJKmU4/ZZ2iNMJPUzhV8RAkuwLPLAF1WErsj3mJfY"
    "HPgUn/mBMBd6XvPkILMZdAOPd395v8Nq7Lr4KqOrBrZAtu2cbNsCIdTFHE+/mBcK65yY0U"
    "MDT5FbSxMtn+UH2/YWlsPQnDDHlYSMcK8z6iE6w8RHllxLYBvxBfr935F1x7AnIPFlXfzg"
    "2Jg3ueBGomR50gGyuAmJ7TRttNtHl6CRQu4oOtHF8u8Dt2hQ/HPm8KfIv4FUqiSpdAiH9+"
    "wuBGobx/cUZcfNhngfGXF3hvHmXV7COjA7uiAU2P3ZBduf+bNg3copBdFQn0J+jYNKkduX"
    "m2o/ajg4b1SgqjuPGh2GGpc6vh1KOnPERf4UcZGaIRQzybAvxSWhN1W6N/FPu3O8abmAk4"
    "TsBlRdzYXrkWnadOxMS8L4uXb8jCjYEh0rKQsdq9IdC+ixfZM0gms3hl8RAug3xdIIUDfC"
    "IXzDww9UK4Nj1fSg6+1W2p8GgQD019Y3jeyeT5AMWRGZEFJoRkxCyOPppB98wJ4IdRPpAB"
    "fCDe/4SC6VEW+da7eBMLrcCYIcJtIFEryIbnhHXZcufH4lKwXhrh6bmYZQic5cikEywupM"
    "LicFxADsNoHdJjGcIbQPdpuA/mG3ySFOc7Db5Ch2m4QmpL5Jokgck+NhY0ZJdhyiWArlU+"
    "dVb/wbmV2av/VjE0uKMY8ml1an/TGsnqTRMyLLs1I9FuO981SPBw55ymW2L89DV5w+KxDq"
    "zuUbZvge4lVONL0PXig18EKx9f4HERGIJnSBXErGctsanTPE9cO4XJSawg9OK+DTH1/zWx"
    "5WEuGdos7d3TIA0ed1h9R+RBPL57MJJjKocCZWgHiR4YXY8cMhB1+lzTHwOuxsggevw/Ne"
    "dYLX4XnrH7wOVfA6QAZ9ZY+8VgB4gV/gVfYJBZBEf7sYS6u8rN8sEt4M1tuwlGufO/1mu3"
    "/daNXRjMoFluXeklan16/zZUuwJ2D/GSGmfM00ydju0Jtarps7lq+kdmcin19sdww/P3t7"
    "EY3a4o+icbp302i1Dvkkg6gEjjIo44sJY5wyvTBKAJSW/yXMOaPpeUGz+dB1Rmgm3BpyB6"
    "bl3/vhBk5fBmKwCXY8GX+RFcNhfgPwgFTaNAQPyDo1gAcEVsDgAQH9gwfkgKc58IDsanXO"
    "6D02OssmEqjuirwkvuc6a+7z/DX3eWrNzRxmlsEhEoDmq9l8BWCGHjxVBlx4WihPLHKf4T"
    "sqiD+JJI4A4Z3H+0jwTCN+VCEA3Rh0y78fUG9sEeV0SRPfXoY4ePnWePmS+OcklVoLfF5u"
    "KTghdg3gy2xuJSBXJKGZG6KuZAo3RF2RhKauD3q46zIKaTeEPlMeFGCugOX+gZLwK9Iw5p"
    "RAP9yqURJ+VRzwL4O/uiumjAJUedCAkQbmhHmPJl4CRWSHq6mrdno9tSzbSKJSnZ1V+Rur"
    "UofGBFmnSpqRGdL7btTZTHzFGvPhxJ4cvN1CF6RE0ihVCpifssyPT+feCBuDHxMD9E3QL8"
    "gZJZt0WhFwOEIsoZHa8TXyRQVN9SmoRpFofayVh+tAcY316YqliVrGADalsVgUJdgMzUmj"
    "UMEBjsR0DyYPD3gQa4YTZBFbbnMcWdOZxVtVEAcoTnwQ8X0498xx87s84RwIJc9aWDRnHI"
    "nl08JyCD2E0EMIPYTQw2MPPYPQw+etfwg9rMICNJemyw/CyOfnIAQj4YLJCMG45/3BNO4i"
    "ktm36/Cg/FrCuM5bfea7xONSR9DAkydM6R0xVXTGVCp0TmA2xbYzNzrOIS4FSOsirS4YTb"
    "BW5QBtXbQZzkokX4x0KAMoa7dpSsSmcuMmvRIDrHWwhjNC9m5xwxkhVeF74IwQOCOkEuhW"
    "+4yQhuvc41om6xNcOtGke6yo9lqWp7+gSuLLgIeh9B6JO0iOxuevgijBf0c/+L8/ZLZLUe"
    "7SBfaQY5+iBvqDDtHC4+tDXx7Q8SN67TveHgY2nfMX9H+kyaFdPzzzcBB+Y9kWZEnyWJDv"
    "QfkA+KLK8kUy8EueK5/WQnE6orjkMU33m0hK5GHL5zdPg5p/pLUiAodaP+FQaz4kmYeJkS"
    "eFKVUN8v0sGaLB3gx6RQrA31iQGNlMMNMzMGtXfV9jzRAYOoCsHrJK167YauFKnogXt0RT"
    "F3VXDCOlvkYqudBoR4sJ9TFaGtkyWT6jaIilGR8c7leXBnt0pJ9l28JO54KYiJP8pIEvTg"
    "Ak8+mQ3zB4ET8r/dxuHgop6yo8XRSuA8DjWokZfF/j4Q32xjnek+CS7lg4jWqvHQk7BK+G"
    "JSlnI64CKo4MEaPHKWowNOXWvnBiBA4OMa3aQbJMbI0m6IfLBzPvB3oxdcaeTPaA3vySHv"
    "62+iSdWFt/7j04DzQZayvvmSi7xzMW3JY5LvhNKjpeQpwtxNnGcIY4S4izBf1DnO0hTnOQ"
    "4jNrf75WYMtZQWDLWTqwJfDxmyC8kji60KE3Wgi/KUD4TUboUOCNMCFeFJHdEy/KvDGcOy"
    "5ziH8qHruPSWMrdEywjjGd00OhfU3n++HDDm7WnhNbuM9LGG2q4AaUXLHZ+5h0HDokTHaC"
    "LEUgv4n+PhDVF6Rv+6pS4Ht9wv4y4RMss/hISsLao6wOEj5SfRUkBKEblFbBclYu0Q2Skt"
    "ANNhTIETbutDog5iAzP018MNAI6ZBTKMCrB69qb2hgG82OT8H3WeSrStoRGuBGYy6Auwbc"
    "5OxUsWAkybB3MYfUZ7V8Dj6scWJCxQ88RUojOCkIDFpy4HwwG1L7EXl4Rj3eKNCLqy+9/q"
    "8vzzI4djNRLdKc8YYoKofUeE7GKjXMLCxbPlYtBiYdmHRg0oFJP3Z/HTDpz1v/wKRXwZUC"
    "TPp2mXRCmRm+y/rAouuw6JHpnYa3SebT1KIy7o8NhXeINZ0FJ6Ea4F3rfG6260hI3pKbZv"
    "dj8319GRx8S7rNfzSv+qLEw3/gEQt2d5jq5lJDM5e5erlMasUi/iLLVZXf6lcS0O512r2N"
    "R45dynaKSwKjXWkLCTa77Ns8CrtLCSM1JQpGalkt7GnHNmAvnVgxD6U+/AlB0MCGmFZIB7"
    "WNdFB73zxfsaa+wb3zWaMJUIFrcE2MnhrQruwNAHcNuCnTrGpEK33Iy/kQXDoxolankYze"
    "eUBic/EddYP8a1IYyfN95N3qyHLdgDx1GCIY277IzCCqiQIBQc4BQRu5rQ4hG3w1MKoVsG"
    "NOChjVsC2YOIpUmSN0QV/q+Iou811FlylP0RRPadYptvnbjFYSkN7tCfuJ1EHIMEwb3DZl"
    "hpqCJVOU7OPJBn2UZOTA1GAU3pdlFF01eleN98392URtyt7LwK1su2h1Wdc2IpQtE8fqmU"
    "Z5eWxlHl552qFIUsXvGiW1zU9o+21CpYTIVRWksfIwfyn7v3xEF0Q/h+6Wng0pdA90DCwy"
    "tyCADQLYYjhDABMEsIH+IYDtEKc5SKO9f+AhjfZuwS9Y4EIabUijvX9kq5VG+6//B2clX8"
    "M="
)
