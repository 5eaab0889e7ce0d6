package dev.storebridge.woocommerce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.storebridge.commerce.Product;
import dev.storebridge.platform.AccountId;
import dev.storebridge.platform.Platform;
import dev.storebridge.platform.PlatformException;
import dev.storebridge.resilience.Egress;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

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
      Product product = WooCommerceTranslator.product(node, own, Shapes.SETTINGS, List.of());
      assertThat(product.id()).isNotEmpty();
      assertThat(product.title()).isNotEmpty();
      assertThat(product.updatedAt()).isAfter(Instant.EPOCH);
      if (product.obstacles().isEmpty()) {
        assertThat(product.variants()).allMatch(variant -> variant.price().isPresent());
      }
    }
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
