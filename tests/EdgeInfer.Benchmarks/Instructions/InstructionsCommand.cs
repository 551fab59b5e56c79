using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using EdgeInfer.Benchmarks.Harness;
using EdgeInfer.Benchmarks.Models;
using EdgeInfer.Benchmarks.Trees;
using EdgeInfer.Core.Errors;
using EdgeInfer.Tests.Support;
using EdgeInfer.Trainer.Trees;
using EdgeInfer.Trees.Engines;
using EdgeInfer.Trees.Ensembles;
using EdgeInfer.Trees.Files;

namespace EdgeInfer.Benchmarks.Instructions;

/// <summary>The verb <c>instructions</c>: what a single row costs on Arm, counted under emulation. A cost, not a time.</summary>
internal static class InstructionsCommand
{
    private const int Seed = 1;

    /// <summary>What Arm has.</summary>
    private static readonly TreeKernel[] Kernels = [TreeKernel.Walk, TreeKernel.Heads128];

    public static Command Create()
    {
        var cases = new Option<string[]>("--case") { Description = "count these cases only", DefaultValueFactory = _ => [.. TreeCases.Names] };
        cases.AcceptOnlyFromAmong([.. TreeCases.Names]);
        var json = new Option<FileInfo?>("--json") { Description = "write the records to this file", HelpName = "FILE" };
        var command = new Command("instructions", "Guest instructions of a row on Cortex-A72 and A76: our trees and ONNX Runtime's") { cases, json };
        command.SetAction(arguments => Run(arguments.GetRequiredValue(cases), arguments.GetValue(json)));
        return command;
    }

    private static void Run(string[] cases, FileInfo? json)
    {
        var libraries = Path.Combine(Repository.Root, "artifacts", "arm64-root");
        if (!Directory.Exists(libraries))
            throw new InvalidInputException(libraries, "absent: .ci/arm64-root unpacks the arm64 libraries there");
        var folder = Directory.CreateTempSubdirectory("instructions");
        try
        {
            var count = new InstructionCount(InstructionPlugin.Compile(folder.FullName), PublishProbe());
            var roots = GuestProcessor.All.ToDictionary(processor => processor, processor => processor.MakeRoot(libraries, folder.FullName));
            List<InstructionRecord> records = [];
            Console.WriteLine("| case | processor | engine | instructions a call | ORT / this |");
            Console.WriteLine("|---|---|---|---|---|");
            foreach (var name in cases)
            {
                foreach (var record in Count(TreeCases.Open(name, Seed), folder.FullName, roots, count))
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
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static IEnumerable<InstructionRecord> Count(
        TreeCase measured, string folder, Dictionary<GuestProcessor, string> roots, InstructionCount count)
    {
        var ensemble = measured.Ensemble with { Link = new EnsembleLink.Identity() };
        var trees = Write("model.trees", CompactTreeFile.Write(ensemble));
        var rows = Write("rows", MemoryMarshal.AsBytes<float>(measured.Rows.SelectMany(row => row).ToArray()).ToArray());
        (string Name, string Engine, string Model)[] engines =
        [
            ("ONNX Runtime, TreeEnsembleRegressor", "onnx", Write("v3.onnx", TreeGraph.Write(ensemble))),
            ("ONNX Runtime, TreeEnsemble", "onnx", Write("v5.onnx", TreeGraph5.Write(ensemble))),
            .. Kernels.Select(kernel => ($"{kernel}", $"{kernel}", trees)),
        ];
        foreach (var (processor, root) in roots)
        {
            long[] counts = [.. engines.Select(engine => count.ACall(processor, root, engine.Engine, engine.Model, rows))];
            var ort = Math.Min(counts[0], counts[1]);
            for (var i = 0; i < engines.Length; i++)
                yield return new(measured.Name, processor.Name, engines[i].Name, counts[i], (double)ort / counts[i]);
        }

        string Write(string name, byte[] bytes)
        {
            var path = Path.Combine(folder, name);
            File.WriteAllBytes(path, bytes);
            return path;
        }
    }

    private static string PublishProbe()
    {
        const string Project = "EdgeInfer.KernelProbe";
        var folder = ArtifactsFolder.File("probe").FullName;
        using var publish = Process.Start("dotnet", ["publish", Path.Combine(Repository.Root, "tests", Project), "-c", "Release", "-r", "linux-arm64", "-o", folder, "-v", "quiet"]);
        publish.WaitForExit();
        return publish.ExitCode == 0
            ? Path.Combine(folder, "edgeinfer-kernel-probe")
            : throw new InvalidInputException(Project, "cannot be published for linux-arm64: Debian's gcc-aarch64-linux-gnu and libc6-dev-arm64-cross do that");
    }
}
