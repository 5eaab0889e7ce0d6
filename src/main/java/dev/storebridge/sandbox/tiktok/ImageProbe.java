package dev.storebridge.sandbox.tiktok;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * Looks into image bytes: JPEG, PNG and BMP are decoded, WEBP and HEIC are read as far as their
 * size. Anything else, GIF included, is not an image here.
 */
record ImageProbe(String format, int width, int height) {

  private static final Set<String> DECODED = Set.of("jpeg", "png", "bmp");
  private static final long DECODE_UP_TO_PIXELS = 50_000_000;

  static Optional<ImageProbe> of(byte[] bytes) {
    if (tagAt(bytes, 0, "RIFF") && tagAt(bytes, 8, "WEBP")) {
      return webp(bytes);
    }
    if (tagAt(bytes, 4, "ftyp")) {
      return heic(bytes);
    }
    return decoded(bytes);
  }

  private static Optional<ImageProbe> decoded(byte[] bytes) {
    try (ImageInputStream stream =
        ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
      if (!readers.hasNext()) {
        return Optional.empty();
      }
      return read(readers.next(), stream);
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<ImageProbe> read(ImageReader reader, ImageInputStream stream)
      throws IOException {
    try {
      reader.setInput(stream, true, true);
      String format = reader.getFormatName().toLowerCase(Locale.ROOT);
      int width = reader.getWidth(0);
      int height = reader.getHeight(0);
      if (!DECODED.contains(format)) {
        return Optional.empty();
      }
      if ((long) width * height <= DECODE_UP_TO_PIXELS) {
        reader.read(0).flush();
      }
      return Optional.of(new ImageProbe(format, width, height));
    } finally {
      reader.dispose();
    }
  }

  private static Optional<ImageProbe> webp(byte[] b) {
    if (b.length < 30) {
      return Optional.empty();
    }
    if (tagAt(b, 12, "VP8X")) {
      return Optional.of(new ImageProbe("webp", 1 + little(b, 24, 3), 1 + little(b, 27, 3)));
    }
    if (tagAt(b, 12, "VP8L")) {
      int bits = little(b, 21, 4);
      return Optional.of(new ImageProbe("webp", 1 + (bits & 0x3FFF), 1 + ((bits >>> 14) & 0x3FFF)));
    }
    if (tagAt(b, 12, "VP8 ")) {
      return Optional.of(
          new ImageProbe("webp", little(b, 26, 2) & 0x3FFF, little(b, 28, 2) & 0x3FFF));
    }
    return Optional.empty();
  }

  /** The largest image spatial extent; AVIF shares the container and is not taken. */
  private static Optional<ImageProbe> heic(byte[] b) {
    if (b.length < 12 || tagAt(b, 8, "avif") || tagAt(b, 8, "mp42") || tagAt(b, 8, "isom")) {
      return Optional.empty();
    }
    ImageProbe largest = new ImageProbe("heic", 0, 0);
    for (int i = 0; i + 16 <= b.length; i++) {
      if (tagAt(b, i, "ispe")) {
        int width = big(b, i + 8);
        int height = big(b, i + 12);
        largest = width > largest.width ? new ImageProbe("heic", width, height) : largest;
      }
    }
    return largest.width > 0 ? Optional.of(largest) : Optional.empty();
  }

  private static boolean tagAt(byte[] bytes, int at, String tag) {
    byte[] wanted = tag.getBytes(StandardCharsets.US_ASCII);
    for (int i = 0; i < wanted.length; i++) {
      if (at + i >= bytes.length || bytes[at + i] != wanted[i]) {
        return false;
      }
    }
    return true;
  }

  private static int little(byte[] bytes, int at, int length) {
    int value = 0;
    for (int i = length - 1; i >= 0; i--) {
      value = (value << 8) | (bytes[at + i] & 0xFF);
    }
    return value;
  }

  private static int big(byte[] b, int at) {
    return ((b[at] & 0xFF) << 24)
        | ((b[at + 1] & 0xFF) << 16)
        | ((b[at + 2] & 0xFF) << 8)
        | (b[at + 3] & 0xFF);
  }
}
