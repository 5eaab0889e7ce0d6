package dev.storebridge.mapping;

import dev.storebridge.commerce.CurrencyCode;
import dev.storebridge.commerce.Money;
import dev.storebridge.commerce.OrderStatus;
import dev.storebridge.mapping.OrderLink.Hints;
import dev.storebridge.mapping.OrderLink.Key;
import dev.storebridge.mapping.OrderLink.Open;
import dev.storebridge.mapping.OrderLink.Stage;
import dev.storebridge.mapping.OrderLink.Told;
import dev.storebridge.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which order of a store each order of a channel became, and which creates are under way. A row is
 * never deleted: it keeps an order from being placed twice.
 */
@ApplicationScoped
@Transactional
public class OrderLinks {

  private static final String COLUMNS =
      "store_id, connection_id, order_id, shop_id, channel_status, placed_at, currency,"
          + " channel_total, expected_total, store_total, stage, store_order_id, intent_at, misses,"
          + " told, refunded, cases_at, recipient_at";
  private static final String OF_KEY = " where store_id = ? and connection_id = ? and order_id = ?";

  private final EntityManager entities;
  private final Clock clock;

  public OrderLinks(EntityManager entities, Clock clock) {
    this.entities = entities;
    this.clock = clock;
  }

  /** The order with its intent; empty when it has not been seen. */
  public Optional<OrderLink> of(Key key) {
    return list(OF_KEY, key.storeId(), key.connectionId(), key.orderId()).stream().findFirst();
  }

  /** In which state these orders were acted on last, by their ids; unseen ones are missing. */
  public Map<String, OrderStatus> statuses(
      String storeId, String connectionId, Collection<String> orderIds) {
    if (orderIds.isEmpty()) {
      return Map.of();
    }
    List<?> rows =
        Sql.query(
                entities,
                "select order_id, channel_status from order_link"
                    + " where store_id = ? and connection_id = ? and order_id in ("
                    + String.join(",", Collections.nCopies(orderIds.size(), "?"))
                    + ")",
                Stream.concat(Stream.of(storeId, connectionId), orderIds.stream()).toArray())
            .getResultList();
    Map<String, OrderStatus> statuses = new HashMap<>();
    for (Object row : rows) {
      Object[] columns = (Object[]) row;
      statuses.put((String) columns[0], OrderStatus.valueOf((String) columns[1]));
    }
    return statuses;
  }

  /** These orders, as far as they were seen. */
  public List<OrderLink> all(String storeId, String connectionId, Collection<String> orderIds) {
    return orderIds.isEmpty()
        ? List.of()
        : list(
            " where store_id = ? and connection_id = ? and order_id in ("
                + String.join(",", Collections.nCopies(orderIds.size(), "?"))
                + ")",
            Stream.concat(Stream.of(storeId, connectionId), orderIds.stream()).toArray());
  }

  /** Orders of a connection, those placed last first, after a row of the page before. */
  public List<OrderLink> page(String storeId, String connectionId, Optional<Key> after, int most) {
    Optional<OrderLink> last = after.flatMap(this::of);
    if (last.isEmpty()) {
      return list(
          " where store_id = ? and connection_id = ? order by placed_at desc, order_id desc limit ?",
          storeId,
          connectionId,
          most);
    }
    return list(
        """
         where store_id = ? and connection_id = ?
          and (placed_at < ? or (placed_at = ? and order_id < ?))
        order by placed_at desc, order_id desc limit ?
        """,
        storeId,
        connectionId,
        last.get().placedAt(),
        last.get().placedAt(),
        last.get().key().orderId(),
        most);
  }

  /** Writes down an order as it was seen: its row is made, or its state and totals follow. */
  public void saw(OrderLink link) {
    Sql.query(
            entities,
            """
            insert into order_link (store_id, connection_id, order_id, shop_id, channel_status,
              placed_at, currency, channel_total, stage, cases_at)
              values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on duplicate key update channel_status = values(channel_status),
              channel_total = values(channel_total)
            """,
            link.key().storeId(),
            link.key().connectionId(),
            link.key().orderId(),
            link.shopId(),
            link.channelStatus().name(),
            link.placedAt(),
            link.channelTotal().currency().value(),
            link.channelTotal().amount(),
            link.stage().name(),
            link.hints().cases().orElse(null))
        .executeUpdate();
  }

  /** Writes the intent to place it in the store; committed when this returns. */
  public void begin(Key key, Money expectedTotal) {
    change(
        key,
        "intent_at = ?, misses = 0, expected_total = ?",
        clock.instant(),
        expectedTotal.amount());
  }

  /** A look-up by the reference found nothing. */
  public void missed(Key key) {
    change(key, "misses = misses + 1");
  }

  /** The create is known to have done nothing. */
  public void end(Key key) {
    change(key, "intent_at = null, misses = 0");
  }

  /**
   * The store's order is known.
   *
   * @param lines the store's line ids by the channel's
   */
  public void bind(
      Key key, String storeOrderId, Money storeTotal, Stage stage, Map<String, String> lines) {
    change(
        key,
        "store_order_id = ?, store_total = ?, stage = ?, intent_at = null, misses = 0",
        storeOrderId,
        storeTotal.amount(),
        stage.name());
    if (!lines.isEmpty()) {
      Sql.insert(
          entities,
          "insert into order_line (store_id, connection_id, order_id, line_id, store_line_id) values ",
          lines.entrySet().stream()
              .sorted(Map.Entry.comparingByKey())
              .map(
                  line ->
                      new Object[] {
                        key.storeId(),
                        key.connectionId(),
                        key.orderId(),
                        line.getKey(),
                        line.getValue()
                      })
              .toList(),
          "on duplicate key update store_line_id = values(store_line_id)");
    }
  }

  public void become(Key key, Stage stage) {
    change(key, "stage = ?", stage.name());
  }

  public void told(Key key, Told told) {
    change(key, "told = ?", told.ordinal());
  }

  /** The store's line ids of an order, by the channel's. */
  public Map<String, String> lines(Key key) {
    List<?> rows =
        Sql.query(
                entities,
                "select line_id, store_line_id from order_line" + OF_KEY,
                key.storeId(),
                key.connectionId(),
                key.orderId())
            .getResultList();
    Map<String, String> lines = new HashMap<>();
    for (Object row : rows) {
      Object[] columns = (Object[]) row;
      lines.put((String) columns[0], (String) columns[1]);
    }
    return lines;
  }

  /** Which order of a channel an order of the store is; empty for the store's own. */
  public Optional<OrderLink> ofStoreOrder(String storeId, String storeOrderId) {
    return list(" where store_id = ? and store_order_id = ?", storeId, storeOrderId).stream()
        .findFirst();
  }

  private void change(Key key, String change, Object... values) {
    Sql.query(
            entities,
            "update order_link set " + change + OF_KEY,
            Stream.concat(
                    Stream.of(values), Stream.of(key.storeId(), key.connectionId(), key.orderId()))
                .toArray())
        .executeUpdate();
  }

  private List<OrderLink> list(String where, Object... values) {
    List<?> rows =
        Sql.query(entities, "select " + COLUMNS + " from order_link" + where, values)
            .getResultList();
    return rows.stream().map(Object[].class::cast).map(OrderLinks::link).toList();
  }

  private static OrderLink link(Object[] row) {
    CurrencyCode currency = new CurrencyCode((String) row[6]);
    return new OrderLink(
        new Key((String) row[0], (String) row[1], (String) row[2]),
        (String) row[3],
        OrderStatus.valueOf((String) row[4]),
        Sql.instant(row[5]),
        money(row[7], currency),
        Optional.ofNullable(row[8]).map(amount -> money(amount, currency)),
        Optional.ofNullable(row[9]).map(amount -> money(amount, currency)),
        Stage.valueOf((String) row[10]),
        Optional.ofNullable((String) row[11]),
        Optional.ofNullable(row[12])
            .map(at -> new Open(Sql.instant(at), ((Number) row[13]).intValue())),
        Told.values()[((Number) row[14]).intValue()],
        money(row[15], currency),
        new Hints(
            Optional.ofNullable(row[16]).map(Sql::instant),
            Optional.ofNullable(row[17]).map(Sql::instant)));
  }

  private static Money money(Object amount, CurrencyCode currency) {
    return new Money((BigDecimal) amount, currency).rounded();
  }
}
