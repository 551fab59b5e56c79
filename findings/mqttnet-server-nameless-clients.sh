#!/usr/bin/env bash
# MQTTnet.Server 5.2.0.1603: a client that connects without an id, as mosquitto_sub without -i does.
#
# Guess:   the server names such a client, as MQTT asks where its session is clean; or it does so where the validating
#          event sets AssignedClientIdentifier.
# Instead: it refuses it. A name that the event sets counts for MQTT 5 alone; for 3.1.1 it is dropped without a word, and
#          the client is refused with 2, identifier rejected.
# Matters: the first thing that an operator tries, mosquitto_sub -t '#', speaks 3.1.1 without an id, and is turned away.
# Date:    2026-11-29
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
mkdir "$work/home"
export XDG_DATA_HOME="$work/home" DOTNET_CLI_TELEMETRY_OPTOUT=1

cat > finding.cs <<'CS'
#:package MQTTnet.Server@5.2.0.1603
#:property PublishAot=false
using System.Net;
using System.Net.Sockets;
using System.Text;
using MQTTnet.Server;

var probe = new TcpListener(IPAddress.Loopback, 0);
probe.Start();
var port = ((IPEndPoint)probe.LocalEndpoint).Port;
probe.Stop();
var assign = false;
using var server = new MqttServerFactory().CreateMqttServer(
    new MqttServerOptionsBuilder().WithDefaultEndpoint().WithDefaultEndpointBoundIPAddress(IPAddress.Loopback)
        .WithDefaultEndpointBoundIPV6Address(IPAddress.None).WithDefaultEndpointPort(port).Build());
server.ValidatingConnectionAsync += connection =>
{
    if (assign && string.IsNullOrEmpty(connection.ClientId))
        connection.AssignedClientIdentifier = "given";
    return Task.CompletedTask;
};
await server.StartAsync();
foreach (var assigned in new[] { false, true })
{
    assign = assigned;
    foreach (var (name, connect) in new[] { ("3.1.1", Connect(4)), ("5", Connect(5, 0)) })
    {
        var answer = Say(connect);
        var named = Encoding.ASCII.GetString(answer).Contains("given", StringComparison.Ordinal);
        Console.WriteLine($"MQTT {name}, {(assign ? "name assigned" : "no name assigned")}: code 0x{answer[3]:x2}, CONNACK tells the name {named}");
    }
}

// Clean session, keep-alive 60 s, a client id of no character.
static byte[] Connect(byte version, params byte[] properties)
{
    byte[] body = [0, 4, .. "MQTT"u8, version, 2, 0, 60, .. properties, 0, 0];
    return [0x10, (byte)body.Length, .. body];
}

byte[] Say(byte[] connect)
{
    using var socket = new TcpClient("127.0.0.1", port);
    socket.GetStream().Write(connect);
    var head = new byte[2];
    socket.GetStream().ReadExactly(head);
    var body = new byte[head[1]];
    socket.GetStream().ReadExactly(body);
    return [.. head, .. body];
}
CS

cat > expected.txt <<'TEXT'
MQTT 3.1.1, no name assigned: code 0x02, CONNACK tells the name False
MQTT 5, no name assigned: code 0x85, CONNACK tells the name False
MQTT 3.1.1, name assigned: code 0x02, CONNACK tells the name False
MQTT 5, name assigned: code 0x00, CONNACK tells the name True
TEXT

dotnet build finding.cs > build.log || { cat build.log; exit 1; }
dotnet run --no-build finding.cs > seen.txt

cat seen.txt
diff expected.txt seen.txt || { echo 'the behaviour has changed' >&2; exit 1; }
echo 'as found'
