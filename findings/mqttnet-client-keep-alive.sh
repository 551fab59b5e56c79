#!/usr/bin/env bash
# MQTTnet 5.2.0.1603 (client): the keep-alive that a broker sets.
#
# Guess:   where CONNACK carries Server Keep Alive, the client pings at that pace, as MQTT 5 demands; its own period no
#          longer counts. The client's log says that it uses the value.
# Instead: it goes on by its own period. With 60 s of its own and 1 s announced, it sends no PINGREQ in 5 s.
# Matters: a broker that shortens the keep-alive cuts every quiet client after one and a half periods, again and again.
# Date:    2026-11-29
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
mkdir "$work/home"
export XDG_DATA_HOME="$work/home" DOTNET_CLI_TELEMETRY_OPTOUT=1

cat > finding.cs <<'CS'
#:package MQTTnet@5.2.0.1603
#:property PublishAot=false
using System.Net;
using System.Net.Sockets;
using MQTTnet;
using MQTTnet.Diagnostics.Logger;
using MQTTnet.Formatter;

foreach (var own in new[] { 60, 1 })
{
    using var listener = new TcpListener(IPAddress.Loopback, 0);
    listener.Start();
    var logger = new MqttNetEventLogger();
    var said = "";
    logger.LogMessagePublished += (_, log) => said = log.LogMessage.Message.StartsWith("Using keep alive") ? log.LogMessage.Message : said;
    using var client = new MqttClientFactory(logger).CreateMqttClient();
    var connecting = client.ConnectAsync(new MqttClientOptionsBuilder()
        .WithProtocolVersion(MqttProtocolVersion.V500).WithClientId("quiet").WithKeepAlivePeriod(TimeSpan.FromSeconds(own))
        .WithTcpServer("127.0.0.1", ((IPEndPoint)listener.LocalEndpoint).Port).Build());
    using var socket = await listener.AcceptTcpClientAsync();
    var stream = socket.GetStream();
    var bytes = new byte[1024];
    await stream.ReadAtLeastAsync(bytes, 1);
    // CONNACK: success, Server Keep Alive (0x13) of one second.
    await stream.WriteAsync(new byte[] { 0x20, 6, 0, 0, 3, 0x13, 0, 1 });
    await connecting;
    using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
    var pings = 0;
    try
    {
        while (await stream.ReadAsync(bytes, patience.Token) > 0)
        {
            pings++;
            await stream.WriteAsync(new byte[] { 0xD0, 0 });
        }
    }
    catch (OperationCanceledException)
    {
    }

    Console.WriteLine($"own period {own} s, announced 1 s; log: {said}; pings within 5 s: {(pings == 0 ? "none" : "some")}");
}
CS

cat > expected.txt <<'TEXT'
own period 60 s, announced 1 s; log: Using keep alive value (1) sent from the server; pings within 5 s: none
own period 1 s, announced 1 s; log: Using keep alive value (1) sent from the server; pings within 5 s: some
TEXT

dotnet build finding.cs > build.log || { cat build.log; exit 1; }
dotnet run --no-build finding.cs > seen.txt

cat seen.txt
diff expected.txt seen.txt || { echo 'the behaviour has changed' >&2; exit 1; }
echo 'as found'
