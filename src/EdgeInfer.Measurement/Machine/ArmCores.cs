namespace EdgeInfer.Measurement.Machine;

/// <summary>Names of the Arm cores that boards of interest carry; /proc/cpuinfo gives numbers only.</summary>
internal static class ArmCores
{
    /// <summary>Name for a 'CPU part' of Arm's own (implementer 0x41), from the cores' reference manuals (MIDR_EL1).</summary>
    public static string? NameOf(string implementer, string part) => (implementer, part) switch
    {
        ("0x41", "0xd03") => "Cortex-A53",
        ("0x41", "0xd04") => "Cortex-A35",
        ("0x41", "0xd05") => "Cortex-A55",
        ("0x41", "0xd07") => "Cortex-A57",
        ("0x41", "0xd08") => "Cortex-A72",
        ("0x41", "0xd0a") => "Cortex-A75",
        ("0x41", "0xd0b") => "Cortex-A76",
        ("0x41", "0xd0c") => "Neoverse-N1",
        ("0x41", "0xd41") => "Cortex-A78",
        ("0x41", "0xd42") => "Cortex-A78AE",
        _ => null,
    };
}
