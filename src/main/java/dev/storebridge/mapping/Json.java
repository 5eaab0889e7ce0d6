package dev.storebridge.mapping;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.storebridge.commerce.Attribute;
import dev.storebridge.commerce.AttributeValue;
import dev.storebridge.commerce.CurrencyCode;
import dev.storebridge.commerce.Dimensions;
import dev.storebridge.commerce.Image;
import dev.storebridge.commerce.Listing;
import dev.storebridge.commerce.Money;
import dev.storebridge.commerce.Obstacle;
import dev.storebridge.commerce.Offer;
import dev.storebridge.commerce.OptionValue;
import dev.storebridge.commerce.Parcel;
import dev.storebridge.commerce.Product;
import dev.storebridge.commerce.ProductOption;
import dev.storebridge.commerce.Stock;
import dev.storebridge.commerce.StockLevel;
import dev.storebridge.commerce.Variant;
import dev.storebridge.commerce.Weight;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** How records of the language are kept in a column. Unknown members of older rows are ignored. */
@RegisterForReflection(
    targets = {
      AppliedListing.class,
      AppliedListing.AppliedOffer.class,
      AppliedListing.Pushed.class,
      Attribute.class,
      AttributeValue.class,
      CurrencyCode.class,
      Dimensions.class,
      Image.class,
      Listing.class,
      Money.class,
      Obstacle.class,
      Offer.class,
      OptionValue.class,
      Parcel.class,
      Product.class,
      ProductOption.class,
      Stock.class,
      Stock.Counted.class,
      Stock.Untracked.class,
      StockLevel.class,
      Trace.Call.class,
      Trace.Remark.class,
      Trace.Seen.class,
      Trace.Work.class,
      Variant.class,
      Weight.class
    })
final class Json {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .addMixIn(Stock.class, StockKinds.class)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private Json() {}

  /** Tells the kinds of stock apart by a member of their own. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Stock.Untracked.class, name = "untracked"),
    @JsonSubTypes.Type(value = Stock.Counted.class, name = "counted")
  })
  private interface StockKinds {}

  static String text(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot be written as JSON: " + value.getClass(), e);
    }
  }

  static <T> T read(String text, Class<T> type) {
    try {
      return MAPPER.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a row holds no valid " + type.getSimpleName(), e);
    }
  }
}
