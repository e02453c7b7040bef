package import SemConvDiagnostics

/// Templates, and what they may call.
///
/// Register filters, tests and functions first, then add the templates, which are compiled at once and checked
/// against what is registered, then render any of them any number of times, from any thread.
package struct TemplateEnvironment: Sendable {
    package typealias Body = @Sendable (TemplateValue, TemplateArguments) throws(TemplateError) -> TemplateValue
    package typealias TestBody = @Sendable (TemplateValue, TemplateArguments) throws(TemplateError) -> Bool
    package typealias FunctionBody = @Sendable (TemplateArguments) throws(TemplateError) -> TemplateValue

    package let options: TemplateOptions
    var filters = TemplateRegister<TemplateFilter>()
    var tests = TemplateRegister<TemplateTest>()
    var functions = TemplateRegister<TemplateFunction>()
    private(set) var globals: [(symbol: TemplateSymbol, value: TemplateValue)] = []
    private(set) var templates: [CompiledTemplate] = []
    private var templateIndex: [String: Int] = [:]

    /// An environment with MiniJinja's filters, tests and functions and without templates.
    package init(options: TemplateOptions = TemplateOptions()) {
        self.options = options
        addBuiltins()
        addGlobal("template", .host)
    }

    /// Adds a filter, or replaces the one of that name.
    package mutating func addFilter(_ name: String, _ body: @escaping Body) {
        filters.set(name, .plain(body))
    }

    /// Adds a test, or replaces the one of that name.
    package mutating func addTest(_ name: String, _ body: @escaping TestBody) {
        tests.set(name, .plain(body))
    }

    /// Adds a function, or replaces the one of that name.
    package mutating func addFunction(_ name: String, _ body: @escaping FunctionBody) {
        functions.set(name, .plain(body))
    }

    /// Adds a variable that every template sees unless its context has one of that name.
    package mutating func addGlobal(_ name: String, _ value: TemplateValue) {
        let symbol = TemplateSymbol(name)
        if let index = globals.firstIndex(where: { $0.symbol == symbol }) {
            globals[index].value = value
        } else {
            globals.append((symbol, value))
        }
    }

    /// Compiles a template and adds it, or replaces the one of that name.
    ///
    /// - Parameters:
    ///   - name: What `include` and `import` call it.
    ///   - file: What diagnostics call it.
    /// - Returns: Whether it was added; if not, `diagnostics` says why.
    @discardableResult
    package mutating func addTemplate(
        name: String,
        file: String,
        source: [UInt8],
        diagnostics: inout DiagnosticCollector
    ) -> Bool {
        guard let template = compile(name: name, file: file, source: source, diagnostics: &diagnostics) else {
            return false
        }
        if let index = templateIndex[name] {
            templates[index] = template
        } else {
            templateIndex[name] = templates.count
            templates.append(template)
        }
        return true
    }

    /// The names of all templates, in the order in which they were added.
    package var templateNames: [String] { templates.map(\.name) }

    /// The template of a name; `nil` where none was added.
    package func template(named name: String) -> CompiledTemplate? {
        templateIndex[name].map { templates[$0] }
    }
}
