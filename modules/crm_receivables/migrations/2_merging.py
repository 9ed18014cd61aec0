"""A merge of customers hands invoices and payments on: the guards let that happen, and nothing else."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        COMMENT ON COLUMN "crm_receivables_entry"."kind" IS 'INVOICE: invoice\nVOID: void\nPAYMENT: payment\nALLOCATION: allocation\nUNALLOCATION: unallocation\nREFUND: refund\nTRANSFER: transfer';
        DROP TRIGGER facts_stay ON crm_receivables_payment;
        DROP TRIGGER facts_stay ON crm_receivables_installment;
        DROP TRIGGER facts_stay ON crm_receivables_invoice;
        CREATE TRIGGER facts_stay BEFORE UPDATE ON crm_receivables_payment FOR EACH ROW
            WHEN ((OLD.number, OLD.direction, OLD.method, OLD.reference, OLD.received_on, OLD.currency, OLD.amount)
                  IS DISTINCT FROM
                  (NEW.number, NEW.direction, NEW.method, NEW.reference, NEW.received_on, NEW.currency, NEW.amount))
            EXECUTE FUNCTION crm_receivables_refuse_change();
        CREATE TRIGGER facts_stay BEFORE UPDATE ON crm_receivables_installment FOR EACH ROW
            WHEN ((OLD.number, OLD.invoice_id, OLD.currency, OLD.label, OLD.due_on, OLD.amount)
                  IS DISTINCT FROM
                  (NEW.number, NEW.invoice_id, NEW.currency, NEW.label, NEW.due_on, NEW.amount)
                  OR (OLD.voided AND NOT NEW.voided))
            EXECUTE FUNCTION crm_receivables_refuse_change();
        CREATE TRIGGER facts_stay BEFORE UPDATE ON crm_receivables_invoice FOR EACH ROW
            WHEN (OLD.state <> 'draft' AND (
                  (OLD.number, OLD.reference, OLD.source, OLD.contract_id, OLD.currency, OLD.posted_on, OLD.subtotal, OLD.tax, OLD.total)
                  IS DISTINCT FROM
                  (NEW.number, NEW.reference, NEW.source, NEW.contract_id, NEW.currency, NEW.posted_on, NEW.subtotal, NEW.tax, NEW.total)
                  OR NEW.state = 'draft' OR (OLD.state = 'void' AND NEW.state <> 'void')))
            EXECUTE FUNCTION crm_receivables_refuse_change();

        -- The customer of what is posted changes in a merge of customers, and when that is undone, and never else.
        CREATE FUNCTION crm_receivables_only_merged() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF coalesce(current_setting('crm_core.merging', true), '') <> 'on' THEN
                RAISE EXCEPTION 'the customer of posted rows of % stays', TG_TABLE_NAME
                    USING ERRCODE = 'restrict_violation';
            END IF;
            RETURN NEW;
        END $$;
        CREATE TRIGGER customer_stays BEFORE UPDATE ON crm_receivables_payment FOR EACH ROW
            WHEN (OLD.customer_id <> NEW.customer_id) EXECUTE FUNCTION crm_receivables_only_merged();
        CREATE TRIGGER customer_stays BEFORE UPDATE ON crm_receivables_installment FOR EACH ROW
            WHEN (OLD.customer_id <> NEW.customer_id) EXECUTE FUNCTION crm_receivables_only_merged();
        CREATE TRIGGER customer_stays BEFORE UPDATE ON crm_receivables_invoice FOR EACH ROW
            WHEN (OLD.state <> 'draft' AND OLD.customer_id <> NEW.customer_id)
            EXECUTE FUNCTION crm_receivables_only_merged();"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        COMMENT ON COLUMN "crm_receivables_entry"."kind" IS 'INVOICE: invoice\nVOID: void\nPAYMENT: payment\nALLOCATION: allocation\nUNALLOCATION: unallocation\nREFUND: refund';
        DROP FUNCTION crm_receivables_only_merged() CASCADE;
        DROP TRIGGER facts_stay ON crm_receivables_payment;
        DROP TRIGGER facts_stay ON crm_receivables_installment;
        DROP TRIGGER facts_stay ON crm_receivables_invoice;
        CREATE TRIGGER facts_stay BEFORE UPDATE ON crm_receivables_payment FOR EACH ROW
            WHEN ((OLD.number, OLD.customer_id, OLD.direction, OLD.method, OLD.reference, OLD.received_on, OLD.currency, OLD.amount)
                  IS DISTINCT FROM
                  (NEW.number, NEW.customer_id, NEW.direction, NEW.method, NEW.reference, NEW.received_on, NEW.currency, NEW.amount))
            EXECUTE FUNCTION crm_receivables_refuse_change();
        CREATE TRIGGER facts_stay BEFORE UPDATE ON crm_receivables_installment FOR EACH ROW
            WHEN ((OLD.number, OLD.invoice_id, OLD.customer_id, OLD.currency, OLD.label, OLD.due_on, OLD.amount)
                  IS DISTINCT FROM
                  (NEW.number, NEW.invoice_id, NEW.customer_id, NEW.currency, NEW.label, NEW.due_on, NEW.amount)
                  OR (OLD.voided AND NOT NEW.voided))
            EXECUTE FUNCTION crm_receivables_refuse_change();
        CREATE TRIGGER facts_stay BEFORE UPDATE ON crm_receivables_invoice FOR EACH ROW
            WHEN (OLD.state <> 'draft' AND (
                  (OLD.number, OLD.reference, OLD.source, OLD.customer_id, OLD.contract_id, OLD.currency, OLD.posted_on, OLD.subtotal, OLD.tax, OLD.total)
                  IS DISTINCT FROM
                  (NEW.number, NEW.reference, NEW.source, NEW.customer_id, NEW.contract_id, NEW.currency, NEW.posted_on, NEW.subtotal, NEW.tax, NEW.total)
                  OR NEW.state = 'draft' OR (OLD.state = 'void' AND NEW.state <> 'void')))
            EXECUTE FUNCTION crm_receivables_refuse_change();"""


MODELS_STATE = (
    "eJztXW1v4joW/isWn+ZKvaiFttNlVitRmu6w00JFae/OnV6lJjEQNdhM4nSGvZr/vnZeyC"
    "tpkgIJ4C8oOD5O8pwT2+c1f9cUYyYbSEHaKxzpyKy3dZ0okGoE11rg7xqGM8QO0rodgRqc"
    "zxM68TOUHyWck2F4gJFJDahQ1nMMdROxJhWZiqHN3TuptcEcGhSQMYDsaDFDmAI6hRSYiF"
    "I2IIAYaNikbFx+7hNg94Sw+jvB+qIOutQEBnpFhgn1I6CxQfDiCMyJhtkJSoBG6/w2VKKw"
    "+9DwZGtXtLD23UIyJRNEp8hg1/32F2vWsIp+MgTZ32819+KypnIK9st6fGNdXommoFjr8o"
    "bcM2g8RgrVXpHMgPyLDz5/kcca0tUQg53OdrtMF3O77VKbdDG9tvtydEayQnRrhv3+8wWd"
    "ErwkYA/HWycIIwNSxK9ADYtzE1u67oqCx2Dn0f0uzjMHaFQ0hpbOZYJTOzfgt9Vkudcfyv"
    "fSUJZrMXnxKAIMdZsUgrmscT7YAEz4Lfz+j0aj2fzYOG6eX5ydfvx4dnF8wfra9xs/9fGX"
    "czM+Ws5QNmbdf3d7Q35DhAm0I/u84ZdNAyl0qGzW+ujDGbEc7LJzwKd5mwse5mls8Bp8Pv"
    "iv4p4xwgc+9HbE4L9i8CWDH6WLsIAxGlFthur8YAeZkYLrVXsoRUB05jk2qeedRCKEheTY"
    "nSwObzYJLs6I4yPDhBnkypXEZAaEKdOEmB9sSpBr/xxbWOFYg4kF8U+trrDNwUsdkx//qm"
    "1fwofdW+l+2L6948PPTPO77sk9P9OwWxeR1g/nv4W5tBwE/NEdfgb8L/iz35NsnIlJJ4Z9"
    "Rb/f8M8avydoUSKzB5ehGgTLa/aaEvk/WuR+A2Oka3kHD3MpwdTIz4AglVjHC4Mf3/fm2M"
    "rGaAUj3sGIoFqShwlBOsGAwgwIa4vZGRCmEwzIxQCuVo9fElU7e4KPs+KaGEib4C9oYbOj"
    "y+cgrKAE7KOml/8Qy8BQl7xxd4wpvzzB81r9/YMBfywtE6GFkaGhIh1RG48B2y8Nup1hLU"
    "ns1wn0nT/knmIcfuczoBxYKteJdDc87J6iHd9nZELcXhfXi/ZyyL1FOriZWIEyn7NHUHn5"
    "AQ1VDk3e/AxpkEjLsm/81Kwxi7ZADCc2QPxJ+H2nyXyapT3ybhQwtUde2iy2dp+8ZVu/XT"
    "s4N3jbyDqGcM0EqoUAU9shUOGiDp5dqz5Sn4EyhXiCTDBagGeuzZvPAOoEoyRD+6Yvl8XK"
    "nmxPZxd0LXy8RVjPK2k9N9CrZmpJBtw0y+OSZHt73ZPNsqFxcvrx9KJ5frpEf9mSBrowKA"
    "qDYtigaM3VgvwPUwr+7yb/hUG5CpYcbM1GbLMSg78zhUYy+D5FBHX2MEXetXL3FjP4U9YR"
    "ntAp+3t6nILnY3vQ+dwefDg9jrw0PfdMwz4VWeQsw0BYSbDNrAY4SLMeiMuW7BDIzQwYN1"
    "dC3IwizB4a6XngXRJsD9vaptaDMLInx1nkl/Vaia59Loyvr5xkDVvwKQ46YEGE25S0pC0V"
    "9pzYB8m2B//xXmFPLMpNhCq/s1zoRwiF+BdmwSvR1ETZJ0RHECfD7xNFkB8xqk1Bv2zZ7l"
    "x92e/fhJSky24E1N7D7aXEVkp7nWSdNLoCaze2TM25QkbI3rlMVkyPybdKKpZJyQwZ+XXA"
    "MKGYMEQ0xS4xIMWZL7xxm/LGJU0874VZYb3rncBgewpwZL6tqr/TkfN0X+fyXSjk5/Sp3/"
    "Rx8vwcR6UzAeZrvutBBITJE9BsbyM3qyL1E6BTBLjzaQRNBAw0tkxk8i4fZtrEsHOYwMlv"
    "cb/mZi6RxZcZEQjPmckEyUZF9hrY20MtG9Swn5Ofc+4s0ijcoRVZo46EO1S4Q4U7TLhDBf"
    "+FO3Tb+9IDcYdWK7Mw7KjL4k1qrnYmNWO+JLbnRNy1maDbrgY4RLRvGF9kwfhiNcYXMYxN"
    "Yhn5APYp9g3d8yzonq9G91z487fuz+fq4grxldhcGzPJhEXZI96ib1814Jjm3OHUrgbt62"
    "EL2LRP+K5/P5SuWq6i/oQf+132j/tkovp+pjkly5SyekZJYoijvxfliEO9Wyzp30m9FiBz"
    "hBl72oPhzVf5rs25wgPH9YU8h5rKzzhN/Lj/KA2uHiRG9IoM1ULvZeNJI0swR2N1LEcjys"
    "mQtSWrrypEdMieKsdFmhO9ENEho1diGNFO42ZaI0ooTIhwS9MIg1QilKWYKkjhz3yguwQC"
    "74J45xdzIePvxFyEypWH/e6Fyu0X/pis0jNXGPrI1lXLTdnNw4rGWaaw8bOUsPGzeNh40A"
    "2cS7ojhMKUXVS+RWRd1QK7RMjRJkKOkmad9yPsjGPWO4ERd2vWyYxyeMKtdGDXjYZRLUNw"
    "l93vqFCAl+6RvhXdtZoRCdFTgbgofgFvakWGRlSZiaJBnUinN6pFiGCoSgZDBW8+x44yQr"
    "aPvqFMW8tmytayGd9afrcgphpN8MFdIUWbQT0Z7SBZ1KLo0NVd+o3t5082taFPsylKne5t"
    "++bDyenRaSSfJZjRHIaYPRaV50ZiFHratBKmE5ppYcujbCR6QVMFPEhWkoAflyjgZ0eNzP"
    "K9K7m5eyfXwqK+TQtAwpazgCEmuGEV1piiFXODW/34vL7a/R6hO2RfqIsFwgmS/CaCLtUh"
    "4ycSPatlDxSJnntadjVUPTvNXBUts13AXrUs/Z2h5Kr/7bBPQKNOYiDjiQlMa8a/F/Y/ZB"
    "CgYYCgMgVe2OoR+DHV2P9Q9qAyRcqLCSAFCpnNEr9stuGL5Sy36qQb+qWoI+mHwrJWTcva"
    "i5a02GcLPfVoq2xXYxA89rsdqeVVIQ5GjfL40q+3Um/Y8r4N+ITbNzf9TnvY7fdawP+84R"
    "N+6AXPWDh4biBdP/TYmDzlF7NRh4N27/5aGnCBgtgcO04kEZ9a1TUx4/ZOZJCKDEKRQVi2"
    "ol+ikiXwb5X6aaKDxb+qOm7FGLKxWkalfpdoR0HO9Fmiku0IHhPSTAgBRhWwHgQkZ70BL1"
    "nLBTk3E6oBJFTxSqriouKPqPgTwlnoa6Lij+C/0Nd3cZkTH0DZUskfVWM7vNWBsW9b8UMD"
    "bDH3SsM55zAmW9yK/4T7D8MWIBYtYlQ/zYD/6ervz0TRn7H9OCnsQPGpt4j7COIXOeSXyM"
    "GCy3bvi+y7N0Jjcd9J9679lftNNKb3POE/JAYb49UPpEwhfcKdz1LnS8txN7J/7fvP7A80"
    "p/x4cMWPDfUJd2/v+gO7XIs2mxPDzYLNy+hGljetsfpNa8RjGhUlOahx9UwWINm7rMb1V9"
    "YqqXpZlUE+ySTGJylyfBIX5IhJIKsjMEJ22K5AUaZsw2XKdiWCfO/266JkRXnYOwEkeaEP"
    "UgnkCxYLwfLK/V1qrZAQnUC/qNyLzzy9b0Miiq1stNiKKPVR9hQxhVjVC3AgTCfMuGsKOx"
    "GlVjZdasUV3PcA7HqNHsxM0FZMzLMiG37BKxpn4qRm1FLjTNw+R8XiTALUm40zsfNhlhke"
    "gc1vUMRFjEk1Y0xSbdhvOyxKsWcXSPoYSB2p+9i+vJF4Uob3lvBEjUep92A3viLMS4gP2/"
    "9lcgB/RtwRA+mqO2T/DKRqhfxM60/eECZHYXLcq1lKqFcVYsFyVc+Ff5BKgL8u3WqZcbyu"
    "WPNoFvSOMSWrJhCURvGB4pJU2JI1rYHtC6mlKVpul6NCepbhE79ZDuCWYLQAZAygl14MJh"
    "rbdwL+zJ8A9BP46+CZf+NGJhZ95h8U5tn57HhCGN882ngFgA2Mn0UBDCd2CGWvssqex/IC"
    "qXohwvWs7AfDEKFQlA685xHP7U8MkR10hJOBoJmv2q5PsXdOxY2U2RXpSSI9RaSnlL1UCM"
    "PHYdaSOFwGCMtT2ZanUstJ7CrGlasn8ev/zS38LA=="
)
