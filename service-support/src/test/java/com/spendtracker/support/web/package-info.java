@NullMarked
package com.spendtracker.support.web;

import org.jspecify.annotations.NullMarked;
