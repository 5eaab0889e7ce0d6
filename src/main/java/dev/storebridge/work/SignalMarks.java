package dev.storebridge.work;

import dev.storebridge.platform.StockItems;
import dev.storebridge.platform.StockItems.Item;
import dev.storebridge.platform.Urgency;
import dev.storebridge.platform.WebhookEvent;
import dev.storebridge.platform.WebhookEvent.Subject;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which things signals put out of line. What accounts are told of is kept, and marks nothing yet.
 */
final class SignalMarks {

  private SignalMarks() {}

  /** The thing that a mark is about; in the order in which rows are locked. */
  record Key(String storeId, MarkKind kind, String ref) implements Comparable<Key> {

    private static final Comparator<Key> ORDER =
        Comparator.comparing(Key::storeId)
            .thenComparing(key -> key.kind().name())
            .thenComparing(Key::ref);

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  /** How soon it is due, and when we were told last. */
  record Due(Urgency urgency, Instant toldAt) {

    private Due with(Due other) {
      return new Due(
          urgency.compareTo(other.urgency) <= 0 ? urgency : other.urgency,
          toldAt.isAfter(other.toldAt) ? toldAt : other.toldAt);
    }
  }

  /** The stock items whose products have to be known before marking. */
  static Set<Item> items(Collection<Signal> signals) {
    Set<Item> items = new LinkedHashSet<>();
    for (Signal signal : signals) {
      if (signal.owned() && signal.event().subject() == Subject.STOCK_ITEM) {
        signal.event().refs().forEach(ref -> items.add(new Item(signal.storeId(), ref)));
      }
    }
    return items;
  }

  /**
   * The marks of many signals, one for each thing.
   *
   * @param products what is known of {@link StockItems}; an item without a product is marked itself
   */
  static SortedMap<Key, Due> of(Collection<Signal> signals, Map<Item, String> products) {
    SortedMap<Key, Due> marks = new TreeMap<>();
    for (Signal signal : signals) {
      Due due = new Due(signal.event().urgency(), signal.receivedAt());
      keys(signal, products).forEach(key -> marks.merge(key, due, Due::with));
    }
    return marks;
  }

  private static List<Key> keys(Signal signal, Map<Item, String> products) {
    WebhookEvent event = signal.event();
    if (!signal.owned()) {
      return List.of();
    }
    return switch (event.subject()) {
      case PRODUCT ->
          event.refs().stream().map(id -> new Key(signal.storeId(), MarkKind.PRODUCT, id)).toList();
      case STOCK_ITEM ->
          event.refs().stream().map(id -> stock(new Item(signal.storeId(), id), products)).toList();
      case REVIEW ->
          signal.connectionId().isEmpty()
              ? List.of()
              : List.of(new Key(signal.storeId(), MarkKind.REVIEW, signal.connectionId()));
      case ORDER ->
          signal.connectionId().isEmpty() ? inStore(signal) : inShop(signal, MarkKind.ORDER);
      case AFTERSALE ->
          signal.connectionId().isEmpty() ? inStore(signal) : inShop(signal, MarkKind.AFTERSALE);
      case RECIPIENT -> inShop(signal, MarkKind.RECIPIENT);
      case CHANNEL_STOCK -> inShop(signal, MarkKind.CHANNEL_STOCK);
      case LISTING, ACCOUNT, COMPLIANCE, OTHER -> List.of();
    };
  }

  private static List<Key> inStore(Signal signal) {
    return signal.event().refs().stream()
        .map(id -> new Key(signal.storeId(), MarkKind.STORE_ORDER, id))
        .toList();
  }

  private static List<Key> inShop(Signal signal, MarkKind kind) {
    String connection = signal.connectionId();
    return connection.isEmpty()
        ? List.of()
        : signal.event().refs().stream()
            .map(id -> new Key(signal.storeId(), kind, new ShopRef(connection, id).text()))
            .toList();
  }

  private static Key stock(Item item, Map<Item, String> products) {
    String product = products.get(item);
    return product == null
        ? new Key(item.storeId(), MarkKind.STOCK_ITEM, item.itemId())
        : new Key(item.storeId(), MarkKind.PRODUCT, product);
  }
}
