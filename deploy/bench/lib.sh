# What the measurements share. Sourced, not run.

bench=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
repository=$(cd "$bench/../.." && pwd -P)

# A platform of its own, beside one that may run already.
export INFOCUS_DATA=$repository/deploy/bench/target/platform
export INFOCUS_PORT_PORTAL=19080 INFOCUS_PORT_REGISTRATION=19081 INFOCUS_PORT_EVENT=19082 INFOCUS_PORT_DIRECTORY=19083
export INFOCUS_PORT_NOTIFICATION=19084 INFOCUS_PORT_KEYCLOAK=19180 INFOCUS_PORT_KAFKA=19092 INFOCUS_PORT_POSTGRES=19432
export INFOCUS_PORT_SMTP=19025 INFOCUS_PORT_MAIL=19026
# full speed: the local platform compiles for a quick start instead
export INFOCUS_JAVA_OPTIONS="-XX:TieredStopAtLevel=4 ${BENCH_JAVA_OPTIONS:-}"

registration=http://localhost:$INFOCUS_PORT_REGISTRATION
portal=http://localhost:$INFOCUS_PORT_PORTAL
export PGHOST=localhost PGPORT=$INFOCUS_PORT_POSTGRES PGUSER=registration PGPASSWORD=registration PGDATABASE=registration

fail() {
  printf 'bench: %s\n' "$1" >&2
  exit 1
}

# require_tool COMMAND PACKAGE
require_tool() {
  command -v "$1" >/dev/null && return
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || fail "$1 is missing; install the package $2"
  echo "Installing $2"
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$2"; } >/dev/null 2>&1 \
    || fail "$2 could not be installed"
}

start_platform() {
  "$repository/deploy/down" --wipe >/dev/null 2>&1 || true
  trap '"$repository/deploy/down" --wipe >/dev/null' EXIT
  INFOCUS_SERVICES=$1 "$repository/deploy/up" --detach >"$bench/target/up.log" 2>&1 || fail "the platform did not start, see $bench/target/up.log"
}

# token USER
token() {
  curl -fsS "http://localhost:$INFOCUS_PORT_KEYCLOAK/realms/infocus/protocol/openid-connect/token" \
    -d client_id=demo-cli -d grant_type=password -d "username=$1" -d "password=$1" -d scope=openid | jq -r .access_token
}

# heap SERVICE: what its Java heap takes now, and the most it may take
heap() {
  local pid
  pid=$(cut -d ' ' -f 1 "$INFOCUS_DATA/$1/$1.pid")
  "${JAVA_HOME:+$JAVA_HOME/bin/}jstat" -gc "$pid" \
    | awk 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i } NR == 2 { printf "%.0f MiB of at most 256 MiB", ($at["S0C"] + $at["S1C"] + $at["EC"] + $at["OC"]) / 1024 }'
}

sql() {
  psql -X -q -A -t -v ON_ERROR_STOP=1 "$@"
}

# percentile P: of the numbers on standard input
percentile() {
  sort -n | awk -v p="$1" '{ v[NR] = $1 } END { if (NR == 0) exit 1; i = int(NR * p / 100 + 0.999999); if (i < 1) i = 1; print v[i] }'
}
