/** Brings a PostgreSQL database to the schema of this version: roles, tables, rights and, if asked, demo data. */
@NullMarked
package com.spendtracker.db;

import org.jspecify.annotations.NullMarked;
