using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using EdgeInfer.Telemetry.HomeAssistant;
using EdgeInfer.Tests.Support.Messages;

namespace EdgeInfer.Telemetry.Tests.HomeAssistant;

/// <summary>The templates as Jinja renders them: in a sandbox that changes nothing, as Home Assistant's.</summary>
public sealed class ValueTemplateTests
{
    private const string Python = "/usr/bin/python3";

    private const string Script =
        """
        import json, sys
        from jinja2 import StrictUndefined
        from jinja2.sandbox import ImmutableSandboxedEnvironment
        jinja = ImmutableSandboxedEnvironment(undefined=StrictUndefined)
        for line in sys.stdin:
            template, value = json.loads(line)
            print(json.dumps(jinja.from_string(template).render(value_json=value)))
        """;

    [Fact]
    public async Task AMessageGivesEveryEntityItsValue()
    {
        var values = await RenderAsync(Samples.OfEveryKind.ToDictionary(sample => sample.Topic, sample => sample.Payload));

        Assert.Equal("1000", values["windows"]);
        Assert.Equal("3", values["dropped"]);
        Assert.Equal("17", values["outbox"]);
        Assert.Equal("35.3", values["memory"]);
        Assert.Equal("12.5", values["uptime"]);
        Assert.Equal("OFF", values["clock"]);
        Assert.Equal("walking", values["label_s13_har-phone-cnn-int8"]);
        Assert.Equal("0.875", values["score_s13_har-phone-cnn-int8"]);
        Assert.Equal("1.2345", values["latency_s13_har-phone-cnn-int8"]);
        Assert.Equal("90.91", values["accuracy_har-phone-fasttree"]);
        Assert.Equal("0.1015", values["latency-p50_har-phone-fasttree"]);
        Assert.Equal(
            """{"decision": "walking", "marks": ["leaky"], "stream": "s13", "truth": "walking", "window": "s13/2560000000"}""",
            values["label_s13_har-phone-cnn-int8 attributes"]);
    }

    [Fact]
    public async Task AFieldThatIsAbsentIsUnknownAndNoError()
    {
        var values = await RenderAsync(Samples.OfEveryKind.ToDictionary(sample => sample.Topic, _ => "{}"u8.ToArray()));

        Assert.All(values, value => Assert.Equal(value.Key.EndsWith("attributes", StringComparison.Ordinal) ? "{}" : "None", value.Value));
    }

    private static async Task<Dictionary<string, string>> RenderAsync(Dictionary<string, byte[]> payloads)
    {
        var entities = DiscoveryEntities.Of(DiscoveredSamples.Device with { Streams = ["s13"] });
        var templates = (
            from entity in entities
            from template in ((string Key, string? Text)[])
                [(entity.Key, entity.Value.ValueTemplate), ($"{entity.Key} attributes", entity.Value.JsonAttributesTemplate)]
            where template.Text is not null && payloads.ContainsKey(entity.Value.StateTopic!)
            select (template.Key, Text: template.Text!, Payload: payloads[entity.Value.StateTopic!])).ToArray();
        Assert.InRange(templates.Length, entities.Count / 2, int.MaxValue);
        using var python = Process.Start(new ProcessStartInfo(PythonWithJinja(), ["-c", Script])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true,
        })!;
        foreach (var (_, text, payload) in templates)
            await python.StandardInput.WriteLineAsync(
                new JsonArray(text, JsonNode.Parse(Encoding.UTF8.GetString(payload))).ToJsonString());
        python.StandardInput.Close();
        var lines = (await python.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await python.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal((0, templates.Length), (python.ExitCode, lines.Length));
        return templates.Zip(lines).ToDictionary(pair => pair.First.Key, pair => JsonSerializer.Deserialize<string>(pair.Second)!);
    }

    private static string PythonWithJinja()
    {
        Assert.SkipUnless(File.Exists(Python), "needs python3 (Debian: apt-get install python3-jinja2)");
        using var probe = Process.Start(new ProcessStartInfo(Python, ["-c", "import jinja2"]) { RedirectStandardError = true })!;
        probe.WaitForExit();
        Assert.SkipUnless(probe.ExitCode == 0, "needs Jinja (Debian: apt-get install python3-jinja2)");
        return Python;
    }
}
