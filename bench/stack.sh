# Functions that the benchmarks share: start a stack of their own, be somebody on it, ask its database.
# shellcheck shell=bash
set -euo pipefail
bench=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=${BENCH_DIR:-$(mktemp -d "${TMPDIR:-/tmp}/spend-tracker-bench.XXXXXX")}
mkdir -p "$work"
password='seven quiet rivers'

needs() {
  local program
  for program; do command -v "$program" >/dev/null || { echo "This needs $program." >&2; exit 1; }; done
}
needs psql curl awk

# The value behind a name in the one-line JSON that ./run writes.
ready() { sed -n "s/.*\"$1\":\"\{0,1\}\([^,\"}]*\).*/\1/p" "$work/ready.json"; }

# Starts it with these options of ./run, or of what RUN says instead, a command that starts what is built. One address and a few people ask as fast as they can, which limits would refuse.
start_stack() {
  export RATE_LIMIT_PER_ADDRESS=0 RATE_LIMIT_PER_USER=0
  rm -f "$work/ready.json"
  # shellcheck disable=SC2086 # a command and its words
  ${RUN:-"$bench/../run"} "$@" --port 0 --data "$work/data" --ready-file "$work/ready.json" >>"$work/run.log" 2>&1 &
  launcher=$!
  for _ in $(seq 600); do
    [ -s "$work/ready.json" ] && break
    kill -0 "$launcher" 2>/dev/null || { cat "$work/run.log" >&2; return 1; }
    sleep 0.5
  done
  base=$(ready base_url)
  export PGHOST PGPORT PGDATABASE PGUSER PGPASSWORD
  PGHOST=$(ready host) PGPORT=$(ready port) PGDATABASE=$(ready name) PGUSER=$(ready admin_user)
  PGPASSWORD=$(cat "$(ready secrets_dir)/POSTGRES_PASSWORD")
}

# For the measurements in a browser: what package-lock.json names, once.
install_browser_tools() {
  [ "$bench/node_modules/.package-lock.json" -nt "$bench/package-lock.json" ] || (cd "$bench" && npm ci --ignore-scripts)
}

stop_stack() {
  kill -TERM "$launcher" 2>/dev/null || true
  wait "$launcher" 2>/dev/null || true
}

# Waits until a stack that lost one of its processes has ended.
await_end() {
  for _ in $(seq 240); do
    kill -0 "$launcher" 2>/dev/null || { wait "$launcher" 2>/dev/null || true; return 0; }
    sleep 0.25
  done
  stop_stack
}

sql() { psql -X -q -A -t -v ON_ERROR_STOP=1 -c "$1"; }

sign_up() {
  curl -fsS "$base/api/v1/users" -H 'Content-Type: application/json' \
    -d "{\"username\":\"$1\",\"password\":\"$password\"}" >/dev/null
}

token_of() {
  curl -fsS "$base/api/v1/login" --data-urlencode "username=$1" --data-urlencode "password=$password" |
    sed 's/.*"access_token":"\([^"]*\)".*/\1/'
}

# Prints the answer's status; the answer is in $work/answer.json.
import_file() {
  local token=$1 file=$2 key=$3
  curl -sS -o "$work/answer.json" -w '%{http_code}' "$base/api/v1/imports" -H "Authorization: Bearer $token" \
    -H "Idempotency-Key: $key" -F "options={\"account\":\"Everyday\"}" -F "file=@$file" || true
}

# A statement of so many rows over three years, the same everywhere.
statement() {
  awk -v n="$1" 'BEGIN {
    s = 42
    split("Lidl|Starbucks|Shell|Amazon|Netflix|Rewe|Corner Shop|City Transit|Apotheke am Markt|Ikea|Cinema Royal|" \
      "Book Nook|Garden World|Blue Door Cafe|Hardware Depot|Fresh Bakery", merchant, "|")
    print "Date,Payee,Description,Amount,Currency"
    for (i = 0; i < n; i++) {
      s = (s * 1103515245 + 12345) % 2147483648
      day = int(i * 1008 / n)
      a = 1 + int(s / 7) % 29900
      printf "%04d-%02d-%02d,%s %d,CARD PAYMENT %d,-%d.%02d,EUR\n", 2023 + int(day / 336), 1 + int(day % 336 / 28),
        1 + day % 28, merchant[1 + int(s / 65536) % 16], int(s / 1024) % 500, i, int(a / 100) + 1, a % 100
    }
  }'
}

seconds() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.1f", b - a }'; }
now() { date +%s.%N; }
