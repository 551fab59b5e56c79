namespace EdgeInfer.Benchmarks.Networks;

/// <summary>Guest instructions of one inference, preprocessing excluded.</summary>
/// <param name="Cpu">Processor that the emulator acts as.</param>
internal sealed record NetworkInstructions(string Cpu, long Fp32, long Int8)
{
    public double Fp32OverInt8 => (double)Fp32 / Int8;
}
