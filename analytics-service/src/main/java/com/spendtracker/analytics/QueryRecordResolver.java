package com.spendtracker.analytics;

import jakarta.validation.Valid;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.MethodParameter;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.bind.support.WebExchangeDataBinder;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Makes a record of a query string, as Spring's own data binding does, which however reads all annotations of all
 * components anew for each component of each request: a third of the processor time of a list of transactions. Here
 * they are read once.
 */
final class QueryRecordResolver implements HandlerMethodArgumentResolver {
    private final Map<Class<?>, Plan> plans = new ConcurrentHashMap<>();

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(ParameterObject.class)
                && parameter.getParameterType().isRecord();
    }

    @Override
    public Mono<Object> resolveArgument(MethodParameter parameter, BindingContext context, ServerWebExchange exchange) {
        String name = Objects.requireNonNull(parameter.getParameterName());
        WebExchangeDataBinder binder = context.createDataBinder(exchange, null, name);
        Plan plan = plans.computeIfAbsent(parameter.getParameterType(), Plan::of);
        @Nullable Object[] arguments = plan.arguments(exchange.getRequest().getQueryParams(), binder);
        if (binder.getBindingResult().hasErrors()) {
            return Mono.error(new WebExchangeBindException(parameter, binder.getBindingResult()));
        }
        Object query = BeanUtils.instantiateClass(plan.constructor(), arguments);
        return parameter.hasParameterAnnotation(Valid.class)
                ? validate(query, parameter, context.createDataBinder(exchange, query, name))
                : Mono.just(query);
    }

    private static Mono<Object> validate(Object query, MethodParameter parameter, WebExchangeDataBinder binder) {
        binder.validate();
        return binder.getBindingResult().hasErrors()
                ? Mono.error(new WebExchangeBindException(parameter, binder.getBindingResult()))
                : Mono.just(query);
    }

    /** How a record is made: of which parameters, and what of each. */
    private record Plan(Constructor<?> constructor, List<Component> components) {
        static Plan of(Class<?> type) {
            Constructor<?> constructor = BeanUtils.getResolvableConstructor(type);
            RecordComponent[] components = type.getRecordComponents();
            return new Plan(
                    constructor,
                    IntStream.range(0, components.length)
                            .mapToObj(index -> Component.of(constructor, index, components[index].getName()))
                            .toList());
        }

        @Nullable
        Object[] arguments(MultiValueMap<String, String> values, WebExchangeDataBinder binder) {
            List<@Nullable Object> arguments = new ArrayList<>();
            components.forEach(component -> arguments.add(component.read(values.get(component.name), binder)));
            return arguments.toArray();
        }
    }

    /** @param name what its parameter is called */
    private record Component(String name, MethodParameter target) {
        static Component of(Constructor<?> constructor, int index, String ownName) {
            MethodParameter target = MethodParameter.forFieldAwareConstructor(constructor, index, ownName);
            BindParam named = target.getParameterAnnotation(BindParam.class);
            return new Component(named == null ? ownName : named.value(), target);
        }

        /** Null without a value, or with one that is an error now. */
        @Nullable
        Object read(@Nullable List<String> values, WebExchangeDataBinder binder) {
            if (values == null) {
                return null;
            }
            Object value = values.size() == 1 ? values.getFirst() : values;
            try {
                return binder.convertIfNecessary(value, target.getParameterType(), target);
            } catch (TypeMismatchException mismatch) {
                mismatch.initPropertyName(name);
                binder.getBindingResult().recordFieldValue(name, target.getParameterType(), value);
                binder.getBindingErrorProcessor().processPropertyAccessException(mismatch, binder.getBindingResult());
                return null;
            }
        }
    }
}
