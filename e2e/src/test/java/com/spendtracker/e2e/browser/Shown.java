package com.spendtracker.e2e.browser;

import com.microsoft.playwright.options.ColorScheme;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How a test's window shows the page, where that matters. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
@interface Shown {
    int WIDE = 1280;
    int HEIGHT = 900;

    /** The width of the window in CSS pixels. */
    int width() default WIDE;

    ColorScheme colors() default ColorScheme.LIGHT;

    /** The language and region that the browser prefers. */
    String locale() default "en-US";
}
