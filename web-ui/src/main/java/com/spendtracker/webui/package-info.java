/** Serves the files of the dashboard. */
@NullMarked
package com.spendtracker.webui;

import org.jspecify.annotations.NullMarked;
