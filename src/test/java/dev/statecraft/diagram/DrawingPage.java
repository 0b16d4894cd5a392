package dev.statecraft.diagram;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;

import org.junit.jupiter.api.Assumptions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A real browser that shows drawings, under the content security policy of the site and without a server. */
final class DrawingPage implements AutoCloseable {
    private static final String SITE = "http://drawing.test/";
    private static final Path RESOURCES = Path.of("src/main/resources/META-INF/resources");
    private static final List<Path> BROWSERS =
            List.of(
                    Path.of("/usr/bin/chromium"),
                    Path.of("/usr/bin/chromium-browser"),
                    Path.of("/usr/bin/google-chrome"));
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " base-uri 'none'; require-trusted-types-for 'script'";

    private final Playwright playwright;
    private final Browser browser;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private String body = "";

    private DrawingPage(Path executable, int width, int height) {
        playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(executable)
                                        .setArgs(List.of("--no-sandbox", "--disable-gpu")));
        page = browser.newPage(new Browser.NewPageOptions().setViewportSize(width, height));
        page.onConsoleMessage(
                message -> {
                    if (message.type().equals("error")) {
                        complaints.add(message.text());
                    }
                });
        page.onPageError(complaints::add);
        page.route(SITE + "**", this::answer);
    }

    /** A machine without a browser cannot tell; the test is skipped there and says so. */
    static DrawingPage open(int width, int height) {
        Optional<Path> executable = BROWSERS.stream().filter(Files::isExecutable).findFirst();
        Assumptions.assumeTrue(executable.isPresent(), "There is no Chromium on this machine.");
        return new DrawingPage(executable.get(), width, height);
    }

    Page page() {
        return page;
    }

    /** What the browser found wrong: script errors, and whatever the policy refused. */
    List<String> complaints() {
        return complaints;
    }

    DrawingPage show(String html) {
        body = html;
        page.navigate(SITE);
        return this;
    }

    private void answer(Route route) {
        String path = route.request().url().substring(SITE.length());
        if (path.isEmpty() || path.startsWith("?")) {
            fulfill(route, "text/html", document());
        } else if (path.equals("css/tokens.css")) {
            fulfill(route, "text/css", TOKENS);
        } else if (path.endsWith(".css")) {
            fulfill(route, "text/css", read(path));
        } else if (path.endsWith(".js")) {
            fulfill(route, "text/javascript", read(path));
        } else {
            route.fulfill(new Route.FulfillOptions().setStatus(204));
        }
    }

    private static void fulfill(Route route, String type, String text) {
        route.fulfill(
                new Route.FulfillOptions()
                        .setContentType(type + "; charset=utf-8")
                        .setHeaders(
                                Map.of(
                                        "Content-Security-Policy",
                                        POLICY,
                                        "Content-Type",
                                        type + "; charset=utf-8"))
                        .setBody(text));
    }

    private String document() {
        return """
                <!doctype html><html lang="en"><head><title>Drawing</title>
                <link rel="stylesheet" href="/css/tokens.css"><link rel="stylesheet" href="/css/graph.css">
                <script type="module" src="/js/graph.js"></script>
                <script type="module" src="/js/timeline.js"></script></head>
                <body><main>%s</main></body></html>
                """
                .formatted(body);
    }

    private static String read(String path) {
        try {
            return Files.readString(RESOURCES.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static final String TOKENS =
            """
            :root {
                --paper: #fbfaf7; --panel: #fff; --line: #dedbd2; --ink: #1d2125; --ink-quiet: #5b6168;
                --signal: #0b5fa5; --ok: #1a7f4b; --bad: #c0341d; --wait: #9a6700; --run: #0b5fa5; --caught: #7a4bb3;
            }
            @media (prefers-color-scheme: dark) { :root {
                --paper: #14171a; --panel: #1b1f23; --line: #32373d; --ink: #e8e6e1; --ink-quiet: #a3a9b0;
                --signal: #7cb8ee; --ok: #57c98a; --bad: #ff8a73; --wait: #e3b341; --run: #7cb8ee; --caught: #c6a1f2;
            } }
            body { margin: 0; background: var(--paper); color: var(--ink); }
            """;
}
