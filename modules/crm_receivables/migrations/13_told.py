"""Allocations say what they are and with which sign they count, historical values are those of what is open alone, and
invoices whose tax invoices are to be taken back are found.
"""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

_REALIZED = """
            (SELECT sum(o.realized)::bigint FROM crm_receivables_exchange o
                JOIN crm_receivables_close earlier ON earlier.id = o.close_id
                JOIN crm_receivables_close own ON own.id = x.close_id
                WHERE o.currency = x.currency AND o.id <= x.id AND earlier.until <= own.until)"""
"""What was realized in a currency until a month was closed, that closing included."""


def _historic(sign: str) -> str:
    """Closed months showed all that had moved a position; what is open is that and what was realized."""
    return f"""
        ALTER TABLE crm_receivables_exchange DISABLE TRIGGER append_only;
        UPDATE crm_receivables_exchange x SET historic = historic {sign} {_REALIZED};
        ALTER TABLE crm_receivables_exchange ENABLE TRIGGER append_only;"""  # noqa: S608


async def upgrade(db: BaseDBAsyncClient) -> str:
    return (
        """
        ALTER TABLE "crm_receivables_allocation"
            ADD "kind" VARCHAR(12) NOT NULL GENERATED ALWAYS AS (
                CASE WHEN reverses_id IS NULL THEN 'allocation' ELSE 'unallocation' END) STORED,
            ADD "settled" BIGINT NOT NULL GENERATED ALWAYS AS (
                CASE WHEN reverses_id IS NULL THEN amount ELSE -amount END) STORED;
        COMMENT ON COLUMN crm_receivables_allocation."kind" IS 'INVOICE: invoice\nVOID: void\nPAYMENT: payment\nALLOCATION: allocation\nUNALLOCATION: unallocation\nREFUND: refund\nCREDIT_NOTE: credit_note\nWRITE_OFF: write_off\nREVERSAL: reversal\nEXCHANGE: exchange\nTRANSFER: transfer';"""
        + _historic("+")
        + """
        CREATE INDEX crm_receivables_invoice_red_letter ON crm_receivables_invoice (id) WHERE tax_open < 0;"""
    )


async def downgrade(db: BaseDBAsyncClient) -> str:
    return (
        "DROP INDEX crm_receivables_invoice_red_letter;"
        + _historic("-")
        + """
        ALTER TABLE "crm_receivables_allocation" DROP COLUMN "settled";
        ALTER TABLE "crm_receivables_allocation" DROP COLUMN "kind";"""
    )


MODELS_STATE = (
    "eJztXetz4riW/1dUfNmeKiaVkEfnZra2ihD3NDMJZAnpnge33AJE8I2RGD+Szr07//tKso"
    "2fGNsBbOB8SRFbR7Z/R5bP+/ynNjJmqkFGRHvBQ52YR01dZyNsaYzWrtB/ahTPCP+RNqyO"
    "ang+TxgkzljiV8I5FYcnGJqWgUcWHznBukn4oTExR4Y2d++k1kRzbFiITRDmv95mhFrImm"
    "ILmcSy+IQIU6RR0+LzinM/IX5PhI5/ZFR/O0Jty0QGeSGGifU60vgk9K2O5kyj/ITFkGYd"
    "idsYsxG/D40+be2KNtX+solqsSdiTYnBr/vnP/lhjY7Jd44g//fPmntxVRsLCv6Xj/iTD3"
    "lh2ojEji5uyD1DJhMysrQXonIg/ykmnz+rE43o4xCDncHyuGq9zeWxa+2pTa1PcqxAZ6iO"
    "mG7PqD9+/mZNGV0Q8IcTR58IJQa2iLiCZdiCm9TWdXcpeAx2Ht0f4jxzgGZMJtjWxZoQ1M"
    "4N+Mdqqtrp9tUHpa+qtdh68SgCDHUPjRgVa03wQQLwJG7hx380GqenHxvHpxeX52cfP55f"
    "Hl/ysfJ+46c+/u3cjI+WM5XErP1zu9MXN8T4gnbWvjjwt6TBFnaoJGt99PGM2Q522Tng06"
    "zmgod5Ghu8Az4f/FdxzxjhA//MnzYOe2uKDYXaMwl8W7xSdERiDPBoI/Dzh9oU/LXwrpmD"
    "DfzRv3TbLeUKufvGgPL/b64Q/2c8oPfN3++UTv/K2+gGtHl72201++1u5wr5Vx3Qx07wjE"
    "2D53rKp8cOn9MgE5vyWVs95abdF7fFrzsyyFizVMosfu2vvXZfUbufPl2hV0Oz+N40mQj6"
    "L0rvoXl7tdg5B1T5rfW52fmZT0C+j6aYPnHqfq/Zefik9MROgak5IUZ0816yxGb4u6oT+m"
    "RN+b8njZTV86XZ49ftfThp/BBeQh33TEOeCi8m58OQcyMNEG3vPT7eq5c49ImLgX/DsUuG"
    "PkoXwZ/v1sTSZuRI/NjBHTUF15tmX4mA6O4L45wYRsgOGkJHvs0NYYTswCEUGz/XD/LKox"
    "HCQlupK3cenmAa1POIwEfFCcLojbsSkxkQpkxbxOLHxiSk/+aix0hgjZ5sTL9rRyMunzwf"
    "Ufb6PzlFpnWs8H77TnnoN+/uxfQz0/xL99a9ONOQR98iRz9cRESOxSToa7v/GYl/0R/dji"
    "JxZqb1ZMgr+uP6f9TEPWHbYlzeelXxOAiWd9g7lMj/4VvuNzBGupZ38CC1Ei6BG/kZEKQC"
    "lbAw+HETSg6rSIwWGPEORgQtXHmYEKQDBhRmQNjwmJ0BYTpgQC4GCAvt5DnRSig3+DgrPj"
    "GDaE/0V/IWs1dFsI9a8X9htkGxrnjz7hhT/vYWnnfUlx8M/Lowcoc+jByNMdGJJfHocXmp"
    "1271a0nLfp1A3/tT7inG4Xc+A8qBT+U6kW6Hp91TtONyRibE5XdxvWgvptxbpIPCxBKUxZ"
    "49xKPnV2yM1dDmLc6wBoscWYyNn5o1ZtEjmOInCZB4EnHfaWs+zWkbeTcKeG0jL20Wt61P"
    "fiUdqa5LlXqOCMenqplobBPE1XaMxvjtCH1zHQtk/A05dn8TDd/QN6HNm98Q1hklST7bTV"
    "8ui8M22TXLL+ha+MQRcMRW0hFrkBfN1JLst2mWxwXJ9mTdk82yoXFy9vHs8vTibIH+4kga"
    "6GBQBINi2KBoz8cF+R+mBP7vJv/BoFwFSw61Z0MnSiIe6JIMvk+xnvCWcmWLUODH2XGGwI"
    "+z46WBH+JU5CNnGwahowTbzHKAgzTbiyDaGsinGTA+XQrxaRRh/tBEzwPvgmCL0Vmb+h5E"
    "4paOs6xfPmp55NJxbAWLbT934EKI6KDDFkQUXW74QkTvhK9iX7l86PmacVbofIqDXnYQNl"
    "ySPLWwFuXEPkgG0Z7FsGe2JezTY3FnudCPEMLyL8wC58uVgD5jOsE07XOXgPyQU20K+sWR"
    "7e7V193ubUhDv25HQO083l0rXEyTQhofpFlLsHYDG/MHlYbIDlm8GNmmxWbEyG+ACBPChg"
    "GhPLvEgJRIEnAFb8oVnLTxvBfmER991ApMtqcAR/bbqjrbnXWe7mhfvAuFnOw+9UoHu8gz"
    "dlQ6E1HxzXfd14jx9YQ06ep27DQ/IWtKkPB8DrFJZJKeSUwx5MNMezJkDh86+SHuVN/MJb"
    "I40iMLwvOk84UkUVG9A/ztsWwJatjJLs6FjFTgi6/YN6qOwBe/ig3giwdfLPjigf/gi9/h"
    "z1yJvvhqpbWGvcRZXJmnyz2ZpzFHJpc5ifCrJ+i2ywEOEe0bxpdZML5cjvFlDGOT2UY+gH"
    "2KfUP3Igu6F8vRvYBgkq0Hkwh1ccnyXV31Z0G8xcCSsYEnVk4Jp3bTa37qXyFJO6D33Ye+"
    "cnPlKurB6j9RfT/TnpJlS1m+oyQxxNHfi3LEod4tlnTvlc4VYnNCRQGmXv/2d/W+Kbgish"
    "b0N3WOndJMziHxu/tF6d08KpzohRhjm7yXjesvgVR6HFHFREwIIzqIMKKdxs20hxazcEJ4"
    "ZWrdsgAVhLIUUwUt/D0f6C4B4F0Q7/zLHNb4OzGHULnysN+9ULn9wt+peZp36QepAPnCX1"
    "bPj54T/SglcKA4B4Rumx99jwqQL1q2ybA0kmBO+eWh21migfskUU1IG1no/5CumTvo4EmB"
    "UmAR8tt5Vo0Pd83fogaP1m33OuqQExNcR107bJldcYljh23dlLgpP2nYsHSeKUftPCVH7T"
    "yeoxYM+8n3QQ0TguuysDwDkdQVC+SFENNNhJgm7TrvR9iZxzxqBWbcrV0nM8rhDbfSgby3"
    "GiW1DMG8cly9UECv7pGuiuZdzoiEaNlAHKy4gLe1EkNjY5UvRcNyIltXlKaC4NdKBr8Gbz"
    "6HRBkh28dYgEyi5WmKaHkaFy3/sjG1NCsh5uKGjLQZ1pPRDpJF9SaH7sil35g8f7IpgT7N"
    "h6S02nfN2w8nZ/WzSP5isHxKGGL+WJY6NxKzjtK2lTAd2ASKW2OMxKiX1AUeJCtpgR+XuM"
    "DP643M63tXajHs3boGD+o2LQAJImcBQ0xQYAVrTFE7b1DUj+/ry8OtInSHHPviYkGSukCu"
    "RJAk9n88KPwgsb9a9kBI7N/TGu+hVh1p5qpoT48C9qpFn5EM9d39ntc/Ic1yEsE5T0xk2j"
    "PR5/rfxGBIo4jg0RR5aQp19DrV+P+hbPHRlIyeTTRhhjNYBtqLSvMJZd63ddWc1d4jCedg"
    "W6umbW23mj7nZwc0ez6ETIeKfm0zCo5QiwBy0SEXvWwTQonqG+B/VWqHxYPFv6rac8UYsr"
    "GqeKW2V9xRkDN1VyzZQuExIc04EWBUAbtEYOWsN5Qma+E552ZC1eRAxa+kig+146B2XAhn"
    "0NegdhzwH/T1XfzMQR+3LRWPG2tcwlsecrvaOxCaYItZXRrNuYfxtSW8AwPafexfIWZbA+"
    "pY7h2T/W334eEK6cw0ixjbzzLw5Wx5e70oV2ZcTmeFHTY+9VpKz2VixxDTZzXkrsjBmetm"
    "51fV93qE5hKumvZ983fhptG4OjSgXxWOGmfhKxlNMedi67PS+vXKcWvy/5oPn/k/2JyK37"
    "0b8dsYD2j77r7bk/XAtNmcGW6yeV4+N7K8gI3lL2AjHkQ5GiVHUS7f4AIke5dGuf7SjSWV"
    "x6wyyCeZlvFJyjo+iS/kiKUgq38wQnbYHkKogxmTeLIIPNnrYO5KyPreifFQE6k87J14lb"
    "zQB6kA+aLIOy3p8iLvUwHyRZF3xIq8yPtUgHzBCmxUXarTpBZgC9EB+sXQn7rQZsfdowDE"
    "37fHQ7fSomoP1JDaaA0pqGBU9hYxxXSsF+BAmA58SGuKeYMKUpuuIOUu3PcA7LqsH81M0F"
    "ZsmWdFNvyCVzTIzUk0q6UGublj6sWC3ALUmw1yk2l+i7S1gLoRXOIQ4FbNALdUT9lqr2gp"
    "XrMCmWw9paW0vzSvbxWRJ+a9JU72WOdRcZLHqOiE02/+xtcB/h5xesqsNC8hbUCvmzfqjX"
    "LdF37VMb+NoSXmat62/1BkLhvWtX+L9kiPHf+oTf3jX5q3j2463AvWbez5+svPRwN3CbhL"
    "9mrvq4jSVjFhqhwOLESFXPAHqWD5r0thW1RnWFf2TLRixI4xJat6EVyNWer+lqQXV2y/Wa"
    "9aXLL21pNe3Fqa8uYOqRfS3QyfeGXllDtGyRtiE4S9OgzoSeOyLBLP/BPCfomTI/RNtH9U"
    "mW19Q5op65fw30+M882jjddI2cD8WZTKcKYaKJCVVSA9lhfIPQ4RrufDfjAMAXWidOC9WJ"
    "7cPsoQ2UHHZhoEm/kKk/sUe+eo3EhFcsi3hHw7yLcr+1MBdo/DLI5zuAwAw1PZhqdS6+Ps"
    "Ksa7UCCnJX2QK/tNBYbVC1mh3OKbm+o6JQIOXZy9Mv7xPlOhM2D9qZz1B9pLbVOZ29nuOy"
    "UZHPa4/c6e7Cy71IFn7yAv1HvnvS13AHpxJCD8ZIc+QATQr0sbTc6TKa4jOWJ3h+2y9X6l"
    "mhRYiRk0UU+DWBfEkU66e4pxYKOtsh4qV/pqPdR7IYrrod6Lujokoo+fiSnjE9AcGxZihu"
    "hG4cYwyM4JXkOLI9S2EBVJg8jpE8HJbEt2cRHtYGQTl3hIxAbmz9kgpu7Xkl1SYjbUIQIU"
    "6Moq0FBgFgrMhnAGhycUmAX+g8N7Fz9zUGB2SwVmq+TSPhghDnq2FfmAQEXGTFvEelMMTX"
    "toMcvx52TfHYJUYGAET8YOQZ5/scNKX0cE/C6Eb++2z1/aCJMhXl2eYUG8xWB5R87JqarW"
    "7rsPso68Q+219XWKKfiFO3MXPs/Aj8vlZc+h6lfltpwSO40eLgNS3KeltrqsGkeyuvZy97"
    "qE4mp7mUXu9KuvpeeRu4PqBTPJA+QrHadNL0277hY6km18hH/z1dAs8iObTJA1xRYaM2KK"
    "c0hWf0KYvqEZX1rhdPCY33T90692m4Lbs5JuTzBgQs74oUhPoQ85ts3C2tyCuMq6c+26+9"
    "hpCcVtyNfLSOhyQpv6WbluOg3FsPFExJd0QO/aD/3mr8oVmmn8iZ9JEQ3vJFPTpZSeSwkt"
    "lypQerxqbwuk9VfLKgRRLhDlAFEOZX/NIa2/OoYoyCrfWFZ5yXaSr8I40J1Maml2ksWgei"
    "E7iTRAqMylX2ko+SqsFK+arksrxZAgUcxsYaeoI8aXGDLZjAzZ+A0RPgfCfPvn9xkzirxv"
    "qrXHjS88RhAzXlnjCcSMQ8w4SNMQMw78B21q5z9zEDO+pZhxiLqFxh57unPshr0Z4hC3at"
    "03CB9cJBSxp/zvo+JEIy7mGNDm/X2v+0UcxPO5wV6cIMVflJY78F9ktMbAxfW7tUSlp/zF"
    "qsNUh9xP1yAzbDzn22M8CvBpZdlhSowJia7MgzEyQWxzhVjgbbYF1NAYKaihEGG+QwyACH"
    "OIMN8pgPO37/a36PdgfBAdvGNfs2o6pls6M8k11iWrUkugBQfWixVBE1Oow8Ac2ZzUmCK3"
    "RzMa8btDFkP8qGjNRuhYlCxzAu7xWx29TgmVZ2aMWlP0ik0krzpGOjYTOsNtYP7EQuHOoz"
    "sLIdRd3LVNRquGg9e6kl5r6DQOncbBIQEOiX1VYUJLO/DJymFJCVAB+OvSHyWq69Qe74T4"
    "0vJm3TGWZNZvAmuxmtJ3gA1psneYW0Ul76wSt6YTpFmi+7Ej2talwCtkoiE2uXQsKwdThv"
    "7lBBcjGX3riMmchovJspgwRQQbukYMxGhC/eHNXQbyaSu8x6UJ1xASCiGhIZwhJBBCQoH/"
    "EBK6i5+5wFtILS2hrt/yeJUFwbrzr0uVMfJFquxcpJYjw+bclWqt264Ms3KoB7R7r3SuEJ"
    "uTQuatdVeKkzdVaPeIUMLmsU47ALjfsur+lfe+Kd+dljo32mRChFE43Q6QMLxeyB5A3Ily"
    "OOEEoJwxCLuuryFjz2Qs2wBh8VcsPuSZtlcU0XrvhAM6oE2XTPrmhB/OIGLfJCLvdOw55f"
    "ATXyJoys8ySoTtgODR1LvylTQ4cKFLEw9qSjrhXiCmY2Ug0qcnKadMH9cHVBooFtjLYaJp"
    "EjYIMu3ZjIyzOQCDDgDn+EKPjXcPXuQ2uxmvQYchGDEqZ8SI8DPGiRWG83IMGpvnyvpsGu"
    "Bw27DDjb1StQjKUTpAehXS3qcn334dpNqnLWLb+VZYFMvIVx7NJzns0miJunlq+/ZDbt3e"
    "OK67WU5ZmrdLCTTfjrAgge2g8HYw1UyLGdooH/JBKgD/PbmvMtIrH/hBKgD/HfbpYvCH6Y"
    "ABxQOtwE172G46CLQr7+Urqfxlxazq1XFuvMexAUGOqzO4yi4xWrGFnxXl6lcY9XxDPWxl"
    "cyL1XJW8SEcWj3Sl6+gz4w+BJgabIc1yojZleIN0r1DyXbpX/ss8Ql1RIhR7fhvHtWOLn5"
    "oVCQw1yISfMEWWlvMgfEjcxbTNCyc7fAKmUH71BM+OOFqHIqWlCwMQkbqKDRCRCqoORKQC"
    "/yEidYc/c+BD355n1xXtsjoW3eHgVIxjBk7Fok7FmKWlZAW1j797NYvS1NPAsHoh5dTi73"
    "Wg3lKGjqEyW9yUYXwzjTKDa4pCZ2QT9MY/8ujDhNAf6lxpfMKW9kK44sj1RUOU/CCWRQz0"
    "YWB/JLgxsM+H5x/539PxCT/yj4vLHxLah272WsmaKBtLJNxK03FFdEkbDc007UXZTO+gN4"
    "n47RYHNVVQYUGFBRUWVNhDUGFAhT1s/oMKWwUV9pk/bbL6ujo90KPdYnbgWHvSLKyrzuR6"
    "zvesdsMx6Tdv1Z+VjtJr3l6hyHwD6o14uOf6QXCEOedakBih3Cqtfq/babf8aYhORpbBqD"
    "byZwqMW0wWGLeY7755r/T8qeZ4zgXIxSzO2cUEzlmXNioUZ9HPG1lqdTeWl+puxFuJuFJx"
    "ZgOIO37v6qCvvyha+U1wyt4TN7x2Q5pZViNTiOigTU1D+43vRvK/HGs0TLV320AjUzuERk"
    "o7hEa8HYKDmbDI5N8Tkmj3DvX1t8iiJGexRJcAYggLC6N8jeaD3CUAyItDziycUFQlFXSP"
    "BGAvDDvWdTbCVt5UgRDZ9uA/3ivsg6248iTJ+FSAfDHkd64YEWXGLL+VodPt3Qll3aEWOn"
    "yvf/u76jeDm2PD0t9Ub0kl9Ykb0C/dNv//hWnFesadZ1FGz5cro+cxV7yBX/MJnj7F3omb"
    "F1nEzYvl4uZFTNxc+ADzC/gJpHsH+CbsVnSi8RdU3FcB0JeQ7x3wZ1mAP1sOfDwxG5onbr"
    "p5IrTvK13UCYZ0FJEzTfBsFeBAWlIc9DTLlw6Xu6eZt3Lfi/DyILbdWvZZkY688dXMivMZ"
    "cc+Vl1q2wEM5tP7e4EN17k2TrcCiKCYoWikhlx6J1SZy2Jw2B+7Ruuh68KpZU5GzJtsrcX"
    "3NInLU61S2LRN/GHtGAsoltRc3d63V3Rf+rAVBioQcJh51rq2Ka0OoYdmyQkpzNOjUVFoB"
    "keD7kU90jtGC6FaUD9B1uWyvUOzDkssnpwIjNqPERFIySpGyq8aYrGJ2fF1m0Gmg3/hW+o"
    "373851It2S03ZYpkisin14M6vpMbGjAvrj3/8PIWmpZw=="
)
