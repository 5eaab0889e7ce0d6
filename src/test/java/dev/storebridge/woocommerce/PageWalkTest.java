package dev.storebridge.woocommerce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A list that changes between its pages is read without a gap, whatever the pages' order. */
class PageWalkTest {

  private final List<Integer> shelf = new ArrayList<>();
  private final Map<Integer, Runnable> events = new HashMap<>();
  private final List<Integer> asked = new ArrayList<>();
  private boolean counted = true;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 99, 100, 101, 198, 199, 200, 1_000})
  void readsListsOfAnyLengthInTheFewestPages(int length) {
    fill(length);
    assertThat(walk(8)).containsExactlyElementsOf(range(length));
    assertThat(asked).hasSize(length <= 100 ? 1 : 1 + Math.ceilDiv(length - 100, 99));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 99, 100, 199, 250})
  void readsListsWhoseLengthIsNotTold(int length) {
    counted = false;
    fill(length);
    assertThat(walk(8)).containsExactlyElementsOf(range(length));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 30, 250})
  void losesNothingWhenReadEntriesAreDeletedBetweenTwoPages(int deleted) {
    fill(1_000);
    events.put(297, () -> shelf.subList(0, deleted).clear());
    assertThat(walk(1)).containsAll(range(1_000)).doesNotHaveDuplicates();
  }

  @Test
  void losesNothingWhenAsMuchIsAddedAsIsDeleted() {
    fill(400);
    events.put(
        198,
        () -> {
          shelf.subList(0, 5).clear();
          shelf.addAll(List.of(400, 401, 402, 403, 404));
        });
    assertThat(walk(1)).containsAll(range(405)).doesNotHaveDuplicates();
  }

  @Test
  void losesNothingWhenTheEndIsDrawnOntoAReadPage() {
    fill(205);
    events.put(198, () -> shelf.subList(0, 10).clear());
    assertThat(walk(1)).containsAll(range(205)).doesNotHaveDuplicates();
  }

  @Test
  void takesWhatIsAddedWhileItReads() {
    fill(199);
    events.put(99, () -> IntStream.range(199, 320).forEach(shelf::add));
    assertThat(walk(1)).containsExactlyElementsOf(range(320));
  }

  @Test
  void endsWithAFaultWhereAPageRepeats() {
    fill(300);
    RestApi repeating =
        (store, ask) -> new Reply(entries(0), OptionalInt.of(300), OptionalInt.of(3));
    PlatformException fault =
        catchThrowableOfType(PlatformException.class, () -> walk(repeating, 8));
    assertThat(fault.failure()).isEqualTo(Failure.RETRY_LATER);
    assertThat(fault.explanation().code()).isEqualTo("repeated-page");
  }

  @Test
  void asksForAsManyPagesAtATimeAsTheAccountAllows() {
    fill(1_000);
    CountDownLatch three = new CountDownLatch(3);
    RestApi waiting =
        (store, ask) -> {
          if (offset(ask) > 0) {
            three.countDown();
            await(three);
          }
          return answer(ask);
        };
    assertThat(walk(waiting, 3)).containsExactlyElementsOf(range(1_000));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void fill(int length) {
    shelf.addAll(range(length));
  }

  private static List<Integer> range(int length) {
    return IntStream.range(0, length).boxed().toList();
  }

  private List<Integer> walk(int concurrent) {
    return walk((store, ask) -> answer(ask), concurrent);
  }

  private static List<Integer> walk(RestApi api, int concurrent) {
    List<Integer> seen = new ArrayList<>();
    Ask list = new Ask("products", Map.of("status", "any"), Urgency.NEW_LISTING);
    new PageWalk(api, store(concurrent), list)
        .all(page -> page.forEach(node -> seen.add(node.path("id").asInt())));
    return seen;
  }

  private synchronized Reply answer(Ask ask) {
    int offset = offset(ask);
    asked.add(offset);
    Runnable event = events.remove(offset);
    if (event != null) {
      event.run();
    }
    OptionalInt total = counted ? OptionalInt.of(shelf.size()) : OptionalInt.empty();
    OptionalInt pages =
        counted ? OptionalInt.of(Math.ceilDiv(shelf.size(), 100)) : OptionalInt.empty();
    return new Reply(entries(offset), total, pages);
  }

  private static int offset(Ask ask) {
    return Integer.parseInt(ask.query().get("offset"));
  }

  private JsonNode entries(int offset) {
    ArrayNode entries = Json.MAPPER.createArrayNode();
    shelf.stream().skip(offset).limit(100).forEach(id -> entries.addObject().put("id", id));
    return entries;
  }

  private static StoreAccount store(int concurrent) {
    return new StoreAccount(
        "main",
        "acme",
        Platform.WOOCOMMERCE,
        URI.create("https://shop.example"),
        new StoreAuth.RestKey(new Secret("ck"), new Secret("cs")),
        new Limits(
            Limits.CHOSEN_BY_US.requestsPerSecond(),
            OptionalInt.of(concurrent),
            OptionalInt.empty()));
  }
}
