package dev.storebridge.route;

import dev.storebridge.work.StoresInNeed;
import dev.storebridge.work.WakeUp;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;

/** Finds the stores that have something due, so that a lost wake-up costs a second and no data. */
@ApplicationScoped
@Named("dueWork")
@RegisterForReflection
public class DueWork {

  private final StoresInNeed stores;

  public DueWork(StoresInNeed stores) {
    this.stores = stores;
  }

  /** One wake-up for each store with due marks, or with claims that nobody owns. */
  public List<WakeUp> find() {
    return stores.ids().stream().map(WakeUp::new).toList();
  }
}
