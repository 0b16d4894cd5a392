/** Statecraft: learn AWS Step Functions by doing. Its packages are the layers that ArchitectureTest draws. */
@org.jspecify.annotations.NullMarked
package dev.statecraft;
