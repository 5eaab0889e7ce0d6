package dev.storebridge.commerce;

import java.util.List;

/**
 * Who an order goes to. Passes through on its way into a store and is kept nowhere; its text says
 * nothing, so that no log can. A field that the channel masks is empty.
 *
 * @param lines the street, one to four lines
 * @param province region, state or county, by name or ISO code as the channel has it
 * @param country ISO 3166 alpha-2
 */
public record Recipient(
    String firstName,
    String lastName,
    String phone,
    List<String> lines,
    String city,
    String province,
    String postalCode,
    String country) {

  public Recipient {
    lines = List.copyOf(lines);
  }

  /** True when a parcel can be addressed with it: nothing that matters is masked or missing. */
  public boolean complete() {
    boolean named = !firstName.isBlank() || !lastName.isBlank();
    return named && !lines.isEmpty() && !country.isBlank();
  }

  @Override
  public String toString() {
    return "Recipient[" + country + "]";
  }
}
