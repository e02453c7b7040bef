/// A hash of a file's bytes that tells an edited file from an unedited one. Not made to withstand an attacker.
///
/// The same on every machine, because it goes into the manifest, which users commit.
struct ContentHash: Hashable, Sendable {
    let value: UInt64

    init(value: UInt64) {
        self.value = value
    }

    /// Takes eight bytes a step: every file of every run is hashed, and single bytes cost five times as much.
    init(_ bytes: [UInt8]) {
        var hash = Self.mix(0, UInt64(truncatingIfNeeded: bytes.count))
        let whole = bytes.count & ~7
        unsafe bytes.withUnsafeBytes { source in
            var index = 0
            while index < whole {
                let word = unsafe source.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                hash = Self.mix(hash, UInt64(littleEndian: word))
                index &+= 8
            }
        }
        var rest: UInt64 = 0
        for byte in bytes[whole...].reversed() {
            rest = rest << 8 | UInt64(byte)
        }
        hash = Self.mix(hash, rest)
        value = Self.mix(hash, hash >> 32)
    }

    private static func mix(_ hash: UInt64, _ word: UInt64) -> UInt64 {
        let product = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
        return product ^ (product >> 29)
    }
}

extension ContentHash: CustomStringConvertible {
    /// Sixteen digits, so that the lines of a manifest stand in columns.
    var description: String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }

    /// - Returns: `nil` unless the text is what `description` gives.
    init?(_ text: some StringProtocol) {
        guard text.utf8.count == 16, let value = UInt64(text, radix: 16) else { return nil }
        self.init(value: value)
        guard description == text else { return nil }
    }
}
