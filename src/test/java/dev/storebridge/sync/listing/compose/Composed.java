package dev.storebridge.sync.listing.compose;

import static dev.storebridge.given.Given.product;
import static dev.storebridge.given.GivenRules.rules;
import static dev.storebridge.given.GivenShop.shop;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storebridge.given.Given.ProductMaker;
import dev.storebridge.given.GivenRules.RulesMaker;
import dev.storebridge.given.GivenShop.ShopMaker;
import dev.storebridge.platform.Explanation;
import dev.storebridge.sync.inventory.Pool;
import java.util.List;

/** Composes, and expects an outcome. */
final class Composed {

  private Composed() {}

  static Composition compose(ProductMaker product, RulesMaker rules, ShopMaker shop) {
    return ListingComposer.compose(product.make(), rules.make(), shop.make(), Pool.empty());
  }

  static Composition.Ready ready(ProductMaker product, RulesMaker rules, ShopMaker shop) {
    Composition composition = compose(product, rules, shop);
    assertThat(composition).isInstanceOf(Composition.Ready.class);
    return (Composition.Ready) composition;
  }

  static Composition.Refused refused(ProductMaker product, RulesMaker rules, ShopMaker shop) {
    Composition composition = compose(product, rules, shop);
    assertThat(composition).isInstanceOf(Composition.Refused.class);
    return (Composition.Refused) composition;
  }

  static List<String> codes(List<Explanation> explanations) {
    return explanations.stream().map(Explanation::code).toList();
  }

  static Explanation onlyProblem(ProductMaker product, RulesMaker rules, ShopMaker shop) {
    List<Explanation> problems = refused(product, rules, shop).problems();
    assertThat(problems).hasSize(1);
    assertThat(problems.getFirst().fix()).isNotBlank();
    assertThat(problems.getFirst().cause()).isNotBlank();
    return problems.getFirst();
  }
}
