package dev.storebridge.route;

import dev.storebridge.sync.listing.ReadCatalogue;
import dev.storebridge.work.Claim;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

/** Reads a connection's catalogue for an import run. */
@ApplicationScoped
@Named("catalogueReading")
@RegisterForReflection
public class CatalogueReading {

  private final ReadCatalogue reading;

  public CatalogueReading(ReadCatalogue reading) {
    this.reading = reading;
  }

  public void read(Claim claim) {
    reading.read(claim);
  }
}
