internal import SemConvDefinitions
internal import SemConvRegistry
internal import SemConvTemplateEngine
internal import SemConvYAML

/// The type of an enumeration attribute in Swift.
final class SwiftEnumView: Sendable {
    let attribute: Attribute
    let name: String
    let valueType: AttributeType.Primitive
    let values: [EnumMember]
    /// The names of the values; `nil` for one that is not generated.
    let names: [String?]

    private init(attribute: Attribute, enumeration: Enumeration, name: String, names: [String?]) {
        self.attribute = attribute
        self.name = name
        valueType = enumeration.valueType
        values = enumeration.members
        self.names = names
    }

    /// The view of an attribute; `nil` for one that is no enumeration, or whose type has no name.
    static func view(of entry: Int, in plan: ModulePlan) -> SwiftEnumView? {
        let place = plan.attributes.entries[entry].place
        let attribute = plan.registry.attributes[place]
        guard case .enumeration(let enumeration) = attribute.type, let name = plan.enumNames[attribute.id] else {
            return nil
        }
        return SwiftEnumView(
            attribute: attribute,
            enumeration: enumeration,
            name: name,
            names: plan.memberNames[place] ?? []
        )
    }

    static let table = ViewTable<SwiftEnumView, SwiftViews>(
        name: "enum declaration",
        fields: [
            .init("name", "The name of the type, such as `HTTPRequestMethod`.") { view, _ in .string(view.name) },
            .init("tag", "The name of the type that tells its values from those of others.") { view, _ in
                .string(SwiftEnumNames.tagName(of: view.name))
            },
            .init("raw_type", "The type of the values on the wire, such as `String`.") { view, _ in
                .string(SwiftType.name(view.valueType))
            },
            .init("doc", "The documentation comment, without indentation.") { view, swift, output in
                swift.plan.documentation.enumComment(view.attribute, to: &output)
                return true
            },
            .init("members", "The known values.", truth: { view, _ in view.names.contains { $0 != nil } }) {
                view,
                swift in
                SwiftEnumMemberView.table.list(view.members, swift)
            },
            .init("definition", "The attribute, as the registry has it.") { view, swift in
                AttributeView.table.object(AttributeView(view.attribute, query: .everything), swift.views)
            },
        ]
    )

    private var members: [SwiftEnumMemberView] {
        names.indices.filter { names[$0] != nil }.map { SwiftEnumMemberView(enumeration: self, place: $0) }
    }
}

/// A known value of an enumeration in Swift.
struct SwiftEnumMemberView {
    let enumeration: SwiftEnumView
    /// Its place among the values that the registry has.
    let place: Int

    var name: String { enumeration.names[place] ?? "_" }

    static let table = ViewTable<SwiftEnumMemberView, SwiftViews>(
        name: "enum member declaration",
        fields: [
            .init("name", "The member's name, in backticks where Swift needs them.") { view, _ in
                .string(SwiftReservedWords.declaration(of: view.name))
            },
            .init("value", "The value on the wire as a Swift literal.") { view, _, output in
                view.writeValue(to: &output)
                return true
            },
            .init("doc", "The documentation comment, with four blanks before each line.") { view, swift, output in
                swift.plan.documentation.comment(memberAt: view.place, of: view.enumeration.values, to: &output)
                return true
            },
            .init(
                "availability",
                "The `@available` attribute of what is deprecated, or none.",
                truth: { view, _ in view.enumeration.values[view.place].deprecated != nil }
            ) { view, _ in
                TemplateValue(view.availability)
            },
            .init("definition", "The member, as the registry has it.") { view, swift in
                EnumMember.table.object(view.enumeration.values[view.place], swift.views)
            },
        ]
    )

    private func writeValue(to output: inout ByteBuffer) {
        let value = enumeration.values[place].value
        if case .string(let text) = value {
            output.append(UInt8(ascii: "\""))
            SwiftLiteral.append(text, to: &output)
            output.append(UInt8(ascii: "\""))
        } else {
            output.append(utf8: SwiftType.literal(value, as: enumeration.valueType))
        }
    }

    private var availability: String? {
        let values = enumeration.values
        guard let deprecation = values[place].deprecated else { return nil }
        // `renamed_to` of a member names another member of the same enumeration, by its id.
        let target = values.indices.first {
            values[$0].id == deprecation.renamedTo && values[$0].id != values[place].id
        }
        let replacement = target.flatMap { enumeration.names[$0] }.map { Availability.Replacement.sameType(fixIt: $0) }
        return Availability.attribute(deprecation, replacement: replacement ?? .none)
    }
}
