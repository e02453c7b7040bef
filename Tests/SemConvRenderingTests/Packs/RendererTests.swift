import SemConvDefinitions
import SemConvDiagnostics
import Testing

@testable import SemConvRendering

@Suite("Rendering packs")
struct RendererTests {
    private static let registry = """
        groups:
          - id: registry.shop
            type: attribute_group
            brief: Shop.
            attributes:
              - {id: shop.order.id, type: string, stability: stable, brief: The order., examples: [a]}
              - {id: shop.total, type: double, stability: development, brief: The sum.}
              - {id: cart.size, type: int, stability: stable, brief: The size.}
              - {id: state, type: string, stability: stable, brief: The state., examples: [a]}
          - id: registry.hidden
            type: attribute_group
            brief: Hidden.
            attributes:
              - id: shop.hidden
                type: string
                stability: stable
                brief: Hidden.
                examples: [a]
                annotations: {code_generation: {exclude: true}}
              - id: shop.former
                type: string
                stability: stable
                brief: Former.
                examples: [a]
                deprecated: {reason: obsoleted}
          - id: metric.shop.orders
            type: metric
            metric_name: shop.orders
            brief: Orders.
            instrument: counter
            unit: "{order}"
            stability: stable
            attributes:
              - {ref: shop.total, requirement_level: required}
              - {ref: cart.size, requirement_level: {conditionally_required: If there is one.}}
        """

    /// Renders one template over one query; the texts by path.
    private func render(
        _ template: String,
        query: String = "semconv_grouped_attributes",
        entry: String = "application_mode: single",
        options: (inout RenderOptions) -> Void = { _ in }
    ) throws -> Rendering {
        Rendering(
            try SampleRegistry.load(Self.registry),
            pack: [
                "pack.yaml": "params: {who: pack}\ntemplates:\n  - {template: out.txt.j2, query: '\(query)', \(entry)}",
                "out.txt.j2": template,
            ],
            options
        )
    }

    @Test(
        "queries answer as those of the reference tool do",
        arguments: [
            (
                "semconv_grouped_attributes",
                "{% for g in ctx %}{{ g.root_namespace }}:{{ g.attributes | map(attribute='name') | join(',') }};{% endfor %}",
                "cart:cart.size;other:state;shop:shop.former,shop.order.id,shop.total;"
            ),
            ("semconv_attributes", "{{ ctx | length }}", "5"),
            (
                #"semconv_attributes({"ignore_code_generation_annotations": true})"#,
                "{{ ctx | map(attribute='name') | join(',') }}",
                "cart.size,shop.former,shop.hidden,shop.order.id,shop.total,state"
            ),
            (
                #"semconv_attributes({"stable_only": true, "exclude_deprecated": true})"#,
                "{{ ctx | map(attribute='name') | join(',') }}", "cart.size,shop.order.id,state"
            ),
            (
                #"semconv_attributes({"exclude_stability": ["stable"]})"#,
                "{{ ctx | map(attribute='name') | join(',') }}",
                "shop.total"
            ),
            (
                #"semconv_attributes({"exclude_stability": ["experimental"], "exclude_root_namespace": ["shop"]})"#,
                "{{ ctx | map(attribute='name') | join(',') }}", "cart.size,state"
            ),
            (
                "semconv_metrics",
                "{{ ctx[0].metric_name }} {{ ctx[0].unit }} {{ ctx[0].attributes | map(attribute='name') | join(',') }}",
                "shop.orders {order} cart.size,shop.total"
            ),
            (
                #"semconv_grouped_metrics({"stable_only": true})"#,
                "{{ ctx[0].root_namespace }} {{ ctx[0].metrics[0].attributes | map(attribute='name') | join(',') }}",
                "shop cart.size"
            ),
            (".", "{{ ctx.attributes | length }} {{ ctx.metrics | length }} {{ ctx.schema_url is none }}", "6 1 true"),
        ]
    )
    func queries(query: String, template: String, expected: String) throws {
        let rendering = try render(template, query: query)
        #expect(rendering.diagnostics.isEmpty)
        #expect(rendering.files["out.txt"] == expected)
    }

    @Test("requirement levels have the form of a registry, and a plain one beside it")
    func requirementLevels() throws {
        let rendering = try render(
            """
            {% for a in ctx[0].attributes %}{{ a.requirement_level }} {{ a.requirement_level_kind }} \
            {{ a.requirement_level_text }};{% endfor %}
            """,
            query: "semconv_metrics"
        )
        #expect(
            rendering.files["out.txt"]
                == #"{"conditionally_required": "If there is one."} conditionally_required If there is one.;"#
                + "required required ;"
        )
    }

    @Test("with 'each' every element gives a file of its own")
    func each() throws {
        let rendering = try render(
            "{{ ctx.attributes | length }}",
            entry: #"application_mode: each, file_name: "a/{{ ctx.root_namespace | upper }}.txt""#
        )
        #expect(rendering.paths == ["a/CART.txt", "a/OTHER.txt", "a/SHOP.txt"])
        #expect(rendering.files["a/SHOP.txt"] == "3")
    }

    @Test("a template may name its file itself")
    func setFileName() throws {
        let rendering = try render(
            "{{ template.set_file_name(ctx.root_namespace ~ '.md') }}x",
            entry: "application_mode: each"
        )
        #expect(rendering.paths == ["cart.md", "other.md", "shop.md"])
    }

    @Test("parameters of the run come before those of the entry, and those before the pack's")
    func parameters() throws {
        #expect(try render("{{ params.who }}").files["out.txt"] == "pack")
        #expect(try render("{{ params.who }}", entry: "params: {who: entry}").files["out.txt"] == "entry")
        let rendering = try render("{{ params.who }}", entry: "params: {who: entry}") {
            $0.parameters = [FreeValue.Entry(key: "who", value: .string("run"))]
        }
        #expect(rendering.files["out.txt"] == "run")
    }

    @Test(
        "an entry whose condition does not hold is left out",
        arguments: [("params.who == 'pack'", 1), ("$params.who == 'other'", 0), ("ctx.metrics | length > 0", 1)]
    )
    func condition(expression: String, count: Int) throws {
        #expect(try render("x", entry: "when: \"\(expression)\"").paths.count == count)
    }

    @Test("an empty answer renders nothing")
    func emptyAnswer() throws {
        #expect(try render("x", query: "semconv_events").paths.isEmpty)
    }

    @Test("the options of the run hold for every query")
    func options() throws {
        let rendering = try render("{{ ctx | map(attribute='name') | join(',') }}", query: "semconv_attributes") {
            $0.stability = .settled
            $0.namespaces = NamespaceSelection(include: ["shop", "cart"], exclude: ["shop.former"])
        }
        #expect(rendering.files["out.txt"] == "cart.size,shop.order.id")
    }

    @Test("a definition knows its Swift declaration, and the other way round")
    func swiftNames() throws {
        let rendering = try render(
            "{{ ctx[0].swift.full_name }} {{ ctx[0].swift.type }} {% for a in ctx %}{{ a.swift is none }},{% endfor %}",
            query: #"semconv_attributes({"ignore_code_generation_annotations": true})"#
        ) { $0.stability = StabilitySelection(levels: Stability.allCases) }
        #expect(
            rendering.files["out.txt"]
                == "Attributes.Cart.size AttributeKey<Int> false,false,true,false,false,false,"
        )
    }

    @Test("fields whose names are computed are there too")
    func computedFields() throws {
        let rendering = try render("{{ ctx[0]['na' ~ 'me'] }} {{ ctx[0]['br' ~ 'ief'] }}", query: "semconv_attributes")
        #expect(rendering.files["out.txt"] == "cart.size The size.")
    }

    @Test(
        "what goes wrong is reported with its place",
        arguments: [
            (
                "{{ ctx.nmae }}", "application_mode: each, file_name: 'a{{ ctx.root_namespace }}'", "out.txt.j2:1:8",
                "template-undefined"
            ),
            ("{{ 1 | camel_case }}", "application_mode: single", "out.txt.j2:1:8", "template-type"),
            ("x", "application_mode: each", "pack.yaml:3:16", "duplicate-output-path"),
            ("x", "file_name: ../x", "pack.yaml:3:75", "invalid-output-path"),
            ("x", "file_name: '{{ ctx.x }}'", "pack.yaml:3:83", "template-undefined"),
            ("x", "file_name: '{{ 1 + }}'", "pack.yaml:3:83", "template-syntax"),
            ("x", "when: params.x.y", "pack.yaml:3:77", "template-undefined"),
            ("{{ template.set_file_name('/x') }}", "application_mode: single", "pack.yaml:3:16", "invalid-output-path"),
        ]
    )
    func mistakes(template: String, entry: String, place: String, rule: String) throws {
        let rendering = try render(template, entry: entry)
        let first = try #require(rendering.diagnostics.first)
        #expect(first.rule.rawValue == rule, "\(first.message)")
        #expect(
            first.location.map { "\($0.file):\($0.line)" }
                == place.split(separator: ":").prefix(2).joined(separator: ":")
        )
        #expect(rendering.files.isEmpty)
    }

    @Test("an unknown template is named, with the nearest one")
    func unknownTemplate() throws {
        let rendering = Rendering(
            try SampleRegistry.load(Self.registry),
            pack: ["pack.yaml": "templates: [{template: atributes.j2}]", "attributes.j2": "x"]
        )
        #expect(rendering.diagnostics.first?.rule == .unknownTemplate)
        #expect(rendering.diagnostics.first?.help == "did you mean 'attributes.j2'?")
    }

    @Test("an unknown field is named, with the nearest one that the object has")
    func unknownField() throws {
        let rendering = try render("{{ ctx[0].stabilty }}", query: "semconv_attributes")
        #expect(rendering.diagnostics.first?.help?.contains("'stability'") == true, "\(rendering.diagnostics)")
        let other = try render("{{ ctx[0].provnance }}", query: "semconv_attributes")
        #expect(other.diagnostics.first?.help?.contains("'provenance'") == true, "\(other.diagnostics)")
    }

    @Test("a pack without a configuration says so")
    func noConfiguration() throws {
        let rendering = Rendering(try SampleRegistry.load(Self.registry), pack: ["a.j2": "x"])
        #expect(rendering.diagnostics.first?.rule == .invalidPackConfiguration)
    }

    @Test("all renderings are tried, so that all mistakes show at once")
    func gathersMistakes() throws {
        let rendering = try render(
            "{{ ctx.attributes[9].x }}",
            entry: "application_mode: each, file_name: '{{ ctx.root_namespace }}'"
        )
        #expect(rendering.diagnostics.count >= 1)
        let two = Rendering(
            try SampleRegistry.load(Self.registry),
            pack: [
                "pack.yaml": "templates: [{template: a.j2}, {template: b.j2}]", "a.j2": "{{ x }}", "b.j2": "{{ y }}",
            ]
        )
        #expect(two.diagnostics.map { $0.location?.file } == ["a.j2", "b.j2"])
    }
}
