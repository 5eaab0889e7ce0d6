package dev.storebridge.tiktokshop;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.UUID;

/** A form with files, as the bytes that are sent. */
final class Multipart {

  private final String boundary = "storebridge-" + UUID.randomUUID();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  Multipart field(String name, String value) {
    open("Content-Disposition: form-data; name=\"" + name + "\"\r\n");
    bytes.writeBytes(value.getBytes(UTF_8));
    return close();
  }

  Multipart file(String name, String mediaType, byte[] content) {
    String fileName = "picture." + mediaType.substring(mediaType.indexOf('/') + 1);
    open(
        "Content-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: %s\r\n"
            .formatted(name, fileName, mediaType));
    bytes.writeBytes(content);
    return close();
  }

  private void open(String headers) {
    bytes.writeBytes(("--" + boundary + "\r\n" + headers + "\r\n").getBytes(UTF_8));
  }

  private Multipart close() {
    bytes.writeBytes("\r\n".getBytes(UTF_8));
    return this;
  }

  TikTokRequest.Body body() {
    bytes.writeBytes(("--" + boundary + "--\r\n").getBytes(UTF_8));
    return new TikTokRequest.Body(bytes.toByteArray(), "multipart/form-data; boundary=" + boundary);
  }
}
