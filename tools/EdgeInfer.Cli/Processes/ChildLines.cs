using System.Diagnostics;

namespace EdgeInfer.Cli.Processes;

/// <summary>Takes what a sibling prints, line by line, in place of the terminal.</summary>
/// <param name="Output">Hears lines of standard output.</param>
/// <param name="Error">Hears lines of standard error.</param>
internal sealed record ChildLines(Action<string> Output, Action<string> Error)
{
    public void Follow(Process process)
    {
        process.OutputDataReceived += (_, line) => Hear(Output, line.Data);
        process.ErrorDataReceived += (_, line) => Hear(Error, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    // Null tells the end of the stream.
    private static void Hear(Action<string> listener, string? line)
    {
        if (line is not null)
            listener(line);
    }
}
