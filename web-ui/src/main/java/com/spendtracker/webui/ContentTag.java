package com.spendtracker.webui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.CRC32C;
import org.springframework.core.io.Resource;

/** Makes entity tags that change when a file, as it is sent, does. */
final class ContentTag {
    private ContentTag() {}

    static String of(Resource resource) {
        try {
            byte[] content = resource.getContentAsByteArray();
            CRC32C checksum = new CRC32C();
            checksum.update(content);
            return "%x-%x".formatted(content.length, checksum.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
