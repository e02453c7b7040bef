internal import SemConvDefinitions
internal import SemConvRegistry
internal import SemConvYAML

/// The documentation comments of generated declarations, written to the end of an output: no line end follows.
///
/// Each has what a reader asks first: the brief, then the facts as a list, then the note.
final class SwiftDocumentation: Sendable {
    private let enumNames: SwiftEnumNames
    private let flush: DocStyle
    private let indented: DocStyle

    init(links: DocLinks, enumNames: SwiftEnumNames) {
        self.enumNames = enumNames
        flush = DocStyle(indentation: 0, links: links)
        indented = DocStyle(indentation: DocLabel.indentation, links: links)
    }

    func comment(_ attribute: Attribute, to output: inout ByteBuffer) {
        var comment = DocComment(style: indented, after: output)
        comment.paragraph(attribute.brief)
        comment.name(attribute.id)
        comment.type(attribute.type, enumeration: enumNames[attribute.id])
        comment.stability(attribute.stability)
        comment.deprecation(attribute.deprecated)
        comment.examples(attribute.examples)
        comment.paragraph(attribute.note)
        output = comment.finish()
    }

    func comment(_ metric: Metric, to output: inout ByteBuffer) {
        var comment = start(metric.header, after: output)
        comment.name(metric.name)
        let values = MetricValueTypeRule(metric)
        comment.item(.instrument, code: metric.instrument.rawValue)
        comment.item(.unit, code: metric.unit)
        comment.item(.values, code: values.type.rawValue)
        if values.isInferred { comment.append(words: ", inferred from unit and instrument") }
        output = finish(comment, metric.header)
    }

    func comment(_ span: Span, to output: inout ByteBuffer) {
        var comment = start(span.header, after: output)
        comment.name(span.publicName, label: .span)
        if let kind = span.kind { comment.item(.kind, code: kind.rawValue) }
        if let refined = span.refines { comment.item(.refines, code: refined) }
        if let nameNote = span.nameNote { comment.item(.spanName, nameNote) }
        output = finish(comment, span.header)
    }

    func comment(_ event: Event, to output: inout ByteBuffer) {
        var comment = start(event.header, after: output)
        comment.name(event.name)
        if let refined = event.refines { comment.item(.refines, code: refined) }
        if let body = event.body { comment.item(.body, code: body.type) }
        output = finish(comment, event.header)
    }

    func comment(_ entity: Entity, to output: inout ByteBuffer) {
        var comment = start(entity.header, after: output)
        comment.name(entity.name, label: .entity)
        if let refined = entity.refines { comment.item(.refines, code: refined) }
        output = finish(comment, entity.header)
    }

    func enumComment(_ attribute: Attribute, to output: inout ByteBuffer) {
        var comment = DocComment(style: flush, after: output)
        comment.paragraph(words: "The known values of ")
        comment.append(code: attribute.id, limit: 500)
        comment.append(words: "; others are legal.")
        output = comment.finish()
    }

    /// - Parameter place: which of the members. One handed over alone would be copied, with all its texts.
    func comment(memberAt place: Int, of members: [EnumMember], to output: inout ByteBuffer) {
        var comment = DocComment(style: indented, after: output)
        // A list without a summary before it would become the summary.
        let hasText = !members[place].brief.isEmpty || !members[place].note.isEmpty
        if hasText {
            comment.paragraph(members[place].brief)
            comment.item(.value, code: members[place].value.text)
        } else {
            comment.paragraph(words: "The value ")
            comment.append(code: members[place].value.text, limit: 500)
            comment.append(words: ".")
        }
        comment.stability(members[place].stability)
        comment.deprecation(members[place].deprecated)
        comment.paragraph(members[place].note)
        output = comment.finish()
    }

    /// - Parameter successor: the new name of a metric that has another now.
    func presetComment(ofMetric name: String, successor: String?, to output: inout ByteBuffer) {
        var comment = DocComment(style: indented, after: output)
        if let successor {
            comment.paragraph(words: "Gives the former metric ")
            comment.append(code: name)
            comment.append(words: " its new name, ")
            comment.append(code: successor)
        } else {
            comment.paragraph(words: "The view of ")
            comment.append(code: name, limit: 500)
        }
        comment.append(words: ".")
        output = comment.finish()
    }

    /// What the comments of all signals start with.
    private func start(_ header: SignalHeader, after output: consuming ByteBuffer) -> DocComment {
        var comment = DocComment(style: indented, after: output)
        comment.paragraph(header.brief)
        return comment
    }

    /// What the comments of all signals end with.
    private func finish(_ comment: consuming DocComment, _ header: SignalHeader) -> ByteBuffer {
        comment.stability(header.stability)
        comment.deprecation(header.deprecated)
        comment.attributes(header.attributes)
        comment.paragraph(header.note)
        return comment.finish()
    }
}
