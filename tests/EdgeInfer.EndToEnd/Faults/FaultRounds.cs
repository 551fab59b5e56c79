using System.Globalization;

namespace EdgeInfer.EndToEnd.Faults;

/// <summary>How often a fault is made: few times in CI, as often as wanted by EDGEINFER_FAULT_ROUNDS.</summary>
internal static class FaultRounds
{
    public static int Or(int usual) =>
        Environment.GetEnvironmentVariable("EDGEINFER_FAULT_ROUNDS") is { Length: > 0 } rounds
            ? int.Parse(rounds, CultureInfo.InvariantCulture)
            : usual;
}
