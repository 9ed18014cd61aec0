"""A broken add-on stops the boot with its name and the cause; nothing is half loaded."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from guanxi.addons import load_addons, read_manifest
from guanxi.addons.errors import BrokenAddon, CircularDependency, MissingDependency
from guanxi.kernel import kernel_offer

Make = Callable[..., Path]
SETUP = "from guanxi import Registry\n\n\ndef setup(r: Registry) -> None:\n    {body}\n"


@pytest.fixture
def make(tmp_path: Path) -> Iterator[Make]:
    """Writes an add-on named t_<name>; returns the folder to load from."""
    before = set(sys.modules)

    def write(name: str, body: str = "pass", *, manifest: str = "", files: dict[str, str] | None = None) -> Path:
        folder = tmp_path / f"t_{name}"
        folder.mkdir()
        lines = f'name = "t_{name}"\nversion = "1"\ntitle = {{ en = "T", zh_CN = "T" }}\n{manifest}'
        (folder / "addon.toml").write_text(lines)
        (folder / "__init__.py").write_text("")
        (folder / "addon.py").write_text(SETUP.format(body=body))
        for file, text in (files or {}).items():
            (folder / file).write_text(text)
        return tmp_path

    yield write
    sys.path.remove(str(tmp_path)) if str(tmp_path) in sys.path else None
    for name in set(sys.modules) - before:
        if name.startswith("t_"):
            del sys.modules[name]


def test_dependencies_come_first(make: Make) -> None:
    make("b", manifest='depends = ["t_c"]')
    make("a", manifest='depends = ["t_b"]\noptional = ["t_z"]')
    available = load_addons(kernel_offer(), [make("c")])
    assert list(available.manifests) == ["t_c", "t_b", "t_a"]
    assert available.with_dependencies("t_b") == ["t_c", "t_b"]
    assert available.dependents("t_c") == ["t_b", "t_a"]


def test_a_circle_names_its_ring(make: Make) -> None:
    make("a", manifest='depends = ["t_b"]')
    with pytest.raises(CircularDependency) as error:
        load_addons(kernel_offer(), [make("b", manifest='depends = ["t_a"]')])
    assert {"t_a", "t_b"} <= set(error.value.params["ring"].split(" → "))


def test_a_missing_dependency_is_named(make: Make) -> None:
    with pytest.raises(MissingDependency) as error:
        load_addons(kernel_offer(), [make("a", manifest='depends = ["t_gone"]')])
    assert error.value.params == {"addon": "t_a", "missing": "t_gone"}


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("name = ", "Invalid value"),
        ('name = "t_other"\nversion = "1"\ntitle = {en = "T", zh_CN = "T"}', "t_other"),
        ('name = "t_x"\nversion = "1"\ntitle = {en = "T"}', "zh_CN"),
        ('name = "t_x"\nversion = "1"\ntitle = {en = "T", zh_CN = "T"}\nnonsense = 1', "nonsense"),
        ('name = "t_x"\ntitle = {en = "T", zh_CN = "T"}', "version"),
    ],
)
def test_manifests_are_strict(tmp_path: Path, text: str, cause: str) -> None:
    folder = tmp_path / "t_x"
    folder.mkdir()
    (folder / "addon.toml").write_text(text)
    with pytest.raises(BrokenAddon) as error:
        read_manifest(folder)
    assert cause in error.value.params["cause"]


_MODELS = """
from tortoise import fields
from guanxi import Permission, Record, _

class Thing(Record):
    name = fields.CharField(max_length=10)
    class Meta:
        table = "{table}"

class P(Permission):
    READ = "t_x.read", _("Read")
"""
_PERMISSIONS = "r.permissions(models.P)"
_RESOURCE = (
    "from guanxi import Field, FormView, Kind, ListView, Resource, _\n    from t_x import models\n"
    "    r.models(models)\n"
    "    {permissions}\n    r.resource(Resource(name='things', model=models.Thing, title=_('T'), singular=_('T'),"
    " fields=(Field({field}, label=_('N')),), list=ListView(columns=('name',)), form=FormView(sections=()),"
    " read=models.P.READ))"
)


@pytest.mark.parametrize(
    ("table", "permissions", "field", "cause"),
    [
        ("t_x_thing", _PERMISSIONS, "'name'", None),
        ("thing", _PERMISSIONS, "'name'", "does not start with t_x_"),
        ("t_x_thing", "", "'name'", "nobody declares the permission t_x.read"),
        ("t_x_thing", _PERMISSIONS, "'nome'", "no field nome"),
        ("t_x_thing", _PERMISSIONS, "'name', kind=Kind.MONEY", "money needs a currency"),
        ("t_x_thing", _PERMISSIONS, "'name', kind=Kind.MONEY, currency='of.currency'", "currency on its own record"),
        ("t_x_thing", _PERMISSIONS, "'name', kind=Kind.MONEY, currency='of.currency', readonly=True", None),
    ],
)
def test_declarations_are_checked(make: Make, table: str, permissions: str, field: str, cause: str | None) -> None:
    body = _RESOURCE.format(permissions=permissions, field=field)
    folder = make("x", body, files={"models.py": _MODELS.format(table=table)})
    if cause is None:
        assert "t_x/things" in load_addons(kernel_offer(), [folder]).catalog({"t_x"}).resources
        return
    with pytest.raises(BrokenAddon) as error:
        load_addons(kernel_offer(), [folder])
    assert error.value.params["addon"] == "t_x" and cause in error.value.params["cause"]


def test_the_row_of_lines_names_their_fields(make: Make) -> None:
    lines = "lines=(Lines(name='parts', label=_('P'), model=models.Thing, parent='name', row=('size',), fields=()),), "
    body = _RESOURCE.format(permissions=_PERMISSIONS, field="'name'").replace("list=", f"{lines}list=")
    body = body.replace("import ", "import Lines, ", 1)
    folder = make("x", body, files={"models.py": _MODELS.format(table="t_x_thing")})
    with pytest.raises(BrokenAddon) as error:
        load_addons(kernel_offer(), [folder])
    assert "lines parts: row names the unknown field size" in error.value.params["cause"]


@pytest.mark.parametrize("access", ["None", "'t_x.read'", "True"])
def test_a_page_without_a_permission_does_not_boot(make: Make, access: str) -> None:
    body = f"from guanxi import Page\n    r.page(Page(path='/t_x/page', handler=print, access={access}))"
    with pytest.raises(BrokenAddon, match="t_x"):
        load_addons(kernel_offer(), [make("x", body)])


_OTHER = "from guanxi import Realm\n\nOTHER = Realm('desk', '/desk/sign-in')\n"
_GUEST = (
    "from guanxi import PUBLIC, Page\n    from t_a.realm import OTHER\n"
    "    r.page(Page(path={path!r}, handler=print, access={access}))"
)


@pytest.mark.parametrize(
    ("path", "access", "boots"),
    [
        ("/t_x/page", "PUBLIC", True),
        ("/t_y/page", "PUBLIC", False),
        ("/desk/page", "OTHER", False),
        ("/desk/t_x/page", "OTHER", True),
        ("/desk/t_y/page", "OTHER", False),
        ("/desk/t_x/page", "PUBLIC", False),
    ],
)
def test_pages_stand_below_their_addon(make: Make, path: str, access: str, boots: bool) -> None:
    make("a", "from t_a.realm import OTHER\n    r.realm(OTHER)", files={"realm.py": _OTHER})
    body = _GUEST.format(path=path, access=access)
    folder = make("x", body, manifest='depends = ["t_a"]')
    if boots:
        assert load_addons(kernel_offer(), [folder]).offers["t_x"].pages
    else:
        with pytest.raises(BrokenAddon, match="t_x"):
            load_addons(kernel_offer(), [folder])


def test_code_that_raises_is_named_with_its_cause(make: Make) -> None:
    with pytest.raises(BrokenAddon) as error:
        load_addons(kernel_offer(), [make("x", "raise KeyError('why')")])
    assert error.value.params == {"addon": "t_x", "cause": "KeyError: 'why'"}
