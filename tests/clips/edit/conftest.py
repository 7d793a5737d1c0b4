"""A small export, so that a test of the graph costs a second and not ten."""

import pytest

from nongju.clips.edit.export import Export

SMALL = Export(180, 320, preset="ultrafast", quality=18, most_kbit=4000, audio_kbit=128)


@pytest.fixture
def small() -> Export:
    return SMALL
