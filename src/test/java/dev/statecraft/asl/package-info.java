/** Tests of the language: what is read, and what is said about mistakes. */
@NullMarked
package dev.statecraft.asl;

import org.jspecify.annotations.NullMarked;
