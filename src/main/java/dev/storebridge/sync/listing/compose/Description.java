package dev.storebridge.sync.listing.compose;

import dev.storebridge.commerce.Image;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.owasp.html.HtmlChangeListener;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.HtmlSanitizer;
import org.owasp.html.PolicyFactory;

/**
 * A description that channels take. The sanitiser decides what is safe; {@link DescriptionWriter}
 * writes it anew with {@code p br ul ol li strong em u img} alone. TikTok does not publish its list
 * of tags and refuses unknown tags, attributes, nesting and depth: so the set is small, the
 * structure flat, and {@code src} is the only attribute.
 *
 * @param images the pictures that stand in {@code html}, once each
 * @param pictures how many times a picture is shown
 * @param dropped names of active or foreign elements that were taken out, for example {@code
 *     script}
 */
@RegisterForReflection(classNames = {"org.owasp.shim.ForJava9AndLater", "org.owasp.shim.ForJava8"})
record Description(String html, List<Image> images, int pictures, Set<String> dropped) {

  private static final Set<String> WORTH_TELLING =
      Set.of("script", "iframe", "object", "embed", "form", "video", "audio", "svg", "noscript");

  private static final PolicyFactory SAFE =
      new HtmlPolicyBuilder()
          .allowElements(DescriptionWriter.understood())
          .allowUrlProtocols("https", "http")
          .allowAttributes("src", "alt")
          .onElements("img")
          .toFactory();

  /** Reads what a merchant wrote, however broken. */
  static Description of(String source) {
    Set<String> dropped = new TreeSet<>();
    DescriptionWriter writer = new DescriptionWriter();
    HtmlSanitizer.sanitize(source, SAFE.apply(writer, new Listener(), dropped));
    return new Description(writer.html(), writer.images(), writer.pictures(), dropped);
  }

  boolean isEmpty() {
    return html.isEmpty();
  }

  /** Remembers which elements were taken out. */
  private static final class Listener implements HtmlChangeListener<Set<String>> {

    @Override
    public void discardedTag(Set<String> dropped, String element) {
      if (WORTH_TELLING.contains(element)) {
        dropped.add(element);
      }
    }

    @Override
    public void discardedAttributes(Set<String> dropped, String tag, String... names) {
      // Styles and classes are no loss worth telling.
    }
  }
}
