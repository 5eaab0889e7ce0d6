package dev.storebridge.sandbox.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import javax.imageio.ImageIO;

/** A sandbox with one authorised shop, and the products tests put there. */
final class Stage implements AutoCloseable {

  static final String CREATE = "/product/202309/products";
  static final String SEARCH = "/product/202502/products/search";
  static final String UPLOAD = "/product/202309/images/upload";
  static final String MAIN_WAREHOUSE = "7000000000000000021";
  static final String SECOND_WAREHOUSE = "7000000000000000022";

  final SteppingClock clock = new SteppingClock();
  final TikTokSandbox sandbox;
  final TikTokControl control;
  final TikTokApp app;
  final TikTokShop shop;
  final TikTokControl.Tokens tokens;

  Stage() {
    this(TikTokSettings.defaults());
  }

  static Stage in(String region) {
    return new Stage(
        TikTokSettings.defaults().withShops(TikTokShop.of("7495000000000000001", region)));
  }

  Stage(TikTokSettings settings) {
    sandbox = TikTokSandbox.start(settings.withClock(clock));
    control = sandbox.control();
    app = settings.apps().get(0);
    shop = settings.shops().get(0);
    tokens = control.authorise(app, shop.id());
  }

  /** Signed in, no cipher. */
  ShopClient seller() {
    return new ShopClient(sandbox, app).token(tokens.access()).with("timestamp", now());
  }

  /** Signed in, for the shop. */
  ShopClient client() {
    return seller().cipher(shop.cipher());
  }

  long now() {
    return clock.instant().getEpochSecond();
  }

  String image(String use, int width, int height) {
    return seller()
        .upload(UPLOAD, png(width, height), Map.of("use_case", use))
        .data()
        .path("uri")
        .asText();
  }

  /** A product that every rule of Britain accepts. */
  ObjectNode mug() {
    ObjectNode body = Json.object();
    body.put("title", "Blue stoneware mug").put("description", "<p>Holds 350 ml</p>");
    body.put("category_id", "600942");
    body.putArray("main_images").addObject().put("uri", image("MAIN_IMAGE", 400, 400));
    body.putObject("package_weight").put("value", "0.5").put("unit", "KILOGRAM");
    body.putArray("skus").add(sku("MUG-1", "12.50", "GBP", 7));
    return body;
  }

  static ObjectNode sku(String sellerSku, String amount, String currency, int quantity) {
    ObjectNode sku = Json.object().put("seller_sku", sellerSku);
    sku.putObject("price").put("amount", amount).put("currency", currency);
    sku.putArray("inventory")
        .addObject()
        .put("warehouse_id", MAIN_WAREHOUSE)
        .put("quantity", quantity);
    return sku;
  }

  static ObjectNode colour(ObjectNode sku, String name) {
    sku.withArray("sales_attributes").addObject().put("name", "Color").put("value_name", name);
    return sku;
  }

  /** Creates a product and lets its review end; returns its id. */
  String live(JsonNode body) {
    String id = client().post(CREATE, body).data().path("product_id").asText();
    clock.step(Duration.ofSeconds(4));
    return id;
  }

  JsonNode product(String id) {
    return client().get(CREATE + "/" + id).data();
  }

  static byte[] png(int width, int height) {
    return encoded("png", width, height);
  }

  static byte[] encoded(String format, int width, int height) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  @Override
  public void close() {
    sandbox.close();
  }
}
