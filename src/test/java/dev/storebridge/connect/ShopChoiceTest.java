package dev.storebridge.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.storebridge.platform.Authoriser.GrantedShop;
import dev.storebridge.tenant.ConnectionRules;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShopChoiceTest {
  private static final GrantedShop GB = new GrantedShop("1", "Mugs", "GB", "c1");
  private static final GrantedShop GB_TOO = new GrantedShop("2", "Candles", "GB", "c2");
  private static final GrantedShop DE = new GrantedShop("3", "Tassen", "DE", "c3");

  @Test
  void theNamedShopIsTakenAmongSeveral() {
    assertThat(choose("2", "GB", null, GB, GB_TOO, DE)).isEqualTo(GB_TOO);
  }

  @Test
  void theOnlyShopOfTheRegionIsTaken() {
    assertThat(choose(null, "gb", null, DE, GB)).isEqualTo(GB);
  }

  @Test
  void theShopThatIsLinkedAlreadyIsKept() {
    assertThat(choose(null, "GB", "2", GB, GB_TOO)).isEqualTo(GB_TOO);
  }

  @Test
  void severalShopsAskForAName() {
    ConnectRefusal refusal = refusal(null, "GB", GB, GB_TOO);
    assertThat(refusal.getMessage()).contains("1 (Mugs, GB), 2 (Candles, GB)");
    assertThat(refusal.explanation().fix()).contains("shop.id");
  }

  @Test
  void aNamedShopThatWasNotGrantedIsRefused() {
    assertThat(refusal("9", "GB", GB).explanation().code()).isEqualTo("shop-not-granted");
  }

  @Test
  void aNamedShopOfAnotherRegionIsRefused() {
    assertThat(refusal("3", "GB", DE).explanation().code()).isEqualTo("region-differs");
  }

  @Test
  void aConsentWithoutAFittingShopIsRefused() {
    assertThat(refusal(null, "GB", DE).getMessage()).contains("no shop of the region GB");
    assertThat(refusal(null, "GB").getMessage()).contains("it covers no shop");
  }

  private static GrantedShop choose(
      String named, String region, String linked, GrantedShop... granted) {
    return ShopChoice.of(
        new ConnectionRules.Shop(Optional.ofNullable(named), region, null),
        Optional.ofNullable(linked),
        List.of(granted));
  }

  private static ConnectRefusal refusal(String named, String region, GrantedShop... granted) {
    return catchThrowableOfType(ConnectRefusal.class, () -> choose(named, region, null, granted));
  }
}
