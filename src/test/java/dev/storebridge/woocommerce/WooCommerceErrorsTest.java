package dev.storebridge.woocommerce;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.storebridge.platform.AccountId;
import dev.storebridge.platform.Explanation;
import dev.storebridge.platform.Failure;
import dev.storebridge.platform.Platform;
import dev.storebridge.platform.PlatformException;
import dev.storebridge.resilience.Egress;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WooCommerceErrorsTest {

  private static final AccountId ACCOUNT = new AccountId(Platform.WOOCOMMERCE, "main");
  private static final URI ASKED = URI.create("https://shop.example/wp-json/wc/v3/products");

  @ParameterizedTest
  @CsvSource({
    "400, rest_invalid_param, CLIENT_BUG",
    "401, woocommerce_rest_cannot_view, REFRESH_TOKEN",
    "401, woocommerce_rest_authentication_error, REFRESH_TOKEN",
    "401, woocommerce_rest_authentication_missing_parameter, REFRESH_TOKEN",
    "403, woocommerce_rest_cannot_view, RE_AUTHORISE",
    "403, rest_forbidden, PAUSE_CONNECTION",
    "404, rest_no_route, PAUSE_CONNECTION",
    "404, woocommerce_rest_product_invalid_id, REPLAN",
    "413, woocommerce_rest_request_entity_too_large, CLIENT_BUG",
    "429, too_many_requests, SLOW_DOWN",
    "500, internal_server_error, RETRY_LATER"
  })
  void aCodeOfTheApiDecidesTheReaction(int status, String code, Failure failure) {
    String body =
        "{\"code\":\"%s\",\"message\":\"Leider nicht\",\"data\":{\"status\":%d}}"
            .formatted(code, status);
    PlatformException fault = of(status, Map.of(), body);
    assertThat(fault.failure()).isEqualTo(failure);
    assertThat(fault.account()).isEqualTo(ACCOUNT);
    assertThat(fault.explanation().code()).isEqualTo(code);
    assertThat(fault.explanation().message()).isEqualTo("Leider nicht");
    assertSaysWhatToDo(fault.explanation());
  }

  @ParameterizedTest
  @CsvSource({
    "301, PAUSE_CONNECTION",
    "401, PAUSE_CONNECTION",
    "403, PAUSE_CONNECTION",
    "404, PAUSE_CONNECTION",
    "406, PAUSE_CONNECTION",
    "408, RETRY_LATER",
    "429, SLOW_DOWN",
    "500, RETRY_LATER",
    "502, RETRY_LATER",
    "503, RETRY_LATER",
    "524, RETRY_LATER"
  })
  void aPageOfSomethingElseIsToldByItsStatus(int status, Failure failure) {
    PlatformException fault = of(status, Map.of(), "<html><h1>One moment</h1></html>");
    assertThat(fault.failure()).isEqualTo(failure);
    assertSaysWhatToDo(fault.explanation());
  }

  @Test
  void namesTheHostThatASiteHasMovedTo() {
    PlatformException fault =
        of(301, Map.of("Location", List.of("https://www.shop.example/wp-json/")), "");
    assertThat(fault.explanation().cause()).contains("www.shop.example");
    assertThat(fault.explanation().fix()).contains("tenant file");
  }

  @Test
  void obeysTheWaitOfAMaintenancePage() {
    assertThat(of(503, Map.of("Retry-After", List.of("600")), "<p>Wartung</p>").retryAfter())
        .contains(Duration.ofMinutes(10));
  }

  @Test
  void tellsPhpMessagesFromOtherPages() {
    PlatformException php =
        WooCommerceErrors.unreadable(
            ACCOUNT,
            "<br />\n<b>Warning</b>:  Undefined key in <b>x.php</b>\n[{}]".getBytes(UTF_8));
    PlatformException page =
        WooCommerceErrors.unreadable(
            ACCOUNT, "<html><head><style>a{}</style></head>Coming soon".getBytes(UTF_8));
    assertThat(php.failure()).isEqualTo(Failure.RETRY_LATER);
    assertThat(php.explanation().code()).isEqualTo("php-output");
    assertThat(page.failure()).isEqualTo(Failure.RETRY_LATER);
    assertThat(page.explanation().code()).isEqualTo("unreadable-answer");
    assertThat(page.explanation().message()).isEqualTo("Coming soon");
  }

  @Test
  void showsAPageInOneLineWithoutKeys() {
    String body = "<p>Bad key\n ck_0123456789abcdef0123456789abcdef01234567</p>" + "x".repeat(500);
    String shown = Answers.snippet(body.getBytes(UTF_8));
    assertThat(shown).startsWith("Bad key ***").hasSizeLessThan(200);
  }

  @Test
  void readsPastAByteOrderMark() {
    assertThat(Answers.json("\uFEFF[{\"id\":1}]".getBytes(UTF_8))).isPresent();
    assertThat(Answers.json("[{\"id\":1},{\"id\"".getBytes(UTF_8))).isEmpty();
    assertThat(Answers.json("\"text\"".getBytes(UTF_8))).isEmpty();
  }

  private static PlatformException of(int status, Map<String, List<String>> headers, String body) {
    Egress.Answer answer =
        new Egress.Answer(status, HttpHeaders.of(headers, (a, b) -> true), body.getBytes(UTF_8));
    return catchThrowableOfType(
        PlatformException.class, () -> WooCommerceErrors.checkStatus(ACCOUNT, ASKED, answer));
  }

  private static void assertSaysWhatToDo(Explanation explanation) {
    assertThat(explanation.code()).isNotBlank();
    assertThat(explanation.cause()).isNotBlank();
    assertThat(explanation.fix()).isNotBlank();
  }
}
