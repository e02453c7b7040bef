import SemConvYAML
import Testing

@Suite("The core schema of YAML 1.2.2, section 10.3.2") struct CoreSchemaTests {
    @Test("a plain scalar has the type that the core schema gives it", arguments: plain)
    func plainScalar(text: String, expected: YAMLScalar) throws {
        let root = try #require(parse("key: \(text)\n").root)
        let node = try #require(root["key"])
        #expect(node.scalar == expected)
        #expect(node.string == text)
        #expect(node.isPlain)
        #expect(node.isNull == (expected == .null))
    }

    static let plain: [(String, YAMLScalar)] = [
        ("", .null), ("~", .null), ("null", .null), ("Null", .null), ("NULL", .null),
        ("nULL", .string("nULL")), ("nul", .string("nul")), ("~~", .string("~~")), ("none", .string("none")),
        ("true", .bool(true)), ("True", .bool(true)), ("TRUE", .bool(true)), ("tRUE", .string("tRUE")),
        ("false", .bool(false)), ("False", .bool(false)), ("FALSE", .bool(false)), ("fALSE", .string("fALSE")),
        // YAML 1.1 alone.
        ("yes", .string("yes")), ("no", .string("no")), ("on", .string("on")), ("off", .string("off")),
        ("y", .string("y")), ("n", .string("n")), ("1_000", .string("1_000")), ("0b101", .string("0b101")),
        ("190:20:30", .string("190:20:30")), ("2024-01-01", .string("2024-01-01")), ("=", .string("=")),
        // Integers.
        ("0", .int(0)), ("7", .int(7)), ("-7", .int(-7)), ("+7", .int(7)), ("-0", .int(0)), ("007", .int(7)),
        ("0777", .int(777)), ("0089", .int(89)),
        ("9223372036854775807", .int(.max)), ("-9223372036854775808", .int(.min)),
        ("9223372036854775808", .double(0x1p63)),
        ("-9223372036854775809", .double(-0x1p63)),
        ("99999999999999999999", .double(1e20)),
        ("0o17", .int(15)), ("0o0", .int(0)), ("0o8", .string("0o8")), ("0o", .string("0o")), ("0O7", .string("0O7")),
        ("-0o17", .string("-0o17")),
        ("0x1F", .int(31)), ("0xff", .int(255)), ("0xAbCdEf", .int(11_259_375)), ("0x", .string("0x")),
        ("0xG", .string("0xG")), ("0X1F", .string("0X1F")), ("+0x1F", .string("+0x1F")),
        ("0x7FFFFFFFFFFFFFFF", .int(.max)), ("0x8000000000000000", .double(0x1p63)),
        ("0xFFFFFFFFFFFFFFFFFFFF", .double(0x1p80)), ("0x10000000000000000", .double(0x1p64)),
        // 2^68 + 2^16: the double next to 2^68.
        ("0x100000000000010000", .double(0x1.0000000000001p68)),
        // Half way between two doubles goes to the even one; one digit more, far behind, decides upwards.
        ("0x80000000000004000000", .double(0x1p79)), ("0x80000000000004000001", .double(0x1.0000000000001p79)),
        ("0o1000000000000000000000", .double(0x1p63)), ("0o777777777777777777777", .int(.max)),
        // Floating-point numbers.
        ("1.5", .double(1.5)), ("-1.5", .double(-1.5)), ("+1.5", .double(1.5)), ("1.", .double(1)), ("0.", .double(0)),
        (".5", .double(0.5)), ("-.5", .double(-0.5)), ("1e3", .double(1000)), ("1E3", .double(1000)),
        ("1e+3", .double(1000)), ("1.5e-3", .double(0.0015)), ("1.e2", .double(100)), (".5e1", .double(5)),
        ("0.1", .double(0.1)), ("1e400", .double(.infinity)), ("007.5", .double(7.5)),
        (".inf", .double(.infinity)), (".Inf", .double(.infinity)), (".INF", .double(.infinity)),
        ("+.inf", .double(.infinity)), ("-.inf", .double(-.infinity)), ("-.INF", .double(-.infinity)),
        ("inf", .string("inf")), (".iNF", .string(".iNF")), ("Infinity", .string("Infinity")), ("nan", .string("nan")),
        ("+.nan", .string("+.nan")),
        (".", .string(".")), ("+", .string("+")), ("-.", .string("-.")), ("..", .string("..")),
        ("e3", .string("e3")), (".e3", .string(".e3")), ("1e", .string("1e")), ("1e+", .string("1e+")),
        ("1.2.3", .string("1.2.3")), ("1.5 ms", .string("1.5 ms")), ("1,5", .string("1,5")), ("--1", .string("--1")),
        ("1 2", .string("1 2")), ("1.0f", .string("1.0f")), ("0x1p3", .string("0x1p3")),
    ]

    @Test("every spelling of not-a-number is one", arguments: [".nan", ".NaN", ".NAN"])
    func notANumber(text: String) throws {
        let node = try #require(parse("key: \(text)\n").root?["key"])
        guard case .double(let number) = node.scalar else {
            Issue.record("\(node.scalar)")
            return
        }
        #expect(number.isNaN)
    }

    @Test(
        "a quoted or block scalar is a string",
        arguments: ["'1'", "\"true\"", "''", "\"~\"", "|\n  1", ">\n  null", "|-\n  0x1F"]
    )
    func quotedScalar(text: String) throws {
        let node = try #require(parse("key: \(text)\n").root?["key"])
        guard case .string = node.scalar else {
            Issue.record("\(node.scalar)")
            return
        }
        #expect(!node.isPlain)
        #expect(!node.isNull)
    }

    @Test(
        "a core tag decides before the style does",
        arguments: [
            ("!!str 1", .string("1")), ("!!str", .string("")), ("!!str true", .string("true")),
            ("!!int '1'", .int(1)), ("!!int \"0x1F\"", .int(31)), ("!!float 3", .double(3)),
            ("!!float '2.5'", .double(2.5)),
            ("!!bool 'true'", .bool(true)), ("!!null ''", .null), ("!!null", .null),
            ("!<tag:yaml.org,2002:str> 1", .string("1")), ("! '1'", .string("1")),
            ("!!int 99999999999999999999", .double(1e20)),
        ] as [(String, YAMLScalar)]
    )
    func taggedScalar(text: String, expected: YAMLScalar) throws {
        let parsed = parse("key: \(text)\n")
        #expect(parsed.diagnostics.isEmpty)
        #expect(parsed.root?["key"]?.scalar == expected)
    }

    @Test("a tag names another prefix by a directive")
    func tagDirective() throws {
        let parsed = parse("%TAG !y! tag:yaml.org,2002:\n---\nkey: !y!str 1\n")
        #expect(parsed.diagnostics.isEmpty)
        #expect(parsed.root?["key"]?.scalar == .string("1"))
    }

    @Test("a collection has no scalar value", arguments: ["[1]", "{a: 1}", "[]"])
    func collection(text: String) throws {
        let node = try #require(parse("key: \(text)\n").root?["key"])
        #expect(node.scalar == .null)
        #expect(!node.isNull)
        #expect(!node.isPlain)
        #expect(node.string.isEmpty)
        #expect(!node.matches(""))
    }
}
