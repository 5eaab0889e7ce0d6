package dev.storebridge.resilience;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What the first bytes of a picture say: its type and its size in pixels, read without decoding it.
 * Knows the formats that TikTok Shop takes: JPEG, PNG, WEBP and BMP.
 */
public record PictureHeader(String mediaType, int width, int height) {

  private static final long PNG = 0x89504E470D0A1A0AL;

  /** Empty when the bytes are no such picture. */
  public static Optional<PictureHeader> of(byte[] bytes) {
    try {
      return read(ByteBuffer.wrap(bytes)).filter(header -> header.width > 0 && header.height > 0);
    } catch (IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  private static Optional<PictureHeader> read(ByteBuffer bytes) {
    if (bytes.getLong(0) == PNG && tag(bytes, 12).equals("IHDR")) {
      return picture("image/png", bytes.getInt(16), bytes.getInt(20));
    }
    if (unsigned16(bytes, 0) == 0xFFD8) {
      return jpeg(bytes);
    }
    bytes.order(ByteOrder.LITTLE_ENDIAN);
    if (tag(bytes, 0).equals("RIFF") && tag(bytes, 8).equals("WEBP")) {
      return webp(bytes);
    }
    if (tag(bytes, 0).startsWith("BM")) {
      return bmp(bytes);
    }
    return Optional.empty();
  }

  /** Walks the segments up to the first frame header. */
  private static Optional<PictureHeader> jpeg(ByteBuffer bytes) {
    int at = 2;
    while ((bytes.get(at) & 0xFF) == 0xFF) {
      int marker = bytes.get(at + 1) & 0xFF;
      if (marker == 0xFF) {
        at++;
      } else if (isFrame(marker)) {
        return picture("image/jpeg", unsigned16(bytes, at + 7), unsigned16(bytes, at + 5));
      } else {
        at += 2 + (isBare(marker) ? 0 : unsigned16(bytes, at + 2));
      }
    }
    return Optional.empty();
  }

  private static boolean isFrame(int marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
  }

  private static boolean isBare(int marker) {
    return marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8);
  }

  private static Optional<PictureHeader> webp(ByteBuffer bytes) {
    return switch (tag(bytes, 12)) {
      case "VP8 " ->
          picture("image/webp", unsigned16(bytes, 26) & 0x3FFF, unsigned16(bytes, 28) & 0x3FFF);
      case "VP8L" -> {
        int bits = bytes.getInt(21);
        yield picture("image/webp", (bits & 0x3FFF) + 1, ((bits >>> 14) & 0x3FFF) + 1);
      }
      case "VP8X" -> picture("image/webp", unsigned24(bytes, 24) + 1, unsigned24(bytes, 27) + 1);
      default -> Optional.empty();
    };
  }

  /** The height is negative when the rows run from the top. */
  private static Optional<PictureHeader> bmp(ByteBuffer bytes) {
    return bytes.getInt(14) == 12
        ? picture("image/bmp", unsigned16(bytes, 18), unsigned16(bytes, 20))
        : picture("image/bmp", bytes.getInt(18), Math.abs(bytes.getInt(22)));
  }

  private static Optional<PictureHeader> picture(String mediaType, int width, int height) {
    return Optional.of(new PictureHeader(mediaType, width, height));
  }

  private static String tag(ByteBuffer bytes, int at) {
    byte[] tag = new byte[4];
    bytes.get(at, tag);
    return new String(tag, StandardCharsets.ISO_8859_1);
  }

  private static int unsigned16(ByteBuffer bytes, int at) {
    return bytes.getShort(at) & 0xFFFF;
  }

  private static int unsigned24(ByteBuffer bytes, int at) {
    return unsigned16(bytes, at) | (bytes.get(at + 2) & 0xFF) << 16;
  }
}
