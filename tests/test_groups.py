"""Actors without a name: whose or from where a group is, and when later words mean the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from casting import play

if TYPE_CHECKING:
    from triplewire.extract.analyser import Analyser


@pytest.mark.parametrize(
    ("text", "phrase", "label"),
    [
        # so many of them
        ("Tens of thousands of Belarusian workers marched.", "Belarusian workers", "Belarusian workers"),
        ("Dozens of soldiers died.", "soldiers", None),
        ("A crowd of Georgian students sang. They left.", "They", "Georgian students"),
        ("A majority of Iraqi lawmakers agreed.", "majority", None),
        # whose or where they are, told after them
        ("Police in Idlib arrested ten men.", "Police", "Idlib police"),
        ("Residents of Aleppo fled.", "Residents", "Aleppo residents"),
        ("Refugees from Syria arrived.", "Refugees", "Syrian refugees"),
        ("Soldiers in Syria died.", "Soldiers", None),
        ("Supporters of Bashar al-Assad burnt a flag.", "Supporters", "Bashar al-Assad's supporters"),
        ("Residents of Aleppo over the age of sixty fled.", "Residents", None),
        ("Students of Iran and Iraq met.", "Students", None),
        ("A court in Istanbul jailed a writer.", "court", "Istanbul court"),
        ("Two courts in Istanbul jailed a writer.", "courts", None),
        # one form of the owner
        ("Hamas fighters and Hamas's fighters met. Hamas fled.", "Hamas's fighters", "Hamas fighters"),
        # the same once more
        ("Belarusian protesters marched. Protesters threw stones.", "Protesters", "Belarusian protesters"),
        ("Belarusian and Georgian protesters met Polish protesters. Protesters ran.", "Protesters ran", None),
        ("Unarmed masked Minsk protesters marched. Protesters ran.", "Protesters ran", None),
        ("Belarusian workers marched. Workers have rights.", "Workers", None),
        # whose government
        ("Officials from Iran said their government had paid.", "government", "Iran"),
    ],
)
def test_groups(analyser: Analyser, text: str, phrase: str, label: str | None) -> None:
    assert play(analyser, text).who(phrase) == label
