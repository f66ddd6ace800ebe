# Ends the services and PostgreSQL when the launcher is gone without having stopped them (kill -9, out of memory).
# Its standard input is a pipe that only the launcher writes to: the pipe's end means that the launcher's end has come.
trap '' INT TERM HUP
services=
postgres=
while read -r verb pid; do
  case $verb in
    service) services="$services $pid" ;;
    postgres) postgres=$pid ;;
    gone)
      kept=
      for service in $services; do [ "$service" = "$pid" ] || kept="$kept $service"; done
      services=$kept
      [ "$postgres" = "$pid" ] && postgres=
      ;;
    dismiss) exit 0 ;;
  esac
done

alive() {
  for process in "$@"; do kill -0 "$process" 2>/dev/null && return 0; done
  return 1
}

if [ -n "$services" ]; then
  kill -TERM $services 2>/dev/null
  tries=0
  while alive $services && [ $tries -lt 50 ]; do
    sleep 0.2
    tries=$((tries + 1))
  done
  alive $services && kill -KILL $services 2>/dev/null
fi
# INT is PostgreSQL's "fast" shutdown.
[ -n "$postgres" ] && kill -INT "$postgres" 2>/dev/null
exit 0
