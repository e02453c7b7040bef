/// The methods of strings, lists and dictionaries under the names that they have in Python.
enum TemplateMethods {
    private static let ofStrings = [
        "capitalize", "count", "endswith", "find", "isalnum", "isalpha", "isascii", "isdigit", "islower", "isspace",
        "isupper", "join", "lower", "lstrip", "removeprefix", "removesuffix", "replace", "rfind", "rstrip", "split",
        "splitlines", "startswith", "strip", "title", "upper",
    ]

    /// The methods that a value has, for messages.
    static func names(for value: TemplateValue) -> [String] {
        switch value {
        case .string: ofStrings
        case .list: ["count", "index"]
        case .map, .object: ["get", "items", "keys", "values"]
        default: []
        }
    }

    /// The result of a method; `nil` where the value has no such method.
    static func call(
        _ name: String,
        on value: TemplateValue,
        _ arguments: TemplateArguments
    ) throws(TemplateError) -> TemplateValue? {
        switch value {
        case .string(let text): try call(name, on: text, arguments)
        case .list(let values): try call(name, on: values, arguments)
        case .object(let object) where object.shape === TemplateLoopField.shape && name == "cycle":
            try cycle(object, arguments)
        case .map, .object: try call(name, onDictionary: value, arguments)
        default: nil
        }
    }

    /// `loop.cycle` of a loop that was set to a variable or captured by a `call` block.
    private static func cycle(
        _ loop: TemplateObject,
        _ arguments: TemplateArguments
    ) throws(TemplateError) -> TemplateValue {
        var arguments = arguments
        let values = arguments.rest()
        guard case .int(let index) = loop["index0"], !values.isEmpty else {
            throw arguments.error("'cycle' expects values to choose from")
        }
        try arguments.finish()
        return values[index % values.count]
    }

    private static func call(
        _ name: String,
        onDictionary value: TemplateValue,
        _ arguments: TemplateArguments
    ) throws(TemplateError) -> TemplateValue? {
        var arguments = arguments
        switch name {
        case "get":
            let key = try arguments.required("key", at: 0)
            let other = try arguments.value("default", at: 1) ?? .none
            try arguments.finish()
            return value.item(key) ?? other
        case "items":
            try arguments.finish()
            return .list(value.pairs.map { .list([$0.key, $0.value]) })
        case "keys":
            try arguments.finish()
            return .list(value.pairs.map(\.key))
        case "values":
            try arguments.finish()
            return .list(value.pairs.map(\.value))
        default: return nil
        }
    }

    private static func call(
        _ name: String,
        on values: [TemplateValue],
        _ arguments: TemplateArguments
    ) throws(TemplateError) -> TemplateValue? {
        guard name == "count" || name == "index" else { return nil }
        var arguments = arguments
        let element = try arguments.required("value", at: 0)
        try arguments.finish()
        var count = 0
        for (index, value) in values.enumerated() where try value.equals(element) {
            if name == "index" { return .int(index) }
            count += 1
        }
        if name == "index" { throw arguments.error("the list does not have the element") }
        return .int(count)
    }

    // MARK: - Strings

    private static func call(
        _ name: String,
        on text: String,
        _ arguments: TemplateArguments
    ) throws(TemplateError) -> TemplateValue? {
        if let result = try plainMethod(name, text, arguments) { return result }
        if let result = try question(name, text, arguments) { return result }
        var arguments = arguments
        switch name {
        case "strip", "lstrip", "rstrip":
            let characters = try arguments.string("chars", at: 0)
            try arguments.finish()
            return .string(text.trimmed(characters, start: name != "rstrip", end: name != "lstrip"))
        case "replace":
            let old = try arguments.requiredString("old", at: 0)
            let new = try arguments.requiredString("new", at: 1)
            let count = try arguments.int("count", at: 2)
            try arguments.finish()
            return .string(
                try text.replacingText(old, with: new, count: count.flatMap { $0 < 0 ? nil : $0 }, limit: 1 << 28)
            )
        case "split":
            let separator = try arguments.string("sep", at: 0)
            let limit = try arguments.int("maxsplit", at: 1)
            try arguments.finish()
            if separator == "" { throw arguments.error("'split' cannot divide at an empty string") }
            return .list(text.splitText(separator, limit: limit).map { .string($0) })
        case "join": return try join(text, arguments)
        case "removeprefix", "removesuffix":
            let part = try arguments.requiredString("part", at: 0)
            try arguments.finish()
            return .string(name == "removeprefix" ? text.removing(prefix: part) : text.removing(suffix: part))
        default: return nil
        }
    }

    private static func plainMethod(
        _ name: String,
        _ text: String,
        _ arguments: TemplateArguments
    ) throws(TemplateError) -> TemplateValue? {
        let result: TemplateValue
        switch name {
        case "upper": result = .string(text.uppercased())
        case "lower": result = .string(text.lowercased())
        case "capitalize": result = .string(text.capitalizedFirst())
        case "title": result = .string(text.titleCased())
        case "splitlines": result = .list(text.splitLines().map { .string($0) })
        case "isascii": result = .bool(text.utf8.allSatisfy { $0 < 0x80 })
        case "isdigit": result = all(text) { $0.properties.numericType == .decimal }
        case "isalpha": result = all(text) { $0.properties.isAlphabetic }
        case "isalnum": result = all(text) { $0.properties.isAlphabetic || $0.properties.numericType != nil }
        case "isspace": result = all(text) { $0.properties.isWhitespace }
        case "islower": result = .bool(text == text.lowercased() && text != text.uppercased())
        case "isupper": result = .bool(text == text.uppercased() && text != text.lowercased())
        default: return nil
        }
        try arguments.finish()
        return result
    }

    private static func all(_ text: String, _ condition: (Unicode.Scalar) -> Bool) -> TemplateValue {
        .bool(!text.isEmpty && text.unicodeScalars.allSatisfy(condition))
    }

    /// The methods that look for a part, or for one of several.
    private static func question(
        _ name: String,
        _ text: String,
        _ arguments: TemplateArguments
    ) throws(TemplateError) -> TemplateValue? {
        guard ["startswith", "endswith", "find", "rfind", "count"].contains(name) else { return nil }
        var arguments = arguments
        let value = try arguments.required("sub", at: 0)
        try arguments.finish()
        var parts: [String] = []
        switch value {
        case .string(let part): parts = [part]
        case .list(let values):
            for case .string(let part) in values { parts.append(part) }
        default: throw arguments.unfit(value, expected: "a string")
        }
        switch name {
        case "startswith": return .bool(parts.contains { text.utf8.starts(with: $0.utf8) })
        case "endswith": return .bool(parts.contains { text.utf8.reversed().starts(with: $0.utf8.reversed()) })
        case "count": return .int(text.splitText(parts.first ?? " ").count - 1)
        default: return .int(text.position(of: parts.first ?? "", last: name == "rfind"))
        }
    }

    private static func join(_ text: String, _ arguments: TemplateArguments) throws(TemplateError) -> TemplateValue {
        var arguments = arguments
        let values = try arguments.required("values", at: 0)
        try arguments.finish()
        var output: [UInt8] = []
        for (index, value) in try TemplateEnvironment.elements(of: values, arguments).enumerated() {
            if index > 0 { output.append(contentsOf: text.utf8) }
            try value.write(into: &output, limit: 1 << 28)
        }
        return .string(String(decoding: output, as: UTF8.self))
    }
}

extension String {
    fileprivate func removing(prefix: String) -> String {
        utf8.starts(with: prefix.utf8) ? String(decoding: utf8.dropFirst(prefix.utf8.count), as: UTF8.self) : self
    }

    fileprivate func removing(suffix: String) -> String {
        utf8.reversed().starts(with: suffix.utf8.reversed())
            ? String(decoding: utf8.dropLast(suffix.utf8.count), as: UTF8.self) : self
    }

    /// The index of the first or last occurrence, counted in Unicode scalars; -1 where there is none.
    fileprivate func position(of part: String, last: Bool) -> Int {
        let bytes = Array(utf8)
        let part = Array(part.utf8)
        var result: Int?
        var start = 0
        while start <= bytes.count, let found = ByteSearch.firstIndex(of: part, in: bytes, from: start) {
            result = found
            if !last { break }
            start = found + 1
        }
        guard let result else { return -1 }
        return String(decoding: bytes[..<result], as: UTF8.self).unicodeScalars.count
    }
}
