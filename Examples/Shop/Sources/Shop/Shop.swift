import SemanticConventions
import ShopConventions

/// Prints what generated conventions say of themselves; a real program would record telemetry with them.
@main
struct Shop {
    static func main() {
        let method = Attributes.HTTP.Request.method  // AttributeKey<HTTPRequestMethod>, "http.request.method"
        let verb: HTTPRequestMethod = .get  // "GET"; the set is open: .custom("PURGE")
        let header = Attributes.HTTP.Request.header("X-Request-Id")  // "http.request.header.x-request-id"
        let duration = Metrics.HTTP.Server.requestDuration  // name, unit, instrument, buckets, attributes with levels

        let size = ShopAttributes.Shop.Cart.size  // AttributeKey<Int>, "shop.cart.size"
        let payment: ShopPaymentMethod = .invoice

        print(method.name, verb.rawValue, header.name, duration.name, duration.unit)
        print(size.name, payment.rawValue, ShopMetrics.Shop.Checkout.duration.name)
    }
}
