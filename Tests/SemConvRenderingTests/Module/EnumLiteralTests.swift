import SemConvDefinitions
import Testing

@testable import SemConvRendering

@Suite("Values of enumerations as source")
struct EnumLiteralTests {
    @Test(
        "each kind of value is written so that it compiles",
        arguments: [
            (EnumMember.Value.string("a\"b"), AttributeType.Primitive.string, #""a\"b""#),
            (.int(-32_700), .int, "-32700"),
            (.double(0.5), .double, "0.5"),
            (.double(2), .double, "2.0"),
            // Swift has no literal for these.
            (.double(.nan), .double, ".init(.nan)"),
            (.double(.infinity), .double, ".init(.infinity)"),
            (.double(-.infinity), .double, ".init(-.infinity)"),
            (.boolean(true), .boolean, "true"),
            // Where the values differ in type, all are texts.
            (.int(3), .string, #""3""#),
            (.boolean(false), .string, #""false""#),
        ]
    )
    func literals(value: EnumMember.Value, type: AttributeType.Primitive, expected: String) {
        #expect(SwiftType.literal(value, as: type) == expected)
    }
}
