internal import SemConvYAML

/// The names of generated files: one for each root namespace and kind.
package enum SwiftFileNames {
    /// The names of the files of a kind, in the order of the root's namespaces, without a folder.
    ///
    /// No two are equal on a disk that does not tell capitals from small letters, and a Swift module cannot have two
    /// files of one name in different folders either.
    ///
    /// - Parameter kind: what stands in the files, such as `Attributes` or `EnumValues`.
    package static func files(for namespaces: [String], kind: String) -> [String] {
        let end = "+\(kind).swift"
        var taken = Set<String>(minimumCapacity: namespaces.count)
        return namespaces.map { namespace in
            var name = namespace
            var number = 2
            while !taken.insert(name.lowercased()).inserted {
                name = "\(namespace)_\(number)"
                number += 1
            }
            return String(joining: name, end)
        }
    }

    /// The name of the file for what has no namespace.
    package static func file(kind: String) -> String { "\(kind).swift" }
}
