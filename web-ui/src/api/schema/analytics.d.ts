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
            color: string;
            id: number;
            name: string;
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
        /** @enum {string} */
        Kind: "spending" | "income" | "transfer";
        SpendingMetrics: {
            average_transaction: Decimal;
            currency: string | null;
            /** Format: int64 */
            excluded_transaction_count: number;
            /** Format: date */
            first_date: string | null;
            /** Format: date */
            last_date: string | null;
            spending_by_category: {
                [key: string]: Decimal;
            };
            top_categories: components["schemas"]["CategoryTotal"][];
            total_spent: Decimal;
            /** Format: int64 */
            transaction_count: number;
        };
        TimeSeries: {
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
            category: string;
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
    parameters: {
        Categories: string;
        EndDate: string;
        StartDate: string;
    };
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
            /** @description The user's categories by name */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Category"][];
                };
            };
        };
    };
    listTransactions: {
        parameters: {
            query?: {
                categories?: components["parameters"]["Categories"];
                end_date?: components["parameters"]["EndDate"];
                limit?: number;
                skip?: number;
                start_date?: components["parameters"]["StartDate"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page, newest first */
            200: {
                headers: {
                    "X-Total-Count"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Transaction"][];
                };
            };
        };
    };
    getSpendingMetrics: {
        parameters: {
            query?: {
                categories?: components["parameters"]["Categories"];
                end_date?: components["parameters"]["EndDate"];
                start_date?: components["parameters"]["StartDate"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Total, average and spending by category */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SpendingMetrics"];
                };
            };
        };
    };
    getTimeSeries: {
        parameters: {
            query?: {
                categories?: components["parameters"]["Categories"];
                end_date?: components["parameters"]["EndDate"];
                granularity?: components["schemas"]["Granularity"];
                start_date?: components["parameters"]["StartDate"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Spending by period, ascending, zero-filled */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimeSeries"];
                };
            };
        };
    };
}
