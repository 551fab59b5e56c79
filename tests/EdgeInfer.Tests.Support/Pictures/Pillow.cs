using System.Diagnostics;

namespace EdgeInfer.Tests.Support.Pictures;

/// <summary>Debian's Pillow, the picture library whose pixels networks of the Python world are trained on.</summary>
public static class Pillow
{
    private const string Python = "/usr/bin/python3";

    private static readonly Lazy<bool> Found = new(() => File.Exists(Python) && Exit("import PIL").Code == 0);

    /// <summary>Runs a script; the test skips where Pillow is absent.</summary>
    public static void Run(string script, params string[] arguments)
    {
        Assert.SkipUnless(Found.Value, "needs Pillow (Debian: apt-get install python3-pil)");
        var (code, error) = Exit(script, arguments);
        Assert.True(code == 0, error);
    }

    private static (int Code, string Error) Exit(string script, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Python, ["-c", script, .. arguments]) { RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, error);
    }
}
