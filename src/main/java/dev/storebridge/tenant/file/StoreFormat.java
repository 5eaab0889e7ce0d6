package dev.storebridge.tenant.file;

import dev.storebridge.platform.Limits;
import dev.storebridge.platform.Platform;
import dev.storebridge.platform.Secret;
import dev.storebridge.platform.StoreAccount;
import dev.storebridge.platform.StoreAuth;
import dev.storebridge.tenant.file.AuthShape.Way;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/** {@code stores[]}: where the merchant's products are, and how we get in. */
final class StoreFormat {

  /** Ids of stores and connections: they stand in URLs. */
  static final Shape<String> ID =
      Shapes.text("[A-Za-z0-9_-]{1,64}", "an id of 1 to 64 letters, digits, `-` and `_`");

  private static final Field<BigDecimal> RATE =
      Field.optional(
          "requests-per-second", Shapes.amount("0.1", "1000"), "left out: we find the best rate");
  private static final Field<Integer> CONCURRENT =
      Field.optional("concurrent", Shapes.whole(1, 100), "calls at the same time");
  private static final Field<Integer> DAILY =
      Field.optional(
          "requests-per-day", Shapes.whole(1, 100_000_000), "left out: no limit of our own");

  static final Section<Limits> LIMITS =
      new Section<>(
          "a mapping of limits",
          List.of(RATE, CONCURRENT, DAILY),
          values ->
              new Limits(
                  values
                      .find(RATE)
                      .map(r -> OptionalDouble.of(r.doubleValue()))
                      .orElse(OptionalDouble.empty()),
                  values.find(CONCURRENT).map(OptionalInt::of).orElse(OptionalInt.empty()),
                  values.find(DAILY).map(OptionalInt::of).orElse(OptionalInt.empty())));

  private static final Field<String> STORE_ID =
      Field.required("id", ID, "unique in the service; the first tenant to use it keeps it");
  private static final Field<Platform> PLATFORM =
      Field.required(
          "platform",
          Shapes.choice(
              StoreWords.PLATFORMS.stream().map(StoreWords::spelling).toList(),
              word -> Platform.valueOf(word.toUpperCase(Locale.ROOT))),
          "where the store is");
  private static final Field<URI> URL =
      Field.required(
          "url", new UrlShape(), "base to which the API's paths are appended; may carry a path");
  private static final Field<StoreAuth> AUTH =
      Field.required("auth", new AuthShape(ways()), "how we get in");
  private static final Field<Limits> STORE_LIMITS =
      Field.of("limits", LIMITS, "{}", "what we may ask of the store; what is left out we choose");

  static final Section<StoreAccount> STORE =
      new Section<>(
          "a store",
          List.of(STORE_ID, PLATFORM, URL, AUTH, STORE_LIMITS),
          values ->
              new StoreAccount(
                  values.get(STORE_ID),
                  values.place().reading().owner().tenant(),
                  values.get(PLATFORM),
                  values.get(URL),
                  values.get(AUTH),
                  values.get(STORE_LIMITS)));

  private StoreFormat() {}

  private static List<Way> ways() {
    return List.of(consent(), ownApp(), pastedToken(), restKey());
  }

  private static Way consent() {
    Field<Boolean> oauth =
        Field.required(
            "oauth",
            new TrueShape(),
            "consent: through the service's Shopify app, or WooCommerce's key hand-over");
    return new Way(
        Set.copyOf(StoreWords.PLATFORMS),
        new Section<>("{oauth: true}", List.of(oauth), values -> new StoreAuth.Consent()));
  }

  private static Way ownApp() {
    Field<Secret> id =
        Field.required("client-id", new ClientIdShape(), "Shopify: the merchant's own app");
    Field<Secret> secret =
        Field.required("client-secret", new SecretShape(), "Shopify: the own app's secret");
    return new Way(
        Set.of(Platform.SHOPIFY),
        new Section<>(
            "{client-id, client-secret}",
            List.of(id, secret),
            values -> new StoreAuth.OwnApp(values.get(id), values.get(secret))));
  }

  private static Way pastedToken() {
    Field<Secret> token =
        Field.required("token", new SecretShape(), "Shopify: a token made in the admin");
    Field<Secret> secret =
        Field.required(
            "webhook-secret", new SecretShape(), "Shopify: the secret that signs its webhooks");
    return new Way(
        Set.of(Platform.SHOPIFY),
        new Section<>(
            "{token, webhook-secret}",
            List.of(token, secret),
            values -> new StoreAuth.PastedToken(values.get(token), values.get(secret))));
  }

  private static Way restKey() {
    Field<Secret> key =
        Field.required("key", new SecretShape(), "WooCommerce: the REST key, ck_...");
    Field<Secret> secret =
        Field.required("secret", new SecretShape(), "WooCommerce: its secret, cs_...");
    return new Way(
        Set.of(Platform.WOOCOMMERCE),
        new Section<>(
            "{key, secret}",
            List.of(key, secret),
            values -> new StoreAuth.RestKey(values.get(key), values.get(secret))));
  }
}
