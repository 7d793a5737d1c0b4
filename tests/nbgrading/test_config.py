from pathlib import Path

from nbgrader.converters import Autograde
from traitlets.config import Config

from nongju.classroom import configure
from nongju.nbgrading.config import template_folders


def names(steps):
    return [step.__name__ for step in steps]


def test_nbgraders_own_steps_all_stay_in_their_order():
    c = Config()
    configure(c)
    for trait in ("sanitize_preprocessors", "autograde_preprocessors"):
        stock = names(getattr(Autograde, trait).default_args[0])
        assert [name for name in names(c.Autograde[trait]) if name in stock] == stock


def test_damage_is_mended_before_cells_are_compared_and_text_is_inert_before_anything_runs():
    c = Config()
    configure(c)
    sanitize = names(c.Autograde.sanitize_preprocessors)
    assert sanitize.index("RepairCells") < sanitize.index("DeduplicateIds") < sanitize.index("OverwriteCells")
    assert sanitize.index("SanitizeText") == sanitize.index("OverwriteCells") + 1


def test_outputs_are_made_inert_only_after_the_marks_were_read():
    c = Config()
    configure(c)
    autograde = names(c.Autograde.autograde_preprocessors)
    assert autograde.index("SaveAutoGrades") < autograde.index("SanitizeOutputs")


def test_our_feedback_template_comes_before_nbgraders_and_formgraders_own_is_found():
    ours, nbgraders = map(Path, template_folders())
    assert (ours / "feedback" / "index.html.j2").exists()
    assert (nbgraders / "formgrade" / "index.html.j2").exists()


def test_zip_collect_drops_no_clip_for_capital_letters():
    c = Config()
    configure(c)
    assert {".ipynb", ".json", ".mp4", ".MP4", ".JPG"} <= set(c.FileNameCollectorPlugin.valid_ext)
    assert c.OverwriteCells.add_missing_cells
    assert c.LockCells.lock_all_cells
