internal import SemConvDiagnostics
internal import SemConvYAML

extension Decoder {
    /// Examples as a list: a scalar or mapping is a list of one. `nil` for null.
    func examples(_ node: YAMLNode) -> [FreeValue]? {
        if node.isSequence { return freeElements(node) }
        return node.isNull ? nil : [freeValue(node)]
    }

    /// Compares the examples of a definition with its type.
    mutating func check(examples node: YAMLNode, of type: AttributeType) {
        switch type {
        case .any, .enumeration, .template(.any): return
        case .primitive(let primitive), .template(.primitive(let primitive)):
            check(examples: node, primitive, of: type)
        case .array(let primitive), .template(.array(let primitive)):
            check(examples: node, arrayOf: primitive, of: type)
        }
    }

    private mutating func check(examples node: YAMLNode, _ primitive: AttributeType.Primitive, of type: AttributeType) {
        if node.isNull { return }
        guard node.isSequence else { return check(example: node, primitive, of: type) }
        for element in node.elements { check(example: element, primitive, of: type) }
    }

    private mutating func check(
        examples node: YAMLNode,
        arrayOf primitive: AttributeType.Primitive,
        of type: AttributeType
    ) {
        if node.isNull { return }
        guard node.isSequence else {
            // Examples of templates were single values before arrays could be templates.
            guard case .template = type else { return wrong(node, type) }
            check(example: node, primitive, of: type)
            return notNested(node, type)
        }
        var isFlat = false
        for element in node.elements {
            if element.isSequence {
                for item in element.elements { check(example: item, primitive, of: type) }
            } else {
                isFlat = true
                check(example: element, primitive, of: type)
            }
        }
        if isFlat { notNested(node, type) }
    }

    private mutating func notNested(_ node: YAMLNode, _ type: AttributeType) {
        report(
            .warning,
            .exampleNotNested,
            "examples of '\(type.spelling)' have to be lists",
            at: node,
            help: "write each example as a list: [[a, b], [c]]"
        )
    }

    private mutating func check(example node: YAMLNode, _ primitive: AttributeType.Primitive, of type: AttributeType) {
        guard node.isScalar else { return wrong(node, type) }
        let fits =
            switch primitive {
            case .string: node.isString
            case .int: if case .int = node.scalar { true } else { false }
            case .boolean: if case .bool = node.scalar { true } else { false }
            case .double:
                switch node.scalar {
                case .double, .int: true
                default: false
                }
            }
        if !fits { wrong(node, type) }
    }

    private mutating func wrong(_ node: YAMLNode, _ type: AttributeType) {
        report(
            .error,
            .exampleWrongType,
            "this example is no value of the type '\(type.spelling)'",
            at: node,
            help: type.spelling.contains("string") && node.isScalar
                ? "put it in quotes" : "write a value of that type"
        )
    }
}
