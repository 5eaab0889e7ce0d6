package dev.storebridge.sandbox.tiktok;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Tells of orders by webhook; TikTok spells a cancelled one differently there. */
final class OrderWebhooks implements OrderListener {

  private final World world;

  OrderWebhooks(World world) {
    this.world = world;
  }

  @Override
  public void changed(OrderNews news) {
    ObjectNode data = Json.object().put("order_id", news.orderId());
    data.put("order_status", news.status().equals("CANCELLED") ? "CANCEL" : news.status());
    data.put("is_on_hold_order", news.onHold()).put("update_time", news.updateTime());
    world.herald.tell(world.shops().withId(news.shopId()), Herald.ORDER_STATUS, data);
  }
}
