package dev.storebridge.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storebridge.platform.AccountId;
import dev.storebridge.platform.Failure;
import dev.storebridge.platform.Platform;
import dev.storebridge.platform.PlatformException;
import graphql.language.Document;
import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import graphql.validation.ValidationError;
import graphql.validation.Validator;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What we send is what Shopify's schema knows, and costs what the code says it costs. */
class ShopifyDocumentsTest {

  private static final AccountId ACCOUNT = new AccountId(Platform.SHOPIFY, "main");
  private static final String REAL_SCHEMA = "STOREBRIDGE_SHOPIFY_SCHEMA";
  private static final List<MetafieldName> METAFIELDS =
      MetafieldName.of(
          ACCOUNT, Set.of("metafield:custom.care", "metafield:$app:tiktok.brand-id", "other"));

  private static GraphQLSchema subset;
  private static GraphQLSchema real;

  static Stream<ShopifyDocument> documents() {
    return Stream.concat(
        executed(),
        Stream.of(
            ShopifyDocument.bulkCatalogue(List.of()), ShopifyDocument.bulkCatalogue(METAFIELDS)));
  }

  static Stream<ShopifyDocument> executed() {
    return Stream.of(
        ShopifyDocument.SHOP,
        ShopifyDocument.LOCATIONS,
        ShopifyDocument.PRODUCTS_COUNT,
        ShopifyDocument.PRODUCT_IDS,
        ShopifyDocument.products(List.of()),
        ShopifyDocument.products(METAFIELDS),
        ShopifyDocument.PRODUCT_VARIANTS,
        ShopifyDocument.STOCK_LEVELS,
        ShopifyDocument.STOCK_CHANGED,
        ShopifyDocument.PRODUCT_OF_ITEM,
        ShopifyDocument.WEBHOOKS,
        ShopifyDocument.WEBHOOK_CREATE,
        ShopifyDocument.WEBHOOK_UPDATE,
        ShopifyDocument.WEBHOOK_DELETE,
        ShopifyDocument.ORDER_CREATE,
        ShopifyDocument.ORDERS_FOUND,
        ShopifyDocument.ORDER,
        ShopifyDocument.ORDER_CANCEL,
        ShopifyDocument.ORDERS_CHANGED,
        ShopifyDocument.ORDER_TO_SEND,
        ShopifyDocument.FULFILMENT_CREATE,
        ShopifyDocument.ORDER_PROGRESS,
        ShopifyDocument.ORDER_REFUNDS,
        ShopifyDocument.ORDER_READDRESS,
        ShopifyDocument.REFUND_CREATE,
        ShopifyDocument.BULK_RUN,
        ShopifyDocument.BULK_POLL,
        ShopifyDocument.BULK_CANCEL);
  }

  @ParameterizedTest
  @MethodSource("documents")
  void isValidInTheSandboxesSchema(ShopifyDocument document) throws IOException {
    assertThat(faults(document, subset())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void isValidInTheRealSchema(ShopifyDocument document) throws IOException {
    assertThat(faults(document, real())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("executed")
  void costsWhatTheCodeSays(ShopifyDocument document) throws IOException {
    Document parsed = Parser.parse(document.text());
    assertThat(document.cost()).isEqualTo(new RequestedCost(subset(), parsed).total());
    assertThat(document.cost()).isLessThan(1000);
  }

  @Test
  void validationWouldFindAFieldThatDoesNotExist() throws IOException {
    ShopifyDocument wrong =
        new ShopifyDocument("wrong", "query Wrong { shop { colour } }", 1, false);
    assertThat(faults(wrong, subset())).hasSize(1);
  }

  @Test
  void exportsWithinShopifysRulesForBulkQueries() {
    String text = ShopifyDocument.bulkCatalogue(METAFIELDS).text();
    assertThat(text.split("\\bedges\\b")).as("connections").hasSize(1 + 5);
    assertThat(text).doesNotContain("nodes", "pageInfo", "first:", "$id");
    assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(65_536);
  }

  @ParameterizedTest
  @MethodSource("dangerousNames")
  void refusesAMetafieldNameThatCouldChangeTheQuery(String name) {
    assertThatThrownBy(() -> MetafieldName.of(ACCOUNT, Set.of(name)))
        .isInstanceOfSatisfying(
            PlatformException.class,
            e -> {
              assertThat(e.failure()).isEqualTo(Failure.MERCHANT_FIX);
              assertThat(e.explanation().field()).isEqualTo(name);
            });
  }

  static Stream<String> dangerousNames() {
    return Stream.of(
        "metafield:",
        "metafield:care",
        "metafield:custom.",
        "metafield:custom.a\") { value } x: metafield(key: \"b",
        "metafield:custom.ca re",
        "metafield:custom.care\n",
        "metafield:custom.care.more");
  }

  private static List<ValidationError> faults(ShopifyDocument document, GraphQLSchema schema) {
    return new Validator().validateDocument(schema, Parser.parse(document.text()), Locale.ENGLISH);
  }

  private static GraphQLSchema subset() throws IOException {
    if (subset == null) {
      try (InputStream in =
          ShopifyDocumentsTest.class.getResourceAsStream(
              "/sandbox/shopify/admin-2026-10.graphqls")) {
        subset = schema(new InputStreamReader(in, StandardCharsets.UTF_8));
      }
    }
    return subset;
  }

  private static GraphQLSchema real() throws IOException {
    String file = System.getenv(REAL_SCHEMA);
    if (file == null) {
      Assumptions.abort(REAL_SCHEMA + " does not name Shopify's schema (SDL, plain or gzip)");
    }
    if (real == null) {
      InputStream raw = Files.newInputStream(Path.of(file));
      try (InputStream in = file.endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
        real = schema(new InputStreamReader(in, StandardCharsets.UTF_8));
      }
    }
    return real;
  }

  private static GraphQLSchema schema(Reader sdl) {
    return UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().parse(sdl));
  }
}
