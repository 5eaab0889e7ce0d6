package dev.storebridge.sandbox.http;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** The HTTP server: reads requests whole, lets virtual threads answer, and delivers as told. */
public final class HttpFace implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 20;

  private final Vertx vertx;
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final Function<Incoming, Reply> handler;
  private HttpServer server;

  /**
   * @param handler called on a thread of its own for each request
   */
  public HttpFace(Function<Incoming, Reply> handler) {
    this.handler = handler;
    FileSystemOptions files =
        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false);
    this.vertx =
        Vertx.vertx(
            new VertxOptions()
                .setEventLoopPoolSize(2)
                .setWorkerPoolSize(2)
                .setFileSystemOptions(files));
  }

  /** Listens on the loopback interface and returns the port. */
  public int listen(int port) {
    HttpServerOptions options =
        new HttpServerOptions().setHost("127.0.0.1").setPort(port).setTcpNoDelay(true);
    server = vertx.createHttpServer(options).requestHandler(this::receive);
    await(server.listen());
    return server.actualPort();
  }

  private void receive(HttpServerRequest request) {
    request.body().onSuccess(body -> workers.execute(() -> answer(request, body)));
  }

  private void answer(HttpServerRequest request, Buffer body) {
    Incoming incoming =
        new Incoming(
            request.method().name(),
            request.path(),
            request.query(),
            request::getHeader,
            body.getBytes());
    Reply reply;
    try {
      reply = handler.apply(incoming);
    } catch (RuntimeException e) {
      reply = Reply.html(500, "<html><body>The sandbox stumbled: " + e + "</body></html>");
    }
    Reply answer = reply;
    if (answer.delay().isZero()) {
      vertx.runOnContext(now -> deliver(request, answer));
    } else {
      vertx.setTimer(Math.max(1, answer.delay().toMillis()), now -> deliver(request, answer));
    }
  }

  private static void deliver(HttpServerRequest request, Reply reply) {
    if (reply.delivery() == Reply.Delivery.CLOSED) {
      request.connection().close();
      return;
    }
    HttpServerResponse response = request.response().setStatusCode(reply.status());
    reply.headers().forEach(response::putHeader);
    if (reply.file() != null) {
      response.sendFile(reply.file().toString());
    } else if (reply.delivery() == Reply.Delivery.CUT) {
      cut(request, reply);
    } else {
      response.end(Buffer.buffer(reply.body()));
    }
  }

  /** Promises the whole body, sends half of it and hangs up. */
  private static void cut(HttpServerRequest request, Reply reply) {
    Buffer half = Buffer.buffer(reply.body()).slice(0, reply.body().length / 2);
    request
        .response()
        .putHeader("Content-Length", Integer.toString(reply.body().length))
        .write(half)
        .onComplete(sent -> request.connection().close());
  }

  @Override
  public void close() {
    workers.shutdownNow();
    await(vertx.close());
  }

  private static <T> void await(io.vertx.core.Future<T> future) {
    try {
      future.toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while the sandbox started or stopped", e);
    } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
      throw new IllegalStateException("The sandbox's server did not start or stop", e);
    }
  }
}
