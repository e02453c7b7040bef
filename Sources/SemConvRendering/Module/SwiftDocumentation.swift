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

    // Signals are handed over by place, like members, and their header is nowhere handed on whole: both have a dozen
    // texts and lists, all of which a copy would count.

    func comment(metricAt place: Int, of metrics: [Metric], to output: inout ByteBuffer) {
        var comment = DocComment(style: indented, after: output)
        comment.paragraph(metrics[place].header.brief)
        comment.name(metrics[place].name)
        let values = MetricValueTypeRule(
            metrics[place].header.annotations,
            metrics[place].instrument,
            unit: metrics[place].unit
        )
        comment.item(.instrument, code: metrics[place].instrument.rawValue)
        comment.item(.unit, code: metrics[place].unit)
        comment.item(.values, code: values.type.rawValue)
        if values.isInferred { comment.append(words: ", inferred from unit and instrument") }
        comment.stability(metrics[place].header.stability)
        comment.deprecation(metrics[place].header.deprecated)
        comment.attributes(metrics[place].header.attributes)
        comment.paragraph(metrics[place].header.note)
        output = comment.finish()
    }

    func comment(spanAt place: Int, of spans: [Span], to output: inout ByteBuffer) {
        var comment = DocComment(style: indented, after: output)
        comment.paragraph(spans[place].header.brief)
        comment.name(spans[place].publicName, label: .span)
        if let kind = spans[place].kind { comment.item(.kind, code: kind.rawValue) }
        if let refined = spans[place].refines { comment.item(.refines, code: refined) }
        if let nameNote = spans[place].nameNote { comment.item(.spanName, nameNote) }
        comment.stability(spans[place].header.stability)
        comment.deprecation(spans[place].header.deprecated)
        comment.attributes(spans[place].header.attributes)
        comment.paragraph(spans[place].header.note)
        output = comment.finish()
    }

    func comment(eventAt place: Int, of events: [Event], to output: inout ByteBuffer) {
        var comment = DocComment(style: indented, after: output)
        comment.paragraph(events[place].header.brief)
        comment.name(events[place].name)
        if let refined = events[place].refines { comment.item(.refines, code: refined) }
        if let body = events[place].body { comment.item(.body, code: body.type) }
        comment.stability(events[place].header.stability)
        comment.deprecation(events[place].header.deprecated)
        comment.attributes(events[place].header.attributes)
        comment.paragraph(events[place].header.note)
        output = comment.finish()
    }

    func comment(entityAt place: Int, of entities: [Entity], to output: inout ByteBuffer) {
        var comment = DocComment(style: indented, after: output)
        comment.paragraph(entities[place].header.brief)
        comment.name(entities[place].name, label: .entity)
        if let refined = entities[place].refines { comment.item(.refines, code: refined) }
        comment.stability(entities[place].header.stability)
        comment.deprecation(entities[place].header.deprecated)
        comment.attributes(entities[place].header.attributes)
        comment.paragraph(entities[place].header.note)
        output = comment.finish()
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
}
