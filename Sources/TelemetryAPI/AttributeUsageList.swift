/// The attributes that a signal uses, in the order of the convention.
///
/// Two ways of writing one:
///
/// ```swift
/// let list: AttributeUsageList = [.init("http.route", .conditionallyRequired), .init("server.port")]
/// let text: AttributeUsageList = """
///     conditionallyRequired http.route
///     recommended server.port
///     """
/// ```
///
/// The text is what generated code has: thousands of uses compile several times faster as text than as values, and
/// cost nothing until somebody walks the list. It has a line for each use: the level, after it `,identifying`,
/// `,descriptive` or `,sampling` where they hold, a blank, and the attribute's name up to the end of the line.
public struct AttributeUsageList: Sendable {
    fileprivate enum Storage: Sendable {
        case text(String)
        case uses([AttributeUsage])
    }

    private let storage: Storage

    /// Makes a list of uses.
    public init(_ uses: some Sequence<AttributeUsage> = EmptyCollection()) {
        storage = .uses(Array(uses))
    }

    /// The names of the attributes that the convention asks for at least as strongly as `level` says.
    ///
    /// - Parameter level: `.conditionallyRequired` gives what is needed to follow the convention, `.recommended` what
    ///   is recorded by default, `.optIn` everything.
    public func names(through level: AttributeRequirementLevel = .optIn) -> [String] {
        compactMap { $0.level <= level ? $0.name : nil }
    }

    /// Whether the signal uses no attributes.
    public var isEmpty: Bool { first { _ in true } == nil }

    /// The use of an attribute; `nil` where the signal does not have it.
    public subscript(name: String) -> AttributeUsage? {
        first { $0.name.hasSameBytes(as: name) }
    }
}

extension AttributeUsageList: Sequence {
    /// Walks the uses of a list.
    public struct Iterator: IteratorProtocol {
        private var uses: IndexingIterator<[AttributeUsage]>
        private var text: Substring.UTF8View

        fileprivate init(_ storage: Storage) {
            switch storage {
            case .text(let text):
                self.text = Substring(text).utf8
                self.uses = [].makeIterator()
            case .uses(let uses):
                self.text = Substring().utf8
                self.uses = uses.makeIterator()
            }
        }

        /// The next use; `nil` after the last.
        public mutating func next() -> AttributeUsage? {
            while !text.isEmpty {
                let line = text.prefix { $0 != UInt8(ascii: "\n") }
                text = text.dropFirst(line.count + 1)
                if !line.isEmpty { return AttributeUsage(line: line) }
            }
            return uses.next()
        }
    }

    /// Walks the uses in order.
    public func makeIterator() -> Iterator { Iterator(storage) }

    /// How many uses there are at least.
    public var underestimatedCount: Int {
        if case .uses(let uses) = storage { return uses.count }
        return 0
    }
}

extension AttributeUsage {
    /// Reads a line of the text form. Every line means something: a word that is not known counts for nothing.
    fileprivate init(line: Substring.UTF8View) {
        let head = line.prefix { $0 != UInt8(ascii: " ") }
        self.init(String(Substring(line.dropFirst(head.count + 1))))
        for word in head.split(separator: UInt8(ascii: ",")) {
            switch Substring(word) {
            case "required": level = .required
            case "conditionallyRequired": level = .conditionallyRequired
            case "recommended": level = .recommended
            case "optIn": level = .optIn
            case "identifying": role = .identifying
            case "descriptive": role = .descriptive
            case "sampling": isSamplingRelevant = true
            default: break
            }
        }
    }
}

extension AttributeUsageList: ExpressibleByStringLiteral {
    /// Makes the value of a string literal.
    public init(stringLiteral value: String) {
        storage = .text(value)
    }
}

extension AttributeUsageList: ExpressibleByArrayLiteral {
    /// Makes the list of a literal.
    public init(arrayLiteral elements: AttributeUsage...) {
        storage = .uses(elements)
    }
}

extension AttributeUsageList: Hashable {
    /// Whether both are the same.
    public static func == (left: AttributeUsageList, right: AttributeUsageList) -> Bool {
        left.elementsEqual(right)
    }

    /// Feeds what `==` compares to a hasher.
    public func hash(into hasher: inout Hasher) {
        for use in self { hasher.combine(use) }
    }
}
