package dev.statecraft.web;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The Chromium that is on the machine. */
final class ChromiumBrowser implements AutoCloseable {
    private static final Path SCREENSHOTS = Path.of("target/screenshots");
    private static final List<String> FLAGS =
            List.of(
                    "--headless",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;
    private final String base;
    private final List<String> complaints = new ArrayList<>();

    private ChromiumBrowser(Path executable, String base) {
        this.playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.browser =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(executable)
                                        .setArgs(FLAGS));
        this.base = base;
    }

    /** Where a browser may be on a Linux machine; empty if there is none. */
    static Optional<Path> executable() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** True on a machine whose tests must not go without a browser. */
    static boolean isRequired() {
        return "true".equals(System.getenv("CI"));
    }

    static ChromiumBrowser open(String base) {
        return new ChromiumBrowser(
                executable()
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "No Chromium is on this machine; install it.")),
                base);
    }

    /** A page of a new visitor; whatever the browser complains about is remembered. */
    Page page(int width, int height, ColorScheme scheme) {
        BrowserContext context =
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setBaseURL(base)
                                .setViewportSize(width, height)
                                .setColorScheme(scheme));
        Page page = context.newPage();
        page.onConsoleMessage(
                message -> {
                    if (message.type().equals("error")) {
                        complaints.add(message.text());
                    }
                });
        page.onPageError(complaints::add);
        page.onRequest(
                request -> {
                    if (!request.url().startsWith(base) && !request.url().startsWith("data:")) {
                        complaints.add("A request went elsewhere: " + request.url());
                    }
                });
        return page;
    }

    Page withoutJavaScript() {
        return browser.newContext(
                        new Browser.NewContextOptions()
                                .setBaseURL(base)
                                .setJavaScriptEnabled(false))
                .newPage();
    }

    Page page() {
        return page(1300, 900, ColorScheme.LIGHT);
    }

    /** Errors in the console, broken policies, and requests that went elsewhere. */
    List<String> complaints() {
        return complaints;
    }

    static void keepScreenshot(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(SCREENSHOTS.resolve(name + ".png"))
                        .setFullPage(true));
    }

    /** What axe finds wrong with a page: the rule and the elements. */
    static List<String> violations(Page page) {
        return new AxeBuilder(page)
                .analyze().getViolations().stream().map(ChromiumBrowser::describe).toList();
    }

    private static String describe(Rule rule) {
        return rule.getId()
                + ": "
                + rule.getNodes().stream().map(node -> node.getHtml()).limit(3).toList();
    }

    @Override
    public void close() {
        playwright.close();
    }
}
