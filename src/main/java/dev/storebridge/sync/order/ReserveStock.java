package dev.storebridge.sync.order;

import dev.storebridge.commerce.OrderDraft;
import dev.storebridge.commerce.OrderReference;
import dev.storebridge.commerce.OrderStatus;
import dev.storebridge.mapping.OrderLink;
import dev.storebridge.mapping.OrderLink.Stage;
import dev.storebridge.mapping.OrderLinks;
import dev.storebridge.mapping.Reservation;
import dev.storebridge.mapping.Reservation.State;
import dev.storebridge.mapping.Reservations;
import dev.storebridge.platform.Failure;
import dev.storebridge.platform.PlatformException;
import dev.storebridge.platform.StockReservations;
import dev.storebridge.platform.StockReservations.Reserved;
import dev.storebridge.platform.StockReservations.Wanted;
import dev.storebridge.sync.inventory.OrderBook;
import dev.storebridge.tenant.OrderRules;
import dev.storebridge.work.Transactions;
import dev.storebridge.work.WakeUp;
import dev.storebridge.work.WakeUps;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * While a buyer may still cancel, stores that place no order yet set its units aside: their own
 * front does not sell them. Once the order is placed, which takes the units itself, or called off,
 * they are given back; in between the store counts a little less than it has, never more.
 */
@ApplicationScoped
class ReserveStock {

  private final Instance<StockReservations> stores;
  private final Reservations reservations;
  private final OrderLinks links;
  private final OrderBook book;
  private final Drafts drafts;
  private final Transactions transactions;
  private final WakeUps wakeUps;

  ReserveStock(
      Instance<StockReservations> stores,
      Reservations reservations,
      OrderLinks links,
      OrderBook book,
      Drafts drafts,
      Transactions transactions,
      WakeUps wakeUps) {
    this.stores = stores;
    this.reservations = reservations;
    this.links = links;
    this.book = book;
    this.drafts = drafts;
    this.transactions = transactions;
    this.wakeUps = wakeUps;
  }

  /**
   * Sets aside or gives back, as the order stands now that it was looked at.
   *
   * @throws PlatformException when the store refuses or cannot be asked
   */
  void follow(Placing placing) {
    Optional<StockReservations> store =
        stores.stream()
            .filter(one -> one.platform() == placing.store().platform())
            .findFirst()
            .filter(one -> !placing.orders().canHold());
    if (store.isEmpty() || !drafts.takesStock(placing)) {
      return;
    }
    boolean held = placing.sale().order().status() == OrderStatus.ON_HOLD;
    if (held && placing.rules().orders().onHold() != OrderRules.OnHold.RESERVE) {
      return;
    }
    List<Reservation> known = reservations.of(placing.link().key());
    if (held) {
      setAside(placing, store.get(), known);
    } else if (open(known)) {
      giveBack(placing, store.get(), known);
    }
  }

  private static boolean open(List<Reservation> known) {
    return known.stream().anyMatch(one -> one.state() != State.GIVEN_BACK);
  }

  private void setAside(Placing placing, StockReservations store, List<Reservation> known) {
    List<Reservation> wanted = known.isEmpty() ? begun(placing, store) : known;
    if (wanted.stream().noneMatch(one -> one.state() == State.BEGUN)) {
      return;
    }
    OrderLink.Key key = placing.link().key();
    reserve(placing, store, wanted);
    Set<String> lines = new HashSet<>();
    wanted.forEach(one -> lines.addAll(one.lineIds()));
    transactions.run(
        () -> {
          reservations.become(key, State.SET_ASIDE);
          book.knownToTheStore(placing.shop(), key.orderId(), lines);
        });
    wakeUps.send(new WakeUp(key.storeId()));
  }

  /**
   * Only a refusal says that nothing was set aside: whatever else happened is tried again alike.
   */
  private void reserve(Placing placing, StockReservations store, List<Reservation> wanted) {
    try {
      store.reserve(placing.store(), reference(placing), units(wanted));
    } catch (PlatformException fault) {
      if (fault.failure() == Failure.MERCHANT_FIX) {
        reservations.forget(placing.link().key());
      }
      throw fault;
    }
  }

  /** Writes down what is going to be set aside, so that a lost answer is tried again alike. */
  private List<Reservation> begun(Placing placing, StockReservations store) {
    Map<String, List<OrderDraft.Line>> byVariant = new TreeMap<>();
    drafts.draft(placing).lines().stream()
        .filter(line -> line.item().isPresent())
        .forEach(
            line ->
                byVariant
                    .computeIfAbsent(line.item().get().variantId(), id -> new ArrayList<>())
                    .add(line));
    Set<String> locations = locations(placing);
    List<Wanted> wanted =
        byVariant.entrySet().stream()
            .map(
                one ->
                    new Wanted(
                        one.getKey(),
                        one.getValue().stream().mapToInt(OrderDraft.Line::quantity).sum(),
                        locations))
            .toList();
    List<Reservation> begun =
        store.places(placing.store(), wanted).stream()
            .map(
                place ->
                    new Reservation(
                        placing.link().key(),
                        place.itemId(),
                        place.locationId(),
                        place.units(),
                        byVariant.get(place.variantId()).stream()
                            .flatMap(line -> line.channelLineIds().stream())
                            .toList(),
                        State.BEGUN))
            .toList();
    if (!begun.isEmpty()) {
      reservations.begin(begun);
    }
    return begun;
  }

  /** The store's places that stand for the warehouse which the order leaves from. */
  private static Set<String> locations(Placing placing) {
    Map<String, String> warehouses = placing.rules().inventory().locations();
    Set<String> here =
        warehouses.entrySet().stream()
            .filter(one -> one.getValue().equals(placing.sale().order().warehouseId()))
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    return here.isEmpty() ? warehouses.keySet() : here;
  }

  private void giveBack(Placing placing, StockReservations store, List<Reservation> known) {
    OrderLink.Key key = placing.link().key();
    Stage stage = links.of(key).map(OrderLink::stage).orElse(Stage.WAITING);
    if (stage == Stage.IMPORTED || stage == Stage.CANCELLED) {
      if (known.stream().anyMatch(one -> one.state() == State.BEGUN)) {
        reserve(placing, store, known);
      }
      store.giveBack(placing.store(), reference(placing), units(known));
      reservations.become(key, State.GIVEN_BACK);
    }
  }

  private static OrderReference reference(Placing placing) {
    return new OrderReference(placing.shop().id(), placing.link().key().orderId());
  }

  private static List<Reserved> units(List<Reservation> reservations) {
    return reservations.stream()
        .map(one -> new Reserved("", one.itemId(), one.locationId(), one.units()))
        .toList();
  }
}
