package dev.storebridge.route;

import dev.storebridge.work.StoredCallBook;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

/** Writes down how many calls accounts were made, and forgets it in time. */
@ApplicationScoped
@Named("callCounts")
@RegisterForReflection
public class CallCounts {

  private final StoredCallBook book;

  public CallCounts(StoredCallBook book) {
    this.book = book;
  }

  public void write() {
    book.write();
  }

  public void purge() {
    book.purge();
  }
}
