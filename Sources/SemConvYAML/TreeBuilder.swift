internal import CLibYAML
internal import SemConvDiagnostics

/// Makes the arena of a document out of libyaml's events, and checks what libyaml does not.
struct TreeBuilder: ~Copyable {
    /// A collection whose end has not come yet.
    struct Frame {
        var node: UInt32
        /// The children so far: two for each entry of a mapping.
        var children: UInt32 = 0
        var isMapping: Bool
        /// A bit for each key by a cheap hash: no bit met twice proves that no key stands twice.
        var keyBits: UInt64 = 0
        var mayRepeatKeys = false
        /// The collection's anchor in `anchors`.
        var anchor: Int?

        var expectsKey: Bool { isMapping && children & 1 == 0 }
    }

    /// What an anchor names.
    struct Anchor {
        var node: UInt32
        /// The nodes that an alias stands for; `nil` while the node is not complete.
        var weight: Int?
        /// `expandedNodes` before the node.
        var before: Int
    }

    /// The most diagnostics for one file.
    static let diagnosticLimit = 100

    let file: String
    let limits: YAMLReader.Limits
    let source: SourceText

    private var arena: ArenaBuilder
    /// The mappings in which a key may stand twice.
    private var suspects: [UInt32] = []
    private(set) var diagnostics: [Diagnostic] = []
    /// Whether a limit was passed: the rest of the file must not be read.
    private(set) var isExhausted = false

    private var frames: [Frame] = []
    /// The innermost open collection; kept out of `frames`, because each event changes it.
    private var top = Frame(node: 0, isMapping: false)
    private var anchors: [Anchor] = []
    private var anchorsByName: [String: Int] = [:]
    /// The nodes so far with every alias written out.
    private var expandedNodes = 0

    init(file: String, limits: YAMLReader.Limits, source: SourceText) {
        self.file = file
        self.limits = limits
        self.source = source
        self.arena = ArenaBuilder(fileSize: source.count)
        // Real models are not nested deeper.
        frames.reserveCapacity(16)
    }

    // MARK: Events

    /// Adds a scalar.
    mutating func scalar(_ event: UnsafePointer<yaml_event_t>) {
        let scalar = unsafe event.pointee.data.scalar
        let position = source.position(unsafe TextMark(event.pointee.start_mark))
        let value = unsafe UnsafeBufferPointer(start: scalar.value, count: scalar.length)
        var node = ArenaNode(
            .scalar,
            at: position,
            first: unsafe arena.append(value),
            second: UInt32(truncatingIfNeeded: value.count)
        )
        node.isInterpreted = unsafe scalar.style == YAML_PLAIN_SCALAR_STYLE
        if let tag = unsafe scalar.tag { node = unsafe tagged(node, tag, value) }
        if top.expectsKey { unsafe noteKey(value, node) }
        let index = append(node)
        if let name = unsafe scalar.anchor { unsafe defineScalar(name, at: index) }
    }

    @inline(never)
    private mutating func tagged(
        _ node: ArenaNode,
        _ tag: UnsafePointer<UInt8>,
        _ value: UnsafeBufferPointer<UInt8>
    ) -> ArenaNode {
        var node = node
        unsafe apply(String(cString: tag), to: &node, value)
        return node
    }

    @inline(never)
    private mutating func defineScalar(_ name: UnsafePointer<UInt8>, at index: UInt32) {
        unsafe define(name, at: index)
        completeAnchor(anchors.count - 1)
    }

    /// Opens a sequence or a mapping.
    mutating func start(
        _ kind: ArenaNode.Kind,
        anchor: UnsafePointer<UInt8>?,
        tag: UnsafePointer<UInt8>?,
        mark: yaml_mark_t
    ) {
        let position = source.position(TextMark(mark))
        if top.expectsKey { report(.complexKey(at: location(position))) }
        if frames.count >= limits.depth {
            report(.nesting(limit: limits.depth, at: location(position)))
            isExhausted = true
            return
        }
        if let tag = unsafe tag { unsafe checkTag(String(cString: tag), of: kind, at: position) }
        let index = append(ArenaNode(kind, at: position, first: 0, second: 0))
        frames.append(top)
        top = Frame(node: index, isMapping: kind == .mapping)
        if let anchor = unsafe anchor {
            unsafe define(anchor, at: index)
            top.anchor = anchors.count - 1
        }
    }

    /// Closes the innermost collection.
    mutating func end() {
        guard let outer = frames.popLast() else { return }
        arena[top.node].first = top.children
        arena[top.node].second = UInt32(truncatingIfNeeded: arena.count)
        if top.mayRepeatKeys { suspects.append(top.node) }
        if let anchor = top.anchor { completeAnchor(anchor) }
        top = outer
    }

    /// Adds an alias.
    mutating func alias(_ event: UnsafePointer<yaml_event_t>) {
        let position = source.position(unsafe TextMark(event.pointee.start_mark))
        guard let pointer = unsafe event.pointee.data.alias.anchor else { return }
        let name = unsafe String(cString: pointer)
        guard let index = anchorsByName[name] else {
            report(.unknownAnchor(name, known: Array(anchorsByName.keys), at: location(position)))
            appendPlaceholder(at: position)
            return
        }
        let anchor = anchors[index]
        guard let weight = anchor.weight else {
            report(.recursiveAlias(name, at: location(position), anchor: location(of: anchor.node)))
            appendPlaceholder(at: position)
            return
        }
        let node = ArenaNode(.alias, at: position, first: anchor.node, second: 0)
        if top.expectsKey { noteAliasKey(arena[anchor.node], at: position) }
        // The alias itself counts as one node when it is appended.
        expandedNodes = Self.saturatingSum(expandedNodes, weight - 1)
        _ = append(node)
    }

    // MARK: Nodes

    /// Adds a node to the arena and counts it as a child of the innermost collection.
    @inline(__always)
    private mutating func append(_ node: ArenaNode) -> UInt32 {
        let index = arena.append(node)
        top.children &+= 1
        if expandedNodes >= limits.expandedNodes { exhaust(at: node) }
        // Only aliases can bring it near to where it would overflow, and stop there.
        if expandedNodes < Int.max { expandedNodes &+= 1 }
        return index
    }

    /// Stands in for an alias that names nothing, so that what follows keeps its place.
    private mutating func appendPlaceholder(at position: SourcePosition) {
        var node = ArenaNode(.scalar, at: position, first: UInt32(truncatingIfNeeded: arena.textCount), second: 0)
        node.isInterpreted = true
        // Never takes part in the search for repeated keys: the one error is enough.
        _ = append(node)
    }

    @inline(never)
    private mutating func exhaust(at node: ArenaNode) {
        if isExhausted { return }
        isExhausted = true
        report(.tooManyNodes(limit: limits.expandedNodes, isAlias: node.isAlias, at: location(node.position)))
    }

    private static func saturatingSum(_ left: Int, _ right: Int) -> Int {
        let (sum, overflow) = left.addingReportingOverflow(right)
        return overflow ? Int.max : sum
    }

    // MARK: Anchors

    private mutating func define(_ name: UnsafePointer<UInt8>, at index: UInt32) {
        unsafe anchorsByName[String(cString: name)] = anchors.count
        anchors.append(Anchor(node: index, weight: nil, before: expandedNodes - 1))
    }

    private mutating func completeAnchor(_ index: Int) {
        anchors[index].weight = expandedNodes - anchors[index].before
    }

    // MARK: Keys

    /// Checks a key as it comes.
    @inline(__always)
    private mutating func noteKey(_ key: UnsafeBufferPointer<UInt8>, _ node: ArenaNode) {
        var bit = UInt64(truncatingIfNeeded: key.count) &* 16
        if key.count > 0 {
            // With these factors no two keys of a mapping in a real registry meet at one bit.
            unsafe bit &+= UInt64(key[0]) &* 4 &+ UInt64(key[key.count - 1]) &* 2 &+ UInt64(key[key.count / 2]) &* 9
        }
        let mask: UInt64 = 1 << (bit & 63)
        if top.keyBits & mask != 0 { top.mayRepeatKeys = true }
        top.keyBits |= mask
        if key.count == 2, unsafe key[0] == UInt8(ascii: "<"), unsafe key[1] == UInt8(ascii: "<"), node.isInterpreted {
            reportMergeKey(node.position)
        }
    }

    /// Apart, so that what no right file needs makes no room on the stack for every scalar.
    @inline(never)
    private mutating func reportMergeKey(_ position: SourcePosition) {
        report(.mergeKey(at: location(position)))
    }

    private mutating func noteAliasKey(_ target: ArenaNode, at position: SourcePosition) {
        guard target.kind == .scalar else {
            report(.complexKey(at: location(position)))
            return
        }
        // Rare enough to skip the filter.
        top.mayRepeatKeys = true
    }

    /// The arena of all events so far. Reports the keys that stand twice, for which it must be complete.
    mutating func finish() -> Arena {
        closeAll()
        let arena = arena.finish()
        for mapping in suspects {
            for (key, first) in arena.repeatedKeys(of: mapping) {
                let name = arena.string(of: arena.target(of: key))
                report(.duplicateKey(name, at: location(of: key), first: location(of: first)))
                if diagnostics.count > Self.diagnosticLimit { return arena }
            }
        }
        return arena
    }

    /// Closes what a syntax error or a limit has left open, so that the walk over the arena finds every end.
    private mutating func closeAll() {
        isExhausted = isExhausted || !frames.isEmpty
        while !frames.isEmpty {
            if top.isMapping, !top.expectsKey { appendPlaceholder(at: SourcePosition(line: 1, column: 1)) }
            end()
        }
    }

    // MARK: Places

    func location(_ position: SourcePosition) -> SourceLocation {
        SourceLocation(file: file, line: Int(position.line), column: Int(position.column))
    }

    private func location(of index: UInt32) -> SourceLocation {
        location(arena[index].position)
    }

    /// Keeps a diagnostic. A file with very many is given up, so that no file can fill the memory with them.
    mutating func report(_ diagnostic: Diagnostic) {
        diagnostics.append(diagnostic)
        guard diagnostics.count >= Self.diagnosticLimit, !isExhausted else { return }
        isExhausted = true
        diagnostics.append(.tooManyProblems(limit: Self.diagnosticLimit, at: diagnostic.location))
    }
}
