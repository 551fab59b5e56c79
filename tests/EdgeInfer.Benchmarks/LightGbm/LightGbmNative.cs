using System.Runtime.InteropServices;

namespace EdgeInfer.Benchmarks.LightGbm;

/// <summary>The few calls of LightGBM's C interface (c_api.h) that score one row, fast, or many.</summary>
internal static unsafe partial class LightGbmNative
{
    public const int Float32 = 0;
    private const string Library = "lib_lightgbm";

    /// <summary>Its package has it for x64 alone, where it needs libgomp.</summary>
    public static bool IsInstalled { get; } = NativeLibrary.TryLoad(Library, typeof(LightGbmNative).Assembly, null, out _);

    /// <summary>What to say of a benchmark without it; nothing where it is there.</summary>
    public static IEnumerable<string> Absence() =>
        IsInstalled ? [] : ["LightGBM: not measured, its library cannot be loaded: it is for x64, and needs Debian's libgomp1"];

    [LibraryImport(Library, EntryPoint = "LGBM_BoosterLoadModelFromString", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Load(string model, out int iterations, out nint booster);

    [LibraryImport(Library, EntryPoint = "LGBM_BoosterFree")]
    public static partial int FreeBooster(nint booster);

    [LibraryImport(Library, EntryPoint = "LGBM_BoosterPredictForMatSingleRowFastInit", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int PrepareSingleRow(
        nint booster, int predictType, int firstIteration, int iterations, int dataType, int columns, string parameters, out nint fast);

    [LibraryImport(Library, EntryPoint = "LGBM_BoosterPredictForMatSingleRowFast")]
    public static partial int PredictSingleRow(nint fast, float* row, out long length, double* result);

    [LibraryImport(Library, EntryPoint = "LGBM_BoosterPredictForMat", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int PredictRows(
        nint booster, float* rows, int dataType, int count, int columns, int rowMajor, int predictType, int firstIteration, int iterations,
        string parameters, out long length, double* result);

    [LibraryImport(Library, EntryPoint = "LGBM_FastConfigFree")]
    public static partial int FreeFast(nint fast);

    [LibraryImport(Library, EntryPoint = "LGBM_GetLastError")]
    public static partial nint LastError();
}
