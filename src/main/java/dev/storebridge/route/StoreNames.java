package dev.storebridge.route;

import dev.storebridge.connect.StoreContacts;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

/** Learns what stores are called. */
@ApplicationScoped
@Named("storeNames")
@RegisterForReflection
public class StoreNames {

  private final StoreContacts contacts;

  public StoreNames(StoreContacts contacts) {
    this.contacts = contacts;
  }

  public void learn() {
    contacts.makeDue();
  }
}
