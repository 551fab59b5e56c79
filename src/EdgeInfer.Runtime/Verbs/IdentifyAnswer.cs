using EdgeInfer.Measurement.Machine;
using EdgeInfer.Runtime.Hosting;
using EdgeInfer.Runtime.Publishing;
using EdgeInfer.Telemetry.Commands;
using EdgeInfer.Telemetry.Verbs.Identify;

namespace EdgeInfer.Runtime.Verbs;

/// <summary>Shows which device this is: a line where it runs, and what it is to who asked.</summary>
internal static class IdentifyAnswer
{
    private const double MsPerSecond = 1e3;

    public static CommandHandler Of(Stamp stamp, IReadOnlyList<string> models, TextWriter output)
    {
        var machine = MachineInfo.Read().Describe();
        var name = $"{stamp.Session.Topics.Site}/{stamp.Session.Topics.Device}";
        return IdentifyVerb.Verb.Handled(async (_, _) =>
        {
            await output.WriteLineAsync($"identify: this is {name}, boot {stamp.Boot}").ConfigureAwait(false);
            return new IdentifyResult
            {
                Device = name,
                Version = Product.Version,
                Machine = machine,
                UptimeS = stamp.Now().MonoMs / MsPerSecond,
                Models = models,
            };
        });
    }
}
