internal import SemConvDiagnostics
internal import SemConvYAML

/// Gathers definitions into a tree of namespaces, then settles the names in each.
///
/// A run names some thousands of definitions, so nothing here is made per definition but its name: identifiers go into
/// one array of bytes, a name grows in a buffer, and names are compared by their hashes.
struct SwiftNameTableBuilder {
    private let layout: SwiftNameTable.Layout
    private let naming: SwiftNaming
    private var tree: NamespaceTree
    private var members: MemberTable
    private var keys: DefinitionKeys
    /// The nodes of the tree in which some members want a name that has another owner.
    private var unsettled: Set<Int> = []
    /// The definitions of which no name can be made.
    private var unnamed: [Int] = []

    /// The identifiers of all definitions, one after another.
    private var identifiers: [UInt8] = []
    /// The name that is being made.
    private var name = NameBuffer()
    /// The last identifier and the namespaces it ran through, each with the place where it ends in the identifier.
    /// Sorted identifiers share most of them with their neighbours, and then no name is made and no table asked.
    private var last = 0..<0
    private var lastNamespaces: [(end: Int, node: Int)] = []

    /// Definitions that are excluded from code generation, which get what names are left.
    private var heldBack: [(item: SwiftNameTable.Item, place: Int)] = []
    private var isAddingHeldBack = false
    /// Types at module level that no namespace of these may hide.
    private var types: SwiftEnumNames?

    init(layout: SwiftNameTable.Layout, naming: SwiftNaming, capacity: Int) {
        self.layout = layout
        self.naming = naming
        tree = NamespaceTree(root: layout.root)
        members = MemberTable(capacity: capacity)
        keys = DefinitionKeys(capacity: capacity)
        identifiers.reserveCapacity(capacity * 40)
    }

    /// The place of a definition, by its key.
    func place(of key: String) -> Int? { keys.place(of: key) }

    /// The names of the namespaces so far: see ``SwiftNameTable/namespaceNames``.
    var namespaceNames: Set<String> { tree.names }

    /// Puts a definition into its namespace.
    ///
    /// - Parameters:
    ///   - identifier: what the name is made of, and what the definition is found by.
    ///   - id: finds the definition if an earlier one has the identifier too.
    mutating func add(_ identifier: String, id: String) {
        let place = members.count
        keys.appendPlace()
        guard let (node, first) = makeName(of: identifier, id: id, at: place) else {
            unnamed.append(place)
            return members.appendPlace()
        }
        let hash = ByteHash.of(name, inside: node)
        let member = name.text
        // A namespace starts with a capital, or with something that has no capitals.
        let mayBeNamespace = !first.isASCIILower
        if mayBeNamespace || members.contains(member, hash: hash, in: node) || layout.reservedMembers.contains(member) {
            unsettled.insert(node)
        }
        members.append(SwiftName(scope: tree.path(of: node), member: member), hash: hash, in: node)
    }

    /// Makes the name that a definition wants.
    ///
    /// - Returns: the namespace, and the first byte of the name; `nil` where no name can be made.
    private mutating func makeName(of identifier: String, id: String, at place: Int) -> (node: Int, first: UInt8)? {
        let start = identifiers.count
        identifiers.append(utf8: identifier)
        let range = start..<identifiers.count
        keys.set(place, identifier, hash: ByteHash.of(identifiers, in: range), id: id)
        let (rest, node) = findNamespace(of: range)
        last = range
        naming.write(identifiers, in: rest..<range.upperBound, lowercasesFirstWord: true, to: &name)
        guard let first = name.first else { return nil }
        if SwiftReservedWords.isUnusableMember(name) { name.append(UInt8(ascii: "_")) }
        return (node, first)
    }

    /// The namespace of an identifier, and where the part behind it starts.
    private mutating func findNamespace(of identifier: Range<Int>) -> (rest: Int, node: Int) {
        reuseNamespaces(of: identifier)
        var node = lastNamespaces.last?.node ?? 0
        var start = lastNamespaces.last.map { identifier.lowerBound + $0.end + 1 } ?? identifier.lowerBound
        var end = start
        while end < identifier.upperBound, tree.depth(of: node) < layout.maximumNamespaces {
            defer { end += 1 }
            guard identifiers[end] == UInt8(ascii: ".") else { continue }
            // What is left must hold a letter, or the definition would have no name.
            guard hasWord(end + 1..<identifier.upperBound) else { break }
            if let child = child(of: node, named: start..<end, in: identifier) {
                node = child
                lastNamespaces.append((end - identifier.lowerBound, node))
            }
            start = end + 1
        }
        return (start, node)
    }

    /// Leaves those of the last namespaces that this identifier runs through too.
    private mutating func reuseNamespaces(of identifier: Range<Int>) {
        let common = identifiers.span.extracting(identifier).commonCount(identifiers.span.extracting(last))
        while let last = lastNamespaces.last,
            last.end >= common || !hasWord(identifier.lowerBound + last.end + 1..<identifier.upperBound)
        {
            lastNamespaces.removeLast()
        }
    }

    private func hasWord(_ range: Range<Int>) -> Bool {
        guard let first = range.first else { return false }
        if identifiers[first].isASCIILetter || identifiers[first].isASCIIDigit { return true }
        var words = IdentifierWords(in: range)
        return words.nextStart(of: identifiers.span) != nil
    }

    /// The namespace of a segment; `nil` for a segment without a letter, which counts for nothing.
    private mutating func child(of node: Int, named segment: Range<Int>, in identifier: Range<Int>) -> Int? {
        naming.write(identifiers, in: segment, lowercasesFirstWord: false, to: &name)
        if name.isEmpty { return nil }
        var text = name.text
        if SwiftReservedWords.unusableNamespaces.contains(text) || layout.reservedNamespaces.contains(text) {
            text = node == 0 ? text + "Namespace" : tree.name(of: node) + text
            name.replace(with: text)
        }
        var hash = ByteHash.of(name, inside: node)
        while true {
            if let known = tree.child(of: node, named: text, hash: hash) { return known }
            // Others have their names by now, and keep them.
            guard isAddingHeldBack, members.contains(text, hash: hash, in: node) || types?.hasName(text) == true else {
                break
            }
            text += "_"
            name.replace(with: text)
            hash = ByteHash.of(name, inside: node)
        }
        let prefix = String(decoding: identifiers[identifier.lowerBound..<segment.upperBound], as: UTF8.self)
        return tree.append(text, hash: hash, in: node, prefix: prefix)
    }
}

// MARK: - Excluded definitions

extension SwiftNameTableBuilder {
    /// Leaves a place in the list for a definition that is excluded from code generation, and that may take no name from
    /// others.
    mutating func holdBack(_ item: SwiftNameTable.Item) {
        heldBack.append((item, members.count))
        members.appendPlace()
        keys.appendPlace()
    }

    /// Names what was held back, once all other names are settled: the live ones first, each as its identifier says and
    /// with as many underscores behind as make the name free.
    ///
    /// - Parameter types: types at module level that no namespace may hide.
    mutating func addHeldBack(besides types: SwiftEnumNames? = nil) {
        isAddingHeldBack = true
        self.types = types
        for (item, place) in heldBack where !item.isDeprecated { addHeldBack(item, at: place) }
        for (item, place) in heldBack where item.isDeprecated { addHeldBack(item, at: place) }
        self.types = nil
    }

    private mutating func addHeldBack(_ item: SwiftNameTable.Item, at place: Int) {
        guard let (node, _) = makeName(of: item.path, id: item.key, at: place) else { return }
        var member = name.text
        var hash = ByteHash.of(name, inside: node)
        while members.contains(member, hash: hash, in: node) || isReserved(member, hash: hash, in: node) {
            member += "_"
            hash = ByteHash.of(member, inside: node)
        }
        members.set(place, SwiftName(scope: tree.path(of: node), member: member), hash: hash, in: node)
    }

    /// Whether a name belongs to a namespace beside the members, or to what generated code declares itself.
    private func isReserved(_ name: String, hash: UInt32, in node: Int) -> Bool {
        tree.child(of: node, named: name, hash: hash) != nil || layout.reservedMembers.contains(name)
    }
}

// MARK: - Finishing

extension SwiftNameTableBuilder {
    /// Settles the names of all that was added, and reports what could not be settled well.
    ///
    /// - Parameter item: the definition that was added at a place, with its key; asked only where something is wrong.
    mutating func settle(
        _ diagnostics: inout DiagnosticCollector,
        item: (_ place: Int, _ key: String) -> SwiftNameTable.Item
    ) {
        for place in unnamed {
            let item = item(place, keys[place])
            diagnostics.report(.emptyName(of: item.path, at: item.location))
        }
        if unsettled.isEmpty { return }
        let places = members.places(nodeCount: tree.count)
        for node in unsettled.sorted() { settle(node, places[node], &diagnostics, item) }
    }

    private mutating func settle(
        _ node: Int,
        _ places: ArraySlice<Int>,
        _ diagnostics: inout DiagnosticCollector,
        _ item: (Int, String) -> SwiftNameTable.Item
    ) {
        let wanted = places.map { SwiftMemberNames.Candidate(place: $0, name: members.names[$0]?.member ?? "") }
        var settled = wanted
        SwiftMemberNames.settle(
            &settled,
            isReserved: { isReserved($0, hash: ByteHash.of($0, inside: node), in: node) },
            item: { place in
                var item = item(place, keys[place])
                item.key = keys[place]
                return item
            },
            diagnostics: &diagnostics
        )
        for (old, new) in zip(wanted, settled) where old.name != new.name {
            let name = SwiftName(scope: tree.path(of: node), member: new.name)
            members.set(new.place, name, hash: ByteHash.of(new.name, inside: node), in: node)
        }
    }

    consuming func finish() -> SwiftNameTable {
        let places = members.places(nodeCount: tree.count)
        return SwiftNameTable(names: members.names, namespaces: tree.namespaces(places), keys: keys)
    }
}

extension Diagnostic {
    /// No name can be made of an identifier.
    static func emptyName(of id: String, at location: SourceLocation?) -> Diagnostic {
        Diagnostic(
            .error,
            .swiftNameEmpty,
            "no Swift name can be made of '\(id)'",
            at: location,
            subject: id,
            help:
                "use a name with a letter or digit, or leave the definition out with annotations.code_generation.exclude"
        )
    }
}
