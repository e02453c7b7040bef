import Testing

@testable import SemConvRendering

@Suite("Words and spelling")
struct SwiftNamingTests {
    @Test(
        "a member's name starts small and spells acronyms as Swift does",
        arguments: [
            ("full", "full"),
            ("status_code", "statusCode"),
            ("id", "id"),
            ("client_id", "clientID"),
            ("ja3s", "ja3s"),
            ("k8s", "k8s"),
            ("url", "url"),
            ("url_full", "urlFull"),
            ("http.route", "httpRoute"),
            ("limit_utilization", "limitUtilization"),
            ("arns", "arns"),
            ("table_arns", "tableARNs"),
            ("time_to_first_byte", "timeToFirstByte"),
            ("is.dropped", "isDropped"),
            ("lifecycle:transition", "lifecycleTransition"),
            ("toolCall", "toolCall"),
            ("contextKeys", "contextKeys"),
            ("userIDs", "userIDs"),
            ("HTTPServer", "httpServer"),
            ("Not Run", "notRun"),
            ("Non-Compliant", "nonCompliant"),
            ("url-forward", "urlForward"),
            ("notifications/cancelled", "notificationsCancelled"),
            ("_OTHER", "other"),
            ("AS", "as"),
            ("aws.sns", "awsSNS"),
            ("softwareag.adabas", "softwareagAdabas"),
            ("z_os", "zOS"),
            ("zos", "zos"),
            ("azure.vm", "azureVM"),
        ]
    )
    func camelCase(text: String, expected: String) {
        #expect(SwiftNaming().camelCased(text) == expected)
    }

    @Test(
        "a namespace's name starts with a capital",
        arguments: [
            ("http", "HTTP"), ("url", "URL"), ("db", "DB"), ("k8s", "K8s"), ("aws", "AWS"), ("os", "OS"),
            ("jvm", "JVM"), ("v8js", "V8JS"), ("gen_ai", "GenAI"), ("ja3s", "JA3S"), ("md5", "MD5"), ("sha1", "SHA1"),
            ("sha256", "SHA256"), ("l2", "L2"), ("s3", "S3"), ("otel", "OTel"), ("aspnetcore", "ASPNETCore"),
            ("user_agent", "UserAgent"), ("http2", "HTTP2"), ("ipv6", "IPv6"), ("toolCall", "ToolCall"),
            ("ai", "AI"), ("K8S", "K8s"), ("http-server", "HTTPServer"),
            ("persistentvolumeclaim", "PersistentVolumeClaim"),
        ]
    )
    func pascalCase(text: String, expected: String) {
        #expect(SwiftNaming().pascalCased(text) == expected)
    }

    @Test(
        "digits stay with their word, and two numbers stay apart",
        arguments: [
            ("load_1m", "load1m"),
            ("fin_wait_1", "finWait1"),
            ("http_1_0", "http1_0"),
            ("http_10", "http10"),
            ("cdma2000_1xrtt", "cdma2000_1xrtt"),
            ("1xx", "_1xx"),
            ("404", "_404"),
            ("2", "_2"),
            ("1.0", "_1_0"),
        ]
    )
    func digits(text: String, expected: String) {
        #expect(SwiftNaming().camelCased(text) == expected)
    }

    @Test(
        "letters of other alphabets stay, other characters part words",
        arguments: [
            ("größe_in_metern", "größeInMetern"),
            ("日本.語", "日本語"),
            ("caf\u{65}\u{301}", "caf\u{65}\u{301}"),
            ("\u{301}x", "_\u{301}x"),
            ("a😀b", "aB"),
            ("zero\u{200B}width", "zeroWidth"),
            ("right\u{202E}left", "rightLeft"),
            ("a\u{FE0F}b", "aB"),
            ("private\u{E000}use", "privateUse"),
            ("tab\tand\nline", "tabAndLine"),
            ("quote\"back\\slash`tick", "quoteBackSlashTick"),
        ]
    )
    func unicode(text: String, expected: String) {
        #expect(Array(SwiftNaming().camelCased(text).unicodeScalars) == Array(expected.unicodeScalars))
    }

    @Test("nothing to make a name of gives no name", arguments: ["", "...", "_", "-/ ", "😀", "\u{200D}"])
    func empty(text: String) {
        #expect(SwiftNaming().camelCased(text).isEmpty)
        #expect(SwiftNaming().pascalCased(text).isEmpty)
    }

    @Test("a name may be very long")
    func long() {
        let text = String(repeating: "ab_", count: 4000)
        #expect(SwiftNaming().camelCased(text) == "ab" + String(repeating: "Ab", count: 3999))
    }

    @Test("one's own spellings come first, and only letters and digits count")
    func customAcronyms() {
        let naming = SwiftNaming(acronyms: ["AcMe", "Http", "Sh-op", "", "ACME", "I D"])
        #expect(naming.pascalCased("acme_http_shop_id") == "ACMEHttpShopID")
        #expect(naming.pascalCased("acme2") == "ACME2")
        #expect(naming.pascalCased("acme_2acme_acmes_acm") == "ACME2acmeAcmesAcm")
    }

    @Test("a reserved word is declared in backticks, other words are not")
    func backticks() {
        let reserved = [
            "class", "default", "in", "as", "is", "internal", "static", "protocol", "operator", "import", "for", "case",
            "extension", "switch", "public", "private", "defer", "return", "Any", "Self", "true", "nil",
        ]
        for word in reserved { #expect(SwiftReservedWords.declaration(of: word) == "`\(word)`") }
        let contextual = [
            "open", "type", "get", "set", "any", "some", "none", "left", "right", "async", "await", "actor", "yield",
            "macro", "package", "each", "consuming",
        ]
        for word in contextual { #expect(SwiftReservedWords.declaration(of: word) == word) }
    }
}
