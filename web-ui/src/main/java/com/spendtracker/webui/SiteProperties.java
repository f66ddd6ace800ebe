package com.spendtracker.webui;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the built site is.
 *
 * @param location a folder as Spring names resources, with a slash at its end
 */
@ConfigurationProperties("spend-tracker.site")
record SiteProperties(String location) {}
