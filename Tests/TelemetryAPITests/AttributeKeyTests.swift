import TelemetryAPI
import Testing

@Suite("Attribute keys")
struct AttributeKeyTests {
    @Test("names compare byte for byte")
    func bytes() {
        #expect(AttributeKey<Int>("a.b") == AttributeKey("a.b"))
        #expect(AttributeKey<Int>("a.b") != AttributeKey("a.B"))
        // Canonically equivalent, and not the same name.
        #expect("caf\u{E9}" == "caf\u{65}\u{301}")
        #expect(AttributeKey<Int>("caf\u{E9}") != AttributeKey("caf\u{65}\u{301}"))
        #expect(Set([AttributeKey<Int>("caf\u{E9}"), AttributeKey("caf\u{65}\u{301}")]).count == 2)
    }

    @Test("a key tells its name")
    func description() {
        #expect("\(AttributeKey<String>("http.route"))" == "http.route")
    }

    @Test(
        "a template takes a key as given",
        arguments: [
            ("process.environment_variable", "USER", "process.environment_variable.USER"),
            (
                "k8s.pod.annotation", "kubernetes.io/enforce-mountable-secrets",
                "k8s.pod.annotation.kubernetes.io/enforce-mountable-secrets"
            ),
            ("k8s.pod.label", "", "k8s.pod.label."),
        ]
    )
    func asGiven(prefix: String, key: String, expected: String) {
        let template = AttributeKeyTemplate<String>(prefix)
        #expect(template(key) == AttributeKey<String>(expected))
        #expect(template.keyCasing == .asGiven)
    }

    @Test(
        "a template for headers takes them in lower case, and nothing but that",
        arguments: [
            ("Content-Type", "content-type"), ("content-type", "content-type"), ("X_FOO", "x_foo"),
            ("\u{212A}\u{130}ÄZ", "\u{212A}\u{130}Äz"), ("", ""),
        ]
    )
    func lowercased(key: String, expected: String) {
        let template = AttributeKeyTemplate<[String]>("http.request.header", .lowercased)
        #expect(template(key) == AttributeKey<[String]>("http.request.header." + expected))
        #expect("\(template)" == "http.request.header.<key>")
    }

    @Test("templates differ by prefix and by rule")
    func templateEquality() {
        let template = AttributeKeyTemplate<String>("a")
        #expect(template == AttributeKeyTemplate("a"))
        #expect(template != AttributeKeyTemplate("a", .lowercased))
        #expect(Set([template, AttributeKeyTemplate("b"), AttributeKeyTemplate("a", .lowercased)]).count == 3)
    }
}
