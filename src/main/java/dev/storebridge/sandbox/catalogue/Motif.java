package dev.storebridge.sandbox.catalogue;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Polygon;

/** What a picture shows, drawn with plain shapes on a square of 100 by 100 units. */
public enum Motif {
  MUG {
    @Override
    void paint(Graphics2D g, Color tint) {
      g.setColor(tint.darker());
      g.setStroke(new BasicStroke(6));
      g.drawOval(58, 42, 24, 26);
      block(g, tint, new int[] {26, 30, 44, 46, 6});
      lid(g, tint.brighter(), new int[] {26, 26, 44, 10});
    }
  },
  GLASS {
    @Override
    void paint(Graphics2D g, Color tint) {
      trapeze(g, tint, new int[] {30, 70, 36, 64, 26, 80});
      trapeze(g, new Color(0x6b4630), new int[] {34, 66, 37, 63, 46, 76});
      lid(g, tint.brighter(), new int[] {30, 22, 40, 9});
    }
  },
  CANDLE {
    @Override
    void paint(Graphics2D g, Color tint) {
      block(g, tint, new int[] {32, 42, 36, 40, 4});
      lid(g, tint.brighter(), new int[] {32, 38, 36, 9});
      flame(g, 50, 38);
    }
  },
  TAPER {
    @Override
    void paint(Graphics2D g, Color tint) {
      for (int x = 28; x <= 68; x += 20) {
        block(g, tint, new int[] {x, 34, 7, 50, 3});
        flame(g, x + 3, 33);
      }
    }
  },
  THROW {
    @Override
    void paint(Graphics2D g, Color tint) {
      block(g, tint, new int[] {20, 26, 60, 52, 4});
      stripes(g, tint.darker(), new int[] {20, 34, 60, 40});
      g.setColor(tint);
      for (int x = 21; x < 80; x += 4) {
        g.drawLine(x, 78, x, 85);
      }
    }
  },
  CUSHION {
    @Override
    void paint(Graphics2D g, Color tint) {
      block(g, tint, new int[] {22, 24, 56, 56, 22});
      g.setColor(tint.darker());
      g.drawRoundRect(28, 30, 44, 44, 18, 18);
      g.fillOval(48, 50, 4, 4);
    }
  },
  BOARD {
    @Override
    void paint(Graphics2D g, Color tint) {
      block(g, tint, new int[] {44, 12, 12, 30, 6});
      block(g, tint, new int[] {28, 30, 44, 56, 10});
      stripes(g, tint.darker(), new int[] {30, 38, 40, 44});
    }
  },
  TOWEL {
    @Override
    void paint(Graphics2D g, Color tint) {
      block(g, tint.brighter(), new int[] {30, 18, 40, 66, 2});
      stripes(g, tint.darker(), new int[] {30, 60, 40, 20});
    }
  },
  BOWL {
    @Override
    void paint(Graphics2D g, Color tint) {
      g.setColor(tint);
      g.fillArc(18, 14, 64, 64, 180, 180);
      block(g, tint.darker(), new int[] {40, 76, 20, 6, 2});
      lid(g, tint.brighter(), new int[] {18, 40, 64, 13});
    }
  },
  PLATE {
    @Override
    void paint(Graphics2D g, Color tint) {
      lid(g, tint, new int[] {16, 16, 68, 68});
      lid(g, tint.brighter(), new int[] {28, 28, 44, 44});
    }
  },
  SPOON {
    @Override
    void paint(Graphics2D g, Color tint) {
      lid(g, tint, new int[] {40, 14, 20, 28});
      block(g, tint, new int[] {47, 38, 6, 48, 4});
    }
  },
  JAR {
    @Override
    void paint(Graphics2D g, Color tint) {
      block(g, tint, new int[] {30, 30, 40, 54, 10});
      block(g, new Color(0xb98a58), new int[] {34, 20, 32, 12, 4});
    }
  },
  POT {
    @Override
    void paint(Graphics2D g, Color tint) {
      g.setColor(tint.darker());
      g.setStroke(new BasicStroke(5));
      g.drawArc(34, 16, 32, 40, 0, 180);
      g.drawLine(68, 60, 86, 42);
      lid(g, tint, new int[] {24, 34, 52, 48});
      lid(g, tint.brighter(), new int[] {36, 32, 28, 8});
    }
  },
  BOOK {
    @Override
    void paint(Graphics2D g, Color tint) {
      block(g, new Color(0xf4f0e6), new int[] {30, 20, 46, 62, 2});
      block(g, tint, new int[] {26, 18, 46, 62, 3});
      block(g, tint.darker(), new int[] {26, 18, 7, 62, 2});
    }
  },
  CARD {
    @Override
    void paint(Graphics2D g, Color tint) {
      block(g, new Color(0xfaf7f0), new int[] {24, 18, 52, 66, 1});
      lid(g, tint, new int[] {36, 34, 28, 24});
      trapeze(g, tint.darker(), new int[] {48, 52, 48, 52, 56, 72});
    }
  },
  PEN {
    @Override
    void paint(Graphics2D g, Color tint) {
      g.rotate(Math.PI / 5, 50, 50);
      block(g, tint, new int[] {46, 14, 8, 62, 3});
      trapeze(g, tint.darker(), new int[] {46, 54, 49, 51, 76, 88});
    }
  },
  VASE {
    @Override
    void paint(Graphics2D g, Color tint) {
      g.setColor(new Color(0x5f8a4f));
      g.setStroke(new BasicStroke(2));
      g.drawLine(50, 44, 44, 14);
      g.drawLine(50, 44, 60, 18);
      lid(g, new Color(0xd96a5f), new int[] {38, 8, 12, 12});
      lid(g, new Color(0xe0a93a), new int[] {55, 12, 11, 11});
      lid(g, tint, new int[] {32, 44, 36, 42});
      block(g, tint, new int[] {42, 34, 16, 20, 4});
    }
  },
  PLANTPOT {
    @Override
    void paint(Graphics2D g, Color tint) {
      for (int x = 24; x <= 56; x += 10) {
        lid(g, new Color(0x4f7f4a), new int[] {x, 16 + x % 20, 12, 40});
      }
      trapeze(g, tint, new int[] {28, 72, 36, 64, 50, 86});
      block(g, tint.darker(), new int[] {26, 46, 48, 8, 2});
    }
  },
  BASKET {
    @Override
    void paint(Graphics2D g, Color tint) {
      g.setColor(tint.darker());
      g.setStroke(new BasicStroke(4));
      g.drawArc(32, 14, 36, 60, 0, 180);
      trapeze(g, tint, new int[] {20, 80, 28, 72, 44, 84});
      stripes(g, tint.darker(), new int[] {24, 50, 52, 32});
    }
  },
  LAMP {
    @Override
    void paint(Graphics2D g, Color tint) {
      block(g, new Color(0xa9794a), new int[] {47, 44, 6, 36, 2});
      block(g, new Color(0xa9794a), new int[] {34, 80, 32, 6, 3});
      trapeze(g, tint, new int[] {40, 60, 26, 74, 16, 48});
    }
  },
  SOAP {
    @Override
    void paint(Graphics2D g, Color tint) {
      block(g, tint, new int[] {22, 40, 56, 32, 14});
      block(g, tint.brighter(), new int[] {30, 46, 40, 14, 8});
    }
  },
  WATERING_CAN {
    @Override
    void paint(Graphics2D g, Color tint) {
      g.setColor(tint.darker());
      g.setStroke(new BasicStroke(5));
      g.drawArc(34, 20, 34, 34, 0, 180);
      g.drawLine(40, 62, 16, 34);
      trapeze(g, tint, new int[] {38, 72, 34, 76, 40, 80});
      lid(g, tint.darker(), new int[] {10, 28, 12, 10});
    }
  },
  TROWEL {
    @Override
    void paint(Graphics2D g, Color tint) {
      block(g, tint, new int[] {45, 14, 10, 34, 8});
      block(g, new Color(0x8b9094), new int[] {48, 46, 4, 12, 2});
      trapeze(g, new Color(0xa9aeb3), new int[] {38, 62, 47, 53, 56, 88});
    }
  },
  PACKET {
    @Override
    void paint(Graphics2D g, Color tint) {
      block(g, new Color(0xefe6d2), new int[] {30, 18, 40, 66, 4});
      block(g, tint, new int[] {30, 18, 40, 14, 4});
      for (int x = 38; x <= 58; x += 10) {
        lid(g, tint.darker(), new int[] {x, 50, 6, 9});
      }
    }
  },
  GLOVES {
    @Override
    void paint(Graphics2D g, Color tint) {
      for (int x = 30; x <= 60; x += 10) {
        block(g, tint, new int[] {x, 22, 8, 34, 8});
      }
      block(g, tint, new int[] {30, 44, 38, 28, 10});
      block(g, tint.darker(), new int[] {32, 70, 34, 12, 4});
    }
  };

  abstract void paint(Graphics2D g, Color tint);

  /** Fills a rounded rectangle: x, y, width, height, corner. */
  private static void block(Graphics2D g, Color colour, int[] at) {
    g.setColor(colour);
    g.fillRoundRect(at[0], at[1], at[2], at[3], at[4], at[4]);
  }

  /** Fills an ellipse: x, y, width, height. */
  private static void lid(Graphics2D g, Color colour, int[] at) {
    g.setColor(colour);
    g.fillOval(at[0], at[1], at[2], at[3]);
  }

  /** Fills a four-cornered shape: left and right at the top, left and right below, top, bottom. */
  private static void trapeze(Graphics2D g, Color colour, int[] at) {
    g.setColor(colour);
    int[] xs = {at[0], at[1], at[3], at[2]};
    int[] ys = {at[4], at[4], at[5], at[5]};
    g.fillPolygon(new Polygon(xs, ys, 4));
  }

  /** Draws lines across: x, y, width, height. */
  private static void stripes(Graphics2D g, Color colour, int[] at) {
    g.setColor(colour);
    g.setStroke(new BasicStroke(1));
    for (int y = at[1]; y < at[1] + at[3]; y += 6) {
      g.drawLine(at[0] + 1, y, at[0] + at[2] - 2, y);
    }
  }

  private static void flame(Graphics2D g, int x, int y) {
    lid(g, new Color(0xf2b134), new int[] {x - 4, y - 18, 8, 16});
    lid(g, new Color(0xfff0b0), new int[] {x - 2, y - 11, 4, 8});
  }
}
