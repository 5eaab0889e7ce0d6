package dev.storebridge.tenant.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storebridge.tenant.Finding;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each mistake alone in an otherwise good file: its line, key, reason and fix. */
class BrokenFilesTest {

  private static final String COMPLETE = TenantText.complete();

  /** The text to replace, what stands there instead, the key, and words of reason and fix. */
  static Stream<Arguments> mistakes() {
    return Stream.of(
        of("name: Complete", "nmae: Complete", "nmae", "unknown key; did you mean `name`?"),
        of("publish: live", "publsh: live", LISTINGS + "publsh", "did you mean `publish`?"),
        of("buffer: 2", "colour: 2", INVENTORY + "colour", "use one of: locations, buffer"),
        of("publish: live", "publish: life", LISTINGS + "publish", "did you mean `live`?"),
        of("publish: live", "publish: [live]", LISTINGS + "publish", "is a list"),
        of("publish: live", "publish:", LISTINGS + "publish", "has no value"),
        of("name: Complete Homewares", "name: 12", "name", "is a number, must be text"),
        of("name: Complete Homewares", "name: \"  \"", "name", "text of 1 to 100"),
        of("tenant: complete", "tenant: other", "tenant", "rename the file to other.yaml"),
        of("[\"sha256:9f86d0", "[\"sha256:XY86d0", "api-tokens[0]", "the command `token hash`"),
        of("platform: shopify", "platform: tiktok_shop", STORE + "platform", "is not one of"),
        of("https://complete.my", "ftp://complete.my", STORE + "url", "http(s) URL"),
        of("https://complete.my", "https://me:pw@complete.my", STORE + "url", "user name"),
        of("shopify.com/", "shopify.com/?a=b", STORE + "url", "without query"),
        of(
            "concurrent: 4 }\n  - id",
            "concurrent: 0 }\n  - id",
            STORE + "limits.concurrent",
            "1 to"),
        of("id: complete-wp", "id: complete-main", "stores[1].id", "used twice, first in line 6"),
        of("id: complete-wp", "id: a/b", "stores[1].id", "letters, digits"),
        of("{ oauth: true }", "{ oauth: false }", "stores[1].auth.oauth", "can only be true"),
        of("{ oauth: true }", "{}", "stores[1].auth", "must be {oauth: true}, or {key, secret}"),
        of("{ oauth: true }", "{ token: \"env:TENANT_COMPLETE_A\" }", "stores[1].auth", "no way"),
        of("webhook-secret:", "webhok-secret:", STORE + "auth.webhok-secret", "`webhook-secret`"),
        of("store: complete-main", "store: complete-mian", C + "store", "`complete-main`?"),
        of("enabled: true", "enabled: yes", C + "enabled", "true or false"),
        of("enabled: true", "enabled: \"true\"", C + "enabled", "without quotes"),
        of("region: GB", "region: UK", C + "shop.region", "`UK` is not one of: US, GB"),
        of("\"7495000000000000001\"", "\"shop\"", C + "shop.id", "digits only"),
        of(
            "requests-per-second: 10",
            "requests-per-second: fast",
            C + "shop.limits." + "requests-per-second",
            "0.1 to 1000"),
        of("status: [active]", "status: [publish]", LISTINGS + "select.status[0]", "active, draft"),
        of("category, attributes, brand", "category, brand, brand", LISTINGS + "own[5]", "twice"),
        of("{ type: Mugs }, use", "{}, use", LISTINGS + "category.rules[0].when", "no products"),
        of("default: \"601226\"", "default: Mugs", LISTINGS + "category.default", "digits only"),
        of("from: vendor", "from: metafield:care", LISTINGS + "brand.from", "metafield:<ns>.<key>"),
        of("value: Ceramic", "when: { tag: a }", LISTINGS + "attributes[0]", "either `value` or"),
        of("file: \"file:ce", "file: \"ce", LISTINGS + "compliance.certificates[0].file", "file:"),
        of("Color }", "\"A name of more than twenty\" }", LISTINGS + "options.rename.Colour", "20"),
        of("0.5 kg", "0.5", LISTINGS + "package.default-weight", "put it in quotes"),
        of("0.5 kg", "0.5 stone", LISTINGS + "package.default-weight", "with its unit"),
        of("20x15x10 cm", "20x15 cm", LISTINGS + "package.dimensions", "length x width x height"),
        of("rate: \"1\"", "rate: \"0\"", C + "prices.rate", "0.000001 to"),
        of("rate: \"1\"", "rate: \"1,17\"", C + "prices.rate", "`1,17` is not a number"),
        of("percent: \"10\"", "percent: \"-100\"", C + "prices.percent", "-99.999999"),
        of("buffer: 2", "buffer: -1", C + "inventory.buffer", "0 to 99999"),
        of("buffer: 2", "buffer: two", C + "inventory.buffer", "is text"),
        of("buffer: 2", "buffer: 1.5", C + "inventory.buffer", "whole number"),
        of("share-percent: 100", "share-percent: 101", C + "inventory.share-percent", "0 to 100"),
        of(
            "\"66633\":",
            "\"gid://shopify/Product/1\":",
            INVENTORY + "locations.gid://shopify/Product/1",
            "location's id"),
        of(
            "Location/66634",
            "Location/66633",
            INVENTORY + "locations.gid://shopify/Location/66633",
            "twice, spelt differently"),
        of("since: authorisation", "since: 2026-02-30", C + "orders.since", "a date like"),
        of("mode: exact", "mode: rough", C + "orders.tax.mode", "exact, store"),
        of("default-carrier: \"\"", "default-carrier: DHL", C + "fulfilment.default-carrier", "id"),
        of("refunds: to-store", "refunds: to-stor", C + "aftersale.refunds", "`to-store`?"),
        of("buffer: 2", "buffer: 2, buffer: 3", C + "inventory.buffer", "there twice"),
        of("name: Complete Homewares", "name: ${NAME}", "name", "`${...}` is not replaced"),
        of("name: Complete Homewares", "name: &n Complete", "name", "anchors"),
        of("name: Complete Homewares", "name: !!str Complete", "name", "tags are not taken"),
        of("refunds: to-store }", "refunds: to-store }\n---\na: b", "", "a second document"));
  }

  private static final String C = "connections[0].";
  private static final String LISTINGS = C + "listings.";
  private static final String INVENTORY = C + "inventory.";
  private static final String STORE = "stores[0].";

  private static Arguments of(String good, String bad, String key, String words) {
    return Arguments.of(good, bad, key, words);
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("mistakes")
  void isReportedWithItsPlaceAndReason(String good, String bad, String key, String words) {
    assertThat(COMPLETE).contains(good);

    LoadedTenant loaded = TenantText.load("complete.yaml", COMPLETE.replace(good, bad));

    assertThat(loaded.tenant()).isEmpty();
    Finding finding =
        loaded.findings().stream()
            .filter(found -> found.isError() && found.key().equals(key))
            .findFirst()
            .orElseThrow(() -> new AssertionError("not reported: " + loaded.findings()));
    assertThat(finding.toString()).contains(words);
    int line = (int) COMPLETE.substring(0, COMPLETE.indexOf(good)).lines().count();
    assertThat(finding.line()).isBetween(line, line + 2);
  }

  @Test
  void placesAreExact() {
    Finding finding =
        TenantText.load("complete.yaml", COMPLETE.replace("rate: \"1\"", "rate: x"))
            .findings()
            .stream()
            .filter(Finding::isError)
            .findFirst()
            .orElseThrow();
    assertThat(finding.toString())
        .isEqualTo(
            "complete.yaml:33:34: connections[0].prices.rate: `x` is not a number from 0.000001 to"
                + " 999999999 with up to 6 decimals");
  }

  @Test
  void whatIsMissingIsReportedAtItsSection() {
    assertThat(
            TenantText.load("acme.yaml", "tenant: acme\nname: A\nstores:\n  - id: s\n").findings())
        .extracting(Finding::toString)
        .containsExactly(
            "acme.yaml:4:5: stores[0].platform: the key is missing; it must be one of: shopify,"
                + " woocommerce",
            "acme.yaml:4:5: stores[0].url: the key is missing; it must be an http(s) URL with a"
                + " host, without query and fragment",
            "acme.yaml:4:5: stores[0].auth: the key is missing; it must be {oauth: true}, or"
                + " {client-id, client-secret}, or {token, webhook-secret}, or {key, secret}");
  }

  @Test
  void locationsAreRefusedForWooCommerce() {
    String text =
        TenantText.minimal("acme").replace("platform: shopify", "platform: woocommerce")
            + "    inventory: { locations: { 1: 2 } }\n";
    assertThat(TenantText.load("acme.yaml", text).findings())
        .singleElement()
        .asString()
        .startsWith(
            "acme.yaml:14:29: connections[0].inventory.locations: WooCommerce has no locations");
  }

  @Test
  void aShopOccursInOneConnection() {
    String text = TenantText.minimal("acme").replace("region: GB", "region: GB, id: \"7\"");
    String second = text.substring(text.indexOf("  - id: acme-uk")).replace("acme-uk", "acme-2");
    assertThat(TenantText.load("acme.yaml", text + second).findings())
        .singleElement()
        .asString()
        .contains("connections[1].shop.id: the shop is used twice, first in line 11");
  }

  @Test
  void anAliasIsRefused() {
    assertThat(TenantText.load("acme.yaml", "tenant: &a acme\nname: *a\n").findings())
        .extracting(Finding::key)
        .containsExactly("tenant", "name");
  }

  @Test
  void brokenYamlIsReportedWithItsLine() {
    assertThat(TenantText.load("acme.yaml", "tenant: acme\nname: [a\n").findings())
        .singleElement()
        .asString()
        .startsWith("acme.yaml:3:1: not YAML: ");
    assertThat(TenantText.load("acme.yaml", "").findings())
        .singleElement()
        .asString()
        .contains("the file is empty");
    assertThat(TenantText.load("acme.yaml", "[".repeat(50_000)).findings()).hasSize(1);
    assertThat(TenantText.load("acme.yaml", "a: \u0001").findings()).hasSize(1);
    assertThat(TenantText.load("acme.yaml", "- a").findings())
        .singleElement()
        .asString()
        .contains("is a list, must be a mapping");
  }

  @Test
  void aSecretIsNeverShown() {
    String pasted = "shpat_0123456789abcdef";
    String text =
        COMPLETE
            .replace("env:TENANT_COMPLETE_SHOPIFY", pasted)
            .replace("default-carrier: \"\"", "default-carrier: " + pasted);
    assertThat(TenantText.load("complete.yaml", text).findings())
        .filteredOn(Finding::isError)
        .hasSize(2)
        .noneSatisfy(finding -> assertThat(finding.toString()).contains(pasted));
  }
}
