package dev.storebridge.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.commerce.Image;
import dev.storebridge.commerce.Product;
import dev.storebridge.platform.Capability;
import dev.storebridge.platform.Credentials;
import dev.storebridge.platform.ImageFile;
import dev.storebridge.platform.Location;
import dev.storebridge.platform.Platform;
import dev.storebridge.platform.StoreAccount;
import dev.storebridge.platform.StoreProfile;
import dev.storebridge.platform.Storefront;
import dev.storebridge.platform.Urgency;
import dev.storebridge.resilience.Egress;
import dev.storebridge.resilience.Guards;
import dev.storebridge.resilience.Pauses;
import dev.storebridge.resilience.PictureDownload;
import dev.storebridge.shopify.AdminApi.Query;
import dev.storebridge.shopify.ProductReader.Reading;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A store at Shopify. */
@ApplicationScoped
public class ShopifyStorefront implements Storefront {

  private final ShopifyApi api;
  private final ProductReader products;
  private final CatalogueReader catalogue;
  private final ProductChanges changes;
  private final StockChanges stockChanges;
  private final PictureDownload pictures;

  public ShopifyStorefront(
      ShopifyConfig config, Egress egress, Guards guards, Credentials credentials, Pauses pauses) {
    this.api = new ShopifyApi(config, egress, guards, credentials);
    this.products = new ProductReader(api);
    PatientApi patient = new PatientApi(api, pauses);
    this.catalogue =
        new CatalogueReader(
            patient, new ProductReader(patient), new BulkExport(patient, egress, pauses));
    this.changes = new ProductChanges(patient);
    this.stockChanges = new StockChanges(patient);
    this.pictures =
        new PictureDownload(
            egress, guards, new PictureDownload.Source("the Shopify admin", ".shopify.com"));
  }

  @Override
  public Platform platform() {
    return Platform.SHOPIFY;
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.of(Capability.MULTI_LOCATION, Capability.BULK_CATALOGUE);
  }

  @Override
  public StoreProfile profile(StoreAccount store) {
    JsonNode data = api.ask(store, new Query(ShopifyDocument.SHOP, Map.of(), Urgency.CONTENT));
    return ShopifyTranslator.profile(data.path("shop"));
  }

  @Override
  public void readCatalogue(
      StoreAccount store, Set<String> fields, Consumer<List<Product>> batches) {
    List<MetafieldName> metafields = MetafieldName.of(store.account(), fields);
    catalogue.read(new Reading(store, metafields, Urgency.NEW_LISTING), batches);
  }

  @Override
  public void productsChangedSince(StoreAccount store, Instant since, Consumer<List<String>> ids) {
    changes.read(store, since, ids);
  }

  @Override
  public void stockItemsChangedSince(
      StoreAccount store, Instant since, Consumer<List<String>> ids) {
    stockChanges.read(store, locations(store), since, ids);
  }

  @Override
  public List<Product> products(StoreAccount store, Collection<String> ids, Set<String> fields) {
    List<MetafieldName> metafields = MetafieldName.of(store.account(), fields);
    Reading reading = new Reading(store, metafields, Urgency.CONTENT);
    List<String> gids =
        ids.stream()
            .map(ShopifyTranslator::numeric)
            .filter(id -> id.matches("\\d{1,19}"))
            .distinct()
            .map(id -> "gid://shopify/Product/" + id)
            .toList();
    List<Product> found = new ArrayList<>();
    for (int from = 0; from < gids.size(); from += ProductReader.BATCH) {
      int to = Math.min(gids.size(), from + ProductReader.BATCH);
      found.addAll(products.read(reading, gids.subList(from, to)));
    }
    return Collections.unmodifiableList(found);
  }

  @Override
  public Optional<String> productOfStockItem(StoreAccount store, String itemId) {
    if (!itemId.matches("\\d{1,19}")) {
      return Optional.empty();
    }
    Map<String, String> item = Map.of("id", "gid://shopify/InventoryItem/" + itemId);
    JsonNode data = api.ask(store, new Query(ShopifyDocument.PRODUCT_OF_ITEM, item, Urgency.STOCK));
    JsonNode variants = data.path("inventoryItem").path("variants").path("nodes");
    return Optional.ofNullable(variants.path(0).path("product").path("id").textValue())
        .map(ShopifyTranslator::numeric);
  }

  @Override
  public List<Location> locations(StoreAccount store) {
    List<Location> locations = new ArrayList<>();
    new PageWalk(
            store.account(),
            after -> {
              Map<String, String> variables = Collections.singletonMap("after", after);
              Query query = new Query(ShopifyDocument.LOCATIONS, variables, Urgency.CONTENT);
              return api.ask(store, query).path("locations");
            })
        .all(node -> locations.add(ShopifyTranslator.location(node)));
    return List.copyOf(locations);
  }

  @Override
  public ImageFile download(StoreAccount store, Image image) {
    return pictures.fetch(store, image);
  }
}
