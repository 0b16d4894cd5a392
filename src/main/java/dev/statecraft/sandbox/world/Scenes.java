package dev.statecraft.sandbox.world;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Little pictures for buckets of images; drawn by rule, so that they are the same everywhere. */
final class Scenes {

    private Scenes() {}

    static void paint(String scene, Graphics2D pen, int width, int height) {
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        switch (scene) {
            case "sea" -> sea(pen, width, height);
            case "night" -> night(pen, width, height);
            case "signal" -> signal(pen, width, height);
            default -> hills(pen, width, height);
        }
    }

    private static void sky(Graphics2D pen, int width, int height, Color top, Color bottom) {
        pen.setPaint(new GradientPaint(0, 0, top, 0, height, bottom));
        pen.fill(new Rectangle2D.Double(0, 0, width, height));
    }

    private static void hills(Graphics2D pen, int width, int height) {
        sky(pen, width, height, new Color(0x8FC1E3), new Color(0xF2E9D8));
        disc(pen, new Color(0xF6C453), width * 0.72, height * 0.26, height * 0.12);
        wave(pen, new Color(0x7FA46B), width, height, 0.60, 0.10, 1.2);
        wave(pen, new Color(0x4F7D4A), width, height, 0.74, 0.08, 2.1);
    }

    private static void sea(Graphics2D pen, int width, int height) {
        sky(pen, width, height, new Color(0xF7B267), new Color(0xF9E1C0));
        disc(pen, new Color(0xD9480F), width * 0.5, height * 0.55, height * 0.16);
        wave(pen, new Color(0x1D5C87), width, height, 0.60, 0.02, 3);
        wave(pen, new Color(0x164766), width, height, 0.78, 0.03, 2);
    }

    private static void night(Graphics2D pen, int width, int height) {
        sky(pen, width, height, new Color(0x0B1B33), new Color(0x31456A));
        for (int i = 0; i < 40; i++) {
            disc(
                    pen,
                    new Color(0xE8EDF5),
                    (i * 37 % 100) / 100.0 * width,
                    (i * 53 % 60) / 100.0 * height,
                    height * 0.006 + 0.5);
        }
        disc(pen, new Color(0xF3EFD9), width * 0.24, height * 0.28, height * 0.11);
        wave(pen, new Color(0x101B24), width, height, 0.72, 0.12, 1.6);
    }

    private static void signal(Graphics2D pen, int width, int height) {
        sky(pen, width, height, new Color(0xDCE6EA), new Color(0xF7F4EC));
        pen.setColor(new Color(0x3A4148));
        pen.fill(new Rectangle2D.Double(width * 0.47, height * 0.45, width * 0.06, height * 0.55));
        pen.fill(new Rectangle2D.Double(width * 0.36, height * 0.10, width * 0.28, height * 0.42));
        disc(pen, new Color(0xC0341D), width * 0.5, height * 0.21, height * 0.08);
        disc(pen, new Color(0x1A7F4B), width * 0.5, height * 0.41, height * 0.08);
    }

    private static void disc(Graphics2D pen, Color color, double x, double y, double radius) {
        pen.setColor(color);
        pen.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    private static void wave(
            Graphics2D pen,
            Color color,
            int width,
            int height,
            double level,
            double rise,
            double turns) {
        var path = new Path2D.Double();
        path.moveTo(0, height);
        for (int x = 0; x <= width; x += 2) {
            path.lineTo(
                    x,
                    height
                            * (level
                                    - rise
                                            * StrictMath.sin(
                                                    x * turns * 2 * StrictMath.PI / width)));
        }
        path.lineTo(width, height);
        path.closePath();
        pen.setColor(color);
        pen.fill(path);
    }
}
