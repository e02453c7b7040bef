import TelemetryAPI
import Testing

@Suite("Attribute values")
struct AttributeValueTests {
    @Test("literals make values")
    func literals() {
        let value: AttributeValue = ["text", 1, 2.5, true, ["nested": ["deep": 1]]]
        let expected = AttributeValue.array([
            .string("text"), .int(1), .double(2.5), .bool(true),
            .map(AttributeMap([("nested", .map(AttributeMap([("deep", .int(1))])))])),
        ])
        #expect(value == expected)
        let name = "x"
        #expect("interpolated \(name)" as AttributeValue == .string("interpolated x"))
    }

    @Test(
        "values that mean the same on the wire are equal, and hash alike",
        arguments: [
            (AttributeValue.stringArray(["a", "b"]), AttributeValue.array([.string("a"), .string("b")])),
            (.intArray([1]), .array([.int(1)])),
            (.boolArray([]), .doubleArray([])),
            (.double(0.0), .double(-0.0)),
            (.double(.nan), .double(-.nan)),
            (.doubleArray([.nan]), .array([.double(.nan)])),
            (.map(["a": 1, "b": 2]), .map(["b": 2, "a": 1])),
            (.bytes([1, 2]), .bytes([1, 2])),
            (.empty, .empty),
        ]
    )
    func equal(left: AttributeValue, right: AttributeValue) {
        #expect(left == right)
        #expect(left.hashValue == right.hashValue)
    }

    @Test(
        "values that do not are not",
        arguments: [
            (AttributeValue.int(1), AttributeValue.double(1)),
            (.string("1"), .int(1)),
            (.string(""), .empty),
            (.bool(false), .int(0)),
            (.intArray([1, 2]), .intArray([2, 1])),
            (.intArray([1]), .intArray([1, 1])),
            (.intArray([1]), .doubleArray([1])),
            (.bytes([]), .array([])),
            (.map([:]), .array([])),
            (.map(["a": 1]), .map(["a": 2])),
            (.map(["a": 1]), .map(["a": 1, "b": 1])),
            (.string("caf\u{E9}"), .string("caf\u{65}\u{301}")),
            (.double(.infinity), .double(-.infinity)),
        ]
    )
    func different(left: AttributeValue, right: AttributeValue) {
        #expect(left != right)
        #expect(right != left)
    }

    @Test("a map keeps the order of its entries; a name set again keeps its place")
    func map() {
        var map: AttributeMap = ["b": 1, "a": 2, "b": 3]
        #expect(map.map(\.key) == ["b", "a"])
        #expect(map["b"] == 3)
        map["c"] = .empty
        map["b"] = 4
        #expect(map.map(\.key) == ["b", "a", "c"])
        #expect(map.map(\.value) == [4, 2, .empty])
        map["a"] = nil
        map["x"] = nil
        #expect(map.map(\.key) == ["b", "c"])
        #expect(map["a"] == nil)
        #expect(AttributeMap().isEmpty)
    }

    @Test("names in a map compare byte for byte")
    func mapBytes() {
        let map: AttributeMap = ["caf\u{E9}": 1, "caf\u{65}\u{301}": 2]
        #expect(map.count == 2)
        #expect(map["caf\u{65}\u{301}"] == 2)
    }

    @Test("a map of many entries is made in good time")
    func largeMap() {
        let map = AttributeMap((0..<100_000).map { ("key\($0 % 50_000)", .int($0)) })
        #expect(map.count == 50_000)
        #expect(map.first == AttributeMap.Entry(key: "key0", value: 50_000))
    }
}

@Suite("Conversion to and from attribute values")
struct AttributeValueConvertibleTests {
    private func roundTrips<Value: AttributeValueConvertible & Equatable>(_ value: Value, _ expected: AttributeValue) {
        #expect(value.attributeValue == expected)
        #expect(Value(attributeValue: expected) == value)
        #expect(Value(attributeValue: .empty) == nil || Value.self == AttributeValue.self)
    }

    @Test("each type of the conventions there and back")
    func roundTrip() {
        roundTrips("x", .string("x"))
        roundTrips(true, .bool(true))
        roundTrips(-7, .int(-7))
        roundTrips(2.5, .double(2.5))
        roundTrips(["a", ""], .stringArray(["a", ""]))
        roundTrips([1, 2], .intArray([1, 2]))
        roundTrips([true], .boolArray([true]))
        roundTrips([0.5], .doubleArray([0.5]))
        roundTrips([UInt8](), .bytes([]))
        roundTrips(AttributeValue.map(["a": 1]), .map(["a": 1]))
    }

    @Test("a list of mixed form is read where all elements fit, and no other type is forced")
    func lists() {
        #expect([String](attributeValue: ["a", "b"]) == ["a", "b"])
        #expect([Int](attributeValue: [1, 2]) == [1, 2])
        #expect([Int](attributeValue: [1, 2.5]) == nil)
        #expect([UInt8](attributeValue: [1]) == nil)
        #expect(Int(attributeValue: 1.0) == nil)
        #expect(String(attributeValue: 1) == nil)
    }
}
