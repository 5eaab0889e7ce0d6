package dev.storebridge.woocommerce;

import dev.storebridge.contract.MovableClock;
import dev.storebridge.contract.OpenGuards;
import dev.storebridge.contract.TokenRing;
import dev.storebridge.platform.AccountId;
import dev.storebridge.platform.Credentials.StoreAccess.KeyPair;
import dev.storebridge.platform.Limits;
import dev.storebridge.platform.Platform;
import dev.storebridge.platform.Secret;
import dev.storebridge.platform.StoreAccount;
import dev.storebridge.platform.StoreAuth;
import dev.storebridge.resilience.Egress;
import dev.storebridge.resilience.HttpEgress;
import dev.storebridge.sandbox.woocommerce.WooCommerceSandbox;
import dev.storebridge.sandbox.woocommerce.WooCommerceSettings;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/**
 * An adapter in front of a sandbox that it believes to be at an https address of its own, as behind
 * a web server that ends TLS, and what it sent.
 */
final class StubbedWooCommerce implements AutoCloseable {

  static final URI SECURE = URI.create("https://shop.example");

  final WooCommerceSandbox sandbox;
  final List<HttpRequest> sent = new CopyOnWriteArrayList<>();
  final List<Duration> pauses = new CopyOnWriteArrayList<>();
  final MovableClock clock = new MovableClock(Instant.now());
  final TokenRing tokens =
      new TokenRing(
          new KeyPair(
              new Secret(WooCommerceSettings.DEMO_KEY.consumerKey()),
              new Secret(WooCommerceSettings.DEMO_KEY.consumerSecret())));
  final WooCommerceStorefront storefront;
  private boolean dropsAuthorization;
  private URI url;

  private StubbedWooCommerce(WooCommerceSettings settings) {
    this.sandbox = WooCommerceSandbox.start(settings);
    this.url = URI.create(sandbox.storeUrl());
    this.storefront =
        new WooCommerceStorefront(
            new Door(new HttpEgress(true)), new OpenGuards(), tokens, pauses::add, clock);
  }

  static StubbedWooCommerce of(UnaryOperator<WooCommerceSettings> settings) {
    return new StubbedWooCommerce(settings.apply(WooCommerceSettings.demo()));
  }

  /** The store by an https address whose TLS ends before the shop. */
  StubbedWooCommerce behindTls() {
    url = URI.create(SECURE + sandbox.settings().site().path());
    return this;
  }

  /** The web server keeps the Authorization header to itself. */
  StubbedWooCommerce droppingAuthorization() {
    dropsAuthorization = true;
    return this;
  }

  StoreAccount store() {
    return store(Limits.CHOSEN_BY_US);
  }

  StoreAccount store(Limits limits) {
    StoreAuth auth = new StoreAuth.RestKey(new Secret("ck_file"), new Secret("cs_file"));
    return new StoreAccount("main", "acme", Platform.WOOCOMMERCE, url, auth, limits);
  }

  long asked(String part) {
    return sent.stream().filter(request -> request.uri().toString().contains(part)).count();
  }

  @Override
  public void close() {
    sandbox.close();
  }

  /** Sends what goes to the shop's address to the sandbox. */
  private final class Door implements Egress {

    private final Egress egress;

    private Door(Egress egress) {
      this.egress = egress;
    }

    @Override
    public Answer send(AccountId account, HttpRequest request, int maxBytes) {
      sent.add(request);
      return egress.send(account, inside(request), maxBytes);
    }

    @Override
    public void stream(AccountId account, HttpRequest request, long maxBytes, AnswerReader reader) {
      sent.add(request);
      egress.stream(account, inside(request), maxBytes, reader);
    }

    private HttpRequest inside(HttpRequest request) {
      String address = request.uri().toString();
      String target = address.replaceFirst("^" + SECURE, "http://127.0.0.1:" + sandbox.port());
      return HttpRequest.newBuilder(
              request,
              (name, value) -> !dropsAuthorization || !name.equalsIgnoreCase("Authorization"))
          .uri(URI.create(target))
          .build();
    }
  }
}
