package dev.storebridge.sync.sweep;

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

/** Counts the orders of both sides and finds what is missing and what is there twice. Pure. */
final class OrderCensus {

  private final Map<String, Money> expected = new LinkedHashMap<>();
  private final Map<String, List<OrderCopy>> copies = new LinkedHashMap<>();

  /** An order of the channel's that has to be in the store, and what it comes to there. */
  void expect(ChannelSale sale, Money worth) {
    expected.put(sale.order().id(), worth);
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
    for (Map.Entry<String, Money> one : expected.entrySet()) {
      channel = channel.and(one.getValue().amount());
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

  /** The copies of each order that is there more than once, oldest first. */
  Map<String, List<OrderCopy>> doubled() {
    Map<String, List<OrderCopy>> doubled = new LinkedHashMap<>();
    expected
        .keySet()
        .forEach(
            id -> {
              List<OrderCopy> here = copies.getOrDefault(id, List.of());
              if (here.size() > 1) {
                doubled.put(
                    id,
                    here.stream()
                        .sorted(
                            Comparator.comparing(OrderCopy::createdAt).thenComparing(OrderCopy::id))
                        .toList());
              }
            });
    return doubled;
  }
}
