package com.spendtracker.analytics.transaction;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;
import org.springframework.stereotype.Component;

/** Reads {@link Merchants} from a parameter given once or several times, each time one whole name. */
@Component
class MerchantsConverter implements GenericConverter {
    @Override
    public Set<ConvertiblePair> getConvertibleTypes() {
        return Set.of(
                new ConvertiblePair(String.class, Merchants.class),
                new ConvertiblePair(Collection.class, Merchants.class));
    }

    @Override
    public Object convert(@Nullable Object source, TypeDescriptor sourceType, TypeDescriptor targetType) {
        return switch (source) {
            case null -> Merchants.ALL;
            case Collection<?> values ->
                Merchants.of(values.stream().map(String::valueOf).toList());
            default -> Merchants.of(List.of(source.toString()));
        };
    }
}
