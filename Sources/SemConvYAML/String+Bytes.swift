extension String {
    /// Lends the bytes of the text, so that a loop over them costs no more than one over an array.
    package func withBytes(_ body: (Span<UInt8>) -> Void) {
        let lent: Void? = unsafe utf8.withContiguousStorageIfAvailable { bytes in
            body(unsafe Span(_unsafeElements: bytes))
        }
        // A text that another language keeps, in another encoding.
        if lent == nil { body(Array(utf8).span) }
    }
}
