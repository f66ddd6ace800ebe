package com.spendtracker.bankfiles;

/** Something in the file that is no row of it and that its owner should know, as one sentence. */
public record Remark(int line, String text) implements Entry {}
