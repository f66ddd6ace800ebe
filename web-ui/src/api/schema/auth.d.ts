// Generated from openapi/auth.json by `npm run generate`.
import type { Decimal } from '../../domain/decimal';

export interface paths {
    "/api/v1/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in
         * @description Answers an access token. A wrong password and an unknown username get the same answer.
         */
        post: operations["signIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is signed in
         * @description The account that the access token speaks for.
         */
        get: operations["currentUser"];
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
        InvalidField: {
            field?: string;
            message?: string;
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
        /** @description Username and password; further fields are ignored. */
        SignInRequest: {
            /**
             * Format: password
             * @example password123
             */
            password: string;
            /** @example john.doe@example.com */
            username: string;
        };
        /** @description A successful sign-in. */
        TokenResponse: {
            /**
             * @description Send it as Authorization: Bearer …
             * @example eyJraWQiOiI…
             */
            access_token: string;
            /** @example bearer */
            token_type: string;
        };
        /** @description The person who is signed in. */
        User: {
            /** @example 25-34 */
            age_bracket: string | null;
            /**
             * Format: date-time
             * @example 2026-01-01T09:30:00Z
             */
            created_at: string;
            /** @example Employed */
            employment_status: string | null;
            /** @example John Doe */
            full_name: string | null;
            /**
             * Format: int64
             * @example 1
             */
            id: number;
            /** @example Berlin, Germany */
            location: string | null;
            /** @example john.doe@example.com */
            username: string;
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
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["SignInRequest"];
            };
        };
        responses: {
            /** @description The access token */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenResponse"];
                };
            };
            /** @description A field is missing, too long or not text, or the body can't be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Wrong username or password */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither a form nor JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many sign-ins at once; Retry-After says when to come back */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    currentUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description No access token, or one that is not valid */
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
