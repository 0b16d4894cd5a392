package dev.statecraft.engine;

/** Standard or Express; fixed when a state machine is created. */
public enum StateMachineType {
    STANDARD,
    EXPRESS
}
