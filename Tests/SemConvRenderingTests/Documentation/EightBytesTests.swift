import Testing

@testable import SemConvRendering

@Suite("Eight bytes at a time")
struct EightBytesTests {
    /// The first place that a question finds in a text, and that a loop over its bytes finds.
    private func places(
        in text: [UInt8],
        word: (EightBytes) -> UInt64,
        byte: (UInt8) -> Bool
    ) -> (Int, Int) {
        let found = text.span.firstPlace(from: 0, to: text.count, word: word, byte: byte)
        return (found, text.firstIndex(where: byte) ?? text.count)
    }

    @Test("every byte is found wherever it stands, and no other", arguments: [UInt8(ascii: "!"), UInt8(ascii: "z")])
    func everyByte(filler: UInt8) {
        for value in UInt8.min...UInt8.max {
            for place in 0..<19 {
                var text = [UInt8](repeating: filler, count: 19)
                text[place] = value
                let unprintable = places(in: text, word: { $0.unprintable }, byte: { $0 < 0x20 || $0 > 0x7E })
                #expect(unprintable.0 == unprintable.1)
                let blank = places(in: text, word: { $0.equal(to: 0x20) }, byte: { $0 == 0x20 })
                #expect(blank.0 == blank.1)
                let brackets = places(in: text, word: { $0.within(0x5B...0x60) }, byte: { (0x5B...0x60).contains($0) })
                #expect(brackets.0 == brackets.1)
            }
        }
    }

    @Test("what two texts begin with is told to the byte")
    func commonStart() {
        let text = Array("http.request.header.size".utf8)
        for place in text.indices {
            var other = text
            other[place] = UInt8(ascii: "!")
            #expect(text.span.commonCount(other.span) == place)
            #expect(text.span.commonCount(Array(text[..<place]).span) == place)
            #expect(Array(text[..<place]).span.commonCount(text.span) == place)
        }
        #expect(text.span.commonCount(text.span) == text.count)
    }

    @Test("two of a kind are seen together")
    func twice() {
        for place in 0..<7 {
            var text = [UInt8](repeating: UInt8(ascii: "a"), count: 8)
            text[place] = UInt8(ascii: " ")
            #expect(EightBytes(text.span, at: 0).twice(UInt8(ascii: " ")) == 0)
            text[place + 1] = UInt8(ascii: " ")
            #expect(EightBytes(text.span, at: 0).twice(UInt8(ascii: " ")) != 0)
        }
    }
}
