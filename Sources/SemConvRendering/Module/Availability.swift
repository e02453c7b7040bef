internal import SemConvDefinitions

/// Writes the `@available` attribute of a deprecated declaration.
struct Availability {
    /// What took the place of a deprecated declaration.
    enum Replacement {
        /// It has the same type, so that the compiler may offer it. The text goes where the old member's name stands.
        case sameType(fixIt: String)
        /// It has another type, so that the user has to look at it.
        case otherType(path: String)
        /// It was not generated, or there is none.
        case none
    }

    /// - Returns: the attribute, such as `@available(*, deprecated, message: "...")`.
    static func attribute(_ deprecation: Deprecation, replacement: Replacement) -> String {
        let note = DocPlainText.of(deprecation.note)
        switch replacement {
        case .sameType(let fixIt):
            let renamed = "@available(*, deprecated, renamed: \(SwiftLiteral.quoted(fixIt))"
            // A message takes the place of the compiler's own words, so it has to say more than they do.
            return addsNothing(note, to: deprecation) ? renamed + ")" : renamed + ", message: \(quoted(note)))"
        case .otherType(let path):
            let said = note.isEmpty ? standardText(deprecation) : note
            return "@available(*, deprecated, message: \(quoted("\(said) In Swift: \(path), which has another type.")))"
        case .none:
            return "@available(*, deprecated, message: \(quoted(note.isEmpty ? standardText(deprecation) : note)))"
        }
    }

    private static func quoted(_ text: String) -> String { SwiftLiteral.quoted(text) }

    /// Whether a note only says what it was replaced by ("Replaced by `http.request.method`.").
    private static func addsNothing(_ note: String, to deprecation: Deprecation) -> Bool {
        guard !note.isEmpty, let target = deprecation.renamedTo else { return true }
        return note.utf8.count <= target.utf8.count + 24 && note.contains(target)
    }

    private static func standardText(_ deprecation: Deprecation) -> String {
        switch deprecation {
        case .renamed(let target, _): "Replaced by `\(target)`."
        case .obsoleted: "Obsolete, without a replacement."
        case .uncategorized, .unspecified: "Deprecated."
        }
    }

    /// The text that turns the use of one member into that of another when it takes the place of the member's name.
    ///
    /// A fix-it replaces the member's name alone, and what stands before it stays: for `Attributes.HTTP.method` the
    /// text `Request.method` gives `Attributes.HTTP.Request.method`. Nothing can be written there that leads to another
    /// namespace; then the text is the whole name, which the compiler's message shows.
    static func fixIt(from old: SwiftName, to new: SwiftName) -> String {
        new.path(inside: old.scope) ?? new.path
    }
}
