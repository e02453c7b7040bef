internal import SemConvYAML

/// The first bytes of an id, as numbers that order as the bytes do: they decide nearly every comparison of two ids, for
/// a tenth of what comparing strings costs.
struct IDOrder: Comparable {
    private let words: (UInt64, UInt64, UInt64, UInt64)

    init(_ id: String) {
        words = id.leadingWords
    }

    static func == (left: IDOrder, right: IDOrder) -> Bool { left.words == right.words }

    static func < (left: IDOrder, right: IDOrder) -> Bool { left.words < right.words }
}
