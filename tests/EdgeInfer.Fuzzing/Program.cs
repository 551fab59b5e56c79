using EdgeInfer.Fuzzing;
using SharpFuzz;

Fuzzer.OutOfProcess.Run(input =>
{
    using var bytes = new MemoryStream();
    input.CopyTo(bytes);
    TreesTarget.Run(bytes.ToArray());
});
