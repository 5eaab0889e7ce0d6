package dev.storebridge.sync.sweep;

import dev.storebridge.commerce.ChannelOrder;
import dev.storebridge.commerce.ChannelSale;
import dev.storebridge.commerce.Money;
import dev.storebridge.commerce.OrderCopy;
import dev.storebridge.mapping.Completeness;
import dev.storebridge.mapping.Completeness.Kind;
import dev.storebridge.mapping.Completeness.Side;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts the orders of both sides and finds what is missing and what is there twice. Pure. */
final class OrderCensus {

  private final Map<String, Expected> expected = new LinkedHashMap<>();
  private final Map<String, List<OrderCopy>> copies = new LinkedHashMap<>();

  private record Expected(ChannelSale sale, Money worth) {}

  /**
   * An order that the store has more than once.
   *
   * @param copies oldest first
   */
  record Doubled(ChannelSale sale, List<OrderCopy> copies) {

    /** All but the one that stays: the one that we are bound to, else the oldest. */
    List<OrderCopy> others(Optional<String> bound) {
      String kept =
          bound
              .filter(id -> copies.stream().anyMatch(copy -> copy.id().equals(id)))
              .orElse(copies.getFirst().id());
      return copies.stream().filter(copy -> !copy.id().equals(kept)).toList();
    }

    /** Goods that the channel sends never came out of the store's stock. */
    boolean takesStock() {
      return sale.order().shipper() == ChannelOrder.Shipper.MERCHANT;
    }
  }

  /** An order of the channel's that has to be in the store, and what it comes to there. */
  void expect(ChannelSale sale, Money worth) {
    expected.put(sale.order().id(), new Expected(sale, worth));
  }

  /** Orders of the store; those that were called off are none. */
  void found(Collection<OrderCopy> some) {
    some.stream()
        .filter(copy -> !copy.cancelled())
        .forEach(
            copy -> {
              List<OrderCopy> same =
                  copies.computeIfAbsent(copy.channelOrderId(), id -> new ArrayList<>());
              same.removeIf(one -> one.id().equals(copy.id()));
              same.add(copy);
            });
  }

  Completeness count(Instant now) {
    Side channel = Side.NOTHING;
    Side store = Side.NOTHING;
    List<String> missing = new ArrayList<>();
    for (Map.Entry<String, Expected> one : expected.entrySet()) {
      channel = channel.and(one.getValue().worth().amount());
      List<OrderCopy> here = copies.getOrDefault(one.getKey(), List.of());
      for (OrderCopy copy : here) {
        store = store.and(copy.total().amount());
      }
      if (here.isEmpty()) {
        missing.add(one.getKey());
      }
    }
    return new Completeness(Kind.ORDERS, now, channel, store, missing, List.of());
  }

  /** What the store has more than once. */
  List<Doubled> doubled() {
    Comparator<OrderCopy> oldestFirst =
        Comparator.comparing(OrderCopy::createdAt).thenComparing(OrderCopy::id);
    List<Doubled> doubled = new ArrayList<>();
    expected.forEach(
        (id, one) -> {
          List<OrderCopy> here = copies.getOrDefault(id, List.of());
          if (here.size() > 1) {
            doubled.add(new Doubled(one.sale(), here.stream().sorted(oldestFirst).toList()));
          }
        });
    return doubled;
  }
}
