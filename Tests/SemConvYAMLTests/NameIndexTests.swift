import SemConvYAML
import Testing

@Suite("Names and their numbers")
struct NameIndexTests {
    /// Of every length around those that are hashed in another way, alike up to the first, a middle or the last byte.
    static let names = (0..<40).flatMap { length -> [String] in
        let text = String(repeating: "a", count: length)
        return [text, "b" + text, text + "b", text + "b" + text, "é" + text]
    }

    @Test("each name is found by its number, and no other one")
    func numbers() {
        var index = NameIndex()
        var distinct: [String] = []
        for name in Self.names {
            let isNew = !distinct.contains(name)
            let inserted = index.insert(name)
            #expect(inserted.isNew == isNew)
            if isNew { distinct.append(name) }
            #expect(inserted.number == distinct.firstIndex(of: name))
        }
        #expect(index.names == distinct)
        for (number, name) in distinct.enumerated() { #expect(index.number(of: name) == number) }
        for name in distinct { #expect(index.number(of: name + "c") == nil) }
    }

    @Test("an index grows past its capacity", arguments: [0, 1, 16, 1_000])
    func growth(capacity: Int) {
        var index = NameIndex(capacity: capacity)
        #expect(index.number(of: "name.0") == nil)
        for number in 0..<5_000 { #expect(index.insert("name.\(number)") == (number, true)) }
        for number in 0..<5_000 { #expect(index.insert("name.\(number)") == (number, false)) }
        #expect(index.names.count == 5_000)
    }
}
