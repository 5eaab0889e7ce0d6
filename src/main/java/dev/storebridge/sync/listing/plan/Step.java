package dev.storebridge.sync.listing.plan;

import dev.storebridge.platform.ContentField;
import dev.storebridge.platform.OfferPrice;
import dev.storebridge.platform.OfferStock;
import java.util.List;
import java.util.Set;

/** One call of a plan. */
public sealed interface Step {

  /** As the dry run names it. */
  String action();

  /**
   * List the product, with prices and stock; a listing that can be adopted is looked for before.
   *
   * @param draftOnly saved without being submitted
   */
  record Create(boolean draftOnly) implements Step {
    @Override
    public String action() {
      return "create";
    }
  }

  /**
   * Change content. An edit of {@code OFFERS} carries the price and stock of offers that are new,
   * and the warehouses of all.
   *
   * @param draftOnly true while the listing is a draft that stays one
   */
  record Edit(Set<ContentField> fields, boolean draftOnly) implements Step {

    public Edit {
      fields = Set.copyOf(fields);
    }

    @Override
    public String action() {
      return "edit";
    }
  }

  /** Set the prices of these offers. */
  record Prices(List<OfferPrice> prices) implements Step {

    public Prices {
      prices = List.copyOf(prices);
    }

    @Override
    public String action() {
      return "price";
    }
  }

  /** Set the stock of these offers. */
  record Stock(List<OfferStock> stock) implements Step {

    public Stock {
      stock = List.copyOf(stock);
    }

    @Override
    public String action() {
      return "stock";
    }
  }

  /** Put it on sale again. */
  record Activate() implements Step {
    @Override
    public String action() {
      return "activate";
    }
  }

  /** Take it off sale. */
  record Deactivate() implements Step {
    @Override
    public String action() {
      return "deactivate";
    }
  }

  /** Remove it from the channel. */
  record Delete() implements Step {
    @Override
    public String action() {
      return "delete";
    }
  }
}
