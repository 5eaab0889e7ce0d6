package dev.storebridge.tiktokshop;

import static dev.storebridge.tiktokshop.Given.JSON;
import static dev.storebridge.tiktokshop.Given.offer;
import static dev.storebridge.tiktokshop.Given.uploads;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.commerce.Listing;
import dev.storebridge.commerce.Money;
import dev.storebridge.platform.ContentField;
import dev.storebridge.platform.ListingDraft;
import dev.storebridge.platform.ListingEdit;
import dev.storebridge.platform.OfferPrice;
import dev.storebridge.platform.OfferStock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TikTokTranslatorTest {

  private static final TikTokTranslator BRITISH = new TikTokTranslator(TikTokMarkets.of("GB"));
  private static final TikTokTranslator AMERICAN = new TikTokTranslator(TikTokMarkets.of("US"));

  private final Listing mug = Given.mug(offer("v1", "Red", "GBP"), offer("v2", "Blue", "GBP"));

  @Test
  void writesAWholeProductWithItsReferences() throws Exception {
    JsonNode body = BRITISH.create(new ListingDraft(mug, uploads(), false, "key-1"));
    assertThat(body)
        .isEqualTo(
            JSON.readTree(
                """
                {"save_mode": "LISTING", "idempotency_key": "key-1", "external_product_id": "p1",
                 "title": "Mug", "description": "<p>Hot</p><img src=\\"https://tts/d?a=1&amp;b=2\\" width=\\"640\\" height=\\"480\\">",
                 "category_id": "600942", "brand_id": "b9", "main_images": [{"uri": "tos/main"}],
                 "product_attributes": [
                   {"id": "100", "values": [{"id": "7"}, {"name": "Stoneware"}]}],
                 "package_weight": {"value": "0.350", "unit": "KILOGRAM"},
                 "package_dimensions":
                   {"length": "20", "width": "15", "height": "10", "unit": "CENTIMETER"},
                 "skus": [
                   {"price": {"amount": "12.50", "currency": "GBP"},
                    "inventory": [{"warehouse_id": "w1", "quantity": 5}, {"warehouse_id": "w2", "quantity": 0}],
                    "seller_sku": "SKU-v1", "external_sku_id": "v1",
                    "identifier_code": {"code": "4006381333931", "type": "EAN"},
                    "sales_attributes": [
                      {"name": "Color", "value_name": "Red", "sku_img": {"uri": "tos/Red"}},
                      {"name": "Size", "value_name": "M"}]},
                   {"price": {"amount": "12.50", "currency": "GBP"},
                    "inventory": [{"warehouse_id": "w1", "quantity": 5}, {"warehouse_id": "w2", "quantity": 0}],
                    "seller_sku": "SKU-v2", "external_sku_id": "v2",
                    "identifier_code": {"code": "4006381333931", "type": "EAN"},
                    "sales_attributes": [
                      {"name": "Color", "value_name": "Blue", "sku_img": {"uri": "tos/Blue"}},
                      {"name": "Size", "value_name": "M"}]}]}
                """));
  }

  @Test
  void usesPoundsInchesListPricesAndTheNewTreeInTheUnitedStates() {
    Listing listing = Given.mug(offer("v1", "Red", "USD"));
    JsonNode body = AMERICAN.create(new ListingDraft(listing, uploads(), true, "k"));
    assertThat(body.at("/save_mode").asText()).isEqualTo("AS_DRAFT");
    assertThat(body.at("/category_version").asText()).isEqualTo("v2");
    assertThat(body.at("/package_weight/value").asText()).isEqualTo("0.77");
    assertThat(body.at("/package_weight/unit").asText()).isEqualTo("POUND");
    assertThat(body.at("/package_dimensions/length").asText()).isEqualTo("8");
    assertThat(body.at("/package_dimensions/unit").asText()).isEqualTo("INCH");
    assertThat(body.at("/skus/0/list_price/amount").asText()).isEqualTo("15.00");
  }

  @Test
  void editsWithoutTouchingTheRestWhenCategoryAndOffersStay() {
    TikTokRequest request =
        BRITISH.edit(edit(Set.of(ContentField.TITLE, ContentField.PACKAGE), Map.of("v1", "901")));
    assertThat(request.endpoint()).isEqualTo(TikTokEndpoint.PARTIAL_EDIT);
    assertThat(body(request).fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("save_mode", "title", "package_weight", "package_dimensions");
  }

  @Test
  void editsTheWholeProductWithEverySkuItKnowsWhenOffersChange() {
    TikTokRequest request = BRITISH.edit(edit(Set.of(ContentField.OFFERS), Map.of("v1", "901")));
    JsonNode body = body(request);
    assertThat(request.endpoint()).isEqualTo(TikTokEndpoint.EDIT);
    assertThat(body.at("/title").asText()).isEqualTo("Mug");
    assertThat(body.at("/external_product_id").asText()).isEqualTo("p1");
    assertThat(body.has("idempotency_key")).isFalse();
    assertThat(body.at("/skus/0/id").asText()).isEqualTo("901");
    assertThat(body.at("/skus/0").has("price")).isFalse();
    assertThat(body.at("/skus/0").has("inventory")).isFalse();
    assertThat(body.at("/skus/1").has("id")).isFalse();
    assertThat(body.at("/skus/1/price/amount").asText()).isEqualTo("12.50");
  }

  @Test
  void needsAWholeEditToClearABrand() {
    Listing plain = Given.withoutBrand(mug);
    ListingEdit edit =
        new ListingEdit("1", plain, Set.of(ContentField.BRAND), Map.of(), uploads(), false);
    TikTokRequest request = BRITISH.edit(edit);
    assertThat(request.endpoint()).isEqualTo(TikTokEndpoint.EDIT);
    assertThat(body(request).has("brand_id")).isFalse();
  }

  @Test
  void leavesDescriptionPicturesOutThatWereNotUploaded() {
    String html = "<p>a</p><img src='https://foreign/x.png' onerror=\"y\"><p>b</p>";
    assertThat(TikTokDescription.of(html, uploads())).isEqualTo("<p>a</p><p>b</p>");
  }

  @Test
  void setsPricesWithTheListPriceInTheUnitedStatesAlone() {
    OfferPrice price =
        new OfferPrice("9", Money.of("10", "USD"), Optional.of(Money.of("12", "USD")));
    assertThat(AMERICAN.prices(List.of(price)).at("/skus/0/list_price/amount").asText())
        .isEqualTo("12.00");
    assertThat(BRITISH.prices(List.of(price)).at("/skus/0").has("list_price")).isFalse();
    assertThat(BRITISH.prices(List.of(price)).at("/skus/0/price/amount").asText())
        .isEqualTo("10.00");
  }

  @Test
  void setsStockOfEveryWarehouse() throws Exception {
    JsonNode body = TikTokTranslator.stock(List.of(new OfferStock("9", Map.of("b", 0, "a", 3))));
    assertThat(body)
        .isEqualTo(
            JSON.readTree(
                """
                {"skus": [{"id": "9", "inventory": [
                  {"warehouse_id": "a", "quantity": 3}, {"warehouse_id": "b", "quantity": 0}]}]}
                """));
  }

  private ListingEdit edit(Set<ContentField> changed, Map<String, String> known) {
    return new ListingEdit("17290001", mug, changed, known, uploads(), false);
  }

  private static JsonNode body(TikTokRequest request) {
    return TikTokJson.parse(request.body().orElseThrow().bytes()).orElseThrow();
  }
}
