internal import SemConvDefinitions
internal import SemConvRegistry
internal import SemConvTemplateEngine

/// The type of an enumeration attribute in Swift.
struct SwiftEnumView {
    let plan: ModulePlan
    /// Where the attribute stands in the registry.
    let place: Int
    let attribute: Attribute
    let enumeration: Enumeration
    let name: String
    let valueType: AttributeType.Primitive

    /// - Returns: `nil` for an attribute that is no enumeration, or whose type has no name.
    init?(plan: ModulePlan, entry: Int) {
        let place = plan.attributes.entries[entry].place
        let attribute = plan.registry.attributes[place]
        guard case .enumeration(let enumeration) = attribute.type, let name = plan.enumNames[attribute.id] else {
            return nil
        }
        self.plan = plan
        self.place = place
        self.attribute = attribute
        self.enumeration = enumeration
        self.name = name
        self.valueType = enumeration.valueType
    }

    static let table = ViewTable<SwiftEnumView>(
        name: "enum declaration",
        fields: [
            .init("name", "The name of the type, such as `HTTPRequestMethod`.") { view, _ in .string(view.name) },
            .init("tag", "The name of the type that tells its values from those of others.") { view, _ in
                .string(SwiftEnumNames.tagName(of: view.name))
            },
            .init("raw_type", "The type of the values on the wire, such as `String`.") { view, _ in
                .string(SwiftType.name(view.valueType))
            },
            .init("doc", "The documentation comment, without indentation.") { view, views in
                .string(view.plan.documentation.enumComment(view.attribute))
            },
            .init("members", "The known values.") { view, views in view.members(views) },
            .init("definition", "The attribute, as the registry has it.") { view, views in
                views.attribute.object(AttributeView(view.attribute, query: .everything), views)
            },
        ]
    )

    private func members(_ views: Views) -> TemplateValue {
        let names = plan.memberNames[place] ?? []
        var members: [TemplateValue] = []
        members.reserveCapacity(names.count)
        for (place, name) in names.enumerated() {
            guard let name, let swift = views.swift else { continue }
            let view = SwiftEnumMemberView(view: self, names: names, member: enumeration.members[place], name: name)
            members.append(swift.enumMember.object(view, views))
        }
        return .list(members)
    }
}

/// A known value of an enumeration in Swift.
struct SwiftEnumMemberView {
    let view: SwiftEnumView
    /// The names of all members, in the registry's order.
    let names: [String?]
    let member: EnumMember
    let name: String

    static let table = ViewTable<SwiftEnumMemberView>(
        name: "enum member declaration",
        fields: [
            .init("name", "The member's name, in backticks where Swift needs them.") { member, _ in
                .string(SwiftReservedWords.declaration(of: member.name))
            },
            .init("value", "The value on the wire as a Swift literal.") { member, _ in
                .string(SwiftType.literal(member.member.value, as: member.view.valueType))
            },
            .init("doc", "The documentation comment, with four blanks before each line.") {
                member,
                views in
                .string(member.view.plan.documentation.comment(member.member))
            },
            .init("availability", "The `@available` attribute of what is deprecated, or none.") { member, _ in
                TemplateValue(member.availability)
            },
            .init("definition", "The member, as the registry has it.") { member, views in
                views.member.object(member.member, views)
            },
        ]
    )

    private var availability: String? {
        guard let deprecation = member.deprecated else { return nil }
        // `renamed_to` of a member names another member of the same enumeration, by its id.
        let place = view.enumeration.members.firstIndex { $0.id == deprecation.renamedTo && $0.id != member.id }
        let replacement = place.flatMap { names[$0] }.map { Availability.Replacement.sameType(fixIt: $0) }
        return Availability.attribute(deprecation, replacement: replacement ?? .none)
    }
}
