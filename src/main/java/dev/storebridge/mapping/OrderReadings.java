package dev.storebridge.mapping;

import dev.storebridge.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How far the orders of each shop have been read. */
@ApplicationScoped
@Transactional
public class OrderReadings {

  private final EntityManager entities;

  public OrderReadings(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * How far it is.
   *
   * @param begunAt when orders of the shop were read first
   * @param until every change before it has been read; empty during the first reading
   */
  public record Progress(Instant begunAt, Optional<Instant> until) {}

  /** How far the reading of a shop is; begins it now where it has not begun. */
  public Progress begin(String storeId, String shopId, Instant now) {
    Sql.query(
            entities,
            "insert ignore into order_reading (store_id, shop_id, begun_at) values (?, ?, ?)",
            storeId,
            shopId,
            now)
        .executeUpdate();
    return of(storeId, shopId).orElseThrow();
  }

  public Optional<Progress> of(String storeId, String shopId) {
    List<?> rows =
        Sql.query(
                entities,
                "select begun_at, read_until from order_reading where store_id = ? and shop_id = ?",
                storeId,
                shopId)
            .getResultList();
    return rows.stream().findFirst().map(Object[].class::cast).map(OrderReadings::progress);
  }

  private static Progress progress(Object[] row) {
    return new Progress(Sql.instant(row[0]), Optional.ofNullable(row[1]).map(Sql::instant));
  }

  /** Every change before this has been read. */
  public void reached(String storeId, String shopId, Instant until) {
    Sql.query(
            entities,
            "update order_reading set read_until = ? where store_id = ? and shop_id = ?",
            until,
            storeId,
            shopId)
        .executeUpdate();
  }
}
