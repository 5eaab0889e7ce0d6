package dev.storebridge.mapping;

import dev.storebridge.mapping.StockHold.Key;
import dev.storebridge.mapping.StockHold.State;
import dev.storebridge.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What channels sold out of a store's stock: every line of every order once, kept for good, since
 * an order may be told of again at any time.
 */
@ApplicationScoped
@Transactional
public class StockLedger {

  private static final String COLUMNS =
      "store_id, shop_id, order_id, line_id, offer_id, connection_id, product_id, variant_id,"
          + " warehouse_id, units, state, sold_at, sold_seq, back_at, changed_seq, known_at";

  private final EntityManager entities;

  public StockLedger(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * The next place in a store's ledger. Whoever takes one keeps others out until its transaction
   * ends, so that places are taken in the order in which they can be seen.
   */
  public long next(String storeId) {
    Sql.query(
            entities,
            "insert into stock_ledger (store_id, seq) values (?, 1)"
                + " on duplicate key update seq = seq + 1",
            storeId)
        .executeUpdate();
    Object seq =
        Sql.query(entities, "select seq from stock_ledger where store_id = ?", storeId)
            .getSingleResult();
    return ((Number) seq).longValue();
  }

  /** What the ledger has of these orders. */
  public List<StockHold> ofOrders(String storeId, String shopId, Collection<String> orderIds) {
    if (orderIds.isEmpty()) {
      return List.of();
    }
    return list(
        "where store_id = ? and shop_id = ? and order_id in (" + places(orderIds) + ")",
        Stream.concat(Stream.of(storeId, shopId), orderIds.stream()).toArray());
  }

  /**
   * What the ledger has of a product: all that is held, and whatever else changed since.
   *
   * @param since a place in the ledger
   */
  public List<StockHold> ofProduct(String storeId, String productId, long since) {
    return list(
        """
        where store_id = ? and product_id = ?
          and (state = 0 or (state in (1, 2, 3) and changed_seq > ?))
        """,
        storeId,
        productId,
        since);
  }

  /** What was sold of a variant in a span of time, latest first. */
  public List<StockHold> ofVariant(
      String storeId, String productId, String variantId, Instant from, Instant until, int most) {
    return list(
        """
        where store_id = ? and product_id = ? and variant_id = ? and sold_at >= ? and sold_at < ?
        order by sold_at desc limit ?
        """,
        storeId,
        productId,
        variantId,
        from,
        until,
        most);
  }

  /** Writes entries, new ones and such that changed. */
  public void write(List<StockHold> holds) {
    if (holds.isEmpty()) {
      return;
    }
    Sql.insert(
        entities,
        "insert into stock_hold (" + COLUMNS + ") values ",
        holds.stream().map(StockLedger::columns).toList(),
        """
        on duplicate key update product_id = values(product_id), variant_id = values(variant_id),
          state = values(state), back_at = values(back_at), changed_seq = values(changed_seq),
          known_at = values(known_at)
        """);
  }

  private List<StockHold> list(String where, Object... parameters) {
    List<?> rows =
        Sql.query(entities, "select " + COLUMNS + " from stock_hold " + where, parameters)
            .getResultList();
    return rows.stream().map(Object[].class::cast).map(StockLedger::hold).toList();
  }

  private static Object[] columns(StockHold hold) {
    Key key = hold.key();
    return new Object[] {
      key.storeId(),
      key.shopId(),
      key.orderId(),
      key.lineId(),
      key.offerId(),
      hold.connectionId(),
      hold.productId(),
      hold.variantId(),
      hold.warehouseId(),
      hold.units(),
      hold.state().ordinal(),
      hold.soldAt(),
      hold.soldSeq(),
      hold.backAt().map(Sql::utc).orElse(null),
      hold.changedSeq(),
      hold.knownAt().map(Sql::utc).orElse(null)
    };
  }

  private static StockHold hold(Object[] row) {
    return new StockHold(
        new Key(
            (String) row[0], (String) row[1], (String) row[2], (String) row[3], (String) row[4]),
        (String) row[5],
        (String) row[6],
        (String) row[7],
        (String) row[8],
        number(row[9]).intValue(),
        State.values()[number(row[10]).intValue()],
        Sql.instant(row[11]),
        number(row[12]).longValue(),
        instant(row[13]),
        number(row[14]).longValue(),
        instant(row[15]));
  }

  private static Number number(Object column) {
    return (Number) column;
  }

  private static Optional<Instant> instant(Object column) {
    return Optional.ofNullable(column).map(Sql::instant);
  }

  private static String places(Collection<String> values) {
    return String.join(",", Collections.nCopies(values.size(), "?"));
  }
}
