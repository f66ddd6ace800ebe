/*
 * What the server says in English, in German: what people see of it. A star stands for what differs from case to case,
 * in the same order in both. What is not here stays English behind a German sentence, or appears as it is.
 */

/** Ends of a sentence that begins with a field: "must be …". */
const clauses: Record<string, string> = {
  'is required': 'fehlt noch',
  'is required, or a merchant, or a kind: a rule must set something': 'fehlt, oder ein Händler, oder eine Art: eine Regel muss etwas setzen',
  'is not your password': 'ist nicht dein Passwort',
  'is not what the app shows now; check its clock': 'ist nicht, was die App gerade zeigt; prüfe ihre Uhr',
  'was asked for too long ago': 'hat zu lange gedauert',
  'was sent before': 'kam schon einmal an',
  'is not one for *': 'gilt nicht für *',
  'is among the first that anybody would guess': 'würde als Erstes geraten',
  'must be text': 'muss aus Zeichen bestehen, die es gibt',
  'must have * to * characters; a few words are easy to remember': 'muss * bis * Zeichen haben; ein paar Wörter merkst du dir leicht',
  'must not contain the username': 'darf den Benutzernamen nicht enthalten',
  'must be an e-mail address of at most * characters': 'muss eine E-Mail-Adresse mit höchstens * Zeichen sein',
  'must be at most * plain characters': 'darf höchstens * Zeichen haben und keine Steuerzeichen',
  'must be at most * characters': 'darf höchstens * Zeichen haben',
  'must not contain a comma': 'darf kein Komma enthalten',
  'must not contain control characters': 'darf keine Steuerzeichen enthalten',
  'must be a colour as #rrggbb': 'muss eine Farbe wie #rrggbb sein',
  'must be another category': 'muss eine andere Kategorie sein',
  'must be neither the category itself nor below it': 'darf weder die Kategorie selbst sein noch unter ihr stehen',
  'must be the id of one of your categories': 'muss eine deiner Kategorien sein',
  'must be the name of one of your categories': 'muss eine deiner Kategorien sein',
  'must be the name of one of your accounts': 'muss eines deiner Konten sein',
  'must be one of your accounts': 'muss eines deiner Konten sein',
  'must be a positive amount': 'muss größer als null sein',
  'of income must be positive': 'muss bei einer Einnahme größer als null sein',
  'must have the sign of the whole': 'muss dasselbe Vorzeichen haben wie das Ganze',
  'must not be negative': 'darf nicht negativ sein',
  'must not be less than min_amount': 'darf nicht kleiner sein als der erste Betrag',
  'must not be before start_date': 'darf nicht vor dem ersten Tag liegen',
  'must not be before *': 'darf nicht vor * liegen',
  'must not be after *': 'darf nicht nach * liegen',
  'must be a number of at most * digits and * decimals': 'muss eine Zahl mit höchstens * Stellen und * Nachkommastellen sein',
  'must have at most * digits and * decimals, but is *': 'darf höchstens * Stellen und * Nachkommastellen haben, ist aber *',
  'must have at most * digits and * decimals': 'darf höchstens * Stellen und * Nachkommastellen haben',
  'must be a date as YYYY-MM-DD from the year 1900': 'muss ein Tag ab dem Jahr 1900 sein',
  'must be three letters of ISO 4217, such as EUR': 'muss aus drei Buchstaben nach ISO 4217 bestehen, zum Beispiel EUR',
  'must be three letters of ISO 4217: *': 'muss aus drei Buchstaben nach ISO 4217 bestehen: *',
  "can't be income: this money left the account": 'kann keine Einnahme sein: Dieses Geld hat das Konto verlassen',
  'must be simpler: it repeats too much': 'muss einfacher sein: Er wiederholt zu viel',
  'must be a regular expression: *': 'muss ein regulärer Ausdruck sein: *',
  'must be a number with a decimal comma, but is empty': 'muss eine Zahl mit Dezimalkomma sein, ist aber leer',
  'must be a number with a decimal point, but is empty': 'muss eine Zahl mit Dezimalpunkt sein, ist aber leer',
  'must be a number with a decimal comma, but is *': 'muss eine Zahl mit Dezimalkomma sein, ist aber *',
  'must be a number with a decimal point, but is *': 'muss eine Zahl mit Dezimalpunkt sein, ist aber *',
  'must be a number with a decimal comma': 'muss eine Zahl mit Dezimalkomma sein',
  'must be a number without sign: it is missing': 'muss eine Zahl ohne Vorzeichen sein, fehlt aber',
  'must be a number without sign: *': 'muss eine Zahl ohne Vorzeichen sein: *',
  'must be a number: it is missing': 'muss eine Zahl sein, fehlt aber',
  'must be a number: *': 'muss eine Zahl sein: *',
  'must be marked as credit or debit: *': 'muss als Gutschrift oder Lastschrift gekennzeichnet sein: *',
  'must be marked as credit or debit': 'muss als Gutschrift oder Lastschrift gekennzeichnet sein',
  'must say whether it is a debit or a credit, but is empty': 'muss sagen, ob es Soll oder Haben ist, ist aber leer',
  'must say whether it is a debit or a credit, but is *': 'muss sagen, ob es Soll oder Haben ist, ist aber *',
  'must be a date as day, month, year, but is *': 'muss ein Datum aus Tag, Monat, Jahr sein, ist aber *',
  'must be a date as month, day, year, but is *': 'muss ein Datum aus Monat, Tag, Jahr sein, ist aber *',
  'must be a date as year, month, day, but is *': 'muss ein Datum aus Jahr, Monat, Tag sein, ist aber *',
  'must be a day as *: it is missing': 'muss ein Tag wie * sein, fehlt aber',
  'must be a day as *: *': 'muss ein Tag wie * sein: *',
  'must be a day as *': 'muss ein Tag wie * sein',
  'must have an amount in every part': 'muss in jedem Teil einen Betrag haben',
  'is the name of another of your views': 'ist schon der Name einer deiner Ansichten',
  'must have parts that sum to the amount: *': 'muss Teile haben, die den Betrag ergeben: *',
};

const fields: Record<string, string> = { date: 'Das Datum', amount: 'Der Betrag', currency: 'Die Währung', type: 'Die Art', split: 'Die Aufteilung' };

/** Sentences, without the point at their end. */
const sentences: Record<string, string> = {
  'You have a category of this name already': 'Eine Kategorie mit diesem Namen hast du schon',
  'You have an account of this name already': 'Ein Konto mit diesem Namen hast du schon',
  'You have no category of this id': 'Diese Kategorie gibt es nicht mehr',
  'You have no account of this id': 'Dieses Konto gibt es nicht mehr',
  'You have no transaction of this id': 'Diese Buchung gibt es nicht mehr',
  'You have no rule of this id': 'Diese Regel gibt es nicht mehr',
  'You have no import of this id': 'Diesen Import gibt es nicht mehr',
  'It is in use (transactions: *). Only an account without transactions and rules can be deleted':
    'Es wird noch benutzt (Buchungen: *). Nur ein Konto ohne Buchungen und Regeln lässt sich löschen',
  'It is in use (rules: *). Only an account without transactions and rules can be deleted':
    'Es wird noch benutzt (Regeln: *). Nur ein Konto ohne Buchungen und Regeln lässt sich löschen',
  'It is in use (transactions: *, rules: *). Say with move_to which category they go to':
    'Sie wird noch benutzt (Buchungen: *, Regeln: *). Wähle, in welche Kategorie das kommt',
  'Something else has changed it meanwhile. Try again': 'Inzwischen hat sich etwas geändert. Versuche es noch einmal',
  "It can't come back: it was imported again, or its category or account is gone":
    'Sie kann nicht zurückkommen: Sie ist neu importiert, oder ihre Kategorie oder ihr Konto gibt es nicht mehr',
  'This transaction is not split': 'Diese Buchung ist nicht aufgeteilt',
  'This transaction is split already. Join its parts first': 'Diese Buchung ist schon aufgeteilt. Füge erst ihre Teile zusammen',
  'You have no view of this id': 'Diese Ansicht gibt es nicht mehr',
  'You have no session of this id': 'Diese Sitzung gibt es nicht mehr',
  'You have no second factor': 'Du hast keinen zweiten Faktor',
  'You have a second factor already. Remove it to set up another': 'Du hast schon einen zweiten Faktor. Entferne ihn, um einen anderen einzurichten',
  'There is no second factor to be confirmed, or it was begun too long ago': 'Das dauerte zu lange. Fang mit dem zweiten Faktor noch einmal an',
  'You have no passkey of this id': 'Diesen Passkey gibt es nicht mehr',
  'You have * passkeys, which is as many as there can be. Remove one first': 'Du hast schon * Passkeys, mehr geht nicht. Entferne erst einen',
  'This passkey is there already': 'Diesen Passkey gibt es schon',
  'You have no token of this id': 'Dieses Token gibt es nicht mehr',
  'You have * tokens, which is as many as there can be. Revoke one first': 'Du hast schon * Tokens, mehr geht nicht. Widerrufe erst eines',
  'This session has ended. Sign in again': 'Diese Sitzung ist beendet. Melde dich wieder an',
  'You have * views, which is the most': 'Du hast schon * Ansichten, mehr geht nicht',
  'There are * rules, which is the most': 'Es gibt schon * Regeln, mehr geht nicht',
  'An import of yours is running. Try again when it has ended': 'Ein Import von dir läuft gerade. Versuche es noch einmal, wenn er fertig ist',
  'This import has been undone already': 'Dieser Import ist schon zurückgenommen',
  'There is no such row to keep, or it is kept already': 'Diese Zeile gibt es nicht, oder sie ist schon behalten',
  'A file may have * MB. Export a shorter period': 'Eine Datei darf * MB haben. Exportiere bei deiner Bank einen kürzeren Zeitraum',
  'At most * KB are accepted here': 'Hier gehen höchstens * KB',
  "* of * rows can't be stored. *": '* von * Zeilen lassen sich nicht speichern. *',
  'New accounts are switched off here. Ask whoever runs this server for one':
    'Neue Benutzer sind hier abgeschaltet. Frag, wer diesen Server betreibt, nach einem Zugang',
  'Somebody has this username already. Sign in, or choose another': 'Diese E-Mail-Adresse ist schon registriert. Melde dich an oder nimm eine andere',
  'Too many wrong passwords. Try again in 1 second': 'Zu viele falsche Passwörter. Versuche es in einer Sekunde noch einmal',
  'Too many wrong passwords. Try again in * seconds': 'Zu viele falsche Passwörter. Versuche es in * Sekunden noch einmal',
  'Too many wrong codes. Try again in 1 second': 'Zu viele falsche Codes. Versuche es in einer Sekunde noch einmal',
  'Too many wrong codes. Try again in * seconds': 'Zu viele falsche Codes. Versuche es in * Sekunden noch einmal',
  'Too many requests at once. Try again in 1 second': 'Zu viele Anfragen auf einmal. Versuche es in einer Sekunde noch einmal',
  'Too many requests at once. Try again in * seconds': 'Zu viele Anfragen auf einmal. Versuche es in * Sekunden noch einmal',
  'The file is empty': 'Die Datei ist leer',
  'The file is a picture': 'Die Datei ist ein Bild',
  'The file is a PDF. Ask the bank for CSV, OFX, QIF, CAMT or MT940': 'Die Datei ist ein PDF. Frag die Bank nach CSV, OFX, QIF, CAMT oder MT940',
  'The file is a ZIP archive or a spreadsheet. Unpack it, or save the sheet as CSV':
    'Die Datei ist ein ZIP-Archiv oder eine Tabellenkalkulation. Entpacke sie, oder speichere die Tabelle als CSV',
  'The file is an old spreadsheet. Save the sheet as CSV': 'Die Datei ist eine alte Tabellenkalkulation. Speichere die Tabelle als CSV',
  'The file is compressed. Unpack it first': 'Die Datei ist komprimiert. Entpacke sie zuerst',
  'The file is XML or HTML, but neither OFX nor camt.052, camt.053 or camt.054':
    'Die Datei ist XML oder HTML, aber weder OFX noch camt.052, camt.053 oder camt.054',
  'The file has no rows with a date and an amount in columns of their own':
    'In der Datei gibt es keine Zeilen, in denen Datum und Betrag je eine eigene Spalte haben',
  'The file ends in the middle': 'Die Datei bricht mittendrin ab',
  'The file is no well-formed XML or ends in the middle': 'Die Datei ist kein gültiges XML oder bricht mittendrin ab',
  'The file is damaged: some of it is not in its encoding': 'Die Datei ist beschädigt: Manche Zeichen darin gibt es in ihrer Kodierung nicht',
  'The file is damaged: it is neither valid UTF-8 nor in another encoding of bank files':
    'Die Datei ist beschädigt: Sie ist weder gültiges UTF-8 noch in einer anderen Kodierung von Bankdateien',
  'The file holds NUL characters: it is no text, or it is damaged': 'Die Datei enthält NUL-Zeichen: Sie ist kein Text, oder sie ist beschädigt',
  'A quote is opened and never closed': 'Ein Anführungszeichen öffnet und schließt nie',
  'A statement of investments is left out: it is no spending': 'Ein Depotauszug ist ausgelassen: Er enthält keine Ausgaben',
};

/** What each type of problem is, for what is not among the sentences. */
const problems: Record<string, string> = {
  'invalid-input': 'Eine Angabe stimmt nicht',
  unauthenticated: 'Melde dich an, um weiterzumachen',
  'bad-credentials': 'Benutzername und Passwort passen nicht zusammen',
  'second-factor-required': 'Zum Anmelden gehört auch ein Code',
  'wrong-code': 'Dieser Code gilt nicht',
  'passkey-refused': 'Dieser Passkey gilt nicht',
  forbidden: 'Das darfst du nicht',
  'not-found': 'Das gibt es nicht',
  conflict: 'Das passt nicht zu dem, was schon da ist',
  'request-timeout': 'Die Anfrage kam nicht vollständig an',
  'too-many-requests': 'Das war zu viel auf einmal',
  'too-large': 'Das ist zu groß',
  'unsupported-media-type': 'Diese Art von Inhalt geht hier nicht',
  'unreadable-file': 'Diese Datei lässt sich nicht importieren',
  undecided: 'Diese Datei lässt sich auf mehr als eine Weise verstehen',
  'rejected-rows': 'Manche Zeilen dieser Datei lassen sich nicht speichern',
};

export function clauseInGerman(clause: string): string | null {
  return find(clauses, clause);
}

export function fieldInGerman(field: string | null): string {
  return field === null ? 'Sie' : (fields[field] ?? field);
}

/** A sentence in German; null for one that is not known. */
export function sentenceInGerman(sentence: string): string | null {
  const [, text = '', line] = /^(.*?)\.?(?: \(line (\d+)\))?\.?$/s.exec(sentence) ?? [];
  const found = find(sentences, text);
  return found && `${found}${line ? ` (Zeile ${line})` : ''}.`;
}

/** What a problem is told as: known sentences in German, others as they are behind what their type means. */
export function problemInGerman(type: string, detail: string): string {
  const kind = problems[type.split(':').at(-1) ?? ''];
  return sentenceInGerman(detail) ?? (kind ? `${kind}: „${detail}“` : detail);
}

function find(texts: Record<string, string>, text: string): string | null {
  for (const [pattern, wanted] of Object.entries(texts)) {
    const parts = new RegExp(`^${pattern.split('*').map(literally).join('(.+?)')}$`, 's').exec(text)?.slice(1);
    if (parts) return wanted.replaceAll('*', () => parts.shift() ?? '');
  }
  return null;
}

function literally(text: string): string {
  return text.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
}
