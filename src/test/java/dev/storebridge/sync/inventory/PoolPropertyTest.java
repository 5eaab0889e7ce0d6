package dev.storebridge.sync.inventory;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever comes in whatever order: buyers, webhooks, the store's own reduction, our calls. */
class PoolPropertyTest {

  @Property(tries = 3000)
  void everyShopEndsAtTheRuleAndNoneEverShowsWhatWeKnowToBeSold(
      @ForAll @Size(max = 200) List<@IntRange(max = 100_000) Integer> script) {
    StockWorld world = new StockWorld();
    world.quiesce();
    script.forEach(world::step);
    world.quiesce();
    world.assertInLine();
  }
}
