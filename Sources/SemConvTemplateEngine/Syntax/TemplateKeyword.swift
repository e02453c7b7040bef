/// The words with a meaning of their own, in the order of their numbers among a template's words.
enum TemplateKeyword: Int, CaseIterable {
    case `if`
    case elif
    case `else`
    case endif
    case `for`
    case endfor
    case `in`
    case recursive
    case `break`
    case `continue`
    case set
    case endset
    case macro
    case endmacro
    case call
    case endcall
    case include
    case ignore
    case missing
    case with
    case without
    case context
    case endwith
    case `import`
    case from
    case `as`
    case filter
    case endfilter
    case autoescape
    case endautoescape
    case raw
    case endraw
    case `do`
    case block
    case endblock
    case extends
    case and
    case or
    case not
    case `is`
    case `true`
    case `True`
    case `false`
    case `False`
    case none
    case None
    case loop
    case caller
    case `self`
    case `super`
    case namespace

    /// How templates write it. Spelled out, as asking an enumeration for the names of its cases looks through the type
    /// tables of the whole program.
    var spelling: String {
        switch self {
        case .if: "if"
        case .elif: "elif"
        case .else: "else"
        case .endif: "endif"
        case .for: "for"
        case .endfor: "endfor"
        case .in: "in"
        case .recursive: "recursive"
        case .break: "break"
        case .continue: "continue"
        case .set: "set"
        case .endset: "endset"
        case .macro: "macro"
        case .endmacro: "endmacro"
        case .call: "call"
        case .endcall: "endcall"
        case .include: "include"
        case .ignore: "ignore"
        case .missing: "missing"
        case .with: "with"
        case .without: "without"
        case .context: "context"
        case .endwith: "endwith"
        case .import: "import"
        case .from: "from"
        case .as: "as"
        case .filter: "filter"
        case .endfilter: "endfilter"
        case .autoescape: "autoescape"
        case .endautoescape: "endautoescape"
        case .raw: "raw"
        case .endraw: "endraw"
        case .do: "do"
        case .block: "block"
        case .endblock: "endblock"
        case .extends: "extends"
        case .and: "and"
        case .or: "or"
        case .not: "not"
        case .is: "is"
        case .true: "true"
        case .True: "True"
        case .false: "false"
        case .False: "False"
        case .none: "none"
        case .None: "None"
        case .loop: "loop"
        case .caller: "caller"
        case .self: "self"
        case .super: "super"
        case .namespace: "namespace"
        }
    }
}
