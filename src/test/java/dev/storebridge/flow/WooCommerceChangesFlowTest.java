package dev.storebridge.flow;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.given.TestDatabase;
import dev.storebridge.given.WooPlatforms;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Tag;

@QuarkusTest
@Tag("database")
@WithTestResource(TestDatabase.class)
@WithTestResource(WooPlatforms.class)
class WooCommerceChangesFlowTest extends StoreChanges {

  WooCommerceChangesFlowTest() {
    super(WooPlatforms.SHOP);
  }

  @Override
  String archived() {
    return "private";
  }

  @Override
  void remove(JsonNode product) {
    edit(product, "{\"status\":\"trash\"}");
  }

  @Override
  void putBack(JsonNode product) {
    edit(product, "{\"status\":\"publish\"}");
    awaitState(product, "live");
  }

  @Override
  String active() {
    return "publish";
  }
}
