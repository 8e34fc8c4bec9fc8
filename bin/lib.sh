# Sourced by the commands in this directory: where things are, which JDK and Maven to use.

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)

say() { printf '%s\n' "$*"; }
die() { printf 'AnSinh: %s\n' "$*" >&2; exit 1; }

# Version of the JDK in a directory, or nothing. Reads the file every JDK has: asking java costs time.
jdk_version() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 0
  sed -n 's/^JAVA_VERSION="\([0-9][0-9]*\).*/\1/p' "$1/release"
}

# Prints the home of the first JDK 25 or newer.
find_jdk() {
  local candidate found=""
  local path_java
  path_java=$(command -v javac || true)
  if [ -n "$path_java" ]; then
    # The entry in PATH is usually a chain of links.
    while [ -L "$path_java" ]; do
      found=$(readlink "$path_java")
      case $found in /*) path_java=$found ;; *) path_java=$(dirname "$path_java")/$found ;; esac
    done
    path_java=$(dirname "$(dirname "$path_java")")
  fi
  for candidate in "${JAVA_HOME:-}" "$path_java" /usr/lib/jvm/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/.sdkman/candidates/java/*; do
    [ -n "$candidate" ] || continue
    found=$(jdk_version "$candidate")
    if [ -n "$found" ] && [ "$found" -ge 25 ]; then
      say "$candidate"
      return 0
    fi
  done
  return 1
}

use_jdk() {
  JAVA_HOME=$(find_jdk) || die "JDK 25 is missing: looked in JAVA_HOME (${JAVA_HOME:-not set}), PATH, /usr/lib/jvm and /Library/Java/JavaVirtualMachines. Install one, such as Temurin 25, or set JAVA_HOME."
  export JAVA_HOME
  JAVA=$JAVA_HOME/bin/java
}

use_maven() {
  MAVEN=$(command -v mvn || true)
  if [ -z "$MAVEN" ] && [ -x "${MAVEN_HOME:-/nowhere}/bin/mvn" ]; then MAVEN=$MAVEN_HOME/bin/mvn; fi
  [ -n "$MAVEN" ] || die "Maven is missing: no mvn in PATH and none in MAVEN_HOME (${MAVEN_HOME:-not set}). Install Maven 3.8 or newer."
}

checksum() {
  if command -v sha256sum >/dev/null 2>&1; then sha256sum "$@"; else shasum -a 256 "$@"; fi
}

# One word for everything the program is built from.
sources_stamp() {
  (cd "$ROOT" && find pom.xml .mvn src/main -type f -print | LC_ALL=C sort | tr '\n' '\0' \
    | xargs -0 "$(command -v sha256sum || command -v shasum)" | checksum | cut -c1-16)
}

# Builds the program into var/app/<stamp> unless that is there, and sets APP.
# A directory per stamp: a running server keeps its files while a newer one is built.
use_app() {
  local stamp log draft old
  stamp=$(sources_stamp)
  APP=$ROOT/var/app/$stamp
  [ -f "$APP/ansinh.jar" ] && return 0
  use_maven
  offer_tesseract
  say "Building AnSinh (minutes on a new machine, as libraries are fetched; seconds later)"
  mkdir -p "$ROOT/var/app" "$ROOT/var/log"
  log=$ROOT/var/log/build.log
  if ! (cd "$ROOT" && "$MAVEN" -B -Dmaven.test.skip=true -Dspotless.check.skip=true package </dev/null >"$log" 2>&1); then
    grep -E '^\[ERROR\]' "$log" | head -5 >&2
    die "The build failed: see $log"
  fi
  draft=$APP.new
  rm -rf "$draft"
  "$JAVA" -Djarmode=tools -jar "$ROOT/target/ansinh.jar" extract --destination "$draft" >>"$log" 2>&1 \
    || die "The build failed: see $log"
  mv "$draft" "$APP"
  # Keep the one before: a server may still run from it.
  ls -1dt "$ROOT"/var/app/*/ 2>/dev/null | tail -n +3 | while read -r old; do rm -rf "$old"; done
}

# Debian's packages, where that is what this machine has and the user may; answers whether it worked.
install_packages() {
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1 || return 1
  say "Installing $*"
  mkdir -p "$ROOT/var/log"
  { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"; } \
    </dev/null >"$ROOT/var/log/$1.log" 2>&1 || { tail -3 "$ROOT/var/log/$1.log" >&2; return 1; }
}

# The library with which image workers read print, and its data for Latin letters.
has_tesseract() {
  local library data
  for library in /usr/lib/*/libtesseract.so.5 /usr/lib64/libtesseract.so.5 /usr/lib/libtesseract.so.5 \
    /opt/homebrew/lib/libtesseract.5.dylib /usr/local/lib/libtesseract.5.dylib; do
    [ -e "$library" ] || continue
    for data in "${TESSDATA_PREFIX:-/nowhere}" /usr/share/tesseract-ocr/*/tessdata /usr/share/tessdata \
      /opt/homebrew/share/tessdata /usr/local/share/tessdata; do
      [ -r "$data/eng.traineddata" ] && return 0
    done
  done
  return 1
}

# Needed for tests and measurements.
use_tesseract() {
  has_tesseract || install_packages libtesseract5 tesseract-ocr-eng || true
  has_tesseract || die "Tesseract 5 is missing: machine lines on photos are read with it. Install it (apt-get install libtesseract5 tesseract-ocr-eng, brew install tesseract)."
}

# Without it everything else works; tried once for each build of the program.
offer_tesseract() {
  has_tesseract || install_packages libtesseract5 tesseract-ocr-eng \
    || say "Machine lines on photos will not be read: Tesseract 5 is missing (apt-get install libtesseract5 tesseract-ocr-eng, brew install tesseract)"
}

has_ocr_b() {
  [ -r "${ANSINH_OCR_B:-/usr/share/fonts/opentype/ocr-b/OCRB.otf}" ]
}

# The typeface in which specimens of cards are drawn.
use_ocr_b() {
  has_ocr_b || install_packages fonts-ocr-b || true
  has_ocr_b || die "The typeface OCR-B is missing: specimens of cards are drawn with it. Install it (apt-get install fonts-ocr-b) or set ANSINH_OCR_B to its file."
}

# Status of an answer, 000 for none; without curl, which not everybody has.
http_status() {
  local status
  status=$( (
    exec 3<>"/dev/tcp/127.0.0.1/$1"
    printf 'GET %s HTTP/1.0\r\nHost: localhost\r\n\r\n' "$2" >&3
    IFS=' ' read -r -t 10 _ code _ <&3
    printf '%s' "$code"
  ) 2>/dev/null || true)
  say "${status:-000}"
}

free_port() {
  local port
  while port=$((20000 + RANDOM % 12000)); do
    [ "$(http_status "$port" /)" = 000 ] && break
  done
  say "$port"
}

JAVA_OPTIONS=(-Djava.awt.headless=true --enable-native-access=ALL-UNNAMED
  -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -XX:+ExitOnOutOfMemoryError
  -XX:-HeapDumpOnOutOfMemoryError)
