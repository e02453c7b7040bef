internal import SemConvTemplateEngine
internal import SemConvYAML

/// The fields that templates see of one kind of thing. The tables are the reference of what a template can read;
/// docs/templates.md is checked against them.
///
/// A field is made of a subject, which should be small, as each read copies it, and of what is the same for all.
final class ViewTable<Subject: Sendable, Context: Sendable>: Sendable {
    struct Field: Sendable {
        let name: String
        /// What the field holds, for the documentation.
        let summary: String
        let value: @Sendable (Subject, Context) -> TemplateValue
        /// Writes the field, and tells whether there is one, where it is a text made only to be written.
        let write: (@Sendable (Subject, Context, inout ByteBuffer) -> Bool)?
        /// Whether an `if` takes the field, where that is told sooner than the field is made.
        let truth: (@Sendable (Subject, Context) -> Bool)?

        init(
            _ name: String,
            _ summary: String,
            truth: (@Sendable (Subject, Context) -> Bool)? = nil,
            _ value: @escaping @Sendable (Subject, Context) -> TemplateValue
        ) {
            self.name = name
            self.summary = summary
            self.value = value
            self.truth = truth
            write = nil
        }

        /// A long text, which goes straight into the output where a template does no more than print it.
        ///
        /// - Parameter write: appends the text, and tells whether there is one; if not, the field is none.
        init(
            _ name: String,
            _ summary: String,
            truth: (@Sendable (Subject, Context) -> Bool)? = nil,
            writing write: @escaping @Sendable (Subject, Context, inout ByteBuffer) -> Bool
        ) {
            self.name = name
            self.summary = summary
            self.truth = truth
            self.write = write
            value = { subject, context in
                var text = ByteBuffer(capacity: 512)
                return write(subject, context, &text) ? .string(text.text(from: 0)) : .none
            }
        }
    }

    let fields: [Field]
    private let shape: TemplateShape

    /// - Parameter name: what messages call an object of this table.
    init(name: String, fields: [Field]) {
        self.fields = fields
        shape = TemplateShape(fields.map(\.name), name: name)
    }

    /// The same but for one field.
    func without(_ field: String) -> ViewTable {
        ViewTable(name: shape.name, fields: fields.filter { $0.name != field })
    }

    func object(_ subject: Subject, _ context: Context) -> TemplateValue {
        .object(TemplateObject(records([subject], context), at: 0))
    }

    func list(_ subjects: [Subject], _ context: Context) -> TemplateValue {
        if subjects.isEmpty { return .list([]) }
        let records = records(subjects, context)
        return .list(subjects.indices.map { .object(TemplateObject(records, at: $0)) })
    }

    private func records(_ subjects: [Subject], _ context: Context) -> ViewRecords {
        ViewRecords(
            shape: shape,
            answer: { [fields] slot, index, question in
                if question == .truth, let truth = fields[slot].truth {
                    return .bool(truth(subjects[index], context))
                }
                return fields[slot].value(subjects[index], context)
            },
            write: { [fields] slot, index, output in
                if let write = fields[slot].write { return write(subjects[index], context, &output) }
                guard case .string(let text) = fields[slot].value(subjects[index], context) else { return false }
                output.append(utf8: text)
                return true
            }
        )
    }
}

/// Subjects of a table as the engine reads them.
///
/// The class knows nothing of the type of its subjects, and closures read them: the methods of a generic class that
/// are called through a protocol are compiled for all types at once, which makes them many times slower.
private final class ViewRecords: TemplateRecords {
    /// What the engine asks of a field.
    enum Question {
        case value
        /// Only whether an `if` takes it, for which any other true or false value can stand.
        case truth
    }

    let shape: TemplateShape
    private let answer: @Sendable (_ slot: Int, _ index: Int, Question) -> TemplateValue
    private let write: @Sendable (_ slot: Int, _ index: Int, inout ByteBuffer) -> Bool

    init(
        shape: TemplateShape,
        answer: @escaping @Sendable (Int, Int, Question) -> TemplateValue,
        write: @escaping @Sendable (Int, Int, inout ByteBuffer) -> Bool
    ) {
        self.shape = shape
        self.answer = answer
        self.write = write
    }

    func value(of symbol: TemplateSymbol, at index: Int) -> TemplateValue {
        guard let slot = shape.slot(of: symbol) else { return .undefined }
        return answer(slot, index, .value)
    }

    func truth(of symbol: TemplateSymbol, at index: Int) -> Bool? {
        guard let slot = shape.slot(of: symbol) else { return nil }
        let value = answer(slot, index, .truth)
        return value.isUndefined ? nil : value.isTrue
    }

    func write(_ symbol: TemplateSymbol, at index: Int, to output: inout ByteBuffer) -> Bool {
        guard let slot = shape.slot(of: symbol) else { return false }
        return write(slot, index, &output)
    }
}
