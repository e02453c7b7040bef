extension RegistryStatistics {
    /// For people: a table of the kinds by stability, then one list for each of the other counts.
    func text(title: String) -> String {
        var output = title + (schemaURL.map { " (\($0))" } ?? "") + "\n\n"
        output += kinds.lines.joined(separator: "\n") + "\n"
        for table in tables where !table.counts.isEmpty {
            var grid = TextGrid()
            for (value, count) in table.sorted { grid.add(["  " + value, String(count)]) }
            output += "\n\(table.label)\n" + grid.lines.joined(separator: "\n") + "\n"
        }
        return output
    }

    /// Stabilities that nothing has get no column.
    private var kinds: TextGrid {
        let columns = Self.stabilities.filter { name in rows.contains { $0.stabilities[name] != nil } }
        var grid = TextGrid()
        grid.add(["", "total"] + columns + ["deprecated"])
        for row in rows where row.total > 0 {
            let counts = columns.map { String(row.stabilities[$0] ?? 0) }
            grid.add([Count.plural(row.noun), String(row.total)] + counts + [String(row.deprecated)])
        }
        return grid
    }
}

/// Rows of cells in columns: the first to the left, the others, which are numbers, to the right.
struct TextGrid {
    private var rows: [[String]] = []

    mutating func add(_ cells: [String]) {
        rows.append(cells)
    }

    var lines: [String] {
        let count = rows.map(\.count).max() ?? 0
        let widths = (0..<count).map { column in rows.map { $0.count > column ? $0[column].count : 0 }.max() ?? 0 }
        return rows.map { cells in
            var line = ""
            for (column, cell) in cells.enumerated() {
                let padding = String(repeating: " ", count: widths[column] - cell.count)
                line += column == 0 ? cell + padding : "  " + padding + cell
            }
            return line
        }
    }
}
