// Generated from openapi/analytics.json by `npm run generate`.
import type { Decimal } from '../../domain/decimal';

export interface paths {
    "/api/v1/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The user's accounts, by name */
        get: operations["listAccounts"];
        put?: never;
        /**
         * Add an account
         * @description Imports add the accounts that their files name.
         */
        post: operations["addAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete an account that has neither transactions nor rules */
        delete: operations["deleteAccount"];
        options?: never;
        head?: never;
        /**
         * Change an account
         * @description What is left out stays; an empty currency removes it.
         */
        patch: operations["changeAccount"];
        trace?: never;
    };
    "/api/v1/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The user's categories, by name */
        get: operations["listCategories"];
        put?: never;
        /** Add a category */
        post: operations["addCategory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/categories/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a category
         * @description One with transactions or rules needs move_to, the category that they go to. Categories below it move up.
         */
        delete: operations["deleteCategory"];
        options?: never;
        head?: never;
        /**
         * Change a category
         * @description What is left out stays; a parent_id of 0 makes it a part of none.
         */
        patch: operations["changeCategory"];
        trace?: never;
    };
    "/api/v1/categories/{id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Merge a category into another one
         * @description Its transactions, its rules and the categories below it go there; it is deleted.
         */
        post: operations["mergeCategory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/categories/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many transactions and rules each category has */
        get: operations["listCategoryUsage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dashboard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All figures of a filter's spending at once, beside those of an earlier range
         * @description Only spending counts, net of refunds unless `basis` says otherwise, and only what is in the currency that most of the matching transactions carry. Send the answer's ETag as If-None-Match to be told by 304 that it has not changed.
         */
        get: operations["getDashboard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * An event for each change of the user's transactions or categories
         * @description Event `change` says that figures read before may be out of date. A client that comes back with Last-Event-ID gets one at once, as it may have missed some. The stream ends with its access token.
         */
        get: operations["streamEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everything you own as one ZIP archive
         * @description profile.json, and for each kind of thing a file of JSON lines.
         */
        get: operations["exportEverything"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The latest imports, newest first */
        get: operations["listImports"];
        put?: never;
        /**
         * Import a bank's file
         * @description All of the file is stored or nothing. What is there already is recognised and left out. With an Idempotency-Key, a retry answers what the first request did.
         */
        post: operations["importFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What became of one file */
        get: operations["getImport"];
        put?: never;
        post?: never;
        /**
         * Undo an import
         * @description Removes the transactions that it stored, and the accounts that it made if they are empty then.
         */
        delete: operations["undoImport"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rows of a file that were not stored, and why */
        get: operations["listImportRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/rows/{row}/keep": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Store a row after all that was left out because it was known
         * @description For what a bank writes twice and means twice.
         */
        post: operations["keepImportRow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What undoing an import would remove */
        get: operations["previewUndo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What importing a file would do
         * @description Stores nothing.
         */
        post: operations["previewImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The user's rules, in the order in which they are tried */
        get: operations["listRules"];
        put?: never;
        /**
         * Add a rule after the others
         * @description It counts for imports from now on; apply it to change what is stored already.
         */
        post: operations["addRule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change a rule, all but its position */
        put: operations["replaceRule"];
        post?: never;
        /**
         * Delete a rule
         * @description Transactions keep the categories that it gave them.
         */
        delete: operations["deleteRule"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules/{id}/apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Apply a rule to the transactions that are stored
         * @description Categories that were chosen by hand stay.
         */
        post: operations["applyRule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Put all rules into another order */
        put: operations["orderRules"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What applying a rule would change
         * @description Changes nothing, and the rule need not exist.
         */
        post: operations["previewRule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/transactions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Transactions of every kind, newest first unless told
         * @description The order is stable. The header X-Total-Count says how many match the filter altogether, and X-Next-Cursor, where there are more, what to ask for with `after` to go on.
         */
        get: operations["listTransactions"];
        put?: never;
        /** Add a transaction */
        post: operations["addTransaction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/transactions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One transaction
         * @description Its ETag is what If-Match asks for when it is changed.
         */
        get: operations["getTransaction"];
        /** Replace a transaction */
        put: operations["replaceTransaction"];
        post?: never;
        /**
         * Delete a transaction and its parts
         * @description They can be brought back for thirty days.
         */
        delete: operations["deleteTransaction"];
        options?: never;
        head?: never;
        /**
         * Change some of a transaction
         * @description What is left out stays; an empty text removes what was there.
         */
        patch: operations["changeTransaction"];
        trace?: never;
    };
    "/api/v1/transactions/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring a deleted transaction back */
        post: operations["restoreTransaction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/transactions/{id}/split": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Split a transaction into parts
         * @description The first part keeps the id; the parts sum to the whole.
         */
        post: operations["splitTransaction"];
        /** Make a split transaction whole again */
        delete: operations["joinTransaction"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/transactions/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change many transactions alike */
        post: operations["changeTransactions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/transactions/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Transactions as a file, oldest first
         * @description As CSV with amounts signed as banks do, which can be imported again; or as JSON lines.
         */
        get: operations["exportTransactions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/transactions/merchants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The merchants on whom most is spent
         * @description Net of refunds, largest first.
         */
        get: operations["getTopMerchants"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/transactions/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Total, average and spending by category
         * @description Net of refunds; income and transfers do not count.
         */
        get: operations["getSpendingMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/transactions/time-series": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Spending by day, week or month
         * @description Ascending, with a zero for each period in which nothing was spent.
         */
        get: operations["getTimeSeries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The user's saved views of the dashboard, by name */
        get: operations["listViews"];
        put?: never;
        /**
         * Save a view
         * @description If it is the default, whichever was that is so no longer.
         */
        post: operations["addView"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change a view
         * @description If it is the default now, whichever was that is so no longer.
         */
        put: operations["replaceView"];
        post?: never;
        /** Delete a view */
        delete: operations["deleteView"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Account: {
            /** @example EUR */
            currency: string | null;
            /** Format: int32 */
            id: number;
            identifier: string | null;
            /** Format: date */
            last_date: string | null;
            /** @example Everyday */
            name: string;
            /** Format: int64 */
            transactions: number;
        };
        AccountReport: {
            closing: Decimal | null;
            created: boolean;
            currency: string;
            /** Format: int32 */
            id: number;
            identifier: string | null;
            name: string;
            opening: Decimal | null;
            reconciled: boolean | null;
            /** Format: int32 */
            rows: number;
        };
        AccountRequest: {
            /** @example EUR */
            currency?: string;
            /** @example Everyday */
            name?: string;
        };
        /** @enum {string} */
        Basis: "net" | "gross";
        BulkChange: {
            category?: string;
            ids: number[];
            /** @enum {string} */
            kind?: "spending" | "income" | "transfer";
            merchant?: string;
        };
        Category: {
            /** @example #2e7d32 */
            color: string;
            /** Format: int32 */
            id: number;
            /** @example Groceries */
            name: string;
            /** Format: int32 */
            parent_id: number | null;
        };
        CategoryAmount: {
            category: string;
            total: Decimal;
        };
        CategoryMerge: {
            /** Format: int32 */
            into: number;
        };
        CategoryMerged: {
            /** Format: int64 */
            rules: number;
            /** Format: int64 */
            transactions: number;
        };
        CategoryPatch: {
            /** @example #7b1fa2 */
            color?: string;
            name?: string;
            /** Format: int32 */
            parent_id?: number;
        };
        CategoryRequest: {
            /** @example #7b1fa2 */
            color?: string | null;
            /** @example Streaming */
            name: string;
            /** Format: int32 */
            parent_id?: number | null;
        };
        CategoryTotal: {
            category: string;
            /** @example #2e7d32 */
            color: string;
            total: Decimal;
            /** Format: int64 */
            transaction_count: number;
        };
        CategoryUsage: {
            /** Format: int32 */
            id: number;
            /** Format: int64 */
            rules: number;
            /** @example groceries */
            starter: string | null;
            /** Format: int64 */
            transactions: number;
        };
        Columns: {
            /** Format: int32 */
            account_column: number | null;
            /** Format: int32 */
            amount_column: number | null;
            /** Format: int32 */
            balance_column: number | null;
            /** Format: int32 */
            category_column: number | null;
            /** Format: int32 */
            credit_column: number | null;
            /** Format: int32 */
            currency_column: number | null;
            /** Format: int32 */
            date_column: number;
            /** Format: int32 */
            debit_column: number | null;
            description_columns: number[];
            /** Format: int32 */
            payee_column: number | null;
            /** Format: int32 */
            reference_column: number | null;
            /** Format: int32 */
            type_column: number | null;
        };
        CsvColumn: {
            examples: string[];
            name: string;
        };
        CsvMapping: {
            columns: components["schemas"]["Columns"];
            /** @enum {string} */
            date_order: "DMY" | "MDY" | "YMD";
            decimal_separator: string;
            delimiter: string;
            encoding: string;
            header: boolean;
            inverted: boolean;
            quote: string;
            /** Format: int32 */
            skip_lines: number;
        };
        Dashboard: {
            average_month: Decimal;
            average_transaction: Decimal;
            before: components["schemas"]["DashboardBefore"] | null;
            categories: components["schemas"]["CategoryTotal"][];
            /** @example EUR */
            currency: string | null;
            days: components["schemas"]["DayTotal"][];
            /** Format: int64 */
            excluded_transaction_count: number;
            /** Format: date */
            first_date: string | null;
            granularity: components["schemas"]["Granularity"];
            largest: components["schemas"]["LargestTransaction"] | null;
            /** Format: date */
            last_date: string | null;
            merchants: components["schemas"]["MerchantTotal"][];
            months: components["schemas"]["MonthTotal"][];
            points: components["schemas"]["DashboardPoint"][];
            total_spent: Decimal;
            /** Format: int64 */
            transaction_count: number;
            weekdays: components["schemas"]["WeekdayTotal"][];
        };
        DashboardBefore: {
            average_month: Decimal;
            average_transaction: Decimal;
            categories: components["schemas"]["CategoryAmount"][];
            /** Format: date */
            end_date: string;
            largest: Decimal | null;
            points: components["schemas"]["DashboardBeforePoint"][];
            /** Format: date */
            start_date: string;
            total_spent: Decimal;
            /** Format: int64 */
            transaction_count: number;
        };
        DashboardBeforePoint: {
            /** Format: date */
            end_date: string;
            /** Format: date */
            start_date: string;
            total: Decimal;
        };
        DashboardPoint: {
            /** Format: date */
            end_date: string;
            largest: Decimal | null;
            /** Format: date */
            period_start: string;
            /** Format: date */
            start_date: string;
            total: Decimal;
            /** Format: int64 */
            transaction_count: number;
        };
        DayTotal: {
            /** Format: date */
            date: string;
            total: Decimal;
            /** Format: int64 */
            transaction_count: number;
        };
        /** @enum {string} */
        Granularity: "day" | "week" | "month";
        ImportReport: {
            accounts: components["schemas"]["AccountReport"][];
            columns: components["schemas"]["CsvColumn"][];
            /** Format: date-time */
            created_at: string | null;
            /** Format: int32 */
            duplicate_rows: number;
            duplicates: components["schemas"]["ImportRow"][];
            file_name: string;
            format: string;
            /** Format: int32 */
            id: number;
            mapping: components["schemas"]["CsvMapping"] | null;
            /** Format: int32 */
            new_rows: number;
            questions: components["schemas"]["Question"][];
            rejected: components["schemas"]["ImportRow"][];
            /** Format: int32 */
            rejected_rows: number;
            remarks: string[];
            /** Format: int32 */
            rows: number;
            sample: components["schemas"]["ImportRow"][];
            /** Format: date-time */
            undone_at: string | null;
        };
        ImportRow: {
            amount: Decimal | null;
            category: string | null;
            category_source: string | null;
            currency: string | null;
            description: string | null;
            /** Format: int64 */
            equals_id: number | null;
            excerpt: string | null;
            field: string | null;
            kind: string | null;
            /** Format: int32 */
            line: number;
            merchant: string | null;
            /** @enum {string} */
            outcome: "new" | "duplicate" | "rejected";
            reason: string | null;
            /** Format: int32 */
            row: number;
            /** Format: date */
            transaction_date: string | null;
        };
        ImportSummary: {
            accounts: components["schemas"]["AccountReport"][];
            /** Format: date-time */
            created_at: string | null;
            /** Format: int32 */
            duplicate_rows: number;
            file_name: string;
            format: string;
            /** Format: int32 */
            id: number;
            /** Format: int32 */
            new_rows: number;
            /** Format: int32 */
            rejected_rows: number;
            remarks: string[];
            /** Format: int32 */
            rows: number;
            /** Format: date-time */
            undone_at: string | null;
        };
        InvalidField: {
            field?: string;
            message?: string;
        };
        Kept: {
            /** Format: int64 */
            transaction_id: number;
        };
        /** @enum {string} */
        Kind: "spending" | "income" | "transfer";
        LargestTransaction: {
            amount: Decimal;
            category: string;
            description: string | null;
            /** Format: int64 */
            id: number;
            merchant: string | null;
            /** Format: date */
            transaction_date: string;
        };
        MerchantTotal: {
            merchant: string;
            total: Decimal;
            /** Format: int64 */
            transaction_count: number;
        };
        MonthTotal: {
            categories: components["schemas"]["CategoryAmount"][];
            /** Format: date */
            end_date: string;
            /** Format: date */
            month: string;
            /** Format: date */
            start_date: string;
            total: Decimal;
        };
        Part: {
            amount: Decimal;
            category: string;
            description?: string;
        };
        Problem: {
            detail?: string;
            errors?: components["schemas"]["InvalidField"][];
            instance?: string;
            request_id?: string;
            /** Format: int32 */
            status?: number;
            title?: string;
            type?: string;
        };
        Question: {
            choices: string[];
            option: string;
            why: string;
        };
        Rule: {
            /** Format: int32 */
            account_id: number | null;
            category: string | null;
            /** @enum {string} */
            comparison: "contains" | "equals" | "matches";
            /** @enum {string} */
            field: "any" | "merchant" | "description";
            /** Format: int32 */
            id: number;
            /** @description spending, income or transfer */
            kind: string | null;
            max_amount: Decimal | null;
            merchant: string | null;
            min_amount: Decimal | null;
            /** @example corner shop */
            pattern: string;
            /** Format: int32 */
            position: number;
        };
        RuleApplied: {
            /** Format: int64 */
            changed: number;
        };
        RuleEffect: {
            amount: Decimal;
            category_after: string;
            category_before: string;
            /** @example EUR */
            currency: string;
            description: string | null;
            /** Format: int64 */
            id: number;
            kind_after: components["schemas"]["Kind"];
            kind_before: components["schemas"]["Kind"];
            merchant: string | null;
            merchant_after: string | null;
            merchant_before: string | null;
            /** Format: date */
            transaction_date: string;
        };
        RuleOrder: {
            ids: number[];
        };
        RulePreview: {
            /** Format: int32 */
            changing: number;
            /** Format: int32 */
            matching: number;
            sample: components["schemas"]["RuleEffect"][];
        };
        RuleRequest: {
            /** Format: int32 */
            account_id?: number | null;
            category?: string | null;
            /** @enum {string} */
            comparison: "contains" | "equals" | "matches";
            /** @enum {string} */
            field: "any" | "merchant" | "description";
            /** @description spending, income or transfer */
            kind?: string | null;
            max_amount?: Decimal | null;
            merchant?: string | null;
            min_amount?: Decimal | null;
            /** @example corner shop */
            pattern: string;
        };
        ServerSentEventString: unknown;
        SpendingMetrics: {
            average_transaction: Decimal;
            /** @example EUR */
            currency: string | null;
            /** Format: int64 */
            excluded_transaction_count: number;
            /** Format: date */
            first_date: string | null;
            /** Format: date */
            last_date: string | null;
            /**
             * @example {
             *       "Groceries": 600,
             *       "Utilities": 120.5
             *     }
             */
            spending_by_category: {
                [key: string]: Decimal;
            };
            top_categories: components["schemas"]["CategoryTotal"][];
            total_spent: Decimal;
            /** Format: int64 */
            transaction_count: number;
        };
        SplitRequest: {
            parts: components["schemas"]["Part"][];
        };
        TimeSeries: {
            /** @example EUR */
            currency: string | null;
            granularity: components["schemas"]["Granularity"];
            points: components["schemas"]["TimeSeriesPoint"][];
        };
        TimeSeriesPoint: {
            /** Format: date */
            end_date: string;
            /** Format: date */
            period_start: string;
            /** Format: date */
            start_date: string;
            total: Decimal;
            /** Format: int64 */
            transaction_count: number;
        };
        TopMerchants: {
            /** @example EUR */
            currency: string | null;
            merchants: components["schemas"]["MerchantTotal"][];
        };
        Transaction: {
            /** @example Everyday */
            account: string | null;
            amount: Decimal;
            /** @example Groceries */
            category: string;
            /** @enum {string} */
            category_source: "hand" | "rule" | "learnt" | "known" | "file" | "transfer" | "none";
            /** @example EUR */
            currency: string;
            description: string | null;
            /** Format: int64 */
            id: number;
            /** Format: int32 */
            import_id: number | null;
            kind: components["schemas"]["Kind"];
            /** Format: int32 */
            learnt_from: number | null;
            merchant: string | null;
            /** Format: int32 */
            rule_id: number | null;
            /** Format: int64 */
            split_of: number | null;
            /** Format: date */
            transaction_date: string;
            /** Format: int64 */
            user_id: number;
            /** Format: int32 */
            version: number;
        };
        TransactionPatch: {
            account?: string;
            amount?: Decimal;
            category?: string;
            currency?: string;
            description?: string;
            /** @enum {string} */
            kind?: "spending" | "income" | "transfer";
            merchant?: string;
            /** Format: date */
            transaction_date?: string;
        };
        TransactionRequest: {
            account?: string | null;
            /** @example 12.5 */
            amount: Decimal;
            /** @example Groceries */
            category: string;
            /** @example EUR */
            currency: string;
            description?: string | null;
            /** @enum {string|null} */
            kind?: "spending" | "income" | "transfer" | null;
            merchant?: string | null;
            /** Format: date */
            transaction_date: string;
        };
        TransactionsChanged: {
            /** Format: int64 */
            changed: number;
        };
        Undone: {
            /** Format: int64 */
            removed: number;
        };
        UndoPreview: {
            /** Format: int32 */
            edited: number;
            /** Format: int32 */
            transactions: number;
        };
        UploadForm: {
            /** Format: binary */
            file: string;
            /**
             * @description JSON
             * @example {
             *       "account": "Everyday",
             *       "currency": "EUR"
             *     }
             */
            options?: string;
        };
        View: {
            /** Format: int32 */
            id: number;
            is_default: boolean;
            /** @example Food at home */
            name: string;
            /** @example from=2026-01-01&categories=Groceries */
            query: string;
        };
        ViewRequest: {
            is_default?: boolean;
            /** @example Food at home */
            name: string;
            /** @example from=2026-01-01&categories=Groceries */
            query: string;
        };
        WeekdayTotal: {
            average_day: Decimal;
            /** Format: int64 */
            day_count: number;
            total: Decimal;
            /** Format: int64 */
            transaction_count: number;
            /**
             * Format: int32
             * @description From 1 (Monday) to 7 (Sunday)
             */
            weekday: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listAccounts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"][];
                };
            };
            /** @description A parameter is wrong; `errors` names it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountRequest"];
            };
        };
        responses: {
            /** @description It is added */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description A parameter is wrong; `errors` names it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is wrong; `errors` names it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description A parameter is wrong; `errors` names it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCategories: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Category"][];
                };
            };
            /** @description A parameter is wrong; `errors` names it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addCategory: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CategoryRequest"];
            };
        };
        responses: {
            /** @description It is added */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Category"];
                };
            };
            /** @description A parameter is wrong; `errors` names it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteCategory: {
        parameters: {
            query?: {
                move_to?: number;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is wrong; `errors` names it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeCategory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CategoryPatch"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Category"];
                };
            };
            /** @description A parameter is wrong; `errors` names it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    mergeCategory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CategoryMerge"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CategoryMerged"];
                };
            };
            /** @description A parameter is wrong; `errors` names it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCategoryUsage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CategoryUsage"][];
                };
            };
            /** @description A parameter is wrong; `errors` names it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDashboard: {
        parameters: {
            query?: {
                /**
                 * @description Ids of accounts, separated by commas; none means all
                 * @example 1,2
                 */
                accounts?: string;
                /** @description Gross leaves refunds out, which are spending with a negative amount */
                basis?: components["schemas"]["Basis"];
                /**
                 * @description The last day of the range to compare with, inclusive
                 * @example 2025-12-31
                 */
                before_end_date?: string;
                /**
                 * @description The first day of the range to compare with, inclusive; goes with before_end_date
                 * @example 2025-01-01
                 */
                before_start_date?: string;
                /**
                 * @description Names of categories, separated by commas, in any case; none means all, a name that does not exist matches nothing
                 * @example Groceries,Utilities
                 */
                categories?: string;
                /**
                 * @description Only transactions in this currency, three letters of ISO 4217
                 * @example EUR
                 */
                currency?: string;
                /**
                 * @description The last day, inclusive
                 * @example 2026-12-31
                 */
                end_date?: string;
                /** @description The length of the points */
                granularity?: components["schemas"]["Granularity"];
                /**
                 * @description Only what this import stored
                 * @example 7
                 */
                import_id?: number;
                /** @description Only transactions of this kind */
                kind?: components["schemas"]["Kind"];
                /**
                 * @description The largest amount, without its sign, inclusive
                 * @example 99.99
                 */
                max_amount?: Decimal;
                /** @description Only transactions with this merchant, the whole name letter by letter; may be repeated, and any of them matches */
                merchant?: string[];
                /**
                 * @description The least amount, without its sign, inclusive
                 * @example 10
                 */
                min_amount?: Decimal;
                /**
                 * @description Part of the merchant or the description, in any case
                 * @example coffee
                 */
                q?: string;
                /**
                 * @description The first day, inclusive
                 * @example 2026-01-01
                 */
                start_date?: string;
                /** @description The day that weeks begin on, from 1 (Monday) to 7 (Sunday) */
                week_start?: number;
                /**
                 * @description Days of the week from 1 (Monday) to 7 (Sunday), separated by commas; none means all
                 * @example 6,7
                 */
                weekdays?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The figures */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dashboard"];
                };
            };
            /** @description They are those that the sent ETag belongs to */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is wrong; `errors` names it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    streamEvents: {
        parameters: {
            query?: never;
            header?: {
                /** @description The id of the last event seen */
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["ServerSentEventString"][];
                };
            };
            /** @description A parameter is wrong; `errors` names it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportEverything: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The archive */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": string;
                };
            };
            /** @description A parameter is wrong; `errors` names it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listImports: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportSummary"][];
                };
            };
            /** @description A parameter is wrong; `errors` names it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    importFile: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["UploadForm"];
            };
        };
        responses: {
            /** @description An earlier request with this key had imported it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportReport"];
                };
            };
            /** @description The file is imported */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportReport"];
                };
            };
            /** @description A parameter is wrong; `errors` names it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportReport"];
                };
            };
            /** @description A parameter is wrong; `errors` names it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    undoImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Undone"];
                };
            };
            /** @description A parameter is wrong; `errors` names it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listImportRows: {
        parameters: {
            query: {
                limit?: number;
                outcome: "duplicate" | "rejected";
                skip?: number;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportRow"][];
                };
            };
            /** @description A parameter is wrong; `errors` names it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    keepImportRow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
                row: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Kept"];
                };
            };
            /** @description A parameter is wrong; `errors` names it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewUndo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UndoPreview"];
                };
            };
            /** @description A parameter is wrong; `errors` names it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewImport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["UploadForm"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportReport"];
                };
            };
            /** @description A parameter is wrong; `errors` names it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rule"][];
                };
            };
            /** @description A parameter is wrong; `errors` names it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addRule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RuleRequest"];
            };
        };
        responses: {
            /** @description The rule is added */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rule"];
                };
            };
            /** @description A parameter is wrong; `errors` names it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replaceRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RuleRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rule"];
                };
            };
            /** @description A parameter is wrong; `errors` names it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is wrong; `errors` names it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    applyRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleApplied"];
                };
            };
            /** @description A parameter is wrong; `errors` names it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    orderRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RuleOrder"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rule"][];
                };
            };
            /** @description A parameter is wrong; `errors` names it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewRule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RuleRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RulePreview"];
                };
            };
            /** @description A parameter is wrong; `errors` names it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTransactions: {
        parameters: {
            query?: {
                /**
                 * @description Ids of accounts, separated by commas; none means all
                 * @example 1,2
                 */
                accounts?: string;
                /** @description Go on after an answer: its X-Next-Cursor, with the same filters and the same sort, and without skip. However far into a list, it takes no longer than its beginning */
                after?: string;
                /** @description Gross leaves refunds out, which are spending with a negative amount */
                basis?: components["schemas"]["Basis"];
                /**
                 * @description Names of categories, separated by commas, in any case; none means all, a name that does not exist matches nothing
                 * @example Groceries,Utilities
                 */
                categories?: string;
                /**
                 * @description Only transactions in this currency, three letters of ISO 4217
                 * @example EUR
                 */
                currency?: string;
                /**
                 * @description The last day, inclusive
                 * @example 2026-12-31
                 */
                end_date?: string;
                /**
                 * @description Only what this import stored
                 * @example 7
                 */
                import_id?: number;
                /** @description Only transactions of this kind */
                kind?: components["schemas"]["Kind"];
                /** @description How many to answer at most */
                limit?: number;
                /**
                 * @description The largest amount, without its sign, inclusive
                 * @example 99.99
                 */
                max_amount?: Decimal;
                /** @description Only transactions with this merchant, the whole name letter by letter; may be repeated, and any of them matches */
                merchant?: string[];
                /**
                 * @description The least amount, without its sign, inclusive
                 * @example 10
                 */
                min_amount?: Decimal;
                /**
                 * @description Part of the merchant or the description, in any case
                 * @example coffee
                 */
                q?: string;
                /** @description How many to leave out at the beginning */
                skip?: number;
                /** @description The order */
                sort?: "-date" | "date" | "-amount" | "amount" | "merchant" | "-merchant" | "category" | "-category";
                /**
                 * @description The first day, inclusive
                 * @example 2026-01-01
                 */
                start_date?: string;
                /**
                 * @description Days of the week from 1 (Monday) to 7 (Sunday), separated by commas; none means all
                 * @example 6,7
                 */
                weekdays?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    "X-Next-Cursor"?: string;
                    "X-Total-Count"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Transaction"][];
                };
            };
            /** @description A parameter is wrong; `errors` names it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addTransaction: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TransactionRequest"];
            };
        };
        responses: {
            /** @description It is added */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Transaction"];
                };
            };
            /** @description A parameter is wrong; `errors` names it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTransaction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Transaction"];
                };
            };
            /** @description A parameter is wrong; `errors` names it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replaceTransaction: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TransactionRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Transaction"];
                };
            };
            /** @description A parameter is wrong; `errors` names it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteTransaction: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is wrong; `errors` names it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeTransaction: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TransactionPatch"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Transaction"];
                };
            };
            /** @description A parameter is wrong; `errors` names it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    restoreTransaction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Transaction"];
                };
            };
            /** @description A parameter is wrong; `errors` names it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    splitTransaction: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SplitRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Transaction"][];
                };
            };
            /** @description A parameter is wrong; `errors` names it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    joinTransaction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Transaction"];
                };
            };
            /** @description A parameter is wrong; `errors` names it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeTransactions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkChange"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransactionsChanged"];
                };
            };
            /** @description A parameter is wrong; `errors` names it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportTransactions: {
        parameters: {
            query?: {
                /**
                 * @description Ids of accounts, separated by commas; none means all
                 * @example 1,2
                 */
                accounts?: string;
                /** @description Gross leaves refunds out, which are spending with a negative amount */
                basis?: components["schemas"]["Basis"];
                /**
                 * @description Names of categories, separated by commas, in any case; none means all, a name that does not exist matches nothing
                 * @example Groceries,Utilities
                 */
                categories?: string;
                /**
                 * @description Only transactions in this currency, three letters of ISO 4217
                 * @example EUR
                 */
                currency?: string;
                /**
                 * @description The last day, inclusive
                 * @example 2026-12-31
                 */
                end_date?: string;
                format?: "csv" | "jsonl";
                /**
                 * @description Only what this import stored
                 * @example 7
                 */
                import_id?: number;
                /** @description Only transactions of this kind */
                kind?: components["schemas"]["Kind"];
                /**
                 * @description The largest amount, without its sign, inclusive
                 * @example 99.99
                 */
                max_amount?: Decimal;
                /** @description Only transactions with this merchant, the whole name letter by letter; may be repeated, and any of them matches */
                merchant?: string[];
                /**
                 * @description The least amount, without its sign, inclusive
                 * @example 10
                 */
                min_amount?: Decimal;
                /**
                 * @description Part of the merchant or the description, in any case
                 * @example coffee
                 */
                q?: string;
                /**
                 * @description The first day, inclusive
                 * @example 2026-01-01
                 */
                start_date?: string;
                /**
                 * @description Days of the week from 1 (Monday) to 7 (Sunday), separated by commas; none means all
                 * @example 6,7
                 */
                weekdays?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": components["schemas"]["Transaction"];
                    "text/csv": string;
                };
            };
            /** @description A parameter is wrong; `errors` names it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTopMerchants: {
        parameters: {
            query?: {
                /**
                 * @description Ids of accounts, separated by commas; none means all
                 * @example 1,2
                 */
                accounts?: string;
                /** @description Gross leaves refunds out, which are spending with a negative amount */
                basis?: components["schemas"]["Basis"];
                /**
                 * @description Names of categories, separated by commas, in any case; none means all, a name that does not exist matches nothing
                 * @example Groceries,Utilities
                 */
                categories?: string;
                /**
                 * @description Only transactions in this currency, three letters of ISO 4217
                 * @example EUR
                 */
                currency?: string;
                /**
                 * @description The last day, inclusive
                 * @example 2026-12-31
                 */
                end_date?: string;
                /**
                 * @description Only what this import stored
                 * @example 7
                 */
                import_id?: number;
                /** @description Only transactions of this kind */
                kind?: components["schemas"]["Kind"];
                /** @description How many to answer at most */
                limit?: number;
                /**
                 * @description The largest amount, without its sign, inclusive
                 * @example 99.99
                 */
                max_amount?: Decimal;
                /** @description Only transactions with this merchant, the whole name letter by letter; may be repeated, and any of them matches */
                merchant?: string[];
                /**
                 * @description The least amount, without its sign, inclusive
                 * @example 10
                 */
                min_amount?: Decimal;
                /**
                 * @description Part of the merchant or the description, in any case
                 * @example coffee
                 */
                q?: string;
                /**
                 * @description The first day, inclusive
                 * @example 2026-01-01
                 */
                start_date?: string;
                /**
                 * @description Days of the week from 1 (Monday) to 7 (Sunday), separated by commas; none means all
                 * @example 6,7
                 */
                weekdays?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TopMerchants"];
                };
            };
            /** @description A parameter is wrong; `errors` names it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSpendingMetrics: {
        parameters: {
            query?: {
                /**
                 * @description Ids of accounts, separated by commas; none means all
                 * @example 1,2
                 */
                accounts?: string;
                /** @description Gross leaves refunds out, which are spending with a negative amount */
                basis?: components["schemas"]["Basis"];
                /**
                 * @description Names of categories, separated by commas, in any case; none means all, a name that does not exist matches nothing
                 * @example Groceries,Utilities
                 */
                categories?: string;
                /**
                 * @description Only transactions in this currency, three letters of ISO 4217
                 * @example EUR
                 */
                currency?: string;
                /**
                 * @description The last day, inclusive
                 * @example 2026-12-31
                 */
                end_date?: string;
                /**
                 * @description Only what this import stored
                 * @example 7
                 */
                import_id?: number;
                /** @description Only transactions of this kind */
                kind?: components["schemas"]["Kind"];
                /**
                 * @description The largest amount, without its sign, inclusive
                 * @example 99.99
                 */
                max_amount?: Decimal;
                /** @description Only transactions with this merchant, the whole name letter by letter; may be repeated, and any of them matches */
                merchant?: string[];
                /**
                 * @description The least amount, without its sign, inclusive
                 * @example 10
                 */
                min_amount?: Decimal;
                /**
                 * @description Part of the merchant or the description, in any case
                 * @example coffee
                 */
                q?: string;
                /**
                 * @description The first day, inclusive
                 * @example 2026-01-01
                 */
                start_date?: string;
                /**
                 * @description Days of the week from 1 (Monday) to 7 (Sunday), separated by commas; none means all
                 * @example 6,7
                 */
                weekdays?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SpendingMetrics"];
                };
            };
            /** @description A parameter is wrong; `errors` names it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTimeSeries: {
        parameters: {
            query?: {
                /**
                 * @description Ids of accounts, separated by commas; none means all
                 * @example 1,2
                 */
                accounts?: string;
                /** @description Gross leaves refunds out, which are spending with a negative amount */
                basis?: components["schemas"]["Basis"];
                /**
                 * @description Names of categories, separated by commas, in any case; none means all, a name that does not exist matches nothing
                 * @example Groceries,Utilities
                 */
                categories?: string;
                /**
                 * @description Only transactions in this currency, three letters of ISO 4217
                 * @example EUR
                 */
                currency?: string;
                /**
                 * @description The last day, inclusive
                 * @example 2026-12-31
                 */
                end_date?: string;
                granularity?: components["schemas"]["Granularity"];
                /**
                 * @description Only what this import stored
                 * @example 7
                 */
                import_id?: number;
                /** @description Only transactions of this kind */
                kind?: components["schemas"]["Kind"];
                /**
                 * @description The largest amount, without its sign, inclusive
                 * @example 99.99
                 */
                max_amount?: Decimal;
                /** @description Only transactions with this merchant, the whole name letter by letter; may be repeated, and any of them matches */
                merchant?: string[];
                /**
                 * @description The least amount, without its sign, inclusive
                 * @example 10
                 */
                min_amount?: Decimal;
                /**
                 * @description Part of the merchant or the description, in any case
                 * @example coffee
                 */
                q?: string;
                /**
                 * @description The first day, inclusive
                 * @example 2026-01-01
                 */
                start_date?: string;
                /**
                 * @description Days of the week from 1 (Monday) to 7 (Sunday), separated by commas; none means all
                 * @example 6,7
                 */
                weekdays?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimeSeries"];
                };
            };
            /** @description A parameter is wrong; `errors` names it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listViews: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["View"][];
                };
            };
            /** @description A parameter is wrong; `errors` names it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addView: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ViewRequest"];
            };
        };
        responses: {
            /** @description It is saved */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["View"];
                };
            };
            /** @description A parameter is wrong; `errors` names it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replaceView: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ViewRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["View"];
                };
            };
            /** @description A parameter is wrong; `errors` names it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteView: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is wrong; `errors` names it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
