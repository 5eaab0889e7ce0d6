package dev.storebridge.tiktokshop;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.storebridge.commerce.Attribute;
import dev.storebridge.commerce.AttributeValue;
import dev.storebridge.commerce.Dimensions;
import dev.storebridge.commerce.Image;
import dev.storebridge.commerce.Listing;
import dev.storebridge.commerce.Money;
import dev.storebridge.commerce.Offer;
import dev.storebridge.commerce.OptionValue;
import dev.storebridge.commerce.Parcel;
import dev.storebridge.commerce.Weight;
import dev.storebridge.platform.ImageUse;
import dev.storebridge.platform.UploadedImage;
import dev.storebridge.platform.Uploads;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Listings to be translated. */
final class Given {

  static final ObjectMapper JSON = new ObjectMapper();

  private static final String DESCRIPTION_IMAGE = "https://store/d.png?a=1&b=2";

  private Given() {}

  static Listing mug(Offer... offers) {
    return new Listing(
        "p1",
        "Mug",
        "<p>Hot</p><img src=\"https://store/d.png?a=1&amp;b=2\" alt=\"x\">",
        List.of(new Image(DESCRIPTION_IMAGE, "")),
        "600942",
        Optional.of("b9"),
        List.of(new Image("https://store/main.png", "")),
        List.of(
            new Attribute(
                "100",
                "Material",
                List.of(
                    new AttributeValue(Optional.of("7"), "Ceramic"),
                    new AttributeValue(Optional.empty(), "Stoneware")))),
        new Parcel(
            Optional.of(new Weight(new BigDecimal("350"))),
            Optional.of(new Dimensions(20, 15, 10))),
        List.of(offers));
  }

  static Listing withoutBrand(Listing listing) {
    return new Listing(
        listing.productId(),
        listing.title(),
        listing.description(),
        listing.descriptionImages(),
        listing.categoryId(),
        Optional.empty(),
        listing.images(),
        listing.attributes(),
        listing.parcel(),
        listing.offers());
  }

  static Offer offer(String variant, String colour, String currency) {
    return new Offer(
        variant,
        "SKU-" + variant,
        Optional.of("4006381333931"),
        List.of(new OptionValue("Color", colour), new OptionValue("Size", "M")),
        Money.of("12.5", currency),
        Optional.of(Money.of("15", currency)),
        Map.of("w1", 5, "w2", 0),
        Optional.of(new Image("https://store/" + colour + ".png", "")));
  }

  static Uploads uploads() {
    return new Uploads(
        Map.of(
            new Uploads.Key(ImageUse.MAIN, "https://store/main.png"),
            new UploadedImage("tos/main", "https://tts/main", 800, 800),
            new Uploads.Key(ImageUse.OFFER, "https://store/Red.png"),
            new UploadedImage("tos/Red", "https://tts/Red", 800, 800),
            new Uploads.Key(ImageUse.OFFER, "https://store/Blue.png"),
            new UploadedImage("tos/Blue", "https://tts/Blue", 800, 800),
            new Uploads.Key(ImageUse.DESCRIPTION, DESCRIPTION_IMAGE),
            new UploadedImage("tos/d", "https://tts/d?a=1&b=2", 640, 480)));
  }
}
