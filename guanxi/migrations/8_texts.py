"""Texts of records and files that are searched."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        CREATE TABLE guanxi_text (
            id BIGSERIAL NOT NULL PRIMARY KEY,
            resource VARCHAR(120) NOT NULL,
            record_id BIGINT NOT NULL,
            file_id BIGINT REFERENCES guanxi_file (id) ON DELETE CASCADE,
            revision INT,
            problem VARCHAR(40) NOT NULL,
            body TEXT NOT NULL,
            grams INT[] NOT NULL
        );
        COMMENT ON TABLE guanxi_text IS
            'The text of a record, or of a file that hangs on it. It can be made anew at any time.';
        CREATE INDEX "idx_guanxi_text_resourc_5748f5" ON guanxi_text (resource, record_id);
        CREATE UNIQUE INDEX guanxi_text_file ON guanxi_text (file_id);
        CREATE UNIQUE INDEX guanxi_text_record ON guanxi_text (resource, record_id) WHERE file_id IS NULL;
        CREATE INDEX guanxi_text_grams ON guanxi_text USING gin (grams);
    """


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        DROP TABLE guanxi_text;
    """


MODELS_STATE = (
    "eJztXet32ri2/1e0+DKddWhO82p7M3edtWhKW860yayEOfNoZ1GBBWhiS4wlQplz879fSb"
    "bBxg8kgsE4+pKApY3N3mLvrd9+6L+N0RSSb/ioNXUwbxPuzxsX4L8NAj0kXmSMNkEDTibL"
    "MXmBw74bm96Dcrqa2WfchwMuxobQZUhcchAb+HjCMSWS4pogMPMxRxdgNqZN8QcR+XfeBH"
    "00pD4CkDgADjnyj0B3jIADxd0gQ8BHwylDDHAKBmNIRghQHzjIRVyM0Rk7kg/g0IF4AkxG"
    "O7jXlOC/pqjH6QjxMfLFHT//IS5j4qBviMm3nxs+YnTqD5Cc76MB9Z0eduQb8fcPOXty1x"
    "ti5DoJKQRT1PUen0/UtTd41CH8nZorv2i/N6Du1CPL+ZM5H1OyIMBEiWSECPIhR/IO3J9K"
    "kZCp64YSjKQUfJfllOBLxGgcNIRTVwpWUgcPsLzW6PWurru923a312ukhB5RxGQTXhpQIh"
    "eMeFSmGDCSj/D8f05OTk9fnbw4ffn6/OzVq/PXL16Luep500OvHoKHWXIr+CjFs877zlVX"
    "PhAVqzJYsvLCg6IRwg6olKyW3Ic8zf23goMceyib/wHFCv+dkOQoerEqjYj3ReKILizlsf"
    "xdLZj/v8MpGUheg/DnO3Dp4O6I0Nm/GiVJqoDp3c6n9m239ekn+fEeY3+5ioGtbluOnKir"
    "85Wrz15+n5TS4kPAL53uByDfgt+vr9qKz5Txka/uuJzX/b0hnwlOOe2JL96DTpxZ0eXokp"
    "gak/eAU793J1iclvvlGPo5Mk9QrchesKosaZf58/Pgt56LyIiPxdvjkwIh/6d1c/mhdfPs"
    "+GRFcFfhyIkaeshgtKlyi1OtV3EZbA41WGW4vEMlt8p79c54kUdUu1vkjbL0VnKJn7x4ob"
    "HGxazcRa7GUpyWD2XG5ZCihmrktQ6LX+dz+HWKwXGfSpfFcZoaMvn4RIfLYlaBts7gc8xf"
    "1dfXCTKrsDdV2IIZyDVZ4guC2qnpUy01fVqgpk/TatpHkJmp6SVF7Th8rsXh8wIOn6c5HO"
    "yx0xz+9+31VTaHlxSreyk84OD/gIvZAeqPAs5KViS2SRFDn31q/brK68uP129W9z/yA96s"
    "OiAS0DBh+4LAcn1zrvtIfG3GM81lkU6JU9VOr7w801ArL89ytYoceniQONnwLobVyAt9OL"
    "ibQeFopEboCc2bmx7yTrzVK5DAkWKb/Iby+eOg6C2CbiMPMVWDTV3AtMei6VqoqYvJHaBD"
    "wMcIjCEbS2QSE0Dvka+uqc8ELh1dADaGJ+cvn018dI/plAXT/6FmIQnqfsfAABJK8AC6QC"
    "7m77PB0/JvuR5DzQVJmfzpkKxtQJF3GqfayDm1iGkaMVUSNt4oxKmsKDbcJsjfWRbbCfTn"
    "2WyPKFZY3p9zcfOSzM1+7Pyb0HQv7LywK286V62b3xaGfoFEf7y+ev8mw9S/+a3bblXHBn"
    "Uc5E0oFxps/iPKDN2tzNCxRnhJ0rsLadaaJBkvg4TNpCmg4hVo/dQRKt51hc6HXLzyfYwc"
    "ORB7oufikZrgDk04EJ4+gMCB87Tp2e5HZ5iYzwGwKUfl9/1D1+TYuNxe43KRzIzQ65oift"
    "uHVcNfvi5zw+k1ZG0pUYFoo5dtr9dvEHOsdh34vZ1NYpzZjEM+ZWk25+8KFgTbcUT3zd9A"
    "X58cn706e3368myhphdXirRz2snsUydDNxQ5mRGFdTJNnMw4zwc+kvzpmWejJCltVsrhZK"
    "VUZJNxNfX6yL9FwssOGLiyxUiM62wwiCLosSWF1vbChYyDgBZMmfD46VD49cGnAEzE6zmC"
    "/g/iv09nADMgF5iYNiUcuwp6Coi/Y8JbFhuKIM4OEHEykgV3ccPMrciSK/LD7WbkMDYjS6"
    "npenJLihr6cNvfjqgfg74HF023/ltmLoHYQQSqyUxnSMLdcvXFwWuNihjxW0595LzD6tFS"
    "Jjw2qmPAh9HEtXa7BeTcAKjrI5eSkcqiFxZTpQX9IDPxgQfn4j10lMkMBpbXMD8Cl5RwJC"
    "QHXIxAfx5Ek4QldTC7S5vuHd1z83x/m+lfTSPO6R0ySgFaEGzHhO9XBMkcK51s79P8bO/T"
    "VLZ3EBE28pAWFGV5SPvjbwkgF/7bNPYdUtTJR9pxuNU0gX73qfO7g8nPz3Vg8vPzfJhcji"
    "X562Ez/kbza8jfY60wxHFBGOI4Kwxhc+drnTtfOV7vRU1b8PzpgedZ8u+bZ6WlSG0JywGi"
    "H/+m/Ru1NlLIRzjS1EA9/qR9LdAjXww6kIGMPQd4wZSEakdCBk3weeE9WgihshCC3RCU60"
    "gJpW9YTBsR1JDD24+yTODcpTBDg+RXC8VIHlUv9FjHqD/FLseEHcnb7sMrKqWMaIdZeKs+"
    "SoXQyFJS8BaGNs3cNpl6isEd8VAwLA9JZYjtugnCDGIueWbG8sYvrU63c/X+AoT0X8jNz1"
    "dX6opwMYi68lY43hdAaEokXrdbb8VrBB3xunN72bp525YXMBsIPww5q/EWPVuw7eYhS+/I"
    "ZDu3pLJbucPcyvHsPItc95bnZFkcbsx6e2kACDIjZ3VBsBX7UilXavvxLsWsnkoFM9VSK6"
    "RbUFUV432dFJI0mj3G0SRDKxXtu5N0tdFOO0Z2OeXQ3YT9K4QW1dsYW5/6LKsOK3/HuKSw"
    "DSYe02CCyec34PuSwvJ9c74j389a7l30La+uPSKoQTuPIsPd/rVbzOxE3Us0fVUCtkVkVR"
    "S7bRG5KyTKhqef9hZiiAlm440WwAqp3SpWTc4VCYDfDsQimbooJwoeH25qhMJZOF9NXlsE"
    "8MsYyWK5iMgBf9K+LJdzpggQ4Tf9AKBzL2F2RybaD6g3gT56DonznCGezu9//Mc9os1UmA"
    "Sgaw7D6bXLD99icDc/mD7wzWK90Xwb6tUI9cpfygYGJ0a2L3fDWhstr0JV+ZkLOEZmvYmq"
    "ybci3kRrgnPajYUjOj4EnGDt9mKPSamzmXKVzJSTnUFZ5skIBenwS5LdBUyOyxXD1sK5Fk"
    "V4evYgLv/pxNlQ/klKK//DlL8tcqgCam4TwMtNAJ/4aIi/mXB4SVFDFGbbaZWm/ShtH0qD"
    "Ev0J8j3MpAebkaxSkGGfJKtGlr28X22y7NG3CRbDG7hOSUoLmFTZQZIt/DbxjpkNrx2EfG"
    "V7xfusHiiUugiS3HyFkGi1N62gKkuhRh7DjlvTXl9/TMjyTWc1BefnT2/awmNQQhSTMM/x"
    "csVvwjwtJ0ZkexkYbTBSsG9SEmkxvKM+wiPyI5qnyphWWB9utX8OP+bARPAQrbHo6vLH5c"
    "PZAvONLz3x3YOT25Vj27q9bL1tNx72hKNzjrwJb2QB6eFQUwdJj81dG4x/B7GMmTOxPJ4L"
    "R06deU8ldC5cSE/84B0gyFkTDOiUyHfC+wR3aK7meZhMOQIzMRuBG+RgJuPucJZ1akeJ98"
    "nsmxuGEmZiJQr7YNvmVkZ5NQuCAPaQiTLzCsPfgqG/u6SyAf5K+7tKcxqEzxbza1Ns9KjY"
    "WUVi6W/RBPrcQyTTDYiN6ngCTnK6Das/OYtqw+o2rJ7gsw2r2rC6lb8Nqx+imatKWL1SId"
    "8tBdUr4v5eE9QV2q+rOulnOMCJcR0XWLZVkPq0t2jOr3NKhTraXJ0YMaP+HQOUDNAFmEDG"
    "ZvJkCKFPEG8CTO4xh5KqCSAYTBmnnjreKUS5jsA1cecA8/DAcyxG1MkaWYdU7OKWOg0nJ1"
    "Nf6Ez1a2HT/p9owO0ZFftWfPn+/X4TNCqkCEtIz1j+ELRzi5YkNQQlz3RMzVm+pTlL99xb"
    "KhgjHZKks9HDjf2oCmW6VE0gddq02FSXesvXglJPT/4V2bDdUPV1Uxs1db2psUHzo4k2Ov"
    "Hkdi82OmGjE9YQ2OiElb+NThy8mbOnNJTeo8YWU5ZaTCn/9/42wpNjJLVr7lhOwaot+qts"
    "0R/1udiOzkzOk1ihqpHNrEMy5S1SP5lGVovDcKip094wNlcjeCxDsch5jsUvRa4L5IdBWT"
    "5GQVCWDtXrAaV3GH3HwD10p6g4OryVz7Q4SaUdSBvl3UOUd8D8oQlro/k19CnPTnXiu6f5"
    "8d3TVebupS50vTmtqwKJA6vQ9UyW9YKgfmc51SptoWqcfoLZnxXaoZZSJujSAXTNDoJbUN"
    "SOw8daEEABAmBPd7AQfdJ4ILTJUaUxMiv5w5S8TbZ7EmJW+xc4QlnF2Pk2NElVOzu6NU+l"
    "IsiiapCTAStGjXPWYopRox6b9lTX3bhNe1onBpv2ZD0rm/Zk5W/Tng7YzMWBoxE2OqBrQV"
    "C7OFUpwFz1Yc/DTn9CHsSuCYMXBPXbrp3rBFrFrPz1e54uqA1r2Xum4ewUYf34XYa+sA2Q"
    "d9YAGTqePHlX3JdnnQZfzPFV2h0yfnHlYDlfFK1qk6mneB5veLz/yFXQhsSA5Y321QVA5A"
    "v5/UPvUrz8eyz+NTYxm1uPZi07DBp73ilS63mbeN4pIDRLKGmJGLcCT7acPCxpPERrbk0/"
    "8NRSTHQFvxH705vOZXdfbcElppxXZrsYa2piziXV235edJ5Xn2/7bVdGTzSLgGghK2O9HS"
    "OynVc2BkvskRlVsZb2yAwdE7n2yIxE+inNcsmNWRoZtpqyNKZIK+VvfJKoVoav8SlEu9b6"
    "GREsZmPbT9ClsLFtJQYb27axTRvbtvK3se0DNnNLKXBqErAKZtcw7lpKXFAufsPQdozExg"
    "J1YoFh6ZkJj2MkNVzJp1pcPi3g8mmayxx9y2BxV1zNWcbh/Frwt8jotn/tJuxtqmHHwuZ+"
    "vL56H01f7eKxsqSRsG+8Z8rzFbI61LvumvNj7mXkyeSzPJpfA1W980XOBWeytfb66PaCeI"
    "eMn0HMJQPN+N/4pdXpdq7eX4CQ/gv5sf1T9wLcoQn/Qm7bV2/VKEPEUaPiSle9FaPvWp2P"
    "7bfyaeQRs40NjMHxiVY2WUEy2aol8BBjcJQdXMk3uUkqmxWp49nYZnulsRb5flY2U0FCZE"
    "RQA02f5O+5Fn/PC/h7nuGUy4SDTUqBF2S2LX/VoJuK1Ce2HIeSW2X/MyI5sdGmzoHycrpW"
    "QKfRIkDMfk5JeJQVZADdIx8gIj/TAfII9yPwFjP1tqkOqlK3C06El73NgHBbMg6Q3+onPy"
    "K8ZI+e23J/1/xYUijaDNCzKJ82RmVTmPUTacVvKTtul7+0YyS1QDDK7hsVrsxNGkAkKG0o"
    "x/oDhv7AJfUmkMxzPYLEuI5PMAgI9LyCa4KkAT4CX6NY/1fgYyZM8wzzMZgJg65s+WAMyU"
    "helRYegolPB2JHDDw4B3cITQAmwEMe9TPcg3JuseU0lEfnoFTfRdhK9sMm6SWFKat1zDDZ"
    "dQQUc7OucAuCGvoGpcAtf1NixOBo/g7BlhbD8J+3UoWOId4N8vJSh9Mv8xn9Mt2Bb+r7iA"
    "yMYMM4zQ75fXn12264rNP6N7/zb6rx74H0kFwW0h1iI0nqmqGzC4LaobNF1i3i7atc1r5K"
    "r96RUbpPNL92fN1+u3WxnULcGNKJUdni6DWYTkU2nLfq2IlbxGU0N/hyqydwJGc0tQ7iiE"
    "3eS3HBAgrX1Q0LAov/GuO/6gwTo2OSlhTVOCFJ3vagT0iqiDa5otmwlbquozlINFHj/B4f"
    "edC/A0KOULweUN85At0xZQjMxtQDmANZKS6P4gLQR4BTN/PInk0/Zr12+twQUqJTP0j5CT"
    "47zBkRf/+wlVG2MqrCuJWtjLLhFFsZZeVvK6MO2MzFzdrSFdHdFMVpahgdKKU7ZcLNMwl9"
    "xchs05DNw1+2tGd3VQ/Rxshk6x+nqcbmv1bHIwtLPKbmHYsSZNbImmifFPSyKoy0JMpqWl"
    "QxGTxEq2xNg53E4qtUi50ryvEQDyDPOZ06Md7Uw7eSBGtxri51HcApoASBqTpQ+qvK2Pgq"
    "D42GQFo28CwsSGqCCfShx5pA8Fxatu+bgNEgERtzSSD8aUfmTkEyBy4k4qlGKA2K7eieOg"
    "harJ+V/JxwKyjhsyZIjFpErbKI2p348ibbjmh+LXyy1YQkrXykgnSkVC17dr5XvgOWl++1"
    "A+9rP65vKX6Wg7jhKQRLitrlH5RSdTf2kdGJ79H82nG3lBYY5mCsBWEPGYSNOU8mQo+R2R"
    "rWKsvXU00VNpBwgtDKuMoytr2oqwLs2F7UOrjO2l7U+wF1fhKOIpJVAqiRAenERpsagM4k"
    "OX0tnPOLxEUiXAWMIQMMcTCkvrzIkDu8AF+DHy+7GPieYLKP/jmYMk495LOvTfB1LF4F//"
    "kdmqtLDh4hxr+mgZzS71Z4xITirD1iojIKrVmA0dhDC5dhYa1SpuOCWqbjdDGTyng1gWkW"
    "BBameQRMY10m6zJVQQQH7jLdwnvk/AejWZbHtBzUcZiYnN27j6avj3+NERAi9OeADgFUeq"
    "8J+lR8pSaY4Hsq/BsfyJpE4kAfTIV4fTFNPmJGXOtxn5Xp7NAZCQ/UiiVLZXo+yXRwRdez"
    "UavKekQ2YW43CXORKtDlcTR/hzh/5GztgsNaDDbocGod+61Xwi2Zq4yJCXcXBLWLUp290A"
    "pTyWkFrbgymm8KXhoXIi+JbB2yQW+5CSbEmNdLItvGT5/VmC2e3IzdSUK7vA14bgvRnnb8"
    "bLHlSv/iCnZVcSoLB20LDlpsmy0eVIQHxRdflQChLnVoIwMLUtebGjAQjyauBYBuqYf4WD"
    "AzyCmGQSwLM5mg7FDQn4tLDpw34xX8EscRA5jLGFcaB9rOR+qkL0PGxHJG0VERDiUoNCKO"
    "IBVfUKUxZ7cJsMBQVYEh2yCgYRsEWL9sW36ZbRDwtOVvGwRUonLaNg4uuXFw6PJl6ricmp"
    "EFRZFuO7wVXsBbqZEOtnXFjrD2ejWuqNja3I/2je0MTRygGJnN3a+yj+MjT3JxsxqcBKmV"
    "c5XlvAL46OvRFUKLNG8LaY4Ya8HmtX04kkuwUp042t848gl0hbAaGbhzfLipAT+jcH4vPG"
    "dWLw9R3jSEjAmVmC9gc8aRpyorZFVFBBZfiFdMvCIOwN6E+hwMheyZoEURnKyw5OwUxXJu"
    "k5m9GHeTJSuKcxYtNl0FXdcsxKYPZat02EmLOzzNutrcLQUosT0U9+9A7cfMX6raw3cpq5"
    "IxrGPmg1LG0ErpmPl8yaw1n7basVoruthM2hBuw4ZwbQgvMc+GcK38N5S/DeFWIYhgd3+7"
    "2f3ZmqpY2Y9W0U9ByU/qVEfYR0aNFRcENWTv9k/VVdzq/T025nBIU7tg+vZZnN/vtk2mXi"
    "rWkESKDqD3rTpMQJhc9I1/IZ9+/tjtfOxctS+AJ4ixiwn6QoRtar9v31wAwXM0Qv4X8rZ9"
    "2fnU+ngBHDTAHnS/EFnZ025dXYB+UO8k5ghXRkwQX/ALufxw3bkU7wZjigfifftTqyOoke"
    "xX94X89OFa3nEieCTGfr4RI1PfXUXT9QzEtitugyfOOBQh/xSKGEkNfl9Fjm0Zx1CMkTsx"
    "UWfR/Bqweidg7F9TbF6CGyezVYomRbiUYW6GTcVJdohNvXhR1qreMjoFxc7+PsNjL1zASy"
    "Jb13wQR1l3Ar5KK9vIiB3Eh5s6FWrRRK3UADk76CoURKGasl5MvR9iN4zmjyEZMVlThvkR"
    "6HAwgAT0EfCggwAkaAZUxH8OFOK16suUd5fND7K1WQBVDW9YHKjWKdOV4/We4M7dR/GqiT"
    "NvzVOa+FR8T89EccRIareh2j662adORuZQPjIQza8Ba3cNC0iXyFg3x4hqpB/2m4EteZqW"
    "gnH29S0XFM678MMOSw66Kdix5bf/dh8P/w9r0csQ"
)
