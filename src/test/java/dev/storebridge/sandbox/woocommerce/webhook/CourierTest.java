package dev.storebridge.sandbox.woocommerce.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signatures of bodies whose signatures real shops sent. */
class CourierTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
      whsec-loopback-123|{"id":74}|9vY9dvBnd7BdLdMFt5VnIyzsKvg/Rpy+Laqkxy13VTQ=
      s3cr3t-longer-0123456789|{"id":1,"name":"caf\\u00e9 \\/ na\\u00efve"}|qIlQXwSKi5jl42VYRag5FV7Q1w7/fAh6iTl2V079PvI=
      """)
  void signsRawBytes(String secret, String body, String signature) {
    assertThat(Courier.signature(body.getBytes(StandardCharsets.UTF_8), secret))
        .isEqualTo(signature);
  }
}
