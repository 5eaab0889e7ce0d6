package dev.storebridge.sandbox.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Mistakes come back at HTTP 200 in Shopify's shapes. */
class ShopifyErrorsTest {

  private static ShopifySandbox sandbox;
  private static AdminClient client;

  @BeforeAll
  static void start() {
    sandbox = ShopifySandbox.start(ShopifySettings.demo().withoutLimits());
    client = AdminClient.of(sandbox);
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @Test
  void namesAnUnknownField() {
    JsonNode error = error("{ x }");
    assertThat(error.path("message").asText())
        .isEqualTo("Field 'x' doesn't exist on type 'QueryRoot'");
    assertThat(error.path("path").toString()).isEqualTo("[\"query\",\"x\"]");
    assertThat(error.path("extensions").toString())
        .isEqualTo("{\"code\":\"undefinedField\",\"typeName\":\"QueryRoot\",\"fieldName\":\"x\"}");
  }

  @Test
  void namesTheOperationInThePath() {
    JsonNode error = error("query Mine { products(first: 1) { nodes { colour } } }");
    assertThat(error.path("path").toString())
        .isEqualTo("[\"query Mine\",\"products\",\"nodes\",\"colour\"]");
  }

  @Test
  void namesAMissingArgument() {
    JsonNode error = error("{ product { id } }");
    assertThat(error.path("message").asText())
        .isEqualTo("Field 'product' is missing required arguments: id");
    assertThat(error.path("extensions").toString())
        .isEqualTo(
            "{\"code\":\"missingRequiredArguments\",\"className\":\"Field\","
                + "\"name\":\"product\",\"arguments\":\"id\"}");
  }

  @Test
  void namesAWrongLiteral() {
    JsonNode error = error("{ products(first: \"ten\") { nodes { id } } }");
    assertThat(code(error)).isEqualTo("argumentLiteralsIncompatible");
    assertThat(error.path("extensions").path("argumentName").asText()).isEqualTo("first");
  }

  @Test
  void refusesArgumentsThatThisFieldDoesNotHave() {
    assertThat(code(error("{ products(first: 1, limit: 2) { nodes { id } } }")))
        .isEqualTo("argumentNotAccepted");
  }

  @Test
  void namesAnUnusedAndAnUndeclaredVariable() {
    assertThat(code(error("query($a: Int) { shop { id } }"))).isEqualTo("variableNotUsed");
    assertThat(code(error("{ products(first: $b) { nodes { id } } }")))
        .isEqualTo("variableNotDefined");
  }

  @Test
  void saysWhereASyntaxErrorIs() {
    JsonNode error = error("{ shop { id ");
    assertThat(code(error)).isEqualTo("PARSE_ERROR");
    assertThat(error.path("locations").path(0).path("line").asInt()).isPositive();
  }

  @Test
  void namesTheMemberOfABadVariable() {
    Map<String, Object> row =
        Map.of("inventoryItemId", "gid://shopify/InventoryItem/1", "quantity", 1, "colour", "red");
    Map<String, Object> input =
        Map.of("name", "available", "reason", "correction", "quantities", List.of(row));
    JsonNode error =
        client
            .ask(Documents.INVENTORY_SET, Map.of("input", input, "idempotencyKey", "k"))
            .path("errors")
            .path(0);
    assertThat(code(error)).isEqualTo("INVALID_VARIABLE");
    assertThat(error.path("message").asText())
        .startsWith(
            "Variable $input of type InventorySetQuantitiesInput! was provided invalid value")
        .contains("quantities.0.colour (Field is not defined on InventoryQuantityInput)");
    assertThat(error.path("extensions").path("problems"))
        .anyMatch(
            problem ->
                problem.path("path").toString().equals("[\"quantities\",0,\"locationId\"]")
                    && problem
                        .path("explanation")
                        .asText()
                        .equals("Expected value to not be null"));
  }

  @Test
  void refusesForeignIdsButNotUnknownOnes() {
    JsonNode foreign = client.ask("{ product(id: \"gid://shopify/Order/1\") { id } }");
    assertThat(code(foreign.path("errors").path(0))).isEqualTo("RESOURCE_NOT_FOUND");
    assertThat(foreign.path("errors").path(0).path("message").asText()).isEqualTo("invalid id");
    assertThat(foreign.path("data").path("product").isNull()).isTrue();
    JsonNode unknown = client.ask("{ product(id: \"gid://shopify/Product/1\") { id } }");
    assertThat(unknown.has("errors")).isFalse();
    assertThat(unknown.path("data").path("product").isNull()).isTrue();
  }

  @Test
  void deniesFieldsWithoutTheirScope() {
    sandbox.addToken("shpat_products_only", java.util.Set.of("read_products"));
    AdminClient narrow = new AdminClient(sandbox, "shpat_products_only");
    JsonNode answer = narrow.ask("{ location(id: \"gid://shopify/Location/66633\") { id } }");
    JsonNode error = answer.path("errors").path(0);
    assertThat(code(error)).isEqualTo("ACCESS_DENIED");
    assertThat(error.path("extensions").path("requiredAccess").asText())
        .contains("`read_locations`");
    assertThat(error.path("extensions").has("documentation")).isTrue();
    assertThat(answer.path("data").path("location").isNull()).isTrue();
    assertThat(narrow.ask("{ products(first: 1) { nodes { id } } }").has("errors")).isFalse();
  }

  @Test
  void demandsAPageSizeOfAtMost250() {
    JsonNode none = client.ask("{ products { nodes { id } } }");
    assertThat(none.path("errors").path(0).path("message").asText())
        .isEqualTo("you must provide one of first or last");
    assertThat(none.path("errors")).hasSize(1);
    assertThat(none.path("data").isNull()).isTrue();
    assertThat(code(error("{ products(first: 251) { nodes { id } } }"))).isEqualTo("BAD_REQUEST");
  }

  @Test
  void answersBadRequestsAndUnknownPathsOutsideGraphQl() {
    assertThat(client.post("/admin/api/2026-10/graphql.json", "{nonsense").statusCode())
        .isEqualTo(400);
    assertThat(client.post("/admin/api/2026-13/graphql.json", "{}").statusCode()).isEqualTo(404);
    assertThat(client.post("/admin/api/2026-10/products.json", "{}").statusCode()).isEqualTo(404);
  }

  @Test
  void anOldVersionFallsForwardAndSaysSo() {
    String body = "{\"query\":\"{ shop { name } }\"}";
    HttpResponse<String> old = client.post("/admin/api/2024-01/graphql.json", body);
    assertThat(old.statusCode()).isEqualTo(200);
    assertThat(old.headers().firstValue("X-Shopify-API-Version")).contains("2026-01");
    HttpResponse<String> now = client.post("/admin/api/2026-10/graphql.json", body);
    assertThat(now.headers().firstValue("X-Shopify-API-Version")).contains("2026-10");
    assertThat(now.headers().firstValue("X-Request-Id")).isPresent();
  }

  private static JsonNode error(String query) {
    HttpResponse<String> response = client.send(query, Map.of());
    assertThat(response.statusCode()).isEqualTo(200);
    return AdminClient.json(response.body()).path("errors").path(0);
  }

  private static String code(JsonNode error) {
    return error.path("extensions").path("code").asText();
  }
}
