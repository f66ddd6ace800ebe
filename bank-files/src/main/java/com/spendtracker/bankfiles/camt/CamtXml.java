package com.spendtracker.bankfiles.camt;

import com.spendtracker.bankfiles.FileContent;
import com.spendtracker.bankfiles.UnreadableFileException;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Walks through the elements of a file; neither document types nor entities of the file's own, and bounded in all. */
final class CamtXml implements Closeable {
    static final int START = XMLStreamConstants.START_ELEMENT;
    static final int END = XMLStreamConstants.END_ELEMENT;
    static final int END_OF_FILE = XMLStreamConstants.END_DOCUMENT;

    private static final int MAX_TEXT = 64 * 1024;
    private static final int MAX_DEPTH = 64;
    private static final Pattern NAMESPACE =
            Pattern.compile("urn:iso:std:iso:20022:tech:xsd:camt\\.05[234]\\.001\\.\\d\\d");
    // Some versions have these around what others have without.
    private static final Set<String> TRANSPARENT = Set.of("NtryDtls", "Pty", "CdOrPrtry");

    private final TokenBoundedStream bytes;
    private final XMLStreamReader xml;
    private final StringBuilder text = new StringBuilder();
    private int depth;
    private int line = 1;
    private int previous;

    private CamtXml(TokenBoundedStream bytes, XMLStreamReader xml) {
        this.bytes = bytes;
        this.xml = xml;
    }

    static CamtXml open(FileContent content) throws IOException, UnreadableFileException {
        var bytes = new TokenBoundedStream(new BufferedInputStream(content.open(), 64 * 1024));
        try {
            return new CamtXml(bytes, factory().createXMLStreamReader(bytes));
        } catch (XMLStreamException | RuntimeException e) {
            bytes.close();
            throw broken(e, bytes);
        }
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        return factory;
    }

    /** Goes to the beginning of the document, which may be in an envelope. */
    void findDocument() throws IOException, UnreadableFileException {
        for (int event = next(); event != END_OF_FILE; event = next()) {
            if (event == START && xml.getLocalName().equals("Document") && isCamt(xml.getNamespaceURI())) {
                return;
            }
        }
        throw new UnreadableFileException(
                line(), "The file is XML, but no account report, statement or notification (camt.052, .053, .054)");
    }

    private static boolean isCamt(@Nullable String namespace) {
        return namespace != null && NAMESPACE.matcher(namespace).matches();
    }

    String name() {
        return xml.getLocalName();
    }

    int line() {
        // At the end of the file, the parser knows no place any more.
        line = Math.max(xml.getLocation().getLineNumber(), line);
        return line;
    }

    /** Goes on to the next beginning or end of an element, or of the file. */
    int next() throws IOException, UnreadableFileException {
        while (true) {
            if (previous == END) {
                text.setLength(0);
            }
            previous = advance();
            switch (previous) {
                case START -> enter();
                case END -> leave();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> collect();
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new UnreadableFileException(
                            line(), "The file declares a document type or entities, which no bank's file does");
                default -> {}
            }
            if (previous == START || previous == END || previous == END_OF_FILE) {
                return previous;
            }
        }
    }

    private int advance() throws IOException, UnreadableFileException {
        bytes.beginToken();
        try {
            return xml.next();
        } catch (XMLStreamException | RuntimeException e) {
            throw broken(e, bytes);
        }
    }

    private void enter() throws UnreadableFileException {
        text.setLength(0);
        if (++depth > MAX_DEPTH) {
            throw new UnreadableFileException(line(), "The file nests elements deeper than any bank does");
        }
    }

    private void leave() {
        depth--;
        line();
    }

    private void collect() throws UnreadableFileException {
        if (text.length() + xml.getTextLength() > MAX_TEXT) {
            throw new UnreadableFileException(line(), "The file has a text longer than any bank writes");
        }
        text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
    }

    /** Goes to the end of the element that has just begun, leaving out all that is in it. */
    void skip() throws IOException, UnreadableFileException {
        int outer = depth;
        while (depth >= outer) {
            next();
        }
    }

    /** Goes to the end of the element that has just begun and gives its descendants, by their paths in it. */
    CamtFields read(Set<String> kept) throws IOException, UnreadableFileException {
        var fields = new CamtFields(line());
        readInto(fields, "", kept);
        return fields;
    }

    // As deep as the file's elements, which are bounded.
    private void readInto(CamtFields fields, String path, Set<String> kept)
            throws IOException, UnreadableFileException {
        boolean wanted = kept.contains(path);
        if (wanted) {
            fields.begin(path, xml.getAttributeValue(null, "Ccy"));
        }
        while (next() == START) {
            readInto(fields, under(path, name()), kept);
        }
        if (wanted) {
            fields.add(path, CamtFields.oneLine(text));
        }
    }

    private static String under(String path, String name) {
        if (TRANSPARENT.contains(name)) {
            return path;
        }
        return path.isEmpty() ? name : path + "/" + name;
    }

    // The parser of the JDK answers some broken files with unchecked exceptions.
    private static UnreadableFileException broken(Exception e, TokenBoundedStream bytes) throws IOException {
        if (bytes.failure() != null) {
            throw bytes.failure();
        }
        var message = "The file is no well-formed XML or ends in the middle";
        Location location = e instanceof XMLStreamException stream ? stream.getLocation() : null;
        return location == null || location.getLineNumber() < 1
                ? new UnreadableFileException(message)
                : new UnreadableFileException(location.getLineNumber(), message);
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
