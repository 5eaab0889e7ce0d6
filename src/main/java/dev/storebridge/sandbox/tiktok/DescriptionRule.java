package dev.storebridge.sandbox.tiktok;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** HTML of up to 10,000 characters and 30 images, every image from the upload and sized. */
final class DescriptionRule {

  private static final int LONGEST = 10_000;
  private static final int MOST_IMAGES = 30;
  private static final int LARGEST_SIDE = 4_000;
  private static final Pattern TAG = Pattern.compile("<\\s*/?\\s*([A-Za-z][A-Za-z0-9]*)([^>]*)>");
  private static final Set<String> UNSUPPORTED =
      Set.of(
          "script", "style", "iframe", "object", "embed", "form", "input", "button", "link", "meta",
          "video", "audio", "svg");

  private DescriptionRule() {}

  static void check(Submission s) {
    String text = s.text("description");
    Refusal.when(text.isBlank(), Code.DESCRIPTION_MISSING);
    Refusal.when(text.length() > LONGEST, Code.DESCRIPTION_TOO_LONG);
    Refusal.when(TitleRule.han(text, s.market()), Code.DESCRIPTION_HAN);
    int images = 0;
    Matcher tags = TAG.matcher(text);
    while (tags.find()) {
      String tag = tags.group(1).toLowerCase(Locale.ROOT);
      Refusal.when(UNSUPPORTED.contains(tag), Code.DESCRIPTION_TAG, tag);
      if (tag.equals("img")) {
        images++;
        image(s.world, tags.group(2));
      }
    }
    Refusal.when(images > MOST_IMAGES, Code.TOO_MANY_DESCRIPTION_IMAGES);
  }

  private static void image(World world, String attributes) {
    String src = attribute(attributes, "src");
    String width = attribute(attributes, "width");
    String height = attribute(attributes, "height");
    Refusal.when(src.isEmpty(), Code.DESCRIPTION_TAG_INCOMPLETE, "src");
    String base = world.baseUrl() + Images.PATH;
    boolean ours = src.startsWith(base);
    Refusal.when(!ours, Code.DESCRIPTION_IMAGE_ILLEGAL, src);
    world.images().uri(src.substring(base.length()), Code.DESCRIPTION_IMAGE_ILLEGAL);
    boolean sized = width.matches("\\d{1,6}") && height.matches("\\d{1,6}");
    Refusal.when(!sized, Code.DESCRIPTION_TAG_INCOMPLETE, "width and height");
    int longer = Math.max(Integer.parseInt(width), Integer.parseInt(height));
    Refusal.when(longer >= LARGEST_SIDE, Code.DESCRIPTION_IMAGE_SIZE);
  }

  private static String attribute(String attributes, String name) {
    Matcher found =
        Pattern.compile("(?i)\\b" + name + "\\s*=\\s*[\"']?([^\"'\\s>]+)").matcher(attributes);
    return found.find() ? found.group(1) : "";
  }
}
