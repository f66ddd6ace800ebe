// Compares what the API tells people with what their rows come to, and fails on the first difference. Amounts are compared
// as texts. Arguments: the address, then a username and an access token for each person; the database is psql's.
import { execFileSync } from 'node:child_process';

const [base, ...people] = process.argv.slice(2);
const day = (daysAgo) => new Date(Date.now() - daysAgo * 86_400_000).toISOString().slice(0, 10);
const ranges = [
  ['2000-01-01', day(0)],
  [day(89), day(0)],
  [day(500), day(100)],
];

const sql = (text) => JSON.parse(execFileSync('psql', ['-XqAt', '-c', `select to_json(a) from (${text}) a`], { encoding: 'utf8' }));

async function ask(token, question) {
  const answer = await fetch(base + question, { headers: { Authorization: `Bearer ${token}` } });
  // Numbers are kept as the texts that they came as.
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${question}: ${answer.status} ${text}`);
  return { body: JSON.parse(text.replaceAll(/(?<=[:\[,])-?\d+(\.\d+)?(?=[,\]}])/g, '"$&"')), headers: answer.headers };
}

function expectEqual(question, what, expected, actual) {
  if (JSON.stringify(expected) !== JSON.stringify(actual)) {
    throw new Error(`${question}, ${what}: ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`);
  }
  checked += 1;
}

/** The rows of one person's spending in a range, added up anew. */
function summed(username, first, last, more = '') {
  return sql(`
    with matching as (
      select t.amount, t.transaction_date, c.name
      from analytics.transactions t
      join auth.users u on u.id = t.user_id
      join analytics.categories c on c.user_id = t.user_id and c.id = t.category_id
      where u.username = '${username}' and t.kind = 'spending' and t.transaction_date between '${first}' and '${last}' ${more}),
    by_category as (select name, sum(amount)::numeric(19, 2)::text as total from matching group by name)
    select (select coalesce(sum(amount), 0)::numeric(19, 2)::text from matching) as total,
           (select count(*)::text from matching) as count,
           (select json_object_agg(name, total order by name) from by_category) as categories`);
}

const byName = (object) => Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1)));

let checked = 0;
for (let i = 0; i < people.length; i += 2) {
  const [username, token] = people.slice(i, i + 2);
  for (const [first, last] of ranges) {
    const days = `start_date=${first}&end_date=${last}`;
    for (const [more, predicate] of [['', ''], ['&min_amount=100', 'and abs(t.amount) >= 100']]) {
      const expected = summed(username, first, last, predicate);
      const question = `metrics?${days}${more}`;
      const { body: metrics } = await ask(token, `/api/v1/transactions/${question}`);
      expectEqual(question, 'total', expected.total, metrics.total_spent);
      expectEqual(question, 'count', expected.count, metrics.transaction_count);
      expectEqual(question, 'categories', byName(expected.categories ?? {}), byName(metrics.spending_by_category));
      const { body: dashboard } = await ask(token, `/api/v1/dashboard?${days}${more}`);
      expectEqual(`dashboard?${days}${more}`, 'total', expected.total, dashboard.total_spent);
      expectEqual(`dashboard?${days}${more}`, 'count', expected.count, dashboard.transaction_count);
    }
  }
  const { count } = sql(`select count(*)::text as count from analytics.transactions t join auth.users u on u.id = t.user_id where u.username = '${username}'`);
  const seen = new Set();
  for (let after = ''; after !== null; ) {
    const { body, headers } = await ask(token, `/api/v1/transactions?limit=500${after}`);
    body.forEach((transaction) => seen.add(transaction.id));
    after = headers.get('X-Next-Cursor') && `&after=${headers.get('X-Next-Cursor')}`;
  }
  expectEqual('the whole list by its parts', 'transactions', count, String(seen.size));
}
const { wrong } = sql('select count(*)::text as wrong from analytics.roll_up_differences()');
expectEqual('the kept sums', 'that differ from the rows', '0', wrong);
console.log(`${checked} answers are what the rows come to.`);
