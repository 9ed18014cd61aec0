"""How much of what a record should hold is filled in: kept by the database, whoever writes."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        SET LOCAL statement_timeout = 0;
        ALTER TABLE "crm_core_customer" ADD "completeness" SMALLINT NOT NULL DEFAULT 0;

        -- Of organizations ten values count, of people eight; each as much as any other.
        CREATE FUNCTION crm_core_completeness(c crm_core_customer) RETURNS smallint LANGUAGE sql IMMUTABLE AS $$
            SELECT round(100.0 * CASE WHEN c.kind = 'person' THEN (
                (c.name <> '')::int + (c.mobile <> '' OR c.phone <> '')::int + (c.email <> '')::int
                + (c.address <> '')::int + (c.birth_month IS NOT NULL)::int + (c.level_id IS NOT NULL)::int
                + (c.region_id IS NOT NULL)::int + (c.source_id IS NOT NULL)::int) / 8.0
            ELSE (
                (c.name <> '')::int + (c.mobile <> '' OR c.phone <> '')::int + (c.email <> '')::int
                + (c.address <> '')::int + (c.tax_number <> '')::int + (c.introduction <> '')::int
                + (c.level_id IS NOT NULL)::int + (c.industry_id IS NOT NULL)::int
                + (c.region_id IS NOT NULL)::int + (c.source_id IS NOT NULL)::int) / 10.0 END)::smallint
        $$;
        CREATE FUNCTION crm_core_keep_completeness() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            NEW.completeness := crm_core_completeness(NEW);
            RETURN NEW;
        END $$;
        UPDATE crm_core_customer c SET completeness = crm_core_completeness(c);
        CREATE TRIGGER keep_completeness BEFORE INSERT OR UPDATE ON crm_core_customer
            FOR EACH ROW EXECUTE FUNCTION crm_core_keep_completeness();
        CREATE INDEX IF NOT EXISTS "idx_crm_core_cu_complet_7b2252" ON "crm_core_customer" ("completeness", "id");"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        DROP TRIGGER keep_completeness ON crm_core_customer;
        DROP FUNCTION crm_core_keep_completeness();
        DROP FUNCTION crm_core_completeness(crm_core_customer);
        DROP INDEX IF EXISTS "idx_crm_core_cu_complet_7b2252";
        ALTER TABLE "crm_core_customer" DROP COLUMN "completeness";"""


MODELS_STATE = (
    "eJztXWtz2ziy/SsofbmZKo8rsfPw6t66VYqjZDQrSylJSfZOvMWhRFjimAK0JGjFszv//Q"
    "KgSIEvCaD1dn9JZBDNx2k8Gn0ajX/XRv7UGlEfnzdGzH1w2WOtjv5dI/YU8x8FV89QzZ7N"
    "1GuiiNlDLyVg2arAMGA+L+AV7mwvwLzIwcHId2fMpUSIdQlGI0oYr4TmLpsgG43CgNEp9u"
    "vit+15Z/z/BzdwmfgxtV1eQH3+k1CGkT2kIUMuQy+uv/QHP1+8++lcPNihI/5kl4y3+IyQ"
    "uP8KscXoGLMJ9vmTvv+TF7vEwT9wIP78XoufY7mOxIOJf/lvXvF75q8wKKgmbji7t+5c7D"
    "kp/UQVZbnFHmey7L07bhH2UdYVGAy5QrxwSpb1Z49sQkki4BL5oDEm2LcZFk9gfii0RELP"
    "W2g2Vlz0ucsq0XcqMg6+s0NP6FpIRy+wLKtZVqc7sPrNgWXVcu0gllDUtijiihNtiL9qIA"
    "EYi1f4+W8XF5eX7y5eXr69evP63bs3Vy+veF35vvlL7/6KXmaJVnQriVnrU6szEC9EeUON"
    "mrIo+EvK2MyOpKQ6l+j7WDQW/uY5HZQqQBVZr4YY9FV6iAuWilj2sRj1V9tVw8Wr1+9eX1"
    "2+fZ2gn5SsAj0GWB1usPhyK2r5aUg/8CvMneJiXNOSGWSdheh5/GNbONf+5y4kI4EiGoc2"
    "+eGejzw6uj8ndP6/tS3pYAXAg9ZNsz9o3HwWt58Gwb88CWRj0BRXLmTpY6b0xduf0t0guQ"
    "n61hr8gsSf6LdupylxpgEb+/KJy3qD32rineyQUYt/uGU7KlhxcVyU0n84cyrqPy0J+j9O"
    "/ce9ePhomc5sOdFKo+tiDjNS+olMc0st3POvzYN/PbH9JgmnEv4Wf02bjHBODbFsBn3+Ud"
    "vqc+bw164b7XZdGny35Gur3xrUI6vvltw0WvyKsPxuCb9Dsy5Nv6wpWaKsqf3D8jAZs4mY"
    "ci9W6OFro3f9S6P34tVFprN1Flcu5KW0WswHRRgMj3kwDMLhH3hUoHTRE4sVrogccgfUH/"
    "9SXeri5UuNPsVrlXYqeS3dq/iabkSjTlBlvFPEd4d4jVCCDbtQrcObqRjOCL4lvWbj+pfm"
    "hzrik+Zogp1bwmeBZo83WVHI0ce8HTNRLu6oXuPDoaVe/9KR92q8b/Obh0TeT35aJf1qqX"
    "eFdrPKdTDjQ3mQV+4A/yixIxSRHSp0H+Nh8x+D1FAYA/nipvGPn1LDYbvb+RRXV4C/bnff"
    "ZwAnHFdr4WSxihbGYsIqBr5AdNXMdXzG3ApdiPkmuxReIGFsB6fkwAiuagRnXHYGCkgL7s"
    "7Jc3IqUFyh+vArQtD4TZAXPua7+0I/Z9yk85r4SH3sjsnf8WPOTMqgnzAJ18rNjqwb/BU3"
    "trh02V58e56457NDAEfBwR5mEgdhSPVa14Na0Wi/GYCX9zqutq4Nb2qK00BXjAlPgXaxfP"
    "0SaLXaI0VVGThLIBUjxNAe3c9t37FSQ4W4Qi9opiSpm780vZhmS2xijyU64jPES+cadCEx"
    "qbR2LV5S6WnrackGmmE/oATZTGEL89TiinoV6EH5jWdLSlD9G5hAYAKBCQQm8NSdn8AEPm"
    "/9AxN4CCvw2PLQ5R/i+idIPrzS8k6/WuGefpX3T/9BhxZzmWcEckroBHzUO8B5SoeuGchL"
    "iZND+FIH4MtyfC9z8M4mCz5KF91EAMBdCy4W0Qgm4CYCJwfuxZvXOgzhm9flFKG4lsZ3jk"
    "eTIiuzHOClxMkh/Fan+b4tb75vc81XxM8YEbCJwAmAu2v6lff8AhfEe0o9bJOSiW4hkkF7"
    "yGW2BXdSslvE33e77RTi71tZSL/cvG9y40LCzyu5rMQutv3RxH3ARQuTVVirYoC3Ad5Axg"
    "IleJjK2CwluDeGJVZAMcWiqEePY1EF1pEs5VDrUCdZroTOSSmPol6Lyxw8s302xYSVkS/5"
    "sKT4Em/YY1xG2Fj3+DH6i3++gy1ZR/49otOZUD3BQQC0zt4HuTOgdYDWAbc+0Dqgf6B1Tt"
    "eWT0ebOUbu2rj+Zjwy+7Urtrzj4Lj2zvGPGtvE/dNmC4vFZENJt/ep0Wn91hi0up06Uu90"
    "Sz43e31RGoVF1SqoZvP754DM3O5OqmTVY4hxLAM4G+Ac0LBsoFmBdCK1V9/6xuDdClcsgZ"
    "p59sh4sFhKnQa8WyCDBEo+HhcuqdeAuxQ7AWJo20ArPicDnNNSJwfz9oaLYRi4sTvPqFGr"
    "gieH9+abtYfHtmfdUX9qgnRaCmBeC3Pi2K6yikmEdwj0jDJMmGt7pmuYz91BszNoNdp8qR"
    "LfI9oM3xlEG+EJuyUfu70bUUU0IXG93e3zqx4N2GGsbEbcrGO+keGtiOxQT9ed3XQJHYTL"
    "Ac7hC/FtW4xvg9hMCB/c0aiwjfDBO/uHCbqL6ieH7eYb7hwPA5cZDQyKyMkBvBVXku04vu"
    "GyRRE5OYwvtTC+XIHxZR5jQaGZEi6qzMmhvHn7l/Hb83XJsCgcbYW3IyV1cjBvfkTmz/Gp"
    "E45YofuuPKI7K3cCUO86sJuvqQtG6V/73U5Z2x4XDdGOO2LoP8hzg61FIikREsPQ9ZhLgn"
    "PxvH2ERwh8Vqsii/pZOuRB3CCnCt92xPvktLEy9FuRgshvg8hvSCi3qYRynh1URbJA9Dkj"
    "OXR9NrGmHI9JHsX+1Pa80iCmjOgJhTBdXrx7mwQtiT9WhSn1bxrtdr6zR+g4doEnUwfWhS"
    "CAmu73dGSX+dfWe/OX0ju02v6cWMae4tpvv3ChOpKyt6TJf+JqgUdaJOEKjjDvgvvBsE9s"
    "rzDkcYUjLi1WCf9ssz6g2LsrHZyvynG+ynszYFfebnflZTaymIzYWdndbZV4efhDdm5Tkn"
    "6UdE70hGbDHUdJ848N+VuYR6pnBEEDVTXg4QdcPGuugl+VAuyrYq9ultTHXpUC7KtiH4U6"
    "GoOfEgP0q6If0NAfYWP0U2KAflX0H2wvxNbIs4PAWAV5WdCDiR5W5HtQoM3rpELKhwGOoj"
    "GPSxW62R7yDVEjS7m0WwDcteCq9p0GrLE1DsiuRTazcNEAt2wvB0CbgTZlm2kAG1kTAOxa"
    "YFNmlwawcoXyFFyfxWEQ6jpOA9Sl12kDyH5I3ew08c256Q4sIZQcMwqTQcWjiVYiKBZX1j"
    "hpY059B9E7ZCMRpcKLbf8RsYnNkDiZJECCDiFOnV+XBsAZsgmKJyz+B4pGWPErGhLEL2mH"
    "IWmHFR3asYtHFiSx+p7s9I+SQmWSWkEuKMgFBbmgIBfUqecCglxQz1v/kAvqEPytx5WwyB"
    "z+Wrv5tdmuRxac2Nr74Qs3rv+vnhhy4jTsTzKFUWTO3ZJ+90vvullfGHW35Guj/aVpXbcb"
    "/X4dZRyh+884BWmNtp2w5M+CMM81eR3+LArvPMaNDtsGmE8qbvF+ktLBXxXZoVX9csuBQx"
    "uzq/k6230oGBJWB8ElQjsMgYsXkUcVAZcjyfblo2kQSh6ncfK+QmdNusqZptfGzkmtdd8M"
    "JqmTT9HcDlB8G+zU0XyCyRkaPvIfdMqvOPzH4zlqMeQGiPCp2UchcSjBeTfNZm+9Pqc4uF"
    "8O0v1ivkqE1eExrw75Ci8wyxK3lDhB03bz6wblvG/9MU0RgiV31SX3YZ1m80zmlhWxTWEA"
    "jPBaxlLp+RvgKnUOEuoSPKD8H+1Ah6ccI7TXXqCrgwqHCD31YCD+Sli+T9G5QIuLuuuKkV"
    "J/7YriW8bsd/DIdbCDuD1lo1noc3sDn6PBBCNhMg7tACMf3/FWGqDRxCZjHHAM+VWPN4KA"
    "IZ/Okcx5V0AEb/dROqcYZQf26JniZ3ykUGTMwlFBB7s+AXoY6OEUzrAABHoY9A/08DFOcw"
    "o/szRFqjDEivghO2VqN43e33mT73yqo6nt3/OBgYxvSb/Z+9qSTDD2H1xBBX9u9AadZq9f"
    "RyJ+k796wMt63Y+ttpSd+fTO9RZ5nvbv4hGGbLFNoqc9Vf6g1fep9VUk/Bi7D5jcEjE2fe"
    "g1vvGSucsmDl9DHUgmELFcIEWbfPT0oYgftDq+Nd9bImc6xx8PZeJ90XM+N3ui28ywL8Iw"
    "rPiIKJdY0SlRvM4vfC7hdUT27Fty02i1RXd0Pf672e83PvFrUxwEi/zy+887CZzEMzNJDs"
    "px+yztESaS+pnCrwiBJVgVeeCLDoSuKPeYV9gc+BSf+ZEwF3pe8+wgsxl0I4/3YHG/42rs"
    "uvgqo6sGtkC27Zxs2wIhJFv0KlIobvImxJAV9zud7YIPfM0gDFl6h+aCv3EDZAf32BGHNK"
    "2lbRhdMDfIZWJ7H8Hz5IZ31PPoPOBXirYM7uqxhdsGFW/KQgw2Dx7OlH0G7BCwQ7AUB3YI"
    "9A/s0K4tS2CHgB0yZIdiE1LfJFEkTsmFuTGjpNhvUH4wUlz/kBv/RmaXrRyJJNwORVszV+"
    "O9862ZRw75wWx362F5PjMlvVC+YYHvIV3lTNP74MdSlh+Lrfc/3DHsowmdI4+SsaSZacjQ"
    "4oycJJQ0iLILySOxke1jZePaOere3aGQP9hDAa87pM4jmtgBn00wkeGkM7ECxPMCL8SOHw"
    "575g7aHAOvw84mePA6PO9VJ3gdnrf+wetwCF4HyHijxLRpxSiu8Au8Ks4oBElvtouxtMqr"
    "+s0S4c1gvQ1Lufa5O2h2Bq1Gu45mVC6wbO+WtLv9QZ0vW6Lzh/cfwSlP4jQ+vGwptTsT+f"
    "LtdsfwTZxbdjyZh5ISSD1UxRfzDQ8/0rIM0fHFM03/Sxwjrul5QbNw6LkjNBNuDZms2Q7u"
    "AySWrYz6gQzEYBPs+jL+oiiGw/wG4AE5aNMQPCDr1AAeEFgBgwcE9A8ekCOe5sADsqvVOa"
    "P32Cj3XCJwuCvyivhe6qy5L8vX3Je5NTdzmWfUehMBaL6azVcAZujBU2XAhaeF8sQm9wW+"
    "oxXxJ4nECSC883gfCZ5pxI8qBKAbg24H9xb1xzZRskGb+PYKxMHLt8bLl8UfixQIFYBP5C"
    "CjuxngfDnEV0wFI/tayBVJaOaGqCuZPQxRVyShqeuDHu+6TELaDaEvlAcFmCtgsX+gIvyK"
    "NIw5FdCPt2pUhF8VB/yr4K/uiqmiAFUeNGAy6x4NXX/0Q716nra+x1yVAmd5VWd56oR4ff"
    "BTYoC+CforkhfJJp1XBOR/SeV/UTu+Rk6dqKk+BdXc8e6niWuqTx9YZp1F2FSTMP+xtiqw"
    "KqpxZhhdZeFETPfshUVEFBJm1pk8WU3sDBvZ05nNW1UUOuVhWeoXHNxW+S4VTkyIj0mQX5"
    "ouChlHYvG0uByitSBaC6K1IFrr1KN1IFrreesforUOYQFaymyU89bllAaw1hkXTAFrfc/7"
    "gylVnciAC9HAryWM67LVZ3msUVrqBBp49twIvYMjVp0ckT+ulWM2xY4bTk2RXkoB0rpIqw"
    "tGE6xVOUBbF222cDqZIB3LAMrabZoStjh+06hJL8UAax2s4ZSQvVvcihtQH35FCKDfFN8T"
    "b+x9MjGh7Co+Mj3okhNK+9PgfOAUkK2fnb1D8ucG+7K3FrA+0aUzTbpnmtRey/J0CV6eeS"
    "3lHMTxoyJPoOBdzlGDoSkNGKJksVFetCQn2iGP7dEE/e7RAPu/oxdTd+zLCG/05qc8E7TV"
    "J+mwRUHoP7gPNMsWyXtmyu7xjEW3Za4HTBEwRcAUAVN0+kwBMEXPW//AFB3CuhX29SvnHe"
    "gdeLDqxIOca4a31KDsOOwyqyGWODnn1xsthN+sQPhNgfNLnm9WsJni1363UzJ+LEWys4c7"
    "Yug/yHODrdlnyrwxDF2PuSQ4F4/dx6QhIErNFzkuNEt7ZiYCcYMsFxqtY0zn9FhoX9P59h"
    "0GJzFrh8ThK+YqRpsquAElH9jsfUo6jh0SJrEMCxHYoaMfyaD6gvRtX1UKSIMnREgJn2CV"
    "xUdWEtYelbdJpX2kBhul0oLQDSqrYDErV+gGWUnoBhviL+PGDTSbHs2WGQw0iEw5hQK8ev"
    "Cq9oYGtsns+BR8n8WOy6wdoQFuMuYCuGvAzc5Oh0i+9zCHNGC1cg4+rnFmQsVbviKlkdze"
    "oSG/z4IDj0/m8/GM+rxRoBfXX/qDn19eFHDsZqJapDnjDVFUjqnxkj2XksLPlC0eqxYDkw"
    "5MOjDpwKSfur8OmPTnrX9g0g/BlQJM+naZdEKZGb6L+sCi67Doiemdh1frdMCdY01n0fEH"
    "BnjXup+bnToSkrfkptn71PxQXwQH35Je89fm9UCU+PgPPBJvW0E3VxqauSrVy1VWKzYJ5k"
    "WuqvJWv5SAdq/T7h08cp1KtlNaEhjtg7aQYIPcvs2juLtUMFJzomCkVtWC6jnTV4AqBdhX"
    "xT7jodSHPyMIGtgQ0wobGrexoTE33Owa3gNr6rroqoOsBrTxoABU4BpcM6OnBrRLewPAXQ"
    "NuzjQ7NKKVPuA095e5dGZErU4TGb2MtmJz8R31PDoX25CFMJIZauXd6sj2vIg8dRkiGDsB"
    "YlRWEwUCgpIUtxu5rQ4hG301MKoHYMecrWBU47Zg4ihSZU7QBX2l4yu6KncVXeU8RVM8pX"
    "7BjFC+zWgpsftdRvtxDG1lP5E6CBmGaYPbpspQs2LJlCT7eLJBnyQZOTI1GIX3FRlF143+"
    "deNDc382UYeyDzJwq9guWl7WtY0IZZazFFlrGg3mNEnOEizS8VN6z+0W9x7LfP22jxG/q8"
    "zbH/AX/G/0O7d5fkcTO5BlkeXjOufo24RKifkEk7q85mP+Us5/BYjOSd5+2vGzC4ys77w5"
    "SKCixfE/c0ZXshAEc+swzS0IYIMAthTOEMAEAWygfwhgO8ZpTnHWE/NV1lIG1ljHRso+X/"
    "BXLHAXtjnQgRqEFVlzrt3emcCjRXY9FbhL58Ff/w9abAtS"
)
