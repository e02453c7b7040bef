internal import SemConvTemplateEngine

extension Views {
    /// The answer to a query.
    func answer(_ query: Query) -> TemplateValue {
        if query.name == .swiftModule {
            guard let swift else { return .none }
            return swift.module.object(swift.plan, self)
        }
        if let answer = QueryRunner(views: self).run(query) { return answer }
        return .list(subjects(of: query).map { $0.value(self) })
    }

    /// The elements of a query's answer, one by one.
    func subjects(of query: Query) -> [RenderSubject] {
        if let files = swiftFiles(query.name) { return files.map { .swiftFile($0) } }
        guard case .list(let elements) = answer(query) else { return [] }
        return elements.map { .value($0) }
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
