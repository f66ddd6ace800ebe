package com.spendtracker.bankfiles.mt940;

import com.spendtracker.bankfiles.EntryReader;
import com.spendtracker.bankfiles.FileContent;
import com.spendtracker.bankfiles.UnreadableFileException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Opens SWIFT MT940 customer statements, with or without what SWIFT or a bank puts around them. */
public final class Mt940File {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private Mt940File() {}

    /**
     * A reader at the beginning of the file, to be closed by the caller. Reads the whole file once for its encoding.
     *
     * @throws UnreadableFileException if the file is empty
     */
    public static EntryReader open(FileContent content) throws IOException, UnreadableFileException {
        if (content.size() == 0) {
            throw new UnreadableFileException("The file is empty");
        }
        var charset = isUtf8(content) ? StandardCharsets.UTF_8 : WINDOWS;
        return new Mt940Reader(
                new Mt940Lines(new InputStreamReader(new BufferedInputStream(content.open(), 64 * 1024), charset)));
    }

    private static boolean isUtf8(FileContent content) throws IOException {
        var buffer = new char[16 * 1024];
        try (Reader reader = strict(content)) {
            while (reader.read(buffer) >= 0) {
                // Read for its exception alone.
            }
            return true;
        } catch (CharacterCodingException _) {
            return false;
        }
    }

    private static Reader strict(FileContent content) throws IOException {
        return new InputStreamReader(
                content.open(),
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }
}
