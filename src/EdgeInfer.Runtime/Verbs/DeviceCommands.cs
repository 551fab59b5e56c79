using EdgeInfer.Runtime.Configuration;
using EdgeInfer.Runtime.Publishing;
using EdgeInfer.Telemetry.Commands;

namespace EdgeInfer.Runtime.Verbs;

/// <summary>The commands of this device: every verb that it carries out.</summary>
internal static class DeviceCommands
{
    /// <param name="models">Names of the models that answer.</param>
    public static Task<CommandChannel> OpenAsync(
        DeviceOptions options, Stamp stamp, IReadOnlyList<string> models, TextWriter output, CancellationToken stop) =>
        CommandChannel.OpenAsync(
            stamp.Session, options.Commands(stamp.Now, output.WriteLine), [IdentifyAnswer.Of(stamp, models, output)], stop);
}
