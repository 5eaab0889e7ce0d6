package dev.storebridge.connect;

import dev.storebridge.connect.Statements.Row;
import dev.storebridge.platform.AccountId;
import dev.storebridge.platform.Platform;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What is known of the accounts' subscriptions, and who looks at them now. */
@ApplicationScoped
public class SubscriptionBook {
  private static final String ACCOUNT = "store_id = ? and platform = ? and account_id = ?";

  /** Longer than an account needs for all of its topics. */
  private static final Duration HOLD = Duration.ofMinutes(2);

  private final Database database;
  private final Clock clock;

  SubscriptionBook(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** An account and the store whose rows its own belong to. */
  record Key(String storeId, AccountId account) {}

  /** What became of the wish to look at an account. */
  sealed interface Turn {
    /**
     * It is yours; end it by {@link #end}.
     *
     * @param anew whether not all subscriptions are known to have this destination
     */
    record Yours(boolean anew, int tries, Set<String> ids) implements Turn {}

    /** Somebody looks at it now, or it was looked at lately. */
    record Later(Instant at) implements Turn {}
  }

  private record Check(
      String destination, int tries, Optional<Instant> checked, Instant next, Instant held) {

    static Check of(Row row) throws SQLException {
      return new Check(
          row.text("destination"),
          row.result().getInt("tries"),
          row.moment("checked_at"),
          row.time("next_at"),
          row.time("held_until"));
    }

    boolean wanted(Instant now, Instant since) {
      return !now.isBefore(next) || checked.map(at -> at.isBefore(since)).orElse(true);
    }
  }

  /**
   * Takes a turn under the row's lock, so that replicas do not register the same topic twice.
   *
   * @param destination hash of where it is to send to
   * @param since what was looked at before does not count
   */
  Turn begin(Key key, String destination, Instant since) {
    Instant now = clock.instant();
    return database.transaction(
        sql -> {
          sql.update(
              "insert ignore into subscription_check"
                  + " (store_id, platform, account_id, next_at, held_until) values (?, ?, ?, ?, ?)",
              key.storeId(),
              key.account().platform(),
              key.account().id(),
              now,
              now);
          Check check =
              sql.one(
                      "select * from subscription_check where " + ACCOUNT + " for update",
                      Check::of,
                      of(key))
                  .orElseThrow();
          boolean other = !check.destination().equals(destination);
          if (now.isBefore(check.held())) {
            return new Turn.Later(check.held());
          }
          if (!check.wanted(now, since) && (!other || check.destination().isEmpty())) {
            return new Turn.Later(check.next());
          }
          sql.update(
              "update subscription_check set held_until = ? where " + ACCOUNT,
              now.plus(HOLD),
              key.storeId(),
              key.account().platform(),
              key.account().id());
          return new Turn.Yours(other, check.tries(), ids(sql, key));
        });
  }

  private static Set<String> ids(Statements sql, Key key) {
    return sql
        .list(
            "select subscription_id from webhook_subscription where " + ACCOUNT,
            row -> row.text("subscription_id"),
            of(key))
        .stream()
        .filter(id -> !id.isEmpty())
        .collect(Collectors.toSet());
  }

  private static Object[] of(Key key) {
    return new Object[] {key.storeId(), key.account().platform(), key.account().id()};
  }

  /**
   * How a turn ended.
   *
   * @param destination which all of them have now; empty when some have not
   */
  record End(String destination, int tries, Instant next) {}

  /** Ends a turn, and keeps what was found or made. */
  void end(Key key, End end, List<SubscriptionState> states) {
    Instant now = clock.instant();
    database.transaction(
        sql -> {
          write(sql, key, states, now);
          return close(sql, key, end, now);
        });
  }

  /** Ends a turn that found nothing out. */
  void end(Key key, End end) {
    Instant now = clock.instant();
    database.transaction(sql -> close(sql, key, end, now));
  }

  private static int close(Statements sql, Key key, End end, Instant now) {
    return sql.update(
        "update subscription_check set destination = ?, tries = ?, next_at = ?,"
            + " checked_at = ?, held_until = ? where "
            + ACCOUNT,
        end.destination(),
        end.tries(),
        end.next(),
        now,
        now,
        key.storeId(),
        key.account().platform(),
        key.account().id());
  }

  private static void write(Statements sql, Key key, List<SubscriptionState> states, Instant now) {
    Set<String> topics = states.stream().map(SubscriptionState::topic).collect(Collectors.toSet());
    sql
        .list(
            "select topic from webhook_subscription where " + ACCOUNT,
            row -> row.text("topic"),
            of(key))
        .stream()
        .filter(topic -> !topics.contains(topic))
        .forEach(
            topic ->
                sql.update(
                    "delete from webhook_subscription where " + ACCOUNT + " and topic = ?",
                    key.storeId(),
                    key.account().platform(),
                    key.account().id(),
                    topic));
    for (SubscriptionState state : states) {
      sql.update(
          "insert into webhook_subscription (store_id, platform, account_id, topic,"
              + " subscription_id, url, code, cause, since) values (?, ?, ?, ?, ?, ?, ?, ?, ?)"
              + " on duplicate key update since = if(code = values(code), since, values(since)),"
              + " subscription_id = values(subscription_id), url = values(url),"
              + " code = values(code), cause = values(cause)",
          key.storeId(),
          key.account().platform(),
          key.account().id(),
          state.topic(),
          state.id(),
          state.url(),
          cut(state.code(), 64),
          cut(state.cause(), 1000),
          now);
    }
  }

  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length);
  }

  /** The topics of a store and of all shops that are linked with it, by account and name. */
  public List<SubscriptionState> of(String storeId) {
    return database.transaction(
        sql ->
            sql.list(
                "select s.*, c.checked_at from webhook_subscription s"
                    + " join subscription_check c on c.store_id = s.store_id"
                    + " and c.platform = s.platform and c.account_id = s.account_id"
                    + " where s.store_id = ? order by s.platform, s.account_id, s.topic",
                SubscriptionBook::state,
                storeId));
  }

  private static SubscriptionState state(Row row) throws SQLException {
    return new SubscriptionState(
        new AccountId(row.constant("platform", Platform.class), row.text("account_id")),
        row.text("topic"),
        row.text("subscription_id"),
        row.text("url"),
        row.text("code"),
        row.text("cause"),
        row.time("since"),
        row.moment("checked_at"));
  }
}
