import SemConvDefinitions
import SemConvRegistry

/// A text for people, and where it stands.
struct Sentence: Hashable {
    let place: String
    let text: String

    /// The words alone, so that neither case, punctuation nor line breaks make a difference.
    var words: [Substring.UTF8View] {
        text.utf8.split { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): false
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...: false
            default: true
            }
        }
    }
}

extension Registry {
    /// Every text for people, the empty ones left out.
    var sentences: [Sentence] {
        var sentences = attributes.flatMap(\.sentences)
        sentences += attributeGroups.flatMap(\.header.sentences)
        sentences += (metrics + metricRefinements).flatMap(\.header.sentences)
        sentences += events.flatMap(\.header.sentences)
        sentences += entities.flatMap(\.header.sentences)
        for span in spans {
            sentences += span.header.sentences
            sentences.append(Sentence(place: "\(span.header.id) name", text: span.nameNote ?? ""))
        }
        return sentences.filter { !$0.text.isEmpty }
    }

    /// The briefs alone, with the empty ones. Internal groups have none.
    var briefs: [Sentence] {
        var headers = metrics.map(\.header) + spans.map(\.header) + events.map(\.header) + entities.map(\.header)
        headers += attributeGroups.filter { $0.visibility == .public }.map(\.header)
        let sentences = attributes.flatMap(\.sentences) + headers.flatMap(\.sentences)
        return sentences.filter { $0.place.hasSuffix(" brief") }
    }
}

extension Attribute {
    fileprivate var sentences: [Sentence] {
        var sentences = sentencesOf(id, brief, note, deprecated)
        if case .enumeration(let enumeration) = type {
            for member in enumeration.members {
                sentences += sentencesOf("\(id) \(member.id)", member.brief, member.note, member.deprecated)
            }
        }
        return sentences
    }
}

extension SignalHeader {
    fileprivate var sentences: [Sentence] {
        var sentences = sentencesOf(id, brief, note, deprecated)
        for use in attributes {
            let place = "\(id) \(use.id)"
            sentences += sentencesOf(place, use.brief, use.note, use.deprecated)
            sentences.append(Sentence(place: "\(place) level", text: use.requirementLevel.text))
        }
        return sentences
    }
}

private func sentencesOf(_ place: String, _ brief: String, _ note: String, _ deprecated: Deprecation?) -> [Sentence] {
    [
        Sentence(place: "\(place) brief", text: brief),
        Sentence(place: "\(place) note", text: note),
        Sentence(place: "\(place) deprecated", text: deprecated?.note ?? ""),
    ]
}
