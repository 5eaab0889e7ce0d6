package dev.storebridge.woocommerce;

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
import dev.storebridge.woocommerce.ProductReader.Reading;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** A store at WooCommerce. */
@ApplicationScoped
public class WooCommerceStorefront implements Storefront {

  private final WooCommerceApi api;
  private final Settings settings;
  private final ProductReader products;
  private final CatalogueReader catalogue;
  private final ProductChanges changes;
  private final PictureDownload pictures;

  public WooCommerceStorefront(
      Egress egress, Guards guards, Credentials credentials, Pauses pauses, Clock clock) {
    this.api = new WooCommerceApi(egress, guards, credentials, clock);
    this.settings = new Settings(api, clock);
    this.products = new ProductReader(api, settings);
    PatientApi patient = new PatientApi(api, pauses);
    this.catalogue = new CatalogueReader(patient, new ProductReader(patient, settings), settings);
    this.changes = new ProductChanges(patient);
    this.pictures =
        new PictureDownload(egress, guards, new PictureDownload.Source("WordPress", ""));
  }

  @Override
  public Platform platform() {
    return Platform.WOOCOMMERCE;
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.of();
  }

  @Override
  public StoreProfile profile(StoreAccount store) {
    ShopSettings shop = settings.fresh(store);
    return WooCommerceTranslator.profile(api.site(store), shop);
  }

  @Override
  public void readCatalogue(
      StoreAccount store, Set<String> fields, Consumer<List<Product>> batches) {
    catalogue.read(new Reading(store, FieldName.of(fields), Urgency.NEW_LISTING), batches);
  }

  @Override
  public void productsChangedSince(StoreAccount store, Instant since, Consumer<List<String>> ids) {
    changes.read(store, since.minus(api.behind(store)), ids);
  }

  @Override
  public List<Product> products(StoreAccount store, Collection<String> ids, Set<String> fields) {
    List<String> numbers = ids.stream().filter(id -> id.matches("\\d{1,19}")).distinct().toList();
    return List.copyOf(
        products.read(new Reading(store, FieldName.of(fields), Urgency.CONTENT), numbers));
  }

  /** A shop counts in one pool. */
  @Override
  public List<Location> locations(StoreAccount store) {
    return List.of(new Location("0", "Shop", true));
  }

  @Override
  public ImageFile download(StoreAccount store, Image image) {
    return pictures.fetch(store, image);
  }
}
