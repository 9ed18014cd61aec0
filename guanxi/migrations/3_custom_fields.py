from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        CREATE TABLE IF NOT EXISTS "guanxi_custom_field" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "resource" VARCHAR(120) NOT NULL,
    "name" VARCHAR(40) NOT NULL,
    "label" VARCHAR(60) NOT NULL,
    "label_zh" VARCHAR(60) NOT NULL,
    "kind" VARCHAR(12) NOT NULL,
    "choices" TEXT NOT NULL,
    "help" VARCHAR(200) NOT NULL,
    "required" BOOL NOT NULL,
    "position" INT NOT NULL,
    "active" BOOL NOT NULL,
    CONSTRAINT "uid_guanxi_cust_resourc_5cb3d4" UNIQUE ("resource", "name")
);
COMMENT ON COLUMN "guanxi_custom_field"."kind" IS 'TEXT: text\nMULTILINE: multiline\nINTEGER: integer\nDECIMAL: decimal\nBOOLEAN: boolean\nDATE: date\nCHOICE: choice\nEMAIL: email\nPHONE: phone\nURL: url';"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        DROP TABLE IF EXISTS "guanxi_custom_field";"""


MODELS_STATE = (
    "eJztXetzGrmy/1dUfNlsHeITv5Jc761TRWyScDbBKZuc7G68RQQjw6xnJHYkTMi5/t+vJO"
    "bJPJAwA8NYX2wYqZmhW3S3fv3QfxujKcTf7YPW1LJZGzNv3jgD/21g6CL+ImO0CRpwMonG"
    "xAUGB05seh+K6XLmgDIPDhkfu4UORfyShejQsyfMJlhQXGIEZp7N0BmYjUmT/0FY/J03wQ"
    "DdEg8BiC0AbxnyDkBvjIAF+d0gRcBDt1OKKGAEDMcQjxAgHrCQgxgfIzN6IB7AIkP+BDYe"
    "beFeU2z/PUV9RkaIjZHH7/j1T37Zxhb6jqh4+7XhIUqm3hCJ+R4aEs/q25Z4w//+KWZP7v"
    "q3NnKshBQWU+T1PptP5LU39qiD2Vs5V3zRQX9InKmLo/mTORsTHBLYWIpkhDDyIEPiDsyb"
    "CpHgqeP4EgyktPgu0ZTFl4jRWOgWTh0hWEG9eIDoWqPf7172+tftXr/fSAk9oIjJxr80JF"
    "gsGP6oVDJgJB7h+f8cHR0fvzp6cfzy9enJq1enr1+85nPl86aHXj0sHibi1uKjJM867zrd"
    "nnggwlflYsmKCw+Shgt7QSVlFXEfsjT3LzgHme2ibP4vKJb4b/kkB8GLZWkEvC8SR3Ahkk"
    "f0uwqZ/7+3UzwUvAb+z3fokOHdASazfzVKklQB03udj+3rXuvjJ/HxLqV/O5KBrV5bjBzJ"
    "q/Olq89e/pyUUvgh4Eun9x6It+CPy25b8plQNvLkHaN5vT8a4pnglJE+/+J9aMWZFVwOLv"
    "GpMXkPGfH6d5zFabmfj6GXI/ME1ZLsOavKknaZPz8Xfu87CI/YmL89PCoQ8n9aV+fvW1fP"
    "Do+WBNf1R47k0EMGo3WVW5xqtYrLYLOvwSrD5S0quWXey3faizyg2t4ib5Slt5JL/OjFC4"
    "U1zmflLnI5luK0eCg9LvsUNVQjr1VY/Dqfw69TDI77VKosjtPUkMmHRypc5rMKtHUGn2P+"
    "qrq+TpAZhb2uwubMQI7OEg8Jaqemj5XU9HGBmj5Oq2kPQaqnpiOK2nH4VInDpwUcPk1zeL"
    "HHTnP439eX3WwORxTLeyl7yMD/Aceme6g/CjgrWJHYJgUMffax9dsyr88/XL5Z3v+ID3iz"
    "7IAIQEOH7SGB4fr6XPcQ/9qUZZrLIp0Sp6qdXnl5oqBWXp7kahUx9PAgcLLbuxhWIy4M4P"
    "BuBrmjkRohRyRvbnrIPXKXr0AMR5Jt4huK54+DotcIOo08xFQONlUB0z4Npiuhpo6N7wC5"
    "BWyMwBjSsUAmbQzIPfLkNfmZwCGjM0DH8Oj05bOJh+5tMqWL6f+Qs5AAdX+iYAgxwfYQOk"
    "As5p+zwdPyb7kaQ80FSan46eCsbUCRdxqnWss5NYhpGjGVEtbeKMSpjCjW3CaI31kW2zH0"
    "5tlsDyiWWD6YM37zkszNbuz8G990h3ae25U3nW7r6vfQ0IdI9IfL7rs3Gab+ze+9dqs6Nq"
    "hjIXdCGNdg819RZuhuaYaKNbIjkv6dT7PSJIl4GcR0JkwB4a9A61OHq3jH4TofMv7K82xk"
    "iYHYEz3nj9QEd2jCAPf0AQQWnKdNz2Y/OsPEfF0Am2JUfN8/VU2OicvtNC4XyEwLva4p4r"
    "d5WNX/5asy159eQ9aWEhUINnrZ9nr1BjHHateB35vZJMaZTRlkU5pmc/6uICTYjCO6a/4u"
    "9PXR4cmrk9fHL09CNR1eKdLOaSdzQKwM3VDkZAYUxsnUcTLjPB96SPCnr5+NkqQ0WSn7k5"
    "VSkU1Gd+oOkHeNuJe9YODSFiMxrrLBwJKgTyMKpe2FAykDC1owpdzjJ7fcr198CrAxfz1H"
    "0PuF//fIDNgUiAXGp00xsx0JPS2If6LcW+YbikWcHSBsZSQLbuOGmVuRiCviw81mZD82I5"
    "HUVD25iKKGPtzmtyPyx6DuwQXTjf+WmUvAdxAL1aSnMwThdrn6Yu+1RkWM+DUjHrLe2vLR"
    "UiY8NqpiwG+DiSvtdguIuQugboAcgkcyi55bTJkW9IvIxAcunPP30JImczEQXbPZATgnmC"
    "EuOeDYCAzmi2gSt6SWTe/SpntL91w/399k+lfTiDNyh7RSgEKCzZjw3YogmWOlku19nJ/t"
    "fZzK9l5EhLU8pJCiLA9pd/wtAeSyf+jGvn2KOvlIWw636ibQbz91fnsw+empCkx+epoPk4"
    "uxJH9dW4+/wfwa8vdQKQxxWBCGOMwKQ5jc+VrnzleO1ztR0wY8f3rgeZb8B/pZaSlSU8Ky"
    "h+jHv8ngSq6NFPLhjzQVUI+/yEAJ9MgXgwpkIGLPC7xgin21IyCDJvgaeo8GQqgshGA2BO"
    "U6UlzpaxbTBgQ15PDmoywTOHcIzNAg+dVCMZJH1Qs91jEaTG2H2ZgeiNvuwisqpYxoi1l4"
    "yz5KhdDIUlLwQkObZm4bT13J4A5/KOiXh6QyxLbdBGEGbSZ4psfyxpdWp9fpvjsDPv0Nvv"
    "rc7cor3MXA8soFd7zPANeUiL9uty74awQt/rpzfd66umiLCzYdcj8MWcvxFjVbsOnmIZF3"
    "pLOdi6jMVm4/t3IsO88i171lOVkW+xuz3lwaAIJUy1kNCTZiXyrlSm0+3iWZ1ZepYLpaao"
    "l0A6qqYryvk0ISRrNPGZpkaKWifXeSrjbaacvILiMMOuuwf4nQoHprY+tTj2bVYeXvGCMK"
    "02DiMQ0mqHh+Db5HFIbv6/MdeV7Wcu+h73l17QFBDdp5FBnu9m+9YmYn6l6C6csSMC0iq6"
    "LYTYvIbSFRJjz9tLcQtza26XitBbBEaraKVZNzRQLg10O+SKYOyomCx4ebCqFw6s+Xk1cW"
    "AXwZI1EsFxBZ4C8yEOVy1hQBzP2mXwC07gXMbolE+yFxJ9BDzyG2nlPE0vn9j/+4R7SZ8p"
    "MAVM2hP712+eEbDO7mB9OHnl6sN5hvQr0KoV7xS1nD4MTIduVuGGuj5FXIKj99AcfIjDdR"
    "NflWxJtoTeycdmP+iIoPASe2cnuxx6TUmUy5SmbKic6gNPNkhIJ0+IhkewGTw3LFsLFwrk"
    "ERnp49iMt/OrHWlH+S0sh/P+VvihyqgJqbBPByE8AnHrq1v+twOKKoIQqz6bRK3X6Upg+l"
    "Ron+BHmuTYUHm5GsUpBhnySrRpa9uF9tsuzR94nNh9dwnZKUBjCpsoMkWvit4x1TE17bC/"
    "mK9or3WT1QCHEQxLn5Cj7Rcm9aTlWWQg08hi23pr28/JCQ5ZvOcgrO549v2txjkELkk2yW"
    "4+Xy34R+Wk6MyPQy0NpgpGDfpCTSYnhLPGSP8K9onipjWmK9v9X+7H/MnongIVhjwdXox+"
    "XBWYj5xpce/+6Lk9ulY9u6Pm9dtBsPO8LRGUPuhDWygHR/qKmCpMfmrgzGv4W2iJlTvjye"
    "c0dOnnlPBHTOXUiX/+AtwMlpEwzJFIt33PsEd2gu57k2njIEZnw2AlfIsqmIu8NZ1qkdJd"
    "4ns2+uH0qY8ZXI7YNpm1sZ5dUsCAKYQybKzCv0fwua/m5EZQL8lfZ3pebUCJ+F82tTbPSo"
    "2FlFYukXaAI95iKc6QbERlU8ASs53YTVn5xFNWF1E1ZP8NmEVU1Y3cjfhNX30cxVJaxeqZ"
    "DvhoLqFXF/LzHqce3Xk530MxzgxLiKCyzaKgh92g+b86ucUiGPNpcnRsyId0cBwUN0BiaQ"
    "0pk4GYLrE8SawMb3NoOCqgkgGE4pI6483slHuQ7AJXbmwGb+gec2H5Ena2QdUrGNW6o0nJ"
    "xMPa4z5a+FTgd/oSEzZ1TsWvHl+/e7TdCokCIsIT0j+iEo5xZFJDUEJU9UTM1JvqU5Sffc"
    "ixSMlg5J0pno4dp+VIUyXaomkDptWkyqS73la0Cppyf/imzYroj8uqmNmrzeVNigecFEE5"
    "14crsXE50w0QljCEx0wsjfRCf23syZUxpK71FjiilLLaYU//s/tPDkGEntmjuWU7Bqiv6q"
    "U/RXkT30NZKSbWR14vOHmipd+GJzFWKcImKIrOc2F6hHZhR5fuyQb6H90+1v5eshIXc2+o"
    "mCe+hMUXEQcyOfabbzlfZzTDByB8HIIfVudVgbzK+h63NyrBKGPM4PQx4vM3cn5Yurd0p1"
    "VSBx/A86rs6yDgnqd+RQraLrVeP0E0xSrNBGqpRqNocMoaN3XllIUTsOHyrtVAs2quYQAo"
    "MkJ40HQuucqBkjM5LfT8mbnLAnIWa5f4EjlFUznG9Dk1S1s6Mb81QqgizKPi4ZsGLQ32Ul"
    "phj0kzHZOXXdjZvsnFViMNk5xrMy2TlG/iY7Z4/NXBw4Gtla50iFBLWLU5UCzFUf9tzvLB"
    "3kQtvRYXBIUL/t2qlKoJXPyl+/p+m6T7/kuq8bzk4R1o/fZegL06d3a316oeWKA2L5fVnW"
    "oeXFHF+m3SLjwyt7y/miaFUbT13J83hf3t1HrhbdMjRY3mh3zwDCN/iP9/1z/vLHmP9rrG"
    "M2Nx7NihrhaXveKVLjeet43ikgNEsoaYlod6xOdkbcL2k8BGtuRdvq1FJMNK++4vvTq855"
    "b1fdqwWmnFcNGo41FTHnkspCv4YN0uXnm7bQldETzSIgmstKW2/HiEyDkLXBEnOyQ1WspT"
    "nZQcVErjzZIZF+SrJccm2WBoatpiyNKdJK+RsfBaqV4Wt89NGulX5GAIuZ2PYTdClMbFuK"
    "wcS2TWzTxLaN/E1se4/NXCQFRnQCVovZNYy7lhIXFItfM7QdIzGxQJVYoF96psPjGEkNV/"
    "KxEpePC7h8nOYyQ98zWNzjV3OWsT+/FvwtMrrt33oJe5vqKxHa3A+X3XfB9OVmE0tLGnH7"
    "xvq6PF8iq0O967Y5P2ZuRp5MPsuD+TVQ1Vtf5IxzJltrr45uh8RbZPwM2kwwUI//jS+tTq"
    "/TfXcGfPob/Gv7U+8M3KEJu8HX7e6FHKUIW3KUX+nJt3z0bavzoX0hnkachNpYwxgcHill"
    "kxUkky1bAhdRCkfZwZV8k5ukMlmRKp6N6QlXGmuR52VlMxUkRAYENdD0Sf6eKvH3tIC/px"
    "lOuUg4WKcUOCQz3eOrBt1UpD6xZVkEX0v7nxHJiY02Vc49F9OVAjqNFgZ89nOC/ROXIAXo"
    "HnkAYfGZFhAnjR+AC5vKt015npK83eLgctHbDHC3JeOc841+8iPCS+aEtA23Ic2PJfmizQ"
    "A9i/JpY1QmhVk9kZb/lrLjdvlLO0ZSCwSj7L5R/spcpwFEgtKEcow/oOkPnBN3AvE81yNI"
    "jKv4BMMFgZpXcImRMMAH4FsQ6/8GPJty0zyz2RjMuEGXtnw4hngkrgoLD8HEI0O+IwYunI"
    "M7hCbAxsBFLvEy3INybrHhNJRH56BU30XYSPbDOuklhSmrdcww2XYE1GZ6XeFCghr6BqXA"
    "LT8I1mJwMH+LYEuL2vCf10KFjqG9HeTlpQqnX+Yz+mW6A9/U8xAeasGGcZot8vu8+/t2uK"
    "zS+je/82+q8e+e9JCMCun2sZEkcfTQ2ZCgduhskXULePsql7Wv0qt3pJXuE8yvHV83326d"
    "b6cQ04Z0YlSmOHoFplORDee1PHbiGjERzV18ueUTOJIzmkoHccQm76S4IITCVXVDSGDwX2"
    "38V55honWaT0RRjYN8xG3NQT6P1yZdkg1byesqmgMHExXO7/GQC707wOUI+esh8awD0BsT"
    "isBsTFxgMyAqxcWJUQB6CDDiZB7Zs+7HrNZOXxtcSmTqLVJ+Fp/t54zwv3+ayihTGVVh3M"
    "pURplwiqmMMvI3lVF7bObiZi1yRVQ3RXGaGkYHSulOmXDzdEJfMTLTNGT98Jcp7dle1UOw"
    "MdLZ+sdpqrH53/tTfBMdLqecpfodixJkxsjqaJ8U9LIsjLQkympaVDEZPASrbEWDncTiq1"
    "SLnS5h9q09hCzndOrEeFMN30oSrMS5esSxACOAYASm8kDpbzJj45s4NBoCYdnAM78gqQkm"
    "0IMubQLOc2HZfm4CShaJ2DYTBNyftkTuFMRz4EDMn2qE0qDYlu6pgqDF+lmJz/G3ggI+a4"
    "LEqEHUKouo3fEvr7PtCObXwidbTkhSykcqSEdK1bJn53vlO2B5+V5b8L524/qW4mdZiGme"
    "QhBR1C7/oJSqu7GHtE58D+bXjrultMDQB2MNCLvPIGzMedIReozM1LBWWb6ubKqwhoQThE"
    "bGVZax6UVdFWDH9KJWwXVW9qLeDajziTuKSFQJoEYGpBMbbSoAOpPk9JVwzheBiwS4ChhD"
    "Cihi4JZ44iJFzu0Z+Lb48dKzoedyJnvon8MpZcRFHv3WBN/G/NXiP7tDc3nJskeIsm9pIK"
    "f0uxUeMSE5a46YqIxCaxZgNObQwigsrFTKdFhQy3SYLmaSGa86ME1IYGCaR8A0xmUyLlMV"
    "RLDnLtM1vEfWf2w0y/KYokEVh4mK2f37YPrq+NcYAS5Cbw7ILYBS7zXBgPCv1AQT+55w/8"
    "YDoiYRW9ADUy5ej08Tj5gR13rcZ2U6O2SG/QO1YslSmZ5PMh1c0vVN1KqyHpFJmNtOwlyg"
    "ClR5HMzfIs4fOFvb4LASgzU6nBrHfuOVcBFzpTHR4W5IULso1ckLpTCVmFbQiiuj+SbnpX"
    "YhckRk6pA1estNbIy1eR0RmTZ+6qy2afjkeuxOEprlrcFzU4j2tONn4ZYr/Ysr2FXFqQwc"
    "tCk4KNw2GzyoCA+KL74qAUI9YpFGBhYkrzcVYCAWTFwJAF0TF7ExZ+YipxguYlk2FQnKFg"
    "GDOb9kwXkzXsEvcBw+YDMR40rjQJv5SJX0ZUgpX84oOCrCIhj5RsTipPwLyjTm7DYBBhiq"
    "KjBkGgQ0TIMA45dtyi8zDQKetvxNg4BKVE6bxsElNw72Xb5MHZdTMxJSFOm2/VvhBbwVGm"
    "lvW1dsCWuvV+OKiq3N3Wjf2M5QxwGKkZnc/Sr7OB5yBRfXq8FJkBo5V1nOS4CPuh5dIjRI"
    "86aQ5oCxBmxe2YcjuQQr1Ymj/Z0hD0OHC6uRgTvHh5sK8DPy5/f9c2bV8hDFTX3IGBOB+Q"
    "I6pwy5srJCVFUEYPEZf0X5K2wB250Qj4FbLnvKaVEAJ0ssOTtFsZzbZGYvxt1kwYrinEWD"
    "TVdB1zULsel92Srtd9LiFk+zrjZ3SwFKTA/F3TtQuzHz57L28G3KqmQMq5j5RSmjb6VUzH"
    "y+ZFaaT1PtWK0VXWwmTQi3YUK4JoSXmGdCuEb+a8rfhHCrEEQwu7/t7P5MTVWs7Eep6Keg"
    "5Cd1qiMcIK3GiiFBDdm7+VN1Jbf6P8baHPZpahdM3zyL8/vdtvHUTcUakkjRHvS+lYcJcJ"
    "OLvrMb/PHzh17nQ6fbPgMuJ7YdG6MbzG1T+1376gxwnqMR8m7wRfu887H14QxYaGi70LnB"
    "orKn3eqegcGi3onP4a4Mn8C/4A0+f3/ZOefvhmNiD/n79sdWh1Mj0a/uBn96fynuOOE84m"
    "Ofr/jI1HOW0XQ1A7HpitvFE2ccipB/CkWMpAa/ryLHtoxjKMbImeios2B+DVi9FTD276mt"
    "X4IbJzNVijpFuITaTA+bipNsEZt68aKsVb1hdArynf19hsdeuIAjIlPXXOGjrB/+HwmVJP"
    "U="
)
