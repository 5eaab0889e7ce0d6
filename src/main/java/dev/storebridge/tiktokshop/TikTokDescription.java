package dev.storebridge.tiktokshop;

import dev.storebridge.platform.ImageUse;
import dev.storebridge.platform.UploadedImage;
import dev.storebridge.platform.Uploads;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts TikTok's copies of the pictures into a description: source, width and height are required,
 * every other attribute and every foreign address is refused.
 */
final class TikTokDescription {

  private static final Pattern PICTURE = Pattern.compile("<img\\b[^>]*>", Pattern.CASE_INSENSITIVE);
  private static final Pattern SOURCE =
      Pattern.compile("\\ssrc\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')", Pattern.CASE_INSENSITIVE);

  private TikTokDescription() {}

  /** The description with uploaded pictures; one that was not uploaded is left out. */
  static String of(String html, Uploads uploads) {
    return PICTURE
        .matcher(html)
        .replaceAll(
            tag ->
                Matcher.quoteReplacement(
                    uploaded(tag.group(), uploads).map(TikTokDescription::tag).orElse("")));
  }

  private static Optional<UploadedImage> uploaded(String tag, Uploads uploads) {
    Matcher source = SOURCE.matcher(tag);
    if (!source.find()) {
      return Optional.empty();
    }
    String url = source.group(1) == null ? source.group(2) : source.group(1);
    return uploads
        .of(ImageUse.DESCRIPTION, url)
        .or(() -> uploads.of(ImageUse.DESCRIPTION, url.replace("&amp;", "&")));
  }

  private static String tag(UploadedImage image) {
    String url = image.url().replace("&", "&amp;").replace("\"", "&quot;");
    return "<img src=\"%s\" width=\"%d\" height=\"%d\">"
        .formatted(url, image.width(), image.height());
  }
}
