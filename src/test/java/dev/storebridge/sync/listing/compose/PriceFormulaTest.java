package dev.storebridge.sync.listing.compose;

import static dev.storebridge.given.GivenRules.prices;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storebridge.commerce.CurrencyCode;
import dev.storebridge.commerce.Money;
import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceFormulaTest {

  private static final CurrencyCode GBP = new CurrencyCode("GBP");

  @ParameterizedTest
  @CsvSource({
    "12.30, 0.99, 12.99",
    "12.99, 0.99, 12.99",
    "12.991, 0.99, 13.99",
    "13.00, 0.99, 13.99",
    "0.10, 0.99, 0.99",
    "12.30, 0.50, 12.50",
    "12.51, 0.50, 13.50",
    "12.30, 0.95, 12.95",
    "12.30, 9.99, 19.99",
    "19.99, 9.99, 19.99",
    "20.00, 9.99, 29.99",
    "3.00, 9.99, 9.99",
    "12.30, 0.00, 13.00",
    "12.00, 0, 12.00",
    "12.30, 5, 15.00",
    "1234, 99, 1299.00",
    "1300, 99, 1399.00",
  })
  void roundsUpToTheNextAmountWithThatEnding(String amount, String ending, String expected) {
    assertThat(PriceFormula.upToEnding(new BigDecimal(amount), new BigDecimal(ending)))
        .isEqualByComparingTo(expected);
  }

  @Test
  void multipliesByRateThenPercentThenAdds() {
    PriceFormula formula = new PriceFormula(prices("10", "0.50", "1.2", null), GBP);

    assertThat(formula.of(new BigDecimal("10.00"))).contains(Money.of("13.70", "GBP"));
  }

  @Test
  void roundsHalfUpToTheSmallestUnit() {
    PriceFormula formula = new PriceFormula(prices("0", "0", "1", null), GBP);

    assertThat(formula.of(new BigDecimal("1.005"))).contains(Money.of("1.01", "GBP"));
    assertThat(formula.of(new BigDecimal("1.0049"))).contains(Money.of("1.00", "GBP"));
  }

  @Test
  void knowsCurrenciesWithoutDecimals() {
    PriceFormula formula =
        new PriceFormula(prices("0", "0", "190.55", null), new CurrencyCode("JPY"));

    assertThat(formula.of(new BigDecimal("10.00")).orElseThrow().text()).isEqualTo("1906");
  }

  @Test
  void hasNoPriceWhenNothingRemains() {
    assertThat(new PriceFormula(prices("0", "-10", null, "0.99"), GBP).of(BigDecimal.TEN))
        .isEmpty();
    assertThat(new PriceFormula(prices("-100", "0.004", null, null), GBP).of(BigDecimal.TEN))
        .isEmpty();
  }

  @Property
  void anEndingIsNeverBelowThePriceNorAWholePeriodAbove(
      @ForAll @BigRange(min = "0.01", max = "99999") @Scale(3) BigDecimal amount,
      @ForAll @BigRange(min = "0", max = "0.99") @Scale(2) BigDecimal ending) {
    BigDecimal result = PriceFormula.upToEnding(amount, ending);

    assertThat(result).isGreaterThanOrEqualTo(amount);
    assertThat(result.subtract(amount)).isLessThan(BigDecimal.ONE);
    assertThat(result.remainder(BigDecimal.ONE)).isEqualByComparingTo(ending);
  }
}
