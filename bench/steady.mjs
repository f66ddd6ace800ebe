// Asks one question at an even rate and tells, minute by minute, how long answers took and how much memory the services hold;
// see bench/steady. An answer's time counts from when its question was due, so that queueing is seen.
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';

const [question, tokenFile, rate, minutes, pids] = process.argv.slice(2);
const tokens = readFileSync(tokenFile, 'utf8').trim().split('\n');
const agent = new Agent({ keepAlive: true, maxSockets: 64 });

let times = [];
let failed = 0;
let asked = 0;
const began = performance.now();

function ask(due) {
  const headers = { Authorization: `Bearer ${tokens[asked % tokens.length]}` };
  const sent = request(question, { agent, headers, timeout: 20_000 }, (answer) => {
    answer.resume().on('end', () => {
      times.push(performance.now() - due);
      if (answer.statusCode !== 200) failed += 1;
    });
  });
  sent.on('timeout', () => sent.destroy());
  sent.on('error', () => (failed += 1));
  sent.end();
}

const percentile = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))].toFixed(1);
const megabytes = (pid) => Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024);

const asking = setInterval(() => {
  for (const now = performance.now() - began; (asked * 1000) / rate < now; asked += 1) ask(began + (asked * 1000) / rate);
}, 2);

console.log('| minute | answers a second | p50 ms | p99 ms | longest ms | failed | resident MB: auth-service, analytics-service, gateway, web-ui, all |');
console.log('|---|---|---|---|---|---|---|');
const all = [];
let allFailed = 0;
for (let minute = 1; minute <= minutes; minute += 1) {
  await new Promise((resolve) => setTimeout(resolve, 60_000));
  const [sorted, lost] = [times.sort((a, b) => a - b), failed];
  times = [];
  failed = 0;
  all.push(...sorted);
  allFailed += lost;
  const memory = pids.split(',').map(megabytes);
  console.log(
    `| ${minute} | ${(sorted.length / 60).toFixed(0)} | ${percentile(sorted, 0.5)} | ${percentile(sorted, 0.99)} | ${percentile(sorted, 1)} | ${lost} | ` +
      `${memory.join(', ')}, ${memory.reduce((a, b) => a + b)} |`,
  );
}
clearInterval(asking);
all.sort((a, b) => a - b);
console.log(`| all | ${(all.length / 60 / minutes).toFixed(0)} | ${percentile(all, 0.5)} | ${percentile(all, 0.99)} | ${percentile(all, 1)} | ${allFailed} | |`);
process.exit(allFailed === 0 ? 0 : 1);
