# What the scripts in this directory share. Sourced, not run; bash 3.2 (macOS) is enough.

repository=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
data=${INFOCUS_DATA:-$repository/deploy/local/data}
services="registration-service event-service cluster-directory-service notification-service web-portal"

# One line, and the end.
fail() {
  printf 'deploy: %s\n' "$1" >&2
  exit 1
}

# Sets "java" to the JDK in JAVA_HOME or on the path.
require_jdk() {
  java=java
  [ -z "${JAVA_HOME:-}" ] || java=$JAVA_HOME/bin/java
  command -v "$java" >/dev/null 2>&1 || fail "no Java found: install a JDK 17 or newer, or set JAVA_HOME"
  local version
  version=$("$java" -version 2>&1 | sed -n 's/.*version "\([0-9]*\)[."-].*/\1/p' | head -n 1)
  [ -n "$version" ] || version=$("$java" -version 2>&1 | sed -n 's/.*version "\([0-9]*\)".*/\1/p' | head -n 1)
  [ "${version:-0}" -ge 17 ] || fail "Java ${version:-of unknown version} found at $java: a JDK 17 or newer is needed"
  "$java" --list-modules 2>/dev/null | grep -q '^jdk\.compiler' \
    || fail "$java is a runtime without a compiler: a JDK 17 or newer is needed"
}

build() {
  echo "Building the platform (the first time this takes some minutes)"
  local log=$repository/target/build.log
  mkdir -p "$repository/target"
  (cd "$repository" && ./mvnw -q -B -ntp package -DskipTests) >"$log" 2>&1 \
    || fail "the build failed, see $log: $(grep -m 1 '^\[ERROR\]' "$log" || tail -n 1 "$log")"
}

# A module is built when its result is there and no source is newer; the chassis is part of every service.
build_when_needed() {
  local module result
  for module in $services deploy/local; do
    result=$repository/$module/target/quarkus-app/quarkus-run.jar
    [ "$module" != deploy/local ] || result=$repository/$module/target/prepared
    if [ ! -e "$result" ] || [ -n "$(newer_source "$module" "$result")" ]; then
      build
      return
    fi
  done
}

newer_source() {
  local module=$1 result=$2 common=service-chassis
  [ "$module" != deploy/local ] || common=deploy/embedded
  (cd "$repository" && find "$module/src/main" "$module/pom.xml" "$common/src/main" "$common/pom.xml" pom.xml \
    -type f -newer "$result" -print 2>/dev/null | head -n 1)
}

# Process id of the launcher that runs on our data directory, or nothing.
running_launcher() {
  local pid
  pid=$(cut -d ' ' -f 1 "$data/launcher.pid" 2>/dev/null) || return 0
  case "$(ps -p "${pid:-0}" -o args= 2>/dev/null)" in
    *deploy.local.Launcher*) echo "$pid" ;;
  esac
}

exec_launcher() {
  cd "$repository"
  exec "$java" -Xmx384m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 "-Dinfocus.repository=$repository" \
    -cp "deploy/local/target/classes:deploy/local/target/lib/*" eu.urbact.infocus.deploy.local.Launcher "$@"
}
