extension TemplateEnvironment {
    /// Filters over lists that call no other filter.
    mutating func addListFilters() {
        addEnds()
        addOrder()
        addExtremes()
        addSums()
        addParts()
        addGroups()
    }

    /// A filter over the elements of its input that takes no arguments.
    private mutating func addElementFilter(
        _ name: String,
        _ body: @escaping @Sendable ([TemplateValue]) throws(TemplateError) -> TemplateValue
    ) {
        addFilter(name) { value, arguments throws(TemplateError) in
            try arguments.finish()
            return try body(try Self.elements(of: value, arguments))
        }
    }

    private mutating func addEnds() {
        addElementFilter("first") { $0.first ?? .undefined }
        addElementFilter("last") { $0.last ?? .undefined }
        addElementFilter("list") { .list($0) }
        addFilter("reverse") { value, arguments throws(TemplateError) in
            try arguments.finish()
            if case .string(let text) = value {
                return .string(String(String.UnicodeScalarView(text.unicodeScalars.reversed())))
            }
            return .list(try Self.elements(of: value, arguments).reversed())
        }
    }

    // MARK: - Order

    private mutating func addOrder() {
        addFilter("sort") { value, arguments throws(TemplateError) in
            var arguments = arguments
            let reverse = try arguments.bool("reverse", at: 0) ?? false
            let caseSensitive = try arguments.bool("case_sensitive", at: 1) ?? false
            let attribute = try arguments.value("attribute", at: 2)
            try arguments.finish()
            let elements = try Self.elements(of: value, arguments)
            let keys = try Self.keys(of: elements, attribute, arguments)
            let order = try TemplateSorting.order(of: keys, caseSensitive: caseSensitive, reverse: reverse)
            return .list(order.map { elements[$0] })
        }
        addFilter("unique") { value, arguments throws(TemplateError) in
            var arguments = arguments
            let caseSensitive = try arguments.bool("case_sensitive", at: 0) ?? false
            let attribute = try arguments.value("attribute", at: 1)
            try arguments.finish()
            let elements = try Self.elements(of: value, arguments)
            let keys = try Self.keys(of: elements, attribute, arguments)
            return try Self.unique(elements, keys: caseSensitive ? keys : TemplateSorting.folded(keys))
        }
    }

    private mutating func addExtremes() {
        for name in ["min", "max"] {
            addFilter(name) { value, arguments throws(TemplateError) in
                var arguments = arguments
                let caseSensitive = try arguments.bool("case_sensitive", at: 0) ?? false
                let attribute = try arguments.value("attribute", at: 1)
                try arguments.finish()
                let elements = try Self.elements(of: value, arguments)
                let keys = try Self.keys(of: elements, attribute, arguments)
                let order = try TemplateSorting.order(
                    of: keys,
                    caseSensitive: caseSensitive,
                    reverse: arguments.site.name == "max"
                )
                return order.first.map { elements[$0] } ?? .undefined
            }
        }
    }

    /// What elements are compared by: themselves, an attribute, or several with commas between them.
    private static func keys(
        of elements: [TemplateValue],
        _ attribute: TemplateValue?,
        _ arguments: TemplateArguments
    ) throws(TemplateError) -> [TemplateValue] {
        guard let attribute, !attribute.isNone else { return elements }
        var paths: [TemplatePath] = []
        if case .string(let text) = attribute {
            for part in text.splitText(",") { paths.append(try TemplatePath(.string(part.trimmed()), arguments)) }
        } else {
            paths = [try TemplatePath(attribute, arguments)]
        }
        var keys: [TemplateValue] = []
        keys.reserveCapacity(elements.count)
        for element in elements {
            var values: [TemplateValue] = []
            for path in paths { values.append(try path.value(in: element, default: nil, arguments)) }
            keys.append(values.count == 1 ? values[0] : .list(values))
        }
        return keys
    }

    private static func unique(
        _ elements: [TemplateValue],
        keys: [TemplateValue]
    ) throws(TemplateError) -> TemplateValue {
        var seen = Set<TemplateMap.Key>()
        var seenOthers: [TemplateValue] = []
        var result: [TemplateValue] = []
        var steps = 10_000_000
        next: for (element, key) in zip(elements, keys) {
            if let scalar = TemplateMap.Key(key) {
                if seen.insert(scalar).inserted { result.append(element) }
                continue
            }
            for other in seenOthers where try other.equals(key, steps: &steps) { continue next }
            seenOthers.append(key)
            result.append(element)
        }
        return .list(result)
    }

    // MARK: - Sums

    private mutating func addSums() {
        addFilter("sum") { value, arguments throws(TemplateError) in
            var arguments = arguments
            let attribute = try arguments.value("attribute", at: 0)
            var result = try arguments.value("start", at: 1) ?? 0
            try arguments.finish()
            let elements = try Self.elements(of: value, arguments)
            let bounds = TemplateArithmetic.Bounds(textBytes: 1 << 20, listElements: 1 << 16)
            for key in try Self.keys(of: elements, attribute, arguments) {
                result = try TemplateArithmetic.add(result, key, bounds)
            }
            return result
        }
        addFilter("zip") { value, arguments throws(TemplateError) in
            var arguments = arguments
            var lists = [try Self.elements(of: value, arguments)]
            for other in arguments.rest() { lists.append(try Self.elements(of: other, arguments)) }
            try arguments.finish()
            let count = lists.map(\.count).min() ?? 0
            return .list((0..<count).map { index in .list(lists.map { $0[index] }) })
        }
    }

    // MARK: - Parts

    private mutating func addParts() {
        addFilter("batch") { value, arguments throws(TemplateError) in
            var arguments = arguments
            let count = try Self.count("linecount", &arguments)
            let fill = try arguments.value("fill_with", at: 1)
            try arguments.finish()
            let elements = try Self.elements(of: value, arguments)
            var rows: [TemplateValue] = []
            for start in stride(from: 0, to: elements.count, by: count) {
                var row = Array(elements[start..<min(start + count, elements.count)])
                if let fill, !fill.isNone { while row.count < count { row.append(fill) } }
                rows.append(.list(row))
            }
            return .list(rows)
        }
        addFilter("slice") { value, arguments throws(TemplateError) in
            var arguments = arguments
            let count = try Self.count("slices", &arguments)
            let fill = try arguments.value("fill_with", at: 1)
            try arguments.finish()
            let elements = try Self.elements(of: value, arguments)
            let (size, extra) = elements.count.quotientAndRemainder(dividingBy: count)
            var columns: [TemplateValue] = []
            var start = 0
            for index in 0..<count {
                let end = start + size + (index < extra ? 1 : 0)
                var column = Array(elements[start..<end])
                if let fill, !fill.isNone, index >= extra { column.append(fill) }
                columns.append(.list(column))
                start = end
            }
            return .list(columns)
        }
    }

    private static func count(_ name: String, _ arguments: inout TemplateArguments) throws(TemplateError) -> Int {
        let count = try arguments.requiredInt(name, at: 0)
        guard 1...100_000 ~= count else {
            throw arguments.error(
                "'\(name)' lies between 1 and 100000, not at \(count)"
            )
        }
        return count
    }

    // MARK: - Groups

    static let groupShape = TemplateShape(["grouper", "list"], name: "group")

    private mutating func addGroups() {
        addFilter("groupby") { value, arguments throws(TemplateError) in
            var arguments = arguments
            let path = try TemplatePath(try arguments.required("attribute", at: 0), arguments)
            let other = try arguments.value("default", at: 1)
            let caseSensitive = try arguments.bool("case_sensitive", at: 2) ?? false
            try arguments.finish()
            let elements = try Self.elements(of: value, arguments)
            var keys: [TemplateValue] = []
            for element in elements { keys.append(try path.value(in: element, default: other, arguments)) }
            return try Self.groups(elements, keys: keys, caseSensitive: caseSensitive)
        }
    }

    /// The elements by key, the groups in the order of the keys.
    private static func groups(
        _ elements: [TemplateValue],
        keys: [TemplateValue],
        caseSensitive: Bool
    ) throws(TemplateError) -> TemplateValue {
        let compared = caseSensitive ? keys : TemplateSorting.folded(keys)
        var groups: [TemplateValue] = []
        var members: [TemplateValue] = []
        let order = try TemplateSorting.order(of: compared, caseSensitive: true, reverse: false)
        for (index, position) in order.enumerated() {
            members.append(elements[position])
            if index + 1 < order.count, try compared[position].equals(compared[order[index + 1]]) { continue }
            let first = order[index + 1 - members.count]
            groups.append(.object(TemplateObject(shape: groupShape, values: [keys[first], .list(members)])))
            members = []
        }
        return .list(groups)
    }
}
