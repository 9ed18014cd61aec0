"""Gifts for reaching tiers: once for each member and tier."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        CREATE TABLE IF NOT EXISTS "crm_loyalty_tier_gift" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "points" INT NOT NULL,
    "kind" VARCHAR(10),
    "given" VARCHAR(200) NOT NULL,
    "member_id" BIGINT NOT NULL REFERENCES "crm_loyalty_member" ("id") ON DELETE RESTRICT,
    "tier_id" BIGINT,
    CONSTRAINT "uid_crm_loyalty_member__760353" UNIQUE ("member_id", "tier_id")
);
CREATE INDEX IF NOT EXISTS "idx_crm_loyalty_tier_id_6f987c" ON "crm_loyalty_tier_gift" ("tier_id", "id");
COMMENT ON COLUMN "crm_loyalty_tier_gift"."kind" IS 'COUPON: coupon\nCASH_BACK: cash_back';
COMMENT ON TABLE "crm_loyalty_tier_gift" IS 'What a member got for reaching a tier. Append-only: once, however often it is reached.';
        ALTER TABLE "crm_loyalty_tier" ADD "kind" VARCHAR(10);
        ALTER TABLE "crm_loyalty_tier" ADD "gift_since" TIMESTAMPTZ;
        ALTER TABLE "crm_loyalty_tier" ADD "gift" VARCHAR(160) NOT NULL DEFAULT '';
        ALTER TABLE "crm_loyalty_tier" ADD "what" BIGINT;
        ALTER TABLE "crm_loyalty_tier" ADD "gift_points" INT;
        COMMENT ON COLUMN crm_loyalty_tier."kind" IS 'COUPON: coupon\nCASH_BACK: cash_back';

        ALTER TABLE crm_loyalty_tier
            ADD CONSTRAINT crm_loyalty_tier_gift_points CHECK (gift_points > 0),
            ADD CONSTRAINT crm_loyalty_tier_gift_kind CHECK ((kind IS NULL) = (what IS NULL)),
            ADD CONSTRAINT crm_loyalty_tier_gift_since CHECK (
                (gift_since IS NULL) = (kind IS NULL AND gift_points IS NULL));
        CREATE INDEX crm_loyalty_tier_change_reached ON crm_loyalty_tier_change (to_tier_id, at);
        CREATE INDEX crm_loyalty_member_joined ON crm_loyalty_member (created_at);
        CREATE TRIGGER append_only BEFORE DELETE OR TRUNCATE ON crm_loyalty_tier_gift
            FOR EACH STATEMENT EXECUTE FUNCTION guanxi_append_only();
        CREATE TRIGGER filled_once AFTER UPDATE ON crm_loyalty_tier_gift FOR EACH ROW
            WHEN (OLD.given <> '' OR to_jsonb(OLD) - 'given' IS DISTINCT FROM to_jsonb(NEW) - 'given')
            EXECUTE FUNCTION guanxi_append_only();

        -- A member and all that were merged into it.
        CREATE FUNCTION crm_loyalty_family(p_member bigint) RETURNS SETOF bigint LANGUAGE sql STABLE AS $$
            WITH RECURSIVE family AS (
                SELECT p_member AS id
                UNION
                SELECT m.id FROM crm_loyalty_member m JOIN family f ON m.merged_into_id = f.id
            )
            SELECT id FROM family
        $$;"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        DROP FUNCTION crm_loyalty_family;
        DROP INDEX crm_loyalty_member_joined;
        DROP INDEX crm_loyalty_tier_change_reached;
        ALTER TABLE "crm_loyalty_tier" DROP COLUMN "kind";
        ALTER TABLE "crm_loyalty_tier" DROP COLUMN "gift_since";
        ALTER TABLE "crm_loyalty_tier" DROP COLUMN "gift";
        ALTER TABLE "crm_loyalty_tier" DROP COLUMN "what";
        ALTER TABLE "crm_loyalty_tier" DROP COLUMN "gift_points";
        DROP TABLE IF EXISTS "crm_loyalty_tier_gift";"""


MODELS_STATE = (
    "eJztXW1z4ka2/itdfNlsFXGN7WRmlty6VdgmYyc2eDH2JBtSShs1oLXoJnoxw+7Nf7/dek"
    "HvQq0BJOTzJRlLOpJ4Tqv7vDzn9H9bE2Oh6GyNdWt90p1MmE2tVgf9t0XxgvB/pJ5voxZe"
    "LmNnxVELP+txKQWHpJ5Ny8AT8YQp1k3CD6nEnBja0tIYFYJdtCCLZ2L8zURLplHLRGyKGC"
    "XIWi/JibiHyib8JhqdFbvcptqfNlEsNiPWnBhc6LffWq6QoqnOS/NLxT9//53/oVGVfCGm"
    "e9nENi22SL9w+aJMNaKrEbDc65zjirhaHLvQZjfU+tG5Vrz+szJhur2gwfXLtTVndCOguV"
    "jNCCUGtoh4gmXYAitq67qHsA+f+/OCS9z3D8moZIptXSAupN0XCI61FKU/GCkPvZGitBLa"
    "8CVCiHuHJowKTQrEHQBm4hW+/cfZ2fn5h7N35+8/fv/dhw/ff3z3kV/rvG/y1Ie/3JcJ0H"
    "Jv5WB28+mmPxIvxPhwcYeUOPCXI4Mt7Eo5agrQN8irZoo3T+ggUwFhke1q8EHP04N/IFBE"
    "MNJ91E/3q4az0+8+fPfx/P13G/Q3R/JA9wEOf/tE/HIFW0lIr/gZS1uQdFyjkjFkVU/0xP"
    "/HvnBu/c/UphOBIprZmH7RTiY6m7ycULb639aedJAD8Ojmrvcw6t7di9svTPNP3QGyO+qJ"
    "M2fO0XXs6Dfv/x79DDY3QZ9vRtdI/In+Nej3HJyZac0M54nBdaN/tcQ7YdtiCv/hClbDYP"
    "mH/UMR/dtLtaT+o5Kg/+PUv/8VP68V2ZUtIVpqdvXWMCmlN2SZC7RAbWGsJOG/nGMjHfxA"
    "IoY6/zFlvrVqbYsF/qLohM6sOf/z/bscPJ+6w8vr7vCb9+9iH03fO3PmnIrC+4x1TCdEbn"
    "iHhA5nNrxr1LCee7gWB92XAMTLIa6S55SFPA9xXwIQL4f4klCVv5XC3V9Nl7WhEsI7MKNq"
    "tqA2yliKBgskTKWo4OG+tcZZSpGwTnEFRMQA/tLw+/ExKfBDQgC9FPQiCjl9SY2EuSM6qY"
    "gfmUG0Gf2ZrB1l3PA3zzBjw2Hfu83djkwXf/mDzT8arIAGXm3it9EJgIOgEp1YDgxDviwM"
    "by5HrdSp/msBnvCrTy5DN2sovrEVrgDCDko7Gr73IjEw8m7YUIRDs2gGumK2eMaTlxU2VC"
    "UybYgz7IzFjmyuTZ5anC3iRzDFMwcd8TPES4cVcMlU0srKKTkn21IJpYkvsjWb9HmOLYS9"
    "HBGyiK6biB+x5gQ5OSlxkCGDqIQskMkQ/x1rL5HUQTPGVMT4+GqjKTP46QVBC43aFuE3oS"
    "rXg0bMZErqQM9MyWsl8lde5s0bGCJz1Ua/hWPzkMmqZybLHQ5yGghkwI4qbcKKqUWZY3Mu"
    "E26NCO0m4lo1+JGY69m7IkFXflVm1NU5F3MWxEyWRPlhgXU921nwhRoTkDo/+/B+M6LFH3"
    "lj+OGue3sLaVqIPEUjT+TLUuO3K6H/qGRV+ocAY7FsvFkuFW/u8gOHAPLe9Bu11osbflE5"
    "MP52FUQL8RZ3EYYIkSePTBtFgxDRgVjHOAQ17YX/87PCEcE1bcmoRFRya3Dimq3Czr9grm"
    "KkM4s7+ohQy1gji7GXHxAlM2xprwStuJ9P+DUGeSWGiXU0w/wo9/4XSKB0grpLkTP8llF9"
    "nYxL7P9xRUISzpMUPxTBHw+E2qq9XwhD1EQRIYve/0qkoA9LAfilwfcmJSnoAxkAflf2lz"
    "Ocd2V99fybHZkmitpe4W+/QH6Nj9ddIXvLjnGEF8U1+LDrZ8+6YzrLkt2MeAkbdvPJbbde"
    "B5SgBXslCy4jbEl33T9BozlBwqB4xibhpuPUNokpEl6TOaYzgpiBXBSRZiVt1F3dtHxyzA"
    "2UgE1aW5sUirygyCuCM2QPoMgL9A9FXse4zAVaeOG/Ngm+4Bz0qL1I2OMRNfiydaYetHrd"
    "Yb+DCDbomF4M+o8PHfTMqG2O6bB31evddTxK1Jj2frm/Gfb4tU5yUpx/6g0fekpwnYhHEs"
    "W//tOwe8kvn3F0+dWj7s895aJ7+TMfWPiFKMLeHtOr3sWog0Q5y5h+7t488etXWHvl13ev"
    "fnp84Oew+m/b5GdHw27/4cfeUBk8jsTYxNScEkNhdvjcTT90SuO/6K43/MTvuSDGjMSt2i"
    "IUi9P3BRgWp/FpIiBYiFOx0hOI3VXzJc8MtrJS+EN5wAcyjSG2HBh1ryBTwVMrjZddoJYz"
    "EIXBX1oNJrONtFrabPJcING4WuW98ObwIj0pncsQ2MiAgVZ2ZHNT10yLOmSP7EDicIZZa1"
    "8eT3Rknxca2ec5I/s8ZWRLO6DgeB6z44knFpNqa7ERaNz3tJ+VAvhkVS8ZjqNqSmsgJgiL"
    "dmkN2Lp8RXJICJAHLmWNuZTxob4reIfevY5roBeFNvR9F8HVm4t3hW1RIsqxghtduupHmr"
    "hmsXR+4mRbijIx90W2MibuXd6tSSyETU0lToUvRkvbmMwFr8HmmjXQCqdwd+VEy7EfgO8A"
    "fAfgOwDfoelhB+A7vG39A9+hDp45pKerytBZHKH0qOt2pslG+IARWLYkVHJeaw3ue/0OEp"
    "Jjetm9Hz0Oe1cdNMFLyzaIKiglt73ugzhmcO+EW9CqTzu58nknatwIL0TjOCtC4zjLpnGc"
    "xYO4UNv/JhYlyJtDNqThC09FNY1v1tqCaHyF0fhKahdrNtR3WLpYYbxYlDdmhYu90keJaL"
    "FXd1k4WGyJZpIT/mjkR3OdNpCubbc5lhkwlhCXb94AIeQazfZtCCFDCBlCiBBCBv1DCPnQ"
    "ll5FDiU2aKmPMCIIgbFaf2r4FWsOziX0HJcFVdda1TUKdddsfm2SliHxVxkbfcHfQLyXFP"
    "YRMYC/NPyQf6jaXISeiocFHxIQby0Bcazo1jsD4W2/l5WECHbnk8hDBBsEbk9FdJG/fxvS"
    "qLOP1dJgMwMvBKPGUN19qTRitNGcrQT9320z7UwTQRM/ISjaSRskma3YyxOKJDTETSF/UY"
    "fFog35C8hfQPwa8hegf8hfHNpOrGivQWEeUjt9p+ac3QajYg1kfxYif+ZwP+PUT+jIVsXw"
    "dmxrU6NptGaxyKTjHpXKW2COb5rJgVQsC8nuIRpZKWlmbzZ8ESFAr4SFExGEVFKdzZiZga"
    "mwRWxqabqsnhPCoOs669rjbIQCNhIx/IQsGK1lV3X/symliBRh0ERZTTi9plWFvwSTVkRS"
    "FvTwVXaurALgC9iFA+0lDeSDGFHB3Xh4byRQn5PVFYN6VynHkXev4/oOiiYcQ59/kVxuYL"
    "8AvIXyuQmDrwDKYeMEYC4Cc4o5VwDnkO2xK5iDFHgzgU6aaztgKSTX0aQ6BpSMGP9PEWVM"
    "uOpOLkO3OqoFtKgqYqZDET18PQPEqeYcuVink0CCK9pSPBCHOeGqsV2MCyI2GwpxLlaaNU"
    "ea2E58RZG3k4bZQWP7wz/IdGx/f/bufRvxcbNYmm200HTi7OaInd0dBdFjwlSC/nBv9gfS"
    "TIT1FV57XI40psjBn7+dRwK0EaCNAG0EaCNNj8ECbeRt6x9oI7WIenGLJQl+Dl/Eu75xRJ"
    "HzYnsQ5WxBFCeKOP+XgNa/vs4bb5YE930RcN9ng/s+FVzlPyk0nHx8PZHGbfmzG4AT0dgK"
    "6xTcnkNDwqE2s3smRa9qS3mrRkiqgKuqY2NGvI1dF4Ryn080zff3bW0jxn1FZHJv/pmpa0"
    "T4XRDm66VwEcP9k1bM1lU0Y6KyAM05HmhBMF3NuTOZ5qAe6KnlmvyLvk2bJq5Q8gC+K/iu"
    "4Lu+Bd8FfNe3rX/wXevgu4rgfboDsL33vC9bZ2er1b366fFh1PHMvzEdDbv9hx97w87GAI"
    "xbjEV8hdMivsJptq9wmnDGoAsLbCNdhzDDXjaSProtLjy/lvjKLzzdDHv/fORLo7uRhXeP"
    "Me3e3w8HT+Ig960N9uruePFT79K78N9k4j+r8olIJRNNLWWXRSWBvV9n60s0kTJe5GY9X6"
    "Jxkb+9zHnQXqrihd2fjko4GAlRcDDKagE2GakOe7ETrjT0ISFAvnQJClPKzv8JUdDCjqoh"
    "oMfdvnvcBWP38CDXbMQXLjyJf+4FYPZ3ON8FwP4G681EN7SY1bVF45EiW6BDY7ox/jX4eo"
    "mWR7PJtSUJ56N+DTCHRNyolcUo8U63JakkG6FtTJJsyItwMHyOGJAtgGwBZAsgW7yFcC+Q"
    "Ld62/oFsUYeoELDZg7xloaaSpzldJU+TbSWB0L5/jIGnUtHkYVp8wZMwiDfXN6Zd6s6sYe"
    "5baq8pM/EFYzrBNCsv6wvFAH3mUvtC1Hf9DmveXAwGtxHL5uImNjz7j3cXPT53ODMHv0iz"
    "MkbtcfELW6/Mnsw9SqAE6+dp8Hh5LTiFnvyYXg4e7wf9Dpowe8ko/7v7cK1cdC9/FhtomH"
    "NFBGNaZeb0nfN9Zto0xSnIXjH965u3XBYqADvNqQA7TdbYreZpLlfeYulLgJldOvnKZeTT"
    "roEQGCm7yrj6bWx2kU+JNNQ5MmUUTgYGg7CGQX/bwTYj5C9OtuUC/r5IgcLRV2KI4K7oET"
    "RnK7/VkCjEdDvLiV2qGCVoYhsGoZP1D4g6u1JN5pjyXyRqPPU1mjJdZyt+9fPaaTVEyRfL"
    "v3Va4eiBngr9jGo8u7UhTQFpCghTQ5oC9A9piuYa8WEteLaJxKoWkmhO6+7drWqeeSgTZQ"
    "nLNDD9c16k3ia72qZoUuKNZSR2FyBfpHN4c+uWNjJNgvTQ1TJflloaBbVYwDyQrvOU0er3"
    "nkSs3PGVx/Sq++tDB6l4bY7p3aA/uuZ/LRi15v7fSq9/5R1SCFXH9J+P3eGoN3SP/2ljwy"
    "KGe+bXXtc7vOYeujhWKsZ+VihtmpM1jc9P7u+RmJ8CgQM6iWdHMjuJsSKBpX855EEThh7W"
    "NVWZGmwh625FJatyt/YfsW2EVyVUg7+krOZ56e5AqOJ098byr3GWm8MzFTmNeZrNtAXlkC"
    "AgXQRpN6WeRkHagnRI8IBIb46EoZata6gK60y21xaoM/0rQDoDadNiBlEVvrDassykFGmY"
    "SVIxT6SqK0ynOjtRZaVT/W2qJNKp/i5Z29Op7uZMJlrNmUnQVJvZBkEGwZM5UdEf1pybHq"
    "Ju8g8n06lRpFlt5GzKG6Qv53zJIoZIfibzpru/PSRIax2+gATpNjVAghQSZJAgBf1DgvSI"
    "l7m61HHVaMMX2JPk6ADe2N9ys0dErDk5/kPXcC1JWjlMHvAbEZiuy6J+PPyLQ/U73S37Ys"
    "FfVVvqqbt0Z2c4I0IH9PTeHUt2TtXMjFZq2anOkAikOxOzLzFetQlRJjo2U2La2ZNBQrBx"
    "M8Lu7YxnDsZUS8sdjMiXjOEblmkAxHmOZ++XUcTn9KH85q77y98jfuftoP/JvzwE/eXt4C"
    "ID8lT7eTvqzbGhDw28KInNTJVlTtYxqQbZdzubsSurHj8Mri2oEj+C2QSqxBvpFTrTr6l5"
    "U4dMKD0qCfuc1C1gXrcs/6VTDtzKy/V7l7SlM/7KJJDcmvgfiFpl53pR0ozRwsnU/81E4k"
    "4iFT9lxoTLufvjimPuxrfYRDPtldAT1F2KcNS3oq75BP3EbRc+jpBmIsq8GyfpAId6aJHW"
    "r+6zQ7vvAm8AeAPAGwDeQBOXQeANgP6BN1D9Mhcqq5T++qr96sDHKPRxrealKzY90VqXaw"
    "573ctrd59Sh8M7prcDsaOyzsR+ysPe003vszj5qpHVmH66eer1O67pPqa9/pWQ5Oa7kLsf"
    "Dj4Nu3cdtDTYzMCLeoS2XIay3KQYyMBsWHY2XBBspgJf7NMJidc5xPtpOPg8uuYfhMFW1n"
    "xMH+6d+mSH1uG0Ce2PnPivO26q/xqALLFfsoSjaiJrgwVCMN98DflKMsq+EQHUy6LuVPak"
    "m70ZDqcvkGf1Hh/6OUAKIzaGGje1zLTwV9723L5E82bg/WzPbbEUvlo2wBuBxuF7Vgjfsx"
    "x8z5L4it4QboZCNuAQl4S5t7yFHUp3FFdARAyaOZWG32LlPoCoHAx/GfwTud/415BURbl2"
    "5Hebux3Zt/CXP9y29CKPzAIFdnjdTNu7QtivgT+uoZ4Gr/8CEXzjy1wE4v4AdS9HN4N+Yn"
    "9tQLgwwtF5NAvfiskhnwRRLo8a8slj0skSQ3wG3nZayGfBt/CJGWjGLEHJcKO9gmnhsjIi"
    "NIwOYlRwNuZs5TS8Z1OLiEYOgpXhRYmTRJD9PSaF+vFbaLp3PpnfE2SQ0NgAKghQQYAKAl"
    "SQt5CtBCrI29Y/UEHqEBs4io7lx1LYCWVC9SkTeiVSaYuNAETVi0TVIaJbbUS3VDgXYrkQ"
    "yz2uWC4EGYsHGWsfYbz3yJZ5Qcb7gJApG2cMcTm3hxqv2coJ87m7aC6wSk7QaE5EI1hTtH"
    "ttI6yv8NpMRg+lJKFhbI2n9TZE+yDaB9EeiPaB/iHad2i77i02jK0acmgZe+wQV1yqU27l"
    "cCtuJBeJo6vXWRJDY6Wj34H0ARWDdV3xbQYZ1XRvbxWxJnaQf4cxHQ5ub2/6nzrIYLrO9S"
    "CC47dcY92hiI1z3FVs1ENRsAfkTlM+hCwVaUhjUpBJSzTF4kOZKJIbbEaFANRE4ZlFlmUn"
    "aF/2gNNzUNssMzn/ePPpccinZld6TLk/I+h7pLrJt05twJ6YPZnn7Pfln29LxV9fQ1JFWZ"
    "4T27TYIkTAdIkFPzibb5lztkQWfiGmYFniGdePafF/mtziUVN6e+3onkVad+GJY3SFCJtt"
    "9FvLII6CgMW5bTKDuC7EdSGu25y4HsR137b+Ia5bh7iusGBk4o7+9Y3bCOysGNcth+oWD5"
    "fYZrnZzdzl1FazQd6kCcxR1FSuBUNYpsZ83ToRRl9Z6vKQt524L1L1zu37/2h2uIN7ZRT0"
    "ctZXKHIgE+R5GjxeXveGHeTJOwkRoKYDNb2DYgGa4uZoVA7I6aWN0UgsrDj+ETGAvzT8hF"
    "qGvDMWloJtVXdTHODNKElFlCOwd4PbHdmHULQ8IDoFF6gPcOeMXQE83NytofhGptgMeGWS"
    "U7FJJ6mHASUjxv8jo4Wef6ujmnCKqiA8zxbRwNen/LrOoM5K+HX9IS+R7sMbmQLJPm0y5x"
    "b4Yon594hm+JUgTJGDwt9MLz/XRthEK+fKV2KIXAs/QlUngyf2FztBfaftirvJTmpHlz09"
    "RT4h6L+E96eK126CcGkb/MYmcf+KXQUJQ0gYQsIQEoZvIt4KCcM3rX9IGNYhSOBZQBKrWk"
    "iiScGZna1rWY108gZ0Fb10GjeUN5Z1AvrskHpYpoGFN3uJqz9jU5Mc3xuRxnCxDzy2hfuY"
    "aiWl4+1d/pUbVtRtbOegmLJjBaR/quYiRWMbEuZdVBBUACmg44A+JwXkj+ldpSguQ/c7sk"
    "+haIQ8Ng0UyAJBnm0feTZIBDUsEbSZO7JyQeHJRSIdFJ7jtmeE7h2f163O8rwwE1mifmuq"
    "WW3n+GROJi/fatRE/A9xAFPE76m9avwlUQ+LXI+TpEFs6nXhfyFLS+R3sJ/bSSaJDvngIn"
    "kjv7eGX0LmN3CDTBBkgiATBJmgxmcCIBP0tvUPmaA6xAqgJVjA9S9UPXaaUz52mqwfO5au"
    "YAei/O8FY/4Cs1lap+hidS8h8TqP6tb9o4DgodfZODBjenndu/xZuRGVL8J5UTQ6pqLf89"
    "PN6NfOxnmJO0PVVL6E36aMnsLyNS674x78003vcwcJ85+sxvThcfjU49owbeOVrMe099QT"
    "zdvIK6EWP8vR4io1OQRcn/fDwY83t0LFBptqeoVtaxKaS1kmcuv3AqEDVvD5funRFvC9Yl"
    "1TFbEpp0zmLyr1lnesd5GwqaXp8gBuxN4ygsBkqSpzahsGoZOM9THDEwrJ1Nl4KWkunhdY"
    "yc4zF7LzxDq2SE8U5RIDNjLgZJYd2VNuC6S1WMgEPRBoEOg7i5wafESq4oElDemw/AE9TJ"
    "WtqKSX2boafOa+jZAc036vK5JjHGXCbWWT286P9x1kL8vYyB8LTCwfMyeWj4mmuhrVFnaK"
    "yZa7G1ogBAS5chOLwAx/kXRMAiFwTIo7JhynqaBTzNPWzy1whwShm4sc5m5DkzRzfAvmIU"
    "HAXA7zTA9oC+SZXhAgvgVxk1t7RFW4F27LhplSpGFaLw7+0mCqPUkb7T89DPoZ3n5IJh4p"
    "0SYW+j+ka+beLJhQ3vXZ1nRLo+aJeF4VSVeBUUQRvo34zV33l7j5eHk7uHAgCyVSxQ0u4t"
    "6SZpiWkl3Xkvs5JIVhLpL4HJ41w5qnll0Uc63C8ofcyoSuZT2rbl8kiOh6TO8GfbHTjLMf"
    "xZhedflx7xdI7/hTwKuKUw5C+/3EvSr+IIJfZLeBiEk1xrXa4T4QDkBl4rwJ0cage+iqRW"
    "IoqdNMbpQ9EALcy+OetWn3NugDOUC/HPrPtjojkvH3QAZQL4d6RsfRPNCzeo4C5gUxD23H"
    "Xhz1kFCD0h7VVuAJTJNaKFcZNvLudVxqKFqRFBp9OygJ21Px0pPXhmRbDdNT0K6kRCmTEu"
    "p2UnxHK7//nIk1FQkujth3zK8YspizCxUlX6wT9NnQLItQ9Lx2Doqak2csbk23Nbrb45NS"
    "ipYSnep8XH6PlTNBzRLULEHNEtQsNb1mBWqW3rb+oWapDs4VdK/b9bpmEWMhlQLcCBw+/1"
    "cNUXovmT7olVS3cAE07NlTw54qYweiMu4mJ2bgnW/LxQq8ertiMYIucrMHaIVF1xFiEO6y"
    "O147mzqe+YRxFKloVy8Slz/wUxPCXX3+RzIM8LU3S/X03VuG+9aDj1+XCasNPj74+ODjgY"
    "8P+gcfv7l2ObQ+/qrCXZecJWEHBAJNciB3ZghELGKJsq6wWJOArdYzz2JtlfPL7zZ3OzJd"
    "FPXKI6OwBj75X/8PJP4G7A=="
)
