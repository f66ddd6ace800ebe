package com.spendtracker.support.web;

import java.time.Duration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;

/** The limits that every service puts on a request before reading it, and what tells requests apart. */
@AutoConfiguration
@EnableConfigurationProperties(ClientAddressProperties.class)
class HttpServerAutoConfiguration {
    private static final int MAX_LINE_BYTES = 16 * 1024;
    private static final int MAX_HEADER_BYTES = 16 * 1024;
    private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(75);

    @Bean
    RequestIds requestIds() {
        return new RequestIds();
    }

    @Bean
    ClientAddresses clientAddresses(ClientAddressProperties properties) {
        return new ClientAddresses(properties);
    }

    // Not a NettyServerCustomizer bean: Boot's own settings, whose defaults are shorter, are applied after those.
    @Bean
    WebServerFactoryCustomizer<NettyReactiveWebServerFactory> requestLimits() {
        return factory -> factory.addServerCustomizers(server -> server.idleTimeout(IDLE_TIMEOUT)
                .httpRequestDecoder(
                        decoder -> decoder.maxInitialLineLength(MAX_LINE_BYTES).maxHeaderSize(MAX_HEADER_BYTES)));
    }
}
