"""From an answer to a mark, with the misconception behind a wrong one.

Read in this order: `scene` (what a learner is asked), `misconception` and `rule` (what an
author writes), `tolerance`, `number`, `choice`, `order`, `table`, `text`, `clip`, `photo` (one kind of answer
each), `part`, `mark` (what comes out), `withholding` (what it keeps back), `explanation` (how it reads);
`steps` (a question worked out in steps) and `reasons` (why a number is wrong).
"""

from nongju.digits import plain
from nongju.marking.choice import ChoiceRule, ChoicesRule, GuessRule
from nongju.marking.clip import ClipRule
from nongju.marking.explanation import VERDICT_SIGNS, VERDICT_WORDS, mark_html, verdict_html
from nongju.marking.mark import MARK_MIME, MARK_VERSION, MarkResult, combine, display_mark
from nongju.marking.misconception import Misconception, Reason
from nongju.marking.number import NumberRule
from nongju.marking.order import OrderRule
from nongju.marking.part import PartMark, Verdict, clamped
from nongju.marking.photo import PhotoRule
from nongju.marking.rule import Rule, Unread
from nongju.marking.scene import Scalar, Scene, Variant, draw
from nongju.marking.table import TableRule
from nongju.marking.text import TextRule

rule_number = NumberRule
rule_choice = ChoiceRule
rule_choices = ChoicesRule
rule_guess = GuessRule
rule_order = OrderRule
rule_table = TableRule
rule_text = TextRule
rule_clip = ClipRule
rule_photo = PhotoRule
wrong = Misconception

__all__ = [
    "MARK_MIME",
    "MARK_VERSION",
    "VERDICT_SIGNS",
    "VERDICT_WORDS",
    "ChoiceRule",
    "ChoicesRule",
    "ClipRule",
    "GuessRule",
    "MarkResult",
    "Misconception",
    "NumberRule",
    "OrderRule",
    "PartMark",
    "PhotoRule",
    "Reason",
    "Rule",
    "Scalar",
    "Scene",
    "TableRule",
    "TextRule",
    "Unread",
    "Variant",
    "Verdict",
    "clamped",
    "combine",
    "display_mark",
    "draw",
    "mark_html",
    "plain",
    "rule_choice",
    "rule_choices",
    "rule_clip",
    "rule_guess",
    "rule_number",
    "rule_order",
    "rule_photo",
    "rule_table",
    "rule_text",
    "verdict_html",
    "wrong",
]
