internal import SemConvDiagnostics

/// A template as operations, with all that these refer to by number.
package final class CompiledTemplate: Sendable {
    let name: String
    let file: String
    let source: [UInt8]
    /// The pieces of the source that are written as they are, one behind the other.
    let texts: [UInt8]
    let operations: [TemplateOperation]
    /// The byte offset that an operation's errors speak of.
    let offsets: [Int32]
    let constants: [TemplateValue]
    let sites: [Site]
    let functions: [Function]
    let signatures: [Signature]
    /// The variables of the template as a whole: those that it sets, and those that it expects from outside.
    let variables: [TemplateSymbol]
    /// The same as fields, to find one from outside.
    let variableShape: TemplateShape
    /// Which of these another template may import.
    let exports: [Bool]
    let nameLists: [[TemplateSymbol]]

    /// What a machine has before its first template.
    static let empty = CompiledTemplate(
        name: "",
        file: "",
        source: [],
        code: TemplateCode(),
        functions: [Function()],
        signatures: [],
        variables: [],
        exports: []
    )

    /// A call, with its arguments where they are all constant.
    struct Site: Sendable {
        let site: TemplateCallSite
        let constant: TemplateArguments?
    }

    /// The main program, a macro, or the body of a `call` block. Numbers only, as each call of a macro reads one.
    struct Function: Sendable {
        var entry = 0
        var parameterCount = 0
        /// All slots, the parameters first.
        var slotCount = 0
        /// The slot of `caller`; -1 where the body does not ask for it.
        var callerSlot = -1
    }

    /// The names of a function and its parameters, for calls with arguments by name and for messages.
    struct Signature: Sendable {
        var name: String
        var parameters: [TemplateSymbol] = []
    }

    init(
        name: String,
        file: String,
        source: [UInt8],
        code: TemplateCode,
        functions: [Function],
        signatures: [Signature],
        variables: [TemplateSymbol],
        exports: [Bool]
    ) {
        self.name = name
        self.file = file
        self.source = source
        operations = code.operations
        offsets = code.offsets
        texts = code.texts
        constants = code.constants
        sites = code.sites
        nameLists = code.nameLists
        self.functions = functions
        self.signatures = signatures
        self.variables = variables
        variableShape = TemplateShape(variables.map(\.name), name: name)
        self.exports = exports
    }

    func location(ofOperation index: Int) -> SourceLocation {
        Self.location(of: Int(offsets[index]), in: source, file: file)
    }

    /// Line and column of a byte offset; columns count Unicode scalars.
    static func location(of offset: Int, in source: [UInt8], file: String) -> SourceLocation {
        var line = 1
        var column = 1
        for byte in source[..<min(offset, source.count)] {
            if byte == UInt8(ascii: "\n") {
                line += 1
                column = 1
            } else if byte & 0xc0 != 0x80 {
                column += 1
            }
        }
        return SourceLocation(file: file, line: line, column: column)
    }
}

/// The operations of a template while they are written.
struct TemplateCode {
    private(set) var operations: [TemplateOperation] = []
    private(set) var offsets: [Int32] = []
    private(set) var texts: [UInt8] = []
    private(set) var constants: [TemplateValue] = []
    private(set) var sites: [CompiledTemplate.Site] = []
    private(set) var nameLists: [[TemplateSymbol]] = []

    /// Where the next operation will stand.
    var position: Int { operations.count }

    mutating func add(
        _ code: TemplateOperation.Code,
        _ a: Int = 0,
        _ b: Int = 0,
        c: UInt16 = 0,
        flags: TemplateOperation.Flags = [],
        at offset: Int
    ) {
        operations.append(
            TemplateOperation(
                code: code,
                flags: flags,
                c: c,
                a: Int32(truncatingIfNeeded: a),
                b: Int32(truncatingIfNeeded: b)
            )
        )
        offsets.append(Int32(truncatingIfNeeded: offset))
    }

    /// Lets the jump at `index` lead here.
    mutating func patch(_ index: Int) {
        operations[index].a = Int32(truncatingIfNeeded: operations.count)
    }

    mutating func patch(_ indices: [Int]) {
        for index in indices { patch(index) }
    }

    /// Text that is written as it is. A single byte, most often the end of a line, needs no buffer.
    mutating func addText(_ text: ArraySlice<UInt8>, at offset: Int) {
        if let byte = text.first, text.count == 1 { return add(.byte, Int(byte), at: offset) }
        add(.text, texts.count, texts.count + text.count, at: offset)
        texts += text
    }

    mutating func addConstant(_ value: TemplateValue) -> Int {
        constants.append(value)
        return constants.count - 1
    }

    mutating func addSite(_ site: TemplateCallSite, constant: TemplateArguments?) -> Int {
        sites.append(CompiledTemplate.Site(site: site, constant: constant))
        return sites.count - 1
    }

    mutating func addNameList(_ names: [TemplateSymbol]) -> Int {
        nameLists.append(names)
        return nameLists.count - 1
    }
}
