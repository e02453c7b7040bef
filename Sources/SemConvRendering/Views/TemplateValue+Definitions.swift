internal import SemConvDefinitions
internal import SemConvRegistry
internal import SemConvTemplateEngine

extension TemplateValue {
    /// A value of free form.
    init(_ value: FreeValue) {
        switch value {
        case .null: self = .none
        case .bool(let value): self = .bool(value)
        case .int(let value): self = .int(value)
        case .double(let value): self = .double(value)
        case .string(let value): self = .string(value)
        case .list(let values): self = .list(values.map { TemplateValue($0) })
        case .map(let entries): self = .map(TemplateMap(entries.map { ($0.key, TemplateValue($0.value)) }))
        }
    }

    init(_ annotations: AnnotationMap) {
        self = .map(TemplateMap(annotations.entries.map { ($0.key, TemplateValue($0.value)) }))
    }

    init(_ value: EnumMember.Value) {
        switch value {
        case .string(let value): self = .string(value)
        case .int(let value): self = .int(value)
        case .double(let value): self = .double(value)
        case .boolean(let value): self = .bool(value)
        }
    }

    /// The form of a registry: a text, or a dictionary of the level and its text.
    init(_ level: RequirementLevel?) {
        guard let level else {
            self = .none
            return
        }
        if level.text.isEmpty, level.kind != .conditionallyRequired {
            self = .string(level.kind.rawValue)
        } else {
            self = .map(TemplateMap([(level.kind.rawValue, .string(level.text))]))
        }
    }

    /// The form of a registry: a name, or a dictionary with `one_of` or `all_of`.
    init(_ association: EntityAssociation) {
        switch association {
        case .entity(let name): self = .string(name)
        case .oneOf(let parts): self = .map(TemplateMap([("one_of", .list(parts.map { TemplateValue($0) }))]))
        case .allOf(let parts): self = .map(TemplateMap([("all_of", .list(parts.map { TemplateValue($0) }))]))
        }
    }
}

extension Views {
    func value(_ deprecated: Deprecation?) -> TemplateValue {
        deprecated.map { Deprecation.table.object($0, self) } ?? .none
    }

    func value(_ body: EventBody?) -> TemplateValue {
        body.map { EventBody.table.object($0, self) } ?? .none
    }
}
