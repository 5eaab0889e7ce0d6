package dev.storebridge.woocommerce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storebridge.platform.Explanation;
import dev.storebridge.platform.Failure;
import dev.storebridge.platform.Limits;
import dev.storebridge.platform.Platform;
import dev.storebridge.platform.PlatformException;
import dev.storebridge.platform.Secret;
import dev.storebridge.platform.StoreAccount;
import dev.storebridge.platform.StoreAuth;
import dev.storebridge.platform.Urgency;
import dev.storebridge.woocommerce.RestApi.Ask;
import dev.storebridge.woocommerce.RestApi.Reply;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What is waited for while a catalogue is read, and what is told instead. */
class PatientApiTest {

  private static final StoreAccount STORE =
      new StoreAccount(
          "main",
          "acme",
          Platform.WOOCOMMERCE,
          URI.create("https://shop.example"),
          new StoreAuth.RestKey(new Secret("ck_a"), new Secret("cs_a")),
          Limits.CHOSEN_BY_US);
  private static final Ask LIST = new Ask("products", Map.of(), Urgency.NEW_LISTING);
  private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

  private final Deque<PlatformException> faults = new ArrayDeque<>();
  private final List<Duration> pauses = new ArrayList<>();
  private final RestApi patient = new PatientApi(this::answer, pauses::add);

  @Test
  void anOutageIsSatOutOnce() {
    faults.add(fault(Failure.RETRY_LATER, TEN_SECONDS));
    assertThat(patient.ask(STORE, LIST).body()).isEmpty();
    assertThat(pauses).containsExactly(TEN_SECONDS);
  }

  @Test
  void anOutageThatLastsIsTold() {
    faults.addAll(Collections.nCopies(5, fault(Failure.RETRY_LATER, TEN_SECONDS)));
    assertThatThrownBy(() -> patient.ask(STORE, LIST)).isInstanceOf(PlatformException.class);
    assertThat(pauses).containsExactly(TEN_SECONDS);
  }

  @Test
  void aSiteThatAsksForLessIsGivenTheTimeItNames() {
    faults.addAll(Collections.nCopies(5, fault(Failure.SLOW_DOWN, TEN_SECONDS)));
    assertThat(patient.ask(STORE, LIST).body()).isEmpty();
    assertThat(pauses).hasSize(5);
  }

  @Test
  void aWaitOfMinutesIsNotSpentInACall() {
    faults.add(fault(Failure.RETRY_LATER, Duration.ofMinutes(10)));
    assertThatThrownBy(() -> patient.ask(STORE, LIST)).isInstanceOf(PlatformException.class);
    assertThat(pauses).isEmpty();
  }

  @Test
  void whatAPersonMustMendIsToldAtOnce() {
    faults.add(fault(Failure.PAUSE_CONNECTION, TEN_SECONDS));
    assertThatThrownBy(() -> patient.ask(STORE, LIST)).isInstanceOf(PlatformException.class);
    assertThat(pauses).isEmpty();
  }

  private Reply answer(StoreAccount store, Ask ask) {
    if (!faults.isEmpty()) {
      throw faults.remove();
    }
    return new Reply(Json.MAPPER.createArrayNode(), OptionalInt.empty(), OptionalInt.empty());
  }

  private static PlatformException fault(Failure failure, Duration wait) {
    Explanation words = new Explanation("503", "The site could not answer.", "", "", "");
    return PlatformException.of(failure, STORE.account(), words).retryAfter(wait);
  }
}
