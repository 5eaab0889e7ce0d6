package dev.storebridge.sync.listing.compose;

import dev.storebridge.commerce.Dimensions;
import dev.storebridge.commerce.Parcel;
import dev.storebridge.commerce.Variant;
import dev.storebridge.commerce.Weight;
import dev.storebridge.platform.CategoryRules;
import dev.storebridge.tenant.ListingRules.PackageRule;
import java.util.Comparator;
import java.util.Optional;

/**
 * How a listing is packed: one parcel for all offers, so the heaviest and the largest variant
 * count.
 */
final class ParcelPick {

  private final Subject subject;
  private final PackageRule rule;

  ParcelPick(Subject subject) {
    this.subject = subject;
    rule = subject.rules().listings().packaging();
  }

  Parcel parcel() {
    Optional<Weight> weight = heaviest().or(rule::defaultWeight);
    if (weight.isEmpty() && !subject.product().variants().isEmpty()) {
      subject
          .problems()
          .content(
              "no-weight",
              "No variant has a weight, and the rules give no default.",
              Subject.field(subject.product().variants().getFirst(), "weight"),
              "Enter weights in the store, or set listings.package.default-weight.");
    }
    return new Parcel(weight, dimensions());
  }

  void check(CategoryRules category) {
    if (category.dimensionsRequired() && dimensions().isEmpty()) {
      subject
          .problems()
          .content(
              "no-dimensions",
              "The category asks for the parcel's dimensions.",
              subject.rule("listings.package.dimensions"),
              "Enter them in the store where it keeps any, or set listings.package.dimensions, for"
                  + " example 20x15x10 cm.");
    }
  }

  /** What the rules say, else what holds any of the variants. */
  private Optional<Dimensions> dimensions() {
    return rule.dimensions()
        .or(
            () ->
                subject.product().variants().stream()
                    .map(Variant::dimensions)
                    .flatMap(Optional::stream)
                    .reduce(Dimensions::or));
  }

  private Optional<Weight> heaviest() {
    return rule.weightFromVariant()
        ? subject.product().variants().stream()
            .map(Variant::weight)
            .flatMap(Optional::stream)
            .filter(weight -> !weight.isZero())
            .max(Comparator.comparing(Weight::grams))
        : Optional.empty();
  }
}
