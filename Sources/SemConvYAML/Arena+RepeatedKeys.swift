extension Arena {
    /// The keys of a mapping that stand there a second time, with the first place of each, in the order of the file.
    ///
    /// Few keys are compared with each other; many are sorted, so that no file makes this quadratic.
    func repeatedKeys(of mapping: UInt32) -> [(key: UInt32, first: UInt32)] {
        var keys: [UInt32] = []
        var key = mapping + 1
        while key < nodes[Int(mapping)].second {
            if target(of: key).kind == .scalar { keys.append(key) }
            key = index(after: index(after: key))
        }
        keys.sort { left, right in
            let order = compareKeys(left, right)
            return order == 0 ? left < right : order < 0
        }
        var repeated: [(key: UInt32, first: UInt32)] = []
        var first = 0
        for current in keys.indices.dropFirst() {
            if compareKeys(keys[first], keys[current]) == 0 {
                repeated.append((keys[current], keys[first]))
            } else {
                first = current
            }
        }
        return repeated.sorted { $0.key < $1.key }
    }

    /// Orders two keys; 0 where they are the same key: `1` and `"1"` are not, for one is a number.
    private func compareKeys(_ left: UInt32, _ right: UInt32) -> Int {
        let left = target(of: left)
        let right = target(of: right)
        let order = compareTexts(left, right)
        if order != 0 || left.isInterpreted == right.isInterpreted { return order }
        let isString = CoreSchema.scalar(text.span.extracting(textRange(of: left))) == nil
        if isString { return 0 }
        return left.isInterpreted ? -1 : 1
    }
}
