import SemanticConventions
import ShopConventions

/// Prints what generated conventions say of themselves; a real program would record telemetry with them.
@main
struct Shop {
    static func main() {
        let method = Attributes.HTTP.Request.method  // AttributeKey<HTTPRequestMethod>, "http.request.method"
        let verb: HTTPRequestMethod = .get  // "GET"; the set is open: .custom("PURGE")
        let header = Attributes.HTTP.Request.header("X-Request-Id")  // "http.request.header.x-request-id"
        let request = Metrics.HTTP.Server.requestDuration  // name, unit, instrument, buckets, attributes by level

        let size = ShopAttributes.Shop.Cart.size  // AttributeKey<Int>, "shop.cart.size"
        let payment: ShopPaymentMethod = .invoice
        let checkout = ShopMetrics.Shop.Checkout.duration  // as above

        print(method.name, verb.rawValue, header.name, request.name)
        print(size.name, payment.rawValue, checkout.name, checkout.unit)
    }
}
