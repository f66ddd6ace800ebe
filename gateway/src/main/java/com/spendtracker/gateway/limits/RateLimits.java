package com.spendtracker.gateway.limits;

import com.spendtracker.support.web.ClientAddresses;
import java.security.Principal;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.server.WebFilter;
import reactor.core.publisher.Mono;

/** Which requests are counted, and where. */
@Configuration(proxyBeanMethods = false)
class RateLimits {
    /** After a request has its id, before anything is asked of it that costs more than counting. */
    private static final int BEFORE_SECURITY = Ordered.HIGHEST_PRECEDENCE + 100;

    private static final int AFTER_SECURITY = 0;

    @Bean
    Buckets buckets(RateLimitProperties properties) {
        Buckets here = new LocalBuckets(properties.window());
        return properties.redis().isEmpty() ? here : new RedisBuckets(properties.redis(), properties.window(), here);
    }

    @Bean
    @Order(BEFORE_SECURITY)
    WebFilter addressLimit(Buckets buckets, ClientAddresses addresses, RateLimitProperties properties) {
        Limit limit = new Limit("address", properties.perAddress(), properties.window());
        return new RateLimitFilter(limit, buckets, exchange -> Mono.just(addresses.of(exchange.getRequest())));
    }

    @Bean
    @Order(AFTER_SECURITY)
    WebFilter userLimit(Buckets buckets, RateLimitProperties properties) {
        Limit limit = new Limit("user", properties.perUser(), properties.window());
        return new RateLimitFilter(
                limit, buckets, exchange -> exchange.getPrincipal().map(Principal::getName));
    }
}
