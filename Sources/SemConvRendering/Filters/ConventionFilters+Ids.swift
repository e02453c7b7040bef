internal import SemConvTemplateEngine

extension ConventionFilters {
    static func addIds(_ environment: inout TemplateEnvironment) {
        addId(&environment, "attribute_namespace") { (id) throws(TemplateError) in try split(id).namespace }
        addId(&environment, "attribute_id") { (id) throws(TemplateError) in try split(id).rest }
        addId(&environment, "metric_namespace") { (id) throws(TemplateError) in try second(id, after: "metric") }
        addId(&environment, "attribute_registry_namespace") { (id) throws(TemplateError) in
            try second(id, after: "registry")
        }
        addId(&environment, "attribute_registry_title") { (id) throws(TemplateError) in
            CaseConvention.titleCase.convert(try second(id, after: "registry"))
        }
        addId(&environment, "attribute_registry_file") { (id) throws(TemplateError) in
            "attributes-registry/\(CaseConvention.kebabCase.convert(try second(id, after: "registry"))).md"
        }
        environment.addFilter("split_id") { (value, arguments) throws(TemplateError) in
            try arguments.finish()
            guard case .string(let id) = value else { throw arguments.unfit(value, expected: "a string") }
            return .list(id.split(separator: ".", omittingEmptySubsequences: false).map { .string(String($0)) })
        }
    }

    private static func addId(
        _ environment: inout TemplateEnvironment,
        _ name: String,
        _ body: @escaping @Sendable (String) throws(TemplateError) -> String
    ) {
        environment.addFilter(name) { (value, arguments) throws(TemplateError) in
            try arguments.finish()
            guard case .string(let id) = value else { throw arguments.unfit(value, expected: "a string") }
            return .string(try body(id))
        }
    }

    private static func split(_ id: String) throws(TemplateError) -> (namespace: String, rest: String) {
        guard let dot = id.firstIndex(of: ".") else {
            if id.isEmpty { throw TemplateError(.templateType, "an empty text is no id") }
            return ("other", id)
        }
        let rest = id[id.index(after: dot)...]
        if dot == id.startIndex || rest.isEmpty {
            throw TemplateError(.templateType, "the id '\(id)' lacks a part beside its first period")
        }
        return (String(id[..<dot]), String(rest))
    }

    private static func second(_ id: String, after first: String) throws(TemplateError) -> String {
        let parts = id.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count > 1, parts[0] == first else {
            throw TemplateError(
                .templateType,
                "'\(id)' is no id of the form '\(first).NAMESPACE'",
                help: "the field 'root_namespace' has the namespace of any definition"
            )
        }
        return String(parts[1])
    }
}
