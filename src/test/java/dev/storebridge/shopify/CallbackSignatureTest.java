package dev.storebridge.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storebridge.platform.Secret;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Signatures that Shopify's documentation and its own library agree with. */
class CallbackSignatureTest {

  private static final Secret TEST_SECRET =
      new Secret("shpss_test_0123456789abcdef0123456789abcdef");

  record Vector(Secret secret, Map<String, String> query) {}

  static Stream<Vector> vectors() {
    return Stream.of(
        new Vector(
            new Secret("hush"),
            Map.of(
                "code", "0907a61c0c8d55e99db179b68161bc00",
                "shop", "some-shop.myshopify.com",
                "state", "0.6784241404160823",
                "timestamp", "1337178173",
                "hmac", "700e2dadb827fcc8609e9d5ce208b2e9cdaab9df07390d2cbca10d7c328fc4bf")),
        new Vector(
            TEST_SECRET,
            Map.of(
                "code", "0907a61c0c8d55e99db179b68161bc00",
                "host", "YWRtaW4uc2hvcGlmeS5jb20vc3RvcmUvZGVtby1zaG9w",
                "shop", "demo-shop.myshopify.com",
                "state", "8f2d1c0b7a695847",
                "timestamp", "1763800000",
                "hmac", "d8ab5ae09d36a91f540c0f9aa03af134a8f95906512bdd4c35fb57a0bdc42b5b")),
        new Vector(
            TEST_SECRET,
            Map.of(
                "code", "abc",
                "shop", "demo-shop.myshopify.com",
                "state", "a b&c=d/é+~",
                "timestamp", "1763800000",
                "hmac", "048f39d7c48be1aa504b3dd639fb889cca1c4a3ceab03178c0d2b2b3bfe3d904")));
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void acceptsWhatShopifySigned(Vector vector) {
    assertThat(CallbackSignature.valid(vector.secret(), vector.query())).isTrue();
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void refusesAnyOtherQuery(Vector vector) {
    assertThat(CallbackSignature.valid(vector.secret(), with(vector, "code", "other"))).isFalse();
    assertThat(CallbackSignature.valid(vector.secret(), with(vector, "more", "1"))).isFalse();
    assertThat(CallbackSignature.valid(vector.secret(), with(vector, "hmac", ""))).isFalse();
    assertThat(CallbackSignature.valid(new Secret("guess"), vector.query())).isFalse();
  }

  private static Map<String, String> with(Vector vector, String name, String value) {
    Map<String, String> query = new HashMap<>(vector.query());
    query.put(name, value);
    return query;
  }
}
