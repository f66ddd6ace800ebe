package com.spendtracker.support.web;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import reactor.netty.http.server.HttpServer;

/** The limits that every service puts on a request before reading it, and what tells requests apart. */
@AutoConfiguration
@EnableConfigurationProperties({ClientAddressProperties.class, ClientConnectionProperties.class})
class HttpServerAutoConfiguration {
    private static final int MAX_LINE_BYTES = 16 * 1024;
    private static final int MAX_HEADER_BYTES = 16 * 1024;

    @Bean
    RequestIds requestIds() {
        return new RequestIds();
    }

    @Bean
    ClientAddresses clientAddresses(ClientAddressProperties properties) {
        return new ClientAddresses(properties);
    }

    @Bean
    Origins origins(ClientAddresses addresses) {
        return new Origins(addresses);
    }

    // Not a NettyServerCustomizer bean: Boot's own settings, whose defaults are shorter, are applied after those.
    @Bean
    WebServerFactoryCustomizer<NettyReactiveWebServerFactory> requestLimits(ClientConnectionProperties properties) {
        return factory -> factory.addServerCustomizers(server -> limit(server, properties));
    }

    private static HttpServer limit(HttpServer server, ClientConnectionProperties properties) {
        return server.idleTimeout(properties.idleTimeout())
                .readTimeout(properties.bodyTimeout())
                .httpRequestDecoder(
                        decoder -> decoder.maxInitialLineLength(MAX_LINE_BYTES).maxHeaderSize(MAX_HEADER_BYTES))
                .doOnChannelInit((_, channel, _) -> {
                    SlowSenders.watch(channel, properties.headerTimeout());
                    channel.pipeline().addFirst(new StalledReaders(properties.sendTimeout()));
                });
    }
}
