#!/bin/sh
# Shows that the image is reproducible: builds it twice from nothing and compares the two, byte for byte.
set -eu
cd "$(dirname "$0")/.."
first=$(mktemp)
trap 'rm -f "$first"' EXIT

image() {
  mvn -q -B -pl sample-app -am clean package -Pimage -DskipTests
}

image
cp sample-app/target/vault-renderer-image.tar "$first"
image
cmp "$first" sample-app/target/vault-renderer-image.tar
echo "equal: $(sha256sum <"$first" | cut -d' ' -f1)"
