package com.spendtracker.webui;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.config.ResourceHandlerRegistration;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.resource.EncodedResourceResolver;

/** Says which files are served where, and for how long a browser may keep them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SiteProperties.class)
class SiteConfiguration implements WebFluxConfigurer {
    private static final Duration A_YEAR = Duration.ofDays(365);
    private static final Duration A_DAY = Duration.ofDays(1);
    // Spring does not know this one.
    private static final MediaType MANIFEST = new MediaType("application", "manifest+json");

    private final String site;

    SiteConfiguration(SiteProperties properties) {
        this.site = properties.location();
    }

    /** Brotli and gzip siblings, made at build time, are preferred where the browser takes them. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        // An asset's name holds the hash of its content, so the content of a name never changes.
        registry.addResourceHandler(PageFilter.ASSETS + "**")
                .addResourceLocations(site + "assets/")
                .setCacheControl(CacheControl.maxAge(A_YEAR).cachePublic().immutable())
                .setUseLastModified(false)
                .resourceChain(true)
                .addResolver(new EncodedResourceResolver());
        // Browsers look for the icon each time that a page's address changes, so with every filter.
        serve(
                registry.addResourceHandler("/*.svg", "/*.png"),
                CacheControl.maxAge(A_DAY).cachePublic());
        serve(registry.addResourceHandler("/**"), CacheControl.noCache());
    }

    private void serve(ResourceHandlerRegistration files, CacheControl kept) {
        files.setMediaTypes(Map.of("webmanifest", MANIFEST));
        // A reproducible jar dates all files alike: only its content tells a new index.html from an old one.
        files.addResourceLocations(site)
                .setCacheControl(kept)
                .setUseLastModified(false)
                .setEtagGenerator(ContentTag::of)
                .resourceChain(true)
                .addResolver(new EncodedResourceResolver());
    }
}
