package dev.storebridge.sandbox.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;

/** Create Product, Edit Product and Partial Edit Product. */
final class ProductWriteEndpoints {

  private final World world;
  private final Catalogue catalogue;

  ProductWriteEndpoints(World world, Catalogue catalogue) {
    this.world = world;
    this.catalogue = catalogue;
  }

  /** A repeated idempotency key gets the first answer again; with another body it is refused. */
  JsonNode create(ApiCall call) {
    Shop shop = call.shop();
    String key = call.body().path("idempotency_key").asText();
    String sent = new String(call.request().body(), StandardCharsets.UTF_8);
    synchronized (shop) {
      Shop.Remembered before = shop.byIdempotencyKey.get(key);
      if (before != null && !key.isEmpty()) {
        boolean same = before.body().equals(sent);
        Refusal.when(!same, Code.VALUE_WRONG, "idempotency_key was used with another body");
        return before.answer();
      }
      JsonNode answer = created(call, shop);
      if (!key.isEmpty()) {
        shop.byIdempotencyKey.put(key, new Shop.Remembered(sent, answer));
      }
      return answer;
    }
  }

  private JsonNode created(ApiCall call, Shop shop) {
    Submission submission = new Submission(world, shop, call.body(), null);
    ProductRules.check(submission);
    if (!submission.text("save_mode").equals("AS_DRAFT")) {
      shop.countListing(world.settings.newListingsPerDay(), world.clock.instant());
    }
    return Catalogue.accepted(submission, catalogue.create(submission));
  }

  /** The body is the whole product: what it lacks becomes blank, SKUs it lacks are deleted. */
  JsonNode replace(ApiCall call) {
    synchronized (call.shop()) {
      Product product = editable(call);
      return edited(new Submission(world, call.shop(), call.body(), product));
    }
  }

  /** The given top-level properties change, everything else stays. */
  JsonNode change(ApiCall call) {
    synchronized (call.shop()) {
      Product product = editable(call);
      ObjectNode whole = product.newest().deepCopy();
      whole.setAll(call.body());
      return edited(new Submission(world, call.shop(), whole, product));
    }
  }

  private Product editable(ApiCall call) {
    Product product = catalogue.find(call.shop(), call.productId());
    Refusal.when(!product.status.editable(), Code.STATUS_FORBIDS, product.status.name());
    return product;
  }

  private JsonNode edited(Submission submission) {
    ProductRules.check(submission);
    catalogue.edit(submission);
    ObjectNode data = Catalogue.accepted(submission, submission.existing);
    data.putObject("audit").put("status", submission.existing.audit);
    return data;
  }
}
