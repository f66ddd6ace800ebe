package com.spendtracker.bankfiles.camt;

import com.spendtracker.bankfiles.EntryReader;
import com.spendtracker.bankfiles.FileContent;
import com.spendtracker.bankfiles.UnreadableFileException;
import java.io.IOException;

/** Opens account reports (camt.052), statements (camt.053) and notifications (camt.054) of every version. */
public final class CamtFile {
    private CamtFile() {}

    /**
     * A reader at the beginning of the file, to be closed by the caller.
     *
     * @throws UnreadableFileException if it is no camt.052, camt.053 or camt.054, or declares a document type
     */
    public static EntryReader open(FileContent content) throws IOException, UnreadableFileException {
        var xml = CamtXml.open(content);
        try {
            xml.findDocument();
            return new CamtReader(xml);
        } catch (IOException | UnreadableFileException | RuntimeException e) {
            xml.close();
            throw e;
        }
    }
}
