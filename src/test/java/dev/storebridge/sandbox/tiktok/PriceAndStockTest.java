package dev.storebridge.sandbox.tiktok;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PriceAndStockTest {

  private final Stage stage = new Stage();
  private String product;
  private String sku;

  @BeforeEach
  void listAMugInTwoWarehouses() {
    ObjectNode body = stage.mug();
    ((ArrayNode) body.path("skus").get(0).path("inventory"))
        .addObject()
        .put("warehouse_id", Stage.SECOND_WAREHOUSE)
        .put("quantity", 3);
    product = stage.live(body);
    sku = stage.product(product).path("skus").get(0).path("id").asText();
  }

  @AfterEach
  void stop() {
    stage.close();
  }

  private ShopClient.Reply stock(String skuId, Object... warehousesAndQuantities) {
    ObjectNode body = Json.object();
    ArrayNode entries = body.putArray("skus").addObject().put("id", skuId).putArray("inventory");
    for (int i = 0; i < warehousesAndQuantities.length; i += 2) {
      entries
          .addObject()
          .put("warehouse_id", (String) warehousesAndQuantities[i])
          .put("quantity", (Integer) warehousesAndQuantities[i + 1]);
    }
    return stage.client().post(Stage.CREATE + "/" + product + "/inventory/update", body);
  }

  private ShopClient.Reply price(String skuId, String amount, String currency) {
    ObjectNode body = Json.object();
    body.putArray("skus")
        .addObject()
        .put("id", skuId)
        .putObject("price")
        .put("amount", amount)
        .put("currency", currency);
    return stage.client().post(Stage.CREATE + "/" + product + "/prices/update", body);
  }

  private JsonNode inventory() {
    return stage
        .client()
        .post("/product/202309/inventory/search", "{\"sku_ids\":[\"" + sku + "\"]}")
        .data()
        .path("inventory")
        .get(0)
        .path("skus")
        .get(0);
  }

  @Test
  void stockIsSetAbsolutely() {
    ShopClient.Reply reply = stock(sku, Stage.MAIN_WAREHOUSE, 40, Stage.SECOND_WAREHOUSE, 0);
    assertThat(reply.json().path("data")).isEmpty();
    assertThat(inventory().path("total_available_quantity").asInt()).isEqualTo(40);
  }

  @Test
  void everyAssignedWarehouseMustBeNamed() {
    JsonNode error = stock(sku, Stage.MAIN_WAREHOUSE, 1).data().path("errors").get(0);
    assertThat(error.path("code").asInt()).isEqualTo(12052990);
    JsonNode extra = error.path("detail").path("extra_errors").get(0);
    assertThat(extra.path("code").asInt()).isEqualTo(12019028);
    assertThat(extra.path("warehouse_id").asText()).isEqualTo(Stage.SECOND_WAREHOUSE);
    assertThat(inventory().path("total_available_quantity").asInt()).isEqualTo(10);
  }

  @Test
  void anUnknownWarehouseIsAPartialError() {
    JsonNode extra =
        stock(sku, Stage.MAIN_WAREHOUSE, 1, Stage.SECOND_WAREHOUSE, 1, "7000000000000000099", 1)
            .data()
            .path("errors")
            .get(0)
            .path("detail")
            .path("extra_errors")
            .get(0);
    assertThat(extra.path("code").asInt()).isEqualTo(12052097);
  }

  @Test
  void quantitiesAndSkusAreChecked() {
    assertThat(stock(sku, Stage.MAIN_WAREHOUSE, 100_000).code()).isEqualTo(12052055);
    assertThat(stock("1", Stage.MAIN_WAREHOUSE, 1).code()).isEqualTo(12052556);
  }

  @Test
  void committedUnitsAreOutOfTheAvailableOnes() {
    stage.control.commitStock(stage.shop.id(), sku, Stage.MAIN_WAREHOUSE, 2);
    JsonNode main = inventory().path("warehouse_inventory").get(0);
    assertThat(main.path("available_quantity").asInt()).isEqualTo(5);
    assertThat(main.path("committed_quantity").asInt()).isEqualTo(2);
    assertThat(inventory().path("total_committed_quantity").asInt()).isEqualTo(2);
    assertThat(
            stage
                .product(product)
                .path("skus")
                .get(0)
                .path("inventory")
                .get(0)
                .path("quantity")
                .asInt())
        .isEqualTo(5);
  }

  @Test
  void inventorySearchWantsIdsAndNotTooMany() {
    ShopClient client = stage.client();
    assertThat(client.post("/product/202309/inventory/search", "{\"sku_ids\":[]}").code())
        .isEqualTo(12052910);
    ObjectNode many = Json.object();
    ArrayNode ids = many.putArray("product_ids");
    for (int i = 0; i < 101; i++) {
      ids.add("1");
    }
    assertThat(client.post("/product/202309/inventory/search", many).code()).isEqualTo(12019120);
  }

  @Test
  void pricesChangeAtOnceWithoutReview() {
    ShopClient.Reply reply = price(sku, "13.37", "GBP");
    assertThat(reply.code()).isZero();
    assertThat(reply.data()).isEmpty();
    JsonNode shown = stage.product(product);
    assertThat(shown.path("skus").get(0).path("price").path("sale_price").asText())
        .isEqualTo("13.37");
    assertThat(shown.path("audit").path("status").asText()).isEqualTo("APPROVED");
  }

  @Test
  void pricesAreCheckedAndLockable() {
    assertThat(price(sku, "13.37", "EUR").code()).isEqualTo(12052084);
    assertThat(price("1", "13.37", "GBP").code()).isEqualTo(12052557);
    stage.control.lockPrice(stage.shop.id(), sku, true);
    assertThat(price(sku, "13.37", "GBP").code()).isEqualTo(12052038);
  }

  @Test
  void pricesNeedALiveProduct() {
    stage.client().post(Stage.CREATE + "/deactivate", "{\"product_ids\":[\"" + product + "\"]}");
    assertThat(price(sku, "13.37", "GBP").code()).isEqualTo(12052901);
  }
}
