extension TemplateEnvironment {
    mutating func addBuiltins() {
        addBuiltinTests()
        addBuiltinFunctions()
        addValueFilters()
        addTextFilters()
        addListFilters()
        addSelectingFilters()
    }
}
