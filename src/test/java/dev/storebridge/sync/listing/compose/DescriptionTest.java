package dev.storebridge.sync.listing.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storebridge.commerce.Image;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DescriptionTest {

  private static final Pattern TAG =
      Pattern.compile("</?(p|ul|ol|li|strong|em|u)>|<br>|<img src=\"https?://[^\"<>]*\">");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "plain words|<p>plain words</p>",
        "<p class=\"x\" style=\"color:red\">A</p>|<p>A</p>",
        "<div><div>A</div> <p></p><p>&nbsp;</p>B</div>|<p>A</p><p>B</p>",
        "A<br>B<br/><br/>C<br>|<p>A<br>B</p><p>C</p>",
        "<h2>Care</h2>Wash|<p><strong>Care</strong></p><p>Wash</p>",
        "<b>a</b><i>b</i> <u>c</u>|<p><strong>a</strong><em>b</em> <u>c</u></p>",
        "<b><p>a</p><p>b</p></b>|<p><strong>a</strong></p><p><strong>b</strong></p>",
        "<ul><li>a</li><li><p>b</p><p>c</p></li></ul>|<ul><li>a</li><li>b<br>c</li></ul>",
        "<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>|<ol><li>a</li><li>b</li><li>c</li></ol>",
        "<ul></ul>A|<p>A</p>",
        "<a href=\"https://x.example\">A shop</a>|<p>A shop</p>",
        "1 < 2 & 3 &lt; 4|<p>1 &lt; 2 &amp; 3 &lt; 4</p>",
        "<table><tr><th>Size</th><td>L</td></tr><tr><td>M</td></tr></table>|<p><strong>Size</strong> L</p><p>M</p>",
        "<p>A<p>B|<p>A</p><p>B</p>",
        "<!-- secret -->A|<p>A</p>",
      })
  void writesFewTagsAnew(String source, String expected) {
    assertThat(Description.of(source).html()).isEqualTo(expected);
  }

  @Test
  void takesScriptsAndFramesOutAndSaysSo() {
    Description description =
        Description.of(
            "<p onclick=\"x()\">A</p><script>alert(1)</script><style>p{}</style>"
                + "<iframe src=\"https://x.example\"></iframe>");

    assertThat(description.html()).isEqualTo("<p>A</p>");
    assertThat(description.dropped()).containsExactly("iframe", "script");
  }

  @Test
  void keepsPicturesWithTheirSourceAlone() {
    Description description =
        Description.of(
            "<img src=\"//cdn.example/a.png?v=1&amp;w=2\" width=10 onerror=x() alt=\"A\">"
                + "<img src=\"https://cdn.example/b.png\"><img src=\"//cdn.example/a.png?v=1&w=2\">");

    assertThat(description.html())
        .startsWith("<p><img src=\"https://cdn.example/a.png?v=1&amp;w=2\"><img src=");
    assertThat(description.images())
        .containsExactly(
            new Image("https://cdn.example/a.png?v=1&w=2", "A"),
            new Image("https://cdn.example/b.png", ""));
    assertThat(description.pictures()).isEqualTo(3);
  }

  @Test
  void dropsPicturesThatCannotBeFetched() {
    Description description =
        Description.of("<img src=\"data:image/png;base64,AA\"><img src=\"/a.png\"><img>");

    assertThat(description.isEmpty()).isTrue();
    assertThat(description.images()).isEmpty();
  }

  @Property
  void neverWritesAnotherTagAndAlwaysClosesThem(@ForAll("markup") String source) {
    String html = Description.of(source).html();

    String text = TAG.matcher(html).replaceAll("");
    assertThat(text).doesNotContain("<").doesNotContain(">");
    for (String tag : List.of("p", "ul", "ol", "li", "strong", "em", "u")) {
      assertThat(count(html, "<" + tag + ">")).isEqualTo(count(html, "</" + tag + ">"));
    }
    assertThat(html).doesNotContain("<p></p>").doesNotContain("<li></li>");
    assertThat(Description.of(html).html()).isEqualTo(html);
  }

  private static long count(String html, String tag) {
    return Pattern.compile(Pattern.quote(tag))
        .matcher(html)
        .results()
        .map(MatchResult::group)
        .count();
  }

  @Provide
  Arbitrary<String> markup() {
    return Arbitraries.oneOf(
            Arbitraries.of(
                "<p>",
                "</p>",
                "<div>",
                "</div>",
                "<ul>",
                "</ul>",
                "<ol>",
                "<li>",
                "</li>",
                "<b>",
                "</b>",
                "<em>",
                "</em>",
                "<u>",
                "</u>",
                "<br>",
                "<h1>",
                "</h1>",
                "<table>",
                "<tr>",
                "<td>",
                "<th>",
                "</table>",
                "<script>",
                "</script>",
                "<a href='javascript:x'>",
                "<img src='https://e.example/i.png'>",
                "<img src='javascript:x'>",
                "<",
                ">",
                "&lt;",
                "&",
                "&amp;",
                "\"",
                "<!--",
                "-->",
                "<svg>",
                "<math>",
                "<textarea>",
                "<title>",
                " "),
            Arbitraries.strings().ofMaxLength(4))
        .list()
        .ofMaxSize(25)
        .map(parts -> String.join("", parts));
  }
}
