package dev.storebridge.mapping;

import dev.storebridge.commerce.Money;
import dev.storebridge.mapping.OrderLink.Key;
import dev.storebridge.mapping.OrderLink.Open;
import dev.storebridge.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which refunds were carried from one side to the other, each once. What is at both sides is known
 * by either side's id, so that nothing is carried back to where it came from.
 */
@ApplicationScoped
@Transactional
public class CarriedRefunds {

  private static final String OF_ONE =
      " where store_id = ? and connection_id = ? and order_id = ? and origin_id = ?";

  private final EntityManager entities;
  private final Clock clock;

  public CarriedRefunds(EntityManager entities, Clock clock) {
    this.entities = entities;
    this.clock = clock;
  }

  /** All of an order. */
  public List<CarriedRefund> of(Key order) {
    return Sql.query(
            entities,
            "select origin_id, intent_at, misses, copy_id from refund"
                + " where store_id = ? and connection_id = ? and order_id = ?",
            order.storeId(),
            order.connectionId(),
            order.orderId())
        .getResultList()
        .stream()
        .map(row -> refund(order, (Object[]) row))
        .toList();
  }

  private static CarriedRefund refund(Key order, Object[] row) {
    return new CarriedRefund(
        order,
        (String) row[0],
        Optional.ofNullable(row[1])
            .map(at -> new Open(Sql.instant(at), ((Number) row[2]).intValue())),
        Optional.ofNullable((String) row[3]));
  }

  /** Writes the intent; committed when this returns. */
  public void begin(Key order, String originId, Money amount) {
    Sql.query(
            entities,
            """
            insert into refund (store_id, connection_id, order_id, origin_id, amount, intent_at)
              values (?, ?, ?, ?, ?, ?)
            on duplicate key update amount = values(amount), intent_at = values(intent_at),
              misses = 0
            """,
            order.storeId(),
            order.connectionId(),
            order.orderId(),
            originId,
            amount.amount(),
            clock.instant())
        .executeUpdate();
  }

  /** A look-up by the reference found nothing. */
  public void missed(Key order, String originId) {
    change(order, originId, "misses = misses + 1");
  }

  /** It is known to have done nothing. */
  public void end(Key order, String originId) {
    change(order, originId, "intent_at = null, misses = 0");
  }

  /** A refund of the channel's is in the store; the order's sum follows. */
  public void inStore(Key order, String caseId, String refundId, Money amount) {
    change(order, caseId, "copy_id = ?, intent_at = null, misses = 0", refundId);
    Sql.query(
            entities,
            "update order_link set refunded = refunded + ?"
                + " where store_id = ? and connection_id = ? and order_id = ?",
            amount.amount(),
            order.storeId(),
            order.connectionId(),
            order.orderId())
        .executeUpdate();
  }

  /** A refund of the store's is in the channel, where it is a case that is not carried back. */
  public void inChannel(Key order, String originId, String caseId, Money amount) {
    change(order, originId, "copy_id = ?, intent_at = null, misses = 0", caseId);
    begin(order, caseId, amount);
    inStore(order, caseId, originId, amount);
  }

  private void change(Key order, String originId, String change, Object... values) {
    Sql.query(
            entities,
            "update refund set " + change + OF_ONE,
            Stream.concat(
                    Stream.of(values),
                    Stream.of(order.storeId(), order.connectionId(), order.orderId(), originId))
                .toArray())
        .executeUpdate();
  }
}
