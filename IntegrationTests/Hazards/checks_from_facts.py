#!/usr/bin/env python3
"""Writes the Swift file that checks a generated module against the facts of its registry, all of them.

Usage: checks_from_facts.py FACTS MODULE NAME >File.swift

FACTS is what the registry has to resolve to, in the form of `codegen resolve --format facts` but not made by it. The
Swift names follow docs/naming.md and are worked out here once more, from the page rather than from the generator; only
the spellings of acronyms are read from its table. Collisions are no part of this: where two ids want one name, or a
deprecated one differs from a live one in its separators alone and so may have been excluded, the later is left out.
"""

import json
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TABLE = ROOT / "Sources/SemConvRendering/Naming/Acronyms.swift"
SPELLINGS = {
    spelling.lower(): spelling
    for spelling in TABLE.read_text().split('private static let builtIn = """')[1].split('"""')[0].split()
}
# Declared in backticks, and used without.
UNUSABLE = {"init": "init_", "self": "self_"}
UNUSABLE_VALUES = UNUSABLE | {"none": "none_", "custom": "custom_"}
HIDING = {"Type", "Protocol", "String", "Int", "Double", "Bool", "Array", "Any", "Self", "Swift", "AttributeKey"}
# Types of enumerations that would be called like a type that everybody knows.
COMMON = {"OSType"}
TYPES = {"string": "String", "int": "Int", "double": "Double", "boolean": "Bool", "any": "AttributeValue"}


def words(identifier):
    parts = re.findall(r"[^\W_]+", identifier)
    split = [re.sub(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z0-9])(?=[A-Z][a-z])", " ", part).split() for part in parts]
    return [word.lower() for part in split for word in part]


def spelled(word):
    stem = word.rstrip("0123456789")
    return SPELLINGS.get(word) or (SPELLINGS[stem] + word[len(stem):] if stem in SPELLINGS else word.capitalize())


def joined(identifier, is_member):
    name = ""
    for index, word in enumerate(words(identifier)):
        text = word if is_member and index == 0 else spelled(word)
        name += ("_" if name and name[-1].isdigit() and text[0].isdigit() else "") + text
    if not name:
        sys.exit(f"no name for {identifier!r}")
    return "_" + name if name[0].isdigit() else name


def namespace(segment, outer):
    name = joined(segment, False)
    return name if name not in HIDING else (outer + name if outer else name + "Namespace")


def path(root, identifier, namespaces=None):
    """The whole name of a declaration; `namespaces` is how many segments at most are namespaces."""
    segments = identifier.split(".")
    count = len(segments) - 1 if namespaces is None else min(namespaces, len(segments) - 1)
    names = []
    for segment in segments[:count]:
        names.append(namespace(segment, names[-1] if names else ""))
    member = joined(".".join(segments[count:]), True)
    return ".".join([root] + names + [UNUSABLE.get(member, member)])


def quoted(value):
    if isinstance(value, bool):
        return "true" if value else "false"
    return json.dumps(value, ensure_ascii=False) if isinstance(value, str) else str(value)


def stability(value):
    return "." + re.sub(r"_(\w)", lambda match: match[1].upper(), value)


def flat(identifier):
    return re.sub(r"[\W_]", "", identifier)


def without_twins(definitions, is_deprecated):
    """Those that surely have the name that is theirs by the rules."""
    live = {flat(name) for name, definition in definitions if not is_deprecated(name, definition)}
    return [
        (name, definition)
        for name, definition in definitions
        if not (is_deprecated(name, definition) and flat(name) in live)
    ]


def live(definitions):
    return without_twins(definitions.items(), lambda _, definition: definition.get("deprecated"))


class Writer:
    def __init__(self, facts):
        self.facts = facts
        self.lines = []
        self.taken = set()

    def is_new(self, name):
        if name in self.taken:
            return False
        self.taken.add(name)
        return True

    def attribute(self, identifier, attribute):
        key = path("Attributes", identifier)
        if not self.is_new(key):
            return
        kind = attribute["type"]
        if kind == "enum":
            name = joined(identifier, False)
            name += "Value" if len(words(identifier)) == 1 or name in COMMON else ""
            self.lines.append(f"checks.key({key}, {name}.self, {quoted(identifier)})")
            deprecated = attribute.get("deprecated_members", {})
            for member, value in without_twins(attribute["members"], lambda member, _: member in deprecated):
                text = joined(member, True)
                member_name = f"{name}.{UNUSABLE_VALUES.get(text, text)}"
                if self.is_new(member_name):
                    self.lines.append(f"checks.value({member_name}, {quoted(value)})")
            return
        inner = re.fullmatch(r"template\[(.*)\]", kind)
        kind = inner[1] if inner else kind
        swift = f"[{TYPES[kind[:-2]]}]" if kind.endswith("[]") else TYPES[kind]
        self.lines.append(f"checks.{'template' if inner else 'key'}({key}, {swift}.self, {quoted(identifier)})")

    def properties(self, declaration, signal, expected):
        if not self.is_new(declaration):
            return
        for name, value in expected.items():
            self.lines.append(f"checks.equal({declaration}.{name}, {value})")
        if signal["stability"]:
            self.lines.append(f"checks.equal({declaration}.stability, {stability(signal['stability'])})")
        uses = signal["attributes"]
        required = [use for use in uses if uses[use] == "required"]
        self.lines.append(
            f"checks.attributes({declaration}.attributes, required: {quoted_list(required)}, all: {quoted_list(uses)})"
        )

    def metric(self, name, metric):
        instrument = {"updowncounter": "upDownCounter"}.get(metric["instrument"], metric["instrument"])
        expected = {"name": quoted(name), "instrument": "." + instrument, "unit": quoted(metric["unit"])}
        self.properties(path("Metrics", name, 2), metric, expected)
        preset = path("ViewPresets", name, 1)
        # Of deprecated ones only those that a view can rename have a preset.
        if not metric.get("deprecated") and self.is_new(preset):
            self.lines.append(f"checks.equal({preset}.instrumentName, {quoted(name)})")

    def write(self):
        facts = self.facts
        for identifier, attribute in live(facts["attributes"]):
            self.attribute(identifier, attribute)
        for key, metric in live(facts["metrics"]):
            self.metric(key.split("#")[0], metric)
        for identifier, span in live(facts["spans"]):
            short = identifier.removeprefix("span.")
            kind = "." + span["kind"] if span["kind"] else "nil"
            self.properties(path("Spans", short), span, {"id": quoted(short), "kind": kind})
        for event in facts["events"].values():
            self.properties(path("Events", event["name"]), event, {"name": quoted(event["name"])})
        for identifier, entity in live(facts["entities"]):
            name = entity["name"] or identifier.removeprefix("entity.")
            declaration = path("Entities", name)
            self.properties(declaration, entity, {"type": quoted(name)})
            for use, role in entity.get("roles", {}).items():
                self.lines.append(f"checks.equal({declaration}.attributes[{quoted(use)}]?.role, .{role})")


def quoted_list(names):
    return "[" + ", ".join(quoted(name) for name in names) + "]"


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    facts, module, name = sys.argv[1:]
    writer = Writer(json.loads(Path(facts).read_text()))
    writer.write()
    print(f"import {module}\nimport TelemetryAPI\n\nenum Checks_{module}: ModuleChecks {{")
    print(f'    static let module = {quoted(name)}\n')
    # Several functions, for the compiler takes longer for a long one.
    size = 40
    parts = [writer.lines[start:start + size] for start in range(0, len(writer.lines), size)]
    print("    @available(*, deprecated)\n    static func run(_ checks: inout Checks) {")
    for index in range(len(parts)):
        print(f"        part{index}(&checks)")
    print("    }")
    for index, part in enumerate(parts):
        print(f"\n    @available(*, deprecated)\n    private static func part{index}(_ checks: inout Checks) {{")
        for line in part:
            print("        " + line)
        print("    }")
    print("}")


if __name__ == "__main__":
    main()
