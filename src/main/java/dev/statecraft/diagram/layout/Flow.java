package dev.statecraft.diagram.layout;

/** The way in which a drawing reads. */
public enum Flow {
    DOWN,
    RIGHT
}
