package dev.storebridge.sandbox.catalogue;

/**
 * A picture that is drawn on demand, always the same for the same description.
 *
 * @param file name with the ending jpg or png; unique within a catalogue
 * @param tint colour of the object as 0xRRGGBB
 * @param width pixels of the original
 * @param height pixels of the original
 */
public record Picture(String file, String alt, Motif motif, int tint, int width, int height) {

  /** The image format's name as Java's image writers know it. */
  public String format() {
    return file.endsWith(".png") ? "png" : "jpg";
  }
}
