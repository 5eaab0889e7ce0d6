package dev.storebridge.sync.listing.compose;

import dev.storebridge.commerce.Attribute;
import dev.storebridge.platform.Category;
import dev.storebridge.platform.CategoryRules;
import dev.storebridge.platform.CategoryRules.Certification;
import java.util.List;
import java.util.Optional;

/** Where a product is filed, and whether it has what the category asks for. */
final class CategoryComposer {

  private static final String FIELD = "listings.category";
  private static final String BY_HAND =
      "Choose another category, or list the product by hand and leave it out of the selection.";

  private final Subject subject;

  CategoryComposer(Subject subject) {
    this.subject = subject;
  }

  /** The rules of the product's category; empty, with its problem, when there is none. */
  Optional<CategoryRules> category() {
    Optional<String> chosen = Needs.of(subject.product(), subject.rules().listings()).categoryId();
    if (chosen.isEmpty()) {
      problem(
          "no-category",
          "No category rule fits the product, and there is no default.",
          "Add a rule for its type, tag or vendor, or a default category.");
      return Optional.empty();
    }
    return chosen.flatMap(this::usable).map(subject.shop()::rulesOf);
  }

  private Optional<Category> usable(String id) {
    Optional<Category> category = subject.shop().category(id);
    if (category.isEmpty()) {
      problem(
          "category-unknown",
          "The market has no category " + id + ".",
          "Name a category of this market; they are listed under reference/categories.");
    } else if (!category.get().leaf()) {
      problem(
          "category-not-leaf",
          "\"" + category.get().name() + "\" (" + id + ") has categories below it.",
          "Choose one of the categories below it.");
    } else if (!category.get().available()) {
      problem(
          "category-unavailable",
          "The shop may not list in \"" + category.get().name() + "\" (" + id + ").",
          "Apply for the category in Seller Center, or choose another.");
    }
    return category.filter(Category::leaf).filter(Category::available);
  }

  List<Attribute> attributes(CategoryRules category) {
    return new AttributePick(subject).of(category);
  }

  void papers(CategoryRules category) {
    category.certifications().stream()
        .filter(Certification::required)
        .forEach(
            paper ->
                subject
                    .problems()
                    .content(
                        "certificate-missing",
                        "The category asks for the document \""
                            + paper.name()
                            + "\", which is not sent from here.",
                        subject.rule("listings.compliance.certificates"),
                        BY_HAND));
    if (category.sizeChartRequired()) {
      subject
          .problems()
          .content(
              "size-chart-missing",
              "The category asks for a size chart, which is not sent from here.",
              subject.rule("listings.compliance.size-chart"),
              BY_HAND);
    }
  }

  private void problem(String code, String cause, String fix) {
    subject.problems().content(code, cause, subject.rule(FIELD), fix);
  }
}
