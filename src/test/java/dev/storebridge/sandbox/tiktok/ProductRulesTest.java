package dev.storebridge.sandbox.tiktok;

import static dev.storebridge.sandbox.tiktok.Bodies.attribute;
import static dev.storebridge.sandbox.tiktok.Bodies.first;
import static dev.storebridge.sandbox.tiktok.Bodies.price;
import static dev.storebridge.sandbox.tiktok.Bodies.size;
import static dev.storebridge.sandbox.tiktok.Bodies.stock;
import static dev.storebridge.sandbox.tiktok.Bodies.two;
import static dev.storebridge.sandbox.tiktok.Bodies.weight;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ProductRulesTest {

  private static Stage stage;

  @BeforeAll
  static void start() {
    stage = new Stage();
  }

  @AfterAll
  static void stop() {
    stage.close();
  }

  private static Arguments rule(String name, int code, Consumer<ObjectNode> change) {
    return arguments(name, code, change);
  }

  static Stream<Arguments> rules() {
    return Stream.of(texts(), images(), categories(), skus(), money(), stocks(), packages())
        .flatMap(each -> each);
  }

  private static Stream<Arguments> texts() {
    return Stream.of(
        rule("empty title", 12052261, b -> b.put("title", " ")),
        rule("long title", 12052051, b -> b.put("title", "x".repeat(256))),
        rule("entity in title", 12052931, b -> b.put("title", "Cups &amp; mugs")),
        rule("emoji in title", 12052931, b -> b.put("title", "Mug \u2615")),
        rule("Chinese title", 12052262, b -> b.put("title", "Mug \u676f")),
        rule("empty description", 12052015, b -> b.put("description", "")),
        rule("long description", 12052013, b -> b.put("description", "x".repeat(10_001))),
        rule("script", 12052345, b -> b.put("description", "<script>1</script>")),
        rule(
            "external image",
            12052340,
            b ->
                b.put(
                    "description",
                    "<img src=\"https://shop.example/a.png\" width=\"10\" height=\"10\">")),
        rule("image without src", 12052348, b -> b.put("description", "<img width=\"10\">")),
        rule("save mode", 98001004, b -> b.put("save_mode", "PUBLISH")),
        rule("long external id", 12052369, b -> b.put("external_product_id", "x".repeat(1_000))),
        rule("minimum order quantity", 12052707, b -> b.put("minimum_order_quantity", 2)));
  }

  private static Stream<Arguments> images() {
    return Stream.of(
        rule("no main image", 12052028, b -> b.putArray("main_images")),
        rule(
            "never uploaded",
            12052722,
            b -> b.putArray("main_images").addObject().put("uri", "tos/none")),
        rule(
            "uploaded for another use",
            12052300,
            b ->
                b.putArray("main_images")
                    .addObject()
                    .put("uri", stage.image("DESCRIPTION_IMAGE", 400, 400))),
        rule(
            "ten main images",
            12052306,
            b -> {
              JsonNode image = b.path("main_images").get(0);
              ArrayNode images = b.putArray("main_images");
              for (int i = 0; i < 10; i++) {
                images.add(image);
              }
            }));
  }

  private static Stream<Arguments> categories() {
    return Stream.of(
        rule("unknown category", 12052023, b -> b.put("category_id", "1")),
        rule("not a leaf", 12052024, b -> b.put("category_id", "600001")),
        rule("v2 category as v1", 12052230, b -> b.put("category_id", "800942")),
        rule("prohibited", 12052220, b -> b.put("category_id", "601901")),
        rule("invite only", 12052221, b -> b.put("category_id", "601902")),
        rule("outside the main category", 12052225, b -> b.put("category_id", "601903")),
        rule("required attribute", 12052104, b -> b.put("category_id", "601301")),
        rule("required certification", 12052105, b -> b.put("category_id", "601312")),
        rule("required size chart", 12052673, b -> b.put("category_id", "601323")),
        rule("foreign attribute", 12019030, b -> attribute(b, "100109", "No Warranty")),
        rule(
            "free value of a closed list",
            12052240,
            b -> attribute(b.put("category_id", "601301"), "100109", "For ever")),
        rule(
            "attribute twice",
            12052244,
            b -> {
              attribute(b, "100108", "Cold");
              attribute(b, "100108", "Hot");
            }));
  }

  private static Stream<Arguments> skus() {
    return Stream.of(
        rule("no SKU", 12052902, b -> b.putArray("skus")),
        rule("blank in seller_sku", 12019059, b -> first(b).put("seller_sku", "MUG 1")),
        rule("empty seller_sku", 12019059, b -> first(b).put("seller_sku", "")),
        rule("long seller_sku", 12052054, b -> first(b).put("seller_sku", "x".repeat(51))),
        rule("id of no SKU", 36009004, b -> first(b).put("id", "1")),
        rule(
            "two SKUs without attributes",
            12019117,
            b -> ((ArrayNode) b.path("skus")).add(Stage.sku("B", "1.00", "GBP", 1))),
        rule("same combination", 12052560, b -> two(b, "Red", "Red")),
        rule(
            "incomplete attributes",
            12052550,
            b -> ((ObjectNode) two(b, "Red", "Blue").get(1)).remove("sales_attributes")),
        rule("long value", 12052934, b -> two(b, "Red", "x".repeat(51))),
        rule(
            "long name",
            12052933,
            b ->
                first(b)
                    .withArray("sales_attributes")
                    .addObject()
                    .put("name", "x".repeat(21))
                    .put("value_name", "y")),
        rule(
            "four kinds",
            12052525,
            b ->
                Stream.of("A", "B", "C", "D")
                    .forEach(
                        name ->
                            first(b)
                                .withArray("sales_attributes")
                                .addObject()
                                .put("name", name)
                                .put("value_name", "y"))),
        rule(
            "three hundred and one",
            12052050,
            b -> {
              ArrayNode skus = b.putArray("skus");
              for (int i = 0; i < 301; i++) {
                skus.add(Stage.colour(Stage.sku("S" + i, "1.00", "GBP", 1), "c" + i));
              }
            }));
  }

  private static Stream<Arguments> money() {
    return Stream.of(
        rule("foreign currency", 12052084, b -> price(b).put("currency", "USD")),
        rule("no amount", 12052571, b -> price(b).remove("amount")),
        rule("zero", 12052073, b -> price(b).put("amount", "0")),
        rule("comma", 12052073, b -> price(b).put("amount", "1,50")),
        rule("three decimals", 12052073, b -> price(b).put("amount", "1.505")),
        rule(
            "list price outside the US",
            12052376,
            b -> first(b).putObject("list_price").put("amount", "20").put("currency", "GBP")));
  }

  private static Stream<Arguments> stocks() {
    return Stream.of(
        rule("no warehouse", 12052096, b -> first(b).putArray("inventory")),
        rule("unknown warehouse", 12052097, b -> stock(b).put("warehouse_id", "1")),
        rule(
            "return warehouse", 12052532, b -> stock(b).put("warehouse_id", "7000000000000000023")),
        rule(
            "disabled warehouse",
            12052531,
            b -> stock(b).put("warehouse_id", "7000000000000000024")),
        rule("negative", 12052055, b -> stock(b).put("quantity", -1)),
        rule("too many", 12052055, b -> stock(b).put("quantity", 100_000)),
        rule(
            "warehouse twice",
            12052555,
            b -> ((ArrayNode) first(b).path("inventory")).add(stock(b).deepCopy())));
  }

  private static Stream<Arguments> packages() {
    return Stream.of(
        rule("no weight", 12052016, b -> b.remove("package_weight")),
        rule("zero weight", 12052181, b -> weight(b, "0", "KILOGRAM")),
        rule("pounds in Britain", 12019061, b -> weight(b, "1", "POUND")),
        rule("grams in Britain", 12052916, b -> weight(b, "100", "GRAM")),
        rule("four decimals", 12019011, b -> weight(b, "0.1234", "KILOGRAM")),
        rule("broken centimetres", 12019012, b -> size(b, "1.5", "CENTIMETER")),
        rule("inches in Britain", 12019061, b -> size(b, "1", "INCH")));
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @MethodSource("rules")
  void eachRuleAnswersWithItsNumber(String name, int code, Consumer<ObjectNode> change) {
    ObjectNode body = stage.mug();
    change.accept(body);
    ShopClient.Reply reply = stage.client().post(Stage.CREATE, body);
    assertThat(reply.code()).as("%s: %s", name, reply.message()).isEqualTo(code);
  }
}
