import SemanticConventions
import TelemetryAPI
import Testing

@Suite("Conventions that may still change, as a user gets them with the trait")
struct UnstableConventionsTests {
    @Test("an unstable attribute has its name and the type of its values")
    func attribute() {
        let key: AttributeKey<UserAgentSyntheticType> = Attributes.UserAgent.Synthetic.type
        #expect(key.name == "user_agent.synthetic.type")
    }

    @Test(
        "an unstable enumeration has its values",
        arguments: [
            (ServiceCriticality.critical, "critical"), (.high, "high"), (.medium, "medium"), (.low, "low"),
            (.custom("unknown"), "unknown"),
        ]
    )
    func values(value: ServiceCriticality, expected: String) {
        #expect(value.rawValue == expected)
    }

    @Test("what is stable is there as well")
    func stable() {
        #expect(Attributes.HTTP.Request.method.name == "http.request.method")
        #expect(HTTPRequestMethod.get.rawValue == "GET")
        #expect(ViewPresets.HTTP.serverRequestDuration.instrumentName == "http.server.request.duration")
    }
}
