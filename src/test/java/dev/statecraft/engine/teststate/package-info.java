/** Tests of TestState through its public door. */
@NullMarked
package dev.statecraft.engine.teststate;

import org.jspecify.annotations.NullMarked;
