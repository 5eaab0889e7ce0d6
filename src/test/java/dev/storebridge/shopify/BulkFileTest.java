package dev.storebridge.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.storebridge.commerce.Product;
import dev.storebridge.platform.AccountId;
import dev.storebridge.platform.Failure;
import dev.storebridge.platform.Platform;
import dev.storebridge.platform.PlatformException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BulkFileTest {

  private static final AccountId ACCOUNT = new AccountId(Platform.SHOPIFY, "main");

  @TempDir Path folder;

  @Test
  void readsTheSameProductAsAQueryById() throws IOException {
    List<String> rows = rows(fixture(), "8001");
    assertThat(read(rows)).containsExactly(ShopifyTranslator.product(fixture(), List.of()));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void putsProductsTogetherWhateverTheOrderOfTheRows(int seed) throws IOException {
    List<String> rows = new ArrayList<>(rows(fixture(), "8001"));
    String other = ShopifyApi.JSON.writeValueAsString(fixture());
    for (String id : List.of("8001", "9001", "9002", "5001", "5002")) {
      other = other.replace("/" + id + "\"", "/77" + id + "\"");
    }
    rows.addAll(rows((ObjectNode) ShopifyApi.JSON.readTree(other), "778001"));
    Collections.shuffle(rows, new Random(seed));
    Product expected = ShopifyTranslator.product(fixture(), List.of());
    assertThat(read(rows))
        .hasSize(2)
        .extracting(Product::id)
        .containsExactlyInAnyOrder("8001", "778001");
    assertThat(read(rows))
        .filteredOn(product -> product.id().equals("8001"))
        .singleElement()
        .satisfies(
            product -> {
              assertThat(product.variants()).isEqualTo(expected.variants());
              assertThat(new HashSet<>(product.images()))
                  .isEqualTo(new HashSet<>(expected.images()));
            });
  }

  @Test
  void findsTheStockWhetherItsParentIsTheVariantOrItsInventoryItem() throws IOException {
    List<String> byItem =
        rows(fixture(), "8001").stream()
            .map(
                row ->
                    row.contains("InventoryLevel")
                        ? row.replaceAll(
                            "\"__parentId\":\"[^\"]*/900(\\d)\"",
                            "\"__parentId\":\"gid://shopify/InventoryItem/500$1\"")
                        : row)
            .toList();
    assertThat(byItem).isNotEqualTo(rows(fixture(), "8001"));
    assertThat(read(byItem)).containsExactly(ShopifyTranslator.product(fixture(), List.of()));
  }

  @Test
  void noticesARowWhoseProductIsMissing() throws IOException {
    List<String> rows = rows(fixture(), "8001");
    BulkFile file = BulkFile.scan(ACCOUNT, write(rows.subList(1, rows.size())));
    assertThat(file.complete(0)).isFalse();
  }

  @Test
  void refusesALineThatIsCutOff() {
    List<String> rows = List.of("{\"id\":\"gid://shopify/Product/1\",\"tit");
    assertThatThrownBy(() -> read(rows))
        .isInstanceOfSatisfying(
            PlatformException.class, e -> assertThat(e.failure()).isEqualTo(Failure.RETRY_LATER));
  }

  private List<Product> read(List<String> rows) throws IOException {
    List<Product> products = new ArrayList<>();
    BulkFile file = BulkFile.scan(ACCOUNT, write(rows));
    assertThat(file.complete(1)).isTrue();
    file.read(List.of(), products::addAll);
    return products;
  }

  private Path write(List<String> rows) throws IOException {
    return Files.write(folder.resolve("export.jsonl"), rows);
  }

  /** A product as an export writes it: each child a row of its own that names its parent. */
  private static List<String> rows(ObjectNode product, String id) throws IOException {
    List<String> rows = new ArrayList<>();
    String gid = "gid://shopify/Product/" + id;
    JsonNode media = product.remove("media").path("nodes");
    JsonNode variants = product.remove("variants").path("nodes");
    rows.add(product.toString());
    children(rows, media, gid);
    for (JsonNode variant : variants) {
      String variantId = variant.path("id").asText();
      JsonNode pictures = ((ObjectNode) variant).remove("media").path("nodes");
      JsonNode levels =
          ((ObjectNode) variant.path("inventoryItem")).remove("inventoryLevels").path("nodes");
      rows.add(((ObjectNode) variant).put("__parentId", gid).toString());
      children(rows, pictures, variantId);
      children(rows, levels, variantId);
    }
    return rows;
  }

  private static void children(List<String> rows, JsonNode nodes, String parent) {
    nodes.forEach(node -> rows.add(((ObjectNode) node).put("__parentId", parent).toString()));
  }

  private static ObjectNode fixture() throws IOException {
    try (InputStream in = BulkFileTest.class.getResourceAsStream("/shopify/product.json")) {
      return (ObjectNode) ShopifyApi.JSON.readTree(in);
    }
  }
}
