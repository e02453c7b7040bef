/// Comparing text by its bytes, as the output formats ask for.
///
/// `String` itself compares characters, for which `é` in one piece and in two is the same.
enum ByteOrder {
    static func areInOrder(_ left: String, _ right: String) -> Bool {
        left.utf8.lexicographicallyPrecedes(right.utf8)
    }

    static func isSame(_ left: String, _ right: String) -> Bool {
        left.utf8.elementsEqual(right.utf8)
    }
}
