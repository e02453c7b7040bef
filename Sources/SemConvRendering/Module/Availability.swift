internal import SemConvDefinitions
internal import SemConvYAML

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
        var text = ByteBuffer(capacity: note.utf8.count + 160)
        text.append(words: "@available(*, deprecated")
        switch replacement {
        case .sameType(let fixIt):
            text.append(words: ", renamed: ")
            appendQuoted(fixIt, to: &text)
            // A message takes the place of the compiler's own words, so it has to say more than they do.
            if !addsNothing(note, to: deprecation) {
                text.append(words: ", message: ")
                appendQuoted(note, to: &text)
            }
        case .otherType(let path):
            let said = note.isEmpty ? standardText(deprecation) : note
            text.append(words: ", message: ")
            appendQuoted("\(said) In Swift: \(path), which has another type.", to: &text)
        case .none:
            text.append(words: ", message: ")
            appendQuoted(note.isEmpty ? standardText(deprecation) : note, to: &text)
        }
        text.append(UInt8(ascii: ")"))
        return text.text(from: 0)
    }

    private static func appendQuoted(_ text: String, to buffer: inout ByteBuffer) {
        buffer.append(UInt8(ascii: "\""))
        SwiftLiteral.append(text, to: &buffer)
        buffer.append(UInt8(ascii: "\""))
    }

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
