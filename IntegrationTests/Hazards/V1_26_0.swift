import Conventions
import TelemetryAPI

/// OpenTelemetry's conventions as they were at version 1.26, in the oldest form of files that is still met: groups of
/// type `resource`, deprecations that are a sentence, spans with ids of all kinds. The expected values were read off the
/// registry by hand.
enum V1_26_0: ModuleChecks {
    static let module = "v1.26.0, by hand"

    @available(*, deprecated)
    static func run(_ checks: inout Checks) {
        names(&checks)
        values(&checks)
        signals(&checks)
        deprecatedNames(&checks)
    }

    @available(*, deprecated)
    private static func deprecatedNames(_ checks: inout Checks) {
        // An id that is a namespace too.
        checks.key(Attributes.DB.operation, String.self, "db.operation")
        checks.key(Attributes.Messaging.operation, String.self, "messaging.operation")
        // One segment: no namespace at all.
        checks.key(Attributes.state, StateValue.self, "state")
        checks.value(StateValue.idle, "idle")
        // Twins of `messaging.client.id` and of `http.request.method`.
        checks.key(Attributes.Messaging.clientID, String.self, "messaging.client_id")
        checks.key(Attributes.HTTP.method, String.self, "http.method")
        checks.key(Attributes.Net.Sock.Peer.addr, String.self, "net.sock.peer.addr")
        checks.key(Attributes.Pool.name, String.self, "pool.name")
        checks.value(NetTransport.other, "other")
        checks.template(Attributes.Container.labels, String.self, "container.labels")
        checks.equal(Attributes.K8s.Pod.labels("App").name, "k8s.pod.labels.App")
        // A group whose id has another name in it than the metric.
        checks.equal(Metrics.DB.Client.connectionsUsage.name, "db.client.connections.usage")
    }

    private static func names(_ checks: inout Checks) {
        // The namespaces beside ids, and the names beside their twins.
        checks.key(Attributes.DB.Operation.name, String.self, "db.operation.name")
        checks.key(Attributes.Messaging.Operation.name, String.self, "messaging.operation.name")
        checks.key(Attributes.Messaging.Operation.type, MessagingOperationType.self, "messaging.operation.type")
        checks.key(Attributes.Messaging.Client.id, String.self, "messaging.client.id")
        // Words of the language, and names of its types.
        checks.key(Attributes.File.extension, String.self, "file.extension")
        checks.key(Attributes.URL.extension, String.self, "url.extension")
        checks.key(Attributes.Network.NetworkProtocol.name, String.self, "network.protocol.name")
        checks.key(Attributes.TLS.TLSProtocol.name, TLSProtocolName.self, "tls.protocol.name")
        checks.key(Attributes.Error.type, ErrorType.self, "error.type")
        checks.key(Attributes.OS.type, OSTypeValue.self, "os.type")
        checks.key(Attributes.Event.name, String.self, "event.name")
        checks.key(Attributes.Thread.id, Int.self, "thread.id")
        checks.equal(Metrics.JVM.Memory.init_.name, "jvm.memory.init")
        checks.equal(Metrics.JVM.Class.count.name, "jvm.class.count")
        // Digits inside words.
        checks.key(Attributes.Host.CPU.Cache.L2.size, Int.self, "host.cpu.cache.l2.size")
        checks.key(Attributes.TLS.Client.ja3, String.self, "tls.client.ja3")
        checks.key(Attributes.TLS.Server.ja3s, String.self, "tls.server.ja3s")
        checks.key(Attributes.TLS.Client.Hash.sha256, String.self, "tls.client.hash.sha256")
        checks.key(Attributes.AWS.S3.uploadID, String.self, "aws.s3.upload_id")
        // Types.
        checks.key(Attributes.GenAI.Request.temperature, Double.self, "gen_ai.request.temperature")
        checks.key(Attributes.Browser.mobile, Bool.self, "browser.mobile")
        checks.key(Attributes.Process.commandArgs, [String].self, "process.command_args")
        checks.key(Attributes.HTTP.Request.method, HTTPRequestMethod.self, "http.request.method")
        checks.key(Attributes.RPC.GRPC.statusCode, EnumValue<RPCGRPCStatusCodeTag, Int>.self, "rpc.grpc.status_code")
        // Templates: only headers and metadata are lower-cased, and dashes stay.
        checks.template(Attributes.HTTP.Request.header, [String].self, "http.request.header")
        checks.equal(Attributes.HTTP.Request.header("Content-Type").name, "http.request.header.content-type")
        checks.equal(Attributes.RPC.GRPC.Request.metadata("My-Key").name, "rpc.grpc.request.metadata.my-key")
        checks.template(Attributes.DB.Query.parameter, String.self, "db.query.parameter")
        checks.equal(Attributes.K8s.Pod.annotation("kubernetes.io/A-b").name, "k8s.pod.annotation.kubernetes.io/A-b")
    }

    private static func values(_ checks: inout Checks) {
        checks.value(RPCGRPCStatusCode.internal, 13)
        checks.equal(RPCGRPCStatusCode.ok.attributeValue, .int(0))
        checks.value(DBCassandraConsistencyLevel.any, "any")
        checks.value(SystemPagingDirection.in, "in")
        checks.value(MessagingServiceBusDispositionStatus.defer, "defer")
        checks.value(HTTPRequestMethod.get, "GET")
        checks.value(HTTPRequestMethod.other, "_OTHER")
        checks.value(ErrorType.other, "_OTHER")
        // The id of the member and its value differ.
        checks.value(MessagingOperationType.deliver, "process")
        // Two numbers that meet, and numbers at the end.
        checks.value(NetworkConnectionSubtype.cdma2000_1xrtt, "cdma2000_1xrtt")
        checks.value(NetworkConnectionSubtype.evdo0, "evdo_0")
        checks.value(DBSystem.db2, "db2")
        checks.value(CloudPlatform.awsEC2, "aws_ec2")
        checks.value(OSTypeValue.zOS, "z_os")
        checks.equal(HTTPRequestMethod.custom("PURGE").attributeValue, .string("PURGE"))
    }

    private static func signals(_ checks: inout Checks) {
        let duration = Metrics.HTTP.Server.requestDuration
        checks.equal(duration.name, "http.server.request.duration")
        checks.equal(duration.unit, "s")
        checks.equal(duration.instrument, .histogram)
        checks.equal(duration.stability, .stable)
        checks.equal(Set(duration.attributes.names(through: .required)), ["http.request.method", "url.scheme"])
        checks.equal(Metrics.FaaS.coldstarts.unit, "{coldstart}")
        checks.equal(Metrics.ASPNETCore.Routing.matchAttempts.name, "aspnetcore.routing.match_attempts")
        checks.equal(Metrics.System.Paging.faults.instrument, .counter)
        checks.equal(ViewPresets.HTTP.serverRequestDuration.instrumentName, "http.server.request.duration")
        // Span ids without a rule; one is a word of the language below a word that is a span too.
        checks.equal(Spans.Trace.HTTP.server.id, "trace.http.server")
        checks.equal(Spans.Trace.HTTP.server.kind, .server)
        checks.equal(Spans.FaaSSpan.in.kind, .server)
        checks.equal(Spans.faasSpan.id, "faas_span")
        checks.equal(Spans.AWS.s3.id, "aws.s3")
        checks.equal(Spans.aws.kind, nil)
        // Two events with one name.
        checks.equal(Events.exception.name, "exception")
        checks.equal(Events.featureFlag.name, "feature_flag")
        checks.equal(Events.featureFlag2.name, "feature_flag")
        checks.equal(Events.RPC.message.name, "rpc.message")
        // Resources, which have no names but ids.
        checks.equal(Entities.host.type, "host")
        checks.equal(Entities.Host.cpu.type, "host.cpu")
        checks.equal(Entities.faasResource.type, "faas_resource")
        checks.equal(Entities.service.attributes.names(through: .required), ["service.name"])
    }
}
