package dev.statecraft.diagram;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

import java.io.IOException;
import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

/** A drawing as a reader's XML parser sees it; text that is not well-formed fails the test. */
record Svg(Document document) {

    static Svg of(SvgDiagram diagram) {
        return of(diagram.draw());
    }

    static Svg of(String text) {
        try {
            return new Svg(
                    DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(new InputSource(new StringReader(text))));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new AssertionError("Not well-formed: " + text, e);
        }
    }

    Element root() {
        return document.getDocumentElement();
    }

    List<Element> elements() {
        var all = document.getElementsByTagName("*");
        return IntStream.range(0, all.getLength()).mapToObj(i -> (Element) all.item(i)).toList();
    }

    Set<String> elementNames() {
        return elements().stream().map(Element::getTagName).collect(Collectors.toSet());
    }

    /** All values of an attribute, in the order of the drawing. */
    List<String> attributes(String name) {
        return elements().stream()
                .filter(it -> it.hasAttribute(name))
                .map(it -> it.getAttribute(name))
                .toList();
    }

    List<Element> withClass(String name) {
        return elements().stream()
                .filter(it -> Arrays.asList(it.getAttribute("class").split(" ")).contains(name))
                .toList();
    }

    /** What is written in text elements of a class. */
    List<String> texts(String cssClass) {
        return withClass(cssClass).stream()
                .filter(it -> it.getTagName().equals("text"))
                .map(Element::getTextContent)
                .toList();
    }

    Element station(String state) {
        return elements().stream()
                .filter(it -> it.getAttribute("data-state").equals(state))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No station " + state));
    }

    boolean element(String tag, String textBeginsWith) {
        return elements().stream()
                .anyMatch(
                        it ->
                                it.getTagName().equals(tag)
                                        && it.getTextContent().startsWith(textBeginsWith));
    }
}
