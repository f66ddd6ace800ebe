import { describe, expect, test } from 'vitest';
import { de } from './de';
import { clauseInGerman, problemInGerman, sentenceInGerman } from './serverTexts.de';

describe('what the server says of a field', () => {
  test('is a German sentence', () => {
    expect(de.errors.field('is required')).toBe('Das fehlt noch.');
    expect(de.errors.field('must be at most 60 plain characters')).toBe('Das darf höchstens 60 Zeichen haben und keine Steuerzeichen.');
    expect(de.errors.field('must have 15 to 128 characters; a few words are easy to remember')).toContain('15 bis 128');
  });

  test('stays readable where it is not known', () => {
    expect(clauseInGerman('must rhyme')).toBeNull();
    expect(de.errors.field('must rhyme')).toBe('Das geht so nicht: „must rhyme“');
  });
});

test('a row that can’t be stored says which field is wrong and how', () => {
  expect(de.imports.rejectedRow('3', 'amount', 'must be a number with a decimal comma, but is abc')).toBe(
    'Zeile 3: Der Betrag muss eine Zahl mit Dezimalkomma sein, ist aber abc',
  );
  expect(de.imports.rejectedRow('4', 'date', 'must be a day as yyMMdd: 261331')).toBe('Zeile 4: Das Datum muss ein Tag wie yyMMdd sein: 261331');
  expect(de.imports.rejectedRow('5', null, 'must be marked as credit or debit')).toMatch(/^Zeile 5: Sie muss als Gutschrift/);
});

test('a sentence keeps its numbers and its line', () => {
  expect(sentenceInGerman('It is in use (transactions: 3, rules: 1). Say with move_to which category they go to.')).toBe(
    'Sie wird noch benutzt (Buchungen: 3, Regeln: 1). Wähle, in welche Kategorie das kommt.',
  );
  expect(sentenceInGerman('The file ends in the middle (line 12)')).toBe('Die Datei bricht mittendrin ab (Zeile 12).');
  expect(sentenceInGerman('Too many wrong passwords. Try again in 32 seconds.')).toBe(
    'Zu viele falsche Passwörter. Versuche es in 32 Sekunden noch einmal.',
  );
  expect(sentenceInGerman('Too many wrong passwords. Try again in 1 second.')).toBe(
    'Zu viele falsche Passwörter. Versuche es in einer Sekunde noch einmal.',
  );
  expect(sentenceInGerman('Nobody has ever written this.')).toBeNull();
});

test('a problem that is not known says of which type it is', () => {
  const type = 'urn:spend-tracker:problem:unreadable-file';
  expect(problemInGerman(type, 'The file is empty.')).toBe('Die Datei ist leer.');
  expect(problemInGerman(type, 'It is blue.')).toBe('Diese Datei lässt sich nicht importieren: „It is blue.“');
  expect(problemInGerman('about:blank', 'It is blue.')).toBe('It is blue.');
});
