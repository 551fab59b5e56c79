#!/usr/bin/env bash
# mqtt 5.16.0 (MQTT.js, npm) with Mosquitto 2.0.11: MQTT 5 options on a default connection.
#
# Guess:   MQTT.js 5 speaks MQTT 5, or refuses options that the protocol in use does not know.
# Instead: it speaks 3.1.1 unless protocolVersion: 5 is given, and drops properties of a publish and the
#          options nl (no local) and rap of a subscription without an error or a warning. The client gets its
#          own messages back.
# Matters: a command's response topic and expiry never leave the dashboard, so nobody answers; a bridge written
#          with nl: true answers itself in a loop.
# Date:    2026-11-28
set -euo pipefail

work=$(mktemp -d)
brokers=()
trap 'kill "${brokers[@]}" 2> /dev/null || true; wait; rm -rf "$work"' EXIT
cd "$work"
apt-get download -qq mosquitto=2.0.11-1.2+deb12u2 libmosquitto1=2.0.11-1.2+deb12u2 libcjson1 libdlt2 libwrap0 2> /dev/null
for package in *.deb; do dpkg-deb -x "$package" root; done
export PATH="$work/root/usr/sbin:$work/root/usr/bin:$PATH" LD_LIBRARY_PATH="$work/root/usr/lib/$(uname -m)-linux-gnu"
port=$((20000 + RANDOM % 20000))

npm install --silent --no-audit --no-fund mqtt@5.16.0 > /dev/null
mosquitto -p "$port" > broker.log 2>&1 &
brokers+=($!)
sleep 1

cat > finding.js <<'JS'
const mqtt = require('mqtt');
const url = `mqtt://127.0.0.1:${process.argv[2]}`;

(async () => {
  const watcher = await mqtt.connectAsync(url, { protocolVersion: 5 });
  for (const options of [{}, { protocolVersion: 5 }]) {
    const client = await mqtt.connectAsync(url, options);
    const name = `version ${client.options.protocolVersion}`;
    const command = new Promise(resolve => watcher.once('message', (topic, payload, packet) => resolve(packet.properties)));
    await watcher.subscribeAsync('cmd');
    await client.publishAsync('cmd', 'restart', { qos: 1, properties: { responseTopic: 'answers', messageExpiryInterval: 60 } });
    console.log(`${name}: properties that arrived ${JSON.stringify(await command)}`);

    let own = 0;
    client.on('message', () => own++);
    await client.subscribeAsync('echo', { qos: 1, nl: true });
    await client.publishAsync('echo', 'x', { qos: 1 });
    await new Promise(resolve => setTimeout(resolve, 500));
    console.log(`${name}: own messages in spite of nl ${own}`);
    await client.endAsync();
  }
  await watcher.endAsync();
})();
JS

cat > expected.txt <<'TEXT'
version 4: properties that arrived undefined
version 4: own messages in spite of nl 1
version 5: properties that arrived {"responseTopic":"answers","messageExpiryInterval":60}
version 5: own messages in spite of nl 0
TEXT

node finding.js "$port" > seen.txt

cat seen.txt
diff expected.txt seen.txt || { echo 'the behaviour has changed' >&2; exit 1; }
echo 'as found'
