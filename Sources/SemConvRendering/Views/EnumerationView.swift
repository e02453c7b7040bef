internal import SemConvDefinitions
internal import SemConvTemplateEngine

/// The type of an enumeration attribute as templates see it.
struct EnumerationView {
    let enumeration: Enumeration
    let query: Query.Options

    init(_ enumeration: Enumeration, query: Query.Options) {
        self.enumeration = enumeration
        self.query = query
    }

    static let table = ViewTable<EnumerationView, Views>(
        name: "enum",
        fields: [
            .init("members", "The known values, in the order of the registry.") { view, views in
                EnumMember.table.list(
                    view.enumeration.members.filter {
                        view.query.keeps(
                            stability: $0.stability,
                            deprecated: $0.deprecated,
                            annotations: $0.annotations
                        )
                    },
                    views
                )
            },
            .init("value_type", "The type of the values: `string`, `int`, `double` or `boolean`.") { view, _ in
                .string(view.enumeration.valueType.rawValue)
            },
            // Old templates ask for it; every enumeration has been open since 1.30.
            .init("allow_custom_values", "Always true: all enumerations are open.") { _, _ in .bool(true) },
        ]
    )
}

extension EnumMember {
    static let table = ViewTable<EnumMember, Views>(
        name: "enum member",
        fields: [
            .init("id", "The id, such as `get`.") { member, _ in .string(member.id) },
            .init("value", "The value on the wire.") { member, _ in TemplateValue(member.value) },
            .init("brief", "A short text; may be empty.") { member, _ in .string(member.brief) },
            .init("note", "A longer text in Markdown; may be empty.") { member, _ in .string(member.note) },
            .init("stability", "The level of stability, or none.") { member, _ in
                TemplateValue(member.stability?.rawValue)
            },
            .init("deprecated", "An object with `reason`, `renamed_to` and `note`, or none.") { member, views in
                views.value(member.deprecated)
            },
            .init("annotations", "The annotations, a dictionary.") { member, _ in TemplateValue(member.annotations) },
        ]
    )
}

extension Deprecation {
    static let table = ViewTable<Deprecation, Views>(
        name: "deprecation",
        fields: [
            .init("reason", "`renamed`, `obsoleted`, `uncategorized` or `unspecified`.") { deprecation, _ in
                .string(deprecation.reason)
            },
            .init("renamed_to", "The id that took its place, or none.") { deprecation, _ in
                TemplateValue(deprecation.renamedTo)
            },
            .init("note", "A text for the user; may be empty.") { deprecation, _ in .string(deprecation.note) },
        ]
    )
}
