package dev.storebridge.route;

import dev.storebridge.sync.listing.trace.TraceBook;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

/** Writes down what was seen and done for each listing, and forgets it in time. */
@ApplicationScoped
@Named("skuTraces")
@RegisterForReflection
public class SkuTraces {

  private final TraceBook book;

  public SkuTraces(TraceBook book) {
    this.book = book;
  }

  public void write() {
    book.write();
  }

  public void purge() {
    book.purge();
  }
}
