package dev.statecraft.web.editor;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Serves the editor's modules from their packages, with bare imports such as {@code "@codemirror/state"} rewritten to our own addresses: a
 * strict content security policy allows no inline import map.
 */
@Path("/modules")
public class EditorModules {
    private static final String ROOT = "META-INF/resources/_static/";
    private static final Map<String, String> FILES =
            Map.ofEntries(
                    Map.entry("@codemirror/view", "at/codemirror/view/6.41.0/dist/index.js"),
                    Map.entry("@codemirror/state", "at/codemirror/state/6.6.0/dist/index.js"),
                    Map.entry("@codemirror/lint", "at/codemirror/lint/6.9.5/dist/index.js"),
                    Map.entry("@codemirror/lang-json", "lang-json/6.0.2/dist/index.js"),
                    Map.entry(
                            "@codemirror/autocomplete",
                            "at/codemirror/autocomplete/6.20.1/dist/index.js"),
                    Map.entry("@codemirror/search", "at/codemirror/search/6.6.0/dist/index.js"),
                    Map.entry(
                            "@codemirror/lang-yaml", "at/codemirror/lang-yaml/6.1.3/dist/index.js"),
                    Map.entry("@lezer/yaml", "at/lezer/yaml/1.0.4/dist/index.js"),
                    Map.entry(
                            "@codemirror/language", "at/codemirror/language/6.12.3/dist/index.js"),
                    Map.entry("@codemirror/commands", "commands/6.8.1/dist/index.js"),
                    Map.entry("@lezer/common", "at/lezer/common/1.5.1/dist/index.js"),
                    Map.entry("@lezer/highlight", "highlight/1.2.3/dist/index.js"),
                    Map.entry("@lezer/lr", "at/lezer/lr/1.4.8/dist/index.js"),
                    Map.entry("@lezer/json", "json/1.0.3/dist/index.js"),
                    Map.entry(
                            "@marijn/find-cluster-break", "find-cluster-break/1.0.2/src/index.js"),
                    Map.entry("crelt", "crelt/1.0.6/index.js"),
                    Map.entry("style-mod", "style-mod/4.1.3/src/style-mod.js"),
                    Map.entry("w3c-keyname", "w3c-keyname/2.2.8/index.js"));

    /** A module is kept, and its tag compared on the next visit: a new version of the app is seen at once. */
    private static final CacheControl ASK_AGAIN = new CacheControl();

    static {
        ASK_AGAIN.setNoCache(true);
    }

    private static final Pattern IMPORT =
            Pattern.compile("(from\\s*|import\\s*)(['\"])([@\\w][@\\w/.-]*)\\2");

    private static final String TYPE = "text/javascript;charset=UTF-8";

    private final Map<String, Packed> served = new ConcurrentHashMap<>();

    @GET
    @Path("/{name: [@a-z0-9/-]+}.js")
    public Response module(
            @PathParam("name") String name,
            @HeaderParam("Accept-Encoding") @DefaultValue("") String encodings,
            @Context Request request) {
        if (!FILES.containsKey(name)) {
            throw new NotFoundException("There is no module of that name.");
        }
        Packed module = served.computeIfAbsent(name, it -> Packed.of(rewritten(it)));
        var tag = new EntityTag(module.digest(), true);
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        if (unchanged != null) {
            return unchanged.cacheControl(ASK_AGAIN).build();
        }
        Response.ResponseBuilder answer =
                encodings.contains("gzip")
                        ? Response.ok(module.gzip(), TYPE).header("Content-Encoding", "gzip")
                        : Response.ok(module.text(), TYPE);
        return answer.tag(tag).cacheControl(ASK_AGAIN).header("Vary", "Accept-Encoding").build();
    }

    private static String rewritten(String name) {
        String file = ROOT + FILES.get(name);
        try (InputStream in =
                Thread.currentThread().getContextClassLoader().getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(
                        "The package of " + name + " is not on the class path: " + file);
            }
            String source = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return IMPORT.matcher(SlimScript.of(source)).replaceAll("$1$2/modules/$3.js$2");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
