package com.spendtracker.bankfiles;

/** Which of day, month and year is written first, second and third. */
public enum DateOrder {
    DMY,
    MDY,
    YMD
}
