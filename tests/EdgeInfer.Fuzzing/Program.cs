using EdgeInfer.Fuzzing;
using SharpFuzz;

var run = FuzzTargets.Named(args[0]);
Fuzzer.OutOfProcess.Run(input =>
{
    using var bytes = new MemoryStream();
    input.CopyTo(bytes);
    run(bytes.ToArray());
});
