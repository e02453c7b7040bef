internal import SemConvDiagnostics

/// A place in a text that is no text, or that YAML does not allow.
struct BadCharacter {
    enum Problem {
        /// A byte that does not continue or start a UTF-8 sequence.
        case notUTF8(UInt8)
        /// A character outside `c-printable` (YAML 1.2.2, section 5.1).
        case notPrintable(UInt32)
    }

    var problem: Problem
    var position: SourcePosition

    /// The diagnostic for it.
    func diagnostic(in file: String) -> Diagnostic {
        let location = SourceLocation(file: file, line: Int(position.line), column: Int(position.column))
        return switch problem {
        case .notUTF8(let byte): .badUTF8(byte, at: location)
        case .notPrintable(let scalar): .controlCharacter(scalar, at: location)
        }
    }
}

extension SourceText {
    /// Every place at which libyaml's reader stops, up to a limit. Called only after it has stopped.
    func badCharacters(limit: Int) -> [BadCharacter] {
        var found: [BadCharacter] = []
        var position = SourcePosition(line: 1, column: 1)
        var index = 0
        while index < count, found.count < limit {
            let byte = self[index]
            guard let (scalar, length) = unsafe ReadableText.scalar(bytes, at: index) else {
                found.append(BadCharacter(problem: .notUTF8(byte), position: position))
                position.column += 1
                // One report for each bad sequence: what would continue it belongs to it.
                repeat { index += 1 } while index < count && self[index] & 0xC0 == 0x80
                continue
            }
            if !ReadableText.isPrintable(scalar) {
                found.append(BadCharacter(problem: .notPrintable(scalar), position: position))
            }
            index += length
            if isLineEnd(at: index - 1) {
                position = SourcePosition(line: position.line + 1, column: 1)
            } else {
                position.column += 1
            }
        }
        return found
    }

    /// The offset of the first `%TAG` line past the limit. libyaml compares each with all before: hostile files with
    /// millions would keep it busy for days.
    var excessiveDirective: Int? {
        var count = 0
        var offset: Int?
        _ = contains(UInt8(ascii: "%")) { index in
            guard index == 0 || isLineEnd(at: index - 1) else { return false }
            count += 1
            offset = index
            return count > 64
        }
        return count > 64 ? offset : nil
    }

    /// The place of a byte.
    func location(ofByte offset: Int, in file: String) -> SourceLocation {
        let position = position(ofByte: offset)
        return SourceLocation(file: file, line: Int(position.line), column: Int(position.column))
    }
}
