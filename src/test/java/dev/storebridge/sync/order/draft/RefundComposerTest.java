package dev.storebridge.sync.order.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storebridge.commerce.AftersaleCase;
import dev.storebridge.commerce.AftersaleCase.Kind;
import dev.storebridge.commerce.AftersaleCase.Line;
import dev.storebridge.commerce.AftersaleCase.State;
import dev.storebridge.commerce.ChannelSale;
import dev.storebridge.commerce.Money;
import dev.storebridge.commerce.RefundDraft;
import dev.storebridge.tenant.OrderRules.Total;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RefundComposerTest {

  /** Two units in one line of the store, one in another. */
  private static final Map<String, String> LINES =
      Map.of("line1", "9001", "line2", "9001", "line3", "9002");

  private static ChannelSale sale() {
    return new Sales("GBP")
        .unit("red", "10.00", "1.00", "2.00")
        .unit("red", "10.00", "1.00", "2.00")
        .unit("blue", "5.00", "0", "0")
        .shipping("3.00", "1.00")
        .sale();
  }

  private static AftersaleCase back(Kind kind, List<Line> lines, String shipping, String tax) {
    return new AftersaleCase(
        "4035",
        "576400000000000001",
        kind,
        State.DONE,
        false,
        Optional.empty(),
        lines,
        pounds(shipping),
        pounds(tax),
        kind == Kind.CANCELLATION);
  }

  private static Line line(int number, String refund) {
    return new Line("line" + number, pounds(refund));
  }

  private static Money pounds(String amount) {
    return Money.of(amount, "GBP");
  }

  private static Optional<RefundDraft> compose(Total total, AftersaleCase one) {
    return new RefundComposer(total).compose(sale(), one, LINES);
  }

  private static RefundDraft owed(AftersaleCase one) {
    return compose(Total.OWED, one).orElseThrow();
  }

  @Test
  void aWholeLineIsWorthWhatTheOrderHasForIt() {
    AftersaleCase one = back(Kind.RETURN, List.of(line(1, "7.00")), "0", "0");
    assertThat(owed(one).total()).isEqualTo(pounds("9.00"));
    assertThat(compose(Total.PAID, one).orElseThrow().total()).isEqualTo(pounds("7.00"));
    assertThat(owed(one).units()).containsExactly(Map.entry("9001", 1));
    assertThat(owed(one).restock()).isFalse();
  }

  @Test
  void unitsOfOneLineOfTheStoreAreCounted() {
    List<Line> lines = List.of(line(1, "7.00"), line(2, "7.00"), line(3, "5.00"));
    RefundDraft draft = owed(back(Kind.CANCELLATION, lines, "0", "0"));
    assertThat(draft.units()).containsOnly(Map.entry("9001", 2), Map.entry("9002", 1));
    assertThat(draft.total()).isEqualTo(pounds("23.00"));
    assertThat(draft.restock()).isTrue();
  }

  @Test
  void aPartOfAPriceIsThatPartAndTakesNoUnits() {
    RefundDraft draft = owed(back(Kind.REFUND, List.of(line(1, "2.50")), "0", "0"));
    assertThat(draft.total()).isEqualTo(pounds("2.50"));
    assertThat(draft.units()).isEmpty();
  }

  @Test
  void allOfTheShippingIsWorthWhatTheOrderHasForItAndTaxIsAdded() {
    List<Line> lines = List.of(line(3, "5.00"));
    assertThat(owed(back(Kind.RETURN, lines, "3.00", "0.40")).shipping()).isEqualTo(pounds("4.00"));
    assertThat(owed(back(Kind.RETURN, lines, "3.00", "0.40")).total()).isEqualTo(pounds("9.40"));
    assertThat(owed(back(Kind.RETURN, lines, "1.00", "0")).total()).isEqualTo(pounds("6.00"));
  }

  @Test
  void aWholeOrderComesBackToTheCent() {
    List<Line> all = List.of(line(1, "7.00"), line(2, "7.00"), line(3, "5.00"));
    ChannelSale sale = sale();
    Money total = new OrderMoney(sale, Total.OWED).total(sale.units());
    assertThat(owed(back(Kind.RETURN, all, "3.00", "0")).total()).isEqualTo(total);
  }

  @Test
  void whatIsNotInTheStoreIsNotRefundedThere() {
    AftersaleCase one = back(Kind.CANCELLATION, List.of(line(4, "7.00")), "0", "0");
    assertThat(compose(Total.OWED, one)).isEmpty();
    AftersaleCase other = back(Kind.CANCELLATION, List.of(line(1, "7.00")), "0", "0");
    assertThat(new RefundComposer(Total.OWED).compose(sale(), other, Map.of())).isEmpty();
  }

  @Test
  void ourOwnRefundsAreKnownByTheirWords() {
    RefundDraft draft = owed(back(Kind.REFUND, List.of(line(1, "2.50")), "0", "0"));
    assertThat(draft.reference()).isEqualTo("TikTok Shop refund 4035");
    assertThat(RefundComposer.made(draft.reference())).isTrue();
    assertThat(RefundComposer.made("Damaged in the post, as TikTok Shop buyers say")).isFalse();
  }
}
