package dev.storebridge.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.storebridge.connect.ConnectRefusal;
import dev.storebridge.platform.PlatformException;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns what the rooms throw into problem documents; what nobody foresaw stays a plain 500. */
class ApiErrors {

  @ServerExceptionMapper
  Response refusal(ConnectRefusal refusal) {
    return ApiProblem.of(
            refusal.status(),
            refusal.explanation().code(),
            refusal.explanation().cause(),
            refusal.explanation().fix())
        .response()
        .build();
  }

  @ServerExceptionMapper
  Response platform(PlatformException fault) {
    return ApiProblem.of(
            502, fault.explanation().code(), fault.explanation().cause(), fault.explanation().fix())
        .response()
        .build();
  }

  @ServerExceptionMapper
  Response unreadable(JsonProcessingException fault) {
    return ApiProblem.of(
            400,
            "unreadable",
            "The body is not the JSON that is expected.",
            fault.getOriginalMessage())
        .response()
        .build();
  }
}
