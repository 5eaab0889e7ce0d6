package dev.storebridge.flow;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.given.SandboxPlatforms;
import dev.storebridge.given.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Tag;

@QuarkusTest
@Tag("database")
@WithTestResource(TestDatabase.class)
@WithTestResource(SandboxPlatforms.class)
class ShopifyChangesFlowTest extends StoreChanges {

  ShopifyChangesFlowTest() {
    super(SandboxPlatforms.SHOPIFY);
  }

  @Override
  String archived() {
    return "archived";
  }

  @Override
  void remove(JsonNode product) {
    shop.delete(product);
  }

  @Override
  String active() {
    return "active";
  }
}
