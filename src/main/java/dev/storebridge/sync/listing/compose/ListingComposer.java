package dev.storebridge.sync.listing.compose;

import dev.storebridge.commerce.Attribute;
import dev.storebridge.commerce.Image;
import dev.storebridge.commerce.Listing;
import dev.storebridge.commerce.Offer;
import dev.storebridge.commerce.Parcel;
import dev.storebridge.commerce.Product;
import dev.storebridge.platform.CategoryRules;
import dev.storebridge.platform.Explanation;
import dev.storebridge.sync.inventory.Pool;
import dev.storebridge.tenant.ConnectionRules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes of a product the listing that a merchant's rules want. */
public final class ListingComposer {

  private final Subject subject;
  private final Pool pool;

  private ListingComposer(Subject subject, Pool pool) {
    this.subject = subject;
    this.pool = pool;
  }

  /**
   * Composes; finds every problem of the product, not just the first.
   *
   * @param pool what shops sold of the product that the store does not know
   * @throws IllegalArgumentException when {@code shop} lacks what {@link Needs} asked for
   */
  public static Composition compose(
      Product product, ConnectionRules rules, ShopKnowledge shop, Pool pool) {
    return new ListingComposer(new Subject(product, rules, shop, new Problems()), pool).compose();
  }

  private Composition compose() {
    List<OfferTerms> terms =
        new TermsComposer(subject, pool).compose(SellerSkus.of(subject.product().variants()));
    if (!subject.product().obstacles().isEmpty()) {
      return unsellable(terms);
    }
    List<Offer> offers = new OfferComposer(subject).compose(terms);
    Listing listing = listing(offers);
    Problems problems = subject.problems();
    return problems.none()
        ? new Composition.Ready(listing, problems.notes())
        : new Composition.Refused(problems.contentProblems(), problems.termProblems(), terms);
  }

  /** What else is wrong with it does not matter then. */
  private Composition unsellable(List<OfferTerms> terms) {
    List<Explanation> why =
        subject.product().obstacles().stream()
            .map(found -> Explanation.of(found.code(), found.cause(), found.field(), found.fix()))
            .toList();
    return new Composition.Refused(why, List.of(), terms);
  }

  private Listing listing(List<Offer> offers) {
    TextComposer text = new TextComposer(subject);
    String title = text.title();
    Description description = text.description();
    List<Image> images = images();
    ParcelPick packing = new ParcelPick(subject);
    Parcel parcel = packing.parcel();
    CategoryComposer filing = new CategoryComposer(subject);
    Optional<CategoryRules> category = filing.category();
    category.ifPresent(packing::check);
    category.ifPresent(filing::papers);
    List<Attribute> attributes = category.map(filing::attributes).orElse(List.of());
    return new Listing(
        subject.product().id(),
        title,
        description.html(),
        description.images(),
        category.map(CategoryRules::categoryId).orElse(""),
        brand(),
        images,
        attributes,
        parcel,
        offers);
  }

  private Optional<String> brand() {
    Optional<String> name = BrandPick.nameOf(subject.product(), subject.rules().listings().brand());
    return BrandPick.idOf(name, subject.shop(), subject.problems());
  }

  private List<Image> images() {
    Map<String, Image> byUrl = new LinkedHashMap<>();
    subject.product().images().forEach(image -> byUrl.putIfAbsent(image.url(), image));
    int max = subject.shop().market().imagesMax();
    if (byUrl.isEmpty()) {
      subject
          .problems()
          .content(
              "no-image",
              "The product has no picture.",
              "images",
              "Add at least one picture in the store.");
    } else if (byUrl.size() > max) {
      subject
          .problems()
          .note(
              "images-left-out",
              "Of " + byUrl.size() + " pictures the channel takes the first " + max + ".",
              "images",
              "Put the most important pictures first.");
    }
    return byUrl.values().stream().limit(max).toList();
  }
}
