internal import SemConvTemplateEngine

extension Views {
    /// The answer to a query.
    func answer(_ query: Query) -> TemplateValue {
        if let answer = QueryRunner(views: self).run(query) { return answer }
        guard let swift else { return .none }
        if query.name == .swiftModule { return SwiftModuleView.table.object(SwiftModuleView(plan: swift.plan), swift) }
        return SwiftFilePlan.table.list(swift.files(query.name), swift)
    }
}

extension SwiftViews {
    /// The files that a query names.
    fileprivate func files(_ query: QueryName) -> [SwiftFilePlan] {
        switch query {
        case .swiftAttributeFiles: files(.attribute)
        case .swiftEnumFiles: enumFiles()
        case .swiftMetricFiles: files(.metric)
        case .swiftSpanFiles: files(.span)
        case .swiftEventFiles: files(.event)
        case .swiftEntityFiles: files(.entity)
        case .swiftViewPresetFiles: files(.viewPreset)
        default: []
        }
    }
}
