import TelemetryAPI

/// What a module of conventions has to be like at run time: names, types and values.
protocol ModuleChecks {
    static var module: String { get }
    /// What implements this is deprecated, so that deprecated names can be checked without a warning; it is called
    /// through the protocol, which is not.
    static func run(_ checks: inout Checks)
}

struct Checks {
    private(set) var count = 0
    private(set) var failures: [String] = []

    /// The explicit type at the call makes the compiler check the key's type.
    mutating func key<Value>(_ key: AttributeKey<Value>, _ type: Value.Type, _ name: String) {
        check(key.name == name, "\(key.name) in place of \(name)")
    }

    /// A template makes keys with its prefix, and so has a type that the compiler checks in the same way.
    mutating func template<Value>(_ template: AttributeKeyTemplate<Value>, _ type: Value.Type, _ prefix: String) {
        check(template.prefix == prefix, "\(template.prefix) in place of \(prefix)")
    }

    mutating func value<Tag, Raw>(_ value: EnumValue<Tag, Raw>, _ expected: Raw) {
        check(value.rawValue == expected, "\(value.rawValue) in place of \(expected)")
    }

    mutating func equal<Value: Equatable>(_ actual: Value, _ expected: Value) {
        check(actual == expected, "\(actual) in place of \(expected)")
    }

    /// The attributes of a signal: those it requires, and all that it has.
    mutating func attributes(_ list: AttributeUsageList, required: [String], all: [String]) {
        equal(Set(list.names(through: .required)), Set(required))
        equal(Set(list.names()), Set(all))
    }

    private mutating func check(_ isRight: Bool, _ message: String) {
        count += 1
        if !isRight { failures.append(message) }
    }
}

/// Checks each module, and prints a line for it.
///
/// - Returns: whether everything is as it has to be.
func areRight(_ modules: [any ModuleChecks.Type]) -> Bool {
    var isRight = true
    for module in modules {
        var checks = Checks()
        module.run(&checks)
        for failure in checks.failures { print("\(module.module): wrong: \(failure)") }
        print("\(module.module): \(checks.count - checks.failures.count) passed, \(checks.failures.count) failed")
        isRight = isRight && checks.failures.isEmpty
    }
    return isRight
}
