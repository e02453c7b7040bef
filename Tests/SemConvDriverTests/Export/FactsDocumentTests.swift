import Foundation
import SemConvDefinitions
import Testing

@testable import SemConvDriver
@testable import SemConvRegistry

@Suite("The facts of a registry")
struct FactsDocumentTests {
    @Test("every kind has its facts, and what there is nothing to say of is left out")
    func everyKind() {
        let text = String(decoding: FactsDocument(Sample.registry).bytes, as: UTF8.self)
        #expect(text == Self.expected)
    }

    @Test("a registry without anything has every section, empty")
    func empty() throws {
        let bytes = FactsDocument(Registry()).bytes
        let sections = [
            "attribute_groups", "attributes", "entities", "events", "metric_refinements", "metrics", "other_groups",
            "spans",
        ]
        let lines = sections.map { "    \"\($0)\": {}" }
        #expect(String(decoding: bytes, as: UTF8.self) == "{\n" + lines.joined(separator: ",\n") + "\n}\n")
    }

    @Test("an attribute that is defined twice says so")
    func repeatedDefinition() {
        let twice = [
            Sample.attribute("a", .primitive(.int), stability: .stable), Sample.attribute("a", .primitive(.string)),
            Sample.attribute("b", .any),
        ]
        let attributes = FactsDocument(Registry(attributes: twice)).value["attributes"]
        #expect(attributes?["a"]?["definitions"] == .int(2))
        #expect(attributes?["a"]?["type"] == .string("int"))
        #expect(attributes?["b"]?["definitions"] == nil)
    }

    @Test(
        "the values of an enumeration keep their type",
        arguments: [
            (EnumMember.Value.int(-1), FreeValue.int(-1)),
            (.double(0.5), .double(0.5)),
            (.boolean(true), .bool(true)),
            (.string("1"), .string("1")),
        ]
    )
    func memberValue(value: EnumMember.Value, expected: FreeValue) {
        let type = AttributeType.enumeration(Enumeration(members: [EnumMember(id: "m", value: value)]))
        let attributes = FactsDocument(Registry(attributes: [Sample.attribute("a", type)])).value["attributes"]
        #expect(attributes?["a"]?["members"] == .list([.list([.string("m"), expected])]))
    }

    @Test(
        "the bytes are those that Python's tool makes of them",
        .enabled(if: Tool.path("python3") != nil, "there is no python3")
    )
    func sameAsPython() throws {
        let temporary = try TemporaryFolder()
        let text = String(decoding: FactsDocument(Sample.registry).bytes, as: UTF8.self)
        try temporary.write(text, to: "facts.json")
        let arguments = ["-m", "json.tool", "--sort-keys", temporary["facts.json"], temporary["sorted.json"]]
        #expect(Tool.run("python3", arguments) == 0)
        #expect(temporary.text("sorted.json") == text)
    }

    /// Written by hand from the description of the form.
    private static let expected = """
        {
            "attribute_groups": {
                "registry.http": {
                    "attributes": {
                        "http.request.method": "recommended"
                    },
                    "stability": null
                }
            },
            "attributes": {
                "http.method": {
                    "deprecated": {
                        "reason": "renamed",
                        "renamed_to": "http.request.method"
                    },
                    "examples": false,
                    "stability": null,
                    "type": "string"
                },
                "http.request.header": {
                    "deprecated": {
                        "reason": "unspecified"
                    },
                    "examples": true,
                    "stability": "development",
                    "type": "template[string[]]"
                },
                "http.request.method": {
                    "deprecated_members": {
                        "old": "obsoleted"
                    },
                    "examples": false,
                    "members": [
                        [
                            "get",
                            "GET"
                        ],
                        [
                            "old",
                            "OLD"
                        ]
                    ],
                    "stability": "stable",
                    "type": "enum"
                },
                "http.response.status_code": {
                    "examples": true,
                    "stability": "release_candidate",
                    "type": "int"
                }
            },
            "entities": {
                "entity.service": {
                    "attributes": {
                        "http.method": "required",
                        "http.response.status_code": "opt_in"
                    },
                    "name": "service",
                    "roles": {
                        "http.method": "identifying"
                    },
                    "stability": null
                }
            },
            "events": {
                "event.exception": {
                    "attributes": {},
                    "body": "map",
                    "deprecated": {
                        "reason": "uncategorized"
                    },
                    "name": "exception",
                    "stability": null
                }
            },
            "metric_refinements": {
                "refined": {
                    "attributes": {
                        "http.response.status_code": "opt_in"
                    },
                    "instrument": "histogram",
                    "metric": "http.duration",
                    "stability": null,
                    "unit": "s"
                }
            },
            "metrics": {
                "http.duration": {
                    "attributes": {
                        "http.request.method": "required",
                        "http.response.status_code": "recommended"
                    },
                    "instrument": "histogram",
                    "stability": "stable",
                    "unit": "s"
                },
                "http.duration#metric.http.duration.other": {
                    "attributes": {},
                    "id": "metric.http.duration.other",
                    "instrument": "histogram",
                    "stability": "stable",
                    "unit": "s"
                }
            },
            "other_groups": {
                "scope": {
                    "attributes": {},
                    "stability": null,
                    "type": "scope"
                }
            },
            "spans": {
                "span.http.server": {
                    "attributes": {
                        "http.request.method": "conditionally_required"
                    },
                    "kind": "server",
                    "stability": "stable"
                },
                "span.plain": {
                    "attributes": {},
                    "kind": null,
                    "stability": null
                },
                "span.refined": {
                    "attributes": {},
                    "kind": "server",
                    "stability": null
                }
            }
        }

        """
}
