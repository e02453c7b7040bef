/// One step of a compiled template. Its operands are plain numbers, so that reading it copies 12 bytes and no more.
struct TemplateOperation {
    /// What an operation does. "Push" and "pop" speak of the machine's stack.
    enum Code: UInt8 {
        /// Write the texts from byte `a` to byte `b`.
        case text
        /// Write the byte `a`.
        case byte
        /// Pop and write.
        case write
        /// Write slot `a`.
        case writeSlot
        /// Write field `b` of slot `a`.
        case writeSlotField
        /// Write variable `a` of the template.
        case writeModule
        /// Push constant `a`.
        case constant
        /// Push slot `a`.
        case loadSlot
        /// Push field `b` of slot `a`.
        case loadSlotField
        /// Push variable `a` of the template.
        case loadModule
        /// Push captured variable `a`.
        case loadCapture
        /// Push the macro that runs.
        case loadSelf
        /// Push what describes loop `a`.
        case loadLoop
        /// Push property `b` of loop `a`.
        case loadLoopField
        /// Pop into slot `a`.
        case storeSlot
        /// Pop into variable `a` of the template.
        case storeModule
        /// Pop a value, pop a namespace, set its field `b`.
        case setField
        /// Pop a list of `a` elements, push them, the first on top.
        case unpack
        /// Replace the top with its field `b`.
        case field
        /// Pop a key, replace the top with the element there.
        case item
        /// Pop bounds as the bits of `a` say, replace the top with the slice.
        case slice
        case not
        case negate
        case plus
        case add
        case subtract
        case multiply
        case divide
        case floorDivide
        case modulo
        case power
        case equal
        case notEqual
        case less
        case lessOrEqual
        case greater
        case greaterOrEqual
        case contained
        case notContained
        /// Pop `a` values, push their texts as one.
        case concatenate
        /// Go on at `a`.
        case jump
        /// Pop; go on at `a` if it is false.
        case jumpIfFalse
        /// Pop; go on at `a` if it is true.
        case jumpIfTrue
        /// Go on at `a` if field `b` of slot `c` is false, or if it is true where the flag says so.
        case jumpOnSlotField
        /// Go on at `a` if the top is false, else pop.
        case jumpIfFalseOrPop
        /// Go on at `a` if the top is true, else pop.
        case jumpIfTrueOrPop
        /// Go on at `a` if slot `b` has a value.
        case jumpIfSet
        /// Pop `a` values, push them as a list.
        case makeList
        /// Pop `a` keys with values, push them as a dictionary.
        case makeDictionary
        /// Call filter `a` with the arguments of call site `b`.
        case filter
        /// Call test `a` with the arguments of call site `b`; the flag `negated` turns the answer round.
        case test
        /// Replace the top with whether it is defined.
        case isDefined
        /// Call function `a` with the arguments of call site `b`.
        case callFunction
        /// Call the value below the arguments of call site `b`.
        case callValue
        /// Call method `a` of the value below the arguments of call site `b`.
        case callMethod
        /// `loop.cycle` and `loop.changed` of loop `a` with the arguments of call site `b`.
        case cycleLoop
        case changedLoop
        /// Pop a sequence, start a loop over it with its first element in slot `b` (on the stack if negative). Go on
        /// at `a` if it is empty.
        case startLoop
        /// Take the next element and go on at `a`; end the loop if there is none.
        case nextLoop
        /// End the loop and go on at `a`.
        case breakLoop
        /// Keep the current element of a loop that only filters.
        case keepElement
        /// Write into a string from here on.
        case beginCapture
        /// Push that string.
        case endCapture
        /// Pop `b` captured values, push macro `a`.
        case makeMacro
        /// Pop a name and the values of name list `a`, run that template.
        case include
        /// The same, but drop its output and push the template.
        case importTemplate
        /// Replace the template on top with its variable `b`.
        case exported
        case pop
        case `return`
    }

    var code: Code
    var flags: Flags = []
    var c: UInt16 = 0
    var a: Int32 = 0
    var b: Int32 = 0

    struct Flags: OptionSet {
        let rawValue: UInt8
        /// Undefined is a good result here.
        static let lenient = Flags(rawValue: 1)
        /// A test is asked the other way round.
        static let negated = Flags(rawValue: 2)
        /// The result of a call is written, not pushed.
        static let writes = Flags(rawValue: 4)
        /// A loop that only filters: its result is a list.
        static let filters = Flags(rawValue: 8)
        /// An include that may be missing.
        static let ignoresMissing = Flags(rawValue: 16)
        /// A jump that is made when the value is true.
        static let whenTrue = Flags(rawValue: 32)
    }
}

/// What `loop.` offers, in the order of the fields of the loop's object.
enum TemplateLoopField: String, CaseIterable {
    case index
    case index0
    case revindex
    case revindex0
    case first
    case last
    case length
    case previtem
    case nextitem
    case depth
    case depth0

    static let names = allCases.map(\.rawValue)
    static let shape = TemplateShape(names, name: "loop")
}
