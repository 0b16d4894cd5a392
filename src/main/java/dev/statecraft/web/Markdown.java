package dev.statecraft.web;

import io.quarkus.qute.RawString;

import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.PolicyFactory;
import org.owasp.html.Sanitizers;

/** Markdown to safe HTML: raw HTML is escaped, and whatever is left passes a sanitizer. */
public final class Markdown {
    private static final Parser PARSER = Parser.builder().build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();
    private static final PolicyFactory POLICY =
            Sanitizers.FORMATTING.and(Sanitizers.BLOCKS).and(Sanitizers.LINKS);

    private Markdown() {}

    public static RawString html(String markdown) {
        return new RawString(POLICY.sanitize(RENDERER.render(PARSER.parse(markdown))));
    }

    /** One line: no paragraph around it. */
    public static RawString inline(String markdown) {
        String html = html(markdown).getValue().strip();
        return new RawString(
                html.startsWith("<p>") && html.endsWith("</p>")
                        ? html.substring(3, html.length() - 4)
                        : html);
    }
}
