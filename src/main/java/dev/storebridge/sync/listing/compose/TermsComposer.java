package dev.storebridge.sync.listing.compose;

import dev.storebridge.commerce.Money;
import dev.storebridge.commerce.Variant;
import dev.storebridge.sync.inventory.Pool;
import dev.storebridge.sync.inventory.StockFormula;
import dev.storebridge.tenant.InventoryRules;
import dev.storebridge.tenant.PriceRules;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Prices and stock of a product's variants. */
final class TermsComposer {

  private final Subject subject;
  private final PriceRules rules;
  private final PriceFormula prices;
  private final StockFormula stock;
  private final Pool pool;

  TermsComposer(Subject subject, Pool pool) {
    this.pool = pool;
    this.subject = subject;
    rules = subject.rules().prices();
    prices = new PriceFormula(rules, subject.shop().market().currency());
    stock = new StockFormula(subject.rules().inventory());
  }

  /**
   * In the variants' order; what could not be computed is empty and has its problem.
   *
   * @param skus by variant id
   */
  List<OfferTerms> compose(Map<String, String> skus) {
    boolean sameCurrency = currencyFits();
    boolean priceable = endingFits() && sameCurrency && taxFits();
    Optional<String> warehouse = new Warehouses(subject).main();
    return subject.product().variants().stream()
        .map(variant -> terms(variant, skus.get(variant.id()), priceable, warehouse))
        .toList();
  }

  private OfferTerms terms(
      Variant variant, String sku, boolean priceable, Optional<String> warehouse) {
    InventoryRules inventory = subject.rules().inventory();
    Optional<Money> price = priceable ? price(variant) : Optional.empty();
    Map<String, Integer> units =
        warehouse
            .map(main -> stock.of(variant.stock(), main, pool.held(variant.id(), inventory)))
            .orElse(Map.of());
    return new OfferTerms(
        variant.id(), sku, price, price.flatMap(amount -> listPrice(variant, amount)), units);
  }

  private boolean currencyFits() {
    String store = subject.shop().storeCurrency().value();
    String market = subject.shop().market().currency().value();
    boolean fits = store.equals(market) || rules.rate().isPresent();
    if (!fits) {
      subject
          .problems()
          .terms(
              "currency-differs",
              "The store sells in " + store + ", the shop in " + market + ", and no rate is given.",
              subject.rule("prices.rate"),
              "Set prices.rate to what one " + store + " is worth in " + market + ".");
    }
    return fits;
  }

  /**
   * Outside the US a shop's prices are what the buyer pays; the tax would be the merchant's loss.
   */
  private boolean taxFits() {
    boolean fits =
        subject.shop().taxIncluded()
            || subject.shop().market().region().equals("US")
            || rules.percent().signum() > 0;
    if (!fits) {
      subject
          .problems()
          .terms(
              "prices-without-tax",
              "The store adds tax at its checkout; the channel's prices have to include it.",
              subject.rule("prices.percent"),
              "Let the store keep its prices with tax, or add the tax with prices.percent.");
    }
    return fits;
  }

  private boolean endingFits() {
    int decimals = subject.shop().market().currency().decimals();
    boolean fits =
        rules.roundUpTo().map(end -> end.stripTrailingZeros().scale() <= decimals).orElse(true);
    if (!fits) {
      subject
          .problems()
          .terms(
              "round-up-to-too-fine",
              "Prices cannot end in "
                  + rules.roundUpTo().orElseThrow().toPlainString()
                  + ": "
                  + subject.shop().market().currency()
                  + " has "
                  + decimals
                  + " decimals.",
              subject.rule("prices.round-up-to"),
              "Give an ending with at most that many decimals.");
    }
    return fits;
  }

  private Optional<Money> price(Variant variant) {
    Optional<BigDecimal> source = source(variant);
    if (source.isEmpty()) {
      subject
          .problems()
          .terms(
              "no-price",
              "The variant has no price.",
              Subject.field(variant, "price"),
              "Give it a price in the store.");
      return Optional.empty();
    }
    Optional<Money> price = source.filter(amount -> amount.signum() > 0).flatMap(prices::of);
    if (price.isEmpty()) {
      subject
          .problems()
          .terms(
              "price-not-positive",
              "The price "
                  + source.get().toPlainString()
                  + " comes to nothing that can be charged.",
              Subject.field(variant, "price"),
              "Give it a price above zero in the store, or correct the price rules.");
    }
    return price;
  }

  /** A product that is not reduced has no compare-at price; its price is the regular one. */
  private Optional<BigDecimal> source(Variant variant) {
    return rules.from() == PriceRules.From.COMPARE_AT
        ? variant.compareAtPrice().or(variant::price)
        : variant.price();
  }

  private Optional<Money> listPrice(Variant variant, Money price) {
    if (!subject.shop().market().listPrice()) {
      return Optional.empty();
    }
    Optional<BigDecimal> source =
        switch (rules.listPriceFrom()) {
          case NONE -> Optional.empty();
          case COMPARE_AT -> variant.compareAtPrice();
          case PRICE -> variant.price();
        };
    return source.flatMap(prices::of).filter(list -> list.amount().compareTo(price.amount()) >= 0);
  }
}
