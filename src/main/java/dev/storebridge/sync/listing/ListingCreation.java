package dev.storebridge.sync.listing;

import dev.storebridge.commerce.Listing;
import dev.storebridge.commerce.ListingStatus;
import dev.storebridge.mapping.AppliedListing.Pushed;
import dev.storebridge.mapping.Intent;
import dev.storebridge.mapping.Intents;
import dev.storebridge.mapping.ListingRecord;
import dev.storebridge.mapping.Listings;
import dev.storebridge.platform.CreatedListing;
import dev.storebridge.platform.Failure;
import dev.storebridge.platform.ListingDraft;
import dev.storebridge.platform.PlatformException;
import dev.storebridge.platform.Uploads;
import dev.storebridge.sync.listing.plan.Step;
import dev.storebridge.work.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Creates listings, each at most once: adopt what is there, write the intent, call, bind the
 * answer. After an unknown outcome nothing decides before the write horizon; then the listing is
 * looked up by its references, and only two misses allow one more try under the same key.
 */
@ApplicationScoped
class ListingCreation {

  private static final int MISSES_BEFORE_ANOTHER_TRY = 2;
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);

  private final Platforms platforms;
  private final Pictures pictures;
  private final Adoption adoption;
  private final ListingBook book;
  private final Listings listings;
  private final Intents intents;
  private final Transactions transactions;
  private final Reactions reactions;

  ListingCreation(
      Platforms platforms,
      Pictures pictures,
      Adoption adoption,
      ListingBook book,
      Listings listings,
      Intents intents,
      Transactions transactions,
      Reactions reactions) {
    this.platforms = platforms;
    this.pictures = pictures;
    this.adoption = adoption;
    this.book = book;
    this.listings = listings;
    this.intents = intents;
    this.transactions = transactions;
    this.reactions = reactions;
  }

  /** Brings a product that has no listing in line: settles an open intent first, then creates. */
  End settleOrCreate(Attempt attempt) {
    PlannedListing planned = attempt.planned();
    Optional<Intent> open = intents.open(planned.target().key());
    if (open.isPresent()) {
      return resume(attempt, open.get());
    }
    if (!planned.wanted()) {
      listings.forget(planned.target().key());
      return new End.InLine(true);
    }
    if (!planned.plan().problems().isEmpty()) {
      return new End.Parked(planned.plan().problems());
    }
    return planned.plan().steps().stream()
        .filter(Step.Create.class::isInstance)
        .map(Step.Create.class::cast)
        .findFirst()
        .map(create -> adoptOrCreate(attempt, create))
        .orElseGet(() -> new End.InLine(false));
  }

  private End adoptOrCreate(Attempt attempt, Step.Create create) {
    PlannedListing planned = attempt.planned();
    Optional<ListingRecord> adopted = adoption.find(planned);
    if (adopted.isPresent()) {
      book.bind(planned.target(), adopted.get());
      return adoption.again();
    }
    Uploads uploads = bring(attempt);
    Intent intent = transactions.call(() -> intents.begin(planned.target().key()));
    return create(attempt, create, uploads, intent);
  }

  private End resume(Attempt attempt, Intent intent) {
    PlannedListing planned = attempt.planned();
    Instant decision = intent.startedAt().plus(reactions.writeHorizon());
    if (reactions.now().isBefore(decision)) {
      return new End.Later(decision, false, List.of(), false);
    }
    Optional<ListingRecord> found = planned.desired().flatMap(any -> adoption.search(planned));
    if (found.isPresent()) {
      book.bind(planned.target(), found.get());
      return adoption.again();
    }
    if (intent.misses() + 1 < MISSES_BEFORE_ANOTHER_TRY) {
      intents.missed(planned.target().key());
      return new End.Later(reactions.now().plus(BETWEEN_LOOKS), false, List.of(), false);
    }
    return createAgain(attempt, intent);
  }

  private End createAgain(Attempt attempt, Intent intent) {
    PlannedListing planned = attempt.planned();
    Optional<Step.Create> create =
        planned.plan().steps().stream()
            .filter(Step.Create.class::isInstance)
            .map(Step.Create.class::cast)
            .findFirst();
    if (create.isEmpty() || !planned.plan().problems().isEmpty()) {
      intents.end(planned.target().key());
      return settleOrCreate(attempt);
    }
    Uploads uploads = bring(attempt);
    intents.again(planned.target().key());
    return create(attempt, create.get(), uploads, intent);
  }

  private Uploads bring(Attempt attempt) {
    return pictures.bring(attempt.store(), attempt.target().shop(), listing(attempt.planned()));
  }

  private End create(Attempt attempt, Step.Create create, Uploads uploads, Intent intent) {
    PlannedListing planned = attempt.planned();
    Target target = planned.target();
    ListingDraft draft =
        new ListingDraft(listing(planned), uploads, create.draftOnly(), intent.idempotencyKey());
    try {
      CreatedListing answer =
          attempt
              .calls()
              .make(create.action(), () -> platforms.channel().create(target.shop(), draft));
      book.bind(target, created(planned, create, answer));
      return new End.InLine(true);
    } catch (PlatformException e) {
      return failed(planned, e);
    }
  }

  private ListingRecord created(PlannedListing planned, Step.Create create, CreatedListing answer) {
    Pushed call = new Pushed(planned.pool().seq(Optional.empty()), reactions.now());
    ListingStatus status = create.draftOnly() ? ListingStatus.DRAFT : ListingStatus.IN_REVIEW;
    return recordOf(planned)
        .linked(answer.id(), Applying.created(listing(planned), answer, call))
        .at(status, reactions.now())
        .ended(ListingRecord.Outcome.DONE);
  }

  private End failed(PlannedListing planned, PlatformException fault) {
    if (fault.outcomeUnknown()) {
      Instant decision = reactions.now().plus(reactions.writeHorizon());
      return new End.Later(decision, true, List.of(fault.explanation()), false);
    }
    if (fault.failure() == Failure.ADOPT_EXISTING) {
      Optional<ListingRecord> found = adoption.search(planned);
      if (found.isPresent()) {
        book.bind(planned.target(), found.get());
        return adoption.again();
      }
    }
    intents.end(planned.target().key());
    throw fault;
  }

  private static Listing listing(PlannedListing planned) {
    return planned.desired().orElseThrow();
  }

  static ListingRecord recordOf(PlannedListing planned) {
    return planned
        .target()
        .record()
        .orElseGet(
            () ->
                ListingRecord.queued(
                    planned.target().key(),
                    planned.product().orElseThrow().title(),
                    planned.product().orElseThrow().images().stream()
                        .findFirst()
                        .map(dev.storebridge.commerce.Image::url)
                        .orElse(""),
                    0));
  }
}
