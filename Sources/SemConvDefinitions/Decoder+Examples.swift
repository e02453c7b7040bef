internal import SemConvDiagnostics
internal import SemConvYAML

extension Decoder {
    /// Examples as a list: a scalar or mapping is a list of one. `nil` for null.
    func examples(_ node: YAMLNode) -> [FreeValue]? {
        if node.kind == .sequence { return node.elements.map(freeValue) }
        return node.isNull ? nil : [freeValue(node)]
    }

    /// Compares the examples of a definition with its type.
    mutating func check(examples node: YAMLNode, of type: AttributeType) {
        switch type {
        case .any, .enumeration, .template(.any): return
        case .primitive(let primitive), .template(.primitive(let primitive)):
            check(examples: node, primitive, spelling: type.spelling)
        case .array(let primitive), .template(.array(let primitive)):
            check(examples: node, arrayOf: primitive, spelling: type.spelling)
        }
    }

    private mutating func check(examples node: YAMLNode, _ type: AttributeType.Primitive, spelling: String) {
        if node.isNull { return }
        guard node.kind == .sequence else { return check(example: node, type, spelling: spelling) }
        for element in node.elements { check(example: element, type, spelling: spelling) }
    }

    private mutating func check(examples node: YAMLNode, arrayOf type: AttributeType.Primitive, spelling: String) {
        if node.isNull { return }
        guard node.kind == .sequence else {
            // Examples of templates were single values before arrays could be templates.
            guard spelling.hasPrefix("template") else { return wrong(node, spelling: spelling) }
            check(example: node, type, spelling: spelling)
            return notNested(node, spelling)
        }
        var isFlat = false
        for element in node.elements {
            if element.kind == .sequence {
                for item in element.elements { check(example: item, type, spelling: spelling) }
            } else {
                isFlat = true
                check(example: element, type, spelling: spelling)
            }
        }
        if isFlat { notNested(node, spelling) }
    }

    private mutating func notNested(_ node: YAMLNode, _ spelling: String) {
        report(
            .warning,
            .exampleNotNested,
            "examples of '\(spelling)' have to be lists",
            at: node,
            help: "write each example as a list: [[a, b], [c]]"
        )
    }

    private mutating func check(example node: YAMLNode, _ type: AttributeType.Primitive, spelling: String) {
        guard node.kind == .scalar else { return wrong(node, spelling: spelling) }
        let fits =
            switch (type, node.scalar) {
            case (.string, .string), (.int, .int), (.double, .double), (.double, .int), (.boolean, .bool): true
            default: false
            }
        if !fits { wrong(node, spelling: spelling) }
    }

    private mutating func wrong(_ node: YAMLNode, spelling: String) {
        report(
            .error,
            .exampleWrongType,
            "this example is no value of the type '\(spelling)'",
            at: node,
            help: spelling.contains("string") && node.kind == .scalar
                ? "put it in quotes" : "write a value of that type"
        )
    }
}
