"""A practice pack: five short shots of a product, computed, for learners without clips of their own."""

from nongju.clips.practice.pack import make_pack

__all__ = ["make_pack"]
