package dev.storebridge.tiktokshop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.MissingNode;
import dev.storebridge.platform.AccountId;
import dev.storebridge.platform.Failure;
import dev.storebridge.platform.Platform;
import dev.storebridge.platform.PlatformException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TikTokErrorsTest {

  private static final Instant NOW = Instant.parse("2026-03-04T22:30:00Z");
  private static final AccountId SHOP = new AccountId(Platform.TIKTOK_SHOP, "7001");

  private final TikTokErrors errors = new TikTokErrors(Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void givesEveryRowAReactionAndWords() {
    assertThat(errors.rows()).hasSizeGreaterThan(300);
    assertThat(errors.rows().values().stream().flatMap(List::stream))
        .allSatisfy(
            row -> {
              assertThat(row.reaction()).isNotNull();
              assertThat(row.cause()).as(row.code()).endsWith(".").hasSizeGreaterThan(15);
              assertThat(row.fix()).as(row.code()).endsWith(".").hasSizeGreaterThan(8);
              if (row.reaction() == Failure.WAIT_UNTIL) {
                assertThat(row.pause()).as(row.code()).isNotEmpty();
              }
            });
  }

  @Test
  void neverExplainsWhatTikTokDoesNot() {
    assertThat(errors.unexplained())
        .isNotEmpty()
        .doesNotContainAnyElementsOf(errors.rows().keySet());
  }

  @ParameterizedTest
  @CsvSource({
    "Invalid timestamp in request,RETRY_LATER",
    "x-tts-access-token header is invalid,REFRESH_TOKEN",
    "unexpected identifier shop_cipher,CLIENT_BUG",
    "app_key is invalid,PAUSE_CONNECTION",
    "page_token is invalid,CLIENT_BUG",
    "body parameter missing,CLIENT_BUG"
  })
  void splitsTheGatewaysOneCodeByItsWords(String message, Failure reaction) {
    assertThat(errors.reaction("36009004", message)).isEqualTo(reaction);
  }

  @ParameterizedTest
  @CsvSource({
    "36009002,SLOW_DOWN",
    "105002,REFRESH_TOKEN",
    "105005,RE_AUTHORISE",
    "36004001,RE_AUTHORISE",
    "36004004,RE_AUTHORISE",
    "36004005,RE_AUTHORISE",
    "36009043,PAUSE_CONNECTION",
    "12052996,ADOPT_EXISTING",
    "12052901,REPLAN",
    "12052104,MERCHANT_FIX",
    "12052533,REPLAN",
    "21011020,ALREADY_DONE",
    "106001,CLIENT_BUG",
    "10002,REFRESH_TOKEN",
    "20003,SLOW_DOWN",
    "50002,GIVE_UP",
    "90003,PAUSE_CONNECTION"
  })
  void decidesByCode(String code, Failure reaction) {
    assertThat(errors.reaction(code, "")).isEqualTo(reaction);
  }

  @Test
  void waitsForTheNextDayWhenTheListingLimitIsReached() {
    PlatformException fault = write(answer(200, "12052093", "limit"));
    assertThat(fault.failure()).isEqualTo(Failure.WAIT_UNTIL);
    assertThat(fault.retryAfter()).contains(Duration.ofMinutes(90));
    assertThat(fault.outcomeUnknown()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "200,MERCHANT_FIX",
    "400,MERCHANT_FIX",
    "401,REFRESH_TOKEN",
    "403,RE_AUTHORISE",
    "404,CLIENT_BUG",
    "429,SLOW_DOWN",
    "500,RETRY_LATER",
    "503,RETRY_LATER"
  })
  void reactsToAnUnknownCodeByItsStatusAndShowsTikToksWords(int status, Failure reaction) {
    PlatformException fault = write(answer(status, "12999999", "their words"));
    assertThat(fault.failure()).isEqualTo(reaction);
    assertThat(fault.explanation().code()).isEqualTo("12999999");
    assertThat(fault.explanation().message()).isEqualTo("their words");
  }

  @ParameterizedTest
  @CsvSource({
    "200,36009003,true",
    "500,12999999,true",
    "502,'',true",
    "200,'',true",
    "413,'',false",
    "429,36009002,false",
    "401,105002,false",
    "401,106001,false",
    "200,12052051,false",
    "200,12999999,false"
  })
  void saysWhetherAWriteMayHaveBeenDone(int status, String code, boolean unknown) {
    assertThat(write(answer(status, code, "")).outcomeUnknown()).isEqualTo(unknown);
  }

  @Test
  void neverCallsTheOutcomeOfAReadUnknown() {
    TikTokErrors.Call read = new TikTokErrors.Call(SHOP, "Product Basic", false);
    assertThat(errors.exception(read, answer(500, "", "")).outcomeUnknown()).isFalse();
  }

  @Test
  void namesTheScopeThatIsMissingAndTheRequest() {
    PlatformException fault = write(answer(401, "105005", "no"));
    assertThat(fault.explanation().cause()).contains("Product Modify");
    assertThat(fault.requestId()).isEqualTo("r-1");
  }

  private PlatformException write(TikTokAnswer answer) {
    return errors.exception(new TikTokErrors.Call(SHOP, "Product Modify", true), answer);
  }

  private static TikTokAnswer answer(int status, String code, String message) {
    return new TikTokAnswer(
        status,
        code,
        message,
        MissingNode.getInstance(),
        "r-1",
        Optional.empty(),
        Optional.empty());
  }
}
