# Functions of the benchmarks about people of a thousand transactions each and one of many: make them, be them, and see that
# they are told what their rows come to. Sourced after stack.sh.
# shellcheck shell=bash
template=template@example.com
one=spender@example.com

# people FIRST LAST: makes those of these numbers.
people() {
  psql -X -q -1 -v ON_ERROR_STOP=1 -v template="$template" -v first="$1" -v last="$2" -f "$bench/people.sql"
  sql 'vacuum analyze' >/dev/null
}

# the_one ROWS: makes the one with so many transactions, and whom the others are made after.
the_one() {
  sign_up "$template"
  sign_up "$one"
  psql -X -q -v ON_ERROR_STOP=1 -v username="$one" -v rows="$1" -f "$bench/transactions.sql"
}

# sign_in PEOPLE: the tokens of twenty people at most in $work/few, one a line, and that of the one in $work/one.
sign_in() {
  local n count=$(($1 < 20 ? $1 : 20))
  for n in $(seq 1 "$count"); do echo "$(token_of "person-$((n * $1 / count))@example.com")"; done >"$work/few"
  echo "$(token_of "$one")" >"$work/one"
}

# check_answers PEOPLE: fails unless the last of the people and the one are told what their rows come to.
check_answers() {
  node "$bench/answers.mjs" "$base" "person-$1@example.com" "$(tail -1 "$work/few")" "$one" "$(cat "$work/one")"
}
