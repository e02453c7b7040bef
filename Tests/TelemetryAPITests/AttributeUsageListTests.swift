import TelemetryAPI
import Testing

@Suite("Lists of attribute uses")
struct AttributeUsageListTests {
    private static let text: AttributeUsageList = """
        required http.request.method
        conditionallyRequired error.type
        recommended,sampling server.address
        optIn,descriptive name with blanks
        required,identifying,sampling x
        """

    @Test("text and values say the same")
    func text() {
        let values: AttributeUsageList = [
            .init("http.request.method", .required),
            .init("error.type", .conditionallyRequired),
            .init("server.address", .recommended, isSamplingRelevant: true),
            .init("name with blanks", .optIn, role: .descriptive),
            .init("x", .required, role: .identifying, isSamplingRelevant: true),
        ]
        #expect(Array(Self.text) == Array(values))
        #expect(Self.text == values)
        #expect(Self.text.hashValue == values.hashValue)
        #expect(AttributeUsageList(Array(values)) == values)
    }

    @Test("names by level", arguments: zip(AttributeRequirementLevel.allCases, [2, 3, 4, 5]))
    func names(level: AttributeRequirementLevel, count: Int) {
        #expect(Self.text.names(through: level).count == count)
        #expect(Self.text.names(through: level).first == "http.request.method")
    }

    @Test("a use is found by its name")
    func lookup() {
        #expect(Self.text["error.type"]?.level == .conditionallyRequired)
        #expect(Self.text["error"] == nil)
    }

    @Test("an empty list has nothing", arguments: ["", "\n", "\n\n"])
    func empty(text: String) {
        #expect(AttributeUsageList(stringLiteral: text).isEmpty)
        #expect(!Self.text.isEmpty)
        #expect(AttributeUsageList(stringLiteral: text) == [])
    }

    @Test(
        "a line that is not well formed still means something",
        arguments: [
            ("name", ""), ("required", ""), ("unknown x", "x"), (" x", "x"), ("required,,odd x", "x"),
            ("required  x", " x"),
        ]
    )
    func oddLines(line: String, name: String) {
        #expect(AttributeUsageList(stringLiteral: line).map(\.name) == [name])
    }

    @Test("levels are ordered from the strongest to the weakest")
    func levels() {
        #expect(AttributeRequirementLevel.allCases == AttributeRequirementLevel.allCases.sorted())
        #expect(AttributeRequirementLevel.required < .optIn)
    }
}
