package dev.storebridge.commerce;

import java.util.Optional;

/**
 * One value of an attribute.
 *
 * @param id the channel's id when the value is one of its list, empty for a free text
 */
public record AttributeValue(Optional<String> id, String text) {}
