package com.spendtracker.analytics.category;

import com.spendtracker.analytics.importing.RunningImportRepository;
import com.spendtracker.analytics.transaction.OwnerLockRepository;
import com.spendtracker.support.problem.ProblemException;
import com.spendtracker.support.problem.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Keeps an owner's categories: each change is one transaction, and nothing that is in a category is lost with it. */
@Service
class CategoryService {
    private final CategoryRepository categories;
    private final SelectCategoryUsage usage;
    private final RunningImportRepository imports;
    private final OwnerLockRepository lock;

    CategoryService(
            CategoryRepository categories,
            SelectCategoryUsage usage,
            RunningImportRepository imports,
            OwnerLockRepository lock) {
        this.categories = categories;
        this.usage = usage;
        this.imports = imports;
        this.lock = lock;
    }

    /** Adds a category; 409 if there is one of its name. */
    Mono<Category> add(long owner, CategoryRequest request) {
        String name = request.checkedName();
        String color = request.checkedColor();
        return alone(owner, tree(owner).flatMap(tree -> insert(owner, tree, name, color, request.parentId())));
    }

    /** Changes a category; 404 if there is none of this id, 409 if there is another one of its name. */
    Mono<Category> change(long owner, int id, CategoryPatch patch) {
        return alone(owner, tree(owner).flatMap(tree -> {
            Category changed = patch.applyTo(tree.find(id));
            tree.requireParent(id, changed.parentId());
            return categories.update(owner, changed).thenReturn(changed);
        }));
    }

    /** Deletes a category after moving what is in it, if it is said where to; 409 if it is not and there is something. */
    Mono<Void> delete(long owner, int id, @Nullable Integer moveTo) {
        return alone(
                        owner,
                        imports.requireNone(owner)
                                .then(tree(owner))
                                .flatMap(tree -> empty(owner, tree, id, moveTo).thenReturn(tree))
                                .flatMap(tree -> categories.moveChildren(
                                        owner, id, tree.find(id).parentId()))
                                .then(categories.delete(owner, id)))
                .then();
    }

    /** Moves all that is in a category, and those below it, into another one, and deletes it. */
    Mono<CategoryMerged> merge(long owner, int id, @Nullable Integer into) {
        return alone(
                owner,
                imports.requireNone(owner)
                        .then(tree(owner))
                        .flatMap(tree -> merge(owner, tree, tree.find(id), target(tree, "into", id, into))));
    }

    private Mono<Category> insert(
            long owner, CategoryTree tree, String name, @Nullable String color, @Nullable Integer parentId) {
        String chosen = color == null ? CategoryColors.leastUsed(tree.all()) : color;
        Integer parent =
                parentId == null ? null : tree.named("parent_id", parentId).id();
        return categories.insert(owner, name, chosen, parent).map(id -> new Category(id, name, parent, chosen));
    }

    private Mono<?> empty(long owner, CategoryTree tree, int id, @Nullable Integer moveTo) {
        tree.find(id);
        return moveTo == null
                ? usage.select(owner, id).doOnNext(CategoryService::requireNone)
                : categories.moveContents(
                        owner, id, target(tree, "move_to", id, moveTo).id());
    }

    private Mono<CategoryMerged> merge(long owner, CategoryTree tree, Category from, Category into) {
        return raise(owner, tree, from, into)
                .then(categories.moveChildren(owner, from.id(), into.id()))
                .then(categories.moveContents(owner, from.id(), into.id()))
                .flatMap(moved -> categories
                        .delete(owner, from.id())
                        .flatMap(starter -> categories.inherit(owner, into.id(), starter))
                        .thenReturn(moved));
    }

    // What is merged into one of its own parts leaves it its place.
    private Mono<Long> raise(long owner, CategoryTree tree, Category from, Category into) {
        return tree.isWithin(into.id(), from.id())
                ? categories.update(owner, new Category(into.id(), into.name(), from.parentId(), into.color()))
                : Mono.empty();
    }

    private static Category target(CategoryTree tree, String field, int id, @Nullable Integer target) {
        if (target == null) {
            throw ProblemException.invalid(field, "is required");
        }
        if (target == id) {
            throw ProblemException.invalid(field, "must be another category");
        }
        return tree.named(field, target);
    }

    private static void requireNone(CategoryUsage usage) {
        if (!usage.isNone()) {
            throw ProblemException.of(
                    ProblemType.CONFLICT,
                    "It is in use (transactions: " + usage.transactions() + ", rules: " + usage.rules()
                            + "). Say with move_to which category they go to.");
        }
    }

    private Mono<CategoryTree> tree(long owner) {
        return categories.selectForChange(owner).collectList().map(CategoryTree::new);
    }

    private <T> Mono<T> alone(long owner, Mono<T> change) {
        return lock.alone(owner, change)
                .onErrorMap(
                        DuplicateKeyException.class,
                        _ -> ProblemException.of(ProblemType.CONFLICT, "You have a category of this name already."))
                .onErrorMap(
                        DataIntegrityViolationException.class,
                        _ -> ProblemException.of(
                                ProblemType.CONFLICT, "Something else has changed it meanwhile. Try again."));
    }
}
