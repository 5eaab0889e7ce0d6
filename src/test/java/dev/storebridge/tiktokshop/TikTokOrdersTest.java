package dev.storebridge.tiktokshop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.storebridge.commerce.ChannelOrder;
import dev.storebridge.commerce.ChannelOrder.Goods;
import dev.storebridge.commerce.ChannelOrder.Purpose;
import dev.storebridge.commerce.ChannelOrder.Shipper;
import dev.storebridge.commerce.OrderStatus;
import dev.storebridge.contract.OpenGuards;
import dev.storebridge.contract.OrdersContractTest;
import dev.storebridge.contract.RemoteChannel;
import dev.storebridge.platform.Channel;
import dev.storebridge.platform.ShopAccount;
import dev.storebridge.sandbox.tiktok.Buyers;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TikTokOrdersTest extends OrdersContractTest {

  private final SandboxShop sandbox = new SandboxShop(new OpenGuards());

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Override
  protected Channel channel() {
    return sandbox.channel();
  }

  @Override
  protected ShopAccount shop() {
    return SandboxShop.SHOP;
  }

  @Override
  protected RemoteChannel remote() {
    return sandbox;
  }

  @Override
  protected RemoteBuyers buyers() {
    Buyers buyers = sandbox.sandbox().buyers();
    return new RemoteBuyers() {
      @Override
      public String buy(String offerId, int units) {
        return buyers.buy(shop().id(), Map.of(offerId, units), Buyers.How.PAID);
      }

      @Override
      public void release(String orderId) {
        buyers.release(shop().id(), orderId);
      }

      @Override
      public void cancel(String orderId) {
        buyers.cancel(shop().id(), orderId, List.of());
      }

      @Override
      public void cancelOneLine(String orderId, String lineId) {
        buyers.cancel(shop().id(), orderId, List.of(lineId));
      }

      @Override
      public void ship(String orderId) {
        buyers.release(shop().id(), orderId);
        buyers.ship(shop().id(), orderId, List.of());
      }

      @Override
      public void wait(int seconds) {
        sandbox.forward(Duration.ofSeconds(seconds));
      }
    };
  }

  private static ChannelOrder read(String json) throws IOException {
    TikTokClock clock = new TikTokClock(Clock.systemUTC());
    return new TikTokOrderReader(clock).order(new ObjectMapper().readTree(json));
  }

  @Test
  void aWordThatNobodyKnowsIsKept() throws IOException {
    ChannelOrder order =
        read("{\"id\":\"1\",\"status\":\"TELEPORTED\",\"line_items\":[{\"id\":\"2\"}]}");
    assertThat(order.status()).isEqualTo(OrderStatus.UNKNOWN);
    assertThat(order.word()).isEqualTo("TELEPORTED");
    assertThat(order.lines().getFirst().word()).isEqualTo("TELEPORTED");
    assertThat(order.createdAt()).isEqualTo(Instant.EPOCH);
  }

  @Test
  void ofABundleItIsThePartsThatHaveStock() throws IOException {
    ChannelOrder order =
        read(
            """
            {"id":"1","status":"ON_HOLD","fulfillment_type":"FULFILLMENT_BY_TIKTOK",
             "is_sample_order":true,"line_items":[
              {"id":"2","sku_id":"bundle","sub_item_info":[
                {"sku_id":"a","product_id":"p","seller_sku":"A"},{"sku_id":"a","product_id":"p"},
                {"sku_id":"b","product_id":"q"}]},
              {"id":"3","sku_id":"set","combined_listing_skus":[{"sku_id":"c","sku_count":3}]}]}
            """);
    assertThat(order.lines().get(0).goods())
        .containsExactly(new Goods("p", "a", "A", 2), new Goods("q", "b", "", 1));
    assertThat(order.lines().get(1).goods()).containsExactly(new Goods("", "c", "", 3));
    assertThat(order.shipper()).isEqualTo(Shipper.CHANNEL);
    assertThat(order.purpose()).isEqualTo(Purpose.SAMPLE);
  }
}
