package dev.statecraft.web;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Puts names from outside into addresses. */
public final class Addresses {

    private Addresses() {}

    public static String part(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    public static String path(String text) {
        return Arrays.stream(text.split("/", -1))
                .map(Addresses::part)
                .collect(Collectors.joining("/"));
    }

    /**
     * Where a run that was just started is seen.
     *
     * @param glance not empty if it is to be shown in short, beside the design
     */
    public static URI run(String id, String glance) {
        return URI.create("/runs/" + id + (glance.isEmpty() ? "" : "/glance"));
    }
}
