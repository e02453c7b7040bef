import SemConvDefinitions

/// Files around the few keys that a test is about.
enum Template {
    /// A definition of the first format; `keys` are the lines after its id.
    static func definition(_ keys: String, prefix: String? = nil) -> String {
        """
        groups:
          - id: registry.test
            type: attribute_group
            brief: A group.
            \(prefix.map { "prefix: \($0)" } ?? "note: Nothing.")
            attributes:
              - id: test.a
                \(keys.indented(by: 8))
        """
    }

    /// A reference of the first format in a span.
    static func reference(_ keys: String) -> String {
        """
        groups:
          - id: span.test
            type: span
            span_kind: client
            stability: stable
            brief: A span.
            attributes:
              - ref: test.a
                \(keys.indented(by: 8))
        """
    }

    /// An event of the first format with a body.
    static func body(_ keys: String) -> String {
        """
        groups:
          - id: event.test
            type: event
            name: test
            stability: stable
            brief: An event.
            body:
              \(keys.indented(by: 6))
        """
    }

    /// One entry of a top list of `definition/2`.
    static func signal(_ list: String, _ keys: String) -> String {
        """
        file_format: definition/2
        \(list):
          - \(keys.indented(by: 4))
        """
    }
}

extension Decoded<RegistryFile> {
    /// The first attribute definition of the file.
    var definition: AttributeDefinition? {
        for group in groups {
            for case .definition(let definition) in group.attributes { return definition }
        }
        return nil
    }

    /// The first attribute reference of the file.
    var reference: AttributeReference? {
        for group in groups {
            for case .reference(let reference) in group.attributes { return reference }
        }
        return nil
    }
}
