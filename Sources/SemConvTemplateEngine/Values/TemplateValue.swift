/// What an expression of a template may be.
package enum TemplateValue: Sendable {
    /// Nothing there. Using it is an error, except in `is defined`, `is undefined` and `default`.
    case undefined
    case none
    case bool(Bool)
    case int(Int)
    case double(Double)
    case string(String)
    case list([TemplateValue])
    /// Data handed in by the caller, of a known shape.
    case object(TemplateObject)
    /// A dictionary, most often made in a template.
    case map(TemplateMap)
    /// A macro, or the body of a `call` block.
    case macro(TemplateMacro)
    /// An imported template. The number is the machine's.
    case module(Int32)
    /// What `namespace()` made, the only value that can change. The number is the machine's.
    case namespace(Int32)
    /// The global `template`, which names the output file.
    case host
}

/// A macro as a value: where its code stands, and the variables that it took along from loops around it.
package struct TemplateMacro: Sendable {
    /// The machine's number of the template instance that it was defined in.
    let module: Int32
    /// Its index in that template.
    let function: Int32
    let captures: [TemplateValue]
}

extension TemplateValue: ExpressibleByStringLiteral {
    package init(stringLiteral value: String) { self = .string(value) }
}

extension TemplateValue: ExpressibleByIntegerLiteral {
    package init(integerLiteral value: Int) { self = .int(value) }
}

extension TemplateValue: ExpressibleByFloatLiteral {
    package init(floatLiteral value: Double) { self = .double(value) }
}

extension TemplateValue: ExpressibleByBooleanLiteral {
    package init(booleanLiteral value: Bool) { self = .bool(value) }
}

extension TemplateValue: ExpressibleByArrayLiteral {
    package init(arrayLiteral elements: TemplateValue...) { self = .list(elements) }
}

extension TemplateValue: ExpressibleByDictionaryLiteral {
    package init(dictionaryLiteral elements: (String, TemplateValue)...) { self = .map(TemplateMap(elements)) }
}

extension TemplateValue {
    /// A value that may be missing, as `none`.
    package init(_ text: String?) { self = text.map { .string($0) } ?? .none }

    /// Whether this is nothing at all, as opposed to `none`.
    @inline(__always)
    package var isUndefined: Bool {
        if case .undefined = self { true } else { false }
    }

    package var isNone: Bool {
        if case .none = self { true } else { false }
    }

    /// What messages call a value of this kind, with an article where it needs one.
    package var kindName: String {
        switch self {
        case .undefined: "undefined"
        case .none: "none"
        case .bool: "a boolean"
        case .int: "an integer"
        case .double: "a float"
        case .string: "a string"
        case .list: "a list"
        case .object(let object): "an object of kind '\(object.shape.name)'"
        case .map: "a dictionary"
        case .macro: "a macro"
        case .module: "an imported template"
        case .namespace: "a namespace"
        case .host: "the template itself"
        }
    }

    /// Whether an `if` takes it: all but undefined, none, false, zero, and what is empty.
    @inline(__always)
    package var isTrue: Bool {
        switch self {
        case .undefined, .none: false
        case .bool(let value): value
        case .int(let value): value != 0
        case .double(let value): value != 0
        case .string(let value): !value.isEmpty
        case .list(let values): !values.isEmpty
        case .map(let map): !map.entries.isEmpty
        case .object, .macro, .module, .namespace, .host: true
        }
    }
}
