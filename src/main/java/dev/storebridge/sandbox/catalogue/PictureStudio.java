package dev.storebridge.sandbox.catalogue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.imageio.ImageIO;

/** Draws pictures and keeps the files, so that a picture asked for twice is the same bytes. */
public final class PictureStudio {

  private static final int KEPT = 2_000;

  private record Print(Picture picture, int width, int height, String format) {}

  private final ConcurrentMap<Print, byte[]> prints = new ConcurrentHashMap<>();

  /**
   * The picture as a file, scaled into the given bounds without growing.
   *
   * @param format jpg or png
   */
  public byte[] print(Picture picture, int maxWidth, int maxHeight, String format) {
    double scale =
        Math.min(
            1d,
            Math.min(maxWidth / (double) picture.width(), maxHeight / (double) picture.height()));
    int width = Math.max(1, (int) Math.round(picture.width() * scale));
    int height = Math.max(1, (int) Math.round(picture.height() * scale));
    if (prints.size() > KEPT) {
      prints.clear();
    }
    return prints.computeIfAbsent(new Print(picture, width, height, format), this::draw);
  }

  private byte[] draw(Print print) {
    BufferedImage image =
        new BufferedImage(print.width(), print.height(), BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    backdrop(g, print);
    double unit = Math.min(print.width(), print.height()) / 100d;
    g.translate((print.width() - 100 * unit) / 2, (print.height() - 100 * unit) / 2);
    g.scale(unit, unit);
    print.picture().motif().paint(g, new Color(print.picture().tint()));
    g.dispose();
    return encode(image, print.format());
  }

  private static void backdrop(Graphics2D g, Print print) {
    int shade = Math.floorMod(print.picture().file().hashCode(), 18);
    g.setColor(new Color(246 - shade, 242 - shade, 234 - shade));
    g.fillRect(0, 0, print.width(), print.height());
    g.setColor(new Color(228 - shade, 221 - shade, 208 - shade));
    g.fillRect(0, print.height() * 3 / 4, print.width(), print.height());
  }

  private static byte[] encode(BufferedImage image, String format) {
    try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      if (!ImageIO.write(image, format, bytes)) {
        throw new IllegalArgumentException("No writer for image format " + format);
      }
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
