package dev.storebridge.mapping;

import dev.storebridge.mapping.OrderLink.Hint;
import dev.storebridge.mapping.OrderLink.Key;
import dev.storebridge.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was told of orders that the orders themselves do not show, and how far the store's orders
 * were looked at.
 */
@ApplicationScoped
@Transactional
public class OrderHints {

  private static final int AT_ONCE = 200;

  private final EntityManager entities;

  public OrderHints(EntityManager entities) {
    this.entities = entities;
  }

  /** We were told of something that the order itself does not show. */
  public void hint(Key key, Hint hint, Instant at) {
    Sql.query(
            entities,
            "update order_link set %s = ?".formatted(hint.column)
                + " where store_id = ? and connection_id = ? and order_id = ?",
            at,
            key.storeId(),
            key.connectionId(),
            key.orderId())
        .executeUpdate();
  }

  /** A hint was acted on; one that came later stays. */
  public void heeded(Key key, Hint hint, Instant seen) {
    Sql.query(
            entities,
            "update order_link set %s = null".formatted(hint.column)
                + " where store_id = ? and connection_id = ? and order_id = ?"
                + " and %s <= ?".formatted(hint.column),
            key.storeId(),
            key.connectionId(),
            key.orderId(),
            seen)
        .executeUpdate();
  }

  /**
   * Those of these orders of a store, by their ids there, that changed since they were given here
   * last; what is not ours is left out.
   *
   * @param changedAt by the store's clock
   */
  public List<String> news(String storeId, Map<String, Instant> changedAt) {
    List<String> fresh = new ArrayList<>();
    List<String> ids = changedAt.keySet().stream().sorted().toList();
    for (int from = 0; from < ids.size(); from += AT_ONCE) {
      List<String> some = ids.subList(from, Math.min(ids.size(), from + AT_ONCE));
      Map<String, Optional<Instant>> seen = seen(storeId, some);
      List<String> news =
          some.stream()
              .filter(seen::containsKey)
              .filter(id -> seen.get(id).filter(at -> !at.isBefore(changedAt.get(id))).isEmpty())
              .toList();
      if (!news.isEmpty()) {
        write(storeId, news, changedAt);
        fresh.addAll(news);
      }
    }
    return fresh;
  }

  private Map<String, Optional<Instant>> seen(String storeId, List<String> ids) {
    List<Object> values = new ArrayList<>(List.of(storeId));
    values.addAll(ids);
    List<?> rows =
        Sql.query(
                entities,
                "select store_order_id, store_changed_at from order_link"
                    + " where store_id = ? and store_order_id in ("
                    + places(ids)
                    + ")",
                values.toArray())
            .getResultList();
    Map<String, Optional<Instant>> seen = new HashMap<>();
    for (Object row : rows) {
      Object[] columns = (Object[]) row;
      seen.put((String) columns[0], Optional.ofNullable(columns[1]).map(Sql::instant));
    }
    return seen;
  }

  private void write(String storeId, List<String> ids, Map<String, Instant> changedAt) {
    List<Object> values = new ArrayList<>();
    ids.forEach(
        id -> {
          values.add(id);
          values.add(changedAt.get(id));
        });
    values.add(storeId);
    values.addAll(ids);
    Sql.query(
            entities,
            "update order_link set store_changed_at = case store_order_id"
                + " when ? then cast(? as datetime(6))".repeat(ids.size())
                + " end where store_id = ? and store_order_id in ("
                + places(ids)
                + ")",
            values.toArray())
        .executeUpdate();
  }

  private static String places(List<String> ids) {
    return String.join(",", Collections.nCopies(ids.size(), "?"));
  }
}
