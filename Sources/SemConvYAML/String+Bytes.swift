extension String {
    /// Lends the bytes of the text, so that a loop over them costs no more than one over an array.
    package func withBytes(_ body: (Span<UInt8>) -> Void) {
        // Newer systems lend the bytes without holding on to the text, which half the time would go to.
        if #available(macOS 26, iOS 26, tvOS 26, watchOS 26, visionOS 26, *) {
            body(utf8.span)
            return
        }
        let lent: Void? = unsafe utf8.withContiguousStorageIfAvailable { bytes in
            body(unsafe Span(_unsafeElements: bytes))
        }
        // A text that another language keeps, in another encoding.
        if lent == nil { body(Array(utf8).span) }
    }
}

extension [UInt8] {
    /// Appends the bytes of a text, in half the time of `append(contentsOf: text.utf8)`.
    package mutating func append(utf8 text: String) {
        let appended: Void? = unsafe text.utf8.withContiguousStorageIfAvailable { bytes in
            unsafe append(contentsOf: bytes)
        }
        if appended == nil { append(contentsOf: text.utf8) }
    }
}
