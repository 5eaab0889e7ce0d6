package dev.storebridge.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureHeaderTest {

  @ParameterizedTest
  @CsvSource({"jpg, image/jpeg", "png, image/png", "bmp, image/bmp"})
  void readsTypeAndSizeOfWhatAnEncoderWrote(String format, String mediaType) throws IOException {
    assertThat(PictureHeader.of(picture(format, 301, 47)))
        .contains(new PictureHeader(mediaType, 301, 47));
  }

  @Test
  void readsTheThreeKindsOfWebp() {
    assertThat(webp("56503820 00000000 000000 9d012a 2d01 2f40 0000"))
        .isEqualTo(new PictureHeader("image/webp", 301, 47));
    assertThat(webp("5650384c 00000000 2f 2c810b00 0000"))
        .isEqualTo(new PictureHeader("image/webp", 301, 47));
    assertThat(webp("56503858 0a000000 10000000 2c0100 2e0000"))
        .isEqualTo(new PictureHeader("image/webp", 301, 47));
  }

  @Test
  void readsABitmapWhoseRowsRunFromTheTop() throws IOException {
    byte[] bitmap = picture("bmp", 8, 5);
    byte[] minusFive = {(byte) 0xFB, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF};
    System.arraycopy(minusFive, 0, bitmap, 22, 4);
    assertThat(PictureHeader.of(bitmap)).contains(new PictureHeader("image/bmp", 8, 5));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "B", "GIF89a\1\0\1\0", "<html>not a picture at all</html>", "RIFF...."})
  void knowsWhatIsNoPicture(String text) {
    assertThat(PictureHeader.of(text.getBytes(StandardCharsets.ISO_8859_1))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"jpg", "png", "bmp"})
  void knowsAPictureThatWasCutOffInItsHeader(String format) throws IOException {
    byte[] head = Arrays.copyOf(picture(format, 30, 30), 18);
    assertThat(PictureHeader.of(head)).isEmpty();
  }

  private static PictureHeader webp(String chunk) {
    byte[] riff = HexFormat.of().parseHex("524946460000000057454250");
    byte[] rest = HexFormat.of().parseHex(chunk.replace(" ", ""));
    byte[] file = Arrays.copyOf(riff, riff.length + rest.length);
    System.arraycopy(rest, 0, file, riff.length, rest.length);
    return PictureHeader.of(file).orElseThrow();
  }

  private static byte[] picture(String format, int width, int height) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out);
    return out.toByteArray();
  }
}
