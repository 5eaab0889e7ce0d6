package dev.storebridge.sync.listing.compose;

import dev.storebridge.platform.Market;

/** Title and description. */
final class TextComposer {

  private static final int PICTURES_MAX = 30;

  private final Subject subject;
  private final Problems problems;
  private final Market market;

  TextComposer(Subject subject) {
    this.subject = subject;
    problems = subject.problems();
    market = subject.shop().market();
  }

  /** A title that is too long is for the merchant to shorten: a cut one may say the wrong thing. */
  String title() {
    String title = TitleText.cleaned(subject.product().title());
    int length = title.codePointCount(0, title.length());
    if (length == 0) {
      problems.content(
          "no-title", "The product has no title.", "title", "Give it a title in the store.");
    } else if (length < market.titleMin()) {
      problems.content(
          "title-too-short",
          "The title has " + length + " characters; the market asks for " + market.titleMin() + ".",
          "title",
          "Write a longer title in the store.");
    } else if (length > market.titleMax()) {
      problems.content(
          "title-too-long",
          "The title has " + length + " characters; the market takes " + market.titleMax() + ".",
          "title",
          "Shorten the title in the store.");
    } else if (!title.equals(subject.product().title().strip())) {
      problems.note(
          "title-cleaned",
          "Emoji, HTML entities or surplus blanks were left out of the title.",
          "title",
          "Nothing to do; write the title without them to see the same on both sides.");
    }
    return title;
  }

  Description description() {
    Description description = Description.of(subject.product().descriptionHtml());
    int length = description.html().codePointCount(0, description.html().length());
    if (description.isEmpty()) {
      problems.content(
          "no-description",
          "The description is empty once cleaned.",
          "description",
          "Describe the product in the store.");
    }
    if (length > market.descriptionMax()) {
      problems.content(
          "description-too-long",
          "The cleaned description has "
              + length
              + " characters, tags included; the market takes "
              + market.descriptionMax()
              + ".",
          "description",
          "Shorten the description in the store.");
    }
    pictures(description);
    return description;
  }

  private void pictures(Description description) {
    if (description.pictures() > PICTURES_MAX) {
      problems.content(
          "too-many-description-images",
          "The description shows "
              + description.pictures()
              + " pictures; the channel takes "
              + PICTURES_MAX
              + ".",
          "description",
          "Take some out of the description.");
    }
    if (!description.dropped().isEmpty()) {
      problems.note(
          "description-cleaned",
          "Left out of the description: " + String.join(", ", description.dropped()) + ".",
          "description",
          "Take these elements out of the description if buyers miss them.");
    }
  }
}
