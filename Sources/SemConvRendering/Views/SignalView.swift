internal import SemConvDefinitions
internal import SemConvDiagnostics
internal import SemConvRegistry
internal import SemConvTemplateEngine

/// A signal or group as templates see it.
struct SignalView<Signal: GroupModel> {
    let signal: Signal
    let query: Query.Options

    init(_ signal: Signal, query: Query.Options = Query.Options()) {
        self.signal = signal
        self.query = query
    }

    /// The fields that all signals and groups have, then their own.
    static func table(_ own: [ViewTable<SignalView, Views>.Field]) -> ViewTable<SignalView, Views> {
        ViewTable(name: Signal.typeName, fields: header + own)
    }

    private static var header: [ViewTable<SignalView, Views>.Field] {
        [
            .init("id", "The id of the group, such as `metric.http.server.request.duration`.") { view, _ in
                .string(view.signal.header.id)
            },
            .init("type", "The type of the group.") { view, _ in .string(view.signal.type) },
            .init("root_namespace", "The first part of the name; `other` where it has one part.") { view, _ in
                .string(view.signal.rootNamespace)
            },
            .init("brief", "A short text; may be empty.") { view, _ in .string(view.signal.header.brief) },
            .init("note", "A longer text in Markdown; may be empty.") { view, _ in .string(view.signal.header.note) },
            .init("stability", "The level of stability, or none.") { view, _ in
                TemplateValue(view.signal.header.stability?.rawValue)
            },
            .init("deprecated", "An object with `reason`, `renamed_to` and `note`, or none.") { view, views in
                views.value(view.signal.header.deprecated)
            },
            .init("annotations", "The annotations, a dictionary.") { view, _ in
                TemplateValue(view.signal.header.annotations)
            },
            .init("attributes", "The attributes, sorted by name.") { view, views in
                let uses = view.signal.header.attributes.filter {
                    view.query.keeps(
                        stability: $0.stability,
                        deprecated: $0.deprecated,
                        annotations: $0.annotations
                    )
                }
                return AttributeView.table.list(uses.map { AttributeView($0, query: view.query) }, views)
            },
            .init("requirement_level", "How strongly it is asked for; none where the registry does not say.") {
                view,
                _ in
                TemplateValue(view.signal.header.requirementLevel)
            },
            .init("entity_associations", "A list of entity names, or dictionaries with `one_of` or `all_of`.") {
                view,
                _ in .list(view.signal.header.entityAssociations.map { TemplateValue($0) })
            },
            .init("dependency", "The schema URL of the registry that it comes from; none for the one at hand.") {
                view,
                _ in
                TemplateValue(view.signal.header.dependency)
            },
            .init("provenance", "Where it is defined, as `file:line:column`.") { view, _ in
                .string(view.signal.header.location.description)
            },
            .init("swift", "Its declaration in the generated module; none where it has none.") { view, views in
                guard let kind = Signal.declarationKind, let swift = views.swift else { return .none }
                let byName = swift.declaration(kind, key: view.signal.declaredName)
                return byName.isNone ? swift.declaration(kind, key: view.signal.header.id) : byName
            },
        ]
    }
}

/// What signals and groups of all kinds have.
protocol GroupModel: Sendable {
    /// What weaver calls a group of this kind.
    static var typeName: String { get }
    var type: String { get }
    var header: SignalHeader { get }
    /// The name by which it is found, without the kind.
    var publicName: String { get }
    /// What it becomes in a generated module; `nil` for groups that have no code of their own.
    static var declarationKind: DeclarationKind? { get }
    /// Whether it refines another one, whose name it then has.
    var isRefinement: Bool { get }
}

extension GroupModel {
    static var declarationKind: DeclarationKind? { nil }
    var type: String { Self.typeName }
    var isRefinement: Bool { false }
    var rootNamespace: String { SemConvRendering.rootNamespace(of: publicName) }

    /// The group's id without its kind, such as `http.client` of `span.http.client`.
    var idWithoutKind: String {
        let prefix = Self.typeName + "."
        return header.id.hasPrefix(prefix) ? String(header.id.dropFirst(prefix.utf8.count)) : header.id
    }
}

extension Metric: GroupModel {
    static var typeName: String { "metric" }
    static var declarationKind: DeclarationKind? { .metric }
    var publicName: String { name }
    var isRefinement: Bool { refines != nil }
}

extension Span: GroupModel {
    static var typeName: String { "span" }
    static var declarationKind: DeclarationKind? { .span }
    var publicName: String { idWithoutKind }
}

extension Event: GroupModel {
    static var typeName: String { "event" }
    static var declarationKind: DeclarationKind? { .event }
    var publicName: String { name }
    var isRefinement: Bool { refines != nil }
}

extension Entity: GroupModel {
    static var typeName: String { "entity" }
    static var declarationKind: DeclarationKind? { .entity }
    var publicName: String { name }
    var isRefinement: Bool { refines != nil }
}

extension AttributeGroup: GroupModel {
    static var typeName: String { "attribute_group" }
    var publicName: String { header.id }
    /// Weaver takes the second part: that of `registry.http` is `http`.
    var rootNamespace: String {
        let parts = header.id.split(separator: ".", maxSplits: 2)
        return parts.count > 1 ? String(parts[1]) : "other"
    }
}

extension OtherGroup: GroupModel {
    static var typeName: String { "group" }
    var publicName: String { header.id }
}
