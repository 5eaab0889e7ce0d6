package dev.storebridge.sandbox.catalogue;

import java.util.List;

/**
 * The garden shop of the demo, for a second kind of store: products that share weight, pictures or
 * stock among their variants, and some that nobody counts. The words are the project's own.
 */
public final class GardenCatalogue {

  private static final int FIRST_NUMBER = 500;

  private GardenCatalogue() {}

  /** The whole catalogue, the same at every call. */
  public static List<CatalogueProduct> products() {
    return CatalogueFile.read("garden.json", FIRST_NUMBER);
  }
}
