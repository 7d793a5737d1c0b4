"""Mobile and identity numbers are refused in texts and tables, however they are spaced."""

import pytest

from nongju.answers import privacy
from nongju.answers.kinds.table import TableColumn, TableField
from nongju.answers.kinds.text import TextField


@pytest.mark.parametrize(
    "text",
    [
        "打 13800138000 找我",
        "138 0013 8000",
        "138-0013-8000",
        "１３８００１３８０００",
        "+86 13800138000",
        "电话8613800138000",
        "1 3 8 0 0 1 3 8 0 0 0",
    ],
)
def test_mobile_numbers_are_refused_and_told_why(text):
    assert privacy.refusal(text) == privacy.MOBILE


@pytest.mark.parametrize(
    "text", ["50010119900307123X", "500101 19900307 1234", "５００１０１１９９００３０７１２３Ｘ"]
)
def test_identity_numbers_are_refused_and_told_why(text):
    assert privacy.refusal(text) == privacy.IDENTITY


@pytest.mark.parametrize(
    "text",
    ["卖 69.16 元", "12315 和 96110", "订单 20221111001 号", "1380013800", "138001380001", "100 斤 2000 元"],
)
def test_ordinary_numbers_pass(text):
    assert privacy.refusal(text) == ""


def test_text_and_table_fields_store_nothing_of_it():
    assert TextField("reason", "为什么？").reading("找 13800138000").value is None
    table = TableField("rows", "订单", [TableColumn("who", "谁"), TableColumn("jin", "几斤", "number", "斤")])
    read = table.reading([{"who": "13800138000", "jin": "2"}])
    assert read.keep == [{"who": "", "jin": "2"}]
    assert "第 1 行「谁」" in read.problem
    assert "13800138000" not in str(read)
