import SemConvDefinitions
import Testing

@testable import SemConvDriver
@testable import SemConvRegistry

@Suite("Counting a registry")
struct RegistryStatisticsTests {
    private let statistics = RegistryStatistics(Sample.registry)

    @Test("the sentence names what there is, and nothing else")
    func sentence() {
        #expect(
            statistics.sentence == "4 attributes, 2 enum members, 2 metrics, 1 metric refinement, 2 spans, "
                + "1 span refinement, 1 event, 1 entity, 1 attribute group, 1 other group"
        )
        #expect(RegistryStatistics(Registry()).sentence == "nothing is defined")
    }

    @Test("the table has a column for each stability that occurs")
    func table() {
        #expect(
            statistics.text(title: "model") == """
                model (https://example.com/schemas/1.0.0)

                                    total  stable  release_candidate  development  none  deprecated
                attributes              4       1                  1            1     1           2
                enum members            2       1                  0            0     1           1
                metrics                 2       2                  0            0     0           0
                metric refinements      1       0                  0            0     1           0
                spans                   2       1                  0            0     1           0
                span refinements        1       0                  0            0     1           0
                events                  1       0                  0            0     1           1
                entities                1       0                  0            0     1           0
                attribute groups        1       0                  0            0     1           0
                other groups            1       0                  0            0     1           0

                attribute types
                  enum                1
                  int                 1
                  string              1
                  template[string[]]  1

                root namespaces of attributes
                  http  4

                instruments of metrics
                  histogram  2

                kinds of spans
                  server  2
                  none    1

                """
        )
    }

    @Test("programs get every kind, with the stabilities that occur")
    func value() {
        let value = statistics.value
        #expect(value["schema_url"] == .string("https://example.com/schemas/1.0.0"))
        #expect(
            value["attributes"]
                == .map([
                    .init(key: "total", value: .int(4)),
                    .init(key: "deprecated", value: .int(2)),
                    .init(
                        key: "stability",
                        value: .map([
                            .init(key: "stable", value: .int(1)),
                            .init(key: "release_candidate", value: .int(1)),
                            .init(key: "development", value: .int(1)),
                            .init(key: "none", value: .int(1)),
                        ])
                    ),
                ])
        )
        #expect(value["instruments"] == .map([.init(key: "histogram", value: .int(2))]))
        #expect(RegistryStatistics(Registry()).value["events"]?["total"] == .int(0))
    }
}
