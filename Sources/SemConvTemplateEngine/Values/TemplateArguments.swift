internal import SemConvDiagnostics

/// The arguments of a filter, test, function or method, read by position or by name.
///
/// A body takes a copy, asks for each argument once, then calls `finish()`, which refuses the rest:
/// ```swift
/// var arguments = arguments
/// let indent = try arguments.int("indent", at: 0) ?? 4
/// try arguments.finish()
/// ```
package struct TemplateArguments: Sendable {
    let site: TemplateCallSite
    /// Those by position, then those by name.
    let values: [TemplateValue]
    private var takenPositions = 0
    /// One bit for each argument by name.
    private var takenKeywords: UInt64 = 0
    /// The names asked for, kept only if there is something to compare them with.
    private var asked: [String] = []

    init(site: TemplateCallSite, values: [TemplateValue]) {
        self.site = site
        self.values = values
    }

    /// Arguments by position and by name, for calling a filter or test from Swift.
    package init(
        _ name: String,
        positional: [TemplateValue] = [],
        named: [(name: String, value: TemplateValue)] = []
    ) {
        site = TemplateCallSite(
            kind: .filter,
            name: name,
            positionalCount: positional.count,
            keywords: named.map(\.name)
        )
        values = positional + named.map(\.value)
    }

    /// How many arguments were given by position.
    package var positionalCount: Int { site.positionalCount }

    /// All arguments that were given by position, for bodies that take any number; marks them as taken.
    package mutating func rest(from first: Int = 0) -> ArraySlice<TemplateValue> {
        takenPositions = positionalCount
        return values[min(first, positionalCount)..<positionalCount]
    }

    /// All arguments that were given by name, for bodies that take any; marks them as taken.
    package mutating func allNamed() -> [(name: String, value: TemplateValue)] {
        takenKeywords = ~0
        return Array(zip(site.keywords, values[positionalCount...])).map { (name: $0.0, value: $0.1) }
    }

    /// The argument of a name or, if `position` is not `nil`, of a position; `nil` where the call has neither.
    package mutating func value(_ name: String, at position: Int? = nil) throws(TemplateError) -> TemplateValue? {
        var found: TemplateValue?
        if let position, position < positionalCount {
            takenPositions = max(takenPositions, position + 1)
            found = values[position]
        }
        guard !site.keywords.isEmpty else { return found }
        asked.append(name)
        guard let index = site.keywords.firstIndex(of: name) else { return found }
        if found != nil { throw error("\(site.title) got the argument '\(name)' twice") }
        takenKeywords |= 1 << UInt64(index & 63)
        return values[positionalCount + index]
    }

    /// Like `value`, for an argument that must be there.
    package mutating func required(_ name: String, at position: Int? = nil) throws(TemplateError) -> TemplateValue {
        guard let value = try value(name, at: position) else {
            throw error("\(site.title) lacks its argument '\(name)'")
        }
        return value
    }

    /// Refuses the arguments that nobody asked for.
    package func finish() throws(TemplateError) {
        if takenPositions < positionalCount {
            throw error(
                takenPositions == 0
                    ? "\(site.title) takes no arguments by position, but got \(positionalCount)"
                    : "\(site.title) takes at most \(takenPositions) arguments by position, but got \(positionalCount)"
            )
        }
        for (index, keyword) in site.keywords.enumerated() where takenKeywords & (1 << UInt64(index & 63)) == 0 {
            throw error(
                "\(site.title) has no argument '\(keyword)'",
                help: Suggestion.didYouMean(keyword, in: asked)
                    ?? (asked.isEmpty ? "it takes none by name" : "it takes \(quotedList(asked))")
            )
        }
    }

    /// An error about these arguments, for a body to throw.
    package func error(_ message: String, help: String? = nil) -> TemplateError {
        TemplateError(.templateArgument, message, help: help)
    }
}

// MARK: - Typed arguments

extension TemplateArguments {
    /// An argument that must be a string where it is given; `none` counts as not given.
    package mutating func string(_ name: String, at position: Int? = nil) throws(TemplateError) -> String? {
        switch try value(name, at: position) {
        case nil, .none?: return nil
        case .string(let text)?: return text
        case let other?: throw mismatch(name, "a string", other)
        }
    }

    /// An argument that must be an integer where it is given; `none` counts as not given.
    package mutating func int(_ name: String, at position: Int? = nil) throws(TemplateError) -> Int? {
        switch try value(name, at: position) {
        case nil, .none?: return nil
        case .int(let number)?: return number
        case let other?: throw mismatch(name, "an integer", other)
        }
    }

    /// An argument that must be a boolean where it is given; `none` counts as not given.
    package mutating func bool(_ name: String, at position: Int? = nil) throws(TemplateError) -> Bool? {
        switch try value(name, at: position) {
        case nil, .none?: return nil
        case .bool(let flag)?: return flag
        case let other?: throw mismatch(name, "a boolean", other)
        }
    }

    /// An argument that must be a list where it is given; `none` counts as not given.
    package mutating func list(_ name: String, at position: Int? = nil) throws(TemplateError) -> [TemplateValue]? {
        switch try value(name, at: position) {
        case nil, .none?: return nil
        case .list(let values)?: return values
        case let other?: throw mismatch(name, "a list", other)
        }
    }

    /// A string argument that must be there.
    package mutating func requiredString(_ name: String, at position: Int? = nil) throws(TemplateError) -> String {
        guard let text = try string(name, at: position) else {
            throw error("\(site.title) lacks its argument '\(name)'")
        }
        return text
    }

    /// An integer argument that must be there.
    package mutating func requiredInt(_ name: String, at position: Int? = nil) throws(TemplateError) -> Int {
        guard let number = try int(name, at: position) else {
            throw error("\(site.title) lacks its argument '\(name)'")
        }
        return number
    }

    private func mismatch(_ name: String, _ expected: String, _ value: TemplateValue) -> TemplateError {
        error("\(site.title) expects \(expected) as '\(name)', but got \(value.kindName)")
    }

    /// An error that says that the called cannot take this value as its input.
    package func unfit(_ value: TemplateValue, expected: String) -> TemplateError {
        TemplateError(.templateType, "\(site.title) expects \(expected), but got \(value.kindName)")
    }
}

/// `'a', 'b' and 'c'`, for help texts.
func quotedList(_ names: [String]) -> String {
    let quoted = names.map { "'\($0)'" }
    guard let last = quoted.last, quoted.count > 1 else { return quoted.first ?? "" }
    return quoted.dropLast().joined(separator: ", ") + " and " + last
}
