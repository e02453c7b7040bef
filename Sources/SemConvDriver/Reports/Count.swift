/// A number with its noun, such as `1 file` and `2 files`.
struct Count: CustomStringConvertible {
    let number: Int
    let noun: String

    init(_ number: Int, _ noun: String) {
        self.number = number
        self.noun = noun
    }

    var description: String {
        "\(number) \(number == 1 ? noun : Self.plural(noun))"
    }

    /// Of the nouns that this tool counts.
    static func plural(_ noun: String) -> String {
        noun.hasSuffix("y") ? "\(noun.dropLast())ies" : "\(noun)s"
    }
}
