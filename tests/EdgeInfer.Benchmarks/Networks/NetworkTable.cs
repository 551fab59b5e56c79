using static System.FormattableString;

namespace EdgeInfer.Benchmarks.Networks;

/// <summary>The records as Markdown tables.</summary>
internal static class NetworkTable
{
    public static void PrintTimes(IReadOnlyList<NetworkRecord> records)
    {
        Console.WriteLine();
        Console.WriteLine("| network | against | parameters | multiply-accumulates | bytes | int8 / fp32 |");
        Console.WriteLine("|---|---|---|---|---|---|");
        foreach (var (name, against, fp32, int8, _, _) in records)
            Console.WriteLine(
                Invariant($"| {name} | {against} | {int8.Parameters:N0} of {fp32.Parameters:N0} | ")
                + Invariant($"{int8.MultiplyAccumulates:N0} of {fp32.MultiplyAccumulates:N0} | {int8.Bytes:N0} of {fp32.Bytes:N0} | ")
                + Invariant($"{(double)int8.Bytes / fp32.Bytes:0.000} |"));

        Console.WriteLine();
        Console.WriteLine(
            "| network | fp32, us | int8, us | int8 / fp32 | spread | int8 / its default session | "
            + "spread | default differs by | allocates, bytes |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|");
        foreach (var (name, time) in records.Select(record => (record.Name, record.Latency)))
            Console.WriteLine(
                Invariant($"| {name} | {time.Fp32Us:0.0} | {time.Int8Us:0.0} | {time.Int8OverFp32:0.00} | ")
                + Invariant($"{time.Int8OverFp32P10:0.00} to {time.Int8OverFp32P90:0.00} | {time.ExactOverDefault:0.00} | ")
                + Invariant($"{time.ExactOverDefaultP10:0.00} to {time.ExactOverDefaultP90:0.00} | {time.DefaultDiffersBy:0.0000} | ")
                + Invariant($"{time.AllocatedBytes:0} |"));
    }

    public static void PrintInstructions(IReadOnlyList<NetworkRecord> records)
    {
        Console.WriteLine();
        Console.WriteLine("| network | processor | fp32, instructions | int8, instructions | fp32 / int8 |");
        Console.WriteLine("|---|---|---|---|---|");
        foreach (var record in records)
        {
            foreach (var arm in record.Instructions)
                Console.WriteLine(Invariant($"| {record.Name} | {arm.Cpu} | {arm.Fp32:N0} | {arm.Int8:N0} | {arm.Fp32OverInt8:0.00} |"));
        }
    }
}
