package dev.statecraft.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

import java.net.URL;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Follows every link from the home page, and looks at one page of each kind. */
@QuarkusTest
@EnabledIf(
        value = "dev.statecraft.web.BrowserJourneysTest#aBrowserIsHereOrRequired",
        disabledReason = "No Chromium is on this machine, so no page was looked at.")
class PageSweepTest {
    private static final List<String> NAVIGATION =
            List.of(
                    "/learn",
                    "/practice",
                    "/review",
                    "/sandbox",
                    "/progress",
                    "/reference",
                    "/cli",
                    "/settings");

    /** Addresses of pages within this app; files to download are none, and what programs left behind is walked in LiveJourneysTest. */
    private static final String LINKS =
            """
            () => [...document.querySelectorAll("a[href^='/']:not([download])")]
                .map(link => link.getAttribute("href").replace(/[?#].*/, ""))
                .filter(path => !/\\.[a-z]+$/.test(path) && !path.startsWith("/cli/"))
            """;

    @TestHTTPResource("/")
    URL server;

    private ChromiumBrowser browser;

    @BeforeEach
    void open() {
        browser = ChromiumBrowser.open(server.toString().replaceFirst("/$", ""));
    }

    @AfterEach
    void nothing_was_complained_about() {
        List<String> complaints = List.copyOf(browser.complaints());
        browser.close();
        assertThat(complaints).isEmpty();
    }

    @Test
    void every_page_that_a_link_leads_to_is_accessible_in_light_and_dark_and_fits_320_px() {
        Map<String, String> pages = pages();

        assertThat(pages.values()).containsAll(NAVIGATION);
        assertThat(pages.keySet())
                .contains("/", "/learn/*", "/notes", "/notes/*", "/notes/glossary");
        List<String> faults = new ArrayList<>();
        for (String path : pages.values()) {
            faults.addAll(look(path, 1300, ColorScheme.LIGHT));
            faults.addAll(look(path, 1300, ColorScheme.DARK));
            faults.addAll(look(path, 320, ColorScheme.LIGHT));
        }
        assertThat(faults).isEmpty();
    }

    /** One address for each kind of page, in the order in which they are met. */
    private Map<String, String> pages() {
        Map<String, String> found = new LinkedHashMap<>(Map.of("/", "/"));
        Deque<String> next = new ArrayDeque<>(found.values());
        Page page = browser.page();
        while (!next.isEmpty()) {
            page.navigate(next.remove());
            for (Object link : (List<?>) page.evaluate(LINKS)) {
                String path = String.valueOf(link);
                if (found.putIfAbsent(kind(path), path) == null) {
                    next.add(path);
                }
            }
        }
        page.close();
        return found;
    }

    /** What stands below a page of the navigation is of one kind, but for the glossary among the notes. */
    private static String kind(String path) {
        return path.equals("/notes/glossary") ? path : path.replaceFirst("^(/[^/]+)/.+", "$1/*");
    }

    private List<String> look(String path, int width, ColorScheme scheme) {
        Page page = browser.page(width, 900, scheme);
        int status = page.navigate(path).status();
        String name =
                "sweep%s-%d-%s"
                        .formatted(
                                path.replace('/', '-'),
                                width,
                                scheme.name().toLowerCase(Locale.ROOT));
        ChromiumBrowser.keepScreenshot(page, name);
        List<String> faults = new ArrayList<>();
        if (status != 200) {
            faults.add(path + " answers " + status);
        }
        if (width > 320) {
            ChromiumBrowser.violations(page).forEach(it -> faults.add(name + ": " + it));
        }
        if (!page.evaluate(
                        "() => document.documentElement.scrollWidth <= document.documentElement.clientWidth")
                .equals(true)) {
            faults.add(name + " scrolls sideways");
        }
        if (page.locator("h1").count() != 1) {
            faults.add(name + " has not one heading of the first level");
        }
        page.close();
        return faults;
    }
}
