package com.spendtracker.analytics.importing;

import com.spendtracker.support.problem.ProblemException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.codec.multipart.FilePartEvent;
import org.springframework.http.codec.multipart.FormPartEvent;
import org.springframework.http.codec.multipart.PartEvent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Writes the parts of a request to where they can be read again, as they arrive. */
@Component
class UploadReader {
    private static final String FILE = "file";
    private static final String OPTIONS = "options";
    private static final int MAX_FILE_NAME = 255;

    private final ImportProperties properties;
    private final JsonMapper json;

    UploadReader(ImportProperties properties, JsonMapper json) {
        this.properties = properties;
        this.json = json;
    }

    /** The upload; whoever gets it closes it. 400 if there is no file or the options can't be read, 413 if it is too large. */
    Mono<Upload> read(Flux<PartEvent> parts) {
        return Mono.using(
                Receiving::new,
                receiving -> parts.publishOn(Schedulers.boundedElastic())
                        .doOnNext(receiving::take)
                        .then(Mono.fromCallable(receiving::finish)),
                Receiving::closeUnlessFinished);
    }

    private ImportOptions optionsOf(String text) {
        try {
            return text.isBlank() ? ImportOptions.NONE : json.readValue(text, ImportOptions.class);
        } catch (JacksonException e) {
            if (e.getCause() instanceof ProblemException problem) {
                throw problem;
            }
            throw ProblemException.invalid(
                    OPTIONS, "must be a JSON object as the documentation of this endpoint shows");
        }
    }

    private static String checked(String fileName) {
        boolean plain = fileName.chars().noneMatch(c -> c == '/' || c == '\\' || Character.isISOControl(c));
        if (!plain || fileName.isBlank() || fileName.length() > MAX_FILE_NAME || fileName.equals("..")) {
            throw ProblemException.invalid(
                    FILE, "must have a plain name: no path, at most " + MAX_FILE_NAME + " characters");
        }
        return fileName;
    }

    /** What has arrived so far. */
    private final class Receiving {
        private final AtomicReference<@Nullable SpooledFile> file = new AtomicReference<>();
        private final AtomicReference<String> fileName = new AtomicReference<>("");
        private final StringBuilder options = new StringBuilder();
        private final AtomicReference<@Nullable Upload> finished = new AtomicReference<>();

        void take(PartEvent event) {
            try {
                switch (event) {
                    case FilePartEvent part when part.name().equals(FILE) -> appendToFile(part);
                    case FormPartEvent part when part.name().equals(OPTIONS) -> options.append(part.value());
                    default ->
                        throw ProblemException.invalid(event.name(), "is not known: send a file as file, and options");
                }
            } finally {
                DataBufferUtils.release(event.content());
            }
        }

        private void appendToFile(FilePartEvent part) {
            SpooledFile target = file.get();
            if (target == null) {
                fileName.set(checked(part.filename()));
                target = SpooledFile.create(properties.directory(), properties.maxFileSize());
                file.set(target);
            }
            target.append(part.content());
        }

        Upload finish() {
            SpooledFile received = file.get();
            if (received == null) {
                throw ProblemException.invalid(FILE, "is required");
            }
            String text = options.toString();
            Upload upload = new Upload(fileName.get(), received, optionsOf(text), received.hashWith(text));
            finished.set(upload);
            return upload;
        }

        void closeUnlessFinished() {
            SpooledFile received = file.get();
            if (received != null && finished.get() == null) {
                received.close();
            }
        }
    }
}
