/// How words are spelled that Swift does not merely capitalise: `HTTP`, `K8s`, `MySQL`.
struct Acronyms: Sendable {
    /// A word of up to 16 bytes in two integers, which hash much faster than a string.
    private struct Key: Hashable {
        var high: UInt64 = 0
        var low: UInt64 = 0

        /// `nil` for a longer word; none in the table is.
        init?(_ word: some Collection<UInt8>) {
            guard word.count <= 16 else { return nil }
            for byte in word {
                high = high << 8 | low >> 56
                low = low << 8 | UInt64(byte)
            }
        }
    }

    private var spellings: [Key: [UInt8]] = [:]

    /// - Parameter custom: spellings by word, in any case; they come before the built-in ones.
    init(custom: [String: String] = [:]) {
        spellings.reserveCapacity(Self.builtIn.count + custom.count)
        for spelling in Self.builtIn { insert(spelling, for: spelling) }
        // Sorted, so that of two spellings for one word (`"ID"` and `"id"`) always the same one wins.
        for (word, spelling) in custom.sorted(by: { $0.key < $1.key }) { insert(spelling, for: word) }
    }

    /// The spelling of a word inside a name, or `nil` where only its first letter becomes a capital.
    ///
    /// A number at the end, such as a version, does not make it another word: `http2` is `HTTP2`.
    ///
    /// - Parameter word: in lower case.
    func spelling(of word: ArraySlice<UInt8>) -> [UInt8]? {
        guard let key = Key(word) else { return nil }
        if let spelling = spellings[key] { return spelling }
        guard word.last?.isASCIIDigit == true, let lastLetter = word.lastIndex(where: { !$0.isASCIIDigit }),
            let stem = Key(word[word.startIndex...lastLetter]), let spelling = spellings[stem]
        else { return nil }
        return spelling + word[(lastLetter + 1)...]
    }

    private mutating func insert(_ spelling: String, for word: String) {
        // A spelling with anything else in it would make names that are none.
        guard !spelling.isEmpty, spelling.utf8.allSatisfy({ $0.isASCIILetter || $0.isASCIIDigit }) else { return }
        guard let key = Key(word.utf8.map(\.asciiLowercased)) else { return }
        spellings[key] = Array(spelling.utf8)
    }

    private static let builtIn = [
        "ACL", "AES", "AI", "AIX", "AKS", "ANR", "API", "APIs", "ARM32", "ARM64", "ARN", "ARNs", "ASCII", "ASP",
        "ASPNETCore", "AWS", "BIOS", "CA", "CDMA", "CDN", "CICD", "CLI", "CORS", "CPU", "CPUs", "CPython", "CRI",
        "CSI", "CSS", "CSV", "CloudEvents", "CloudFoundry", "CockroachDB", "CosmosDB", "CouchDB", "CronJob", "DB",
        "DB2", "DC", "DHCP", "DNS", "DaemonSet", "DynamoDB", "EBS", "EC2", "ECS", "EKS", "EventBridge", "EventHub",
        "EventHubs", "FID", "FIFO", "FaaS", "FreeBSD", "GC", "GCE", "GCP", "GCS", "GID", "GPU", "GPUs", "GRPC", "GUID",
        "GitHub", "GitLab", "GraphQL", "HDD", "HMAC", "HPA", "HTML", "HTTP", "HTTPS", "HW", "IBM", "ICC", "ICMP", "ID",
        "IDs", "IMDS", "INP", "IO", "IOS", "IOT", "IP", "IPC", "IPs", "IPv4", "IPv6", "ISO", "JA3", "JA3S", "JDBC",
        "JIT", "JMS", "JS", "JSON", "JSONRPC", "JVM", "JWT", "JavaScript", "K8s", "LCP", "LLM", "LPAR", "MAC", "MCC",
        "MCP", "MFA", "MNC", "MQ", "MSSQL", "MTU", "MacOS", "MariaDB", "MongoDB", "MySQL", "NFS", "NIC", "NUMA",
        "NetBSD", "NodeJS", "OCI", "OIDC", "OOM", "OS", "OTLP", "OTel", "OpenAI", "OpenShift", "OpenTracing",
        "OracleDB", "PCI", "PDB", "PHP", "PID", "PIDs", "PSI", "PURL", "PVC", "PostgreSQL", "QOS", "RAID", "RAM",
        "RPC", "RSA", "RSS", "RUM", "RabbitMQ", "ReplicaSet", "RocketMQ", "S3", "SAML", "SDK", "SDKs", "SHA",
        "SKU", "SLA", "SMF", "SMTP", "SNS", "SPDY", "SQL", "SQLite", "SQS", "SSD", "SSH", "SSL", "SSO",
        "ServiceBus", "SignalR", "StatefulSet", "TCP", "TLS", "TTFB", "TTL", "TTY", "UDP", "UI", "UID", "URI", "URIs",
        "URL", "URLs", "URN", "USB", "UTC", "UTF", "UUID", "UUIDs", "V8", "V8JS", "VCS", "VM", "VMs", "VPC", "VPID",
        "VPN", "WCF", "WebEngine", "WebSocket", "XAI", "XML", "YAML", "ZOS",
    ]
}
