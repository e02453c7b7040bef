/// A pattern of an import: `*` any text, `?` one character, `[a-z]` and `[!a-z]` one of a set, `{a,b}` one of several
/// patterns, `\` before a character that is meant as it stands.
///
/// A pattern is a list of steps that are followed all at once, never one after another with steps back: the time is at
/// most the length of the pattern times that of the text, whatever a file says.
struct GlobPattern: Sendable {
    private enum Step: Sendable {
        case character(Unicode.Scalar)
        case anyCharacter
        case set([ClosedRange<Unicode.Scalar>], isNegated: Bool)
        /// Any text; the step stays where it is for each of its characters.
        case anyText
        /// Goes on at each of these steps, without a character.
        case branch([Int])
    }

    /// What keeps a text from being a pattern.
    enum Problem: Error, Hashable {
        case tooLong
        case unclosedSet
        case unclosedChoice
        case unopenedChoice
        case nestedTooDeep
        case emptyRange
        case danglingEscape
    }

    private static let lengthLimit = 1_000
    private static let depthLimit = 16

    private var steps: [Step] = []
    /// The text, where the pattern stands for one text only.
    let literal: String?

    init(_ text: String) throws(Problem) {
        let characters = Array(text.unicodeScalars.prefix(Self.lengthLimit + 1))
        if characters.count > Self.lengthLimit { throw .tooLong }
        var index = 0
        var steps: [Step] = []
        try Self.parse(characters, &index, depth: 0, &steps)
        self.steps = steps
        var literal: String? = ""
        for step in steps {
            guard case .character(let character) = step else {
                literal = nil
                break
            }
            literal?.unicodeScalars.append(character)
        }
        self.literal = literal
    }

    // MARK: - Parsing

    /// Parses up to the end, or within a choice up to the `,` or `}` that ends a branch.
    private static func parse(
        _ text: [Unicode.Scalar],
        _ index: inout Int,
        depth: Int,
        _ steps: inout [Step]
    ) throws(Problem) {
        while index < text.count {
            let character = text[index]
            if depth > 0, character == "," || character == "}" { return }
            index += 1
            switch character {
            case "*":
                // Several stars in a row say no more than one.
                if case .anyText? = steps.last { continue }
                steps.append(.anyText)
            case "?": steps.append(.anyCharacter)
            case "[": steps.append(try parseSet(text, &index))
            case "{": try parseChoice(text, &index, depth: depth + 1, &steps)
            case "}": throw .unopenedChoice
            case "\\":
                if index == text.count { throw .danglingEscape }
                steps.append(.character(text[index]))
                index += 1
            default: steps.append(.character(character))
            }
        }
        if depth > 0 { throw .unclosedChoice }
    }

    private static func parseSet(_ text: [Unicode.Scalar], _ index: inout Int) throws(Problem) -> Step {
        let isNegated = index < text.count && (text[index] == "!" || text[index] == "^")
        if isNegated { index += 1 }
        var ranges: [ClosedRange<Unicode.Scalar>] = []
        while index < text.count {
            let low = text[index]
            index += 1
            // A `]` that comes first belongs to the set.
            if low == "]", !ranges.isEmpty { return .set(ranges, isNegated: isNegated) }
            var high = low
            if index + 1 < text.count, text[index] == "-", text[index + 1] != "]" {
                high = text[index + 1]
                index += 2
            }
            if high < low { throw .emptyRange }
            ranges.append(low...high)
        }
        throw .unclosedSet
    }

    private static func parseChoice(
        _ text: [Unicode.Scalar],
        _ index: inout Int,
        depth: Int,
        _ steps: inout [Step]
    ) throws(Problem) {
        if depth > depthLimit { throw .nestedTooDeep }
        let fork = steps.count
        steps.append(.branch([]))
        var starts: [Int] = []
        var ends: [Int] = []
        while true {
            starts.append(steps.count)
            // A star before the choice must not swallow one at the start of a branch.
            steps.append(.branch([steps.count + 1]))
            try parse(text, &index, depth: depth, &steps)
            ends.append(steps.count)
            steps.append(.branch([]))
            index += 1
            if text[index - 1] == "}" { break }
        }
        steps[fork] = .branch(starts)
        for end in ends { steps[end] = .branch([steps.count]) }
    }

    // MARK: - Matching

    func matches(_ text: String) -> Bool {
        var current = Positions(count: steps.count + 1)
        var next = current
        enter(0, &current)
        for character in text.unicodeScalars {
            next.removeAll()
            for position in current.list {
                guard position < steps.count else { continue }
                switch steps[position] {
                case .character(let wanted): if wanted == character { enter(position + 1, &next) }
                case .anyCharacter: enter(position + 1, &next)
                case .set(let ranges, let isNegated):
                    if ranges.contains(where: { $0.contains(character) }) != isNegated { enter(position + 1, &next) }
                case .anyText: enter(position, &next)
                case .branch: break
                }
            }
            swap(&current, &next)
            if current.list.isEmpty { return false }
        }
        return current.contains(steps.count)
    }

    /// Adds a position, and those that it leads to without a character.
    private func enter(_ position: Int, _ positions: inout Positions) {
        positions.open.append(position)
        while let position = positions.open.popLast() {
            guard positions.insert(position), position < steps.count else { continue }
            switch steps[position] {
            case .anyText: positions.open.append(position + 1)
            case .branch(let targets): positions.open += targets
            default: break
            }
        }
    }

    /// The steps that are under way.
    private struct Positions {
        private(set) var list: [Int] = []
        /// Positions that are still to be entered; empty between two calls, and kept for its memory.
        var open: [Int] = []
        private var isMember: [Bool]

        init(count: Int) {
            isMember = [Bool](repeating: false, count: count)
        }

        func contains(_ position: Int) -> Bool { isMember[position] }

        mutating func insert(_ position: Int) -> Bool {
            if isMember[position] { return false }
            isMember[position] = true
            list.append(position)
            return true
        }

        mutating func removeAll() {
            for position in list { isMember[position] = false }
            list.removeAll(keepingCapacity: true)
        }
    }
}
