package dev.storebridge.sandbox.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/** Certificates and the size chart that a category asks for. */
final class ComplianceRule {

  private static final int MOST = 10;

  private ComplianceRule() {}

  static void check(Submission s) {
    Set<String> given = new HashSet<>();
    Refusal.when(s.at("certifications").size() > MOST, Code.INPUT_INVALID, "certifications");
    for (JsonNode certification : s.at("certifications")) {
      certification
          .path("images")
          .forEach(i -> s.world.images().uri(i.path("uri").asText(), Code.CERTIFICATION_IMAGE));
      for (JsonNode file : certification.path("files")) {
        boolean known = s.world.images().hasFile(file.path("id").asText());
        Refusal.when(!known, Code.INPUT_INVALID, "certifications.files");
      }
      boolean empty =
          certification.path("images").isEmpty() && certification.path("files").isEmpty();
      Refusal.when(empty, Code.CERTIFICATION_REQUIRED, "no image and no file");
      given.add(certification.path("id").asText());
    }
    for (JsonNode rule : s.category.certifications()) {
      boolean missing =
          rule.path("required").asBoolean() && !given.contains(rule.path("id").asText());
      Refusal.when(missing, Code.CERTIFICATION_REQUIRED, rule.path("name").asText());
    }
    sizeChart(s);
  }

  private static void sizeChart(Submission s) {
    JsonNode chart = s.at("size_chart");
    boolean given = chart.has("image") || chart.has("template");
    Refusal.when(s.category.sizeChart() && !given, Code.SIZE_CHART_REQUIRED);
    Refusal.when(chart.has("template"), Code.SIZE_CHART_TEMPLATE);
    if (chart.has("image")) {
      s.world.images().uri(chart.path("image").path("uri").asText(), Code.SIZE_CHART_IMAGE);
    }
  }
}
