package com.spendtracker.bankfiles;

/** The kinds of file that can be read. */
public enum BankFormat {
    /** Text with one row a line and a separator between columns; no two banks agree on more. */
    CSV,
    /** Open Financial Exchange 1.x (SGML) and 2.x (XML), also called QFX. */
    OFX,
    /** Quicken Interchange Format. */
    QIF,
    /** ISO 20022 cash management: camt.052, camt.053, camt.054. */
    CAMT,
    /** SWIFT MT940 customer statement. */
    MT940
}
