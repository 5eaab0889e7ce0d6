package dev.storebridge.sandbox.tiktok;

import java.util.LinkedHashMap;
import java.util.Map;

/** The carriers that can be chosen, by their ids. */
final class Carriers {

  /** The one delivery option of the simulated shops. */
  static final String OPTION = "7000000000000000011";

  /** Who brings what has a label of TikTok's. */
  static final String LABELS = "7100000000000000005";

  static final Map<String, String> ALL = new LinkedHashMap<>();

  static {
    ALL.put("7100000000000000003", "Royal Mail");
    ALL.put("7100000000000000004", "Evri");
    ALL.put("7100000000000000005", "DPD UK");
  }

  private Carriers() {}
}
