package com.spendtracker.bankfiles.ofx;

import com.spendtracker.bankfiles.EntryReader;
import com.spendtracker.bankfiles.FileContent;
import com.spendtracker.bankfiles.UnreadableFileException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.Locale;

/** Opens Open Financial Exchange files, SGML (1.x) and XML (2.x) alike. */
public final class OfxFile {
    private static final int HEAD = 4096;

    private OfxFile() {}

    /**
     * A reader at the beginning of the file, to be closed by the caller.
     *
     * @throws UnreadableFileException if it is not OFX
     */
    public static EntryReader open(FileContent content) throws IOException, UnreadableFileException {
        byte[] head;
        try (InputStream in = content.open()) {
            head = in.readNBytes(HEAD);
        }
        var encoding = OfxEncoding.of(head);
        if (!encoding.decode(head).toUpperCase(Locale.ROOT).contains("<OFX")) {
            throw new UnreadableFileException("The file is not OFX: no <OFX> near its beginning");
        }
        var in = content.open();
        in.skipNBytes(encoding.markLength());
        return new OfxReader(new OfxTokens(new InputStreamReader(in, encoding.charset())));
    }
}
