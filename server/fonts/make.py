"""Makes the fonts of preview pictures from those of the pages: one TrueType file each, as the renderer reads no WOFF2.

Needs fonttools and brotli from PyPI:  python server/fonts/make.py  from the root of the repository. The parts "latin"
and "latin-ext" become one, kept are letters of European languages, kerning and ligatures. As a changed font must not
bear a reserved name, the families are called anew.
"""

from tempfile import TemporaryDirectory

from fontTools import subset
from fontTools.merge import Merger
from fontTools.ttLib import TTFont

FONTS = [
    ("fraunces-{}-600-normal", "fraunces-600", "Allmende Display"),
    ("source-sans-3-{}-400-normal", "source-sans-3-400", "Allmende Text"),
    ("source-sans-3-{}-600-normal", "source-sans-3-600", "Allmende Text"),
]
LETTERS = [*range(0x20, 0x250), *range(0x2010, 0x2060), 0x20AC, 0x2122, 0x2190, 0x2191, 0x2192, 0x2193, 0x1E9E]

for source, target, family in FONTS:
    with TemporaryDirectory() as folder:
        parts = []
        for part in ("latin", "latin-ext"):
            font = TTFont(f"public/fonts/{source.format(part)}.woff2")
            font.flavor = None
            parts.append(f"{folder}/{part}.ttf")
            font.save(parts[-1])
        font = Merger().merge(parts)
    options = subset.Options(layout_features=["kern", "liga", "mark", "ccmp"], hinting=False, name_IDs=[0, 1, 2, 6, 13, 14])
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=LETTERS)
    subsetter.subset(font)
    for record in font["name"].names:
        if record.nameID == 1:
            record.string = family
        if record.nameID == 6:
            record.string = f"{family.replace(' ', '')}-{font['OS/2'].usWeightClass}"
    font.save(f"server/fonts/{target}.ttf")
