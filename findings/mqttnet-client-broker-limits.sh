#!/usr/bin/env bash
# MQTTnet 5.2.0.1603 (client) with Mosquitto 2.0.11: limits that the broker announces in CONNACK.
#
# Guess:   the client keeps to Maximum Packet Size, Receive Maximum and Retain Available, as MQTT 5 asks: it
#          throws or waits before it sends.
# Instead: it hands the limits to the caller and keeps none. A message that is too large, or retained where that
#          is switched off, costs the connection. Of 200 messages of QoS 2 published at once, those beyond the
#          Receive Maximum come back with the reason QuotaExceeded as an ordinary result; no exception is
#          thrown, and they are lost.
# Matters: one oversized message at the head of a queue closes every new connection, for good. 'Exactly once'
#          is 'at most once' for whoever does not read ReasonCode.
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

mkdir "$work/home"
export XDG_DATA_HOME="$work/home" DOTNET_CLI_TELEMETRY_OPTOUT=1
printf 'listener %s 127.0.0.1\nallow_anonymous true\nmax_packet_size 1000\nmax_inflight_messages 5\nretain_available false\n' "$port" > broker.conf
mosquitto -c broker.conf > broker.log 2>&1 &
brokers+=($!)

cat > finding.cs <<'CS'
#:package MQTTnet@5.2.0.1603
#:property PublishAot=false
using MQTTnet;
using MQTTnet.Protocol;

var port = int.Parse(args[0]);
await Say("2,000 bytes", client => client.PublishBinaryAsync("t", new byte[2000], MqttQualityOfServiceLevel.AtLeastOnce));
await Say("a retained message", client => client.PublishStringAsync("t", "x", MqttQualityOfServiceLevel.AtLeastOnce, retain: true));

var received = 0;
using var subscriber = await Connect();
subscriber.ApplicationMessageReceivedAsync += _ => Task.FromResult(Interlocked.Increment(ref received));
await subscriber.SubscribeAsync("many", MqttQualityOfServiceLevel.AtMostOnce);
using var publisher = await Connect();
var results = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => publisher.PublishStringAsync("many", $"{i}", MqttQualityOfServiceLevel.ExactlyOnce)));
await Task.Delay(1000);
var refused = results.Count(r => r.ReasonCode == MqttClientPublishReasonCode.QuotaExceeded);
Console.WriteLine($"200 of QoS 2 at once: no exception; some refused with QuotaExceeded {refused > 0}; all of the refused lost {received == 200 - refused}");

async Task<IMqttClient> Connect()
{
    var client = new MqttClientFactory().CreateMqttClient();
    await client.ConnectAsync(new MqttClientOptionsBuilder().WithTcpServer("127.0.0.1", port).WithProtocolVersion(MQTTnet.Formatter.MqttProtocolVersion.V500).Build());
    return client;
}

async Task Say(string what, Func<IMqttClient, Task<MqttClientPublishResult>> publish)
{
    var lost = new TaskCompletionSource<MqttClientDisconnectReason>();
    using var client = new MqttClientFactory().CreateMqttClient();
    client.DisconnectedAsync += e => Task.FromResult(lost.TrySetResult(e.Reason));
    var limits = await client.ConnectAsync(new MqttClientOptionsBuilder().WithTcpServer("127.0.0.1", port).WithProtocolVersion(MQTTnet.Formatter.MqttProtocolVersion.V500).Build());
    try
    {
        await publish(client);
    }
    catch (Exception e)
    {
        Console.WriteLine($"{what} (announced: {limits.MaximumPacketSize} bytes, retain {limits.RetainAvailable}, receive maximum {limits.ReceiveMaximum}): {e.GetType().Name}, connection ended by {await lost.Task}");
    }
}
CS

cat > expected.txt <<'TEXT'
2,000 bytes (announced: 1000 bytes, retain False, receive maximum 5): MqttClientUnexpectedDisconnectReceivedException, connection ended by PacketTooLarge
a retained message (announced: 1000 bytes, retain False, receive maximum 5): MqttClientUnexpectedDisconnectReceivedException, connection ended by RetainNotSupported
200 of QoS 2 at once: no exception; some refused with QuotaExceeded True; all of the refused lost True
TEXT

dotnet build finding.cs > build.log || { cat build.log; exit 1; }
dotnet run --no-build finding.cs "$port" > seen.txt

cat seen.txt
diff expected.txt seen.txt || { echo 'the behaviour has changed' >&2; exit 1; }
echo 'as found'
