package dev.storebridge.sandbox.catalogue;

import java.util.List;

/**
 * The homewares shop of the demo: every product is complete and fit to be listed. The words are the
 * project's own.
 */
public final class DemoCatalogue {

  private DemoCatalogue() {}

  /** The whole catalogue, the same at every call. */
  public static List<CatalogueProduct> products() {
    return CatalogueFile.read("homewares.json", 0);
  }
}
