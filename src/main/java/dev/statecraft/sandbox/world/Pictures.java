package dev.statecraft.sandbox.world;

import java.awt.image.BufferedImage;
import java.util.Optional;

/** What can be said of an object that may be a picture. */
public final class Pictures {

    private Pictures() {}

    /** Its width in pixels, if it is a picture. */
    public static Optional<Integer> widthOf(byte[] body) {
        return Images.read(body).map(BufferedImage::getWidth);
    }

    /** The media type of a picture that a browser can show; empty for anything else. */
    public static Optional<String> mediaTypeOf(byte[] body) {
        if (Images.read(body).isEmpty()) {
            return Optional.empty();
        }
        return switch (body[0] & 0xFF) {
            case 0x89 -> Optional.of("image/png");
            case 0xFF -> Optional.of("image/jpeg");
            case 'G' -> Optional.of("image/gif");
            case 'B' -> Optional.of("image/bmp");
            default -> Optional.empty();
        };
    }
}
