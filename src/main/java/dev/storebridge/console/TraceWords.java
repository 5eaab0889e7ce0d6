package dev.storebridge.console;

import dev.storebridge.commerce.Stock;
import dev.storebridge.commerce.StockLevel;
import dev.storebridge.mapping.AppliedListing.AppliedOffer;
import dev.storebridge.mapping.StockHold;
import dev.storebridge.mapping.Trace;
import dev.storebridge.mapping.Trace.Call;
import dev.storebridge.mapping.Trace.Seen;
import dev.storebridge.tenant.InventoryRules;
import dev.storebridge.work.Signal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Puts what happened to a SKU into words. Pure. */
final class TraceWords {

  private TraceWords() {}

  static TraceItem signal(Signal signal) {
    return new TraceItem(
        signal.receivedAt(),
        "signal",
        signal.event().topic(),
        "%s told of %s, about %s."
            .formatted(
                signal.event().account(),
                signal.event().topic(),
                String.join(", ", signal.event().refs())),
        signal.id());
  }

  static TraceItem sale(StockHold hold) {
    String became =
        switch (hold.state()) {
          case HELD -> "held here: the store does not know of them yet";
          case LEFT -> "left the house";
          case KNOWN -> "taken out of the store's own stock";
          case RELEASED -> "called off: the shop sells them again";
        };
    return new TraceItem(
        hold.soldAt(),
        "sale",
        hold.state().name().toLowerCase(Locale.ROOT),
        "Order %s in the shop of %s took %s; %s."
            .formatted(hold.key().orderId(), hold.connectionId(), units(hold.units()), became),
        hold.key().orderId());
  }

  /** Look, plan, calls and answers of one time, latest first. */
  static List<TraceItem> work(Trace trace, String variantId) {
    Trace.Work work = trace.work();
    Optional<Seen> seen = Optional.ofNullable(work.variants().get(variantId));
    List<TraceItem> items = new ArrayList<>();
    items.add(look(work, seen));
    items.add(plan(trace, seen));
    for (Call call : work.calls()) {
      items.add(new TraceItem(call.at(), "call", call.action(), called(call, seen), null));
      items.add(
          new TraceItem(
              call.answeredAt(),
              "answer",
              call.answer(),
              answered(call),
              call.requestId().isEmpty() ? null : call.requestId()));
    }
    work.remarks()
        .forEach(
            remark ->
                items.add(
                    new TraceItem(trace.endedAt(), "remark", remark.code(), remark.cause(), null)));
    return items.reversed();
  }

  private static TraceItem look(Trace.Work work, Optional<Seen> seen) {
    String text =
        seen.map(one -> "The store " + store(one.store()) + "." + held(one.held()))
            .orElse("The store does not have it, or it is not selected.");
    return new TraceItem(
        work.lookedAt(), "look", work.wanted() ? "wanted" : "not-wanted", text, null);
  }

  private static TraceItem plan(Trace trace, Optional<Seen> seen) {
    List<Call> calls = trace.work().calls();
    String actions = calls.stream().map(Call::action).collect(Collectors.joining(", "));
    String figures =
        seen.map(
                one -> " Wanted %s; shown %s.".formatted(figure(one.wanted()), figure(one.shown())))
            .orElse("");
    return new TraceItem(
        calls.isEmpty() ? trace.endedAt() : calls.getFirst().at(),
        "plan",
        calls.isEmpty() ? "nothing" : actions,
        (calls.isEmpty() ? "Nothing to call." : "To call: " + actions + ".") + figures,
        null);
  }

  private static String called(Call call, Optional<Seen> seen) {
    return switch (call.action()) {
      case "stock", "create" ->
          call.action() + seen.map(one -> ": stock " + figure(one.wanted())).orElse("");
      case "price" -> "price" + seen.flatMap(Seen::price).map(to -> ": " + to).orElse("");
      default -> call.action();
    };
  }

  private static String answered(Call call) {
    long millis = Duration.between(call.at(), call.answeredAt()).toMillis();
    return call.answer().equals(Call.ACCEPTED)
        ? "Accepted after " + millis + " ms."
        : "Refused after %d ms: %s".formatted(millis, call.message());
  }

  private static String store(Stock stock) {
    return switch (stock) {
      case Stock.Untracked untracked -> "does not count it";
      case Stock.Counted counted ->
          "has "
              + counted.levels().stream().mapToLong(StockLevel::available).sum()
              + (counted.levels().size() > 1 ? " (" + levels(counted) + ")" : "");
    };
  }

  private static String levels(Stock.Counted counted) {
    return counted.levels().stream()
        .map(level -> level.locationId() + ": " + level.available())
        .collect(Collectors.joining(", "));
  }

  private static String held(Map<String, Long> held) {
    long units = held.values().stream().mapToLong(Long::longValue).sum();
    return units == 0 ? "" : " Shops sold %s that it does not know of.".formatted(units(units));
  }

  private static String units(long units) {
    return units == 1 ? "1 unit" : units + " units";
  }

  private static String figure(Map<String, Integer> byWarehouse) {
    if (byWarehouse.isEmpty()) {
      return "nothing";
    }
    if (byWarehouse.containsValue(AppliedOffer.UNKNOWN)) {
      return "unknown";
    }
    int sum = byWarehouse.values().stream().mapToInt(Integer::intValue).sum();
    return byWarehouse.size() == 1 ? String.valueOf(sum) : sum + " " + new TreeMap<>(byWarehouse);
  }

  /** How the shop's figure comes about. */
  static String because(Seen seen, InventoryRules rules) {
    if (seen.store() instanceof Stock.Untracked) {
      return "The store does not count it; inventory.untracked says " + rules.untracked() + ".";
    }
    return "The store %s;%s %s%% of what is left, less a buffer of %d, at most %d%s: %s."
        .formatted(
            store(seen.store()),
            heldOrNone(seen.held()),
            rules.sharePercent(),
            rules.buffer(),
            rules.max(),
            rules.locations().isEmpty() ? "" : ", by warehouse",
            figure(seen.wanted()));
  }

  private static String heldOrNone(Map<String, Long> held) {
    String words = held(held);
    return words.isEmpty() ? "" : words.replace(" Shops", " shops").replace(".", ";");
  }
}
