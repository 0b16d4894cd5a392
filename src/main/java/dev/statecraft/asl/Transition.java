package dev.statecraft.asl;

/** Where a state leads: to the state named in {@code Next}, or to the end of its branch. */
public sealed interface Transition {
    Transition END = new End();

    record Next(String state) implements Transition {}

    record End() implements Transition {}
}
