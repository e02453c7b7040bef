/// How words are spelled that Swift does not merely capitalise: `HTTP`, `K8s`, `MySQL`.
struct Acronyms: Sendable {
    /// The spellings, each with a blank after it.
    private var spellings: [UInt8] = []
    /// Where spellings start, by the hashes of their words in lower case.
    private var starts: HashIndex
    /// For each first letter, a bit for the length of every word. Most words are none, and hashing them takes longer.
    private var lengths = [UInt64](repeating: 0, count: 256)

    /// - Parameter custom: spellings that come before the built-in ones; of two of one word the later counts.
    init(custom: [String] = []) {
        starts = HashIndex(capacity: 300 + custom.count)
        // The first one inserted is found.
        for spelling in custom.reversed()
        // A spelling with anything else in it would make names that are none.
        where !spelling.isEmpty && spelling.utf8.allSatisfy({ $0.isASCIILetter || $0.isASCIIDigit }) {
            insert(spelling + " ")
        }
        insert(Self.builtIn)
    }

    /// Spells a word at the end of a name.
    ///
    /// A number at the end, such as a version, does not make it another word: `http2` is `HTTP2`.
    ///
    /// - Parameters:
    ///   - name: ends with the word in lower case.
    ///   - start: where the word starts.
    /// - Returns: whether the word has a spelling; if not, the name stays as it is.
    func respell(_ name: inout NameBuffer, from start: Int) -> Bool {
        if let spelling = find(name.bytes, in: start..<name.count) {
            copy(spelling, over: &name, from: start, to: name.count)
            return true
        }
        var end = name.count
        while end > start, name[end - 1].isASCIIDigit { end -= 1 }
        guard end > start, end < name.count, let spelling = find(name.bytes, in: start..<end) else { return false }
        copy(spelling, over: &name, from: start, to: end)
        return true
    }

    private func find(_ bytes: [UInt8], in word: Range<Int>) -> Int? {
        guard lengths[Int(bytes[word.lowerBound])] & Self.bit(word.count) != 0 else { return nil }
        return starts.first(ByteHash.of(bytes, in: word)) { start in
            for index in word where spellings[start + index - word.lowerBound].asciiLowercased != bytes[index] {
                return false
            }
            return spellings[start + word.count] == UInt8(ascii: " ")
        }
    }

    private static func bit(_ length: Int) -> UInt64 { 1 << UInt64(min(length, 63)) }

    /// A spelling has as many letters as its word.
    private func copy(_ spelling: Int, over name: inout NameBuffer, from start: Int, to end: Int) {
        for index in start..<end { name[index] = spellings[spelling + index - start] }
    }

    /// Adds words, each with a blank or line end after it.
    private mutating func insert(_ words: String) {
        var hash = ByteHash()
        var start = spellings.count
        for byte in words.utf8 {
            if byte != UInt8(ascii: " "), byte != UInt8(ascii: "\n") {
                spellings.append(byte)
                hash.combine(byte.asciiLowercased)
                continue
            }
            spellings.append(UInt8(ascii: " "))
            lengths[Int(spellings[start].asciiLowercased)] |= Self.bit(spellings.count - 1 - start)
            starts.insert(start, hash: hash.value)
            start = spellings.count
            hash = ByteHash()
        }
    }

    /// One text, because setting up an array of strings costs more than all that a run looks up.
    private static let builtIn = """
        ACL AES AI AIX AKS ANR API APIs AppHub ARM32 ARM64 ARN ARNs ASCII ASP ASPNETCore AWS BIOS BPF CA CDMA CDN CICD
        CLI ClickHouse CloudEvents CloudFoundry ClusterQuota CockroachDB CORS CosmosDB CouchDB CPU CPUs CPython CRI
        CronJob CSI CSS CSV DaemonSet DB DB2 DC DevOps DHCP DNS DNSSEC DotNet DynamoDB EBPF EBS EC2 ECS EKS EventBridge
        EventHub EventHubs EventLoop FaaS FID FIFO FreeBSD FS GC GCE GCP GCS GID GitHub GitLab GitOps GPU GPUs GraphQL
        GRPC GUID HBase HDD HMAC HPA HTML HTTP HTTPS HW IBM ICC ICMP ID IDs IMDS INP IO IOS IOStream IOT IP IPC IPs IPv4
        IPv6 ISO JA3 JA3S JavaScript JDBC JIT JMS JS JSON JSONRPC JVM JWT K8s LCP LLM LPAR MAC MacOS MariaDB MCC MCP MD5
        MFA MNC MongoDB MQ MSSQL MTU MySQL NetBSD NFS NIC NodeJS NUMA OCI OIDC OOM OpenAI OpenSearch OpenShift
        OpenTracing OracleDB OS OTel OTLP PCI PDB PersistentVolume PersistentVolumeClaim PHP PID PIDs PII PostgreSQL PSI
        PubSub PURL PVC PVCs QOS QUIC RabbitMQ RAID RAM ReplicaSet ResourceQuota RocketMQ RPC RSA RSS RTT RUM S3 SAML
        ScaleTargetRef SDK SDKs SecretsManager ServiceBus SHA SignalR SKU SLA SLI SLO SMF SMTP SNS SPDY SQL SQLite SQS
        SSD SSE SSH SSL SSO StatefulSet StorageClass TCP TLS TTFB TTL TTY UDP UI UID URI URIs URL URLs URN USB UTC UTF
        UUID UUIDs V8 V8JS VCS VM VMs VPC VPID VPN WCF WebEngine WebSocket XAI XML YAML ZOS

        """
}
