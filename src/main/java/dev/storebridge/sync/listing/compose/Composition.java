package dev.storebridge.sync.listing.compose;

import dev.storebridge.commerce.Listing;
import dev.storebridge.platform.Explanation;
import java.util.List;
import java.util.stream.Stream;

/** What became of a product under a merchant's rules. */
public sealed interface Composition {

  /**
   * It can be listed.
   *
   * @param notes what was repaired or left out on the way, for the merchant to know
   */
  record Ready(Listing listing, List<Explanation> notes) implements Composition {

    public Ready {
      notes = List.copyOf(notes);
    }
  }

  /**
   * It cannot be listed as it is; every reason at once.
   *
   * @param contentProblems about what the listing shows
   * @param termProblems about its prices and stock
   * @param terms prices and stock as far as they could be computed, for a listing that exists
   */
  record Refused(
      List<Explanation> contentProblems, List<Explanation> termProblems, List<OfferTerms> terms)
      implements Composition {

    public Refused {
      contentProblems = List.copyOf(contentProblems);
      termProblems = List.copyOf(termProblems);
      terms = List.copyOf(terms);
    }

    public List<Explanation> problems() {
      return Stream.concat(contentProblems.stream(), termProblems.stream()).toList();
    }
  }
}
