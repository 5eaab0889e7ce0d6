package dev.storebridge.sandbox.tiktok;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.storebridge.sandbox.tiktok.AftersaleCase.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What buyers and sellers ask of orders that were placed: cancellations, refunds, returns. Whoever
 * calls holds the shop's monitor; webhooks go out under it, as nobody here waits for their end.
 */
final class Aftersales {

  private static final Duration TO_ANSWER = Duration.ofDays(2);
  private static final BigDecimal SHIPPING = OrderView.SHIPPING;

  private final World world;

  Aftersales(World world) {
    this.world = world;
  }

  /** A cancellation that is done: its lines are called off by whoever calls. */
  AftersaleCase cancelled(
      Shop shop, Order order, List<OrderLine> lines, String role, String reason) {
    AftersaleCase made = made(order, Kind.CANCEL, role, reason, paid(order, lines));
    return begun(shop, made, AftersaleCase.CANCEL_DONE, 0);
  }

  /** A buyer asks the seller to cancel the whole order. */
  AftersaleCase askToCancel(Shop shop, Order order) {
    AftersaleCase made =
        made(
            order,
            Kind.BUYER_CANCEL,
            "BUYER",
            "buyer_cancel_reason_no_longer_needed",
            paid(order, order.open(List.of())));
    return begun(shop, made, AftersaleCase.CANCEL_PENDING, deadline());
  }

  /**
   * A buyer asks for money back, or a seller offers it.
   *
   * @param amount for all lines together; empty for all that was paid
   */
  AftersaleCase askForRefund(
      Shop shop,
      Order order,
      List<OrderLine> lines,
      Kind kind,
      String role,
      String reason,
      Optional<BigDecimal> amount) {
    Map<OrderLine, BigDecimal> refunds = paid(order, lines);
    Map<OrderLine, BigDecimal> asked = amount.map(sum -> shared(refunds, sum)).orElse(refunds);
    AftersaleCase made =
        new AftersaleCase(
            world.ids.next(), order, kind, role, reason, asked, BigDecimal.ZERO, world.now());
    return begun(shop, made, AftersaleCase.RETURN_PENDING, deadline());
  }

  private AftersaleCase made(
      Order order, Kind kind, String role, String reason, Map<OrderLine, BigDecimal> refunds) {
    boolean all = refunds.keySet().containsAll(order.open(List.of()));
    BigDecimal shipping = all && !order.sample ? SHIPPING : BigDecimal.ZERO;
    return new AftersaleCase(
        world.ids.next(), order, kind, role, reason, refunds, shipping, world.now());
  }

  private AftersaleCase begun(Shop shop, AftersaleCase made, String status, long answerBy) {
    made.become(status, answerBy, world.now());
    shop.cases.put(made.id, made);
    tell(shop, made);
    return made;
  }

  private long deadline() {
    return world.now() + TO_ANSWER.toSeconds();
  }

  private static Map<OrderLine, BigDecimal> paid(Order order, List<OrderLine> lines) {
    Map<OrderLine, BigDecimal> paid = new LinkedHashMap<>();
    lines.forEach(
        line -> paid.put(line, order.sample ? BigDecimal.ZERO : new BigDecimal(line.price)));
    return paid;
  }

  /** A sum over lines by what was paid; the last one takes what rounding leaves. */
  private static Map<OrderLine, BigDecimal> shared(
      Map<OrderLine, BigDecimal> paid, BigDecimal sum) {
    BigDecimal all = paid.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    Map<OrderLine, BigDecimal> shares = new LinkedHashMap<>();
    BigDecimal left = sum;
    List<OrderLine> lines = new ArrayList<>(paid.keySet());
    for (OrderLine line : lines.subList(0, lines.size() - 1)) {
      BigDecimal share =
          all.signum() == 0
              ? BigDecimal.ZERO
              : sum.multiply(paid.get(line)).divide(all, 2, RoundingMode.HALF_UP);
      shares.put(line, share);
      left = left.subtract(share);
    }
    shares.put(lines.getLast(), left);
    return shares;
  }

  /** The case goes on as the seller, the buyer or time has it. */
  void become(Shop shop, AftersaleCase one, String status) {
    boolean waits = status.equals(AftersaleCase.RETURN_SENT);
    one.become(status, waits ? deadline() : 0, world.now());
    tell(shop, one);
  }

  private void tell(Shop shop, AftersaleCase one) {
    ObjectNode data = Json.object().put("order_id", one.order.id);
    if (one.kind.cancellation()) {
      data.put("cancellations_role", one.role).put("cancel_status", one.status);
      data.put("cancel_id", one.id).put("create_time", one.createTime);
      world.herald.tell(shop, Herald.CANCELLATION, data);
    } else {
      data.put("return_role", one.role).put("return_type", one.kind.name());
      data.put("return_status", one.status).put("return_id", one.id);
      data.put("create_time", one.createTime).put("update_time", one.updateTime);
      world.herald.tell(shop, Herald.RETURN, data);
    }
  }
}
