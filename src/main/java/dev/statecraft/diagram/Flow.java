package dev.statecraft.diagram;

/** The way in which a drawing reads. */
public enum Flow {
    DOWN,
    RIGHT
}
