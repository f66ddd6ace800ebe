package com.spendtracker.analytics.importing;

import com.spendtracker.analytics.audit.DataEvent;
import com.spendtracker.analytics.audit.DataEventRepository;
import com.spendtracker.analytics.categorisation.CategorisationService;
import com.spendtracker.analytics.transaction.OwnerLockRepository;
import com.spendtracker.bankfiles.csv.CsvMapping;
import com.spendtracker.support.problem.ProblemException;
import com.spendtracker.support.problem.ProblemType;
import com.spendtracker.support.web.Origin;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

/** Imports files: each in one transaction, so that all of it is there or nothing. */
@Service
class ImportService {
    private static final int SAMPLE = 20;
    private static final int LISTED = 100;
    private static final int LATEST = 200;

    private final StagingWriter staging;
    private final SelectStaged staged;
    private final ImportWriter imports;
    private final ImportRepository stored;
    private final SelectImportRows storedRows;
    private final PresetRepository presets;
    private final CategorisationService categorisation;
    private final DataEventRepository events;
    private final OwnerLockRepository lock;
    private final TransactionalOperator transaction;
    private final JsonMapper json;

    ImportService(
            StagingWriter staging,
            SelectStaged staged,
            ImportWriter imports,
            ImportRepository stored,
            SelectImportRows storedRows,
            PresetRepository presets,
            CategorisationService categorisation,
            DataEventRepository events,
            OwnerLockRepository lock,
            TransactionalOperator transaction,
            JsonMapper json) {
        this.staging = staging;
        this.staged = staged;
        this.imports = imports;
        this.stored = stored;
        this.storedRows = storedRows;
        this.presets = presets;
        this.categorisation = categorisation;
        this.events = events;
        this.lock = lock;
        this.transaction = transaction;
        this.json = json;
    }

    /** What importing this upload would do; stores nothing. */
    Mono<ImportReport> preview(long owner, Upload upload) {
        return recognise(owner, upload)
                .flatMap(file -> transaction
                        .execute(status -> {
                            status.setRollbackOnly();
                            return stage(owner, file, upload.options())
                                    .flatMap(encoder -> numbered(owner, encoder, accountIds(encoder))
                                            .then(Mono.defer(() -> previewReport(owner, upload, file, encoder))));
                        })
                        .single());
    }

    /** Imports this upload, or answers what an earlier request with the same key did. */
    Mono<Imported> run(long owner, Upload upload, @Nullable String key) {
        return transaction
                .execute(_ -> staging.lock(owner)
                        .then(earlier(owner, upload, key))
                        .map(id -> new Imported(id, true))
                        .switchIfEmpty(
                                Mono.defer(() -> store(owner, upload, key)).map(id -> new Imported(id, false))))
                .single();
    }

    /** The report of an import; 404 if its owner has none of this id. */
    Mono<ImportReport> getReport(long owner, int id) {
        return getImport(owner, id)
                .flatMap(found -> Mono.zip(
                        rows(owner, id, "duplicate", 0, LISTED),
                        rows(owner, id, "rejected", 0, LISTED),
                        (duplicates, rejected) -> toReport(found, duplicates, rejected)));
    }

    /** A part of the rows that an import did not store. */
    Mono<List<ImportRow>> getRows(long owner, int id, String outcome, long skip, int limit) {
        return getImport(owner, id).then(rows(owner, id, outcome, skip, limit));
    }

    /** The latest imports, newest first. */
    Flux<ImportSummary> latest(long owner) {
        return stored.selectLatest(owner, LATEST).map(this::toSummary);
    }

    /** What undoing would remove; 404 if there is no such import. */
    Mono<UndoPreview> getUndo(long owner, int id) {
        return getImport(owner, id).then(stored.selectUndo(owner, id));
    }

    /** Takes an import back; 404 if there is no such import, 409 if it was undone before. */
    Mono<Undone> undo(long owner, int id, Origin origin) {
        return transaction
                .execute(_ -> staging.lock(owner)
                        .then(lock.take(owner))
                        .then(Mono.defer(() -> getImport(owner, id)))
                        .flatMap(found -> found.undoneAt() == null
                                ? imports.undo(owner, id, createdAccounts(found))
                                : Mono.error(ProblemException.of(
                                        ProblemType.CONFLICT, "This import has been undone already.")))
                        .delayUntil(_ -> events.insert(owner, DataEvent.IMPORT_UNDONE, origin)))
                .single()
                .map(Undone::new);
    }

    /** Stores a row that was left out because it was known; 404 if there is none, 409 if it was stored before. */
    Mono<Kept> keep(long owner, int id, int row) {
        return transaction
                .execute(_ -> staging.lock(owner)
                        .then(lock.take(owner))
                        .then(Mono.defer(() -> getImport(owner, id)))
                        .flatMap(_ -> imports.keep(owner, id, row))
                        .switchIfEmpty(Mono.error(() -> ProblemException.of(
                                ProblemType.NOT_FOUND, "There is no such row to keep, or it is kept already."))))
                .single()
                .map(Kept::new);
    }

    private Mono<BankFile> recognise(long owner, Upload upload) {
        return Mono.fromCallable(() -> BankFile.recognise(upload.file(), upload.options()))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(file -> remembered(owner, upload.options(), file).defaultIfEmpty(file));
    }

    private Mono<BankFile> remembered(long owner, ImportOptions options, BankFile file) {
        String signature = file.signature();
        return signature == null || options.decidesLayout()
                ? Mono.empty()
                : presets.select(owner, signature)
                        .map(preset -> file.remembered(json.readValue(preset, CsvMapping.class)));
    }

    private Mono<Long> remember(long owner, Upload upload, BankFile file) {
        return file.signature() == null
                        || file.mapping() == null
                        || !upload.options().decidesLayout()
                ? Mono.just(0L)
                : presets.save(owner, upload.fileName(), file.signature(), json.writeValueAsString(file.mapping()));
    }

    private Mono<Integer> earlier(long owner, Upload upload, @Nullable String key) {
        return key == null
                ? Mono.empty()
                : stored.selectByKey(owner, key).map(found -> {
                    if (!found.requestHash().equals(upload.requestHash())) {
                        throw ProblemException.of(
                                ProblemType.CONFLICT, "This Idempotency-Key belongs to another request.");
                    }
                    return found.id();
                });
    }

    private Mono<Integer> store(long owner, Upload upload, @Nullable String key) {
        List<Integer> keep = upload.options().rowsToKeep();
        return recognise(owner, upload)
                .doOnNext(ImportService::requireDecided)
                .flatMap(file -> stage(owner, file, upload.options())
                        .delayUntil(_ -> lock.take(owner)) // only now, as reading a large file takes long
                        .flatMap(encoder -> accounts(owner, encoder)
                                .flatMap(ids -> numbered(owner, encoder, ids)
                                        .then(staged.count(keep))
                                        .flatMap(counts -> checked(owner, upload, counts))
                                        .flatMap(counts -> imports.insertImport(
                                                owner, toNewImport(upload, key, file, encoder, ids, counts)))))
                        .flatMap(id -> remember(owner, upload, file).thenReturn(id)))
                .flatMap(id -> imports.store(owner, id, keep).thenReturn(id));
    }

    /** Reads the file into the staging table. */
    private Mono<RowEncoder> stage(long owner, BankFile file, ImportOptions options) {
        return staging.begin()
                .then(categorisation.categoriserFor(owner))
                .zipWhen(_ -> stored.selectAccounts(owner).collectList())
                .map(known -> new RowEncoder(known.getT1(), new FileAccounts(known.getT2(), options)))
                .flatMap(encoder -> copy(file, encoder).thenReturn(encoder));
    }

    // What stopped the rows is told, not that COPY ended without them.
    private Mono<Long> copy(BankFile file, RowEncoder encoder) {
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        return staging.copy(EntryStream.rows(file, encoder).doOnError(failure::set))
                .onErrorMap(error -> Objects.requireNonNullElse(failure.get(), error));
    }

    private Mono<Void> numbered(long owner, RowEncoder encoder, List<Integer> accountIds) {
        List<Integer> numbers =
                encoder.accounts().found().stream().map(FileAccount::number).toList();
        return staging.number(owner, numbers, accountIds);
    }

    private static List<Integer> accountIds(RowEncoder encoder) {
        return encoder.accounts().found().stream()
                .map(account -> account.known() == null ? 0 : account.known().id())
                .toList();
    }

    /** The ids of the file's accounts, in its order; new ones are made. */
    private Mono<List<Integer>> accounts(long owner, RowEncoder encoder) {
        return Flux.fromIterable(encoder.accounts().found())
                .concatMap(account -> account(owner, account))
                .collectList();
    }

    private Mono<Integer> account(long owner, FileAccount account) {
        KnownAccount known = account.known();
        if (known == null) {
            return imports.insertAccount(owner, account);
        }
        String identifier = account.identifier();
        return identifier == null || known.identifier() != null
                ? Mono.just(known.id())
                : imports.setIdentifier(owner, known.id(), identifier);
    }

    private static void requireDecided(BankFile file) {
        if (!file.questions().isEmpty()) {
            String questions = file.questions().stream()
                    .map(question -> "Say " + question.option() + ", one of " + String.join(", ", question.choices())
                            + ": " + question.why())
                    .collect(Collectors.joining(" "));
            throw ProblemException.of(ProblemType.UNDECIDED, questions);
        }
    }

    private Mono<RowCounts> checked(long owner, Upload upload, RowCounts counts) {
        if (counts.rejectedRows() == 0 || !upload.options().stopsOnRejected()) {
            return Mono.just(counts);
        }
        return staged.rows(owner, "rejected", 5).collectList().map(rows -> {
            String reasons = rows.stream()
                    .map(row -> "Line " + row.line() + ": " + (row.field() == null ? "the row" : row.field()) + " "
                            + row.reason() + ".")
                    .collect(Collectors.joining(" "));
            throw ProblemException.of(
                    ProblemType.REJECTED_ROWS,
                    counts.rejectedRows() + " of " + counts.rows() + " rows can't be stored. " + reasons);
        });
    }

    private NewImport toNewImport(
            Upload upload,
            @Nullable String key,
            BankFile file,
            RowEncoder encoder,
            List<Integer> accountIds,
            RowCounts counts) {
        ImportDetails details = new ImportDetails(toReports(encoder, accountIds), encoder.remarks(), file.mapping());
        return new NewImport(
                key,
                upload.requestHash(),
                upload.fileName(),
                upload.file().size(),
                format(file),
                counts,
                json.writeValueAsString(details));
    }

    private static List<AccountReport> toReports(RowEncoder encoder, List<Integer> accountIds) {
        return encoder.accounts().found().stream()
                .map(account -> AccountReport.of(account, accountIds.get(account.number())))
                .toList();
    }

    private static String format(BankFile file) {
        return file.format().name().toLowerCase(Locale.ROOT);
    }

    private Mono<ImportReport> previewReport(long owner, Upload upload, BankFile file, RowEncoder encoder) {
        return Mono.zip(
                        staged.count(upload.options().rowsToKeep()),
                        staged.rows(owner, "new", SAMPLE).collectList(),
                        staged.rows(owner, "duplicate", LISTED).collectList(),
                        staged.rows(owner, "rejected", LISTED).collectList())
                .map(found -> new ImportReport(
                        0,
                        upload.fileName(),
                        format(file),
                        null,
                        null,
                        found.getT1().rows(),
                        found.getT1().newRows(),
                        found.getT1().duplicateRows(),
                        found.getT1().rejectedRows(),
                        toReports(encoder, accountIds(encoder)),
                        encoder.remarks(),
                        file.mapping(),
                        file.columns(),
                        file.questions(),
                        found.getT2(),
                        found.getT3(),
                        found.getT4()));
    }

    private Mono<StoredImport> getImport(long owner, int id) {
        return stored.selectById(owner, id)
                .switchIfEmpty(
                        Mono.error(() -> ProblemException.of(ProblemType.NOT_FOUND, "You have no import of this id.")));
    }

    private Mono<List<ImportRow>> rows(long owner, int id, String outcome, long skip, int limit) {
        return storedRows.select(owner, id, outcome, skip, limit).collectList();
    }

    private ImportDetails detailsOf(StoredImport found) {
        return json.readValue(found.details(), ImportDetails.class);
    }

    private List<Integer> createdAccounts(StoredImport found) {
        return detailsOf(found).accounts().stream()
                .filter(AccountReport::created)
                .map(AccountReport::id)
                .toList();
    }

    private ImportSummary toSummary(StoredImport found) {
        ImportDetails details = detailsOf(found);
        return new ImportSummary(
                found.id(),
                found.fileName(),
                found.format(),
                found.createdAt(),
                found.undoneAt(),
                found.counts().rows(),
                found.counts().newRows(),
                found.counts().duplicateRows(),
                found.counts().rejectedRows(),
                details.accounts(),
                details.remarks());
    }

    private ImportReport toReport(StoredImport found, List<ImportRow> duplicates, List<ImportRow> rejected) {
        ImportDetails details = detailsOf(found);
        return new ImportReport(
                found.id(),
                found.fileName(),
                found.format(),
                found.createdAt(),
                found.undoneAt(),
                found.counts().rows(),
                found.counts().newRows(),
                found.counts().duplicateRows(),
                found.counts().rejectedRows(),
                details.accounts(),
                details.remarks(),
                details.mapping(),
                List.of(),
                List.of(),
                List.of(),
                duplicates,
                rejected);
    }

    /** The transaction that a known row became. */
    record Kept(long transactionId) {}

    /**
     * An import that is stored.
     *
     * @param replayed whether an earlier request had stored it
     */
    record Imported(int id, boolean replayed) {}
}
