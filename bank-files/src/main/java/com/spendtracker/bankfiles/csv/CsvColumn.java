package com.spendtracker.bankfiles.csv;

import java.util.List;

/**
 * A column as it stands in a file.
 *
 * @param name its header, empty if there is none
 * @param examples its first values
 */
public record CsvColumn(String name, List<String> examples) {
    public CsvColumn {
        examples = List.copyOf(examples);
    }
}
