import Testing

@testable import SemConvRendering

@Suite("Case conventions")
struct CaseConventionTests {
    // The reference tool's documentation gives these names.
    @Test(
        "words part where the reference tool parts them",
        arguments: [
            (CaseConvention.pascalCase, "v8js.heap.space.name", "V8jsHeapSpaceName"),
            (.pascalCase, "host.cpu.cache.l2.size", "HostCpuCacheL2Size"),
            (.pascalCase, "HTTP.request.resend_count", "HttpRequestResendCount"),
            (.camelCase, "k8s.pod.uid", "k8sPodUid"),
            (.camelCase, "http.request.resend_count", "httpRequestResendCount"),
            (.camelCase, "ai.toolCall.name", "aiToolCallName"),
            (.snakeCase, "Hello World", "hello_world"),
            (.snakeCase, "HTTPServer", "http_server"),
            (.screamingSnakeCase, "nodejs.eventloop.delay.p99", "NODEJS_EVENTLOOP_DELAY_P99"),
            (.kebabCase, "Hello World", "hello-world"),
            (.kebabCase, "db.cassandra-level", "db-cassandra-level"),
            (.screamingKebabCase, "k8s.job.name", "K8S-JOB-NAME"),
            (.lowerCase, "Hello World", "hello world"),
            (.upperCase, "k8s.job.name", "K8S JOB NAME"),
            (.titleCase, "user_agent", "User Agent"),
            (.camelCase, "_OTHER", "other"),
            (.camelCase, "", ""),
        ]
    )
    func words(convention: CaseConvention, text: String, expected: String) {
        #expect(convention.convert(text) == expected)
    }

    @Test(
        "a constant keeps apart what only periods part",
        arguments: [
            (CaseConvention.screamingSnakeCase, "messaging.client_id", "MESSAGING_CLIENTID"),
            (.screamingSnakeCase, "messaging.client.id", "MESSAGING_CLIENT_ID"),
            (.camelCase, "messaging.client_id", "messagingClientid"),
        ]
    )
    func constants(convention: CaseConvention, text: String, expected: String) {
        #expect(convention.convertConstant(text) == expected)
    }
}
