package dev.statecraft.sandbox.world;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import javax.imageio.ImageIO;

/** Draws, reads, resizes and converts small images, without a screen. */
public final class Images {
    /** The longest side of an image in a simulated bucket. */
    public static final int MAX_SIDE = 1_024;

    private static final Set<String> FORMATS = Set.of("png", "jpg", "jpeg", "gif", "bmp");

    static {
        // A server has no display; set before the first class of the drawing library is used.
        System.setProperty("java.awt.headless", "true");
        ImageIO.setUseCache(false);
    }

    private Images() {}

    /** Draws the picture that {@code image: {format, width, height, scene}} describes. */
    static byte[] draw(Description image) {
        image.allowOnly("format", "width", "height", "scene");
        String format = image.text("format").orElse("png");
        requireFormat(image, format);
        int width = side(image, "width");
        int height = side(image, "height");
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        Scenes.paint(image.text("scene").orElse("hills"), pen, width, height);
        pen.dispose();
        return write(picture, format);
    }

    private static void requireFormat(Description image, String format) {
        if (!FORMATS.contains(format)) {
            throw image.fault("format", "the format must be png, jpg, gif or bmp");
        }
    }

    private static int side(Description image, String field) {
        int side = image.integer(field, 160);
        if (side < 1 || side > MAX_SIDE) {
            throw image.fault(field, "an image has 1 to " + MAX_SIDE + " pixels a side");
        }
        return side;
    }

    /** The picture in {@code body}, if it is one of a format we read. */
    public static Optional<BufferedImage> read(byte[] body) {
        try {
            return Optional.ofNullable(ImageIO.read(new ByteArrayInputStream(body)))
                    .filter(it -> it.getWidth() <= MAX_SIDE && it.getHeight() <= MAX_SIDE);
        } catch (IOException | RuntimeException e) {
            // A broken file may make the decoder fail in any way; for the caller it is no picture.
            return Optional.empty();
        }
    }

    /** The picture, scaled to {@code width} pixels with its proportions kept. */
    public static BufferedImage resized(BufferedImage picture, int width) {
        int height =
                Math.max(1, Math.round((float) picture.getHeight() * width / picture.getWidth()));
        var scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = scaled.createGraphics();
        pen.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.drawImage(picture, 0, 0, width, height, null);
        pen.dispose();
        return scaled;
    }

    public static byte[] write(BufferedImage picture, String format) {
        try {
            var out = new ByteArrayOutputStream();
            var opaque =
                    new BufferedImage(
                            picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
            Graphics2D pen = opaque.createGraphics();
            pen.drawImage(picture, 0, 0, Color.WHITE, null);
            pen.dispose();
            if (!ImageIO.write(opaque, format.toLowerCase(Locale.ROOT), out)) {
                throw new IllegalStateException(
                        "This Java platform cannot write " + format + " images.");
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException("Writing to memory cannot fail", e);
        }
    }

    public static boolean canWrite(String format) {
        return FORMATS.contains(format.toLowerCase(Locale.ROOT));
    }
}
