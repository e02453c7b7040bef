internal import SemConvTemplateEngine

extension SwiftFilePlan {
    static let table = ViewTable<SwiftFilePlan>(
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
            .init("gate", "The trait that the whole file waits behind, or none.") { file, views in
                file.isGated ? TemplateValue(views.options.gate) : .none
            },
            .init("header", "The comment that every generated file starts with.") { _, views in
                .string(SwiftHeader.text(views))
            },
            .init("access", "The access level with a blank after it; empty for `internal`.") { _, views in
                .string(views.options.accessLevel.modifier)
            },
            .init("inlinable", "`@inlinable` with a blank after it where the access level allows it; else empty.") {
                _,
                views in .string(views.options.accessLevel == .public ? "@inlinable " : "")
            },
            .init("imports", "The lines that import modules.") { _, views in SwiftHeader.imports(views) },
            .init("scopes", "The extensions, each an object with `path`, `namespaces` and `declarations`.") {
                file,
                views in
                file.scopes(views)
            },
            .init("enums", "The types of enumeration attributes.") { file, views in file.enums(views) },
        ]
    )

    private func scopes(_ views: Views) -> TemplateValue {
        guard let swift = views.swift else { return .list([]) }
        return .list(
            swift.plan.plan(of: kind).scopes(of: self).map { scope in
                swift.scope.object(SwiftScopeView(file: self, scope: scope), views)
            }
        )
    }

    private func enums(_ views: Views) -> TemplateValue {
        guard let swift = views.swift, content == .enumValues else { return .list([]) }
        let attributes = swift.plan.attributes
        let entries =
            isRoot
            ? attributes.table.root.members.filter { attributes.entries[$0].state == state }
            : attributes.entries(in: namespace, state)
        return .list(
            entries.sorted { attributes.entries[$0].place < attributes.entries[$1].place }.compactMap { entry in
                SwiftEnumView(plan: swift.plan, entry: entry).map { swift.enumType.object($0, views) }
            }
        )
    }
}

/// An extension of a file, and the file.
struct SwiftScopeView {
    let file: SwiftFilePlan
    let scope: SwiftScopePlan

    static let table = ViewTable<SwiftScopeView>(
        name: "scope",
        fields: [
            .init("path", "What is extended, such as `Attributes.HTTP.Request`.") { view, _ in .string(view.scope.path)
            },
            .init("namespaces", "The enums to declare inside.") { view, views in
                .list(
                    view.scope.namespaces.map {
                        views.swift?.namespace.object(SwiftNamespaceView(namespace: $0), views) ?? .none
                    }
                )
            },
            .init("declarations", "The members to declare inside.") { view, views in
                views.swift?.declarations(view.file.kind, view.scope.members, views) ?? .list([])
            },
            .init("sets", "The lists of view presets to declare inside.") { view, views in
                .list(
                    SwiftPresetSetView.sets(of: view, views).map { views.swift?.presetSet.object($0, views) ?? .none }
                )
            },
        ]
    )
}

/// A namespace to declare.
struct SwiftNamespaceView {
    let namespace: SwiftNamespace

    static let table = ViewTable<SwiftNamespaceView>(
        name: "namespace",
        fields: [
            .init("name", "The name of the enum, such as `Request`.") { view, _ in .string(view.namespace.name) },
            .init("path", "The whole name, such as `Attributes.HTTP.Request`.") { view, _ in
                .string(view.namespace.path)
            },
            .init("namespace_doc", "The documentation comment of the enum.") { view, _ in
                .string("/// The namespace \(DocCodeSpan.of(view.namespace.prefix)).")
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
