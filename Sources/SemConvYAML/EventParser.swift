internal import CLibYAML

#if canImport(Darwin)
internal import Darwin
#elseif canImport(Musl)
internal import Musl
#else
internal import Glibc
#endif

/// libyaml's parser over bytes in memory, one event at a time.
///
/// It owns what libyaml allocates; a copy would free that twice. Safe as long as the bytes outlive it.
@safe struct EventParser: ~Copyable {
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    /// The current event. Valid until the next call of `next()`.
    private let storage: UnsafeMutablePointer<yaml_event_t>
    /// Whether what lies in libyaml's memory may be touched.
    private let isVersionKnown: Bool
    /// Whether libyaml's buffer is the text itself, which is not libyaml's to free.
    private var isBufferBorrowed = false

    /// How many zeros have to follow a text that is parsed where it lies: the end, and what the scanner looks ahead.
    static let padding = 16

    /// Fails only where libyaml gets no memory.
    ///
    /// - Parameters:
    ///   - bytes: UTF-8 without a byte order mark; must outlive the parser.
    ///   - characters: how many characters the bytes have, where libyaml's reader would pass them on unchanged.
    ///   - isPadded: whether `padding` zeros follow the bytes.
    init?(_ bytes: UnsafeBufferPointer<UInt8>, characters: Int?, isPadded: Bool) {
        isVersionKnown = Self.isVersionKnown
        unsafe parser = .allocate(capacity: 1)
        unsafe storage = .allocate(capacity: 1)
        unsafe parser.initialize(to: yaml_parser_t())
        unsafe storage.initialize(to: yaml_event_t())
        guard unsafe yaml_parser_initialize(parser) == 1 else {
            unsafe parser.deallocate()
            unsafe storage.deallocate()
            return nil
        }
        // Set, so that no byte at the start can make libyaml take the file for UTF-16.
        unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        unsafe yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
        if let characters { unsafe fillBuffer(with: bytes, characters, isPadded: isPadded) }
    }

    /// Hands the text to libyaml's scanner as if its reader had read all of it.
    ///
    /// The reader decodes character by character into a buffer; this makes the text that buffer, with the zero that stands
    /// for the end, and says that nothing more comes. The scanner never writes there. The buffer's fields are in the
    /// header, and have had this meaning in all versions since 0.1.0; another version reads for itself, as does text that
    /// it would refuse.
    private mutating func fillBuffer(with bytes: UnsafeBufferPointer<UInt8>, _ characters: Int, isPadded: Bool) {
        guard isVersionKnown, let source = bytes.baseAddress,
            let buffer = isPadded ? unsafe UnsafeMutablePointer(mutating: source) : unsafe Self.paddedCopy(of: bytes)
        else { return }
        isBufferBorrowed = isPadded
        unsafe free(parser.pointee.buffer.start)
        unsafe parser.pointee.buffer.start = buffer
        unsafe parser.pointee.buffer.end = buffer + bytes.count + Self.padding
        unsafe parser.pointee.buffer.pointer = buffer
        unsafe parser.pointee.buffer.last = buffer + bytes.count + 1
        unsafe parser.pointee.unread = characters + 1
        unsafe parser.pointee.eof = 1
    }

    /// libyaml frees the copy, so it comes from where libyaml's memory does.
    private static func paddedCopy(of bytes: UnsafeBufferPointer<UInt8>) -> UnsafeMutablePointer<UInt8>? {
        guard let source = bytes.baseAddress,
            let copy = unsafe malloc(bytes.count + padding)?.assumingMemoryBound(to: UInt8.self)
        else { return nil }
        unsafe copy.update(from: source, count: bytes.count)
        unsafe (copy + bytes.count).update(repeating: 0, count: padding)
        return unsafe copy
    }

    private static let isVersionKnown: Bool = {
        var (major, minor, patch): (Int32, Int32, Int32) = (0, 0, 0)
        unsafe yaml_get_version(&major, &minor, &patch)
        return major == 0 && (1...2).contains(minor)
    }()

    deinit {
        freeEvent()
        if isBufferBorrowed { unsafe parser.pointee.buffer.start = nil }
        unsafe yaml_parser_delete(parser)
        unsafe parser.deallocate()
        unsafe storage.deallocate()
    }

    /// Parses the next event and frees the one before; `nil` when the input is wrong, and `failure` then says how.
    mutating func next() -> UnsafePointer<yaml_event_t>? {
        freeEvent()
        guard unsafe yaml_parser_parse(parser, storage) == 1 else { return nil }
        return unsafe UnsafePointer(storage)
    }

    /// Frees what the current event holds. libyaml overwrites the event itself before it fills it again.
    ///
    /// Nearly all events are scalars without an anchor or a tag, which hold one text, or starts and ends of collections,
    /// which hold nothing. To have libyaml delete those costs more than all else that is done with them here.
    @inline(__always)
    private func freeEvent() {
        switch unsafe storage.pointee.type {
        case YAML_SCALAR_EVENT where isVersionKnown:
            // Allocated with `malloc`, as the buffer is.
            unsafe free(storage.pointee.data.scalar.value)
            guard unsafe storage.pointee.data.scalar.anchor != nil || storage.pointee.data.scalar.tag != nil else {
                return
            }
            unsafe storage.pointee.data.scalar.value = nil
        case YAML_MAPPING_START_EVENT:
            let start = unsafe storage.pointee.data.mapping_start
            if unsafe start.anchor == nil, unsafe start.tag == nil { return }
        case YAML_SEQUENCE_START_EVENT:
            let start = unsafe storage.pointee.data.sequence_start
            if unsafe start.anchor == nil, unsafe start.tag == nil { return }
        case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT: return
        default: break
        }
        unsafe yaml_event_delete(storage)
    }

    /// What was wrong after `next()` returned `nil`.
    var failure: ParseFailure {
        unsafe ParseFailure(
            kind: ParseFailure.Kind(parser.pointee.error),
            problem: Self.text(parser.pointee.problem),
            mark: TextMark(parser.pointee.problem_mark),
            context: Self.text(parser.pointee.context),
            contextMark: TextMark(parser.pointee.context_mark),
            byteOffset: parser.pointee.problem_offset
        )
    }

    private static func text(_ pointer: UnsafePointer<CChar>?) -> String {
        unsafe pointer.map { unsafe String(cString: $0) } ?? ""
    }
}

/// A place as libyaml counts it: from 0, in Unicode scalars.
struct TextMark {
    var index: Int
    var line: Int
    var column: Int

    init(_ mark: yaml_mark_t) {
        self.index = Int(truncatingIfNeeded: mark.index)
        self.line = Int(truncatingIfNeeded: mark.line)
        self.column = Int(truncatingIfNeeded: mark.column)
    }
}

/// Why libyaml stopped.
struct ParseFailure {
    enum Kind {
        case memory
        /// Bytes that are no text, at `byteOffset`.
        case reader
        /// Text that is no YAML, at `mark`.
        case syntax

        init(_ error: yaml_error_type_t) {
            switch error {
            case YAML_MEMORY_ERROR: self = .memory
            case YAML_READER_ERROR: self = .reader
            default: self = .syntax
            }
        }
    }

    var kind: Kind
    /// What is wrong, in libyaml's words.
    var problem: String
    var mark: TextMark
    /// What libyaml was about to read; may be empty.
    var context: String
    var contextMark: TextMark
    var byteOffset: Int
}
