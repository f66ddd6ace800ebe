// Generated from openapi/analytics.json by `npm run generate`.
import type { Decimal } from '../../domain/decimal';

export interface paths {
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
        post?: never;
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
         * Transactions of every kind, newest first
         * @description The order is stable. The header X-Total-Count says how many match the filter altogether.
         */
        get: operations["listTransactions"];
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
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
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
        CategoryTotal: {
            category: string;
            color: string;
            total: Decimal;
            /** Format: int64 */
            transaction_count: number;
        };
        /** @enum {string} */
        Granularity: "day" | "week" | "month";
        InvalidField: {
            field?: string;
            message?: string;
        };
        /** @enum {string} */
        Kind: "spending" | "income" | "transfer";
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
        Transaction: {
            amount: Decimal;
            /** @example Groceries */
            category: string;
            /** @example EUR */
            currency: string;
            description: string | null;
            /** Format: int64 */
            id: number;
            kind: components["schemas"]["Kind"];
            merchant: string | null;
            /** Format: date */
            transaction_date: string;
            /** Format: int64 */
            user_id: number;
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
    listTransactions: {
        parameters: {
            query?: {
                /**
                 * @description Names of categories, separated by commas, in any case; none means all, a name that does not exist matches nothing
                 * @example Groceries,Utilities
                 */
                categories?: string;
                /**
                 * @description The last day, inclusive
                 * @example 2026-12-31
                 */
                end_date?: string;
                /** @description How many to answer at most */
                limit?: number;
                /** @description How many to leave out at the beginning */
                skip?: number;
                /**
                 * @description The first day, inclusive
                 * @example 2026-01-01
                 */
                start_date?: string;
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
    getSpendingMetrics: {
        parameters: {
            query?: {
                /**
                 * @description Names of categories, separated by commas, in any case; none means all, a name that does not exist matches nothing
                 * @example Groceries,Utilities
                 */
                categories?: string;
                /**
                 * @description The last day, inclusive
                 * @example 2026-12-31
                 */
                end_date?: string;
                /**
                 * @description The first day, inclusive
                 * @example 2026-01-01
                 */
                start_date?: string;
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
                 * @description Names of categories, separated by commas, in any case; none means all, a name that does not exist matches nothing
                 * @example Groceries,Utilities
                 */
                categories?: string;
                /**
                 * @description The last day, inclusive
                 * @example 2026-12-31
                 */
                end_date?: string;
                granularity?: components["schemas"]["Granularity"];
                /**
                 * @description The first day, inclusive
                 * @example 2026-01-01
                 */
                start_date?: string;
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
}
