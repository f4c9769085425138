#!/bin/sh
# Makes the test certificates anew. They protect nothing: their keys are published with this example.
set -eu
cd "$(dirname "$0")"
records=$(mktemp -d)
trap 'rm -rf "$records"' EXIT
: > "$records/index"

# `openssl ca` instead of `openssl x509`: it sets both ends of the validity, so that no wrong clock makes a test fail.
cat > "$records/ca.cnf" <<CONFIG
[ca]
default_ca = test
[test]
database = $records/index
new_certs_dir = $records
rand_serial = yes
unique_subject = no
default_md = sha256
default_startdate = 20150101000000Z
default_enddate = 21150101000000Z
policy = any
copy_extensions = copy
[any]
organizationName = supplied
commonName = supplied
CONFIG

# issue NAME COMMON_NAME EXTENSION SIGNER...
issue() {
  name=$1 common_name=$2 extension=$3
  shift 3
  openssl req -new -newkey rsa:2048 -noenc -keyout "$name.key.pem" -out "$records/$name.csr" \
    -subj "/O=legacy-service test only/CN=$common_name" -addext "$extension" 2> /dev/null
  openssl ca -batch -notext -config "$records/ca.cnf" -in "$records/$name.csr" -out "$name.cert.pem" "$@"
}

this_host="subjectAltName=DNS:localhost,IP:127.0.0.1,IP:::1"
issue test-ca "Test CA" "basicConstraints=critical,CA:TRUE" -selfsign -keyfile test-ca.key.pem
issue test-localhost localhost "$this_host" -cert test-ca.cert.pem -keyfile test-ca.key.pem
issue test-wrong-host wrong-host.test "subjectAltName=DNS:wrong-host.test" -cert test-ca.cert.pem -keyfile test-ca.key.pem
issue test-self-signed localhost "$this_host" -selfsign -keyfile test-self-signed.key.pem
