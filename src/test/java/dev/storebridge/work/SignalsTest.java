package dev.storebridge.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storebridge.given.SandboxPlatforms;
import dev.storebridge.given.TestDatabase;
import dev.storebridge.platform.Platform;
import dev.storebridge.platform.Urgency;
import dev.storebridge.platform.WebhookEvent;
import dev.storebridge.platform.WebhookEvent.Subject;
import dev.storebridge.sql.Sql;
import dev.storebridge.work.SignalIntake.Addressee;
import dev.storebridge.work.SignalIntake.Arrival;
import dev.storebridge.work.SignalIntake.NotKept;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Signals that come in at the same time, and what becomes of them. */
@QuarkusTest
@Tag("database")
@WithTestResource(TestDatabase.class)
@WithTestResource(SandboxPlatforms.class)
class SignalsTest {

  @Inject SignalIntake intake;
  @Inject Signals signals;
  @Inject EntityManager entities;
  @Inject SignalBook book;
  @Inject WakeUps wakeUps;
  @Inject Transactions transactions;

  private final String store = "s-" + UUID.randomUUID();

  /** Another process' lease, so that the lanes of this one leave the marks alone. */
  @BeforeEach
  void keepLanesAway() {
    assertThat(QuarkusTransaction.requiringNew().call(() -> new Leases(entities).take(store)))
        .isPresent();
  }

  @Test
  void manyAtOnceAreAllKeptAndEachMarksOnce() throws Exception {
    together(300, i -> keep("d" + i, "p" + i % 10));
    assertThat(signals.newest(store, "", "", 1000)).hasSize(300);
    assertThat(number("select count(*) from mark where store_id = ?")).isEqualTo(10);
    assertThat(number("select sum(revision) from mark where store_id = ?")).isBetween(10L, 300L);
  }

  @Test
  void oneDeliveryThatComesAtOnceManyTimesIsOneSignal() throws Exception {
    together(100, i -> keep("same", "p"));
    assertThat(signals.newest(store, "", "", 1000)).hasSize(1);
    assertThat(number("select revision from mark where store_id = ?")).isEqualTo(1);
  }

  @Test
  void whatTheDatabaseRefusesIsNotKeptAndHarmsNoneBesideIt() throws Exception {
    String tooLong = "x".repeat(65);
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Void>> good = pool.invokeAll(calls(100, i -> keep("d" + i, "p" + i)));
      assertThatThrownBy(() -> keepFor(tooLong, "d", "p")).isInstanceOf(NotKept.class);
      for (Future<Void> one : good) {
        one.get();
      }
    }
    assertThat(signals.newest(store, "", "", 1000)).hasSize(100);
  }

  @Test
  void aSignalIsForgottenAfterItsRetentionAndNotBefore() throws Exception {
    keep("old", "p1");
    keep("young", "p2");
    age("old", Duration.ofDays(31));
    age("young", Duration.ofDays(29));
    signals.purge();
    assertThat(signals.newest(store, "", "", 10))
        .extracting(signal -> signal.event().deliveryId())
        .containsExactly("young");
    assertThat(number("select count(*) from mark where store_id = ?"))
        .as("marks stay")
        .isEqualTo(2);
  }

  @Test
  void aDeliveryThatComesAgainAfterItsRetentionMarksAgain() throws Exception {
    keep("old", "p1");
    age("old", Duration.ofDays(31));
    signals.purge();
    keep("old", "p1");
    assertThat(number("select revision from mark where store_id = ?")).isEqualTo(2);
  }

  @Test
  void idsGrowWithTimeSoThatPagesNeitherLoseNorRepeat() throws Exception {
    for (int i = 0; i < 5; i++) {
      keep("d" + i, "p");
    }
    List<Signal> first = signals.newest(store, "", "", 2);
    List<Signal> rest = signals.newest(store, "", first.getLast().id(), 10);
    assertThat(first).extracting(one -> one.event().deliveryId()).containsExactly("d4", "d3");
    assertThat(rest).extracting(one -> one.event().deliveryId()).containsExactly("d2", "d1", "d0");
  }

  @Test
  void nothingIsTakenInOnceItStops() throws Exception {
    SignalIntake other = new SignalIntake(book, wakeUps, Clock.systemUTC());
    other.start(null);
    other.stop();
    assertThatThrownBy(() -> other.keep(arrival("d", "p"), List.of(new Addressee(store, ""))))
        .isInstanceOf(NotKept.class);
  }

  private interface Keeping {
    void keep(int number) throws Exception;
  }

  private static void together(int count, Keeping what) throws Exception {
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Void> one : pool.invokeAll(calls(count, what))) {
        one.get();
      }
    }
  }

  private static List<Callable<Void>> calls(int count, Keeping what) {
    return IntStream.range(0, count)
        .<Callable<Void>>mapToObj(
            i ->
                () -> {
                  what.keep(i);
                  return null;
                })
        .toList();
  }

  private void keep(String delivery, String product) throws NotKept {
    keepFor(store, delivery, product);
  }

  private void keepFor(String storeId, String delivery, String product) throws NotKept {
    intake.keep(arrival(delivery, product), List.of(new Addressee(storeId, "")));
  }

  private static Arrival arrival(String delivery, String product) {
    WebhookEvent event =
        new WebhookEvent(
            "shop.example",
            "products/update",
            Subject.PRODUCT,
            List.of(product),
            Urgency.PRICE,
            delivery,
            Optional.empty());
    return new Arrival(Platform.SHOPIFY, event, "0".repeat(64), 2);
  }

  private void age(String delivery, Duration age) {
    transactions.run(
        () ->
            Sql.query(
                    entities,
                    "update received_signal set received_at = ? where store_id = ? and delivery_id = ?",
                    Instant.now().minus(age),
                    store,
                    delivery)
                .executeUpdate());
  }

  private long number(String sql) {
    return transactions.call(
        () -> ((Number) Sql.query(entities, sql, store).getSingleResult()).longValue());
  }
}
