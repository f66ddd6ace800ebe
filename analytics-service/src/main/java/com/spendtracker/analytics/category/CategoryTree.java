package com.spendtracker.analytics.category;

import com.spendtracker.support.problem.ProblemException;
import com.spendtracker.support.problem.ProblemType;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All categories of one owner, each below its parent. */
final class CategoryTree {
    private final List<Category> all;
    private final Map<Integer, Category> byId;

    CategoryTree(List<Category> all) {
        this.all = List.copyOf(all);
        this.byId = all.stream().collect(Collectors.toMap(Category::id, Function.identity()));
    }

    List<Category> all() {
        return all;
    }

    /** The category of this id; 404 if its owner has none. */
    Category find(int id) {
        Category found = byId.get(id);
        if (found == null) {
            throw ProblemException.of(ProblemType.NOT_FOUND, "You have no category of this id.");
        }
        return found;
    }

    /** The category that a field of the input names; 400 if its owner has none of this id. */
    Category named(String field, int id) {
        Category found = byId.get(id);
        if (found == null) {
            throw ProblemException.invalid(field, "must be the id of one of your categories");
        }
        return found;
    }

    /** 400 unless this may be the parent of the category of this id. */
    void requireParent(int id, @Nullable Integer parentId) {
        if (parentId != null && isWithin(named("parent_id", parentId).id(), id)) {
            throw ProblemException.invalid("parent_id", "must be neither the category itself nor below it");
        }
    }

    /** Whether a category is this one or somewhere below it. */
    boolean isWithin(int id, int ancestor) {
        Category category = byId.get(id);
        while (category != null && category.id() != ancestor) {
            Integer parent = category.parentId();
            category = parent == null ? null : byId.get(parent);
        }
        return category != null;
    }
}
