package dev.storebridge.sync.listing.compose;

import dev.storebridge.commerce.Attribute;
import dev.storebridge.commerce.AttributeValue;
import dev.storebridge.platform.CategoryRules;
import dev.storebridge.platform.CategoryRules.CategoryAttribute;
import dev.storebridge.tenant.ListingRules.AttributeRule;
import dev.storebridge.tenant.ListingRules.AttributeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The attributes of the category that the rules fill. A rule for an attribute that this category
 * does not have is for other categories. Several rules for one attribute: the first that gives a
 * value, or all of them where the category takes several values.
 */
final class AttributePick {

  private static final int SHOWN_VALUES = 10;

  private final Subject subject;

  AttributePick(Subject subject) {
    this.subject = subject;
  }

  List<Attribute> of(CategoryRules category) {
    List<Attribute> picked = new ArrayList<>();
    for (CategoryAttribute attribute : category.attributes()) {
      List<String> texts = texts(attribute);
      List<AttributeValue> values =
          texts.stream().flatMap(text -> value(attribute, text).stream()).distinct().toList();
      if (!values.isEmpty()) {
        picked.add(new Attribute(attribute.id(), attribute.name(), values));
      } else if (attribute.required() && texts.isEmpty()) {
        missing(attribute);
      }
    }
    return picked;
  }

  private List<String> texts(CategoryAttribute attribute) {
    return subject.rules().listings().attributes().stream()
        .filter(rule -> rule.name().strip().equalsIgnoreCase(attribute.name().strip()))
        .filter(rule -> rule.when().map(w -> Selection.fits(subject.product(), w)).orElse(true))
        .map(this::text)
        .filter(text -> !text.isEmpty())
        .limit(attribute.multiple() ? Long.MAX_VALUE : 1)
        .toList();
  }

  private String text(AttributeRule rule) {
    return switch (rule.source()) {
      case AttributeSource.Fixed fixed -> fixed.value().strip();
      case AttributeSource.Field field ->
          subject.product().fields().getOrDefault(field.name(), "").strip();
    };
  }

  private Optional<AttributeValue> value(CategoryAttribute attribute, String text) {
    Optional<AttributeValue> listed =
        attribute.values().stream()
            .filter(value -> value.name().equalsIgnoreCase(text) || value.id().equals(text))
            .map(value -> new AttributeValue(Optional.of(value.id()), value.name()))
            .findFirst();
    if (listed.isPresent() || attribute.customisable()) {
      return listed.or(() -> Optional.of(new AttributeValue(Optional.empty(), text)));
    }
    unknown(attribute, text);
    return Optional.empty();
  }

  private void missing(CategoryAttribute attribute) {
    subject
        .problems()
        .content(
            "attribute-missing",
            "The category asks for \"" + attribute.name() + "\", and no rule gives it a value.",
            subject.rule("listings.attributes"),
            "Add { name: \""
                + attribute.name()
                + "\", value: ... } or { ..., from: \"metafield:<ns>.<key>\" }"
                + examples(attribute));
  }

  private void unknown(CategoryAttribute attribute, String text) {
    String cause =
        "\"" + text + "\" is none of the values that the category takes for " + attribute.name();
    String field = subject.rule("listings.attributes[" + attribute.name() + "]");
    String fix = "Use one of its values" + examples(attribute);
    if (attribute.required()) {
      subject.problems().content("attribute-value-unknown", cause + ".", field, fix);
    } else {
      subject.problems().note("attribute-value-unknown", cause + "; it is left out.", field, fix);
    }
  }

  private static String examples(CategoryAttribute attribute) {
    if (attribute.values().isEmpty()) {
      return ".";
    }
    String shown =
        attribute.values().stream()
            .limit(SHOWN_VALUES)
            .map(CategoryAttribute.Value::name)
            .collect(Collectors.joining(", "));
    return ": " + shown + (attribute.values().size() > SHOWN_VALUES ? ", and more." : ".");
  }
}
