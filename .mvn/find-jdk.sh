# Sourced by mvnw: leaves JAVA_HOME at the newest JDK of 21 or later, or says what to install.
# Looks at JAVA_HOME, at the javac on the PATH and at the usual folders of JDKs.

set +f # globs are needed below; mvnw itself runs with them off

jdk_version() { # prints the feature version of the JDK in $1, nothing when there is none
  [ -x "$1/bin/javac" ] || return 0
  "$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p' | head -n 1
}

best_home='' best_version=20
consider() {
  version=$(jdk_version "$1")
  if [ -n "$version" ] && [ "$version" -gt "$best_version" ]; then
    best_home=$1 best_version=$version
  fi
}

# A JAVA_HOME that will do is the user's choice and is kept.
if [ -n "${JAVA_HOME-}" ]; then consider "$JAVA_HOME"; fi
if [ -z "$best_home" ]; then
  path_javac=$(command -v javac 2>/dev/null || :)
  if [ -n "$path_javac" ]; then consider "$(dirname "$(dirname "$(readlink -f "$path_javac")")")"; fi
  for home in /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "${HOME-}"/.sdkman/candidates/java/* "${HOME-}"/.jdks/*; do
    if [ -d "$home" ]; then consider "$home"; fi
  done
fi

if [ -z "$best_home" ]; then
  echo "Storebridge needs a JDK of version 21 or later (25 is what it runs on) and found none." >&2
  echo "Install one, for example Eclipse Temurin 25, or set JAVA_HOME to its folder." >&2
  exit 1
fi
JAVA_HOME=$best_home
export JAVA_HOME
set -f
