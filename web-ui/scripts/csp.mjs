// Says what Google's CSP Evaluator finds wrong with each policy on its standard input, a line each; nothing if that is nothing.
import { readFileSync } from 'node:fs';
import { CspEvaluator } from 'csp_evaluator/dist/evaluator.js';
import { Severity } from 'csp_evaluator/dist/finding.js';
import { CspParser } from 'csp_evaluator/dist/parser.js';

const grave = new Set([Severity.HIGH, Severity.SYNTAX, Severity.MEDIUM, Severity.HIGH_MAYBE, Severity.STRICT_CSP]);

for (const policy of readFileSync(0, 'utf8').split('\n').filter(Boolean)) {
  for (const { severity, directive, value, description } of new CspEvaluator(new CspParser(policy).csp).evaluate()) {
    const text = `${Severity[severity]}: ${directive} ${value ?? ''}: ${description}`;
    if (grave.has(severity) || process.argv.includes('--all')) console.log(text);
  }
}
