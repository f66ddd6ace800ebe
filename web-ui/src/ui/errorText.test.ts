import { expect, test } from 'vitest';
import { ApiError } from '../api/client';
import { t } from '../i18n';
import { errorText } from './errorText';

function refusal(status: number, detail?: string): ApiError {
  return new ApiError(status, { type: 'urn:spend-tracker:problem:any', title: 'Title', status, instance: '/', request_id: '1', ...(detail && { detail }) });
}

test('whoever has tried too often is told how long to wait, if the server says so', () => {
  expect(errorText(refusal(429, 'Too many wrong passwords. Try again in 4 seconds.'))).toContain('in 4 seconds');
  expect(errorText(refusal(429))).toBe(t.errors.tooMany);
});

test('what went wrong within the server is not told in its words', () => {
  expect(errorText(refusal(503, 'The pool is empty.'))).toBe(t.errors.unavailable);
});
