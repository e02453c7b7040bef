"""Writes YAML files as text, one line for each node, by PyYAML's own parser (which is not libyaml).

Reads paths, one a line, from standard input. For each it writes a line `PATH<tab>LINES` and so many lines after it:
place, kind and text of each node as `YAMLNode.structure` has them, or the one line `error`.
"""

import sys

import yaml


def escaped(text):
    """A text with everything but printable ASCII as `\\HEX;`."""
    return "".join(
        "\\\\" if c == "\\" else c if " " <= c <= "~" else "\\%x;" % ord(c) for c in text
    )


def place(event):
    return "%d:%d" % (event.start_mark.line + 1, event.start_mark.column + 1)


class Dump:
    """The lines of one document, made of parse events."""

    def __init__(self, events):
        self.events = events
        self.anchors = {}

    def document(self):
        """The lines of the first document, as pairs of depth and text; none for a file without one."""
        lines = []
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                lines = self.node(next(self.events))
        return lines

    def node(self, event):
        """The lines of a node, from its first event on."""
        if isinstance(event, yaml.AliasEvent):
            target = self.anchors[event.anchor]
            return [(0, place(event) + target[0][1][target[0][1].index(" "):])] + target[1:]
        if isinstance(event, yaml.ScalarEvent):
            style = "plain" if event.style is None else "quoted"
            lines = [(0, "%s %s %s" % (place(event), style, escaped(event.value)))]
        else:
            end = yaml.SequenceEndEvent if isinstance(event, yaml.SequenceStartEvent) else yaml.MappingEndEvent
            kind = "sequence" if end is yaml.SequenceEndEvent else "mapping"
            children = []
            count = 0
            while not isinstance(child := next(self.events), end):
                count += 1
                children += [(depth + 1, text) for depth, text in self.node(child)]
            count = count if kind == "sequence" else count // 2
            lines = [(0, "%s %s %d" % (place(event), kind, count))] + children
        if event.anchor:
            self.anchors[event.anchor] = lines
        return lines


def main():
    sys.setrecursionlimit(10_000)
    for path in sys.stdin.buffer.read().decode().splitlines():
        try:
            with open(path, "rb") as file:
                events = yaml.parse(file.read(), Loader=yaml.BaseLoader)
            lines = [" " * depth + text for depth, text in Dump(events).document()]
        except (yaml.YAMLError, KeyError, UnicodeDecodeError):
            lines = ["error"]
        output = "%s\t%d\n%s" % (path, len(lines), "".join(line + "\n" for line in lines))
        sys.stdout.buffer.write(output.encode())


if __name__ == "__main__":
    main()
