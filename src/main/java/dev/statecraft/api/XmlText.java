package dev.statecraft.api;

import java.io.StringWriter;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes the XML answers of the older AWS protocols. */
final class XmlText {

    private XmlText() {}

    /** Writes what is inside the root element. */
    interface Content {
        void write(XMLStreamWriter writer) throws XMLStreamException;
    }

    static String of(String root, Content content) {
        var text = new StringWriter();
        try {
            XMLStreamWriter writer = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            writer.writeStartDocument("UTF-8", "1.0");
            writer.writeStartElement(root);
            content.write(writer);
            writer.writeEndElement();
            writer.writeEndDocument();
            writer.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("Writing XML to memory does not fail", e);
        }
        return text.toString();
    }

    static void element(XMLStreamWriter writer, String name, String text)
            throws XMLStreamException {
        writer.writeStartElement(name);
        writer.writeCharacters(text);
        writer.writeEndElement();
    }
}
