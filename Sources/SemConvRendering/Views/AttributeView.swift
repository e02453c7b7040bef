internal import SemConvDefinitions
internal import SemConvDiagnostics
internal import SemConvRegistry
internal import SemConvTemplateEngine

/// An attribute as templates see it: a definition, or its use by a signal.
struct AttributeView {
    let attribute: Attribute
    /// What the signal says of it; `nil` for the definition itself.
    let use: AttributeUse?
    let query: Query.Options

    init(_ attribute: Attribute, query: Query.Options) {
        self.attribute = attribute
        self.use = nil
        self.query = query
    }

    init(_ use: AttributeUse, query: Query.Options) {
        self.attribute = use.attribute
        self.use = use
        self.query = query
    }

    static let table = ViewTable<AttributeView, Views>(
        name: "attribute",
        fields: [
            .init("name", "The id, such as `http.request.method`.") { view, _ in .string(view.attribute.id) },
            .init("key", "The same, under the name of `definition/2`.") { view, _ in .string(view.attribute.id) },
            .init("root_namespace", "The first part of the id; `other` where it has one part.") { view, _ in
                .string(rootNamespace(of: view.attribute.id))
            },
            .init("type", "The type as the registry spells it; for an enumeration an object with `members`.") {
                view,
                views in
                guard case .enumeration(let enumeration) = view.attribute.type else {
                    return .string(view.attribute.type.spelling)
                }
                return EnumerationView.table.object(EnumerationView(enumeration, query: view.query), views)
            },
            .init("type_name", "The type as the registry spells it; `enum` for an enumeration.") { view, _ in
                .string(view.attribute.type.spelling)
            },
            .init("brief", "A short text; may be empty.") { view, _ in .string(view.use?.brief ?? view.attribute.brief)
            },
            .init("note", "A longer text in Markdown; may be empty.") { view, _ in
                .string(view.use?.note ?? view.attribute.note)
            },
            .init("examples", "A list of example values; may be empty.") { view, _ in
                .list((view.use?.examples ?? view.attribute.examples).map { TemplateValue($0) })
            },
            .init("stability", "The level of stability, or none.") { view, _ in TemplateValue(view.stability?.rawValue)
            },
            .init("deprecated", "An object with `reason`, `renamed_to` and `note`, or none.") { view, views in
                views.value(view.deprecated)
            },
            .init("annotations", "The annotations, a dictionary.") { view, _ in TemplateValue(view.annotations) },
            .init(
                "requirement_level",
                "In a signal: a text, or a dictionary of one level and its text as registries write it. Else none."
            ) { view, _ in TemplateValue(view.use?.requirementLevel) },
            .init(
                "requirement_level_kind",
                "In a signal: the level alone, such as `conditionally_required`. Else none."
            ) {
                view,
                _ in TemplateValue(view.use?.requirementLevel.kind.rawValue)
            },
            .init("requirement_level_text", "In a signal: the condition or remark; may be empty. Else none.") {
                view,
                _ in
                TemplateValue(view.use?.requirementLevel.text)
            },
            .init("sampling_relevant", "Whether a sampler should see it when a span starts.") { view, _ in
                .bool(view.use?.isSamplingRelevant ?? false)
            },
            .init("role", "In an entity: `identifying` or `descriptive`. Else none.") { view, _ in
                TemplateValue(view.use?.role?.rawValue)
            },
            .init("dependency", "The schema URL of the registry that it comes from; none for the one at hand.") {
                view,
                _ in
                TemplateValue(view.attribute.dependency)
            },
            .init("provenance", "Where it is defined, as `file:line:column`.") { view, _ in
                .string(view.attribute.location.description)
            },
            .init("swift", "Its declaration in the generated module; none where it has none.") { view, views in
                views.swift?.declaration(.attribute, key: view.attribute.id) ?? .none
            },
        ]
    )

    var stability: Stability? { use.map(\.stability) ?? attribute.stability }
    var deprecated: Deprecation? { use.map(\.deprecated) ?? attribute.deprecated }
    var annotations: AnnotationMap { use?.annotations ?? attribute.annotations }
}

/// The first part of an id, or `other`, as weaver has it.
func rootNamespace(of id: String) -> String {
    guard let dot = id.utf8.firstIndex(of: UInt8(ascii: ".")) else { return "other" }
    return String(id[..<dot])
}
