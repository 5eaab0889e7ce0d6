package dev.storebridge.sync.order.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storebridge.commerce.ChannelOrder.Purpose;
import dev.storebridge.commerce.ChannelSale;
import dev.storebridge.commerce.Money;
import dev.storebridge.commerce.OrderDraft;
import dev.storebridge.mapping.Offers.Linked;
import dev.storebridge.platform.Explanation;
import dev.storebridge.sync.order.draft.OrderComposer.Composed;
import dev.storebridge.sync.order.draft.OrderComposer.Setting;
import dev.storebridge.tenant.OrderRules;
import dev.storebridge.tenant.OrderRules.BuyerEmail;
import dev.storebridge.tenant.OrderRules.OnHold;
import dev.storebridge.tenant.OrderRules.Tax;
import dev.storebridge.tenant.OrderRules.Total;
import dev.storebridge.tenant.OrderRules.UnknownItem;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class OrderComposerTest {

  private static final Map<String, Linked> LINKS =
      Map.of(
          "red", new Linked("p1", "v-red"),
          "blue", new Linked("p1", "v-blue"),
          "green", new Linked("p2", "v-green"));

  private static Composed compose(ChannelSale sale, Total total, UnknownItem unknown) {
    OrderRules rules =
        new OrderRules(
            true,
            Optional.empty(),
            OnHold.RESERVE,
            unknown,
            total,
            List.of("tiktok-shop"),
            BuyerEmail.RELAY,
            Tax.EXACT);
    return new OrderComposer(rules).compose(sale, new Setting("7495", LINKS, true));
  }

  private static OrderDraft owed(ChannelSale sale) {
    Composed composed = compose(sale, Total.OWED, UnknownItem.BLOCK);
    assertThat(composed.problems()).isEmpty();
    return composed.draft();
  }

  private static Money pounds(String amount) {
    return Money.of(amount, "GBP");
  }

  @Test
  void unitsOfOneItemAtOnePriceAreOneLine() {
    OrderDraft draft =
        owed(
            new Sales("GBP")
                .unit("red", "12.50", "1.00", "0.50")
                .unit("red", "12.50", "1.00", "0.50")
                .unit("blue", "12.50", "0", "0")
                .shipping("3.99", "0")
                .sale());
    assertThat(draft.lines()).hasSize(2);
    OrderDraft.Line red = draft.lines().getFirst();
    assertThat(red.quantity()).isEqualTo(2);
    assertThat(red.item()).contains(new OrderDraft.Item("p1", "v-red"));
    assertThat(red.channelLineIds()).containsExactly("line1", "line2");
    assertThat(red.original()).isEqualTo(pounds("12.50"));
    assertThat(red.price()).as("TikTok pays its own discount").isEqualTo(pounds("11.50"));
    assertThat(draft.total()).isEqualTo(pounds("39.49"));
    assertThat(draft.tags()).containsExactly("tiktok-shop", "tiktok-576400000000000001");
    assertThat(draft.email()).isEqualTo("abc@chat.example");
  }

  @Test
  void unitsOfOneItemAtTwoPricesAreTwoLines() {
    OrderDraft draft =
        owed(
            new Sales("GBP")
                .unit("red", "12.50", "1.00", "0")
                .unit("red", "12.50", "0", "0")
                .sale());
    assertThat(draft.lines()).extracting(OrderDraft.Line::quantity).containsExactly(1, 1);
  }

  @Test
  void whatTikTokOwesContainsItsDiscountsAndNotItsFees() {
    ChannelSale sale =
        new Sales("USD")
            .unit("red", "20.00", "2.00", "3.00")
            .shipping("1.00", "4.00")
            .tax("1.20")
            .keptByTikTok("0.75")
            .sale();
    OrderDraft owed = owed(sale);
    assertThat(owed.total()).isEqualTo(Money.of("24.20", "USD"));
    assertThat(owed.shipping()).isEqualTo(Money.of("5.00", "USD"));
    assertThat(owed.charges()).isEmpty();
    assertThat(owed.pricesIncludeTax()).isFalse();
    OrderDraft paid = compose(sale, Total.PAID, UnknownItem.BLOCK).draft();
    assertThat(paid.total()).isEqualTo(Money.of("17.95", "USD"));
    assertThat(paid.charges()).containsEntry("TikTok Shop fees", Money.of("0.75", "USD"));
  }

  @Test
  void whatNoFieldNamesIsAChargeOrADiscount() {
    Sales sales = new Sales("GBP").unit("red", "10.00", "0", "0");
    assertThat(owed(sales.other("0.30").sale()).charges())
        .containsEntry("Other charges on TikTok Shop", pounds("0.30"));
    OrderDraft less = owed(sales.other("-0.30").sale());
    assertThat(less.charges()).isEmpty();
    assertThat(less.discount()).isEqualTo(pounds("0.30"));
  }

  @Test
  void aBundleIsItsPartsAndItsPriceIsSpreadOverThem() {
    OrderDraft draft =
        owed(
            new Sales("GBP")
                .bundle(List.of(Sales.goods("red", 2), Sales.goods("green", 1)), "10.00", "0", "0")
                .sale());
    assertThat(sum(draft)).isEqualByComparingTo("10.00");
    assertThat(draft.lines().stream().mapToInt(OrderDraft.Line::quantity).sum()).isEqualTo(3);
    assertThat(draft.lines()).allMatch(line -> line.channelLineIds().equals(List.of("line1")));
  }

  @Test
  void aSampleCostsNothingWhateverItsLinesSay() {
    OrderDraft draft =
        owed(new Sales("GBP").unit("red", "10.00", "0", "0").purpose(Purpose.SAMPLE).sale());
    assertThat(draft.total()).isEqualTo(pounds("0.00"));
    assertThat(draft.lines().getFirst().price()).isEqualTo(pounds("0.00"));
    assertThat(draft.attributes()).containsEntry("tiktok_order_kind", "sample");
  }

  @Test
  void aLineThatWasCancelledBeforeIsNotPartOfTheOrder() {
    ChannelSale contained =
        new Sales("GBP")
            .unit("red", "10.00", "0", "1.00")
            .cancelledUnit("blue", "7.00", "0", "0")
            .sale();
    assertThat(owed(contained).total()).isEqualTo(pounds("10.00"));
    assertThat(owed(contained).lines()).hasSize(1);
  }

  @Test
  void anUnknownItemBlocksOrBecomesALineOfItsOwn() {
    ChannelSale sale = new Sales("GBP").unit("grey", "10.00", "0", "0").sale();
    Composed blocked = compose(sale, Total.OWED, UnknownItem.BLOCK);
    assertThat(blocked.problems()).extracting(Explanation::code).containsExactly("unknown-item");
    assertThat(blocked.problems().getFirst().cause()).contains("SKU-grey");
    Composed custom = compose(sale, Total.OWED, UnknownItem.CUSTOM_LINE);
    assertThat(custom.problems()).isEmpty();
    assertThat(custom.draft().lines().getFirst().item()).isEmpty();
    assertThat(OrderComposer.unlinked(sale, LINKS)).containsExactly("grey");
  }

  @Test
  void amountsThatMakeNoSenseAreAProblemInWords() {
    ChannelSale absurd = new Sales("GBP").unit("red", "999999999999.00", "0", "0").sale();
    assertThat(codes(absurd)).containsExactly("order-amounts");
    ChannelSale negative = new Sales("GBP").unit("red", "10.00", "0", "0").total("-4.00").sale();
    assertThat(codes(negative)).containsExactly("order-amounts");
    ChannelSale unexplained = new Sales("GBP").unit("red", "10.00", "0", "0").total("4.00").sale();
    assertThat(codes(unexplained)).containsExactly("order-total-unexplained");
    assertThat(codes(new Sales("XXX").unit("red", "10.00", "0", "0").sale()))
        .containsExactly("order-without-currency");
    assertThat(codes(new Sales("GBP").sale())).contains("order-without-lines");
  }

  private static List<String> codes(ChannelSale sale) {
    return compose(sale, Total.OWED, UnknownItem.BLOCK).problems().stream()
        .map(Explanation::code)
        .toList();
  }

  @Property(tries = 500)
  void theAmountsOfAnOrderAddUpToItsTotalToTheSmallestUnit(
      @ForAll("sales") ChannelSale sale, @ForAll Total total) {
    OrderDraft draft = compose(sale, total, UnknownItem.CUSTOM_LINE).draft();
    assertThat(sum(draft)).isEqualByComparingTo(draft.total().amount());
    BigDecimal expected = sale.payment().total().amount();
    if (total == Total.OWED) {
      expected =
          expected
              .add(sale.payment().platformDiscount().amount())
              .add(sale.payment().shippingPlatformDiscount().amount())
              .subtract(sale.payment().keptByChannel().amount());
    }
    assertThat(draft.total().amount()).isEqualByComparingTo(expected);
  }

  private static BigDecimal sum(OrderDraft draft) {
    BigDecimal lines =
        draft.lines().stream()
            .map(line -> line.price().amount().multiply(BigDecimal.valueOf(line.quantity())))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal charges =
        draft.charges().values().stream()
            .map(Money::amount)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return lines
        .add(charges)
        .add(draft.shipping().amount())
        .add(draft.tax().amount())
        .subtract(draft.discount().amount());
  }

  @Provide
  Arbitrary<ChannelSale> sales() {
    Arbitrary<Integer> units = Arbitraries.integers().between(1, 6);
    Arbitrary<Long> seed = Arbitraries.longs();
    Arbitrary<String> currency = Arbitraries.of("GBP", "USD", "JPY");
    return Combinators.combine(units, seed, currency).as(OrderComposerTest::random);
  }

  private static ChannelSale random(int units, long seed, String currency) {
    Random random = new Random(seed);
    Sales sales = new Sales(currency);
    for (int i = 0; i < units; i++) {
      String offer = List.of("red", "blue", "green", "grey").get(random.nextInt(4));
      String original = amount(random, 600, 2000, currency);
      String seller = random.nextBoolean() ? "0" : amount(random, 1, 300, currency);
      String platform = random.nextBoolean() ? "0" : amount(random, 1, 300, currency);
      if (random.nextInt(4) == 0) {
        sales.bundle(
            List.of(Sales.goods(offer, 1 + random.nextInt(3)), Sales.goods("other", 1)),
            original,
            seller,
            platform);
      } else {
        sales.unit(offer, original, seller, platform);
      }
    }
    return sales
        .shipping(amount(random, 0, 500, currency), amount(random, 0, 200, currency))
        .tax(random.nextBoolean() ? "0" : amount(random, 1, 400, currency))
        .keptByTikTok(random.nextBoolean() ? "0" : amount(random, 0, 200, currency))
        .other(random.nextInt(3) == 0 ? amount(random, 1, 100, currency) : "0")
        .sale();
  }

  private static String amount(Random random, int least, int most, String currency) {
    int decimals = currency.equals("JPY") ? 0 : 2;
    return BigDecimal.valueOf(least + random.nextInt(most), decimals).toPlainString();
  }
}
