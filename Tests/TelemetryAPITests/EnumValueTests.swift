import TelemetryAPI
import Testing

private enum MethodTag {}
private typealias Method = EnumValue<MethodTag, String>
extension EnumValue where Tag == MethodTag, RawValue == String {
    fileprivate static var get: Self { "GET" }
    fileprivate static var none_: Self { "none" }
}

private enum CodeTag {}
private typealias Code = EnumValue<CodeTag, Int>
extension EnumValue where Tag == CodeTag, RawValue == Int {
    fileprivate static var ok: Self { 0 }
    fileprivate static var low: Self { -1 }
}

private typealias Ratio = EnumValue<CodeTag, Double>
private typealias Switch = EnumValue<CodeTag, Bool>

@Suite("Values of enumerations")
struct EnumValueTests {
    @Test("known, custom and literal values are of one type")
    func values() {
        #expect(Method.get == "GET")
        #expect(Method.custom("PROPFIND").rawValue == "PROPFIND")
        #expect(Method(rawValue: "GET") == .get)
        #expect(Code.ok == 0)
        #expect(Code.low == -1)
        #expect(Code.custom(17) == 17)
        #expect(Ratio.custom(0.5) == 0.5)
        #expect(Switch.custom(true) == true)
    }

    @Test("a value is recorded as its raw value, and read back")
    func attributeValue() {
        #expect(Method.get.attributeValue == .string("GET"))
        #expect(Code.ok.attributeValue == .int(0))
        #expect(Ratio(0.5).attributeValue == .double(0.5))
        #expect(Switch(false).attributeValue == .bool(false))
        #expect(Code(attributeValue: .int(5)) == 5)
        #expect(Code(attributeValue: .string("5")) == nil)
    }

    @Test("a value tells what is on the wire")
    func description() {
        #expect("\(Method.get) \(Code.ok)" == "GET 0")
    }

    @Test("values can be matched, hashed and optional")
    func matching() {
        switch Method(rawValue: "GET") {
        case .get: break
        default: Issue.record("a known value must match")
        }
        #expect(Set([Method.get, "GET", "POST"]).count == 2)
        let optional: Method? = .none_
        #expect(optional == "none")
        let absent: Method? = .none
        #expect(absent == nil)
    }

    @Test("texts compare byte for byte")
    func bytes() {
        #expect(Method("caf\u{E9}") != Method("caf\u{65}\u{301}"))
    }
}
