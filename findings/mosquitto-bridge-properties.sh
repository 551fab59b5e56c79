#!/usr/bin/env bash
# Mosquitto 2.0.11: MQTT 5 properties across a bridge between two brokers of this version.
#
# Guess:   two brokers that both speak MQTT 5 pass a message on with its properties.
# Instead: a bridge speaks MQTT 3.1.1 unless bridge_protocol_version says mqttv50. Response topic, correlation
#          data, content type, user properties and the expiry are dropped; the payload arrives.
# Matters: a command over a bridge finds no place to answer to, and one that should have expired in a minute
#          is obeyed hours later, when the link is back.
# Date:    2026-11-28
set -euo pipefail

work=$(mktemp -d)
brokers=()
trap 'kill "${brokers[@]}" 2> /dev/null || true; wait; rm -rf "$work"' EXIT
cd "$work"
apt-get download -qq mosquitto=2.0.11-1.2+deb12u2 mosquitto-clients=2.0.11-1.2+deb12u2 libmosquitto1=2.0.11-1.2+deb12u2 libcjson1 libdlt2 libwrap0 2> /dev/null
for package in *.deb; do dpkg-deb -x "$package" root; done
export PATH="$work/root/usr/sbin:$work/root/usr/bin:$PATH" LD_LIBRARY_PATH="$work/root/usr/lib/$(uname -m)-linux-gnu"
port=$((20000 + RANDOM % 20000))

listen() { printf 'listener %s 127.0.0.1\nallow_anonymous true\n' "$1"; }
bridge() { printf 'connection %s\naddress 127.0.0.1:%s\ntopic # in 1\n' "$1" "$port"; }
{ listen "$port"; } > upstream.conf
{ listen $((port + 1)); bridge default; } > default.conf
{ listen $((port + 2)); bridge five; echo 'bridge_protocol_version mqttv50'; } > five.conf
for broker in upstream default five; do
  mosquitto -c "$broker.conf" > "$broker.log" 2>&1 &
  brokers+=($!)
  sleep 0.5
done
sleep 1

format='%t: payload %p, response topic "%R", correlation data "%D", content type "%C", expiry "%E", user properties "%P"'
mosquitto_sub -p $((port + 1)) -V 5 -t cmd/1 -C 1 -W 10 -F "default bridge, $format" > default.txt &
first=$!
mosquitto_sub -p $((port + 2)) -V 5 -t cmd/1 -C 1 -W 10 -F "mqttv50 bridge, $format" > five.txt &
second=$!
sleep 1
mosquitto_pub -p "$port" -V 5 -q 1 -t cmd/1 -m restart -D publish response-topic answers -D publish correlation-data 42 \
  -D publish content-type application/json -D publish message-expiry-interval 60 -D publish user-property by ops
wait "$first" "$second"
cat default.txt five.txt > seen.txt

cat > expected.txt <<'TEXT'
default bridge, cmd/1: payload restart, response topic "", correlation data "", content type "", expiry "", user properties ""
mqttv50 bridge, cmd/1: payload restart, response topic "answers", correlation data "42", content type "application/json", expiry "60", user properties "by:ops"
TEXT

cat seen.txt
diff expected.txt seen.txt || { echo 'the behaviour has changed' >&2; exit 1; }
echo 'as found'
