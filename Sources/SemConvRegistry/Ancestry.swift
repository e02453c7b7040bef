internal import SemConvDefinitions

/// Answers in one step whether a group takes over another's attributes by `extends`, at any distance.
///
/// Groups form trees, since each extends one other at most. A walk through every tree numbers its groups so that the
/// descendants of a group are those whose numbers lie in the group's range. Circles belong to no tree; groups in one
/// have no ancestors.
struct Ancestry {
    private var entered: [Int]
    private var left: [Int]

    init(of definitions: [GroupDefinition], _ index: [String: Int]) {
        var children: [[Int]] = Array(repeating: [], count: definitions.count)
        var roots: [Int] = []
        for (child, definition) in definitions.enumerated() {
            if let parent = definition.extends.flatMap({ index[$0.id] }) {
                children[parent].append(child)
            } else {
                roots.append(child)
            }
        }
        entered = Array(repeating: -1, count: definitions.count)
        left = entered
        var clock = 0
        var stack: [(group: Int, next: Int)] = []
        for root in roots {
            stack.append((root, 0))
            while let (group, next) = stack.last {
                if next == 0 {
                    entered[group] = clock
                    clock += 1
                }
                if next < children[group].count {
                    stack[stack.count - 1].next += 1
                    stack.append((children[group][next], 0))
                } else {
                    left[group] = clock
                    stack.removeLast()
                }
            }
        }
    }

    func descends(_ group: Int, from ancestor: Int) -> Bool {
        entered[ancestor] >= 0 && entered[ancestor] < entered[group] && entered[group] < left[ancestor]
    }
}
