package dev.statecraft.sandbox.world;

/** A description of a world that cannot be built: where it is wrong, what is wrong, and how to mend it. */
public final class WorldFault extends RuntimeException {
    private final String location;

    /** @param location JSON pointer into the description, such as {@code /functions/charge/returns} */
    public WorldFault(String location, String message) {
        super(message, null, false, false);
        this.location = location;
    }

    public String location() {
        return location;
    }
}
