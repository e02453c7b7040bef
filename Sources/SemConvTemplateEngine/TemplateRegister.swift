/// Things that templates call by name and compiled code calls by number.
struct TemplateRegister<Element: Sendable>: Sendable {
    private(set) var names: [String] = []
    private(set) var elements: [Element] = []
    private var numbers: [String: Int] = [:]

    /// Adds an element or replaces the one of that name, which keeps its number.
    mutating func set(_ name: String, _ element: Element) {
        if let number = numbers[name] {
            elements[number] = element
        } else {
            numbers[name] = elements.count
            names.append(name)
            elements.append(element)
        }
    }

    func number(of name: String) -> Int? { numbers[name] }

    subscript(number: Int) -> Element { elements[number] }
}

/// The body of a filter.
enum TemplateFilter: Sendable {
    case plain(TemplateEnvironment.Body)
    /// One that calls other filters or tests.
    case calling(
        @Sendable (TemplateValue, TemplateArguments, TemplateEnvironment) throws(TemplateError) -> TemplateValue
    )
}

/// The body of a test.
enum TemplateTest: Sendable {
    case plain(TemplateEnvironment.TestBody)
    /// One that asks what the environment has.
    case calling(@Sendable (TemplateValue, TemplateArguments, TemplateEnvironment) throws(TemplateError) -> Bool)
    /// `is defined`, the only one with `is undefined` that takes what is not there.
    case defined
    case undefined
}

/// The body of a function.
enum TemplateFunction: Sendable {
    case plain(TemplateEnvironment.FunctionBody)
    /// `namespace(...)`, whose value belongs to the machine.
    case namespace
    /// `debug()`, which prints the variables.
    case debug
}
