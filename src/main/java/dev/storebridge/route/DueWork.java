package dev.storebridge.route;

import dev.storebridge.work.Marks;
import dev.storebridge.work.WakeUp;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;

/** Finds the stores that have something due, so that a lost wake-up costs a second and no data. */
@ApplicationScoped
@Named("dueWork")
@RegisterForReflection
public class DueWork {

  private final Marks marks;

  public DueWork(Marks marks) {
    this.marks = marks;
  }

  /** One wake-up for each store with due marks, or with claims that nobody owns. */
  public List<WakeUp> find() {
    return Stream.concat(marks.storesInNeed().stream(), marks.orphanedStores().stream())
        .distinct()
        .map(WakeUp::new)
        .toList();
  }
}
