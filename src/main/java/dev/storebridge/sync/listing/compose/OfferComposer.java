package dev.storebridge.sync.listing.compose;

import dev.storebridge.commerce.Image;
import dev.storebridge.commerce.Offer;
import dev.storebridge.commerce.OptionValue;
import dev.storebridge.commerce.Variant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The offers of a listing: references, barcodes, options and pictures joined with their terms. */
final class OfferComposer {

  private final Subject subject;
  private final List<Variant> variants;
  private final Map<String, Variant> byId;

  OfferComposer(Subject subject) {
    this.subject = subject;
    variants = subject.product().variants();
    byId =
        variants.stream().collect(Collectors.toMap(Variant::id, Function.identity(), (a, b) -> a));
  }

  /** One offer for each variant whose price is known. */
  List<Offer> compose(List<OfferTerms> terms) {
    checkNumber();
    Map<String, List<OptionValue>> options = new OptionComposer(subject).compose();
    Map<String, Image> pictures = OfferPictures.of(variants);
    terms.forEach(this::notes);
    return terms.stream()
        .filter(term -> term.price().isPresent())
        .map(
            term -> {
              String id = term.variantId();
              return new Offer(
                  id,
                  term.sellerSku(),
                  Barcodes.wellFormed(byId.get(id).barcode()),
                  options.get(id),
                  term.price().get(),
                  term.listPrice(),
                  term.stock(),
                  Optional.ofNullable(pictures.get(id)));
            })
        .toList();
  }

  private void checkNumber() {
    int max = subject.shop().market().offersMax();
    if (variants.isEmpty()) {
      subject
          .problems()
          .content(
              "no-variants",
              "The product has no variant that could be sold.",
              "variants",
              "Add a variant in the store.");
    } else if (variants.size() > max) {
      subject
          .problems()
          .content(
              "too-many-variants",
              "The product has " + variants.size() + " variants; the market takes " + max + ".",
              "variants",
              "Split the product.");
    }
  }

  private void notes(OfferTerms terms) {
    Variant variant = byId.get(terms.variantId());
    skuNote(variant, terms.sellerSku());
    if (!variant.barcode().isBlank() && Barcodes.wellFormed(variant.barcode()).isEmpty()) {
      subject
          .problems()
          .note(
              "barcode-left-out",
              "\"" + variant.barcode().strip() + "\" is no GTIN, EAN, UPC or ISBN.",
              Subject.field(variant, "barcode"),
              "Correct the barcode in the store if the product has one.");
    }
  }

  private void skuNote(Variant variant, String sent) {
    String typed = variant.sku().strip();
    if (sent.equals(typed)) {
      return;
    }
    String cleaned = SellerSkus.cleaned(typed);
    String code =
        cleaned.isEmpty() ? "sku-empty" : sent.equals(cleaned) ? "sku-cleaned" : "sku-doubled";
    String cause =
        switch (code) {
          case "sku-empty" -> "The variant has no SKU";
          case "sku-doubled" -> "Another variant has the SKU \"" + typed + "\" as well";
          default -> "The SKU \"" + typed + "\" has blanks or more than 50 characters";
        };
    subject
        .problems()
        .note(
            code,
            cause + "; it is listed as " + sent + ".",
            Subject.field(variant, "sku"),
            "Give each variant a SKU of its own, without blanks.");
  }
}
