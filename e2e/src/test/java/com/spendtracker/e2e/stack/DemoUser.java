package com.spendtracker.e2e.stack;

import java.util.List;

/** The people of the demo data, each with two categories that are their own. */
public enum DemoUser {
    JOHN("john.doe@example.com", "John", "Groceries", "Utilities"),
    JANE("jane.doe@example.com", "Jane", "Dining", "Entertainment"),
    CHARLIE("charlie@example.com", "Charlie", "Shopping", "Travel");

    public static final String PASSWORD = "password123";

    private final String username;
    private final String firstName;
    private final String oneCategory;
    private final String anotherCategory;

    DemoUser(String username, String firstName, String oneCategory, String anotherCategory) {
        this.username = username;
        this.firstName = firstName;
        this.oneCategory = oneCategory;
        this.anotherCategory = anotherCategory;
    }

    public String username() {
        return username;
    }

    public String firstName() {
        return firstName;
    }

    public List<String> twoCategories() {
        return List.of(oneCategory, anotherCategory);
    }
}
