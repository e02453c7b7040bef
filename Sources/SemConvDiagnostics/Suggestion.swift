/// Finds the name that the user may have meant.
package enum Suggestion {
    /// The candidate nearest to `name`, or `nil` where none is near enough to be a slip of the fingers.
    ///
    /// The distance is that of Damerau and Levenshtein (restricted); a third of the name may differ, but never all of
    /// it. Among equally near candidates the first in byte order wins, so that the answer never depends on the order
    /// of a table.
    package static func nearest(to name: String, in candidates: some Sequence<String>) -> String? {
        // A slip of the fingers is looked for in names, not in pages of text, whose comparison could take hours.
        if name.utf8.count > 200 { return nil }
        let limit = min(max(1, name.utf8.count / 3), name.utf8.count - 1)
        if limit < 1 { return nil }
        let target = Array(name.utf8)
        var best: (distance: Int, name: String)?
        for candidate in candidates where candidate != name {
            let bound = min(limit, best?.distance ?? limit)
            guard let distance = distance(target, Array(candidate.utf8), limit: bound) else { continue }
            if let best, distance > best.distance || (distance == best.distance && candidate >= best.name) { continue }
            best = (distance, candidate)
        }
        return best?.name
    }

    /// `did you mean 'x'?`, or `nil`.
    package static func didYouMean(_ name: String, in candidates: some Sequence<String>) -> String? {
        nearest(to: name, in: candidates).map { "did you mean '\($0)'?" }
    }

    /// The edit distance, or `nil` where it is above `limit`.
    private static func distance(_ left: [UInt8], _ right: [UInt8], limit: Int) -> Int? {
        if abs(left.count - right.count) > limit { return nil }
        var beforeLast = [Int](repeating: 0, count: right.count + 1)
        var last = Array(0...right.count)
        var current = last
        for row in 0..<left.count {
            current[0] = row + 1
            var smallest = current[0]
            for column in 0..<right.count {
                let cost = left[row] == right[column] ? 0 : 1
                var value = min(last[column] + cost, last[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                    value = min(value, beforeLast[column - 1] + 1)
                }
                current[column + 1] = value
                smallest = min(smallest, value)
            }
            if smallest > limit { return nil }
            (beforeLast, last, current) = (last, current, beforeLast)
        }
        return last[right.count] <= limit ? last[right.count] : nil
    }
}
