package dev.storebridge.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.storebridge.platform.AccountId;
import dev.storebridge.platform.Explanation;
import dev.storebridge.platform.Failure;
import dev.storebridge.platform.Platform;
import dev.storebridge.platform.PlatformException;
import dev.storebridge.resilience.Egress;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShopifyErrorsTest {

  private static final AccountId ACCOUNT = new AccountId(Platform.SHOPIFY, "main");

  @ParameterizedTest
  @CsvSource({
    "301, PAUSE_CONNECTION",
    "400, CLIENT_BUG",
    "401, REFRESH_TOKEN",
    "402, PAUSE_CONNECTION",
    "403, PAUSE_CONNECTION",
    "404, PAUSE_CONNECTION",
    "408, RETRY_LATER",
    "422, CLIENT_BUG",
    "423, PAUSE_CONNECTION",
    "429, SLOW_DOWN",
    "430, RETRY_LATER",
    "500, RETRY_LATER",
    "502, RETRY_LATER",
    "503, RETRY_LATER",
    "504, RETRY_LATER"
  })
  void aStatusDecidesTheReaction(int status, Failure failure) {
    PlatformException fault = ofStatus(status, Map.of());
    assertThat(fault.failure()).isEqualTo(failure);
    assertThat(fault.account()).isEqualTo(ACCOUNT);
    assertSaysWhatToDo(fault.explanation());
  }

  @Test
  void anAnswerOfTheApiPasses() throws IOException {
    ShopifyErrors.checkStatus(ACCOUNT, answer(200, Map.of()));
    ShopifyErrors.checkAnswer(ACCOUNT, ShopifyApi.JSON.readTree("{\"data\":{\"shop\":{}}}"));
  }

  @Test
  void obeysTheWaitThatAnAnswerAsksFor() {
    assertThat(ofStatus(429, Map.of("Retry-After", List.of("2.5"))).retryAfter())
        .contains(Duration.ofMillis(2500));
    assertThat(ofStatus(503, Map.of("Retry-After", List.of("soon"))).retryAfter()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "ACCESS_DENIED, RE_AUTHORISE",
    "INTERNAL_SERVER_ERROR, RETRY_LATER",
    "TIMEOUT, RETRY_LATER",
    "THROTTLED, SLOW_DOWN",
    "SHOP_INACTIVE, PAUSE_CONNECTION",
    "MAX_COST_EXCEEDED, CLIENT_BUG",
    "PARSE_ERROR, CLIENT_BUG",
    "undefinedField, CLIENT_BUG",
    "INVALID_VARIABLE, CLIENT_BUG",
    "RESOURCE_NOT_FOUND, CLIENT_BUG"
  })
  void aCodeDecidesTheReaction(String code, Failure failure) {
    PlatformException fault =
        ofAnswer("{\"errors\":[{\"message\":\"m\",\"extensions\":{\"code\":\"" + code + "\"}}]}");
    assertThat(fault.failure()).isEqualTo(failure);
    assertThat(fault.explanation().code()).isEqualTo(code);
    assertSaysWhatToDo(fault.explanation());
  }

  @Test
  void namesTheScopeThatIsMissing() {
    PlatformException fault =
        ofAnswer(
            """
            {"data":{"locations":null},"errors":[{"message":"Access denied for locations field.",
              "extensions":{"code":"ACCESS_DENIED","requiredAccess":"`read_locations` access scope."}}]}
            """);
    assertThat(fault.failure()).isEqualTo(Failure.RE_AUTHORISE);
    assertThat(fault.explanation().cause()).contains("read_locations");
  }

  @Test
  void waitsUntilTheBucketHoldsTheQuery() {
    PlatformException fault =
        ofAnswer(
            """
            {"errors":[{"message":"Throttled","extensions":{"code":"THROTTLED"}}],
             "extensions":{"cost":{"requestedQueryCost":264,"actualQueryCost":null,
               "throttleStatus":{"maximumAvailable":2000,"currentlyAvailable":23,"restoreRate":100}}}}
            """);
    assertThat(fault.retryAfter()).contains(Duration.ofSeconds(3));
  }

  @Test
  void anErrorBesideDataMakesTheAnswerUseless() {
    PlatformException fault =
        ofAnswer("{\"data\":{\"nodes\":[null]},\"errors\":[{\"message\":\"Something new\"}]}");
    assertThat(fault.failure()).isEqualTo(Failure.CLIENT_BUG);
    assertThat(fault.explanation().message()).isEqualTo("Something new");
  }

  @Test
  void anAnswerWithoutDataIsNotTheApis() {
    assertThat(ofAnswer("{\"data\":null}").failure()).isEqualTo(Failure.RETRY_LATER);
    assertThat(ofAnswer("{\"hello\":1}").failure()).isEqualTo(Failure.RETRY_LATER);
    assertThat(ofAnswer("{\"errors\":\"Not Found\"}").failure()).isEqualTo(Failure.CLIENT_BUG);
  }

  private static void assertSaysWhatToDo(Explanation explanation) {
    assertThat(explanation.cause()).endsWith(".");
    assertThat(explanation.fix()).endsWith(".");
  }

  private static PlatformException ofStatus(int status, Map<String, List<String>> headers) {
    return catchThrowableOfType(
        PlatformException.class, () -> ShopifyErrors.checkStatus(ACCOUNT, answer(status, headers)));
  }

  private static PlatformException ofAnswer(String json) {
    return catchThrowableOfType(
        PlatformException.class,
        () -> ShopifyErrors.checkAnswer(ACCOUNT, ShopifyApi.JSON.readTree(json)));
  }

  private static Egress.Answer answer(int status, Map<String, List<String>> headers) {
    return new Egress.Answer(status, HttpHeaders.of(headers, (name, value) -> true), new byte[0]);
  }
}
