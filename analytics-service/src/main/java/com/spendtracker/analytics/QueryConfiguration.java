package com.spendtracker.analytics;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;

/** Reads query strings by {@link QueryRecordResolver}. */
@Configuration(proxyBeanMethods = false)
class QueryConfiguration implements WebFluxConfigurer {
    @Override
    public void configureArgumentResolvers(ArgumentResolverConfigurer resolvers) {
        resolvers.addCustomResolver(new QueryRecordResolver());
    }
}
