package dev.storebridge.resilience;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * An answer's body as a stream that ends with an error at its cap, when the far side falls silent
 * or when the connection breaks. The JDK's own stream waits for ever and has no cap. At most two
 * pieces are held, so the far side is slowed down to the reader's pace.
 */
final class BodyStream extends InputStream implements BodySubscriber<BodyStream> {

  private sealed interface Piece {
    record Bytes(List<ByteBuffer> buffers) implements Piece {}

    record Broken(Throwable fault) implements Piece {}

    record End() implements Piece {}
  }

  /** The body is longer than its cap. */
  static final class OverCap extends IOException {
    private static final long serialVersionUID = 1L;

    OverCap() {
      super("the answer is longer than its cap");
    }
  }

  private final BlockingQueue<Piece> arrived = new LinkedBlockingQueue<>();
  private final Queue<ByteBuffer> unread = new ArrayDeque<>();
  private final long cap;
  private final Patience patience;

  private volatile Flow.Subscription subscription;
  private volatile boolean closed;
  private boolean ended;
  private long received;
  private IOException fault;

  BodyStream(long cap, Patience patience) {
    this.cap = cap;
    this.patience = patience;
  }

  /** What ended the body before its end, even when the reader has swallowed it. */
  Optional<IOException> fault() {
    return Optional.ofNullable(fault);
  }

  @Override
  public CompletionStage<BodyStream> getBody() {
    return CompletableFuture.completedFuture(this);
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscription = given;
    if (closed) {
      given.cancel();
    } else {
      given.request(1);
    }
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    arrived.add(new Piece.Bytes(buffers));
  }

  @Override
  public void onError(Throwable throwable) {
    arrived.add(new Piece.Broken(throwable));
  }

  @Override
  public void onComplete() {
    arrived.add(new Piece.End());
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, into.length);
    if (length == 0) {
      return 0;
    }
    ByteBuffer next = next();
    if (next == null) {
      return -1;
    }
    int taken = Math.min(length, next.remaining());
    next.get(into, offset, taken);
    return taken;
  }

  /** A buffer with something in it, or null at the end. */
  private ByteBuffer next() throws IOException {
    while (true) {
      ByteBuffer first = unread.peek();
      if (first != null && first.hasRemaining()) {
        return first;
      }
      if (first != null) {
        unread.remove();
      } else if (!receive()) {
        return null;
      }
    }
  }

  private boolean receive() throws IOException {
    if (fault != null) {
      throw fault;
    }
    if (ended) {
      return false;
    }
    if (closed) {
      throw new IOException("the answer is closed");
    }
    switch (take()) {
      case Piece.Bytes(List<ByteBuffer> buffers) -> accept(buffers);
      case Piece.Broken(Throwable cause) -> throw broken(new IOException("cut off", cause));
      case Piece.End() -> ended = true;
    }
    return !ended;
  }

  private void accept(List<ByteBuffer> buffers) throws IOException {
    for (ByteBuffer buffer : buffers) {
      received += buffer.remaining();
      unread.add(buffer);
    }
    if (received > cap) {
      unread.clear();
      throw broken(new OverCap());
    }
    subscription.request(1);
  }

  private Piece take() throws IOException {
    try {
      Piece piece = arrived.poll(patience.nanosLeft(), TimeUnit.NANOSECONDS);
      if (piece == null) {
        throw broken(new HttpTimeoutException("the answer stopped coming"));
      }
      return piece;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw broken(new InterruptedIOException("interrupted while reading an answer"));
    }
  }

  private IOException broken(IOException cause) {
    fault = cause;
    close();
    return cause;
  }

  /** Drops what is unread, and the connection with it. */
  @Override
  public void close() {
    closed = true;
    Flow.Subscription given = subscription;
    if (given != null && !ended) {
      given.cancel();
    }
  }
}
