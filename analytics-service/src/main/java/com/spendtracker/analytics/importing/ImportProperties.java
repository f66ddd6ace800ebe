package com.spendtracker.analytics.importing;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How files are taken in.
 *
 * @param maxFileSize the largest file that is accepted
 * @param directory where a file lies, without a name, while it is read
 */
@Validated
@ConfigurationProperties("spend-tracker.import")
record ImportProperties(
        @DefaultValue("256MB") @NotNull DataSize maxFileSize,
        @NotNull Path directory) {}
