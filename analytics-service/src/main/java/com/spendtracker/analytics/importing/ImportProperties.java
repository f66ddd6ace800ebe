package com.spendtracker.analytics.importing;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How files are taken in.
 *
 * @param maxFileSize the largest file that is accepted
 * @param directory where a file lies while it is read; the system's directory for temporary files unless told
 */
@Validated
@ConfigurationProperties("spend-tracker.import")
record ImportProperties(
        @DefaultValue("256MB") DataSize maxFileSize,
        @Nullable Path directory) {}
