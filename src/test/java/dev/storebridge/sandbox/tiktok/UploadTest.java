package dev.storebridge.sandbox.tiktok;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UploadTest {

  private static final String FILES = "/product/202309/files/upload";

  private final Stage stage = new Stage();

  @AfterEach
  void stop() {
    stage.close();
  }

  private ShopClient.Reply image(byte[] bytes, String use) {
    return stage.seller().upload(Stage.UPLOAD, bytes, Map.of("use_case", use));
  }

  @Test
  void anImageIsServedAtItsUrl() {
    byte[] png = Stage.png(640, 480);
    JsonNode data = image(png, "MAIN_IMAGE").data();
    assertThat(data.path("width").asInt()).isEqualTo(640);
    assertThat(data.path("height").asInt()).isEqualTo(480);
    assertThat(data.path("use_case").asText()).isEqualTo("MAIN_IMAGE");
    ShopClient.Reply served = ShopClient.plain(data.path("url").asText());
    assertThat(served.raw().body()).isEqualTo(png);
    assertThat(served.raw().headers().firstValue("content-type")).contains("image/png");
  }

  @Test
  void takesJpegAndBmp() {
    assertThat(image(Stage.encoded("jpg", 300, 300), "MAIN_IMAGE").code()).isZero();
    assertThat(image(Stage.encoded("bmp", 300, 300), "MAIN_IMAGE").code()).isZero();
  }

  @Test
  void readsTheSizeOfWebp() {
    byte[] webp = new byte[40];
    byte[] head = "RIFF....WEBPVP8X".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(head, 0, webp, 0, head.length);
    webp[24] = (byte) 0x8F;
    webp[25] = 0x01;
    webp[27] = (byte) 0x2B;
    webp[28] = 0x01;
    JsonNode data = image(webp, "MAIN_IMAGE").data();
    assertThat(data.path("width").asInt()).isEqualTo(400);
    assertThat(data.path("height").asInt()).isEqualTo(300);
  }

  @Test
  void refusesOtherFormatsAndBrokenImages() {
    assertThat(image(Stage.encoded("gif", 400, 400), "MAIN_IMAGE").code()).isEqualTo(12038004);
    assertThat(image("<svg/>".getBytes(StandardCharsets.UTF_8), "MAIN_IMAGE").code())
        .isEqualTo(12038004);
    byte[] cut = Arrays.copyOf(Stage.encoded("png", 400, 400), 60);
    assertThat(image(cut, "MAIN_IMAGE").code()).isEqualTo(12038004);
  }

  @Test
  void pixelsDependOnTheUse() {
    assertThat(image(Stage.png(299, 400), "MAIN_IMAGE").code()).isEqualTo(12038014);
    assertThat(image(Stage.png(299, 400), "DESCRIPTION_IMAGE").code()).isZero();
    assertThat(image(Stage.png(99, 400), "DESCRIPTION_IMAGE").code()).isEqualTo(12019116);
    assertThat(image(Stage.png(1000, 2000), "SIZE_CHART_IMAGE").code()).isEqualTo(12038014);
  }

  @Test
  void refusesTooManyBytes() {
    assertThat(image(new byte[(10 << 20) + 1], "MAIN_IMAGE").code()).isEqualTo(12038005);
  }

  @Test
  void refusesEmptyAndUnknownFields() {
    assertThat(image(new byte[0], "MAIN_IMAGE").code()).isEqualTo(12038002);
    assertThat(image(Stage.png(400, 400), "COVER").code()).isEqualTo(12038002);
    assertThat(
            stage.seller().upload(Stage.UPLOAD, Stage.png(400, 400), Map.of("colour", "x")).code())
        .isEqualTo(36009004);
  }

  @Test
  void wantsMultipartAndNoCipher() {
    assertThat(stage.seller().post(Stage.UPLOAD, "{\"data\":\"x\"}").code()).isEqualTo(36009023);
    assertThat(
            stage
                .client()
                .upload(Stage.UPLOAD, Stage.png(400, 400), Map.of("use_case", "MAIN_IMAGE"))
                .code())
        .isEqualTo(36009004);
  }

  @Test
  void takesPdfFilesWithPlainNames() {
    byte[] pdf = "%PDF-1.4 test".getBytes(StandardCharsets.US_ASCII);
    JsonNode data = stage.seller().upload(FILES, pdf, Map.of("name", "ce.pdf")).data();
    assertThat(data.path("format").asText()).isEqualTo("PDF");
    assertThat(stage.seller().upload(FILES, pdf, Map.of("name", "c e.pdf")).code())
        .isEqualTo(12038002);
    assertThat(stage.seller().upload(FILES, new byte[9], Map.of("name", "ce.pdf")).code())
        .isEqualTo(12019105);
  }
}
