internal import SemConvDiagnostics

/// What a file's bytes encode (YAML 1.2.2, section 5.2). libyaml would decode UTF-16 too, but only UTF-8 gives
/// places of bad bytes, so UTF-16 is decoded here.
enum TextEncoding: Hashable {
    /// UTF-8, after a byte order mark of `markLength` bytes.
    case utf8(markLength: Int)
    case utf16(isBigEndian: Bool)
    case utf32

    /// Looks at the byte order mark, or where there is none at the zero bytes around the first character.
    static func detect(_ bytes: UnsafeBufferPointer<UInt8>) -> TextEncoding {
        func byte(_ index: Int) -> Int { unsafe index < bytes.count ? Int(bytes[index]) : -1 }
        switch (byte(0), byte(1), byte(2), byte(3)) {
        case (0xEF, 0xBB, 0xBF, _): return .utf8(markLength: 3)
        case (0, 0, 0xFE, 0xFF), (0xFF, 0xFE, 0, 0): return .utf32
        case (0xFE, 0xFF, _, _): return .utf16(isBigEndian: true)
        case (0xFF, 0xFE, _, _): return .utf16(isBigEndian: false)
        default: return .utf8(markLength: 0)
        }
    }

    /// A unit of UTF-16 that belongs to no character.
    struct UTF16Error: Error {
        var position: SourcePosition

        func location(in file: String) -> SourceLocation {
            SourceLocation(file: file, line: Int(position.line), column: Int(position.column))
        }
    }

    /// UTF-8 for UTF-16 without its byte order mark.
    static func decodeUTF16(
        _ bytes: Slice<UnsafeBufferPointer<UInt8>>,
        isBigEndian: Bool
    ) throws(UTF16Error) -> [UInt8] {
        var units: [UInt16] = []
        units.reserveCapacity(unsafe bytes.count / 2)
        var low: UInt8?
        for index in unsafe bytes.indices {
            let byte = unsafe bytes[index]
            guard let first = low else {
                low = byte
                continue
            }
            units.append(isBigEndian ? UInt16(first) << 8 | UInt16(byte) : UInt16(byte) << 8 | UInt16(first))
            low = nil
        }
        var text: [UInt8] = []
        var decoder = Unicode.UTF16.ForwardParser()
        var iterator = units.makeIterator()
        while true {
            switch decoder.parseScalar(from: &iterator) {
            case .valid(let encoded):
                text.append(contentsOf: UTF8.encode(UTF16.decode(encoded)) ?? UTF8.encodedReplacementCharacter)
            case .emptyInput where low == nil:
                return text
            case .emptyInput, .error:
                let position = unsafe text.withUnsafeBufferPointer { text in
                    unsafe SourceText(text).position(ofByte: text.count)
                }
                throw UTF16Error(position: position)
            }
        }
    }
}
