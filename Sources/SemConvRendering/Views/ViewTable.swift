internal import SemConvTemplateEngine

/// The fields that templates see of one kind of thing. The tables are the reference of what a template can read;
/// docs/templates.md is checked against them.
struct ViewTable<Subject>: Sendable {
    struct Field: Sendable {
        let name: String
        /// What the field holds, for the documentation.
        let summary: String
        let value: @Sendable (Subject, Views) -> TemplateValue

        init(_ name: String, _ summary: String, _ value: @escaping @Sendable (Subject, Views) -> TemplateValue) {
            self.name = name
            self.summary = summary
            self.value = value
        }
    }

    /// What messages call an object of this table.
    let name: String
    let fields: [Field]
}

/// A table cut down to the fields that a pack uses.
struct ViewProjection<Subject>: Sendable {
    private let shape: TemplateShape
    private let makers: [@Sendable (Subject, Views) -> TemplateValue]

    init(_ table: ViewTable<Subject>, use: FieldUse) {
        let fields = table.fields.filter { use.contains($0.name) }
        shape = TemplateShape(fields.map(\.name), name: table.name)
        makers = fields.map(\.value)
    }

    func object(_ subject: Subject, _ views: Views) -> TemplateValue {
        .object(TemplateObject(shape: shape, values: makers.map { $0(subject, views) }))
    }
}
