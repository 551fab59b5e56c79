using System.Globalization;
using System.Runtime.InteropServices;

namespace EdgeInfer.Benchmarks.Xgboost;

/// <summary>The few calls of XGBoost's C interface (c_api.h) that score rows in place; the library is Debian's libxgboost0.</summary>
internal static unsafe partial class XgboostNative
{
    private const string Library = "libxgboost.so.0";

    public static bool IsInstalled { get; } = NativeLibrary.TryLoad(Library, out _);

    public static string Describe()
    {
        if (!IsInstalled)
            return "XGBoost: not measured, no libxgboost0 is installed";
        Version(out var major, out var minor, out var patch);
        return string.Create(CultureInfo.InvariantCulture, $"XGBoost: {major}.{minor}.{patch}");
    }

    [LibraryImport(Library, EntryPoint = "XGBoostVersion")]
    private static partial void Version(out int major, out int minor, out int patch);

    [LibraryImport(Library, EntryPoint = "XGBoosterCreate")]
    public static partial int Create(nint* matrices, ulong count, out nint booster);

    [LibraryImport(Library, EntryPoint = "XGBoosterSetParam", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Set(nint booster, string name, string value);

    [LibraryImport(Library, EntryPoint = "XGBoosterLoadModelFromBuffer")]
    public static partial int Load(nint booster, byte* model, ulong length);

    [LibraryImport(Library, EntryPoint = "XGBoosterPredictFromDense")]
    public static partial int Predict(
        nint booster, byte* values, byte* configuration, nint matrix, out ulong* shape, out ulong dimensions, out float* result);

    [LibraryImport(Library, EntryPoint = "XGBoosterFree")]
    public static partial int Free(nint booster);

    [LibraryImport(Library, EntryPoint = "XGBGetLastError")]
    public static partial nint LastError();
}
