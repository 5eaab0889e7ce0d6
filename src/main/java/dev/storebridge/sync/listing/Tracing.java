package dev.storebridge.sync.listing;

import dev.storebridge.commerce.Listing;
import dev.storebridge.commerce.Offer;
import dev.storebridge.commerce.Product;
import dev.storebridge.commerce.Variant;
import dev.storebridge.mapping.AppliedListing;
import dev.storebridge.mapping.AppliedListing.AppliedOffer;
import dev.storebridge.mapping.Trace;
import dev.storebridge.mapping.Trace.Remark;
import dev.storebridge.mapping.Trace.Seen;
import dev.storebridge.platform.Explanation;
import dev.storebridge.sync.listing.plan.Presence;
import dev.storebridge.work.Claim;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Puts into words of record what one try saw, wanted and came to. Pure. */
final class Tracing {

  private Tracing() {}

  static Trace of(Claim claim, Attempt attempt, End end, Instant endedAt) {
    PlannedListing planned = attempt.planned();
    return new Trace(
        planned.target().key(),
        endedAt,
        new Trace.Work(
            claim.toldAt(),
            planned.pool().readAt(),
            planned.wanted(),
            planned.product().map(product -> seen(claim, planned, product)).orElse(Map.of()),
            attempt.calls().made(),
            remarks(end)));
  }

  private static Map<String, Seen> seen(Claim claim, PlannedListing planned, Product product) {
    Map<String, AppliedOffer> shown = shown(claim, planned);
    Map<String, Offer> wanted =
        planned.desired().map(Listing::offers).orElse(List.of()).stream()
            .collect(Collectors.toMap(Offer::variantId, Function.identity()));
    return product.variants().stream()
        .collect(
            Collectors.toMap(
                Variant::id,
                variant ->
                    new Seen(
                        variant.stock(),
                        planned.pool().held(variant.id(), planned.target().rules().inventory()),
                        Optional.ofNullable(shown.get(variant.id()))
                            .map(AppliedOffer::stock)
                            .orElse(Map.of()),
                        Optional.ofNullable(wanted.get(variant.id()))
                            .map(Offer::stock)
                            .orElse(Map.of()),
                        Optional.ofNullable(wanted.get(variant.id())).map(Offer::price)),
                (first, second) -> first));
  }

  private static Map<String, AppliedOffer> shown(Claim claim, PlannedListing planned) {
    return planned
        .target()
        .presence()
        .map(Presence::applied)
        .map(
            applied ->
                planned.pool().expected(planned.target().shop().id(), applied, claim.tries() > 0))
        .map(AppliedListing::offers)
        .orElse(Map.of());
  }

  private static List<Remark> remarks(End end) {
    List<Explanation> why =
        switch (end) {
          case End.InLine inLine -> List.of();
          case End.Later later -> later.why();
          case End.Parked parked -> parked.problems();
        };
    return why.stream().map(one -> new Remark(one.code(), one.cause())).toList();
  }
}
