/// A way to write the words of a name, under the name that weaver's filters have.
///
/// Words end at `.`, `_`, `-` and blanks, between a small and a capital letter, and before the last capital of a run
/// that a small letter follows (`HTTPServer`: `HTTP`, `Server`). Digits end nothing: `k8s` and `l2` stay whole. This is
/// weaver's rule, kept so that the templates of its users give the same names; the `swift` pack does not use it.
enum CaseConvention: String, CaseIterable {
    case lowerCase = "lower_case"
    case upperCase = "upper_case"
    case titleCase = "title_case"
    case pascalCase = "pascal_case"
    case camelCase = "camel_case"
    case snakeCase = "snake_case"
    case screamingSnakeCase = "screaming_snake_case"
    case kebabCase = "kebab_case"
    case screamingKebabCase = "screaming_kebab_case"

    func convert(_ text: String) -> String {
        var result = ""
        result.reserveCapacity(text.utf8.count + 8)
        for (index, word) in Self.words(of: text).enumerated() {
            if index > 0 { result += separator }
            result += write(word, isFirst: index == 0)
        }
        return result
    }

    /// The form for constants: underscores go away first, so that only `.` parts words, and no two ids meet.
    func convertConstant(_ text: String) -> String {
        convert(text.filter { $0 != "_" })
    }

    private var separator: String {
        switch self {
        case .lowerCase, .upperCase, .titleCase: " "
        case .pascalCase, .camelCase: ""
        case .snakeCase, .screamingSnakeCase: "_"
        case .kebabCase, .screamingKebabCase: "-"
        }
    }

    private func write(_ word: Substring, isFirst: Bool) -> String {
        switch self {
        case .lowerCase, .snakeCase, .kebabCase: word.lowercased()
        case .upperCase, .screamingSnakeCase, .screamingKebabCase: word.uppercased()
        case .titleCase, .pascalCase: Self.capitalized(word)
        case .camelCase: isFirst ? word.lowercased() : Self.capitalized(word)
        }
    }

    private static func capitalized(_ word: Substring) -> String {
        word.prefix(1).uppercased() + word.dropFirst().lowercased()
    }

    private static func words(of text: String) -> [Substring] {
        var words: [Substring] = []
        var start = text.startIndex
        var previous: Character?
        var index = text.startIndex
        while index < text.endIndex {
            let character = text[index]
            let next = text.index(after: index)
            if character == "." || character == "_" || character == "-" || character == " " {
                if start < index { words.append(text[start..<index]) }
                start = next
                previous = nil
            } else {
                let startsWord = previous.map { previous in
                    character.isUppercase
                        && (previous.isLowercase
                            || (previous.isUppercase && next < text.endIndex && text[next].isLowercase))
                }
                if startsWord == true {
                    words.append(text[start..<index])
                    start = index
                }
                previous = character
            }
            index = next
        }
        if start < text.endIndex { words.append(text[start...]) }
        return words
    }
}
