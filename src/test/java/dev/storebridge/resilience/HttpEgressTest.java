package dev.storebridge.resilience;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.storebridge.platform.AccountId;
import dev.storebridge.platform.Failure;
import dev.storebridge.platform.Platform;
import dev.storebridge.platform.PlatformException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpEgressTest {

  private static final AccountId ACCOUNT = new AccountId(Platform.WOOCOMMERCE, "acme-main");
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";

  private final HttpEgress egress = new HttpEgress(true);
  private final HttpEgress strict = new HttpEgress(false);

  @AfterEach
  void close() {
    egress.close();
    strict.close();
  }

  @Test
  void readsAWholeAnswer() {
    try (RawServer server = new RawServer(RawServer.text(OK))) {
      Egress.Answer answer = egress.send(ACCOUNT, get(server.uri("/")), 5);

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.body()).isEqualTo("hello".getBytes(UTF_8));
      assertThat(answer.headers().firstValue("content-length")).contains("5");
    }
  }

  @Test
  void readsAChunkedAnswerAndAnEmptyOne() {
    String chunked =
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n";
    try (RawServer some = new RawServer(RawServer.text(chunked));
        RawServer none = new RawServer(RawServer.text("HTTP/1.1 204 No Content\r\n\r\n"))) {
      assertThat(egress.send(ACCOUNT, get(some.uri("/")), 99).body()).asString().isEqualTo("abcde");
      assertThat(egress.send(ACCOUNT, get(none.uri("/")), 99).body()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://shop.example/",
        "https://shop.example:8443/",
        "https://127.0.0.1/",
        "https://localhost/",
        "https://10.1.2.3/",
        "https://169.254.169.254/latest",
        "https://[::1]/",
        "https://2130706433/"
      })
  void refusesWhatIsNotAPublicHttpsAddress(String address) {
    PlatformException refusal = failure(strict, get(URI.create(address)));

    assertThat(refusal.failure()).isEqualTo(Failure.MERCHANT_FIX);
    assertThat(refusal.explanation().code()).isEqualTo("address-refused");
  }

  @Test
  void neverContactsARefusedAddress() {
    try (RawServer server = new RawServer(RawServer.text(OK))) {
      failure(strict, get(server.uri("/")));

      assertThat(server.requestLines()).isEmpty();
    }
  }

  @Test
  void stopsAtTheCap() {
    try (RawServer server = new RawServer(RawServer.text(OK))) {
      PlatformException failure =
          catchThrowableOfType(
              PlatformException.class, () -> egress.send(ACCOUNT, get(server.uri("/")), 4));

      assertThat(failure.failure()).isEqualTo(Failure.MERCHANT_FIX);
      assertThat(failure.explanation().code()).isEqualTo("answer-too-large");
      assertThat(failure.outcomeUnknown()).isFalse();
    }
  }

  @Test
  void aCutOffAnswerIsTriedAgainAndLeavesTheOutcomeOfAWriteUnknown() {
    String cut = "HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nhello";
    try (RawServer server = new RawServer(RawServer.text(cut))) {
      PlatformException read = failure(egress, get(server.uri("/")));
      PlatformException written = failure(egress, post(server.uri("/")));

      assertThat(read.failure()).isEqualTo(Failure.RETRY_LATER);
      assertThat(read.outcomeUnknown()).isFalse();
      assertThat(written.failure()).isEqualTo(Failure.RETRY_LATER);
      assertThat(written.outcomeUnknown()).isTrue();
    }
  }

  @Test
  void aResetConnectionLeavesTheOutcomeOfAWriteUnknown() {
    RawServer.Reply reset = (line, connection) -> connection.setSoLinger(true, 0);
    try (RawServer server = new RawServer(reset)) {
      PlatformException failure = failure(egress, post(server.uri("/")));

      assertThat(failure.explanation().code()).isEqualTo("connection-lost");
      assertThat(failure.outcomeUnknown()).isTrue();
    }
  }

  @Test
  void aWriteThatFoundNobodyWasNotSent() throws IOException {
    int port;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }
    PlatformException failure = failure(egress, post(URI.create("http://127.0.0.1:" + port + "/")));

    assertThat(failure.explanation().code()).isEqualTo("unreachable");
    assertThat(failure.outcomeUnknown()).isFalse();
  }

  @Test
  void aWriteToAnUnknownNameWasNotSent() {
    PlatformException failure = failure(strict, post(URI.create("https://nowhere.invalid/")));

    assertThat(failure.failure()).isEqualTo(Failure.RETRY_LATER);
    assertThat(failure.outcomeUnknown()).isFalse();
  }

  @Test
  void aSilentServerTimesOutBeforeTheHeaders() {
    try (RawServer server = new RawServer(RawServer.textAndSilence(""))) {
      PlatformException failure = failure(egress, impatient(server.uri("/")));

      assertThat(failure.explanation().code()).isEqualTo("timed-out");
      assertThat(failure.outcomeUnknown()).isTrue();
    }
  }

  @Test
  void aSilentServerTimesOutWithinTheBody() {
    String half = "HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nhello";
    try (RawServer server = new RawServer(RawServer.textAndSilence(half))) {
      PlatformException failure = failure(egress, impatient(server.uri("/")));

      assertThat(failure.explanation().code()).isEqualTo("timed-out");
    }
  }

  @Test
  void followsARedirectOnTheSameHost() {
    RawServer.Reply reply =
        (line, connection) ->
            RawServer.text(line.contains("/old") ? redirect("/new") : OK).to(line, connection);
    try (RawServer server = new RawServer(reply)) {
      assertThat(egress.send(ACCOUNT, get(server.uri("/old")), 99).status()).isEqualTo(200);
      assertThat(server.requestLines()).containsExactly("GET /old HTTP/1.1", "GET /new HTTP/1.1");
    }
  }

  @Test
  void followsNoRedirectOfAWriteAndNoneToAnotherHost() {
    try (RawServer other = new RawServer(RawServer.text(OK));
        RawServer abroad = new RawServer(RawServer.text(redirect(other.uri("/").toString())));
        RawServer home = new RawServer(RawServer.text(redirect("/new")))) {
      assertThat(egress.send(ACCOUNT, get(abroad.uri("/")), 99).status()).isEqualTo(302);
      assertThat(egress.send(ACCOUNT, post(home.uri("/")), 99).status()).isEqualTo(302);
      assertThat(other.requestLines()).isEmpty();
      assertThat(home.requestLines()).hasSize(1);
    }
  }

  @Test
  void givesUpOnACircleOfRedirects() {
    try (RawServer server = new RawServer(RawServer.text(redirect("/again")))) {
      assertThat(egress.send(ACCOUNT, get(server.uri("/")), 99).status()).isEqualTo(302);
      assertThat(server.requestLines()).hasSize(4);
    }
  }

  @Test
  void streamsAnAnswerLineByLine() {
    String lines = "a\nb\nc\n".repeat(100_000);
    String answer = "HTTP/1.1 200 OK\r\nContent-Length: " + lines.length() + "\r\n\r\n" + lines;
    AtomicInteger read = new AtomicInteger();
    try (RawServer server = new RawServer(RawServer.text(answer))) {
      egress.stream(
          ACCOUNT,
          get(server.uri("/")),
          lines.length(),
          (status, headers, body) ->
              new BufferedReader(new InputStreamReader(body, UTF_8))
                  .lines()
                  .forEach(line -> read.incrementAndGet()));
    }

    assertThat(read).hasValue(300_000);
  }

  @Test
  void aStreamThatIsCutOffFailsEvenWhenTheReaderHidesIt() {
    String cut = "HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nhello";
    List<Egress.AnswerReader> readers =
        List.of(
            (status, headers, body) -> body.readAllBytes(),
            (status, headers, body) ->
                new BufferedReader(new InputStreamReader(body, UTF_8)).lines().forEach(line -> {}),
            (status, headers, body) -> {
              try {
                body.readAllBytes();
              } catch (IOException e) {
                assertThat(e).isNotNull();
              }
            });
    try (RawServer server = new RawServer(RawServer.text(cut))) {
      for (Egress.AnswerReader reader : readers) {
        assertThatThrownBy(() -> egress.stream(ACCOUNT, get(server.uri("/")), 99, reader))
            .isInstanceOfSatisfying(
                PlatformException.class,
                e -> assertThat(e.failure()).isEqualTo(Failure.RETRY_LATER));
      }
    }
  }

  @Test
  void whatAStreamsReaderThrowsComesOutUnchanged() {
    IllegalStateException own = new IllegalStateException("mine");
    try (RawServer server = new RawServer(RawServer.text(OK))) {
      assertThatThrownBy(
              () ->
                  egress.stream(
                      ACCOUNT,
                      get(server.uri("/")),
                      99,
                      (status, headers, body) -> {
                        throw own;
                      }))
          .isSameAs(own);
    }
  }

  @Test
  void saysNothingOfPathAndQuery() {
    try (RawServer server = new RawServer(RawServer.text("HTTP/1.1 200 OK\r\n"))) {
      PlatformException failure = failure(egress, get(server.uri("/p?token=planted")));

      assertThat(failure).hasMessageNotContaining("planted");
      assertThat(failure.getCause()).hasMessageNotContaining("planted");
    }
  }

  private static String redirect(String location) {
    return "HTTP/1.1 302 Found\r\nLocation: " + location + "\r\nContent-Length: 0\r\n\r\n";
  }

  private static HttpRequest get(URI uri) {
    return HttpRequest.newBuilder(uri).build();
  }

  private static HttpRequest post(URI uri) {
    return HttpRequest.newBuilder(uri).POST(BodyPublishers.ofString("{}")).build();
  }

  private static HttpRequest impatient(URI uri) {
    return HttpRequest.newBuilder(uri)
        .POST(BodyPublishers.noBody())
        .timeout(Duration.ofMillis(100))
        .build();
  }

  private static PlatformException failure(HttpEgress egress, HttpRequest request) {
    return catchThrowableOfType(
        PlatformException.class, () -> egress.send(ACCOUNT, request, 1_000));
  }
}
