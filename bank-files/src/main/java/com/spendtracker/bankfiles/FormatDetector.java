package com.spendtracker.bankfiles;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** Recognises a file by what is in it; its name says nothing. */
public final class FormatDetector {
    private static final int HEAD_BYTES = 8 * 1024;
    private static final Pattern QIF = Pattern.compile("(?im)^\\s*!(type|account|option|clear)\\b");
    private static final Pattern MT940 = Pattern.compile("(?m)^(\\{4:\\s*)?:20:");
    private static final Pattern MT940_LINE = Pattern.compile("(?m)^:(25P?|28C?|60[FM]|61|62[FM]):");
    private static final Pattern CAMT = Pattern.compile("urn:iso:std:iso:20022:tech:xsd:camt\\.05[234]\\.");

    private FormatDetector() {}

    /**
     * The format of a file; text that is nothing else is taken for {@link BankFormat#CSV}.
     *
     * @throws UnreadableFileException if it is empty or no text
     */
    public static BankFormat detect(FileContent content) throws IOException, UnreadableFileException {
        byte[] head = head(content);
        if (head.length == 0) {
            throw new UnreadableFileException("The file is empty.");
        }
        refuseBinary(head);
        String text = decode(head);
        if (text.isBlank() && content.size() <= HEAD_BYTES) {
            throw new UnreadableFileException("The file is empty.");
        }
        return formatOf(text);
    }

    private static BankFormat formatOf(String text) throws UnreadableFileException {
        String upper = text.toUpperCase(Locale.ROOT);
        if (upper.stripLeading().startsWith("OFXHEADER") || upper.contains("<OFX>") || upper.contains("<?OFX")) {
            return BankFormat.OFX;
        }
        if (CAMT.matcher(text).find()) {
            return BankFormat.CAMT;
        }
        if (text.stripLeading().startsWith("<")) {
            throw new UnreadableFileException(
                    "The file is XML or HTML, but neither OFX nor camt.052, camt.053 or camt.054.");
        }
        if (QIF.matcher(text).find()) {
            return BankFormat.QIF;
        }
        if (MT940.matcher(text).find() && MT940_LINE.matcher(text).find()) {
            return BankFormat.MT940;
        }
        return BankFormat.CSV;
    }

    private static void refuseBinary(byte[] head) throws UnreadableFileException {
        if (startsWith(head, 0x89, 'P', 'N', 'G')
                || startsWith(head, 0xFF, 0xD8, 0xFF)
                || startsWith(head, 'G', 'I', 'F', '8')) {
            throw new UnreadableFileException("The file is a picture.");
        }
        if (startsWith(head, '%', 'P', 'D', 'F')) {
            throw new UnreadableFileException("The file is a PDF. Ask the bank for CSV, OFX, QIF, CAMT or MT940.");
        }
        if (startsWith(head, 'P', 'K', 3, 4)) {
            throw new UnreadableFileException(
                    "The file is a ZIP archive or a spreadsheet. Unpack it, or save the sheet as CSV.");
        }
        if (startsWith(head, 0x1F, 0x8B)) {
            throw new UnreadableFileException("The file is compressed. Unpack it first.");
        }
        if (startsWith(head, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw new UnreadableFileException("The file is an old spreadsheet. Save the sheet as CSV.");
        }
    }

    private static boolean startsWith(byte[] head, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if (i >= head.length || (head[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    // Enough to find ASCII keywords: each format finds out its own encoding.
    private static String decode(byte[] head) {
        return new String(head, keywordCharset(head)).replace("\uFEFF", "");
    }

    private static Charset keywordCharset(byte[] head) {
        Charset wide = TextEncoding.utf16(head);
        if (wide != null) {
            return wide;
        }
        return startsWith(head, 0xEF, 0xBB, 0xBF) ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
    }

    private static byte[] head(FileContent content) throws IOException {
        try (InputStream in = content.open()) {
            return in.readNBytes(HEAD_BYTES);
        }
    }
}
