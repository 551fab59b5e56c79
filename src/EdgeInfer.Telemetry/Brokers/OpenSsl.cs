using System.Runtime.InteropServices;
using EdgeInfer.Core.Errors;

namespace EdgeInfer.Telemetry.Brokers;

/// <summary>The machine's own library, which .NET uses for TLS on Linux. Nothing else here loads it.</summary>
internal static class OpenSsl
{
    /// <summary>In the order in which .NET looks for it.</summary>
    private static readonly string[] Names = ["libssl.so.3", "libssl.so.1.1"];

    /// <summary>To be asked before TLS is: where the library is absent, .NET ends the process with a core dump.</summary>
    /// <exception cref="InvalidInputException">It is absent.</exception>
    public static void Require()
    {
        if (OperatingSystem.IsLinux() && !Array.Exists(Names, name => NativeLibrary.TryLoad(name, out _)))
            throw new InvalidInputException(
                "mqtts://", $"TLS needs OpenSSL, which this machine lacks ({Names[0]}); install it (Debian: apt-get install libssl3)");
    }
}
