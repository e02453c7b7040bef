import SemConvDiagnostics
import SemConvYAML
import Testing

/// Bytes, and what is wrong with them.
struct DiagnosedBytes: CustomTestStringConvertible, Sendable {
    var name: String
    var bytes: [UInt8]
    var found: [Found]

    init(_ name: String, _ bytes: [UInt8], _ found: Found...) {
        self.name = name
        self.bytes = bytes
        self.found = found
    }

    var testDescription: String { name }
}

@Suite("Bytes that are no text, and text that YAML does not allow") struct TextDiagnosticsTests {
    @Test("each bad place is found", arguments: bad)
    func badBytes(_ sample: DiagnosedBytes) {
        let parsed = parse(sample.bytes)
        #expect(parsed.found == sample.found)
        #expect(parsed.document == nil)
    }

    /// Text is looked at in blocks and words of several bytes.
    @Test(
        "a bad byte is found wherever it stands in a long text",
        arguments: [0x00, 0x1F, 0x7F, 0x80, 0xFF] as [UInt8]
    )
    func everywhere(byte: UInt8) {
        let rule = byte < 0x80 ? "yaml-control-character" : "yaml-encoding"
        for place in 3..<150 {
            var bytes = utf8("a: " + String(repeating: "x", count: 150) + "\n")
            bytes[place] = byte
            #expect(parse(bytes).found == [Found(rule, 1, place + 1)])
        }
    }

    @Test("a good character is kept wherever it stands in a long text", arguments: ["\t", "é", "€", "😀", "~", " "])
    func kept(character: String) {
        for place in 1..<150 {
            let text = String(repeating: "x", count: place) + character + String(repeating: "x", count: 150 - place)
            let parsed = parse("a: \(text)\nb: *c\n")
            #expect(parsed.root?["a"]?.string == text)
            // The character counts as one in what follows too.
            #expect(parsed.found == [Found("yaml-unknown-anchor", 2, 4)])
        }
    }

    static let bad: [DiagnosedBytes] = [
        .init("continuation missing", utf8("a: ") + [0xC3, 0x28, 0x0A], .init("yaml-encoding", 1, 4)),
        .init("continuation alone", utf8("a: x") + [0x80, 0x0A], .init("yaml-encoding", 1, 5)),
        .init("overlong", utf8("a: ") + [0xC0, 0x80, 0x0A], .init("yaml-encoding", 1, 4)),
        .init("overlong, three bytes", utf8("a: ") + [0xE0, 0x80, 0x80, 0x0A], .init("yaml-encoding", 1, 4)),
        .init("surrogate", utf8("a: ") + [0xED, 0xA0, 0x80, 0x0A], .init("yaml-encoding", 1, 4)),
        .init("past the last plane", utf8("a: ") + [0xF4, 0x90, 0x80, 0x80, 0x0A], .init("yaml-encoding", 1, 4)),
        .init("never a first byte", utf8("a: ") + [0xFE, 0x0A], .init("yaml-encoding", 1, 4)),
        .init("cut off at the end", utf8("a: x") + [0xE2, 0x82], .init("yaml-encoding", 1, 5)),
        .init("Latin-1", utf8("a: 1\nb: caf") + [0xE9, 0x0A], .init("yaml-encoding", 2, 7)),
        .init(
            "two places, after a wide character",
            utf8("a: ") + [0xFF] + utf8("\nbé😀: ") + [0xFE, 0x0A],
            .init("yaml-encoding", 1, 4),
            .init("yaml-encoding", 2, 6)
        ),
        .init("after a carriage return alone", utf8("a: 1\rb: ") + [0xFF], .init("yaml-encoding", 2, 4)),
        .init("after both line ends", utf8("a: 1\r\nb: ") + [0xFF], .init("yaml-encoding", 2, 4)),
        .init("bell", utf8("a: \u{7}\n"), .init("yaml-control-character", 1, 4)),
        .init("zero", utf8("a: x\u{0}\n"), .init("yaml-control-character", 1, 5)),
        .init("delete", utf8("a: \u{7F}\n"), .init("yaml-control-character", 1, 4)),
        .init("C1 control", utf8("a: \u{9F}\n"), .init("yaml-control-character", 1, 4)),
        .init("no character", utf8("a: \u{FFFE}\n"), .init("yaml-control-character", 1, 4)),
        .init(
            "both kinds",
            utf8("a: \u{1}\n") + [0x80],
            .init("yaml-control-character", 1, 4),
            .init("yaml-encoding", 2, 1)
        ),
        .init(
            "UTF-16, half of a pair",
            [0xFF, 0xFE] + utf16("a: 1\nb: ") + [0x00, 0xD8, 0x0A, 0x00],
            .init("yaml-encoding", 2, 4)
        ),
        .init("UTF-16, second half first", [0xFF, 0xFE] + utf16("a") + [0x00, 0xDC], .init("yaml-encoding", 1, 2)),
        .init("UTF-16, half of a unit", [0xFF, 0xFE] + utf16("a: 1") + [0x31], .init("yaml-encoding", 1, 5)),
        .init(
            "UTF-16 without a mark",
            utf16("a: 1\n"),
            .init("yaml-control-character", 1, 2),
            .init("yaml-control-character", 1, 4),
            .init("yaml-control-character", 1, 6),
            .init("yaml-control-character", 1, 8),
            .init("yaml-control-character", 2, 1)
        ),
        .init("UTF-32, little endian", [0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0], .init("yaml-encoding", 1, 1)),
        .init("UTF-32, big endian", [0, 0, 0xFE, 0xFF, 0, 0, 0, 0x61], .init("yaml-encoding", 1, 1)),
    ]

    @Test("the first twenty bad places of a file are reported")
    func manyBadBytes() {
        #expect(parse([UInt8](repeating: 0xFF, count: 1000)).diagnostics.count == 20)
    }

    @Test("bad bytes far behind a first read of the parser are found at their place")
    func lateBadByte() {
        let lines = (1...5000).map { "key\($0): value\n" }.joined()
        #expect(parse(utf8(lines) + [0x61, 0xFF]).found == [.init("yaml-encoding", 5001, 2)])
    }

    @Test("UTF-8 and UTF-16 give the same document, with and without a byte order mark")
    func encodings() throws {
        let text = "ä: [€, '😀', \u{FEFF}]\nb: &x {c: 1}\nd: *x\n"
        let plain = try #require(parse(text).root).structure
        #expect(plain.contains("1f600"))
        for bytes in [
            [0xEF, 0xBB, 0xBF] + utf8(text),
            [0xFF, 0xFE] + utf16(text),
            [0xFE, 0xFF] + utf16(text, bigEndian: true),
        ] {
            let parsed = parse(bytes)
            #expect(parsed.found.isEmpty)
            #expect(parsed.root?.structure == plain)
        }
    }

    @Test("the message names the byte or the character")
    func wording() {
        #expect(
            parse(utf8("a: ") + [0xC3, 0x28]).diagnostics.first?.message == "the byte 0xC3 is not valid UTF-8 here"
        )
        #expect(parse("a: \u{7}").diagnostics.first?.message == "the character U+0007 is not allowed in YAML")
    }

    static func utf8(_ text: String) -> [UInt8] { Array(text.utf8) }

    static func utf16(_ text: String, bigEndian: Bool = false) -> [UInt8] {
        text.utf16.flatMap { unit in
            let high = UInt8(unit >> 8)
            let low = UInt8(unit & 0xFF)
            return bigEndian ? [high, low] : [low, high]
        }
    }

    private func utf8(_ text: String) -> [UInt8] { Self.utf8(text) }
    private func utf16(_ text: String, bigEndian: Bool = false) -> [UInt8] { Self.utf16(text, bigEndian: bigEndian) }
}
