import SemConvYAML
import Testing

@Suite("Bytes that are being written")
struct ByteBufferTests {
    @Test("what is appended stands there in order, however much it is")
    func appends() {
        var buffer = ByteBuffer(capacity: 0)
        var expected = ""
        for number in 0..<200 {
            let text = String(repeating: "é", count: number)
            buffer.append(utf8: text)
            buffer.append(UInt8(ascii: ","))
            buffer.append(copying: Array("\(number)".utf8))
            buffer.append(copying: Array("xyz".utf8).span.extracting(1..<2))
            buffer.append(words: ", and ")
            expected += "\(text),\(number)y, and "
        }
        let text = buffer.text(from: 0)
        #expect(text == expected)
        let count = buffer.count
        #expect(count == expected.utf8.count)
        let (rest, none) = (buffer.text(from: 1), buffer.text(from: count))
        #expect(rest == String(expected.dropFirst()))
        #expect(none == "")
    }

    @Test("what is cut or removed is gone")
    func removals() {
        var buffer = ByteBuffer(capacity: 4)
        buffer.append(utf8: "one, two, three")
        buffer.cut(at: 8)
        buffer.remove(at: 3, count: 2)
        buffer.append(utf8: "!")
        let (text, last) = (buffer.text(from: 0), buffer[6])
        #expect(text == "onetwo!")
        #expect(last == UInt8(ascii: "!"))
    }

    @Test(
        "a text lends its bytes, and an array takes them",
        arguments: ["", "short", "Caché and much longer than that"]
    )
    func texts(text: String) {
        var lent: [UInt8] = []
        text.withBytes { bytes in
            for place in bytes.indices { lent.append(bytes[place]) }
        }
        #expect(lent == Array(text.utf8))
        lent.append(utf8: text)
        #expect(lent == Array((text + text).utf8))
    }
}
