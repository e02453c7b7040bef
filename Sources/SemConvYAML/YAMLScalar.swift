/// A value of YAML's core schema (YAML 1.2.2, section 10.3.2). A quoted or block scalar is always a string.
package enum YAMLScalar: Hashable, Sendable {
    case null
    case bool(Bool)
    case int(Int)
    /// Also an integer too large for 64 bits.
    case double(Double)
    case string(String)
}
