package dev.statecraft.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Puts names from outside into addresses. */
final class Addresses {

    private Addresses() {}

    static String part(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    static String path(String text) {
        return Arrays.stream(text.split("/", -1))
                .map(Addresses::part)
                .collect(Collectors.joining("/"));
    }
}
