"""Are a question's rules fit to mark: points, fields, misconceptions that can be told apart.

A question of clips and photos alone is exempt from two of them. It has no three misconceptions: a machine
never fails a clip, so no wrong answer is named. And it has no pool of three scenes: what is handed in is the
learner's own, and the same file from two learners is noted when it is collected. A question that asks for
something typed as well has neither exemption.

A prediction is exempt as well, since every guess earns the points: nothing is won by copying one. In place of
three misconceptions it names what stands behind each option that is not right.
"""

import ast
import contextlib
import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from nongju import marking
from nongju.building.checks.faultinscenes import FaultInScenes
from nongju.building.checks.soundness import (
    LEAST_WRONG_MODELS,
    calculator_faults,
    few_models,
    full_marks_faults,
    one_key_faults,
    unnamed_options,
)
from nongju.building.checks.titles import MisconceptionTitles
from nongju.building.checks.tone import unkind_title
from nongju.building.fault import FaultLog
from nongju.building.myst import Cell
from nongju.marking.choice import ChoiceRule
from nongju.marking.number import NumberRule

LEARNERS = 240
"""Ids on which each question is tried: every scene, and mixes of its drawn numbers."""


FIRST = ("rule", "field", "label", "not-distinguishable")
"""Faults that come before the numbers are tried: what cannot be worked out, or told apart."""


@dataclass
class RulesCheck:
    """Tries the rules of one question on many learners' scenes.

    Arguments:
        question: the question as `form.question` gives it.
        rules: what its mark or practice call was given.
        cell: the cell in which the rules stand; faults are reported there.
        source: its source with facts filled in.
        titles: the course's misconception titles so far.
        faults: receives every fault.
        points: points of the graded cell; None for a practice question, which needs neither
            three scenes nor three misconceptions.
    """

    question: Any
    rules: list[Any]
    cell: Cell
    source: str
    titles: MisconceptionTitles
    faults: FaultLog
    points: float | None = None

    def check(self) -> None:
        """Report every fault, each once although many learners' numbers show it."""
        from nongju.building.checks.separation import pool_faults

        graded = self.points is not None and not self._uploads_alone and not self._guesses
        for fault in pool_faults(self.question.scenes, graded=graded):
            self._fault(self.cell.line, "scenes", fault)
        self._check_points()
        self._check_fields()
        self._check_labels()
        self._check_answers(graded)
        self._check_soundness()
        self._check_guesses()
        self._check_answerable()
        for rule in self.rules:
            for wrong in rule.wrongs:
                line = self._line_of(wrong.id)
                self.titles.check(wrong.id, wrong.title, self.cell.file, line, self.faults)
                if said := unkind_title(wrong.title):
                    self._fault(line, "unkind", said)

    def _check_answers(self, graded: bool) -> None:
        """Keys and misconceptions over many learners, each fault with the scenes that show it."""
        from nongju.building.checks.separation import LEAST_MISCONCEPTIONS, misconceptions, separation_faults

        options = self._options()
        found: dict[str, FaultInScenes] = {}
        few: dict[str, str] = {}
        few_numbers: dict[str, str] = {}
        for variant in self.draws:
            faults = separation_faults(self.rules, variant, options)
            for fault in faults:
                said = fault.removeprefix(f"scene {variant.name}: ")
                kind = said.split(" (", 1)[0].replace(variant.name, "")
                found.setdefault(kind, FaultInScenes(said, variant)).scenes[variant.name] = None
            known = [] if faults else misconceptions(self.rules, variant)
            if graded and not faults and not self._chosen and len(known) < LEAST_MISCONCEPTIONS:
                few[variant.name] = ", ".join(known) or "none"
            elif graded and not faults and self._worked_out and (models := few_models(self.rules, variant)):
                few_numbers[variant.name] = models
        for seen in found.values():
            code = "not-distinguishable" if "told apart" in seen.said else "rule"
            self._fault(self._line_of(seen.said.split(":", 1)[0]), code, str(seen))
        for known_here in dict.fromkeys(few.values()):
            scenes = ", ".join(name for name, known in few.items() if known == known_here)
            message = (
                f"scene {scenes}: misconceptions {known_here}; at least {LEAST_MISCONCEPTIONS} are needed, "
                "ask what a sensible beginner would compute"
            )
            self._fault(self.cell.line, "few-misconceptions", message)
        for known_here in dict.fromkeys(few_numbers.values()):
            scenes = ", ".join(name for name, known in few_numbers.items() if known == known_here)
            message = (
                f"scene {scenes}: wrong models {known_here} of the numbers; {LEAST_WRONG_MODELS} are "
                "needed (nongju question shows what people compute)"
            )
            self._fault(self.cell.line, "few-models", message)

    def _check_soundness(self) -> None:
        """Whether a person with a calculator is right and a wrong model is not; names of options."""
        if any(fault.file == self.cell.file and fault.code in FIRST for fault in self.faults.errors):
            return
        options = self._options()
        found: dict[tuple[str, str], FaultInScenes] = {}
        for variant in self.draws:
            faults = [
                ("unnamed-option", said)
                for rule in self.rules
                for said in unnamed_options(rule, variant, options)
            ]
            for rule in self._worked_out:
                faults += [("calculator", said) for said in calculator_faults(rule, variant)]
            for code, said in faults:
                kind = re.sub(r"[\d.]+", "", said)
                found.setdefault((code, kind), FaultInScenes(said, variant)).scenes[variant.name] = None
        for (code, _), seen in found.items():
            self._fault(self._line_of(seen.said.split(":", 1)[0]), code, str(seen))
        for rule in self._worked_out:
            for said in full_marks_faults(rule, self.draws):
                self._fault(self._line_of(rule.field), "full-marks", said)
        if self.points is not None:
            for said in one_key_faults(self.rules, self.draws):
                self._fault(self._line_of(said.split(":", 1)[0]), "one-key", said)
        if any(rule.reads_figure for rule in self.rules):
            for rule in self.rules:
                if isinstance(rule, NumberRule):
                    message = "a number read off the figure is no question; ask what it means, by a choice"
                    self._fault(self._line_of(rule.field), "read-off", message)

    @property
    def _worked_out(self) -> list[NumberRule]:
        """The rules of numbers that are worked out, not read off a simulation's figure."""
        if any(rule.reads_figure for rule in self.rules):
            return []
        return [rule for rule in self.rules if isinstance(rule, NumberRule)]

    def _check_points(self) -> None:
        each = [rule.points for rule in self.rules]
        required = self.question.required
        if required is not None and len(set(each)) > 1:
            message = f"the best {required} fields count, so each needs the same points, not {each}"
            self._fault(self.cell.line, "points", message)
        total = sum(sorted(each, reverse=True)[:required])
        if self.points is not None and abs(total - self.points) > 1e-9:
            self._fault(
                self.cell.line,
                "points",
                f"the rules add up to {total:g} points, the cell has {self.points:g}; make them equal",
            )

    def _check_fields(self) -> None:
        known = [one.key for one in self.question.fields]
        for rule in self.rules:
            if rule.field not in known:
                self._fault(
                    self._line_of(rule.field),
                    "field",
                    f"the rule marks {rule.field!r}; the fields are {', '.join(known)}",
                )
        kinds = {one.key: one for one in self.question.fields}
        for rule in self.rules:
            if rule.field in kinds:
                self._check_kind(rule, kinds[rule.field])
        ruled = [rule.field for rule in self.rules]
        for name in known:
            if set(ruled) <= set(known) and ruled.count(name) != 1:
                message = f"field {name!r} has {ruled.count(name)} rules; give it exactly one"
                self._fault(self.cell.line, "field", message)

    def _check_kind(self, rule: Any, one: Any) -> None:
        """Each field is marked by a rule of its kind, and a clip as its field says that it is looked at."""
        line = self._line_of(rule.field)
        if one.kind not in rule.kinds:
            marks = " and ".join(sorted(rule.kinds))
            use = f"rule_{one.kind}" if hasattr(marking, f"rule_{one.kind}") else "a rule of its kind"
            message = f"field {one.key!r} is a {one.kind}; mark it by {use}, this rule marks {marks}"
            self._fault(line, "field", message)
        elif one.is_file and not one.hand_in:
            self._fault(line, "field", f"field {one.key!r} stays with the learner, so nothing can mark it")
        elif rule.upload == "clip" and (rule.kind, rule.move) != (one.clip_kind, one.move):
            move = f', move="{rule.move}"' if rule.move else ""
            message = (
                f"{self.cell.name}: the rule looks at {one.key!r} differently than the worksheet does; "
                f'write form.clip("{one.key}", ..., kind="{rule.kind}"{move}) in the question'
            )
            self.faults.warning(self.cell.file, line, "clip-kind", message)

    @property
    def _uploads_alone(self) -> bool:
        return bool(self.rules) and all(rule.upload for rule in self.rules)

    @property
    def _chosen(self) -> bool:
        """Whether everything is chosen: then each wrong option has its name, however few there are."""
        return all(isinstance(rule, ChoiceRule) for rule in self.rules)

    @property
    def _guesses(self) -> list[Any]:
        return [rule for rule in self.rules if rule.guess]

    def _check_guesses(self) -> None:
        """Each option of a prediction is right, or stands for a misconception."""
        for rule in self._guesses:
            for variant in self.draws:
                named = {rule.expected(variant), *(option for _, option in rule.predictions(variant))}
                for option in sorted(self._options().get(rule.field, set()) - named):
                    message = f"option {option!r} of {rule.field!r} is neither right nor a misconception"
                    self._fault(self._line_of(rule.field), "guess", message)

    def _check_answerable(self) -> None:
        """Every right answer can be given: its field takes it."""
        fields = {one.key: one for one in self.question.fields}
        found: dict[str, FaultInScenes] = {}
        for variant in self.draws:
            for rule in self.rules:
                with contextlib.suppress(Exception):  # a key that cannot be had is told by its rule
                    unfit = fields[rule.field].unfit(rule.expected(variant))
                    if unfit:
                        seen = found.setdefault(rule.field, FaultInScenes(f"{rule.field}: {unfit}", variant))
                        seen.scenes[variant.name] = None
        for name, seen in found.items():
            self._fault(self._line_of(name), "unanswerable", str(seen))

    def _check_labels(self) -> None:
        """Every label and option can be filled with the numbers of every scene."""
        broken: dict[str, FaultInScenes] = {}
        for variant in {variant.name: variant for variant in self.draws}.values():
            for one in self.question.fields:
                try:
                    self.question.field_for(one.key, variant)
                except ValueError as error:
                    seen = broken.setdefault(one.key, FaultInScenes(f"field {one.key!r}: {error}", variant))
                    seen.scenes[variant.name] = None
        for seen in broken.values():
            self._fault(self.cell.line, "label", str(seen))

    def _options(self) -> dict[str, set[str]]:
        """Option keys of every choice field."""
        fields = self.question.fields
        return {
            one.key: set(one.options) for one in fields if isinstance(getattr(one, "options", None), dict)
        }

    @cached_property
    def draws(self) -> list[Any]:
        """Each different scene with its numbers that the sample and LEARNERS learners draw."""
        found: dict[object, Any] = {}
        for identity in (None, *(f"examined-{number}" for number in range(LEARNERS))):
            variant = self.question.variant_for(identity)
            found.setdefault((variant.name, tuple(sorted(variant.numbers.items()))), variant)
        return list(found.values())

    def _line_of(self, word: str) -> int:
        """Line of the key cell on which a text (a field's key, a misconception's id) stands."""
        return self.cell.line + self._places.get(word, 1) - 1

    @cached_property
    def _places(self) -> dict[str, int]:
        """The first line of each text in the cell, from 1."""
        texts = [node for node in ast.walk(ast.parse(self.source)) if isinstance(node, ast.Constant)]
        texts.sort(key=lambda node: node.lineno, reverse=True)
        return {node.value: node.lineno for node in texts if isinstance(node.value, str)}

    def _fault(self, line: int, code: str, message: str) -> None:
        self.faults.error(self.cell.file, line, code, f"{self.cell.name}: {message}")
