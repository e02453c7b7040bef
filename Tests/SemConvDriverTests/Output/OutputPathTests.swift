import Testing

@testable import SemConvDriver

@Suite("Paths of output files")
struct OutputPathTests {
    @Test(
        "a plain relative path is taken apart",
        arguments: [
            ("A.swift", [], "A.swift"),
            ("http/A.swift", ["http"], "A.swift"),
            ("a/b/c+d.swift", ["a", "b"], "c+d.swift"),
            ("..a/...", ["..a"], "..."),
            (".hidden", [], ".hidden"),
            ("Übung/ä ö.md", ["Übung"], "ä ö.md"),
            ("back\\slash", [], "back\\slash"),
        ]
    )
    func accepted(text: String, folders: [String], name: String) throws {
        let path = try OutputPath(text)
        #expect(path.folders == folders)
        #expect(path.name == name)
    }

    @Test(
        "what could lead out of the folder, or cannot be a name, is refused",
        arguments: [
            ("", "is empty"),
            ("/etc/passwd", "is absolute"),
            ("//x", "is absolute"),
            ("..", "has the part '..'"),
            ("../x", "has the part '..'"),
            ("a/../../x", "has the part '..'"),
            ("a/..", "has the part '..'"),
            ("./x", "has the part '.'"),
            ("a/./x", "has the part '.'"),
            ("a//x", "has an empty part"),
            ("a/", "has an empty part"),
            ("a\0b", "has a control character"),
            ("a\nb", "has a control character"),
            ("a\u{7F}", "has a control character"),
            (".semconv-generated", "has the name '.semconv-generated', which the tool keeps for itself"),
            ("x/.semconv-generated.tmp", "has the name '.semconv-generated.tmp', which the tool keeps for itself"),
            (String(repeating: "é", count: 128), "has a part of more than 255 bytes"),
        ]
    )
    func refused(text: String, reason: String) {
        #expect(throws: OutputPath.Refusal(reason: reason)) { try OutputPath(text) }
    }

    @Test("a name of 255 bytes is the longest")
    func longest() throws {
        #expect(try OutputPath(String(repeating: "a", count: 255)).name.utf8.count == 255)
    }
}

@Suite("The list of generated files")
struct OutputManifestTests {
    @Test("what is written is read back")
    func roundTrip() throws {
        var manifest = OutputManifest()
        manifest[try OutputPath("b c.swift")] = ContentHash(value: 1)
        manifest[try OutputPath("a/b.swift")] = ContentHash(value: .max)
        let lines = String(decoding: manifest.bytes, as: UTF8.self).split(separator: "\n")
        #expect(lines.dropFirst() == ["ffffffffffffffff a/b.swift", "0000000000000001 b c.swift"])
        #expect(OutputManifest(bytes: manifest.bytes) == manifest)
    }

    @Test(
        "a line that is not one of ours is damaged",
        arguments: [
            "0123456789abcdef", "0123456789abcdef ", "0123456789abcde a", "0123456789ABCDEF a", "+123456789abcdef a",
            "0123456789abcdef ../a", "0123456789abcdef /a", "=======", "zzzzzzzzzzzzzzzz a",
        ]
    )
    func damagedLine(line: String) {
        let manifest = OutputManifest(bytes: Array("# x\n\n\(line)\n".utf8))
        #expect(manifest.isEmpty)
        #expect(manifest.damagedLines == [3])
    }

    @Test("bytes that are no UTF-8 are a damaged line")
    func notUTF8() {
        let manifest = OutputManifest(bytes: Array("0123456789abcdef ".utf8) + [0xFF, 0x0A])
        #expect(manifest.damagedLines == [1])
    }

    @Test("every single byte counts in the hash, and so does the length")
    func hash() {
        let base = [UInt8](repeating: 0, count: 21)
        var hashes: Set<ContentHash> = [ContentHash(base)]
        for index in base.indices {
            var changed = base
            changed[index] = 1
            hashes.insert(ContentHash(changed))
            hashes.insert(ContentHash(Array(base[..<index])))
        }
        #expect(hashes.count == 1 + 2 * base.count)
    }
}
