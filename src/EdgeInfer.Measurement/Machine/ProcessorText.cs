namespace EdgeInfer.Measurement.Machine;

/// <summary>The two public facts of /proc/cpuinfo; its 'Serial' line is never read.</summary>
/// <param name="Processor">Model name, or the Arm core's name; null where the text has neither.</param>
/// <param name="Board">The 'Model' line of Arm boards, for example a Raspberry Pi's; null elsewhere.</param>
internal sealed record ProcessorText(string? Processor, string? Board)
{
    public static ProcessorText Parse(IEnumerable<string> lines)
    {
        string? name = null, board = null, implementer = null, part = null;
        foreach (var line in lines)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0)
                continue;
            var value = line[(colon + 1)..].Trim();
            // x86 writes 'model' (a number) in lower case; Arm boards write 'Model' (a text).
            switch (line[..colon].TrimEnd())
            {
                case "model name":
                    name ??= value;
                    break;
                case "Model":
                    board ??= value;
                    break;
                case "CPU implementer":
                    implementer ??= value;
                    break;
                case "CPU part":
                    part ??= value;
                    break;
                default:
                    break;
            }
        }
        return new(name ?? ArmCores.NameOf(implementer ?? "", part ?? ""), board);
    }
}
