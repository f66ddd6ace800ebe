package com.spendtracker.analytics.importing;

import com.spendtracker.bankfiles.Entry;
import com.spendtracker.bankfiles.EntryReader;
import com.spendtracker.bankfiles.UnreadableFileException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.SynchronousSink;
import reactor.core.scheduler.Schedulers;

/** Reads a file as fast as its rows are taken, and no faster: memory does not grow with the file. */
final class EntryStream implements Closeable {
    private static final int CHUNK_CHARACTERS = 512 * 1024;

    private final EntryReader reader;
    private final RowEncoder encoder;

    private EntryStream(EntryReader reader, RowEncoder encoder) {
        this.reader = reader;
        this.encoder = encoder;
    }

    /** The rows of a file in COPY's text format, encoded by this encoder; 422 if the file turns out to be unreadable. */
    static Flux<ByteBuf> rows(BankFile file, RowEncoder encoder) {
        return Flux.using(() -> open(file, encoder), stream -> Flux.generate(stream::next), EntryStream::close)
                .subscribeOn(Schedulers.boundedElastic());
    }

    private static EntryStream open(BankFile file, RowEncoder encoder) throws IOException {
        try {
            return new EntryStream(file.open(), encoder);
        } catch (UnreadableFileException e) {
            throw BankFile.unreadable(e);
        }
    }

    private void next(SynchronousSink<ByteBuf> sink) {
        try {
            boolean more = readChunk();
            if (encoder.pending() > 0) {
                sink.next(Unpooled.wrappedBuffer(encoder.take().getBytes(StandardCharsets.UTF_8)));
            }
            if (!more) {
                sink.complete();
            }
        } catch (UnreadableFileException e) {
            sink.error(BankFile.unreadable(e));
        } catch (IOException e) {
            sink.error(e);
        }
    }

    /** Encodes entries until there are enough for a piece; false at the end of the file. */
    private boolean readChunk() throws IOException, UnreadableFileException {
        while (encoder.pending() < CHUNK_CHARACTERS) {
            @Nullable Entry entry = reader.next();
            if (entry == null) {
                return false;
            }
            encoder.add(entry);
        }
        return true;
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
