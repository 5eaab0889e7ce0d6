package dev.storebridge.resilience;

import dev.storebridge.platform.AccountId;
import dev.storebridge.platform.PlatformException;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The way out over the JDK's HTTP client. HTTP/1.1 only: over one HTTP/2 connection the client
 * fails a request instead of waiting when the server's limit of streams is reached.
 */
@ApplicationScoped
public class HttpEgress implements Egress {

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration LONGEST_STREAM = Duration.ofHours(1);

  private final Destinations destinations;
  private final HttpClient client;

  public HttpEgress(
      @ConfigProperty(name = "storebridge.allow-private-hosts", defaultValue = "false")
          boolean allowPrivateHosts) {
    this.destinations = new Destinations(allowPrivateHosts);
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
  }

  @PreDestroy
  void close() {
    client.shutdownNow();
  }

  @Override
  public Answer send(AccountId account, HttpRequest request, int maxBytes) {
    Patience patience = Patience.inAll(request.timeout().orElse(Patience.USUAL));
    Exchange exchange = new Exchange(account, request, maxBytes, patience);
    HttpResponse<BodyStream> response = open(exchange);
    try (BodyStream body = response.body()) {
      return new Answer(response.statusCode(), response.headers(), body.readAllBytes());
    } catch (IOException e) {
      throw exchange.failed(e);
    }
  }

  @Override
  public void stream(AccountId account, HttpRequest request, long maxBytes, AnswerReader reader) {
    Duration silence = request.timeout().orElse(Patience.USUAL);
    Patience patience = Patience.perSilence(silence, LONGEST_STREAM);
    Exchange exchange = new Exchange(account, request, maxBytes, patience);
    HttpResponse<BodyStream> response = open(exchange);
    try (BodyStream body = response.body()) {
      hand(response, reader, exchange);
      body.fault().ifPresent(exchange::rethrow);
    }
  }

  /** A fault of the body decides, whatever the reader made of it. */
  private static void hand(
      HttpResponse<BodyStream> response, AnswerReader reader, Exchange exchange) {
    BodyStream body = response.body();
    try {
      reader.read(response.statusCode(), response.headers(), body);
    } catch (IOException e) {
      throw exchange.failed(body.fault().orElse(e));
    } catch (RuntimeException e) {
      body.fault().ifPresent(exchange::rethrow);
      throw e;
    }
  }

  /** Sends, and follows the redirects that may be followed, up to the answer's headers. */
  private HttpResponse<BodyStream> open(Exchange exchange) {
    HttpRequest next = exchange.request();
    for (int hop = 0; ; hop++) {
      destinations.check(exchange.account(), next.uri());
      HttpResponse<BodyStream> response = sendOnce(exchange, next);
      Optional<URI> target = Redirects.target(next, response);
      if (target.isEmpty() || hop == Redirects.LIMIT) {
        return response;
      }
      response.body().close();
      next = HttpRequest.newBuilder(next, (name, value) -> true).uri(target.get()).build();
    }
  }

  private HttpResponse<BodyStream> sendOnce(Exchange exchange, HttpRequest request) {
    Patience patience = exchange.patience();
    CompletableFuture<HttpResponse<BodyStream>> pending =
        client.sendAsync(request, head -> new BodyStream(exchange.maxBytes(), patience));
    try {
      return pending.get(patience.nanosLeft(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw exchange.failed(e.getCause());
    } catch (TimeoutException e) {
      abandon(pending);
      throw exchange.failed(e);
    } catch (InterruptedException e) {
      abandon(pending);
      Thread.currentThread().interrupt();
      throw exchange.failed(new InterruptedIOException("interrupted while waiting for an answer"));
    }
  }

  private static void abandon(CompletableFuture<HttpResponse<BodyStream>> pending) {
    if (!pending.cancel(true) && !pending.isCompletedExceptionally()) {
      pending.join().body().close();
    }
  }

  /** What is known of one exchange when it fails. */
  private record Exchange(
      AccountId account, HttpRequest request, long maxBytes, Patience patience) {

    PlatformException failed(Throwable fault) {
      return fault instanceof BodyStream.OverCap
          ? TransportFault.tooLarge(account, request, maxBytes)
          : TransportFault.of(account, request, fault);
    }

    void rethrow(IOException fault) {
      throw failed(fault);
    }
  }
}
