using System.CommandLine;
using System.Globalization;
using System.Runtime.InteropServices;
using EdgeInfer.Benchmarks.Harness;
using EdgeInfer.Benchmarks.Onnx;
using EdgeInfer.Benchmarks.Trees;
using EdgeInfer.Tests.Support.Emulation;
using EdgeInfer.Trainer.Ensembles;
using EdgeInfer.Trainer.Tests.Support.Ensembles;
using EdgeInfer.Trees.Engines;
using EdgeInfer.Trees.Ensembles;
using EdgeInfer.Trees.Files;

namespace EdgeInfer.Benchmarks.Instructions;

/// <summary>The verb <c>instructions</c>: what a single row costs on Arm, counted under emulation. A cost, not a time.</summary>
internal static class InstructionsCommand
{
    private const int Seed = 1;
    private const int Calls = 3_000;
    private const string OnnxRuntime = $"onnx:{TreeGraph.RawScores}";

    /// <summary>What Arm has.</summary>
    private static readonly TreeKernel[] Kernels = [TreeKernel.Walk, TreeKernel.Heads128];

    public static Command Create()
    {
        var cases = new Option<string[]>("--case")
        {
            Description = "count these cases only",
            DefaultValueFactory = _ => [.. TreeCases.Names],
        };
        cases.AcceptOnlyFromAmong([.. TreeCases.Names]);
        var json = new Option<FileInfo?>("--json") { Description = "write the records to this file", HelpName = "FILE" };
        var command = new Command("instructions", "Guest instructions of a row on Cortex-A72 and A76: our trees and ONNX Runtime's")
        {
            cases, json,
        };
        command.SetAction(arguments => Run(arguments.GetRequiredValue(cases), arguments.GetValue(json)));
        return command;
    }

    private static void Run(string[] cases, FileInfo? json)
    {
        using var arm = new ArmEmulation(Calls);
        List<InstructionRecord> records = [];
        Console.WriteLine("| case | processor | engine | instructions a call | ORT / this |");
        Console.WriteLine("|---|---|---|---|---|");
        foreach (var name in cases)
        {
            foreach (var record in Count(TreeCases.Open(name, Seed), arm))
            {
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {record.Case} | {record.Cpu} | {record.Engine} | {record.InstructionsACall:N0} | {record.OrtOverThis:0.00} |"));
                records.Add(record);
            }
        }

        if (json is not null)
            JsonReport.Write(json, records);
    }

    private static IEnumerable<InstructionRecord> Count(TreeCase measured, ArmEmulation arm)
    {
        var ensemble = measured.Ensemble with { Link = new EnsembleLink.Identity() };
        var trees = arm.Write("model.trees", CompactTreeFile.Write(ensemble));
        var rows = arm.Write("rows", MemoryMarshal.AsBytes<float>(measured.Rows.SelectMany(row => row).ToArray()));
        (string Name, string Engine, string Model)[] engines =
        [
            ("ONNX Runtime, TreeEnsembleRegressor", OnnxRuntime, arm.Write("v3.onnx", TreeGraph.Write(ensemble))),
            ("ONNX Runtime, TreeEnsemble", OnnxRuntime, arm.Write("v5.onnx", TreeGraph5.Write(ensemble))),
            .. Kernels.Select(kernel => ($"{kernel}", $"{kernel}", trees)),
        ];
        foreach (var processor in GuestProcessor.All)
        {
            long[] counts = [.. engines.Select(engine => arm.ACall(processor, engine.Engine, engine.Model, rows))];
            var ort = Math.Min(counts[0], counts[1]);
            for (var i = 0; i < engines.Length; i++)
                yield return new(measured.Name, processor.Name, engines[i].Name, counts[i], (double)ort / counts[i]);
        }
    }
}
