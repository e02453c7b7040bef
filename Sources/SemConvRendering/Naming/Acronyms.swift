/// How words are spelled that Swift does not merely capitalise: `HTTP`, `K8s`, `MySQL`.
struct Acronyms: Sendable {
    /// A word of up to 24 bytes in three integers, which hash much faster than a string.
    private struct Key: Hashable {
        private var high: UInt64 = 0
        private var middle: UInt64 = 0
        private var low: UInt64 = 0

        /// `nil` for a longer word; none in the table is.
        init?(_ word: some Collection<UInt8>) {
            guard word.count <= 24 else { return nil }
            for byte in word {
                high = high << 8 | middle >> 56
                middle = middle << 8 | low >> 56
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
        "ACL", "AES", "AI", "AIX", "AKS", "ANR", "API", "APIs", "AppHub", "ARM32", "ARM64", "ARN", "ARNs", "ASCII",
        "ASP", "ASPNETCore", "AWS", "BIOS", "BPF", "CA", "CDMA", "CDN", "CICD", "CLI", "ClickHouse", "CloudEvents",
        "CloudFoundry", "ClusterQuota", "CockroachDB", "CORS", "CosmosDB", "CouchDB", "CPU", "CPUs", "CPython", "CRI",
        "CronJob", "CSI", "CSS", "CSV", "DaemonSet", "DB", "DB2", "DC", "DevOps", "DHCP", "DNS", "DNSSEC", "DotNet",
        "DynamoDB", "EBPF", "EBS", "EC2", "ECS", "EKS", "EventBridge", "EventHub", "EventHubs", "EventLoop", "FaaS",
        "FID", "FIFO", "FreeBSD", "FS", "GC", "GCE", "GCP", "GCS", "GID", "GitHub", "GitLab", "GitOps", "GPU", "GPUs",
        "GraphQL", "GRPC", "GUID", "HBase", "HDD", "HMAC", "HPA", "HTML", "HTTP", "HTTPS", "HW", "IBM", "ICC", "ICMP",
        "ID", "IDs", "IMDS", "INP", "IO", "IOS", "IOStream", "IOT", "IP", "IPC", "IPs", "IPv4", "IPv6", "ISO", "JA3",
        "JA3S", "JavaScript", "JDBC", "JIT", "JMS", "JS", "JSON", "JSONRPC", "JVM", "JWT", "K8s", "LCP", "LLM", "LPAR",
        "MAC", "MacOS", "MariaDB", "MCC", "MCP", "MD5", "MFA", "MNC", "MongoDB", "MQ", "MSSQL", "MTU", "MySQL",
        "NetBSD", "NFS", "NIC", "NodeJS", "NUMA", "OCI", "OIDC", "OOM", "OpenAI", "OpenSearch", "OpenShift",
        "OpenTracing", "OracleDB", "OS", "OTel", "OTLP", "PCI", "PDB", "PersistentVolume", "PersistentVolumeClaim",
        "PHP", "PID", "PIDs", "PII", "PostgreSQL", "PSI", "PubSub", "PURL", "PVC", "PVCs", "QOS", "QUIC", "RabbitMQ",
        "RAID", "RAM", "ReplicaSet", "ResourceQuota", "RocketMQ", "RPC", "RSA", "RSS", "RTT", "RUM", "S3", "SAML",
        "ScaleTargetRef", "SDK", "SDKs", "SecretsManager", "ServiceBus", "SHA", "SignalR", "SKU", "SLA", "SLI", "SLO",
        "SMF", "SMTP", "SNS", "SPDY", "SQL", "SQLite", "SQS", "SSD", "SSE", "SSH", "SSL", "SSO", "StatefulSet",
        "StorageClass", "TCP", "TLS", "TTFB", "TTL", "TTY", "UDP", "UI", "UID", "URI", "URIs", "URL", "URLs", "URN",
        "USB", "UTC", "UTF", "UUID", "UUIDs", "V8", "V8JS", "VCS", "VM", "VMs", "VPC", "VPID", "VPN", "WCF",
        "WebEngine", "WebSocket", "XAI", "XML", "YAML", "ZOS",
    ]
}
