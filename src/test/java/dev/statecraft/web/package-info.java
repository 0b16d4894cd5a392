/** Tests of the pages, over HTTP and in a real browser. */
@NullMarked
package dev.statecraft.web;

import org.jspecify.annotations.NullMarked;
