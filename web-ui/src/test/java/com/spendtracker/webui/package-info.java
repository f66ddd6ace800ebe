@NullMarked
package com.spendtracker.webui;

import org.jspecify.annotations.NullMarked;
