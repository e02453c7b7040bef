import Foundation
import SemConvDiagnostics
import Testing

@testable import SemConvDriver

@Suite("Writing the output folder")
struct OutputWriterTests {
    private let temporary: TemporaryFolder
    private var diagnostics = DiagnosticCollector()

    init() throws {
        temporary = try TemporaryFolder()
    }

    private func files(_ texts: [String: String]) -> [OutputFile] {
        texts.map { OutputFile(path: $0.key, bytes: Array($0.value.utf8)) }
    }

    private mutating func write(_ texts: [String: String]) -> OutputReport? {
        OutputWriter(folder: temporary["out"]).write(files(texts), diagnostics: &diagnostics)
    }

    private mutating func check(_ texts: [String: String]) -> [OutputDifference]? {
        OutputWriter(folder: temporary["out"]).check(files(texts), diagnostics: &diagnostics)
    }

    private var rules: [RuleID] { diagnostics.diagnostics.map(\.rule) }

    // MARK: Writing

    @Test("a first run makes the folder, the files and the list of them")
    mutating func firstRun() throws {
        let report = try #require(write(["A.swift": "a", "http/B.swift": "b"]))
        #expect(report.written == ["A.swift", "http/B.swift"])
        #expect(report.unchanged == 0)
        #expect(temporary.text("out/A.swift") == "a")
        #expect(temporary.text("out/http/B.swift") == "b")
        #expect(temporary.listing("out") == [".semconv-generated", "A.swift", "http/", "http/B.swift"])
        #expect(diagnostics.diagnostics.isEmpty)
    }

    @Test("a second run with nothing changed touches nothing")
    mutating func nothingChanged() throws {
        let texts = ["A.swift": "a", "http/B.swift": "b"]
        _ = write(texts)
        let names = ["out/A.swift", "out/http/B.swift", "out/.semconv-generated"]
        for name in names { try temporary.age(name) }
        let before = try names.map(temporary.modificationTime)
        let report = try #require(write(texts))
        #expect(report.written.isEmpty)
        #expect(report.unchanged == 2)
        #expect(try names.map(temporary.modificationTime) == before)
    }

    @Test("only the file that changed is written, even if its size stays")
    mutating func oneChanged() throws {
        _ = write(["A.swift": "a", "B.swift": "b"])
        try temporary.age("out/A.swift")
        let before = try temporary.modificationTime("out/A.swift")
        let report = try #require(write(["A.swift": "a", "B.swift": "c"]))
        #expect(report.written == ["B.swift"])
        #expect(temporary.text("out/B.swift") == "c")
        #expect(try temporary.modificationTime("out/A.swift") == before)
    }

    @Test(
        "contents are compared to the end, around the size of the buffer",
        arguments: [65_535, 65_536, 65_537, 200_000]
    )
    mutating func largeFile(size: Int) throws {
        let text = String(repeating: "x", count: size)
        _ = write(["A.swift": text])
        #expect(write(["A.swift": text])?.written == [])
        #expect(write(["A.swift": text.dropLast() + "y"])?.written == ["A.swift"])
    }

    @Test("an empty file is a file")
    mutating func emptyFile() throws {
        #expect(write(["A.swift": ""])?.written == ["A.swift"])
        #expect(write(["A.swift": ""])?.unchanged == 1)
    }

    // MARK: Stale files

    @Test("a file that is no longer made is removed, with the folders that it leaves empty")
    mutating func staleFile() throws {
        _ = write(["A.swift": "a", "db/sql/B.swift": "b"])
        let report = try #require(write(["A.swift": "a"]))
        #expect(report.removed == ["db/sql/B.swift"])
        #expect(temporary.listing("out") == [".semconv-generated", "A.swift"])
    }

    @Test("a folder with something else in it stays")
    mutating func staleFileBesideAnother() throws {
        _ = write(["A.swift": "a", "db/B.swift": "b"])
        try temporary.write("mine", to: "out/db/Mine.swift")
        _ = write(["A.swift": "a"])
        #expect(temporary.listing("out") == [".semconv-generated", "A.swift", "db/", "db/Mine.swift"])
        #expect(diagnostics.diagnostics.isEmpty)
    }

    @Test("a stale file that was edited stays, with a warning each time")
    mutating func editedStaleFile() throws {
        _ = write(["A.swift": "a", "B.swift": "b"])
        try temporary.write("b, and more", to: "out/B.swift")
        for run in 1...2 {
            let report = try #require(write(["A.swift": "a"]))
            #expect(report.removed.isEmpty)
            #expect(temporary.text("out/B.swift") == "b, and more")
            #expect(rules == Array(repeating: .editedStaleFile, count: run))
        }
        #expect(diagnostics.diagnostics.first?.location?.file == temporary["out/B.swift"])
        #expect(!diagnostics.hasErrors)
    }

    @Test("a file that the tool did not write is never removed")
    mutating func foreignFileStays() throws {
        try temporary.write("mine", to: "out/Mine.swift")
        _ = write(["A.swift": "a"])
        _ = write([:])
        #expect(temporary.listing("out") == ["Mine.swift"])
        #expect(temporary.text("out/Mine.swift") == "mine")
    }

    @Test("without a list, a file that says it is generated stays, with a warning")
    mutating func unlistedFile() throws {
        try temporary.write("// Generated by codegen. Do not edit.", to: "out/old/Old.swift")
        try temporary.write("let mine = 1", to: "out/Mine.swift")
        _ = write(["A.swift": "a"])
        #expect(rules == [.unlistedGeneratedFile])
        #expect(diagnostics.diagnostics.first?.location?.file == temporary["out/old/Old.swift"])
        #expect(temporary.text("out/old/Old.swift") != nil)
    }

    @Test("lines of the list that cannot be read are passed over with a warning, and the rest counts")
    mutating func damagedManifest() throws {
        _ = write(["A.swift": "a", "B.swift": "b", "C.swift": "c"])
        let manifest = try #require(temporary.text("out/.semconv-generated"))
        let lines = manifest.split(separator: "\n")
        let damaged = [lines[0], "<<<<<<< ours", lines[1], lines[2], "=======", "../escape", lines[3]]
        try temporary.write(damaged.joined(separator: "\n") + "\n", to: "out/.semconv-generated")
        let report = try #require(write(["A.swift": "a"]))
        #expect(report.removed == ["B.swift", "C.swift"])
        #expect(rules == [.damagedManifest])
        #expect(diagnostics.diagnostics.first?.location?.line == 2)
    }

    // MARK: Checking

    @Test("a check finds what is missing, differs and is stale, and changes nothing")
    mutating func checkFindsDifferences() throws {
        _ = write(["A.swift": "a", "B.swift": "b", "db/C.swift": "c"])
        let before = temporary.listing("out")
        let differences = try #require(check(["A.swift": "A", "B.swift": "b", "new/D.swift": "d"]))
        let out = temporary["out/"]
        #expect(
            differences == [
                OutputDifference(kind: .differs, path: out + "A.swift"),
                OutputDifference(kind: .stale, path: out + "db/C.swift"),
                OutputDifference(kind: .missing, path: out + "new/D.swift"),
            ]
        )
        #expect(temporary.listing("out") == before)
        #expect(temporary.text("out/A.swift") == "a")
    }

    @Test("a check right after a run is clean")
    mutating func checkAfterRun() throws {
        let texts = ["A.swift": "a", "db/B.swift": "// Generated by codegen."]
        _ = write(texts)
        #expect(check(texts) == [])
    }

    @Test("a check of a folder that is not there says that all is missing, and makes no folder")
    mutating func checkWithoutFolder() throws {
        let differences = try #require(check(["A.swift": "a"]))
        #expect(differences == [OutputDifference(kind: .missing, path: temporary["out/A.swift"])])
        #expect(temporary.listing().isEmpty)
    }

    @Test("a check finds a generated file that no list names")
    mutating func checkFindsUnlisted() throws {
        _ = write(["A.swift": "a"])
        try temporary.write("// Generated by codegen.", to: "out/Old.swift")
        let differences = try #require(check(["A.swift": "a"]))
        #expect(differences == [OutputDifference(kind: .stale, path: temporary["out/Old.swift"])])
    }

    // MARK: Interruption

    @Test("a signal ends the run between two files; what was written is listed", arguments: [0, 1, 2])
    mutating func interrupted(after count: Int) throws {
        _ = write(["Old.swift": "old"])
        let asked = Counter()
        var writer = OutputWriter(folder: temporary["out"])
        writer.signal = { asked.next() > count ? SIGINT : nil }
        let texts = ["A.swift": "a", "B.swift": "b", "C.swift": "c"]
        let report = try #require(writer.write(files(texts), diagnostics: &diagnostics))
        #expect(report.signal == SIGINT)
        #expect(report.written == Array(["A.swift", "B.swift", "C.swift"].prefix(count)))
        #expect(temporary.listing("out") == [".semconv-generated"] + report.written + ["Old.swift"])
        // The next run ends what this one began.
        #expect(write(texts)?.removed == ["Old.swift"])
    }

    @Test("a folder that another run holds is waited for, and not for ever")
    mutating func lockedFolder() throws {
        try temporary.write("", to: "out/.keep")
        guard let held = try OutputFolder.open(temporary["out"], creating: false) else {
            Issue.record("the folder was made above")
            return
        }
        let isHeld = held.lock()
        #expect(isHeld)
        var writer = OutputWriter(folder: temporary["out"])
        writer.patience = .milliseconds(60)
        #expect(writer.write(files(["A.swift": "a"]), diagnostics: &diagnostics) == nil)
        #expect(rules == [.outputFolder])
        #expect(temporary.listing("out") == [".keep"])
        // `held` must live until here.
        let path = held.path
        #expect(path == temporary["out"])
    }
}
