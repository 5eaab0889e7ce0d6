package dev.storebridge.woocommerce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.storebridge.commerce.Dimensions;
import dev.storebridge.commerce.Product;
import dev.storebridge.commerce.ProductOption;
import dev.storebridge.commerce.Stock;
import dev.storebridge.commerce.StockLevel;
import dev.storebridge.commerce.Variant;
import dev.storebridge.platform.AccountId;
import dev.storebridge.platform.Platform;
import dev.storebridge.platform.PlatformException;
import dev.storebridge.platform.WebhookEvent;
import dev.storebridge.platform.WebhookRequest;
import dev.storebridge.resilience.Egress;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;

/** Payloads that a running shop sent, where somebody has a folder of them. */
@EnabledIfEnvironmentVariable(named = "STOREBRIDGE_WOO_SAMPLES", matches = ".+")
class WooSamplesTest {

  private static final AccountId ACCOUNT = new AccountId(Platform.WOOCOMMERCE, "samples");

  private final Path folder = Path.of(System.getenv("STOREBRIDGE_WOO_SAMPLES"));

  @Test
  void everyProductIsUnderstood() throws IOException {
    List<JsonNode> products = new ArrayList<>();
    List<JsonNode> variations = new ArrayList<>();
    for (JsonNode payload : payloads()) {
      (payload.isArray() ? payload : List.of(payload))
          .forEach(node -> sort(node, products, variations));
    }
    assertThat(products).hasSizeGreaterThan(20);
    assertThat(variations).isNotEmpty();
    for (JsonNode node : products) {
      List<JsonNode> own =
          variations.stream()
              .filter(one -> Json.text(one, "parent_id").equals(Json.text(node, "id")))
              .toList();
      Product product = translated(node, own);
      assertThat(product.id()).isNotEmpty();
      assertThat(product.title()).isNotEmpty();
      assertThat(product.updatedAt()).isAfter(Instant.EPOCH);
      if (product.obstacles().isEmpty()) {
        assertThat(product.variants()).allMatch(variant -> variant.price().isPresent());
      }
    }
  }

  /** What the merchant had entered in the shop, and what had been sold since. */
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        // file, id, title, then sku, gtin, price, price before, grams, size in cm, units or - for
        // without limit
        "product-simple, 60, Enamel Mug, MUG-1, 4006381333931, 9.99, 12.50, 350, 9x8x8, 30",
        "product-create-simple, 60, Enamel Mug, MUG-1, 4006381333931, 9.99, 12.50, 350, 9x8x8, 30",
        "product-update-stock, 60, Enamel Mug, MUG-1, 4006381333931, 9.99, 12.50, 350, 9x8x8, 25",
        "webhook-product.created.body, 60, Enamel Mug, MUG-1, 4006381333931, 9.99, 12.50, 350, 9x8x8, 30",
        "webhook-product.updated.body, 60, Enamel Mug, MUG-1, 4006381333931, 9.99, 12.50, 350, 9x8x8, 25",
        "product-trash, 74, To be deleted, DEL-1, '', 1, -, -, -, -",
        "products-list-headers, 19, Hoodie with Pocket, woo-hoodie-with-pocket, '', 35, 45, 1361, 26x21x6, 46",
        "products-list-headers, 18, Sunglasses, woo-sunglasses, '', 90, -, 91, 11x4x3, 56",
        "products-modified-after, 60, Enamel Mug, MUG-1, 4006381333931, 9.99, 12.50, 350, 9x8x8, 24",
        "products-modified-after, 32, Beanie with Logo, Woo-beanie-logo, '', 18, 20, 91, 16x11x3, 63"
      })
  void aSimpleProductIsWhatItsShopMeant(ArgumentsAccessor row) throws IOException {
    Product product = translated(node(row.getString(0), row.getString(1)), List.of());
    assertThat(product.title()).isEqualTo(row.getString(2));
    assertThat(product.status()).isEqualTo("publish");
    assertThat(product.obstacles()).isEmpty();
    Variant offer = product.variants().getFirst();
    assertThat(offer.sku()).isEqualTo(row.getString(3));
    assertThat(offer.barcode()).isEqualTo(row.getString(4));
    assertThat(offer.price()).contains(new BigDecimal(row.getString(5)));
    assertThat(offer.compareAtPrice().map(BigDecimal::toPlainString).orElse(null))
        .isEqualTo(row.getString(6));
    assertThat(offer.weight().map(weight -> weight.grams().toBigInteger().toString()).orElse(null))
        .isEqualTo(row.getString(7));
    assertThat(offer.dimensions().map(WooSamplesTest::words).orElse(null))
        .isEqualTo(row.getString(8));
    assertThat(offer.stock()).isEqualTo(units(row.getString(9)));
  }

  /** The product and its variations were recorded by themselves. */
  @ParameterizedTest
  @CsvSource({
    "65, FS-S-NAVY, S, Navy, 29.00, 6",
    "67, FS-M-GREEN, M, Green, 31.00, 7",
    "68, FS-L-NAVY, L, Navy, 33.00, 2"
  })
  void aVariationIsWhatItsShopMeant(ArgumentsAccessor row) throws IOException {
    List<JsonNode> variations = new ArrayList<>();
    payload("variations-list").forEach(variations::add);
    Product shirt = translated(node("product-variable", "63"), variations);
    assertThat(shirt.title()).isEqualTo("Field Shirt");
    assertThat(shirt.options())
        .containsExactly(
            new ProductOption("Size", List.of("S", "M", "L")),
            new ProductOption("Colour", List.of("Navy", "Green")));
    assertThat(shirt.images()).hasSize(2);
    assertThat(shirt.variants()).hasSize(3);
    Variant offer =
        shirt.variants().stream()
            .filter(one -> one.id().equals(row.getString(0)))
            .findFirst()
            .orElseThrow();
    assertThat(offer.sku()).isEqualTo(row.getString(1));
    assertThat(offer.options()).containsExactly(row.getString(2), row.getString(3));
    assertThat(offer.price()).contains(new BigDecimal(row.getString(4)));
    assertThat(offer.stock()).isEqualTo(units(row.getString(5)));
  }

  /** What a webhook is about, as far as we read it. */
  @ParameterizedTest
  @CsvSource({
    "webhook-product.created, product.created, PRODUCT, 60, 2026-11-22T07:44:54Z",
    "webhook-product.updated, product.updated, PRODUCT, 60, 2026-11-22T07:45:05Z",
    "webhook-product.updated-variation, product.updated, PRODUCT, 63, 2026-11-22T07:45:09Z",
    "webhook-product.deleted, product.deleted, PRODUCT, 74, ",
    "webhook-order.deleted, order.deleted, ORDER, 70, "
  })
  void aWebhookIsAboutWhatItsShopMeant(
      String file, String topic, WebhookEvent.Subject subject, String ref, Instant at)
      throws IOException {
    byte[] body = Files.readAllBytes(folder.resolve(file + ".body.json"));
    WebhookRequest request = new WebhookRequest(Map.of("X-WC-Webhook-Topic", topic)::get, body);
    WebhookEvent event = new WooCommerceWebhooks().read(request);
    assertThat(event.subject()).isEqualTo(subject);
    assertThat(event.refs()).containsExactly(ref);
    assertThat(event.happenedAt()).isEqualTo(Optional.ofNullable(at));
  }

  private static String words(Dimensions size) {
    return size.length() + "x" + size.width() + "x" + size.height();
  }

  private static Stock units(String units) {
    return units == null
        ? new Stock.Untracked()
        : new Stock.Counted(List.of(new StockLevel("0", Long.parseLong(units))));
  }

  private static Product translated(JsonNode node, List<JsonNode> variations) {
    return WooCommerceTranslator.product(node, variations, Shapes.SETTINGS, List.of());
  }

  private JsonNode node(String file, String id) throws IOException {
    JsonNode payload = payload(file);
    for (JsonNode node : payload.isArray() ? payload : List.of(payload)) {
      if (Json.text(node, "id").equals(id)) {
        return node;
      }
    }
    throw new AssertionError("no " + id + " in " + file);
  }

  private JsonNode payload(String file) throws IOException {
    return Json.MAPPER.readTree(folder.resolve(file + ".json").toFile());
  }

  private static void sort(JsonNode node, List<JsonNode> products, List<JsonNode> variations) {
    if (node.path("type").asText().equals("variation")) {
      variations.add(node);
    } else if (node.has("catalog_visibility")) {
      products.add(node);
    }
  }

  @Test
  void everyRefusalHasACauseAndAFix() throws IOException {
    List<JsonNode> refusals = payloads().stream().filter(node -> node.has("code")).toList();
    assertThat(refusals).hasSizeGreaterThan(4);
    for (JsonNode refusal : refusals) {
      int status = refusal.path("data").path("status").asInt(0);
      if (status == 0) {
        continue;
      }
      Egress.Answer answer =
          new Egress.Answer(
              status,
              HttpHeaders.of(Map.of(), (a, b) -> true),
              Json.MAPPER.writeValueAsBytes(refusal));
      PlatformException fault =
          Assertions.catchThrowableOfType(
              PlatformException.class,
              () ->
                  WooCommerceErrors.checkStatus(
                      ACCOUNT, URI.create("https://shop.example"), answer));
      assertThat(fault.explanation().code()).isEqualTo(Json.text(refusal, "code"));
      assertThat(fault.explanation().fix()).isNotBlank();
    }
  }

  @Test
  void theSettingsSayUnitAndCurrency() throws IOException {
    JsonNode general = Json.MAPPER.readTree(folder.resolve("settings-general.json").toFile());
    ShopSettings settings =
        ShopSettings.of(general, MissingNode.getInstance(), MissingNode.getInstance())
            .orElseThrow();
    assertThat(settings.currency().value()).isEqualTo("GBP");
    assertThat(settings.taxIncluded()).isTrue();
  }

  private List<JsonNode> payloads() throws IOException {
    List<JsonNode> payloads = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".json")).sorted().toList()) {
        payloads.add(Answers.json(Files.readAllBytes(file)).orElseThrow());
      }
    }
    return payloads;
  }
}
