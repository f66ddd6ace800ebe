package com.spendtracker.gateway.tls;

import com.spendtracker.support.web.ClientAddresses;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.server.WebFilter;

/** Speaks TLS if there is a certificate, and tells browsers that came by TLS to come back by it only. */
@Configuration(proxyBeanMethods = false)
class Tls {
    private static final String HEADER = "Strict-Transport-Security";
    /** A year, of this very name: what else is below it may not speak TLS. */
    private static final String ONLY = "max-age=31536000";

    @Bean
    WebServerFactoryCustomizer<NettyReactiveWebServerFactory> certificate(TlsProperties properties) {
        return factory -> {
            if (!properties.certificate().isEmpty()) {
                factory.setSsl(toSsl(properties));
            }
        };
    }

    /** First of all, so that what is refused says it too. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    WebFilter strictTransport(ClientAddresses addresses) {
        return (exchange, chain) -> {
            if (addresses.isByTls(exchange.getRequest())) {
                exchange.getResponse().getHeaders().set(HEADER, ONLY);
            }
            return chain.filter(exchange);
        };
    }

    private static Ssl toSsl(TlsProperties properties) {
        Ssl ssl = new Ssl();
        ssl.setCertificate("file:" + properties.certificate());
        ssl.setCertificatePrivateKey("file:" + properties.privateKey());
        ssl.setEnabledProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        return ssl;
    }
}
