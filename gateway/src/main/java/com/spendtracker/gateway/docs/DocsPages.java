package com.spendtracker.gateway.docs;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Serves Swagger UI at {@code /docs}, over the documents of all services. */
@Configuration(proxyBeanMethods = false)
class DocsPages implements WebFluxConfigurer {
    private static final Duration ASSETS_AGE = Duration.ofDays(1);

    private final DocsProperties properties;

    DocsPages(DocsProperties properties) {
        this.properties = properties;
    }

    @Bean
    RouterFunction<ServerResponse> docsPage() {
        return RouterFunctions.route()
                .GET(
                        "/docs",
                        request -> ServerResponse.ok()
                                .contentType(MediaType.TEXT_HTML)
                                .bodyValue(new ClassPathResource("docs/index.html")))
                .build();
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.setOrder(0); // before the gateway's routes, whose last one takes everything
        registry.addResourceHandler("/docs/assets/**")
                .addResourceLocations(
                        "classpath:/docs/assets/",
                        "classpath:/META-INF/resources/webjars/swagger-ui/" + properties.swaggerUiVersion() + "/")
                .setCacheControl(CacheControl.maxAge(ASSETS_AGE));
    }
}
