internal import SemConvTemplateEngine
internal import SemConvYAML

extension SwiftFilePlan {
    static let table = ViewTable<SwiftFilePlan, SwiftViews>(
        name: "Swift file",
        fields: [
            .init("file_name", "The name of the file, such as `HTTP+Attributes.swift`.") { file, _ in .string(file.name)
            },
            .init("kind", "What it declares: `attribute`, `metric`, `span`, `event`, `entity` or `view_preset`.") {
                file,
                _ in .string(file.kind.rawValue)
            },
            .init("namespace", "The root namespace in Swift, such as `HTTP`; none for what has no namespace.") {
                file,
                _ in
                file.isRoot ? .none : .string(file.namespace.name)
            },
            .init("gate", "The trait that the whole file waits behind, or none.") { file, swift in
                file.isGated ? TemplateValue(swift.plan.options.gate) : .none
            },
            .init("header", "The comment that every generated file starts with.") { _, swift in
                swift.module.header
            },
            .init("access", "The access level with a blank after it; empty for `internal`.") { _, swift in
                .string(swift.plan.options.accessLevel.modifier)
            },
            .init("inlinable", "`@inlinable` with a blank after it where the access level allows it; else empty.") {
                _,
                swift in .string(swift.plan.options.accessLevel == .public ? "@inlinable " : "")
            },
            .init("imports", "The lines that import modules.") { _, swift in swift.module.imports },
            .init("scopes", "The extensions, each an object with `path`, `namespaces` and `declarations`.") {
                file,
                swift in
                file.scopes(swift)
            },
            .init("enums", "The types of enumeration attributes.") { file, swift in file.enums(swift) },
        ]
    )

    private func scopes(_ swift: SwiftViews) -> TemplateValue {
        guard content == .declarations else { return .list([]) }
        return SwiftScopeView.table.list(
            swift.plan.plan(of: kind).scopes(of: self).map { SwiftScopeView($0, of: self) },
            swift
        )
    }

    private func enums(_ swift: SwiftViews) -> TemplateValue {
        guard content == .enumValues else { return .list([]) }
        let attributes = swift.plan.attributes
        let entries =
            isRoot
            ? attributes.table.root.members.filter { attributes.entries[$0].state == state }
            : attributes.entries(in: namespace, state)
        return SwiftEnumView.table.list(
            entries.sorted { attributes.entries[$0].place < attributes.entries[$1].place }.compactMap { entry in
                SwiftEnumView.view(of: entry, in: swift.plan)
            },
            swift
        )
    }
}

/// An extension of a file, and what counts of the file.
///
/// A class, like the other views of more than numbers, so that reading a field copies one reference.
final class SwiftScopeView: Sendable {
    let kind: DeclarationKind
    let isGated: Bool
    let isRoot: Bool
    let scope: SwiftScopePlan

    init(_ scope: SwiftScopePlan, of file: SwiftFilePlan) {
        kind = file.kind
        isGated = file.isGated
        isRoot = file.isRoot
        self.scope = scope
    }

    static let table = ViewTable<SwiftScopeView, SwiftViews>(
        name: "scope",
        fields: [
            .init("path", "What is extended, such as `Attributes.HTTP.Request`.") { view, _ in .string(view.scope.path)
            },
            .init("namespaces", "The enums to declare inside.", truth: { view, _ in !view.scope.namespaces.isEmpty }) {
                view,
                swift in
                SwiftNamespace.table.list(view.scope.namespaces, swift)
            },
            .init("declarations", "The members to declare inside.") { view, swift in
                let kindPlan = swift.plan.plan(of: view.kind)
                return DeclarationTables.table(of: view.kind, isInner: false).list(
                    view.scope.members.map { DeclarationView(kindPlan, entry: $0) },
                    swift
                )
            },
            .init("sets", "The lists of view presets to declare inside.") { view, swift in
                SwiftPresetSetView.table.list(SwiftPresetSetView.sets(of: view, swift.plan), swift)
            },
        ]
    )
}

extension SwiftNamespace {
    /// A namespace to declare.
    static let table = ViewTable<SwiftNamespace, SwiftViews>(
        name: "namespace",
        fields: [
            .init("name", "The name of the enum, such as `Request`.") { namespace, _ in
                .string(namespace.name)
            },
            .init("path", "The whole name, such as `Attributes.HTTP.Request`.") { namespace, _ in
                .string(namespace.path)
            },
            .init("prefix", "The part of the ids that the namespace stands for, as code in Markdown.") {
                namespace,
                _,
                output in
                DocCodeSpan.append(namespace.prefix, to: &output)
                return true
            },
        ]
    )
}

extension AccessLevel {
    /// What stands before a declaration.
    var modifier: String {
        switch self {
        case .public: "public "
        case .package: "package "
        case .internal: ""
        }
    }
}
