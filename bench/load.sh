# Functions of the benchmarks that ask as fast as they can: how many answers, in which time, at what cost. Sourced after stack.sh.
# shellcheck shell=bash
seconds_each=${SECONDS_EACH:-8}
needs wrk

# Processor time that a process has used, in ms; of PostgreSQL, all of its processes, those that have ended too.
used() { awk -v last="$1" '{ for (i = 14; i <= last; i++) s += $i } END { print s * 10 }' "/proc/$2/stat" 2>/dev/null || true; }
cpu_of() {
  local process
  if [ "$1" != postgres ]; then used 15 "$(ready "$1")"; return; fi
  { used 17 "$(ready postgres)"; for process in $(pgrep -P "$(ready postgres)"); do used 15 "$process"; done; } | awk '{ s += $1 } END { print s + 0 }'
}
readonly processes="gateway analytics-service auth-service postgres"

# load URL TOKENS CONNECTIONS [SCRIPT]: prints answers a second, p50 and p99 in ms, and ms of processor time an answer by process.
load() {
  local before=() process
  for process in $processes; do before+=("$(cpu_of "$process")"); done
  TOKENS=$2 wrk -t1 -c"$3" -d"${seconds_each}s" --timeout 10s -s "$bench/${4:-rotate.lua}" "$1" >"$work/wrk.txt"
  read -r _ requests duration failed p50 p99 < <(grep '^RESULT' "$work/wrk.txt")
  [ "$failed" = 0 ] || { echo "$failed of $requests answers to $1 were not what was asked for." >&2; exit 1; }
  awk -v n="$requests" -v s="$duration" -v p50="$p50" -v p99="$p99" 'BEGIN { printf "%.1f %s %s", n / s, p50, p99 }'
  for process in $processes; do
    awk -v a="${before[0]}" -v b="$(cpu_of "$process")" -v n="$requests" 'BEGIN { printf " %.2f", (b - a) / n }'
    before=("${before[@]:1}")
  done
  echo
}

# Median (least to most) of the numbers on stdin.
spread() { sort -n | awk -v f="${1:-%.2f}" '{ v[NR] = $1 } END { printf f " (" f " to " f ")", v[int((NR + 1) / 2)], v[1], v[NR] }'; }
column() { awk -v c="$2" '{ print $c }' "$work/$1"; }
ratios() { paste -d' ' <(column "$1" "$2") <(column "$3" "$4") | awk '{ print $1 / $2 }'; }
