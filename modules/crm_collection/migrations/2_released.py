"""A charge whose invoice was voided or credited in full is released: its days, or its fee, may be charged again. All else
of it never changes."""

from tortoise import BaseDBAsyncClient


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        ALTER TABLE "crm_collection_charge" DROP CONSTRAINT IF EXISTS "crm_collection_charge_step_id_key";
        DROP INDEX IF EXISTS "uid_crm_collect_step_id_97611a";
        ALTER TABLE "crm_collection_charge" ADD "released_on" DATE;

        DROP TRIGGER append_only ON crm_collection_charge;
        UPDATE crm_collection_charge g SET released_on = coalesce(v.voided_on, now()::date)
        FROM crm_receivables_invoice v
        WHERE v.id = g.invoice_id AND (v.state = 'void' OR v.state = 'posted' AND v.credited = v.total);
        CREATE UNIQUE INDEX crm_collection_charge_fee_once ON crm_collection_charge (step_id) WHERE released_on IS NULL;
        CREATE INDEX crm_collection_charge_installment ON crm_collection_charge (installment_id);
        ALTER TABLE crm_collection_charge
            DROP CONSTRAINT crm_collection_charge_once,
            ADD CONSTRAINT crm_collection_charge_once EXCLUDE USING gist (
                int8range(installment_id, installment_id, '[]') WITH &&, daterange(starts_on, ends_on) WITH &&)
                WHERE (kind = 'interest' AND released_on IS NULL);
        CREATE TRIGGER append_only BEFORE DELETE OR TRUNCATE ON crm_collection_charge
            FOR EACH STATEMENT EXECUTE FUNCTION guanxi_append_only();
        CREATE TRIGGER released_only BEFORE UPDATE ON crm_collection_charge FOR EACH ROW
            WHEN (to_jsonb(OLD) - 'released_on' IS DISTINCT FROM to_jsonb(NEW) - 'released_on')
            EXECUTE FUNCTION guanxi_append_only();
    """


async def downgrade(db: BaseDBAsyncClient) -> str:
    """Without knowing which were released, those go: only an add-on that is removed goes back here."""
    return """
        DROP TRIGGER released_only ON crm_collection_charge;
        DROP TRIGGER append_only ON crm_collection_charge;
        DELETE FROM crm_collection_charge WHERE released_on IS NOT NULL;
        ALTER TABLE crm_collection_charge
            DROP CONSTRAINT crm_collection_charge_once,
            ADD CONSTRAINT crm_collection_charge_once EXCLUDE USING gist (
                int8range(installment_id, installment_id, '[]') WITH &&, daterange(starts_on, ends_on) WITH &&)
                WHERE (kind = 'interest');
        DROP INDEX crm_collection_charge_installment;
        DROP INDEX crm_collection_charge_fee_once;
        CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON crm_collection_charge
            FOR EACH STATEMENT EXECUTE FUNCTION guanxi_append_only();
        ALTER TABLE "crm_collection_charge" DROP COLUMN "released_on";
        ALTER TABLE "crm_collection_charge" ADD CONSTRAINT "crm_collection_charge_step_id_key" UNIQUE ("step_id");
    """


MODELS_STATE = (
    "eJztXW1z4jgS/isqvlymik1lkswky15dFUmYXWqSkEqY3b2dbIGwBfhiJNaWk2G35r+fJO"
    "N349gOLwb6SwKyWjZPt6XW0y3pn5pmTXoaM02icYPRw2vyTMxaA/1To3hCxIf0CnVUw9Np"
    "8rK8wPHATJHsmb7kwOYW1rioM8SmTUSRTmzNMqaqCSH52xhzZNjIJpSjvo5ndh/hIScW6g"
    "+wbdj9n9CAmOwF/U0s1kAYDS2DUN2cIYtMDKqLigMyZBZBfEyQkEeGak93yKF8Ap1p4hEM"
    "OlrHzRxq/OWQHmcjIipY4pZfv9amzDS0mbxMnclAlP75p/gsW/tGbFlFfp0+9YYGMfWIPg"
    "xdSqnyHp9NVdmFMWpT/knVlT9vIHF3JjSoP53xsdCBJ2BQLktHhBILcyLvwC2HqMcxzbkC"
    "PeW4PyCo4j5lSEYnQ+yYUp9S2n2AoKzW6912ur2HVrfXqyV07UmENDIv0hiVdiIe1VYAjO"
    "Qj/PDj8fHJydnx0cnH8w+nZ2cfzo/ORV31vMlLZ9/dhwnQcptSmLV/bt925QMxYYyuxcqC"
    "70oGc+xKKWUE6Fvk2bDnhh7VwUIFhEVeV4MHepYevIJAEcF75KH+frVqOH5/enZ6fvLx1E"
    "ffL8kC3QM43L0Q+ct7mCchvRJXuDEh6bhGJWPI6nPRQ+/DqnCu/XvoUNXBoZGD6TfjUDOZ"
    "9nRI2ct/aivSQQbA3fZN66HbvLmTzU9s+y9TAdnstuSVY1U6i5UefHwXfQ38RtBv7e4vSH"
    "5Ff3RuWwpnZvORpe4Y1Ov+UZPPhB3OeuKH97AeBssr9ooi+nemekn9RyVB/9upf+8tHsx6"
    "RUe2hGip3nU+hhVS+o4Mc4EW5k5IAv6HCTbNhQoIpNY3rq0e+pPjs48+2PJLFrwPN83r6y"
    "SeynFMwnk5xlZLoKbgbIubY6qRBKy+cAxV8awr68WEs1qwt6pdfWk1pJP7SG86t91feq3b"
    "qwaaMMrHPeEeP9K7+9av7c6XhwaaSheIOXbc9V6ghgn+JiYLdMTH0o85ykD/1+b95S/N+4"
    "P3R7Ee7HZ+5VhdiupGevhFLd2TATuPeW9jTKk7qytj6SHxNdr6BBtmUWO/abavhXULyUd6"
    "3ep2W/cNZBIuZomP9FJA00CasJ9H2m0+fBZjCrafyhj7eQ5bP19o6udxSxc3IWKoTvGsLh"
    "gzCaYLZowhsZhaBkJuVXrxS9brMV10OtcRZ+miHRsub7/cXLREJ6OAF5UMvmAUtZ3B/4iW"
    "Ard8G9KxDoms7w1YZd8Ssefjozy9t6i10KbVtVSUe3+PSwA9lwKs82HNybcUc+6K0nSUvf"
    "pr7M03Mclq/d6NdBkehgc3zd/fReZY153bn73qIcwvrzsXKVCn2nQ22ms36J0B3KVgC886"
    "I2K75A+uYcopSe3hUyqxGhDiUVV8YhYxRvQzmSVcyRj4sUDFnd/glqnju2dxXmnNJyks/O"
    "JHBKKGKHDQiXBIFRL3rYfufftSIC4BH2Dt6QVbei+CvLzCjlmsxK+bvDQ5nsRLMMUjhY/8"
    "IfKx02JFnwipvRZPknXqZUNKveFcOl9YCSPKuKERxIYqYKPaQBqzua2+a47N2YRYdcSEna"
    "EhsxDB2ngutSB8tIRGU8NEfsxMcyyLUGHPECeqTG9Wz4gT+foq4KKGZXbQQT3J4Z6eLHRO"
    "T+KuKZ4wh6ZNbTNsPJCBgbs0V+x2ukW7l7AUgL8sr8kfH5bkNPnZHVumjLw+U9gKK+kyzb"
    "3WDIcp8GsLu0uBj53HVzKEf8IoQWMmfoByWTBFhjQl05wQyhsRz+ZfNmIvtI6IaE1dkKLC"
    "G3rGpiNqmdi2hbyOvEGu7rlKqkKKV7XO2z9SVcMvDGr57ck3SBdqVg0f9HXhqokZ5+Fd57"
    "p9+d/+u0UuHHhrVelFs7w1yOqBrJ4IzpDVAVk9oH/I6tnGYS6U1YPdNyQvAeHV30Hy4TxP"
    "cOx8cWzsPBEak/8LxiBDIjsQr1k1wJ7HndJ9ZGUvhMUge6FA9sJGKMuq9dOrZCx1bJizng"
    "QjxSkimjHB5qLss7Bg3CdyJQ/nLaysGzk6PPqwAdfnqnXZvmleH/xY/xizYE8Dp4meY4Sn"
    "vTJZfmG59c3pzlbrcywjzQ8LV/g5xWozO+JAaI3dsMddbG0vrPionqKjCrvOSVnwnZdEtI"
    "egfTvdbpHDLrEm26eKvDR70hArSbZLJbh2sYBrdyvUS1Dt3JfMl5UQsNySX/ZYbYRN8XVB"
    "zsGrIkBHV7ivqQMdDXQ00JFAR4P+gY7eXZe6ivxHxZSxZPKDsjR8M0hplgrr9jPSJ7kWxJ"
    "xkLIg5SS6I2diigYoZ7WZ6EG+SU7wXjwoux0Pek5lKJRdtVOx12NSajeSrkVRGh5IuE39y"
    "c1OXoaa26p3Iq4VYb5BHD0vhm+QgrF7bhYTTvEa9BOOkBaKvUk7XQqPIW+Ytkx6jqZWKVJ"
    "pvZmZ7e6GJqxa3e4z2kTNFnKE+obr6Xkfz6kOici4xsjmZyqUuot0Ed7XGez9Sgz4zQyM/"
    "IQGnEPmBUXOGBo57l74ltI5t4dzLhg8mxkhYupxjHedN5/xam99AWtKfwKZVkk17Ej8+3S"
    "F+fYMKT7bKGTESgpbsthr+a/VIP7VaDTRfGLfhXSj8lzede1mYxREIZdEu1dHDUiZ8zW4r"
    "Bt+8pysCXkhkr6GTQ0HhqUJICCZqZSdqsDhvYzNkWHe62iwuiCVBLAFiCZvu50JTtyKeUU"
    "zsjd5RxTRRzDkKzbkLG3JSFobs0qYcohAKKiEsBwpYFqkdMu63MtsW0YjxLMG2D9vRZrdM"
    "M3mp1WTPsIBdTXkDlou23+TOIh1+/SuZX3mrdjeqZfDd8xr1Enw3DUTzpVhGsiRHjCvq2L"
    "AlnTwg4q+p19G8mrt9k/CQ5Rcdz+ru/gOmiQxuh9lqW0pw2boSWZCpua475yGsY7EPyVvX"
    "0VfJt7kuj+XQuXPkXYqWAMldSZIbUkYhZTSCM0zzIWUU9A80zzYOc6+fS5KRzrjoTJKSVP"
    "ZmfYtYQmOufMaMdMY4l+1uh1bu8Je47C4REPt6NEaJ5IOtPBgjmNLkJo59ib2OqAsXApuF"
    "0ssDiSqbcckeefmHEwkPRTgxC46OWhA3D0Qghz9PDj8c07IOlKt/dMhmetWVnGXh03dlXA"
    "1fuMrQ1x5at92GOqT5kXbuWrcNxKaEPtIrMQFsIJ3RKuQ6Sj+o8HwxJAQzxdKLC4UBFPTp"
    "QiL7nAggnAd59wKjYSCxcw7Hh1xD4YeMofBDcijEtm2MKCke4o8JQu+wGwsH91IFcGxEdV"
    "JcFi8WLLGV1VuWC1ZjoFzSgsGEtb8dXjiYIx1eb2B8C8LzsNgXO5fpVmwYzYtrzIOoZJrQ"
    "AyfTWkaSkLpeL5EiZHuCryYINaNrUA3qn+hWR9hGBkcv2HbTbXQ8iywnPUQx4RHhtnu6m5"
    "fMoxF00Hx/+i6ZHrTG+6aeLxfLdYzEdOInzX2tuU8WyhyCZKBKJgNtPmq6aScrMqc7zTOl"
    "O108o0vusQNx09XFTSE2V5LHkUdSFSTAnCXxX9sNHKyZXPWaSeZwdSyDfIBCfkFMcJf6yr"
    "WvMnK3hijol4Wk1gf+0U4hP0ybpmaBPhcAvEtyvZC5vdeZu7CwtSIvYoQuyK+DiBjAvyzO"
    "P1gvtyRKOli7t2XqyMudRgwx1zJWWDi8+oXDm+WqL+RQXMsgq90K9RJs9cCXfJWufmATMm"
    "D6DMnNr3Wiuwwx9heZqgWm0X0V63LBqbBopDuUEj1JRS+pzTesQY2ZALDL1WSXYakpLDWF"
    "CQssNQX9L0n/sNS0CrNVh3LDLBhACcvsdwoxttOQy0oh9iR2MHqykiRi0xjywvvdRYT22U"
    "IhAXjjHWwFeNmKmXAleEHIBV51LnAleMGKmf6O0YJXhj111CMtJAa9KvUS1KAekn2VHOyO"
    "Q7vN6Yy4FB0WMxaCXgw+dkk8tXmg4vRUmdxuLpxMyobI4EmScMltv4ksDA5eiWxgB8whMI"
    "fAHAJzuA/METCH+61/YA6rMLGF/OFV5w/DcUIbO2YDiN1VE7vbtndPTe67U3B0roV37Gle"
    "Xrbuuq2rBsKaRqbi6R7pfevTlwdZZJGhYxM9PvPMo53l78YmhmpmPpc4ZSYits+8u4LC4a"
    "mTvswNZkJSsMlMnm4EIhwbHy0hwlEVPcCJShBiqp4yVhlighOUVnOCEgTy9iqQd2exiWFn"
    "BvK8KvUSgbxpSLZYIM/Gxjwl3+Boimc26rsMRx8NZqjvLuXvvxKxK9DIMs6SCvYX8C5FSy"
    "BMB2E6CNNBmG7XwzQQpttv/UOYrgqsAITpIEy3o6YNW3+VDE9MsF4UuZDIXkO3d2HLz627"
    "bgM9kSl/pBf3nc/yysBiT/Ka9CGu7pu/iSKZ8qpb+IVWJYQpiSZS0O0IS8E+VOU6ZZtwbh"
    "aOHUel9jl0TNmi/iUdOa8+hIshXLwVHQSEiyFaWeGXAhbEVRHtLYmjXVpEN/i1MTF4LSOW"
    "Fq5WLxFP05R8z/QbeDWodsuQwFhVEh8mxEYCa4aGzFJnLlAdUeYtYZPbW0kukOgyPDYWF+"
    "tu9MyURy3wcGSNvRA0EZYrj3DgYyEXZo4iAbl1P8AjPei7MIkHONTGRHvqZ5wIEe79/N8Q"
    "PwoCAncQuIPAHQTudj1wA4G7/dY/BO6qME+GwB0E7nbUtMfMTOtXGDMJpum4eyIx1AdCZl"
    "Ww+yXrHS4uOp3ryEhx0Y4Bevvl5qJ1f/BeWbqoZPAFOAOX7HUcubjkkwwu+QS45Ip0JMBh"
    "rpnDrAKldi+eC2cnqEcr1svTalaoifx70ituSu755NNcU2zbSHF0it+SI1jG/vP55UvmqA"
    "N7BewVsFfAXu06ewHs1X7rH9irKkzxYQsdSGbaAzP3nPXiKogKLkcFe+JOAwNQYQYg+W4k"
    "ddGhpMvEn3yacFuxDy9D7W3Vm5FbGdE+IY8ySlAs3/8PSRWQew=="
)
