from __future__ import annotations

from pathlib import Path

import pytest

from guanxi.cli.extraction import Message, messages_in
from guanxi.cli.translations import catalogue_path, translation_problems, update_catalogue

CODE = """
TITLE = _("Customer")
STAGE = _("Open", "stage of a deal")
COUNT = _("{count} rows", count=3)
"""


@pytest.fixture
def addon(tmp_path: Path) -> Path:
    folder = tmp_path / "crm_shop"
    (folder / "templates" / "crm_shop").mkdir(parents=True)
    (folder / "views.py").write_text(CODE)
    (folder / "templates" / "crm_shop" / "page.html").write_text(
        '<h1>{{ _("Shop") }}</h1>\n<p>{{ _("Hi {name}", name=who) }}'
    )
    return folder


@pytest.fixture
def kernel(tmp_path: Path) -> Path:
    folder = tmp_path / "guanxi"
    folder.mkdir()
    (folder / "texts.py").write_text('_("Save")')
    translate(folder, Save="保存")
    return folder


def translate(folder: Path, **translations: str) -> None:
    path = catalogue_path(folder, "zh_CN")
    path.parent.mkdir(parents=True, exist_ok=True)
    entries = [f'msgid "{key}"\nmsgstr "{value}"\n' for key, value in translations.items()]
    path.write_text("\n".join(['msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n', *entries]))


def fill(folder: Path, **translations: str) -> None:
    path = catalogue_path(folder, "zh_CN")
    text = path.read_text()
    for message, translation in translations.items():
        text = text.replace(f'msgid "{message}"\nmsgstr ""', f'msgid "{message}"\nmsgstr "{translation}"')
    path.write_text(text)


def test_texts_are_found_in_code_and_templates(addon: Path) -> None:
    assert messages_in(addon) == {
        Message("Customer"): "crm_shop/views.py:2",
        Message("Open", "stage of a deal"): "crm_shop/views.py:3",
        Message("{count} rows"): "crm_shop/views.py:4",
        Message("Shop"): "crm_shop/templates/crm_shop/page.html:1",
        Message("Hi {name}"): "crm_shop/templates/crm_shop/page.html:2",
    }


def test_a_missing_translation_is_found(kernel: Path, addon: Path) -> None:
    update_catalogue(addon, "zh_CN", {})
    fill(addon, Customer="客户", Open="进行中", Shop="商店", **{"{count} rows": "{count} 行"})
    assert translation_problems([kernel, addon]) == [
        "crm_shop/templates/crm_shop/page.html:2: no zh_CN translation of 'Hi {name}'"
    ]


def test_other_placeholders_are_found(kernel: Path, addon: Path) -> None:
    update_catalogue(addon, "zh_CN", {})
    fill(
        addon,
        Customer="客户",
        Open="进行中",
        Shop="商店",
        **{"{count} rows": "{n} 行", "Hi {name}": "{name}，您好"},
    )
    assert translation_problems([kernel, addon]) == [
        "crm_shop/views.py:4: '{count} rows' has {count}, its zh_CN translation {n}"
    ]


def test_two_translations_of_one_text_are_found(kernel: Path, tmp_path: Path) -> None:
    folder = tmp_path / "crm_shop"
    (folder).mkdir()
    translate(folder, Save="储存")
    assert translation_problems([kernel, folder]) == [
        "zh_CN: 'Save' is '保存' in guanxi and '储存' in crm_shop; give one of them a context"
    ]


def test_what_the_kernel_translates_needs_no_second_translation(kernel: Path, tmp_path: Path) -> None:
    folder = tmp_path / "crm_shop"
    folder.mkdir()
    (folder / "views.py").write_text('_("Save")')
    assert update_catalogue(folder, "zh_CN", {(None, "Save"): "保存"}) == 0
    assert "Save" not in catalogue_path(folder, "zh_CN").read_text()
    assert translation_problems([kernel, folder]) == []


def test_updating_keeps_translations_drops_old_texts_and_then_changes_nothing(addon: Path) -> None:
    translate(addon, Customer="客户", Gone="没了")
    assert update_catalogue(addon, "zh_CN", {}) == 4
    first = catalogue_path(addon, "zh_CN").read_text()
    assert 'msgid "Customer"\nmsgstr "客户"' in first
    assert "Gone" not in first and "views.py" not in first and "Date" not in first
    update_catalogue(addon, "zh_CN", {})
    assert catalogue_path(addon, "zh_CN").read_text() == first


def test_a_text_put_together_at_run_time_is_a_problem(kernel: Path, tmp_path: Path) -> None:
    folder = tmp_path / "crm_shop"
    folder.mkdir()
    (folder / "views.py").write_text("\n_(f'Hi {name}')")
    problems = translation_problems([kernel, folder])
    assert problems == [f"{folder}/views.py:2: _() takes literal texts only"]
