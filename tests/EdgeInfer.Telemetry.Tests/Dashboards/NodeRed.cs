using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using EdgeInfer.Tests.Support;
using EdgeInfer.Tests.Support.Brokers;
using EdgeInfer.Tests.Support.Node;

namespace EdgeInfer.Telemetry.Tests.Dashboards;

/// <summary>npm's node-red as a process of its own, with a flow whose every node's output a file keeps.</summary>
internal sealed class NodeRed : IAsyncDisposable
{
    private const string Version = "4.1.15";

    private readonly TemporaryFolder _folder = new();
    private readonly ConcurrentQueue<string> _lines = [];
    private readonly Process _process;

    private NodeRed(NpmPackage package, JsonArray flow)
    {
        File.WriteAllText(_folder.File("flow.json"), flow.ToJsonString());
        File.WriteAllText(_folder.File("settings.js"), FormattableString.Invariant($$"""
            module.exports = {
              uiHost: '127.0.0.1', uiPort: {{FreePort.Next()}}, httpAdminRoot: false, flowFile: 'flow.json', credentialSecret: false,
              telemetry: { enabled: false, updateNotification: false },
            };
            """));
        _process = Process.Start(new ProcessStartInfo(
            NpmPackage.Node, [Path.Combine(package.Modules, "node-red", "red.js"), "--userDir", _folder.Path])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["HOME"] = _folder.Path },
            // Its file nodes write here.
            WorkingDirectory = _folder.Path,
        })!;
        _process.OutputDataReceived += (_, line) => _lines.Enqueue(line.Data ?? "");
        _process.ErrorDataReceived += (_, line) => _lines.Enqueue(line.Data ?? "");
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>What it printed.</summary>
    public string Console => string.Join('\n', _lines);

    /// <param name="flow">As it is imported; the broker is replaced by one on 127.0.0.1.</param>
    public static async Task<NodeRed> StartAsync(string flow, int brokerPort)
    {
        var package = await NpmPackage.OrSkipAsync("node-red", Version);
        return new NodeRed(package, Recorded(JsonNode.Parse(flow)!.AsArray(), brokerPort));
    }

    /// <summary>What left a node: topic, JavaScript's type of the payload, and the payload.</summary>
    public IReadOnlyList<(string Topic, string Type, JsonElement Payload)> From(string node)
    {
        var file = _folder.File($"{node}.jsonl");
        return !File.Exists(file)
            ? []
            :
            [
                .. File.ReadAllLines(file).Select(line => JsonDocument.Parse(line).RootElement).Select(message => (
                    message.GetProperty("topic").GetString()!,
                    message.GetProperty("type").GetString()!,
                    message.GetProperty("payload").Clone())),
            ];
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
        _folder.Dispose();
    }

    /// <summary>Each node that sends something on sends it to a file as well, which bears the node's id.</summary>
    private static JsonArray Recorded(JsonArray flow, int brokerPort)
    {
        foreach (var node in flow.Select(node => node!.AsObject()).ToArray())
        {
            if ((string?)node["type"] == "mqtt-broker")
                (node["broker"], node["port"]) = ("127.0.0.1", FormattableString.Invariant($"{brokerPort}"));
            if (node["wires"] is not JsonArray { Count: > 0 } wires)
                continue;
            var id = (string)node["id"]!;
            wires[0]!.AsArray().Add($"say-{id}");
            flow.Add(new JsonObject
            {
                ["id"] = $"say-{id}",
                ["type"] = "function",
                ["z"] = (string?)node["z"],
                ["func"] =
                    "msg.payload = JSON.stringify({ topic: msg.topic, type: typeof msg.payload, payload: msg.payload });\nreturn msg;",
                ["outputs"] = 1,
                ["wires"] = new JsonArray(new JsonArray($"keep-{id}")),
            });
            flow.Add(new JsonObject
            {
                ["id"] = $"keep-{id}",
                ["type"] = "file",
                ["z"] = (string?)node["z"],
                ["filename"] = $"{id}.jsonl",
                ["filenameType"] = "str",
                ["appendNewline"] = true,
                ["overwriteFile"] = "false",
                ["wires"] = new JsonArray(new JsonArray()),
            });
        }

        return flow;
    }
}
