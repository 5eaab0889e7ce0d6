package dev.storebridge.sandbox.shopify;

import dev.storebridge.sandbox.http.ControlFace;
import dev.storebridge.sandbox.http.Incoming;
import dev.storebridge.sandbox.http.Reply;
import java.time.Duration;

/** Leads each request to its endpoint. The control face and pictures answer without latency. */
final class Gate {

  private final AdminEndpoint admin;
  private final FileEndpoint files;
  private final OauthEndpoint oauth;
  private final ControlEndpoint control;
  private volatile Duration latency = Duration.ZERO;

  Gate(AdminEndpoint admin, FileEndpoint files, OauthEndpoint oauth, ControlEndpoint control) {
    this.admin = admin;
    this.files = files;
    this.oauth = oauth;
    this.control = control;
  }

  void latency(Duration wait) {
    latency = wait;
  }

  Reply handle(Incoming request) {
    String path = request.path();
    if (path.startsWith(ControlFace.PREFIX)) {
      return control.handle(request);
    }
    if (path.startsWith(FileEndpoint.PICTURES)) {
      return files.picture(request);
    }
    if (path.startsWith(FileEndpoint.BULK)) {
      return files.bulkFile(request).after(latency);
    }
    if (path.equals(OauthEndpoint.AUTHORISE)) {
      return oauth.authorise(request);
    }
    if (path.equals(OauthEndpoint.TOKEN)) {
      return oauth.token(request).after(latency);
    }
    return admin.handle(request).after(latency);
  }
}
