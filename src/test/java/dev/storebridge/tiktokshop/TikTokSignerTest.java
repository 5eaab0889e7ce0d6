package dev.storebridge.tiktokshop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storebridge.platform.Secret;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The facts are signatures that several independent implementations agree on. */
class TikTokSignerTest {

  private static final Secret SECRET = new Secret("0123456789abcdef0123456789abcdef01234567");
  private static final Secret PUBLISHED = new Secret("e59af819cc");
  private static final String CIPHER = "ROW_TESTAAAAcipher0000000000000000";
  private static final String JSON = "application/json";

  @Test
  void signsTheExampleThatTikTokPublished() {
    assertThat(
            sign(
                PUBLISHED,
                "/authorization/202309/shops",
                "",
                "app_key",
                "29a39d",
                "timestamp",
                "1623812664"))
        .isEqualTo("b596b73e0cc6de07ac26f036364178ab16b0a907af13d43f0a0cd2345f582dc8");
  }

  @Test
  void leavesSignAndTokenOutWhateverTheOrderOfTheQuery() {
    assertThat(
            sign(
                PUBLISHED,
                "/authorization/202309/shops",
                "",
                "timestamp",
                "1623812664",
                "sign",
                "deadbeef",
                "access_token",
                "TTP_zzz",
                "app_key",
                "29a39d"))
        .isEqualTo("b596b73e0cc6de07ac26f036364178ab16b0a907af13d43f0a0cd2345f582dc8");
  }

  @Test
  void signsDecodedValuesOfALine() {
    assertThat(
            sign(
                SECRET,
                "/order/202507/orders",
                "",
                "ids",
                "576461413038785752,576461413038785753",
                "shop_cipher",
                CIPHER,
                "app_key",
                "testappkey01",
                "timestamp",
                "1696909648"))
        .isEqualTo("c0cd3e87d9894e6fa1aab2e096a6a53bc0a36ec28365a62dbefa9e5ca5d1abea");
  }

  @Test
  void signsTheBytesOfABody() {
    String body =
        "{\"address\":\"https://connector.example.com/hooks/tiktok\","
            + "\"event_type\":\"PACKAGE_UPDATE\"}";
    assertThat(
            sign(
                SECRET,
                "/event/202309/webhooks",
                body,
                "app_key",
                "testappkey01",
                "timestamp",
                "1696909648",
                "shop_cipher",
                CIPHER))
        .isEqualTo("2bee70071ddda9fb36a92025ac906c03757ad8eba44ab35aecb17aabe7e3f98a");
  }

  @Test
  void signsTextOutsideAsciiAsUtf8() {
    String body =
        "{\"save_mode\":\"LISTING\",\"title\":\"Crème brûlée mug – 350 ml ☕\","
            + "\"description\":\"<p>Café & thé</p>\",\"category_id\":\"600001\","
            + "\"category_version\":\"v2\","
            + "\"main_images\":[{\"uri\":\"tos-maliva-i-o3syd03w52-us/c668cdf70b7f483c94dbe\"}],"
            + "\"skus\":[{\"seller_sku\":\"MUG-RED-350\","
            + "\"sales_attributes\":[{\"name\":\"Color\",\"value_name\":\"Red\"}],"
            + "\"price\":{\"amount\":\"12.50\",\"currency\":\"USD\"},"
            + "\"inventory\":[{\"warehouse_id\":\"7068517275539719942\",\"quantity\":25}]}],"
            + "\"package_weight\":{\"value\":\"0.75\",\"unit\":\"POUND\"},"
            + "\"idempotency_key\":\"5f1c1f0e-8f4b-4a57-9a2e-0d6a1c6f2b11\"}";
    assertThat(
            sign(
                SECRET,
                "/product/202309/products",
                body,
                "app_key",
                "testappkey01",
                "timestamp",
                "1714521600",
                "shop_cipher",
                CIPHER))
        .isEqualTo("c9582125fbfc3f457386ec2e1bd2f2b1ddb27f93e0b29ae46636b27f0bf3c379");
  }

  @Test
  void signsAnIdInThePath() {
    String body =
        "{\"skus\":[{\"id\":\"1729592969712207013\","
            + "\"inventory\":[{\"warehouse_id\":\"7068517275539719942\",\"quantity\":7}]}]}";
    assertThat(
            sign(
                SECRET,
                TikTokEndpoint.UPDATE_STOCK.path("1729592969712207008"),
                body,
                "shop_cipher",
                CIPHER,
                "timestamp",
                "1714521601",
                "app_key",
                "testappkey01"))
        .isEqualTo("87272b701374647c3e70e4be8fe9e46fe958d936040bab471e1f4b0c06bf73c6");
  }

  @Test
  void signsAnEmptyObjectAsItsTwoBytes() {
    assertThat(
            sign(
                SECRET,
                "/product/202502/products/search",
                "{}",
                "app_key",
                "testappkey01",
                "timestamp",
                "1714521604",
                "shop_cipher",
                CIPHER,
                "page_size",
                "100"))
        .isEqualTo("f8fedf0c15e76af0664f568ecc34675877231a0a9fce3544bd35c9fd01c244b3");
  }

  @Test
  void leavesAFormUnsignedWhateverItsBoundary() {
    Map<String, String> query = Map.of("app_key", "testappkey01", "timestamp", "1714521600");
    String path = "/product/202309/images/upload";
    String form =
        TikTokSigner.sign(
            SECRET,
            new TikTokSigner.Message(
                path, query, "multipart/form-data; boundary=x", "bytes".getBytes(UTF_8)));
    String nothing =
        TikTokSigner.sign(SECRET, new TikTokSigner.Message(path, query, "", new byte[0]));
    assertThat(form).isEqualTo(nothing);
  }

  @Test
  void sortsKeysByByteAndNotByLocale() {
    String first = sign(SECRET, "/x", "", "B", "1", "_a", "2", "a", "3");
    String sorted = sign(SECRET, "/xB1_a2a3", "");
    assertThat(first).isEqualTo(sorted);
  }

  private static String sign(Secret secret, String path, String body, String... query) {
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < query.length; i += 2) {
      values.put(query[i], query[i + 1]);
    }
    return TikTokSigner.sign(
        secret, new TikTokSigner.Message(path, values, JSON, body.getBytes(UTF_8)));
  }
}
