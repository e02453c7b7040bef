/// The template packs that the tool brings along. Their files are part of the program: nothing is looked for at run
/// time.
package enum BuiltinTemplates {
    /// A file of a pack.
    package struct File: Sendable {
        /// The name within the pack, such as `attributes.swift.j2`.
        package let name: String
        package let contents: [UInt8]
    }

    /// The names of all packs.
    package static let packs = ["swift"]

    /// The files of a pack, sorted by name; `nil` where there is no pack of that name.
    package static func files(ofPack name: String) -> [File]? {
        switch name {
        case "swift": swift
        default: nil
        }
    }

    /// A file that is missing here is not found by the templates: the list is checked against the folder by a test.
    private static var swift: [File] {
        [
            File(name: "attributes.swift.j2", contents: PackageResources.attributes_swift_j2),
            File(name: "declarations.swift.j2", contents: PackageResources.declarations_swift_j2),
            File(name: "entities.swift.j2", contents: PackageResources.entities_swift_j2),
            File(name: "enum_values.swift.j2", contents: PackageResources.enum_values_swift_j2),
            File(name: "events.swift.j2", contents: PackageResources.events_swift_j2),
            File(name: "metrics.swift.j2", contents: PackageResources.metrics_swift_j2),
            File(name: "module.swift.j2", contents: PackageResources.module_swift_j2),
            File(name: "pack.yaml", contents: PackageResources.pack_yaml),
            File(name: "spans.swift.j2", contents: PackageResources.spans_swift_j2),
            File(name: "view_presets.swift.j2", contents: PackageResources.view_presets_swift_j2),
        ]
    }
}
