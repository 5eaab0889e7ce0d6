package dev.storebridge.sandbox.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** Takes images and files, and looks at them as closely as the platform does. */
final class UploadEndpoints {

  private static final int IMAGE_BYTES = 10 << 20;
  private static final int PDF_BYTES = 20 << 20;
  private static final int VIDEO_BYTES = 100 << 20;
  private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] MP4 = "ftyp".getBytes(StandardCharsets.US_ASCII);

  private final World world;

  UploadEndpoints(World world) {
    this.world = world;
  }

  JsonNode image(ApiCall call) {
    Multipart form = Multipart.of(call.request());
    form.allowOnly(call.endpoint());
    byte[] content = form.bytes("data");
    Refusal.when(content.length == 0, Code.UPLOAD_FIELD, "data");
    String use = form.text("use_case").isEmpty() ? "MAIN_IMAGE" : form.text("use_case");
    Refusal.when(!Images.USES.contains(use), Code.UPLOAD_FIELD, "use_case");
    Refusal.when(content.length > IMAGE_BYTES, Code.FILE_TOO_LARGE);
    ImageProbe facts = ImageProbe.of(content).orElseThrow(() -> new Refusal(Code.IMAGE_FORMAT));
    checkPixels(facts, use);
    Images.Uploaded image = world.images().add(facts, use, content);
    ObjectNode data = Json.object().put("uri", image.uri());
    data.put("url", world.baseUrl() + Images.PATH + image.uri());
    return data.put("width", facts.width()).put("height", facts.height()).put("use_case", use);
  }

  private static void checkPixels(ImageProbe facts, String use) {
    int shorter = Math.min(facts.width(), facts.height());
    int longer = Math.max(facts.width(), facts.height());
    Refusal.when(shorter < 100 || longer > 20_000, Code.IMAGE_PIXELS);
    boolean main = use.equals("MAIN_IMAGE") && (shorter < 300 || longer > 4_000);
    boolean chart = use.equals("SIZE_CHART_IMAGE") && shorter < 1_024;
    Refusal.when(main || chart, Code.IMAGE_DIMENSIONS, use);
  }

  JsonNode file(ApiCall call) {
    Multipart form = Multipart.of(call.request());
    form.allowOnly(call.endpoint());
    byte[] content = form.bytes("data");
    Refusal.when(content.length == 0, Code.EMPTY_FILE);
    String name = form.text("name");
    boolean named = name.matches("[^\\s.]+\\.[A-Za-z0-9]+");
    Refusal.when(!named, Code.UPLOAD_FIELD, "name");
    String format = name.substring(name.indexOf('.') + 1).toUpperCase(Locale.ROOT);
    checkFile(content, format);
    String id = world.images().addFile("v0" + Ids.token(30), content);
    ObjectNode data = Json.object().put("id", id);
    return data.put("url", world.baseUrl() + Images.PATH + id)
        .put("name", name)
        .put("format", format);
  }

  private static void checkFile(byte[] content, String format) {
    boolean pdf = format.equals("PDF") && startsWith(content, 0, PDF);
    boolean video = format.equals("MP4") && startsWith(content, 4, MP4);
    Refusal.when(!pdf && !video, Code.FILE_FORMAT);
    Refusal.when(content.length > (pdf ? PDF_BYTES : VIDEO_BYTES), Code.FILE_TOO_LARGE);
  }

  private static boolean startsWith(byte[] content, int at, byte[] mark) {
    return content.length >= at + mark.length
        && Arrays.equals(content, at, at + mark.length, mark, 0, mark.length);
  }
}
