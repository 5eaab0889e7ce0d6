package dev.storebridge.sandbox.tiktok;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SignatureTest {

  static Stream<JsonNode> vectors() throws IOException {
    try (InputStream stream = SignatureTest.class.getResourceAsStream("sign-vectors.json")) {
      return Json.stream(Json.parse(stream.readAllBytes()));
    }
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void agreesWithThePublishedAndTheCrossCheckedVectors(JsonNode vector) {
    Map<String, String> query = new TreeMap<>();
    vector.path("query").properties().forEach(e -> query.put(e.getKey(), e.getValue().asText()));
    byte[] body = vector.path("body").asText().getBytes(StandardCharsets.UTF_8);
    String sign =
        Signature.of(vector.path("secret").asText(), vector.path("path").asText(), query, body);
    assertThat(sign).as(vector.path("id").asText()).isEqualTo(vector.path("sign").asText());
  }
}
