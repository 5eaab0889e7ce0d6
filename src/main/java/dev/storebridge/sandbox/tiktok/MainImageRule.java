package dev.storebridge.sandbox.tiktok;

import com.fasterxml.jackson.databind.JsonNode;

/** One to nine main images, each uploaded for that use. */
final class MainImageRule {

  private static final int MOST = 9;

  private MainImageRule() {}

  static void check(Submission s) {
    JsonNode images = s.at("main_images");
    Refusal.when(images.isEmpty(), Code.MAIN_IMAGE_MISSING);
    Refusal.when(images.size() > MOST, Code.TOO_MANY_MAIN_IMAGES);
    for (JsonNode image : images) {
      Images.Uploaded uploaded =
          s.world.images().uri(image.path("uri").asText(), Code.IMAGE_UNKNOWN);
      Refusal.when(!uploaded.use().equals("MAIN_IMAGE"), Code.MAIN_IMAGE_ILLEGAL, uploaded.use());
    }
  }
}
