namespace EdgeInfer.Benchmarks.Instructions;

/// <param name="Cpu">Processor that the emulator acts as.</param>
/// <param name="Engine">A kernel of ours, or ONNX Runtime by one of its operators.</param>
/// <param name="InstructionsACall">Guest instructions of one single-row call.</param>
/// <param name="OrtOverThis">ONNX Runtime's, the better of both operators, divided by this.</param>
internal sealed record InstructionRecord(string Case, string Cpu, string Engine, long InstructionsACall, double OrtOverThis);
