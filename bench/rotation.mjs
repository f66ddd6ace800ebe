// Asks through two gateways while signing keys change, and tells what was refused; see bench/rotation, which starts them.
import { execFileSync } from 'node:child_process';
import { Agent, request } from 'node:http';

const [password, auth1, auth2, analytics, ...gateways] = process.argv.slice(2);
const requestsASecond = 200;
const question = '/api/v1/transactions?limit=5';
const agent = new Agent({ keepAlive: true, maxSockets: 64 });
const fromHere = { 'X-Requested-With': 'spend-tracker', 'Sec-Fetch-Site': 'same-origin' };

function ask(base, path, headers = {}, body) {
  return new Promise((resolve) => {
    const sent = request(base + path, {
      agent, headers: { ...headers, ...(body && { 'Content-Type': 'application/json' }) }, method: body ? 'POST' : 'GET', timeout: 20_000,
    }, (answer) => {
      let text = '';
      answer.on('data', (part) => (text += part));
      answer.on('end', () => resolve({ status: answer.statusCode, text, headers: answer.headers }));
    });
    sent.on('timeout', () => sent.destroy());
    sent.on('error', () => resolve({ status: 0, text: '', headers: {} }));
    sent.end(body && JSON.stringify(body));
  });
}

const sleep = (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));
const keyOf = (token) => JSON.parse(Buffer.from(token.split('.')[0], 'base64url')).kid;
const sql = (text) => execFileSync('psql', ['-XqAt', '-c', 'SET ROLE spend_tracker_owner', '-c', text], { encoding: 'utf8' }).trim().split('\n');

/** Access tokens, each with the key that signed it; and what proves who one is by other means, for as long as it is kept. */
const tokens = [];
const lasting = [];
const credentials = { username: 'person@example.com', password };

async function signIn(base) {
  const { status, text } = await ask(base, '/api/v1/login', {}, credentials);
  if (status === 200) {
    const token = JSON.parse(text).access_token;
    tokens.push({ token, key: keyOf(token) });
  }
  return status;
}

async function prepare() {
  for (const base of gateways) {
    if ((await signIn(base)) !== 200) throw new Error('Nobody can sign in.');
    const session = await ask(base, '/api/v1/session', fromHere, credentials);
    lasting.push({ Cookie: session.headers['set-cookie'][0].split(';')[0] });
  }
  const made = await ask(gateways[0], '/api/v1/users/me/tokens', { Authorization: `Bearer ${tokens[0].token}` }, {
    name: 'rotation', scope: 'read', expires_in_days: 1, password,
  });
  lasting.push({ Authorization: `Bearer ${JSON.parse(made.text).token}` });
}

const dropped = new Set();
let droppedAt = 0;
let lastAccepted = 0;
let phase;

function begin(name) {
  phase = { name, began: Date.now(), answers: 0, falselyRefused: 0, refusedAsDropped: 0, other: new Map(), signedIn: 0, notSignedIn: 0, keys: new Set() };
}

function end() {
  const { name, began, answers, falselyRefused, refusedAsDropped, other, signedIn, notSignedIn, keys } = phase;
  const rest = [...other].map(([status, count]) => `${count} × ${status}`).join(', ') || 'none';
  console.log(`| ${name} | ${(answers / ((Date.now() - began) / 1000)).toFixed(0)} | ${answers} | ${falselyRefused} | ${refusedAsDropped} | ${rest} | ${signedIn}/${signedIn + notSignedIn} | ${keys.size} |`);
  return falselyRefused + [...other.values()].reduce((sum, count) => sum + count, 0);
}

/** One request: by an access token, by a cookie or by an API token, in turns, and always at the other gateway. */
let turn = 0;
function askOne() {
  turn += 1;
  const base = gateways[turn % gateways.length];
  const held = turn % 4 === 0 ? { headers: lasting[(turn / 4) % lasting.length] } : tokens[Math.floor(Math.random() * tokens.length)];
  const isDropped = held.key !== undefined && dropped.has(held.key);
  if (held.key) phase.keys.add(held.key);
  void ask(base, question, held.headers ?? { Authorization: `Bearer ${held.token}` }).then(({ status }) => {
    phase.answers += 1;
    if (status === 200 && isDropped) lastAccepted = Date.now();
    else if (status === 401 && (isDropped || dropped.has(held.key))) phase.refusedAsDropped += 1;
    else if (status === 401) phase.falselyRefused += 1;
    else if (status !== 200) phase.other.set(status, (phase.other.get(status) ?? 0) + 1);
  });
}

let signing = true;
async function keepSigningIn() {
  for (let n = 0; signing; n += 1) {
    await sleep(2);
    if (!phase.name.includes('hang')) ((await signIn(gateways[n % gateways.length])) === 200 ? (phase.signedIn += 1) : (phase.notSignedIn += 1));
  }
}

/** Whoever shows a key that nobody knows makes a service ask for the keys at once, here when gateways hold tokens of the dropped ones. */
async function makeAllAskForKeys() {
  await sleep(0.5);
  const part = (claims) => Buffer.from(JSON.stringify(claims)).toString('base64url');
  const token = `${part({ alg: 'ES256', typ: 'at+jwt', kid: 'unknown' })}.${part({ sub: '1' })}.${'A'.repeat(86)}`;
  for (const base of [analytics, ...gateways]) {
    const { status } = await ask(base, question, { Authorization: `Bearer ${token}` });
    if (status !== 401) throw new Error(`A forged token was answered by ${status}.`);
  }
}

let failures = 0;
async function during(name, seconds, action = () => {}) {
  begin(name);
  action();
  await sleep(seconds);
  failures += end();
}

await prepare();
// A timer that comes late makes up for it, so that the rate is what it says.
const began = Date.now();
let asked = 0;
const asking = setInterval(() => {
  for (const due = ((Date.now() - began) / 1000) * requestsASecond; asked < due; asked += 1) askOne();
}, 5);
void keepSigningIn();
begin('everything gets warm');
await sleep(30);
console.log('| | requests a second | answers | valid and refused | dropped and refused | other answers | signed in | keys in use |');
console.log('|---|---|---|---|---|---|---|---|');
await during('nothing happens', 15);
await during('a key is rotated', 75, () => sql('SELECT auth.rotate_signing_keys()'));
await during('another is', 75, () => sql('SELECT auth.rotate_signing_keys()'));
await during('all used keys are dropped', 62, () => {
  for (const key of sql('SELECT auth.rotate_signing_keys(drop_used => true)')) dropped.add(key);
  droppedAt = Date.now();
  void makeAllAskForKeys();
});
const refusedAfter = (Math.max(0, lastAccepted - droppedAt) / 1000).toFixed(1);
for (let i = tokens.length - 1; i >= 0; i -= 1) if (dropped.has(tokens[i].key)) tokens.splice(i, 1);
await during('one service that signs people in hangs, the other dies', 60, () => {
  process.kill(Number(auth1), 'SIGSTOP');
  process.kill(Number(auth2), 'SIGKILL');
});
process.kill(Number(auth1), 'SIGCONT');
signing = false;
clearInterval(asking);
console.log(`\nThe last answer by a dropped key came ${refusedAfter} s after it was dropped.`);
if (failures > 0 || refusedAfter > 60) {
  console.log(`${failures} answers were not what they should be.`);
  process.exitCode = 1;
}
process.exit();
