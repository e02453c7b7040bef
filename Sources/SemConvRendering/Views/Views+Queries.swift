internal import SemConvTemplateEngine

extension Views {
    /// The answer to a query.
    func answer(_ query: Query) -> TemplateValue {
        if query.name == .swiftModule {
            guard let swift else { return .none }
            return swift.module.object(swift.plan, self)
        }
        if let answer = QueryRunner(views: self).run(query) { return answer }
        var elements: [TemplateValue] = []
        forEachElement(of: query) { elements.append($0) }
        return .list(elements)
    }

    /// Hands out the elements of a query's answer one by one. The views of a Swift file are made when it is its turn.
    func forEachElement(of query: Query, _ body: (TemplateValue) -> Void) {
        if let files = swiftFiles(query.name) {
            guard let swift else { return }
            for file in files { body(swift.file.object(file, self)) }
        } else if case .list(let elements) = answer(query) {
            for element in elements { body(element) }
        }
    }

    /// The files that a query of Swift names; `nil` for other queries.
    private func swiftFiles(_ name: QueryName) -> [SwiftFilePlan]? {
        switch name {
        case .swiftAttributeFiles: swift?.files(.attribute) ?? []
        case .swiftEnumFiles: swift?.enumFiles() ?? []
        case .swiftMetricFiles: swift?.files(.metric) ?? []
        case .swiftSpanFiles: swift?.files(.span) ?? []
        case .swiftEventFiles: swift?.files(.event) ?? []
        case .swiftEntityFiles: swift?.files(.entity) ?? []
        case .swiftViewPresetFiles: swift?.files(.viewPreset) ?? []
        default: nil
        }
    }
}
