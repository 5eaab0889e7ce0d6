package dev.storebridge.tenant.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storebridge.commerce.Dimensions;
import dev.storebridge.commerce.Weight;
import dev.storebridge.platform.Limits;
import dev.storebridge.platform.StoreAuth;
import dev.storebridge.tenant.AftersaleRules;
import dev.storebridge.tenant.AftersaleRules.Direction;
import dev.storebridge.tenant.ConnectionRules;
import dev.storebridge.tenant.Finding;
import dev.storebridge.tenant.FulfilmentRules;
import dev.storebridge.tenant.InventoryRules;
import dev.storebridge.tenant.ListingRules;
import dev.storebridge.tenant.ListingRules.AttributeRule;
import dev.storebridge.tenant.ListingRules.AttributeSource;
import dev.storebridge.tenant.ListingRules.BrandRule;
import dev.storebridge.tenant.ListingRules.BrandSource;
import dev.storebridge.tenant.ListingRules.CategoryChoice;
import dev.storebridge.tenant.ListingRules.CategoryRule;
import dev.storebridge.tenant.ListingRules.Compliance;
import dev.storebridge.tenant.ListingRules.PackageRule;
import dev.storebridge.tenant.ListingRules.Select;
import dev.storebridge.tenant.ListingRules.When;
import dev.storebridge.tenant.OrderRules;
import dev.storebridge.tenant.PriceRules;
import dev.storebridge.tenant.Tenant;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TenantLoaderTest {

  private static Tenant load(String fileName, String text) {
    LoadedTenant loaded = TenantText.load(fileName, text);
    assertThat(loaded.findings()).filteredOn(Finding::isError).isEmpty();
    return loaded.tenant().orElseThrow();
  }

  private static ConnectionRules minimal(String... replacement) {
    String text = TenantText.minimal("acme");
    for (int i = 0; i < replacement.length; i += 2) {
      assertThat(text).contains(replacement[i]);
      text = text.replace(replacement[i], replacement[i + 1]);
    }
    return load("acme.yaml", text).connections().getFirst();
  }

  @Test
  void whatIsLeftOutHasItsDefault() {
    Limits ours = Limits.CHOSEN_BY_US;
    ListingRules listings =
        new ListingRules(
            ListingRules.Publish.LIVE,
            new Select(List.of("active"), List.of(), List.of(), List.of(), List.of(), List.of()),
            ListingRules.AdoptBy.SKU,
            ListingRules.OnAdopt.STOCK_AND_PRICE,
            EnumSet.allOf(ListingRules.OwnedField.class),
            new CategoryRule(Optional.of("601226"), List.of(), false),
            new BrandRule(new BrandSource.None(), ""),
            List.of(),
            new Compliance(List.of(), Map.of(), "", ""),
            Map.of(),
            new PackageRule(true, Optional.empty(), Optional.empty()),
            ListingRules.OnDelete.DEACTIVATE);

    assertThat(minimal())
        .isEqualTo(
            new ConnectionRules(
                "acme-uk",
                "acme",
                "acme-main",
                true,
                new ConnectionRules.Shop(Optional.empty(), "GB", ours),
                listings,
                new PriceRules(
                    PriceRules.From.PRICE,
                    Optional.empty(),
                    BigDecimal.ZERO,
                    BigDecimal.ZERO,
                    Optional.empty(),
                    PriceRules.ListPriceFrom.NONE),
                new InventoryRules(Map.of(), 0, 100, 99_999, 100),
                new OrderRules(
                    true,
                    Optional.empty(),
                    OrderRules.OnHold.RESERVE,
                    OrderRules.UnknownItem.BLOCK,
                    OrderRules.Total.OWED,
                    List.of(),
                    OrderRules.BuyerEmail.RELAY,
                    OrderRules.Tax.EXACT),
                new FulfilmentRules(Map.of(), ""),
                new AftersaleRules(Direction.BOTH, Direction.TO_STORE)));
  }

  @Test
  void wooCommerceProductsAreTakenWhenPublished() {
    assertThat(minimal("platform: shopify", "platform: woocommerce").listings().select())
        .extracting(Select::status)
        .isEqualTo(List.of("publish"));
  }

  @Test
  void anEmptyStatusListMeansAny() {
    assertThat(minimal("listings:\n", "listings:\n      select: { status: [] }\n").listings())
        .extracting(rules -> rules.select().status())
        .isEqualTo(List.of());
  }

  @Test
  void theCompleteFileIsRead() {
    Tenant tenant = load("complete.yaml", TenantText.complete());

    assertThat(tenant.name()).isEqualTo("Complete Homewares");
    assertThat(tenant.apiTokenHashes()).singleElement().asString().startsWith("9f86").hasSize(64);
    assertThat(tenant.alerts().orElseThrow().secret().reveal()).isEqualTo("alerts-secret");
    assertThat(tenant.stores().get(0).url())
        .isEqualTo(URI.create("https://complete.myshopify.com"));
    assertThat(tenant.stores().get(0).auth())
        .isInstanceOfSatisfying(
            StoreAuth.PastedToken.class,
            auth -> assertThat(auth.token().reveal()).isEqualTo("shopify-token"));
    assertThat(tenant.stores().get(0).limits())
        .isEqualTo(new Limits(OptionalDouble.empty(), OptionalInt.of(4), OptionalInt.empty()));
    assertThat(tenant.stores().get(1).auth()).isEqualTo(new StoreAuth.Consent());
    assertThat(tenant.connections()).hasSize(1);
  }

  @Test
  void theCompleteFilesRulesAreRead() {
    ConnectionRules rules = load("complete.yaml", TenantText.complete()).connections().getFirst();

    assertThat(rules.shop())
        .isEqualTo(
            new ConnectionRules.Shop(
                Optional.of("7495000000000000001"),
                "GB",
                new Limits(OptionalDouble.of(10), OptionalInt.of(4), OptionalInt.of(100_000))));
    assertThat(rules.listings().category().rules())
        .contains(
            new CategoryChoice(
                new When(Optional.empty(), Optional.of("candle"), Optional.empty()), "600951"));
    assertThat(rules.listings().attributes())
        .contains(
            new AttributeRule(
                "Care",
                new AttributeSource.Field("metafield:custom.care"),
                Optional.of(new When(Optional.of("Mugs"), Optional.empty(), Optional.empty()))));
    assertThat(rules.listings().packaging())
        .isEqualTo(
            new PackageRule(
                true,
                Optional.of(Weight.of(new BigDecimal("0.5"), Weight.Unit.KILOGRAM)),
                Optional.of(new Dimensions(20, 15, 10))));
    assertThat(rules.prices().roundUpTo()).contains(new BigDecimal("0.99"));
    assertThat(rules.inventory().locations())
        .isEqualTo(Map.of("66633", "7000000000000000021", "66634", "7000000000000000022"));
    assertThat(rules.fulfilment().carriers()).containsOnlyKeys("Royal Mail");
  }

  @Test
  void ordersCanBeTakenFromADateOrATimeOn() {
    assertThat(since("2026-01-31")).contains(Instant.parse("2026-01-31T00:00:00Z"));
    assertThat(since("\"2026-01-31T08:30:00Z\"")).contains(Instant.parse("2026-01-31T08:30:00Z"));
  }

  private static Optional<Instant> since(String text) {
    return minimal("    store:", "    orders: { since: " + text + " }\n    store:")
        .orders()
        .since();
  }

  @Test
  void idsAreKeptAsTheyAreWritten() {
    assertThat(minimal("\"601226\"", "0601226").listings().category().fallback())
        .contains("0601226");
    assertThat(minimal("region: GB", "region: GB, id: 7495000000000000001").shop().id())
        .contains("7495000000000000001");
  }

  @Test
  void everyMistakeIsReportedAtOnceInTheOrderOfTheFile() {
    String text =
        TenantText.minimal("acme")
            .replace("name: Acme", "nam: Acme")
            .replace("platform: shopify", "platform: shopware")
            .replace("store: acme-main", "store: acme-mian")
            .replace("region: GB", "region: UK");

    assertThat(TenantText.load("acme.yaml", text).findings())
        .extracting(Finding::key)
        .containsExactly(
            "name",
            "nam",
            "stores[0].platform",
            "connections[0].store",
            "connections[0].shop.region");
  }

  @Test
  void aTenantIsNamedLikeItsFile() {
    assertThat(TenantLoader.tenantOf("acme-2.yaml")).contains("acme-2");
    assertThat(List.of("Acme.yaml", "acme.yml", "a b.yaml", ".yaml", "acme"))
        .allSatisfy(name -> assertThat(TenantLoader.tenantOf(name)).isEmpty());
    assertThat(TenantText.load("acme.yml", TenantText.minimal("acme")).findings())
        .singleElement()
        .extracting(Finding::fix)
        .asString()
        .startsWith("name it <tenant>.yaml");
  }

  @Test
  void whatIsNoTextIsRefused() {
    byte[] latin = {'n', 'a', 'm', 'e', ':', ' ', (byte) 0xe9};
    LoadedTenant loaded =
        TenantLoader.withoutSecrets(new Secrets(java.nio.file.Path.of("target"), Map.of()))
            .load("acme.yaml", latin, Set.of());
    assertThat(loaded.tenant()).isEmpty();
    assertThat(loaded.findings()).singleElement().asString().contains("not UTF-8");
  }
}
