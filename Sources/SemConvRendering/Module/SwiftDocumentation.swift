internal import SemConvDefinitions
internal import SemConvRegistry

/// The documentation comments of generated declarations.
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

    func comment(_ attribute: Attribute) -> String {
        var comment = DocComment(style: indented, texts: attribute.brief.utf8.count + attribute.note.utf8.count)
        comment.paragraph(attribute.brief)
        comment.name(attribute.id)
        comment.type(attribute.type, enumeration: enumNames[attribute.id])
        comment.stability(attribute.stability)
        comment.deprecation(attribute.deprecated)
        comment.examples(attribute.examples)
        comment.paragraph(attribute.note)
        return comment.text
    }

    func comment(_ metric: Metric) -> String {
        var comment = start(metric.header)
        comment.name(metric.name)
        let values = MetricValueTypeRule(metric)
        comment.item(.instrument, code: metric.instrument.rawValue)
        comment.item(.unit, code: metric.unit)
        comment.item(.values, code: values.type.rawValue)
        if values.isInferred { comment.append(words: ", inferred from unit and instrument") }
        return finish(&comment, metric.header)
    }

    func comment(_ span: Span) -> String {
        var comment = start(span.header)
        comment.name(span.publicName, label: .span)
        if let kind = span.kind { comment.item(.kind, code: kind.rawValue) }
        if let refined = span.refines { comment.item(.refines, code: refined) }
        if let nameNote = span.nameNote { comment.item(.spanName, nameNote) }
        return finish(&comment, span.header)
    }

    func comment(_ event: Event) -> String {
        var comment = start(event.header)
        comment.name(event.name)
        if let refined = event.refines { comment.item(.refines, code: refined) }
        if let body = event.body { comment.item(.body, code: body.type) }
        return finish(&comment, event.header)
    }

    func comment(_ entity: Entity) -> String {
        var comment = start(entity.header)
        comment.name(entity.name, label: .entity)
        if let refined = entity.refines { comment.item(.refines, code: refined) }
        return finish(&comment, entity.header)
    }

    func enumComment(_ attribute: Attribute) -> String {
        var comment = DocComment(style: flush, texts: 0)
        comment.paragraph(words: "The known values of ")
        comment.append(code: attribute.id, limit: 500)
        comment.append(words: "; others are legal.")
        return comment.text
    }

    /// - Parameter place: which of the members. One handed over alone would be copied, with all its texts.
    func comment(memberAt place: Int, of members: [EnumMember]) -> String {
        var comment = DocComment(
            style: indented,
            texts: members[place].brief.utf8.count + members[place].note.utf8.count
        )
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
        return comment.text
    }

    func presetComment(_ metric: Metric) -> String {
        var comment = DocComment(style: indented, texts: 0)
        if let target = metric.header.deprecated?.renamedTo {
            comment.paragraph(words: "Gives the former metric ")
            comment.append(code: metric.name)
            comment.append(words: " its new name, ")
            comment.append(code: target)
        } else {
            comment.paragraph(words: "The view of ")
            comment.append(code: metric.name, limit: 500)
        }
        comment.append(words: ".")
        return comment.text
    }

    /// What the comments of all signals start with.
    private func start(_ header: SignalHeader) -> DocComment {
        var comment = DocComment(style: indented, texts: header.brief.utf8.count + header.note.utf8.count)
        comment.paragraph(header.brief)
        return comment
    }

    /// What the comments of all signals end with.
    private func finish(_ comment: inout DocComment, _ header: SignalHeader) -> String {
        comment.stability(header.stability)
        comment.deprecation(header.deprecated)
        comment.attributes(header.attributes)
        comment.paragraph(header.note)
        return comment.text
    }
}
