package dev.storebridge.sandbox.tiktok;

import io.netty.channel.ChannelOption;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** The HTTP server: turns wire requests into {@link Request}s and writes what comes back. */
final class HttpFront implements AutoCloseable {

  /** How a request ends on the wire. */
  interface Exchange {
    void answer(Answer answer);

    /** Cuts the connection with a reset instead of an answer. */
    void reset();

    /** Runs later on the server's thread. */
    void after(long millis, Runnable task);
  }

  /** Takes a request that has arrived completely. */
  interface Receiver {
    void receive(Request request, Exchange exchange);
  }

  private static final long START_SECONDS = 20;

  private final Vertx vertx;
  private final HttpServer server;
  private final Receiver receiver;

  HttpFront(String host, int port, Receiver receiver) {
    this.receiver = receiver;
    this.vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(4));
    this.server =
        vertx
            .createHttpServer(
                new HttpServerOptions().setHost(host).setPort(port).setReuseAddress(true))
            .requestHandler(this::arrived);
    try {
      server
          .listen()
          .toCompletionStage()
          .toCompletableFuture()
          .get(START_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      vertx.close();
      throw new IllegalStateException("The sandbox cannot listen on " + host + ":" + port, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while the sandbox started", e);
    }
  }

  int port() {
    return server.actualPort();
  }

  private void arrived(HttpServerRequest wire) {
    long nanos = System.nanoTime();
    Instant now = Instant.now();
    long epoch = TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
    wire.body()
        .onSuccess(
            body -> {
              Request request =
                  new Request(
                      wire.method().name(),
                      wire.path(),
                      Request.decode(wire.query()),
                      wire.headers().getAll("content-type"),
                      text(wire.getHeader("x-tts-access-token")),
                      body.getBytes(),
                      nanos,
                      epoch);
              hand(request, new WireExchange(vertx, wire));
            });
  }

  /** Images are decoded on a worker thread; everything else is quick enough for the event loop. */
  private void hand(Request request, Exchange exchange) {
    if (request.multipart()) {
      vertx.executeBlocking(
          () -> {
            receiver.receive(request, exchange);
            return null;
          },
          false);
    } else {
      receiver.receive(request, exchange);
    }
  }

  private static String text(String header) {
    return header == null ? "" : header;
  }

  @Override
  public void close() {
    try {
      vertx.close().toCompletionStage().toCompletableFuture().get(START_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("The sandbox did not stop", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private record WireExchange(Vertx vertx, HttpServerRequest wire) implements Exchange {

    @Override
    public void answer(Answer answer) {
      onLoop(
          response -> {
            if (wire.response().closed()) {
              return;
            }
            wire.response().setStatusCode(answer.status());
            wire.response().putHeader("content-type", answer.contentType());
            answer.headers().forEach((name, value) -> wire.response().putHeader(name, value));
            wire.response().end(Buffer.buffer(answer.body()));
          });
    }

    @Override
    public void reset() {
      onLoop(
          ignored -> {
            if (wire.connection() instanceof ConnectionBase connection) {
              connection.channel().config().setOption(ChannelOption.SO_LINGER, 0);
            }
            wire.connection().close();
          });
    }

    @Override
    public void after(long millis, Runnable task) {
      vertx.setTimer(millis, id -> task.run());
    }

    private void onLoop(Consumer<Void> task) {
      vertx.getOrCreateContext().runOnContext(task::accept);
    }
  }
}
