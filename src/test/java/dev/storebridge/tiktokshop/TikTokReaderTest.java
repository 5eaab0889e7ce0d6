package dev.storebridge.tiktokshop;

import static dev.storebridge.tiktokshop.Given.JSON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storebridge.commerce.ListingStatus;
import dev.storebridge.commerce.Money;
import dev.storebridge.platform.CategoryRules;
import dev.storebridge.platform.ChannelListing;
import dev.storebridge.platform.CreatedListing;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TikTokReaderTest {

  @Test
  void readsAListingWhoseIdsAreNumbers() throws Exception {
    ChannelListing listing =
        TikTokReader.listing(
            JSON.readTree(
                """
                {"id": 1729592969712207008, "title": "Mug", "status": "FAILED", "new_field": [1],
                 "external_product_id": "p1", "create_time": 1714521600, "update_time": 1714521700,
                 "skus": [{"id": 1729592969712207013, "seller_sku": "A",
                   "price": {"tax_exclusive_price": "12.50", "currency": "GBP"},
                   "inventory": [{"warehouse_id": 7068517275539719942, "quantity": 7}]}],
                 "audit_failed_reasons": [
                   {"position": "Title", "reasons": ["too loud"], "suggestions": ["whisper"]}]}
                """));
    assertThat(listing.id()).isEqualTo("1729592969712207008");
    assertThat(listing.status()).isEqualTo(ListingStatus.REFUSED);
    assertThat(listing.productRef()).isEqualTo("p1");
    assertThat(listing.updatedAt()).isEqualTo(Instant.ofEpochSecond(1714521700));
    assertThat(listing.offers().get(0).id()).isEqualTo("1729592969712207013");
    assertThat(listing.offers().get(0).price()).contains(Money.of("12.5", "GBP"));
    assertThat(listing.offers().get(0).stock()).isEqualTo(Map.of("7068517275539719942", 7));
    assertThat(listing.remarks().get(0).reasons()).containsExactly("too loud");
  }

  @ParameterizedTest
  @CsvSource({
    "DRAFT,NONE,DRAFT",
    "PENDING,AUDITING,IN_REVIEW",
    "PENDING,PRE_APPROVED,IN_REVIEW",
    "ACTIVATE,APPROVED,LIVE",
    "ACTIVATE,AUDITING,LIVE_EDIT_IN_REVIEW",
    "SELLER_DEACTIVATED,APPROVED,OFF",
    "PLATFORM_DEACTIVATED,APPROVED,TAKEN_DOWN",
    "FREEZE,NONE,FROZEN",
    "DELETED,NONE,REMOVED",
    "SCHEDULED,NONE,SCHEDULED",
    "SOMETHING_NEW,NONE,UNKNOWN"
  })
  void readsWhereAListingStands(String status, String audit, ListingStatus expected) {
    assertThat(
            TikTokReader.status(
                TikTokJson.object()
                    .put("status", status)
                    .set("audit", TikTokJson.object().put("status", audit))))
        .isEqualTo(expected);
  }

  @Test
  void readsRequiredInBothSpellingsAndLeavesSalesPropertiesOut() throws Exception {
    CategoryRules rules =
        TikTokReader.rules(
            "600942",
            JSON.readTree(
                """
                {"product_certifications": [{"id": "c1", "name": "CE", "is_required": true}],
                 "size_chart": {"is_required": true}, "package_dimension": {"is_required": true}}
                """),
            JSON.readTree(
                """
                {"attributes": [
                  {"id": "1", "name": "Material", "type": "PRODUCT_PROPERTY", "is_requried": true,
                   "is_customizable": true, "values": [{"id": "7", "name": "Ceramic"}]},
                  {"id": "2", "name": "Care", "type": "PRODUCT_PROPERTY", "is_required": true},
                  {"id": "3", "name": "Color", "type": "SALES_PROPERTY"}]}
                """));
    assertThat(rules.attributes())
        .extracting(CategoryRules.CategoryAttribute::name)
        .containsExactly("Material", "Care");
    assertThat(rules.attributes()).allMatch(CategoryRules.CategoryAttribute::required);
    assertThat(rules.certifications().get(0).required()).isTrue();
    assertThat(rules.sizeChartRequired()).isTrue();
    assertThat(rules.dimensionsRequired()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"AUTHORIZED,true", "UNAUTHORIZED,false", "UNAUTHORIEZD,false"})
  void readsMisspeltRefusalsOfABrand(String status, boolean authorised) {
    assertThat(
            TikTokReader.brand(TikTokJson.object().put("id", "1").put("authorized_status", status))
                .authorised())
        .isEqualTo(authorised);
  }

  @Test
  void findsAnOfferWithoutASellerSkuByTheVariant() throws Exception {
    CreatedListing created =
        TikTokReader.created(
            JSON.readTree(
                """
                {"product_id": "1", "warnings": [{"message": "brand cleared"}],
                 "skus": [{"id": "11", "seller_sku": "A"}, {"id": "12", "external_sku_id": "v2"}]}
                """),
            Map.of("v1", "A", "v2", "B"));
    assertThat(created.offerIds()).isEqualTo(Map.of("A", "11", "B", "12"));
    assertThat(created.warnings()).containsExactly("brand cleared");
  }
}
