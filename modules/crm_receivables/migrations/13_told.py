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
    "eJztXW1z4riW/isqvmxPFZPqkKS7b2ZrqwhxTzOTQJaQ7nnhlluACL4xEmOLTufenf++km"
    "zjV4ztADZwvqSIrSPbz5Hl837+UxtZM90iI2J8w0OT2CdN02QjzA1Ga5foPzWKZ0T8SBtW"
    "RzU8nycMkme4/JVwTsfhCYY2t/CIi5ETbNpEHBoTe2QZc/dOak00xxZHbIKw+PUyI5QjPs"
    "Uc2YRzMSHCFBnU5mJeee4nJO6J0PGPjJovJ6jNbWSRb8SysVlHhpiEvtTRnBlUnOAMGfxE"
    "3saYjcR9GPRxZ1dcUOOvBdE5eyR8Sixx3T//KQ4bdEy+CwTFv3/W3IvrxlhSiL9ixJ9iyD"
    "dmjEjs6PKG3DNkMiEjbnwjugDyn3Ly+ZM+MYg5DjHYGayO6/xlro5dGY9tyj+qsRKdoT5i"
    "5mJG/fHzFz5ldEkgHk4efSSUWJgTeQVuLSQ36cI03aXgMdh5dH+I88wBmjGZ4IUp14Skdm"
    "7AP1bT9U63r99rfV2vxdaLRxFgqHtoxKhca5IPCoBHeQs//qPRODt733h79u7Dxfn79xcf"
    "3n4QY9X9xk+9/9u5GR8tZyqFWfvndqcvb4iJBe2sfXngb0WDOXaoFGt99PGMLRzssnPAp1"
    "nPBQ/zNDZ4B3w++K/igTHCB/5JPG0c9tYUWxpdzBTwbflK0RGJMcCjjcAvHmpb8NfCu2YO"
    "NohH/9xtt7RL5O4bAyr+v75E4p/xgN41f7/VOv1Lb6Mb0ObNTbfV7Le7nUvkX3VAHzrBMw"
    "saPNfTPj50xJwWmSyomLXV067bfXlb4roji4wNrlPGxbW/9Np9Te9+/HiJni2Di71pMpH0"
    "n7XeffPmcrlzDqj2W+tTs/OzmIB8H00xfRTU/V6zc/9R68mdAlN7Qqzo5r1iic3wd90k9J"
    "FPxb+njZTV87nZE9ftvTlt/BBeQh33TEOdCi8m58OQcyMNEO3uPX57UC9x6BMXA/9aYJcM"
    "fZQugr/YrQk3ZuRE/tjDHTUF1+tmX4uA6O4L45wYRsiOGkJHvs0NYYTsyCGUG7/QD/LKox"
    "HCQlupK3cen2Aa1POIxEfHCcLotbsSkxkQpkxbxPLH1iSk/xaix0hijR4XmH43TkZCPnk6"
    "oez5f3KKTJtY4f32rXbfb97eyelntv2X6a17eaahjr5Ejr55FxE5lpOgL+3+JyT/RX90O5"
    "rCmdn80VJX9Mf1/6jJe8ILzoS89azjcRAs77B3KJH/w5fcb2CMdCPv4FFqJUICt/IzIEgF"
    "KmFh8OMmlBxWkRgtMOIVjAhauPIwIUgHDCjMgLDhMTsDwnTAgFwMkBbayVOilVBt8HFWfG"
    "QWMR7pr+QlZq+KYB+14v/CFhbFpubNu2dM+dtbeN5RX36w8PPSyB36MAo0xsQkXOHRE/JS"
    "r93q15KW/SaBvvOnPFCMw+98BpQDn8pNIt0OT3ugaMfljEyIq+/iZtFeTnmwSAeFiRUoyz"
    "17iEdPz9ga66HNW55hDRY5shwbPzVrzKJHMMWPCiD5JPK+09Z8mtM28m4U8NpGXtosbluf"
    "/FI5Ul2XKvUcEY5P1bDReEGQUNsxGuOXE/TVdSyQ8Vfk2P1tNHxBX6U2b39F2GSUJPlst3"
    "25LA7bZNesuKBr4ZNHwBFbSUesRb4ZtpFkv02zPC5Jdifrnm6XDY3T8/fnH87enS/RXx5J"
    "Ax0MimBQDBsUF/NxQf6HKYH/+8l/MChXwZJDF7OhEyURD3RJBt+n2Ex4S7myRSjw4/xths"
    "CP87crAz/kqchHbmFZhI4SbDOrAQ7S7C6CaGcgn2XA+GwlxGdRhMVDEzMPvEuCHUZnbet7"
    "EIlbeptl/YpRqyOX3sZWsNz2cwcuhIiOOmxBRtHlhi9E9Er4KvaVy4eerxlnhc6nOOplB2"
    "HDJclTS2tRTuyDZBDtWQx7tuDSPj2Wd5YL/QghLP/CLHC+XAnoM2YSTNM+dwnIDwXVtqBf"
    "HtntXn3V7d6ENPSrdgTUzsPtlSbENCWkiUEGX4G1G9iYP6g0RHbM4sVoYXM2I1Z+A0SYED"
    "YMCOXZJwakRJKAK3hbruCkjee1MI/E6JNWYLIDBTiy31bV2e6s83RH+/JdKORk96nXOthl"
    "nrGj0tmIym++675GTKwnZChXt2On+QnxKUHS8znENlFJejax5ZA3M+PRUjl86PSHuFN9O5"
    "fI4kiPLAjPky4WkkJF9w6It4cvFKhhJ7s8FzJSgS++Yt+oOgJf/Do2gC8efLHgiwf+gy9+"
    "jz9zJfriq5XWGvYSZ3Flnq32ZJ7FHJlC5iTSr56g264GOER0aBh/yILxh9UYf4hhbLOFlQ"
    "9gn+LQ0H2XBd13q9F9B8EkOw8mkeriiuW7vurPkniHgSVjC094Tgmndt1rfuxfIkU7oHfd"
    "+752fekq6sHqP1F9P9OekmVLWb2jJDHE0d+LcsSh3i+WdO+0ziVic0JlAaZe/+Z3/a4puS"
    "KzFswXfY6d0kzOIfm7+1nrXT9ogugbscYL8lo2br4EUulxRBUTMSGM6CjCiPYaN3sx5Izj"
    "hPDK1LplASoIZSmmCnL8PR/oLgHgXRDv/Msc1vgrMYdQufKwl1JjPtg9CkC8GOJuNU9pJ3"
    "UKnub8qCaRAy+K8UJWluWEytqy+bgQIQT8jyVQ97Dwd3aQvB/eIBUgX1iu96J4cqIfpQQO"
    "FOeAtKzlR9+jAuSLypwWN0iCMfeX+25nldC5JInaYYwRR/+HTMPeQ/dyCpQSCznzMmrAs6"
    "m+uW3+FjW3tm66VwqbQDiAnOAq6lhmq7waK9zKbOeOjJwG84LuootMGbIXKRmyF/EM2WDQ"
    "Yb4PapgQAicKyzOQx1GxNAIIcN9GgHvSrvN6hJ157JNWYMb92nUyoxzecCudRnBjUFLLkE"
    "qgxtULpROYHum6XILVjEiI1Q9E4csLeFsrsQw21sVStLgTV7+mMB6E3lcy9D548zkkygjZ"
    "IUYiZRItz1JEy7O4aPnXAlNu8ISIr2syMmbYTEY7SBbVmxy6E5d+a/L86bYE+jQPttZq3z"
    "Zv3pye188j2dPB4k1hiMVjcX1uJeY8pm0rYTqwCRS3xliJMXepCzxIVtICf1viAr+oNzKv"
    "732pBHNw6zq3gRHwfoUFIEHkLGCICQqsYI0paucNivrxfX11sGeE7pgj71wsSFIP2rUIks"
    "Tus0eFH5QVqZY9EMqKHGiHiVCjoDRzVbSjUAF71bLLUYbuEvO52AV/ZNR8+QkZ3ClDIXhi"
    "I3sxQ5yhfxOLIYMigkdT5CVJ1dHz1BD/h2pVjKZk9GSjCbOcwSrNR/a5SGgysaur5uw1ES"
    "l3Aba1atrW9qvlfH52QKv5Y8izqujXNqPgCJVQoBIGVMIo24RQovoG+F+W2t/1aPGvqvZc"
    "MYZsVHmuTHPXPQU5U2/Xki0UHhPSjBMBRhWwSwRWzmZDaWI6/Yqyl87NhGpZgopfSRUfKl"
    "dC5coQzqCvQeVK4D/o6/v4mYMukjsqXTk2hIS3OuR2vXcgNMEOs7oMmnMPE2tLegcGtPvQ"
    "v0RswQfUsdw7Jvub7v39JTKZbRcxtp9n4Mv56uaeUa7MhJzOCjtsfOqNFL7MxI4hpk96yF"
    "2RgzNXzc6vuu/1CM0lXTXtu+bv0k1jCHVoQL9oAjXBwmcymmLBxdYnrfXrpePWFP817z+J"
    "f7A9lb971/K3NR7Q9u1dt6eqERqzObPcZPO8fG5keQEbq1/ARjyIcjRKjqJcvcEFSA4ujX"
    "LzhWNLKs5bZZBPMy3j05R1fBpfyBFLQVb/YITsuD2EUIU3JvFkEXiyV+Hdl5D1gxPjoSJb"
    "edg78Sp5oQ9SAfJFkXcaYuZF3qcC5Isi74gVeZH3qQD5ghXYqL5Sp0ktwBaiA/SLoT91oc"
    "2Ou0cBiL9uj4deyUXVHqghtdUaUlDBqOwtYorp2CzAgTAd+JA2FPMGFaS2XUHKXbivAdh1"
    "WT/YmaCt2DLPimz4Ba9okJuTaFZLDXJzx9SLBbkFqLcb5KbS/JZpawF1I7jEIcCtmgFuqZ"
    "6y9V7RUrxmBTLZelpLa39uXt1oMk/Me0uc7LHOg+Ykj1HZh6vf/E2sA/w94vRUWWleQtqA"
    "XjWv9Wvtqi/9qmNxG0Mu52retP/QVC4bNo1/y+ZsDx3/6IL6xz83bx7cdLhv2Fxgz9dffj"
    "4auEvAXXJQe19FlLaKCVPlcGApKuSCP0gFy39TCtuyOsOmsmeiFSP2jClZ1YvgasxS97ck"
    "vbhi+81m1eKStbee8uLW0pQ3d0i9kO5m+cRrK6fcMkpeEJsg7NVhQI+GkGWRfOafEPZLnJ"
    "ygr7IpmM4W/CsybFW/RPx+ZIJvHm28RsoW5s+iVIYz1UCBrKwC6bG8QO5xiHAzH/ajYQio"
    "E6UD78Xy5PZRhsiOOjbTItjOV5jcpzg4R+VWKpJDviXk20G+XdmfCrB7HGdxnONlABieyj"
    "Y8lVofZ18x3ocCOS3lg1zbbyowrF7ICuUW39xW1ykZcOji7JXxj/eZCp0B60/lrD/QXmqX"
    "ytzedt8pyeBwwO13DmRn2acOPAcHeaHeO69tuQPQyyMB4Sc79AEigH5T2mhynkxxHckRuz"
    "tsn633a9WkwErMoIl6GsSmII500j1QjAMbbZX1ULXS1+uh3gtRXA/1XtT1IRF9/ERsFZ+A"
    "5tjiiFmyG4Ubw6A6J3gNLU5QmyMqkwaR0ydCkC246uIi28GoJi7xkIgtzJ+zQUzdryW7os"
    "RsqEMEKNCVVaChwCwUmA3hDA5PKDAL/AeH9z5+5qDA7I4KzFbJpX00Qhz0bCvyAYGKjJm2"
    "iM2mGNqLIWfc8edk3x2CVGBgBE/GHkGef7HDSt9EBPw+hG/vt89f2QiTIV5fnmFJvMNgeU"
    "fOyamq1u6696qOvEPttfV1iin4hTtzFz7PwI8Pq8ueQ9Wvym05JXYaPV4GpLhPS211WTWO"
    "ZHXt5e51CcXVDjKL3OlXX0vPI3cH1QtmkgfI1zpOm16adt0tdKTa+Ej/5rNlcPIjm0wQn2"
    "KOxozY8hxS1Z8Qpi9oJpZWOB085jfd/PTr3abg9qyk2xMMmJAzfizSU+hDjhd2YW1uSVxl"
    "3bl21X3otKTiNhTrZSR1OalN/axdNZ2GYth6JPJLOqC37ft+81ftEs0M8cRPpIiGd5qp6V"
    "JKz6WElksVKD1etbcF0vqrZRWCKBeIcoAoh7K/5pDWXx1DFGSVby2rvGQ7yRdpHOhOJrU0"
    "O8lyUL2QnUQZIHTm0q81lHyRVopnwzSVlWJIkCxmtrRT1BETSwzZbEaGbPyCiJgDYbH9i/"
    "uMGUVeN9XG48aXHiOIGa+s8QRixiFmHKRpiBkH/oM2tfefOYgZ31HMOETdQmOPA9059sPe"
    "DHGIO7XuW0QMLhKK2NP+90FzohGXcwxo8+6u1/0sD+L53GLfnCDFX7SWO/BfZLTBwMXNu7"
    "Vkpaf8xarDVMfcT9ciM2w95dtjPArwaWXZYUqMCYmuzKMxMkFsc4VY4G22BdTQGCmooRBh"
    "vkcMgAhziDDfK4Dzt+/2t+jXYHwUHbxjX7NqOqZbJrPJFTYVq1JLoAUH1osVQZNT6MPAHN"
    "mc1Jgit0czGom7Q5whcVS2ZiN0LEuWOQH3+KWOnqeEqjMzRvkUPWMbqauOkYnthM5wW5g/"
    "sVC48+jOQgh1F3dtk9Gq4eC1rqTXGjqNQ6dxcEiAQ+JQVZjQ0g58snJYUgJUAP6m9EeF6i"
    "a1x1spvrS8WfeMJZn1m8BarKb0HWBDmuwd5lZRyTurxG2YBBlcdj92RNu6EnilTDTEtpCO"
    "VeVgytC/nOBipKJvHTFZ0AgxWRUTpohgyzSIhRhNqD+8vctAPm2F97g04RpCQiEkNIQzhA"
    "RCSCjwH0JC9/EzF3gLKTcS6vqtjldZEmw6/7pUGSNfpMreRWo5MmzOXanWuumqMCuHekC7"
    "d1rnErE5KWTe2nSlOHVThXaPCCVsHpu0A4D7LavuX3nvm/bdaalzbUwmRBqF0+0ACcPrhe"
    "wBxJ0ohxNOAioYg7Dr+hoy9kTGqg0Qln/l4kOeaXtNEa3XTjigA9p0yZRvTvrhLCL3TSLz"
    "TseeUw4/iiWCpuIso0TaDggeTb0rXyqDgxC6DPmgtqKT7gViO1YGonx6inLKzHF9QJWBYo"
    "m9GiabJmGLIHsxm5FxNgdg0AHgHF/qsfHuwcvcZjfjNegwBCNG5YwYEX7GOLHGcF6OQWP7"
    "XNmcTQMcblt2uLFnqhdBOUoHSK9D2vv05Nuvg1SHtEXsOt8Ky2IZ+cqj+STHXRotUTdPbd"
    "9+zK3bG2/rbpZTlubtSgLNtyMsSWA7KLwdTA2bM8sY5UM+SAXgvyb3VUV65QM/SAXgv8I+"
    "XQz+MB0woHigFbhpj9tNB4F25b18JZW/rJhVvTrOjdc4NiDIcX0GV9klRiu28LOiXP0Ko5"
    "5vqId5NidSz1XJi3Rk8UjXuo4+MfEQaGKxGTK4E7WpwhuUe4WS78q98l/2CerKEqHY89s4"
    "rp2F/GnwSGCoRSbihC2ztJwHEUPiLqZdXjjZ4RMwhYqrJ3h25NE6FCktXRiAiNR1bICIVF"
    "B1ICIV+A8RqXv8mQMf+u48u65ol9Wx6A4Hp2IcM3AqFnUqxiwtJSuoffzdq1mUpp4GhtUL"
    "KadcvNeBeksZOoaqbHFbhfHNDMosoSlKnZFN0Iv4yKM3E0J/qAul8RFz4xsRiqPQFy1Z8o"
    "NwTiz0ZrB4T3BjsLgYXrwXf8/Gp+LIP959+CGhfeh2r5WsibKxQsKtNB1XRFe00TBse7Es"
    "m+kd9CaRv93ioLYOKiyosKDCggp7DCoMqLDHzX9QYaugwj6Jp01WX9enB3q0O8wOHBuPBs"
    "em7kxu5nzPatcCk37zRv9Z62i95s0lisw3oN6I+zuhHwRH2HOhBckR2o3W6ve6nXbLn4aY"
    "ZMQtRo2RP1Ng3HKywLjlfHfNO63nTzXHcyFALmdxzi4ncM66tFGhOIt+3shSq7uxulR3I9"
    "5KxJWKMxtA3PEHVwd980XRym+CU/aeuOW1G9LMshqZQkRHbWoaLl7EbqT+y7FGw1QHtw00"
    "MrVDaKS0Q2jE2yE4mEmLTP49IYn24FDffIssSnIWS3QJIIawsDAq1mg+yF0CgLw45IzjhK"
    "IqqaB7JAB7YdixabIR5nlTBUJku4P/7UFhH2zFlSdJxqcC5Ishv3fFiCizZvmtDJ1u71Yq"
    "6w611OF7/Zvfdb8Z3Bxb3HzRvSWV1CduQD932+L/b8wo1jPuIosyerFaGb2IueIt/JxP8P"
    "QpDk7cfJdF3Hy3Wtx8FxM3lz7A/AJ+AunBAb4NuxWdGOIFlfdVAPQV5AcH/HkW4M9XAx9P"
    "zIbmidtungjt+0oXdYIhHUXkTBs8WwU4kJYUBz3N8qXD5e5p5q3c1yK8Oohtv5Z9VqQjb3"
    "w1s+J8RtwJ5aWWLfBQDa2/NvhQn3vTZCuwKIsJylZKyKVHcrXJHDanzYF7tC67HjwbfCpz"
    "1lR7JaGvcaJGPU9V2zL5h7EnJKFcUXtxe9da333hz1oQpEjIYeJR59q6vDaEGpYtK6Q0R4"
    "NOTaUVEAm+H/lE5xgtiG5F+QBdl8v2CsU+LLl8cjowYjtKTCQloxQpu2qMySpmx9dlBp0G"
    "+o3vpN+4/+3cJNItNW2HZYrEqtiHN7OaHhM7KqA//v3/vW4Kow=="
)
