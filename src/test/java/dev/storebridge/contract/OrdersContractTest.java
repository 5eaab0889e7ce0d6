package dev.storebridge.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storebridge.commerce.ChannelOrder;
import dev.storebridge.commerce.ChannelOrder.Line;
import dev.storebridge.commerce.ChannelSale;
import dev.storebridge.commerce.Image;
import dev.storebridge.commerce.Listing;
import dev.storebridge.commerce.OrderStatus;
import dev.storebridge.contract.RemoteChannel.Trouble;
import dev.storebridge.platform.Carrier;
import dev.storebridge.platform.Channel;
import dev.storebridge.platform.CreatedListing;
import dev.storebridge.platform.Failure;
import dev.storebridge.platform.ImageUse;
import dev.storebridge.platform.ListingDraft;
import dev.storebridge.platform.Platform;
import dev.storebridge.platform.PlatformException;
import dev.storebridge.platform.ShopAccount;
import dev.storebridge.platform.StoreOrderReference;
import dev.storebridge.platform.Uploads;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every channel has to tell of its orders, whatever its platform. */
public abstract class OrdersContractTest {

  /** A test's hand on the buyers of the shop. */
  public interface RemoteBuyers {

    /** Buys units of an offer; answers the order's id. */
    String buy(String offerId, int units);

    void cancel(String orderId);

    void cancelOneLine(String orderId, String lineId);

    void ship(String orderId);

    /** The buyer can no longer cancel without asking. */
    void release(String orderId);

    /** Lets time pass between two changes. */
    void wait(int seconds);
  }

  protected abstract Channel channel();

  protected abstract ShopAccount shop();

  protected abstract RemoteChannel remote();

  protected abstract RemoteBuyers buyers();

  private CreatedListing listing;
  private String offer;

  @BeforeEach
  void somethingIsOnSale() {
    Listing desired = remote().listing("p1", List.of("A"));
    Map<Uploads.Key, dev.storebridge.platform.UploadedImage> images = new HashMap<>();
    for (Image image : desired.images()) {
      images.put(
          new Uploads.Key(ImageUse.MAIN, image.url()),
          channel().upload(shop(), ImageUse.MAIN, Pictures.png(600, 600)));
    }
    listing =
        channel().create(shop(), new ListingDraft(desired, new Uploads(images), false, "key"));
    remote().endReviews();
    offer = listing.offerIds().get("A");
  }

  private ChannelOrder read(String id) {
    return channel().orders(shop(), List.of(id)).getFirst();
  }

  private List<ChannelOrder> changed(Instant since) {
    List<ChannelOrder> orders = new ArrayList<>();
    channel().ordersChangedSince(shop(), since, orders::addAll);
    return orders;
  }

  @Test
  void anOrderNamesTheOfferOfEachLineAndItsWarehouse() {
    ChannelOrder order = read(buyers().buy(offer, 2));
    assertThat(order.status()).isEqualTo(OrderStatus.ON_HOLD);
    assertThat(order.lines())
        .flatExtracting(Line::goods)
        .allSatisfy(
            goods -> {
              assertThat(goods.listingId()).isEqualTo(listing.id());
              assertThat(goods.offerId()).isEqualTo(offer);
              assertThat(goods.sellerSku()).isEqualTo("A");
            });
    assertThat(order.lines().stream().flatMap(line -> line.goods().stream()).toList())
        .extracting(ChannelOrder.Goods::units)
        .satisfies(units -> assertThat(units.stream().mapToInt(n -> n).sum()).isEqualTo(2));
    assertThat(channel().warehouses(shop()))
        .extracting(dev.storebridge.platform.Warehouse::id)
        .contains(order.warehouseId());
  }

  @Test
  void aCancelledOrderSaysSinceWhen() {
    String id = buyers().buy(offer, 1);
    buyers().wait(20);
    buyers().cancel(id);
    ChannelOrder order = read(id);
    assertThat(order.status()).isEqualTo(OrderStatus.CANCELLED);
    assertThat(order.cancelledAt()).isPresent();
    assertThat(order.cancelledAt().get()).isAfter(order.createdAt());
    assertThat(order.updatedAt()).isAfter(order.createdAt());
  }

  @Test
  void oneLineOfAnOrderCanBeCancelledAlone() {
    String id = buyers().buy(offer, 2);
    buyers().cancelOneLine(id, read(id).lines().getFirst().id());
    ChannelOrder order = read(id);
    assertThat(order.status()).isNotEqualTo(OrderStatus.CANCELLED);
    assertThat(order.lines())
        .extracting(line -> line.status() == OrderStatus.CANCELLED)
        .containsExactlyInAnyOrder(true, false);
  }

  @Test
  void linesAreShippedOnceAndARepetitionIsDoneAlready() {
    String id = buyers().buy(offer, 2);
    buyers().release(id);
    ChannelSale sale = channel().sales(shop(), List.of(id)).getFirst();
    Carrier carrier = channel().carriers(shop(), sale.deliveryOption()).getFirst();
    List<String> first = List.of(sale.order().lines().getFirst().id());
    assertThat(channel().ship(shop(), id, first, carrier, "RM100000001GB")).isNotEmpty();
    assertThat(read(id).status()).isEqualTo(OrderStatus.PARTIALLY_SHIPPED);
    assertThatThrownBy(() -> channel().ship(shop(), id, first, carrier, "RM100000002GB"))
        .isInstanceOfSatisfying(
            PlatformException.class,
            fault -> assertThat(fault.failure()).isEqualTo(Failure.ALREADY_DONE));
  }

  @Test
  void aTrackingNumberCanBeCorrected() {
    String id = buyers().buy(offer, 1);
    buyers().release(id);
    ChannelSale sale = channel().sales(shop(), List.of(id)).getFirst();
    Carrier carrier = channel().carriers(shop(), sale.deliveryOption()).getFirst();
    List<String> lines = List.of(sale.order().lines().getFirst().id());
    String parcel = channel().ship(shop(), id, lines, carrier, "RM100000003GB");
    channel().retrack(shop(), parcel, carrier, "RM100000004GB");
    channel().retrack(shop(), parcel, carrier, "RM100000005GB");
    assertThatThrownBy(() -> channel().retrack(shop(), parcel, carrier, "RM100000006GB"))
        .isInstanceOf(PlatformException.class);
  }

  @Test
  void anOrderThatMayStillBeCancelledIsNotShipped() {
    String id = buyers().buy(offer, 1);
    ChannelSale sale = channel().sales(shop(), List.of(id)).getFirst();
    Carrier carrier = channel().carriers(shop(), sale.deliveryOption()).getFirst();
    List<String> lines = List.of(sale.order().lines().getFirst().id());
    assertThatThrownBy(() -> channel().ship(shop(), id, lines, carrier, "RM100000007GB"))
        .isInstanceOfSatisfying(
            PlatformException.class,
            fault -> assertThat(fault.failure()).isEqualTo(Failure.WAIT_UNTIL));
  }

  @Test
  void theChannelRemembersWhichOrderOfTheStoreItsOrderBecame() {
    String id = buyers().buy(offer, 1);
    assertThat(channel().storeOrdersOf(shop(), id, Platform.SHOPIFY)).isEmpty();
    StoreOrderReference reference =
        new StoreOrderReference(
            Platform.SHOPIFY, "6200001", Map.of(read(id).lines().getFirst().id(), "164001"));
    channel().tellStoreOrder(shop(), id, reference);
    channel().tellStoreOrder(shop(), id, reference);
    assertThat(channel().storeOrdersOf(shop(), id, Platform.SHOPIFY)).containsExactly(reference);
    assertThat(channel().storeOrdersOf(shop(), id, Platform.WOOCOMMERCE)).isEmpty();
    assertThatThrownBy(() -> channel().tellStoreOrder(shop(), "999", reference))
        .isInstanceOf(PlatformException.class);
  }

  @Test
  void whatDoesNotExistIsLeftOut() {
    String id = buyers().buy(offer, 1);
    assertThat(channel().orders(shop(), List.of(id, "999")))
        .extracting(ChannelOrder::id)
        .containsExactly(id);
  }

  @Test
  void everyOrderThatChangedSinceIsFoundOnce() {
    String early = buyers().buy(offer, 1);
    buyers().wait(100);
    Instant since = read(early).updatedAt().plusSeconds(50);
    String late = buyers().buy(offer, 1);
    assertThat(changed(since)).extracting(ChannelOrder::id).containsExactly(late);
    buyers().wait(10);
    buyers().cancel(early);
    assertThat(changed(since)).extracting(ChannelOrder::id).containsExactly(late, early);
  }

  @Test
  void aReadingThatFailsIsAFaultAndNoEnd() {
    buyers().buy(offer, 1);
    remote().next(Trouble.ERROR_PAGE);
    assertThatThrownBy(() -> changed(Instant.EPOCH))
        .isInstanceOfSatisfying(
            PlatformException.class,
            fault -> assertThat(fault.failure()).isEqualTo(Failure.RETRY_LATER));
    remote().next(Trouble.PAGE_REPEATS);
    assertThatThrownBy(() -> changed(Instant.EPOCH))
        .isInstanceOfSatisfying(
            PlatformException.class,
            fault -> assertThat(fault.failure()).isEqualTo(Failure.RETRY_LATER));
  }
}
