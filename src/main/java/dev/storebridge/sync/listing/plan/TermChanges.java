package dev.storebridge.sync.listing.plan;

import dev.storebridge.mapping.AppliedListing;
import dev.storebridge.mapping.AppliedListing.AppliedOffer;
import dev.storebridge.platform.OfferPrice;
import dev.storebridge.platform.OfferStock;
import dev.storebridge.sync.listing.compose.OfferTerms;
import dev.storebridge.tenant.ListingRules;
import dev.storebridge.tenant.ListingRules.OwnedField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Which prices and stock differ from what we applied last, of offers that the channel has. */
final class TermChanges {

  private final List<OfferTerms> terms;
  private final AppliedListing applied;
  private final ListingRules rules;

  TermChanges(List<OfferTerms> terms, AppliedListing applied, ListingRules rules) {
    this.terms = terms;
    this.applied = applied;
    this.rules = rules;
  }

  List<OfferPrice> prices() {
    List<OfferPrice> changed = new ArrayList<>();
    if (rules.own().contains(OwnedField.PRICE)) {
      for (OfferTerms term : terms) {
        AppliedOffer known = applied.offers().get(term.variantId());
        if (known != null && priceDiffers(term, known)) {
          changed.add(
              new OfferPrice(known.offerId(), term.price().orElseThrow(), term.listPrice()));
        }
      }
    }
    return changed;
  }

  private static boolean priceDiffers(OfferTerms term, AppliedOffer known) {
    return term.price().isPresent()
        && !(term.price().equals(known.price()) && term.listPrice().equals(known.listPrice()));
  }

  /**
   * Stock to set. Every warehouse of an offer is named, one that the rules no longer name with 0.
   *
   * @param offersEdited true when an edit before it gives offers their new warehouses and takes
   *     away vanished ones; without it only warehouses that an offer has can be named, and an offer
   *     whose variant is gone sells out
   */
  List<OfferStock> stock(boolean offersEdited) {
    List<OfferStock> changed = new ArrayList<>();
    if (rules.own().contains(OwnedField.STOCK)) {
      for (OfferTerms term : terms) {
        AppliedOffer known = applied.offers().get(term.variantId());
        if (known != null) {
          stock(term, known, offersEdited).ifPresent(changed::add);
        }
      }
      if (!offersEdited) {
        changed.addAll(soldOut());
      }
    }
    return changed;
  }

  /** Offers with a warehouse that only an edit could give them. */
  boolean lacksWarehouses() {
    return rules.own().contains(OwnedField.STOCK)
        && terms.stream()
            .anyMatch(
                term -> {
                  AppliedOffer known = applied.offers().get(term.variantId());
                  return known != null
                      && !known.stock().isEmpty()
                      && !known.stock().keySet().containsAll(term.stock().keySet());
                });
  }

  private Optional<OfferStock> stock(OfferTerms term, AppliedOffer known, boolean offersEdited) {
    Map<String, Integer> wanted = new HashMap<>(term.stock());
    if (!offersEdited && !known.stock().isEmpty()) {
      wanted.keySet().retainAll(known.stock().keySet());
    }
    if (wanted.isEmpty()) {
      return Optional.empty();
    }
    known.stock().keySet().forEach(warehouse -> wanted.putIfAbsent(warehouse, 0));
    return wanted.equals(known.stock())
        ? Optional.empty()
        : Optional.of(new OfferStock(known.offerId(), wanted));
  }

  private List<OfferStock> soldOut() {
    Set<String> wanted = new HashSet<>();
    terms.forEach(term -> wanted.add(term.variantId()));
    List<OfferStock> changed = new ArrayList<>();
    new TreeMap<>(applied.offers())
        .forEach(
            (variant, known) -> {
              if (!wanted.contains(variant)
                  && known.stock().values().stream().anyMatch(units -> units != 0)) {
                Map<String, Integer> none = new HashMap<>(known.stock());
                none.replaceAll((warehouse, units) -> 0);
                changed.add(new OfferStock(known.offerId(), none));
              }
            });
    return changed;
  }
}
