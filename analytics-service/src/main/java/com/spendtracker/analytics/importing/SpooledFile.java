package com.spendtracker.analytics.importing;

import com.spendtracker.bankfiles.FileContent;
import com.spendtracker.support.problem.ProblemException;
import com.spendtracker.support.problem.ProblemType;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.util.unit.DataSize;

/**
 * An uploaded file on disk. It has no name there from the beginning, so that nothing of it stays whatever dies: the
 * system frees it when the last handle closes.
 */
final class SpooledFile implements FileContent, Closeable {
    private final FileChannel channel;
    private final DataSize limit;
    private final MessageDigest digest = sha256();

    private SpooledFile(FileChannel channel, DataSize limit) {
        this.channel = channel;
        this.limit = limit;
    }

    static SpooledFile create(Path directory, DataSize limit) {
        try {
            Path path = Files.createTempFile(directory, "import", null);
            FileChannel channel = FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
            Files.deleteIfExists(path);
            return new SpooledFile(channel, limit);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds a piece; 413 once there is more than the limit. */
    SpooledFile append(DataBuffer piece) {
        try (DataBuffer.ByteBufferIterator buffers = piece.readableByteBuffers()) {
            while (buffers.hasNext()) {
                append(buffers.next());
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void append(ByteBuffer bytes) throws IOException {
        if (channel.size() + bytes.remaining() > limit.toBytes()) {
            throw ProblemException.of(
                    ProblemType.TOO_LARGE, "A file may have " + limit.toMegabytes() + " MB. Export a shorter period.");
        }
        digest.update(bytes.duplicate());
        while (bytes.hasRemaining()) {
            channel.write(bytes, channel.size());
        }
    }

    /** SHA-256 of the content and of this text, in hexadecimal digits; asked once. */
    String hashWith(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public long size() {
        try {
            return channel.size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public InputStream open() {
        return new ChannelInputStream(channel);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    /** Reads a channel by position, so that several streams of one channel do not disturb each other. */
    private static final class ChannelInputStream extends InputStream {
        private final FileChannel channel;
        private final AtomicLong position = new AtomicLong();

        ChannelInputStream(FileChannel channel) {
            this.channel = channel;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = channel.read(ByteBuffer.wrap(bytes, offset, length), position.get());
            position.addAndGet(Math.max(0, count));
            return count;
        }
    }
}
